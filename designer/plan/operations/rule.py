"""Requests about rules."""

from dataclasses import dataclass

from designer.state.rule import RuleTable
from designer.topology.sentence import Sentence, counted, listed, say


@dataclass(frozen=True, slots=True)
class SetRules:
    """Have exactly these rules, all at once; an empty table removes them.

    Where nothing else changed, packets are at no moment judged by less than the old rules or the
    new. A rule that stays keeps its counter.
    """

    namespace: str
    table: RuleTable

    def __str__(self) -> Sentence:
        """Say it in one line."""
        if not self.table:
            return say("remove the rules of {namespace}", namespace=self.namespace)
        count = len(self.table.rules)
        rules = counted("{count} rule", "{count} rules", count=count)
        drops = (say("policy deny of {chain}", chain=chain) for chain in sorted(self.table.drops))
        words = listed([*([rules] if count else []), *drops], ", ")
        return say("set {words} in {namespace}", words=words, namespace=self.namespace)
