"""What to do about rules that match nothing, and policies that shut out too much."""

from collections.abc import Iterator

from designer.topology.fixes.edit import Fix, fix
from designer.topology.fixes.place import Place
from designer.topology.rule import Rule
from designer.topology.sentence import say


def switch_forwarding_on(place: Place) -> Iterator[Fix]:
    """Have the node pass packets on, which the rule is about."""
    yield fix(
        say("Switch forwarding on at {name}", name=place.name),
        (place.node_path, {"forwarding": True}),
    )


def over_any_interface(place: Place) -> Iterator[Fix]:
    """Heed packets of any interface in the place of one that is not there."""
    rule: Rule = place.entry
    change = {
        key: None
        for key, interface in (("in", rule.in_), ("out", rule.out))
        if interface is not None and not place.facts.is_made(place.end_of(interface))
    }
    yield fix(say("Heed packets of any interface"), (place.path, change))


def let_neighbours_be_found(place: Place) -> Iterator[Fix]:
    """Let ICMPv6 through before any other rule of the chain."""
    for chain in ("input", "output"):
        if f"chain: {chain}" in place.problem.message:
            rule = {"chain": chain, "action": "allow", "protocol": "icmp"}
            yield fix(
                say("Allow ICMP in the {chain} chain", chain=chain),
                (f"{place.node_path}/rules/-", rule),
            )
