"""Requests about raw rulesets."""

from dataclasses import dataclass

from designer.topology.sentence import Sentence, counted, say


@dataclass(frozen=True, slots=True)
class SetRuleset:
    """Have nft carry out a text that says all there is beside our own table, empty for nothing.

    `replaces` tells that there is something of the kind now, which goes in the same transaction.
    """

    namespace: str
    text: str
    replaces: bool = False

    def __str__(self) -> Sentence:
        """Say it in one line."""
        if not self.text:
            return say("remove the ruleset of {namespace}", namespace=self.namespace)
        lines = self.text.count("\n") + (not self.text.endswith("\n"))
        return counted(
            "set the ruleset of {namespace}, {count} line",
            "set the ruleset of {namespace}, {count} lines",
            count=lines,
            namespace=self.namespace,
        )
