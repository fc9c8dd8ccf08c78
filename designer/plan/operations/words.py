"""Words that operations share when they say themselves."""

from designer.topology.sentence import Sentence, say


def on_off(enabled: bool) -> Sentence:
    """Return `on` or `off`."""
    return say("on") if enabled else say("off")
