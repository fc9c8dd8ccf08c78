"""Why a probe came back as it did, in words: the first cause that the tables and wires show."""

from designer.state.host_state import HostState
from designer.state.path import PING, Way, follow, follow_back
from designer.state.route import Address
from designer.state.way_impairment import say_impairments
from designer.topology.expectation import Probe
from designer.topology.outcome import Outcome
from designer.topology.sentence import either, listed, say


def explain(
    state: HostState, start: str, target: Address, outcome: Outcome, probe: Probe = PING
) -> str:
    """Return the reason for an outcome; where nothing is found wrong, what the outcome means."""
    if outcome in {Outcome.REACHED, Outcome.PENDING} or start not in state.namespaces:
        return outcome.reason
    if fault := find_fault(state, start, target, probe):
        return fault
    if outcome == Outcome.REFUSED:
        return say(
            "nobody listens on {probe} of {name}",
            probe=probe,
            name=follow(state, start, target, probe).namespaces[-1],
        )
    unread = _rulesets(state, start, target, probe)
    slow = _impairments(state, start, target, probe) if outcome == Outcome.TIMED_OUT else ""
    return listed(filter(None, (outcome.reason, unread, slow)))


def _rulesets(state: HostState, start: str, target: Address, probe: Probe) -> str:
    """Return whose raw rulesets a packet passes: what they do with it, only nft knows."""
    passed = follow(state, start, target, probe).namespaces
    named = [name for name in passed if state.namespaces[name].ruleset]
    return say("the raw ruleset of {names} may stop it", names=either(named)) if named else ""


def _impairments(state: HostState, start: str, target: Address, probe: Probe) -> str:
    """Return what the cables do to packets on a way without fault."""
    there = follow(state, start, target, probe)
    if there.source is None:
        return ""
    return say_impairments(state, there, follow_back(state, there, probe))


def find_fault(state: HostState, start: str, target: Address, probe: Probe = PING) -> str:
    """Return what keeps packets from getting there and answers from coming back, or nothing."""
    there = follow(state, start, target, probe)
    if there.fault:
        return _on_the_way(there, target)
    if len(there.namespaces) == 1 or there.source is None:
        return ""
    back = follow_back(state, there, probe)
    if not back.fault:
        return ""
    return say(
        "the packet arrives, but the answer does not return: {fault}",
        fault=back.fault,
    )


def _on_the_way(way: Way, target: Address) -> str:
    if len(way.namespaces) == 1:
        return way.fault
    return say(
        "{fault} (on the way to {target} by {names})",
        fault=way.fault,
        target=target,
        names=", ".join(way.namespaces),
    )
