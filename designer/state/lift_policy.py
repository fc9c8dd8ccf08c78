"""Policies as they are found, as policies of the drawing."""

from collections.abc import Iterator

from pydantic import ValidationError

from designer.state.family import spoken_families
from designer.state.lower_policy import lower_policy
from designer.state.namespace import Family, Namespace
from designer.state.policy import Policy
from designer.topology.node import Node
from designer.topology.policy import Policy as Drawn


def lift_policies(node: Node, wanted: Namespace, found: Namespace) -> tuple[Drawn, ...]:
    """Return the drawn policies that are there, and after them what is new.

    Where one is gone, or something is new, all have their numbers written down, which otherwise
    follow from their places.
    """
    spoken = spoken_families(wanted.interfaces)
    kept = [
        one.model_copy(update={"priority": one.at(place)})
        for place, one in enumerate(node.policies)
        if found.policies.issuperset(lower_policy(one, place, spoken))
    ]
    return (*kept, *_draw_all(found.policies - wanted.policies, spoken))


def _draw_all(policies: frozenset[Policy], spoken: frozenset[Family]) -> Iterator[Drawn]:
    """Yield new policies; one about both families is there twice, and drawn once."""
    drawn: set[Policy] = set()
    for policy in sorted(policies, key=lambda one: (one.priority, one.version, str(one))):
        made = _draw(policy)
        if made is None or policy in drawn:
            continue
        both = set(lower_policy(made, 0, spoken))
        if both <= policies:
            drawn |= both
            yield made


def _draw(policy: Policy) -> Drawn | None:
    """Return the policy, None where a drawing cannot have it."""
    values = {
        "priority": policy.priority,
        "from": policy.source and str(policy.source),
        "to": policy.destination and str(policy.destination),
        "in": policy.interface or None,
        "mark": policy.mark or None,
        "table": policy.table,
    }
    try:
        return Drawn.model_validate(values)
    except ValidationError:
        return None
