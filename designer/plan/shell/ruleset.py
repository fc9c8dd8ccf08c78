"""Raw rulesets as a person would give them to nft(8)."""

import shlex
from collections.abc import Iterator

from designer.plan.operations import SetRuleset
from designer.plan.shell.words import within
from designer.state.rule import TABLE

_DELETE_OTHERS = f'nft list tables | grep -vx "table inet {TABLE}" | sed "s/^/delete /" | nft -f -'


def set_ruleset(operation: SetRuleset) -> Iterator[str]:
    """Yield the command that removes what is there, and the one that sets the text."""
    where = within(operation.namespace)
    if operation.replaces:
        yield f"{where}sh -c {shlex.quote(_DELETE_OTHERS)}"
    if operation.text:
        yield f"{where}nft -- {shlex.quote(operation.text)}"  # a text may begin with a dash
