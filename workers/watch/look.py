"""One node as it is now, for a person: what the kernel has, what runs there, and whose doing."""

import time
from collections.abc import Iterator, Mapping
from functools import partial
from ipaddress import ip_address

from designer.messages import RuleCount
from designer.state.interface import Interface
from designer.state.namespace import Namespace
from designer.state.route import Hop, Route, canonical
from designer.state.rule import TABLE
from designer.topology.sentence import Sentence, counted, say, told
from designer.watching import (
    NodeSeen,
    NotSeen,
    Origin,
    SeenInterface,
    SeenNeighbour,
    SeenPeer,
    SeenRoute,
    SeenService,
    Unlike,
    not_seen,
)
from workers.keeper.client import ServiceStatus, last_lines, statuses
from workers.keeper.vty import Peer, peers_of
from workers.kernel.address_dump import Address
from workers.kernel.device_dump import is_of_the_kernel, read_device
from workers.kernel.inspection import (
    InspectedLink,
    InspectedNeighbour,
    InspectedRoute,
    Inspection,
    inspect,
)
from workers.kernel.link_dump import Link
from workers.kernel.route_dump import Way
from workers.kernel.rule_dump import Tables, observe_tables
from workers.kernel.sockets import open_route_socket
from workers.rules import told_count
from workers.sandbox.host import Host
from workers.sandbox.lab import Lab
from workers.sandbox.standing import standing_in

LINES = 12
"""The last that a service said."""

LINE_MAX = 500
LOOPBACK = ("127.0.0.1/8", "::1/128")
FALLBACKS = frozenset({"sit", "ipip", "gre", "ip6tnl", "ip6gre", "vti", "vti6", "erspan", "gretap"})
"""Kinds of which the kernel has one in each namespace where its module is loaded."""

LISTED_MAX = 2000
"""Of each kind: a table of more rows is nothing for a person."""

Names = Mapping[int, str]
NOBODY = Namespace(name="", hostname="")


def look_at(host: Host, lab_key: str, node: str, drawn: Namespace | None) -> NodeSeen | NotSeen:
    """Return what there is of a node, held against what was drawn when it was applied."""
    lab = Lab.find(host, lab_key, names=(node,))
    if lab is None or node not in lab.namespaces:
        return not_seen(say("{node} does not run: apply the lab first", node=node))
    with lab:
        seen = standing_in(lab.namespaces[node], _inspect)
        tables = standing_in(lab.namespaces[node], partial(observe_tables, TABLE))
        services = [one for one in statuses(lab.folder) if one.place.namespace == node]
        lines = {one.place: last_lines(lab.folder, one.place)[-LINES:] for one in services}
        names = {one.link.number: one.link.name for one in seen.links}
        return NodeSeen(
            node=node,
            at=time.time(),
            rules=tuple(_rules(node, tables))[:LISTED_MAX],
            rules_changed=tables.ours.foreign,
            services=tuple(_service(one, lines[one.place]) for one in services),
            peers=tuple(_peer(peer) for one in services for peer in peers_of(one)),
            interfaces=tuple(_interfaces(seen, drawn or NOBODY, names)),
            routes=tuple(_routes(seen.routes, drawn or NOBODY, names))[:LISTED_MAX],
            neighbours=tuple(_neighbour(one, names) for one in seen.neighbours[:LISTED_MAX]),
        )


def _inspect() -> Inspection:
    with open_route_socket() as netlink:
        return inspect(netlink)


def _interfaces(seen: Inspection, drawn: Namespace, names: Names) -> Iterator[SeenInterface]:
    for one in seen.links:
        addresses = [each for each in seen.addresses if each.number == one.link.number]
        wanted = drawn.interfaces.get(one.link.name)
        counted, link = one.counters, one.link
        yield SeenInterface(
            name=link.name,
            kind="loopback" if link.loopback else link.kind,
            origin=_origin(one, wanted, names),
            state="down" if not link.up else "up" if link.has_carrier else "no carrier",
            mac="" if link.loopback else link.mac,
            mtu=link.mtu,
            master=names.get(link.master, "") if link.master else "",
            addresses=tuple(map(_text, addresses)),
            bytes_in=counted.bytes_in,
            bytes_out=counted.bytes_out,
            packets_in=counted.packets_in,
            packets_out=counted.packets_out,
            errors=counted.errors_in + counted.errors_out,
            drops=counted.drops_in + counted.drops_out,
            unlike=tuple(map(_told, _unlike(link, addresses, wanted, names))) if wanted else (),
        )
    for name, wanted in drawn.interfaces.items():
        if name not in names.values():
            yield SeenInterface(name=name, kind=wanted.kind, origin="missing", state="missing")


def _origin(one: InspectedLink, wanted: Interface | None, names: Names) -> Origin:
    if wanted is not None:
        return "drawn"
    made_by_kernel = one.link.loopback or is_of_the_kernel(read_device(one.link, names))
    return "kernel" if made_by_kernel or one.link.kind in FALLBACKS else "by hand"


def _told(text: Sentence) -> Unlike:
    return Unlike(text=text, **told(text))


def _unlike(
    link: Link, addresses: list[Address], wanted: Interface, names: Names
) -> Iterator[Sentence]:
    """Yield what of an interface is not as drawn."""
    if link.up != wanted.up:
        yield say("drawn up") if wanted.up else say("drawn down")
    if link.mtu != wanted.mtu and not link.loopback:
        yield say("drawn with MTU {mtu}", mtu=wanted.mtu)
    if wanted.mac and link.mac != wanted.mac:
        yield say("drawn as {mac}", mac=wanted.mac)
    if (names.get(link.master, "") if link.master else "") != wanted.master:
        yield (
            say("drawn as a port of {master}", master=wanted.master)
            if wanted.master
            else say("drawn as no port")
        )
    there = {_text(one) for one in addresses}
    yield from (
        say("{address} is missing", address=one)
        for one in sorted(map(str, wanted.addresses))
        if one not in there
    )
    drawn = {*map(str, wanted.addresses), *LOOPBACK}
    for one in addresses:
        if not (one.by_kernel or one.lent or _text(one) in drawn):
            yield say("{address} is not drawn", address=_text(one))


def _text(one: Address) -> str:
    return f"{ip_address(one.packed)}/{one.prefix_length}"


def _routes(routes: list[InspectedRoute], drawn: Namespace, names: Names) -> Iterator[SeenRoute]:
    left = set(drawn.routes)
    for one in sorted(routes, key=lambda one: (one.table, one.destination.find(":") >= 0)):
        route = _drawable(one, names)
        origin: Origin = "kernel"
        if one.found is not None:
            origin = "learned" if one.found.learned else "drawn" if route in left else "by hand"
        left -= {route}
        yield SeenRoute(
            table=one.table,
            destination=one.destination,
            kind=one.kind,
            ways=tuple(_way(way, names) for way in one.ways),
            metric=one.metric,
            protocol=one.protocol,
            origin=origin,
        )
    for route in sorted(left, key=str):
        yield SeenRoute(
            table=route.table,
            destination=str(route.destination) if route.destination.prefixlen else "default",
            kind=route.kind,
            ways=tuple(_hop(hop) for hop in route.hops),
            metric=route.metric,
            protocol="",
            origin="missing",
        )


def _drawable(one: InspectedRoute, names: Names) -> Route | None:
    found = one.found
    if found is None or any(way.number not in names for way in found.ways):
        return None
    hops = [Hop(names[way.number], way.gateway, way.weight) for way in found.ways]
    return Route(found.destination, canonical(hops), found.metric, found.kind, found.table)


def _way(way: Way, names: Names) -> str:
    return _hop(Hop(names.get(way.number, str(way.number)), way.gateway, way.weight))


def _hop(hop: Hop) -> str:
    via = f"via {hop.gateway} " if hop.gateway else ""
    weight = f" weight {hop.weight}" if hop.weight > 1 else ""
    return f"{via}dev {hop.interface}{weight}"


def _neighbour(one: InspectedNeighbour, names: Names) -> SeenNeighbour:
    interface = names.get(one.number, str(one.number))
    return SeenNeighbour(address=one.address, mac=one.mac, interface=interface, state=one.state)


def _rules(node: str, tables: Tables) -> Iterator[RuleCount]:
    for rule, count in zip(tables.ours.rules, tables.counts, strict=False):
        yield told_count(node, rule, count)


def _service(one: ServiceStatus, lines: list[str]) -> SeenService:
    said = tuple(line[:LINE_MAX] for line in lines)
    note = _note(one.note)
    return SeenService(
        name=one.place.service,
        health=one.health,
        restarts=one.restarts,
        note=note,
        lines=said,
        **told(note),
    )


def _note(text: str) -> str:
    """What the keeper notes of a service, in words that can be said in other languages."""
    number, _, what = text.partition(" ")
    if text.startswith("ended with status "):
        return say("ended with status {status}", status=text.rsplit(" ", 1)[1])
    if text.startswith("killed by signal "):
        return say("killed by signal {signal}", signal=text.rsplit(" ", 1)[1])
    if number.isdecimal() and what == "leased":
        return say("{number} leased", number=number)
    if number.isdecimal() and what == "routes":
        return counted("{count} route", "{count} routes", count=int(number))
    return say("asks") if text == "asks" else text


def _peer(one: Peer) -> SeenPeer:
    return SeenPeer.model_validate(one._asdict())
