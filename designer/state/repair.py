"""What to change in a drawing so that one node reaches another: the reason why it does not, undone.

The way is followed to where it ends; what would let it go on there is tried, one thing after
another, until the packet arrives and its answer returns.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

from pydantic import ValidationError

from designer.state.host_state import HostState
from designer.state.lower import lower
from designer.state.path import Way, follow, follow_back
from designer.state.route import Address
from designer.topology.addressing import Addresses, assign_addresses
from designer.topology.checks import Limits, check
from designer.topology.expectation import Probe
from designer.topology.fixes.edit import Edit, Fix, apply_edits, fix
from designer.topology.fixes.route import routers_near
from designer.topology.interface import LOOPBACK
from designer.topology.problem import errors
from designer.topology.segment import Segments, find_segments
from designer.topology.sentence import listed, say
from designer.topology.topology import Topology

STEPS_MAX = 8
TRIES_MAX = 40
"""Each is a look at the whole drawing."""

CANDIDATES_MAX = 12


class Question(NamedTuple):
    """Who asks for which address, and how."""

    source: str
    target: Address
    probe: Probe


@dataclass(frozen=True, slots=True)
class _Stop:
    """Where a packet or its answer goes no further."""

    way: Way
    is_answer: bool

    @property
    def here(self) -> str:
        return self.way.namespaces[-1]

    @property
    def progress(self) -> tuple[bool, int]:
        return self.is_answer, len(self.way.namespaces)


def repairs(topology: Topology, question: Question, limits: Limits | None = None) -> Iterator[Fix]:
    """Yield what makes a node reach an address: step by step, and by automatic routes.

    Nothing, where it does so already, or where nothing is known to help.
    """
    if errors(check(topology, limits)) or question.source not in topology.nodes:
        return
    if _stop(lower(topology), question) is None:
        return
    tries = _Tries(limits)
    if (found := _step_by_step(topology, question, tries)) is not None:
        yield found
    automatic = fix(say("Find all routes automatically"), ("routing", {"automatic": True}))
    changed = tries.changed(topology, automatic) if topology.routing is None else None
    if changed is not None and _stop(lower(changed), question) is None:
        yield automatic


def _step_by_step(topology: Topology, question: Question, tries: "_Tries") -> Fix | None:
    """Return all that is missing on the way, as one fix."""
    now, done = topology, list[Fix]()
    for _ in range(STEPS_MAX):
        stop = _stop(lower(now), question)
        if stop is None:
            title = listed(one.title for one in done)
            return Fix(title, tuple(_together(edit for one in done for edit in one.edits)))
        for one in islice(_candidates(now, question, stop), CANDIDATES_MAX):
            changed = tries.changed(now, one)
            if changed is not None and _is_further(stop, _stop(lower(changed), question)):
                now = changed
                done.append(one)
                break
        else:
            return None
    return None


def _is_further(before: _Stop, after: _Stop | None) -> bool:
    return after is None or after.progress > before.progress


def _together(edits: Iterator[Edit]) -> Iterator[Edit]:
    """Yield the edits with those that do the same only once."""
    seen: list[Edit] = []
    for edit in edits:
        if edit not in seen:
            seen.append(edit)
            yield edit


class _Tries:
    """How often a drawing was tried with something changed."""

    def __init__(self, limits: Limits | None) -> None:
        self._left = TRIES_MAX
        self._limits = limits

    def changed(self, topology: Topology, one: Fix) -> Topology | None:
        """Return the drawing changed, None where that cannot be applied, or after too many."""
        self._left -= 1
        if self._left < 0:
            return None
        try:
            changed = Topology.model_validate(apply_edits(topology.plain(), one.edits))
        except (ValidationError, LookupError):
            return None
        return None if errors(check(changed, self._limits)) else changed


def _stop(state: HostState, question: Question) -> _Stop | None:
    """Return where the packet or its answer ends, None where it gets through."""
    there = follow(state, *question)
    if there.fault:
        return _Stop(there, is_answer=False)
    if len(there.namespaces) == 1 or there.source is None:
        return None
    back = follow_back(state, there, question.probe)
    return _Stop(back, is_answer=True) if back.fault else None


def _candidates(topology: Topology, question: Question, stop: _Stop) -> Iterator[Fix]:
    """Yield what may let a packet go on from where it ends, the most likely first."""
    assigned = _Addresses(topology)
    yield from _interfaces_up(topology, stop.here)
    yield from _forwarding(topology, stop.here)
    yield from _rules(topology, question, stop)
    yield from _routes(assigned, stop)
    yield from _cables(topology)
    yield from _addresses(topology, stop.here)


def _interfaces_up(topology: Topology, here: str) -> Iterator[Fix]:
    """Yield to set up what is down, that of this node first; its `lo` may be down unsaid."""
    lo = topology.nodes[here].interfaces.get(LOOPBACK)
    if lo is not None and lo.up is False:
        yield _up(here, LOOPBACK)
    for name, node in sorted(topology.nodes.items(), key=lambda one: one[0] != here):
        for interface, said in node.interfaces.items():
            if said.up is False and interface != LOOPBACK:
                yield _up(name, interface)


def _up(name: str, interface: str) -> Fix:
    path = f"nodes/{name}/interfaces/{interface}"
    return fix(
        say("Set {interface} of {node} up", interface=interface, node=name), (path, {"up": None})
    )


def _forwarding(topology: Topology, here: str) -> Iterator[Fix]:
    if topology.nodes[here].forwarding is not True:
        yield fix(
            say("Switch forwarding on at {name}", name=here),
            (f"nodes/{here}", {"forwarding": True}),
        )


def _rules(topology: Topology, question: Question, stop: _Stop) -> Iterator[Fix]:
    """Yield to let the packet, or answers, through; then to take out each rule that denies."""
    node = topology.nodes[stop.here]
    if not node.rules and "deny" not in node.policy.model_dump().values():
        return
    for chain in ("output", "forward", "input"):
        if getattr(node.policy, chain) == "deny":
            rule = _answers(chain) if stop.is_answer else _packets(chain, question)
            what = say("answers") if stop.is_answer else question.probe
            title = say(
                "Allow {what} in the {chain} chain of {node}",
                what=what,
                chain=chain,
                node=stop.here,
            )
            yield fix(title, (f"nodes/{stop.here}/rules/-", rule))
    for number, drawn in enumerate(node.rules):
        if drawn.action in {"deny", "reject"}:
            title = say("Remove rule {number} of {node}", number=number + 1, node=stop.here)
            yield fix(title, (f"nodes/{stop.here}/rules/{number}", None))


def _answers(chain: str) -> Mapping[str, Any]:
    return {"chain": chain, "action": "allow", "state": ["established", "related"]}


def _packets(chain: str, question: Question) -> Mapping[str, Any]:
    probe = question.probe
    rule: dict[str, Any] = {"chain": chain, "action": "allow"}
    rule |= {"protocol": "icmp" if probe.protocol == "ping" else probe.protocol}
    return rule | ({"port": probe.port} if probe.port else {})


class _Addresses:
    """A drawing's segments and the addresses on them."""

    def __init__(self, topology: Topology) -> None:
        self.topology = topology
        self.segments: Segments = find_segments(topology)
        self.assigned: Addresses = assign_addresses(topology, self.segments)


def _routes(drawn: _Addresses, stop: _Stop) -> Iterator[Fix]:
    """Yield routes by the routers on the node's wires: a host's default, a router's to the net."""
    here, target = stop.here, stop.way.target
    node = drawn.topology.nodes[here]
    networks = {
        str(one.network)
        for those in drawn.assigned.values()
        for one in those
        if target in one.network
    }
    default = "default" if target.version == 4 else "::/0"  # noqa: PLR2004
    near = routers_near(drawn.topology, drawn.segments, drawn.assigned, here, target.version)
    destinations = [default, *sorted(networks)]
    if node.kind != "host":
        destinations.reverse()
    for gateway, router in near.items():
        for destination in destinations:
            route = {"destination": destination, "gateway": str(gateway)}
            what = (
                say("a default route")
                if destination == default
                else say("a route to {destination}", destination=destination)
            )
            title = say("Give {node} {what} by {router}", node=here, what=what, router=router)
            yield fix(title, (f"nodes/{here}/routes/-", route))


def _cables(topology: Topology) -> Iterator[Fix]:
    for number, link in enumerate(topology.links):
        if link.cut:
            ends = " -- ".join(map(str, link.ends))
            yield fix(say("Mend the cable {ends}", ends=ends), (f"links/{number}", {"cut": None}))


def _addresses(topology: Topology, here: str) -> Iterator[Fix]:
    """Yield to give an automatic address to an interface that was to have none."""
    for interface, said in topology.nodes[here].interfaces.items():
        if said.addresses == ():
            path = f"nodes/{here}/interfaces/{interface}"
            yield fix(
                say("Give {node}:{interface} an address", node=here, interface=interface),
                (path, {"addresses": None}),
            )
