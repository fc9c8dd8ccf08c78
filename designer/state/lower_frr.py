"""From drawn routing protocols to the configuration of FRR's daemons (docs.frrouting.org).

No text of a drawing gets into it but names of interfaces, which hold no space; all else is numbers
and addresses. Timers are short, so that a lab has its routes a few seconds after it was applied.
"""

from collections.abc import Iterator, Mapping, Sequence
from ipaddress import IPv4Interface

from designer.state.interface import Interface
from designer.state.service import Frr
from designer.topology.service import BgpRouter, OspfRouter, Service

HELLO_S, DEAD_S = 1, 3
KEEPALIVE_S, HOLD_S = 1, 3
OSPF_VERSION = 4
FAMILIES = {4: "ipv4", 6: "ipv6"}


def lower_frr(services: Sequence[Service], interfaces: Mapping[str, Interface]) -> Iterator[Frr]:
    """Yield the one service that all routing protocols of a node are."""
    ospf = [one for one in services if isinstance(one, OspfRouter)]
    bgp = [one for one in services if isinstance(one, BgpRouter)]
    if not ospf and not bgp:
        return
    yield Frr(
        ospf="\n".join(line for one in ospf for line in (*_ospf(one, interfaces, bgp), "")),
        bgp="\n".join(line for one in bgp for line in (*_bgp(one, ospf), "")),
    )


def _ospf(
    router: OspfRouter, interfaces: Mapping[str, Interface], bgp: Sequence[BgpRouter]
) -> Iterator[str]:
    """Say on which interfaces it speaks; what BGP has learned it passes on."""
    for interface in interfaces.values():
        if any(isinstance(one, IPv4Interface) for one in interface.addresses):
            yield f"interface {interface.name}"
            yield f" ip ospf area {router.area}"
            yield f" ip ospf hello-interval {HELLO_S}"
            yield f" ip ospf dead-interval {DEAD_S}"
            yield "exit"
    yield "router ospf"
    yield " timers throttle spf 10 100 1000"
    if bgp:
        yield " redistribute bgp"
    yield "exit"


def _bgp(router: BgpRouter, ospf: Sequence[OspfRouter]) -> Iterator[str]:
    """Say whom it talks to; what OSPF has learned it passes on."""
    yield f"router bgp {router.asn}"
    yield " no bgp ebgp-requires-policy"
    yield " no bgp default ipv4-unicast"
    yield f" timers bgp {KEEPALIVE_S} {HOLD_S}"
    for one in router.neighbours:
        yield f" neighbor {one.address} remote-as {one.asn}"
        yield f" neighbor {one.address} timers connect 1"
        yield f" neighbor {one.address} advertisement-interval 0"
    for version, family in FAMILIES.items():
        yield f" address-family {family} unicast"
        yield "  redistribute connected"
        if ospf and version == OSPF_VERSION:
            yield "  redistribute ospf"
        for one in router.neighbours:
            if one.address.version == version:
                yield f"  neighbor {one.address} activate"
        yield " exit-address-family"
    yield "exit"
