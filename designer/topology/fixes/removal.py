"""To take out what is wrong: the one fix that nearly every element has."""

from collections.abc import Iterator

from designer.topology.fixes.edit import Fix, fix
from designer.topology.fixes.place import Place
from designer.topology.sentence import say

_TITLES = {
    "links": say("Remove the link"),
    "expect": say("Remove the expectation"),
    "layout": say("Remove the position"),
    "shapes": say("Remove the group"),
    "routes": say("Remove the route"),
    "policies": say("Remove the policy"),
    "neighbours": say("Remove the neighbour"),
    "rules": say("Remove the rule"),
    "services": say("Remove the service"),
    "sysctls": say("Remove the setting"),
    "interfaces": say("Remove the interface"),
    "ruleset": say("Remove the ruleset"),
}


def remove_it(place: Place) -> Iterator[Fix]:
    """Take the element out of the drawing."""
    steps = place.steps
    section = steps[2] if steps[0] == "nodes" and len(steps) > 2 else steps[0]  # noqa: PLR2004 - below a node
    title = _TITLES[section]
    if section == "interfaces" and place.interface.device is not None:
        title = say("Remove the device")
    yield fix(title, (place.path, None))
