"""Requests about rules."""

from dataclasses import dataclass

from designer.state.rule import RuleTable


@dataclass(frozen=True, slots=True)
class SetRules:
    """Have exactly these rules, all at once; an empty table removes them.

    Where nothing else changed, packets are at no moment judged by less than the old rules or the
    new. A rule that stays keeps its counter.
    """

    namespace: str
    table: RuleTable

    def __str__(self) -> str:
        """Say it in one line."""
        if not self.table:
            return f"remove the rules of {self.namespace}"
        count = len(self.table.rules)
        words = [f"{count} rule{'' if count == 1 else 's'}"] if count else []
        words += [f"policy deny of {chain}" for chain in sorted(self.table.drops)]
        return f"set {', '.join(words)} in {self.namespace}"
