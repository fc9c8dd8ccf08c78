"""To take out what is wrong: the one fix that nearly every element has."""

from collections.abc import Iterator

from designer.topology.fixes.edit import Fix, fix
from designer.topology.fixes.place import Place

_NOUNS = {
    "links": "link",
    "expect": "expectation",
    "layout": "position",
    "shapes": "group",
    "routes": "route",
    "policies": "policy",
    "neighbours": "neighbour",
    "rules": "rule",
    "services": "service",
    "sysctls": "setting",
    "interfaces": "interface",
    "ruleset": "ruleset",
}


def remove_it(place: Place) -> Iterator[Fix]:
    """Take the element out of the drawing."""
    steps = place.steps
    section = steps[2] if steps[0] == "nodes" and len(steps) > 2 else steps[0]  # noqa: PLR2004 - below a node
    noun = _NOUNS[section]
    if section == "interfaces" and place.interface.device is not None:
        noun = "device"
    yield fix(f"Remove the {noun}", (place.path, None))
