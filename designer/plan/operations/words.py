"""Words that operations share when they say themselves."""


def on_off(enabled: bool) -> str:
    """Return `on` or `off`."""
    return "on" if enabled else "off"
