"""A lab as the kernel has it, including what it has in the host's own namespace."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from ipaddress import ip_address

from designer.state.host_state import HostState
from designer.state.inquiry import NOTHING
from designer.state.interface import InterfaceId
from designer.state.namespace import HOST_NAMESPACE, Namespace
from designer.state.route import Route
from workers.keeper.client import running_services
from workers.kernel.host_share import wished_families
from workers.kernel.observe import Beyond, Identity, Observation, observe_namespaces
from workers.kernel.rule_table import table_of
from workers.kernel.sockets import Sockets
from workers.sandbox.lab import Lab
from workers.sandbox.rulesets import NOT_RECORDED, read_rulesets

SMALL_LAB = 100
"""In a lab of so many namespaces each is asked everything, be it drawn or not: some 20 µs each."""


def observe(lab: Lab, sockets: Sockets | None = None) -> Observation:
    """Observe all namespaces of a lab; of the host's own, only what is the lab's."""
    return _observe(lab, lab.namespaces, sockets)


def observe_host_share(lab: Lab, sockets: Sockets) -> Observation:
    """Observe only what a lab has in the host's own namespace."""
    return _observe(lab, {HOST_NAMESPACE: lab.namespaces[HOST_NAMESPACE]}, sockets)


def observe_part(
    lab: Lab,
    sockets: Sockets,
    names: Collection[str],
    cables: Mapping[InterfaceId, InterfaceId],
    known: Mapping[InterfaceId, InterfaceId],
) -> Observation:
    """Observe some namespaces; `cables` tells where ends outside of them are expected.

    Of `known` cables the other ends are taken to be where they were.
    """
    handles = {name: lab.namespaces[name] for name in names if name in lab.namespaces}
    outside = {end.namespace for end in cables.values() if end.namespace in lab.namespaces}
    beyond = Beyond({name: lab.namespaces[name] for name in outside}, cables, known)
    return observe_namespaces(handles, _identities(lab, names), sockets, beyond)


def _observe(lab: Lab, handles: Mapping[str, int], sockets: Sockets | None) -> Observation:
    seen = observe_namespaces(handles, _identities(lab, handles), sockets)
    if HOST_NAMESPACE not in handles:
        return seen
    namespaces = dict(seen.state.namespaces)
    ours = _share(lab, namespaces.pop(HOST_NAMESPACE), seen)
    if ours.interfaces or ours.forwarding or ours.rules:
        namespaces[HOST_NAMESPACE] = ours
    return replace(seen, state=HostState(namespaces))


def _identities(lab: Lab, names: Collection[str]) -> Mapping[str, Identity]:
    asked = lab.manifest.asked
    is_small = len(lab.manifest.pins) <= SMALL_LAB
    services = running_services(lab.folder)
    rulesets = read_rulesets(lab.folder)
    user_namespace = lab.user_namespace() if rulesets else None
    found = {
        pin.name: Identity(
            pin.hostname,
            pin.owner,
            table_of(lab.slot, pin.name),
            asked.get(pin.name, NOTHING).of_all(wanted=is_small),
            services.get(pin.name, frozenset()),
            tuple(map(ip_address, pin.resolver)),
            rulesets.get(pin.name, NOT_RECORDED),
            user_namespace,
        )
        for pin in lab.manifest.pins.values()
        if pin.name in names
    }
    table = table_of(lab.slot, HOST_NAMESPACE)
    return found | {HOST_NAMESPACE: Identity("", "worker", table)}


def _share(lab: Lab, whole: Namespace, seen: Observation) -> Namespace:
    noted = lab.manifest.host_interfaces
    ours = {
        name: one
        for name, one in whole.interfaces.items()
        if noted.get(name) == seen.indexes[InterfaceId(HOST_NAMESPACE, name)]
    }
    return replace(
        whole,
        interfaces=ours,
        routes=frozenset(route for route in whole.routes if _is_over(route, ours)),
        policies=frozenset(),
        neighbours=frozenset(),
        sysctls=frozenset(),
        forwarding=whole.forwarding & wished_families(lab),
    )


def _is_over(route: Route, ours: Collection[str]) -> bool:
    """Tell whether a route of the host's namespace is the lab's: it leads over its interfaces."""
    return bool(route.hops) and all(hop.interface in ours for hop in route.hops)
