"""Impairments as tc(8) sets them."""

from designer.plan.operations import SetImpairment
from designer.plan.shell.words import tc
from designer.state.impairment import Netem


def set_impairment(operation: SetImpairment) -> str:
    """Return the command that sets the whole queueing discipline."""
    words = [str(operation.netem), *_resets(operation.netem, operation.before or Netem())]
    command = f"{tc(operation.namespace)} qdisc replace"
    return f"{command} dev {operation.interface} root netem {' '.join(words)}"


def _resets(netem: Netem, before: Netem) -> list[str]:
    """Return the words for what must be nothing again, which would otherwise stay."""
    kept = (
        (before.reorder and not netem.reorder, "reorder 0%"),
        (before.corrupt and not netem.corrupt, "corrupt 0%"),
        (before.rate_bytes_s and not netem.rate_bytes_s, "rate 0bit"),
    )
    return [words for stays, words in kept if stays]
