"""Messages about policies, which the kernel calls rules."""

from functools import cache
from typing import Any, NamedTuple

from pyroute2.netlink import NLM_F_CREATE, NLM_F_EXCL, NLM_F_REQUEST
from pyroute2.netlink.rtnl import RTM_DELRULE, RTM_NEWRULE
from pyroute2.netlink.rtnl.fibmsg import fibmsg

from designer.state.namespace import Family
from designer.state.policy import Policy
from workers.kernel.address import ADDRESS, AF, GATEWAY
from workers.kernel.shape import Marker, Shape, filled, name, number

FR_ACT_TO_TBL = 1
PRIORITY, TABLE, MARK, INTERFACE = number(1), number(2), number(3), name(1)
CREATION = NLM_F_CREATE | NLM_F_EXCL


class Form(NamedTuple):
    """What decides the shape of a policy's messages; no length means no network."""

    version: Family
    source_length: int
    destination_length: int
    has_interface: bool
    has_mark: bool


def form(policy: Policy) -> Form:
    """Return the form of a policy."""
    source = policy.source.prefixlen if policy.source else 0
    destination = policy.destination.prefixlen if policy.destination else 0
    return Form(policy.version, source, destination, bool(policy.interface), bool(policy.mark))


@cache
def addition(form: Form) -> Shape:
    """Return the shape of a request for a policy."""
    return _shape(RTM_NEWRULE, CREATION, form)


@cache
def deletion(form: Form) -> Shape:
    """Return the shape of a request to delete a policy, whoever made it."""
    return _shape(RTM_DELRULE, 0, form)


def values(policy: Policy) -> list[int | bytes]:
    """Return what is put into its shape."""
    put: list[int | bytes] = [policy.priority, policy.table]
    networks = (policy.source, policy.destination)
    put += [one.network_address.packed for one in networks if one is not None]
    if policy.interface:
        put.append(policy.interface.encode())
    if policy.mark:
        put.append(policy.mark)
    return put


def _shape(kind: int, flags: int, form: Form) -> Shape:
    """Write the message with its markers, in the order of `values`."""
    attributes: list[tuple[str, Any]] = [
        ("FRA_PRIORITY", PRIORITY.value),
        ("FRA_TABLE", TABLE.value),
    ]
    markers = [PRIORITY, TABLE]
    wanted: tuple[tuple[str, bool, Marker], ...] = (
        ("FRA_SRC", form.source_length > 0, ADDRESS[form.version]),
        ("FRA_DST", form.destination_length > 0, GATEWAY[form.version]),
        ("FRA_IIFNAME", form.has_interface, INTERFACE),
        ("FRA_FWMARK", form.has_mark, MARK),
    )
    for attribute, is_wanted, marker in wanted:
        if is_wanted:
            attributes.append((attribute, marker.value))
            markers.append(marker)
    fields = {
        "family": AF[form.version],
        "src_len": form.source_length,
        "dst_len": form.destination_length,
        "action": FR_ACT_TO_TBL,
    }
    message = filled(fibmsg(), fields, attributes)
    return Shape(message, kind, NLM_F_REQUEST | flags, *markers)
