"""What the kernel has, as the same type as what it should have."""

import socket
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import get_args

from designer.state.host_state import HostState
from designer.state.impairment import Egress
from designer.state.inquiry import NOTHING, Inquiry
from designer.state.interface import (
    Interface,
    InterfaceAddress,
    InterfaceId,
    InterfaceKind,
)
from designer.state.namespace import HOST_NAMESPACE, Family, Namespace
from designer.state.neighbour import Neighbour
from designer.state.owner import Owner
from designer.state.passing import Passing, with_passing
from designer.state.policy import Policy
from designer.state.route import Address, Hop, Route, canonical
from designer.state.rule import TABLE
from designer.state.ruleset import UNKNOWN_RULESET
from designer.state.service import Service
from designer.state.sysctl import Sysctl
from designer.state.vlan import PortVlans
from designer.state.wireguard import WireGuard
from designer.topology.route import MAIN_TABLE
from workers.garbage import no_collection
from workers.kernel.address_dump import addresses
from workers.kernel.device_dump import TUNNELS, is_of_the_kernel, read_device
from workers.kernel.forwarding_query import forwarded_families
from workers.kernel.impairment_dump import egresses
from workers.kernel.link_dump import Link, find_link, links
from workers.kernel.neighbour_dump import Entry, neighbours
from workers.kernel.peers import Peers
from workers.kernel.policy_dump import policies
from workers.kernel.route_dump import Found, routes
from workers.kernel.rule_dump import Tables, observe_tables
from workers.kernel.ruleset import ruleset_digests
from workers.kernel.settling import unsettled
from workers.kernel.sockets import Sockets
from workers.kernel.sysctl_query import sysctls
from workers.kernel.vlan_dump import port_vlans
from workers.kernel.wireguard import FamilyNumber
from workers.kernel.wireguard_dump import as_drawn, observe_devices
from workers.sandbox.rulesets import NOT_RECORDED, Recorded
from workers.sandbox.standing import standing_in_each

KINDS: dict[str, InterfaceKind] = {
    kind: kind for kind in get_args(InterfaceKind) if kind != "loopback"
}


@dataclass(frozen=True, slots=True)
class Identity:
    """What the kernel does not know about a namespace."""

    hostname: str
    owner: Owner = "lab"
    table: str = TABLE
    """The nft table that holds its rules."""

    inquiry: Inquiry = NOTHING
    services: frozenset[Service] = frozenset()
    resolver: tuple[Address, ...] = ()
    ruleset: Recorded = NOT_RECORDED
    user_namespace: int | None = None
    """Whose root may look at its rules, for the worker itself does not read what they hold."""


@dataclass(frozen=True, slots=True)
class Observation:
    """The state, and the interface indexes by which more can be asked of the kernel."""

    state: HostState
    indexes: Mapping[InterfaceId, int]
    highest_index: int
    passing: Mapping[str, Passing] = field(default_factory=dict)
    """By namespace, what no drawing asks for and comes and goes by itself."""

    unsettled: Mapping[str, list[int]] = field(default_factory=dict)
    """By namespace, the indexes of interfaces that do not pass packets yet, but are going to."""

    def at_this_moment(self) -> HostState:
        """Return the state with what passes: by it packets find their way now."""
        return with_passing(self.state, self.passing)


@dataclass(frozen=True, slots=True)
class Beyond:
    """What surrounds the observed namespaces: only the other ends of their cables are asked for.

    `cables` tells, by the end that is observed, where the other is expected. Those that are `known`
    are not asked for: they are where they are known to be, as long as they are anywhere.
    """

    namespaces: Mapping[str, int]
    cables: Mapping[InterfaceId, InterfaceId]
    known: Mapping[InterfaceId, InterfaceId]


NOTHING_BEYOND = Beyond({}, {}, {})


@dataclass(frozen=True, slots=True)
class Raw:
    """What one namespace said, still in its own numbers."""

    links: list[Link]
    addresses: dict[int, list[InterfaceAddress]]
    lent: dict[int, list[InterfaceAddress]]
    routes: list[Found]
    forwarding: frozenset[Family]
    vlans: Mapping[int, PortVlans]
    egresses: Mapping[int, Egress]
    policies: frozenset[Policy]
    neighbours: list[Entry]
    wireguards: Mapping[int, WireGuard] = field(default_factory=dict)


def observe_namespaces(
    namespaces: Mapping[str, int],
    identities: Mapping[str, Identity] | None = None,
    sockets: Sockets | None = None,
    beyond: Beyond = NOTHING_BEYOND,
) -> Observation:
    """Observe any namespaces, given by descriptor: also those that another program made."""
    if sockets is None:
        with Sockets() as own:
            return observe_namespaces(namespaces, identities, own, beyond)
    around = {**namespaces, **beyond.namespaces}
    known = {name: Identity(hostname=name) for name in namespaces} | dict(identities or {})
    with no_collection():
        sockets.open_all(around)
        raw = {name: _ask(sockets[name], known[name].inquiry) for name in namespaces}
        raw |= _with_wireguards(namespaces, known, raw)
        tables = _tables({name: (fd, known[name].table) for name, fd in namespaces.items()})
        tables = _with_rulesets(namespaces, known, tables)
        links_around = {name: one.links for name, one in raw.items()}
        links_around |= _far_ends(sockets, raw, beyond)
        peers = Peers(around, sockets, links_around, beyond.known)
        state = {
            name: _namespace(name, known[name], one, peers, tables[name])
            for name, one in raw.items()
        }
        asked = {name: (fd, known[name].inquiry) for name, fd in namespaces.items()}
        for name, settings in _sysctls(asked).items():
            state[name] = replace(state[name], sysctls=settings)
    indexes = {
        InterfaceId(name, link.name): link.number for name, one in raw.items() for link in one.links
    }
    passing = {name: found for name, one in raw.items() if (found := _passing(one))}
    highest = max(indexes.values(), default=1)
    return Observation(HostState(state), indexes, highest, passing, unsettled(links_around))


def _ask(netlink: socket.socket, inquiry: Inquiry) -> Raw:
    by_index: dict[int, list[InterfaceAddress]] = defaultdict(list)
    lent: dict[int, list[InterfaceAddress]] = defaultdict(list)
    for index, address, is_lent in addresses(netlink):
        (lent if is_lent else by_index)[index].append(address)
    found, told = links(netlink), list(routes(netlink))
    return Raw(
        links=found,
        addresses=by_index,
        lent=lent,
        routes=told,
        forwarding=forwarded_families(netlink),
        vlans=_vlans(netlink, found),
        egresses=egresses(netlink) if any(link.queues for link in found) else {},
        policies=_policies(netlink, told, inquiry),
        neighbours=list(neighbours(netlink)) if inquiry.neighbours else [],
    )


def _policies(netlink: socket.socket, told: Iterable[Found], inquiry: Inquiry) -> frozenset[Policy]:
    """Ask for policies where some are drawn, and where there is a table that they could lead to."""
    if inquiry.policies or any(route.table != MAIN_TABLE for route in told):
        return frozenset(policies(netlink))
    return frozenset()


def _vlans(netlink: socket.socket, found: Iterable[Link]) -> Mapping[int, PortVlans]:
    """Ask for VLANs only where a bridge keeps them apart, and keep those of its ports alone."""
    filtering = {link.number for link in found if link.filtering is not None}
    if not filtering:
        return {}
    ours = {link.number for link in found if filtering & {link.number, link.master}}
    return {index: vlans for index, vlans in port_vlans(netlink).items() if index in ours}


def _far_ends(sockets: Sockets, raw: Mapping[str, Raw], beyond: Beyond) -> Mapping[str, list[Link]]:
    """Return by namespace the links beyond at which observed cables should end."""
    found: dict[str, list[Link]] = defaultdict(list)
    for name, one in raw.items():
        for link in one.links:
            end = beyond.cables.get(InterfaceId(name, link.name))
            if end is not None and end.namespace in beyond.namespaces:
                far = find_link(sockets[end.namespace], link.peer_index)
                found[end.namespace] += [far] if far else []
    return found


def _tables(names: Mapping[str, tuple[int, str]]) -> dict[str, Tables]:
    tasks = ((fd, partial(observe_tables, table)) for fd, table in names.values())
    return dict(zip(names, standing_in_each(tasks), strict=True))


def _with_wireguards(
    namespaces: Mapping[str, int], known: Mapping[str, Identity], raw: Mapping[str, Raw]
) -> dict[str, Raw]:
    """Return the namespaces that have WireGuard devices with their keys and peers."""
    named = {
        name: found
        for name, one in raw.items()
        if (found := {link.number: link.name for link in one.links if link.kind == "wireguard"})
    }
    family = FamilyNumber()
    tasks = [
        (namespaces[name], partial(observe_devices, family, one)) for name, one in named.items()
    ]
    seen = zip(named.items(), standing_in_each(tasks), strict=True)
    return {
        name: replace(
            raw[name],
            wireguards={
                index: as_drawn(device, names[index], known[name].inquiry.endpoints)
                for index, device in devices.items()
            },
        )
        for (name, names), devices in seen
    }


def _sysctls(inquiries: Mapping[str, tuple[int, Inquiry]]) -> Mapping[str, frozenset[Sysctl]]:
    asked = {n: one for n, one in inquiries.items() if one[1].asks_for_sysctls}
    tasks = [(handle, partial(sysctls, inquiry)) for handle, inquiry in asked.values()]
    return dict(zip(asked, standing_in_each(tasks), strict=True)) if tasks else {}


def _with_rulesets(
    namespaces: Mapping[str, int], known: Mapping[str, Identity], tables: Mapping[str, Tables]
) -> dict[str, Tables]:
    """Return the tables with the texts that those beside ours are known to come of."""
    with_others = [name for name, one in tables.items() if one.others and name != HOST_NAMESPACE]
    asked = [name for name in with_others if known[name].ruleset.text]
    digests = dict.fromkeys(tables, "") | dict.fromkeys(with_others, UNKNOWN_RULESET)
    if asked:
        user_namespace = known[asked[0]].user_namespace
        seen = ruleset_digests(user_namespace, [namespaces[name] for name in asked])
        digests |= dict(zip(asked, seen, strict=True))
    return {
        name: replace(one, ruleset=_text_of(known[name].ruleset, digests[name]))
        for name, one in tables.items()
    }


def _text_of(recorded: Recorded, digest: str) -> str:
    if recorded.digest == digest:
        return recorded.text
    return UNKNOWN_RULESET if digest else ""


def _namespace(name: str, identity: Identity, raw: Raw, peers: Peers, tables: Tables) -> Namespace:
    names = {link.number: link.name for link in raw.links if _kind(link)}
    return Namespace(
        name=name,
        hostname=identity.hostname,
        owner=identity.owner,
        interfaces={one.name: one for one in _interfaces(name, raw, names, peers)},
        routes=frozenset(_routes((one for one in raw.routes if not one.learned), names)),
        policies=raw.policies,
        neighbours=frozenset(_neighbours(raw.neighbours, names)),
        forwarding=raw.forwarding,
        rules=tables.ours,
        ruleset=tables.ruleset,
        services=identity.services,
        resolver=identity.resolver,
    )


def _interfaces(
    namespace: str, raw: Raw, names: Mapping[int, str], peers: Peers
) -> Iterator[Interface]:
    for link in raw.links:
        kind = _kind(link)
        device = raw.wireguards.get(link.number) or read_device(link, names)
        if kind is not None and not is_of_the_kernel(device):
            loopback = kind == "loopback"
            yield Interface(
                name=link.name,
                kind=kind,
                up=link.up,
                mac="" if loopback or kind in TUNNELS else link.mac,
                mtu=link.mtu,
                link_local=link.link_local and not loopback,
                addresses=frozenset(_addresses(kind, raw.addresses.get(link.number, ()))),
                master=names.get(link.master, "") if link.master else "",
                peer=peers.of(namespace, link) if kind == "veth" else None,
                stp=link.stp,
                filtering=link.filtering,
                vlans=raw.vlans.get(link.number, ()),
                device=device,
                egress=raw.egresses.get(link.number) if link.queues else None,
            )


def _addresses(
    kind: InterfaceKind, addresses: Iterable[InterfaceAddress]
) -> Iterable[InterfaceAddress]:
    """Return them without those that the kernel makes for a tunnel and does not say so of.

    It makes them of the tunnel's IPv4 address (net/ipv6/addrconf.c, add_v4_addrs).
    """
    if kind not in TUNNELS:
        return addresses
    return (one for one in addresses if one.version == 4 or not one.is_link_local)  # noqa: PLR2004


def _kind(link: Link) -> InterfaceKind | None:
    """Return the kind, None for those that no drawing can ask for, as a student's tunnel."""
    return "loopback" if link.loopback else KINDS.get(link.kind)


def _passing(raw: Raw) -> Passing:
    names = {link.number: link.name for link in raw.links if _kind(link)}
    lent = {names[index]: frozenset(those) for index, those in raw.lent.items() if index in names}
    learned = frozenset(_routes((one for one in raw.routes if one.learned), names))
    return Passing(lent, learned)


def _routes(found: Iterable[Found], names: Mapping[int, str]) -> Iterator[Route]:
    for one in found:
        hops = [
            Hop(names[way.number], way.gateway, way.weight)
            for way in one.ways
            if way.number in names
        ]
        if hops or not one.ways:
            yield Route(one.destination, canonical(hops), one.metric, one.kind, one.table)


def _neighbours(entries: Iterable[Entry], names: Mapping[int, str]) -> Iterator[Neighbour]:
    for one in entries:
        if one.number in names:
            yield Neighbour(names[one.number], one.address, one.mac)
