"""WireGuard by generic netlink: pyroute2 reads what we write, and we read what pyroute2 writes."""

from base64 import b64decode
from ipaddress import ip_address, ip_network
from pathlib import Path
from socket import AF_INET, AF_INET6, inet_pton
from typing import Any

import pytest
from pyroute2.netlink.generic.wireguard import wgmsg
from pyroute2.netlink.rtnl.ifinfmsg import ifinfmsg

from designer.plan.operations import CreateDevice
from designer.state.host_state import HostState
from designer.state.inquiry import NOTHING, DrawnEndpoint, Inquiry
from designer.state.interface import Interface, loopback
from designer.state.namespace import Namespace
from designer.state.wireguard import Peer, WireGuard
from designer.topology.wireguard import Endpoint
from tests.kernel.inside import inside
from tests.kernel.test_messages import decoded, values, written
from workers import engine
from workers.errors import KernelRefused
from workers.kernel.capability_query import ask_kernel
from workers.kernel.device import _shape
from workers.kernel.dump import HEADER_BYTES
from workers.kernel.generic_netlink import command, find_family, open_generic_socket
from workers.kernel.wireguard import NAME, WG_CMD_SET_DEVICE, set_device
from workers.kernel.wireguard_dump import as_drawn, parse

PRIVATE = "EBEREREREREREREREREREREREREREREREREREREREVE="
PRESHARED = "AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI="
FIRST = "D6poTtKIZ7l/Smot7l34zpdOdrcBjj8iocTPJnhXDyA="
SECOND = "e06Qm75//kTEZaIgA31gjuNYl9Me+XLwf3SJLLD3PxM="
FOUR = Endpoint(ip_address("10.0.0.2"), 51820)
SIX = Endpoint(ip_address("fd00::2"), 1)
DEVICE = WireGuard(
    PRIVATE,
    1024,
    (
        Peer(
            FIRST,
            PRESHARED,
            FOUR,
            frozenset({ip_network("10.9.0.0/24"), ip_network("fd09::/64")}),
            25,
        ),
        Peer(SECOND, endpoint=SIX, allowed=frozenset({ip_network("0.0.0.0/0")})),
    ),
)
MADE = CreateDevice("n", "wg0", "wireguard", "", 1420, DEVICE)


def as_pyroute2_reads_them() -> list[dict[str, Any]]:
    """Return the attributes of each message that sets the device."""
    messages = [
        decoded(command(30, WG_CMD_SET_DEVICE, one), wgmsg) for one in set_device(7, DEVICE)
    ]
    assert {(one["header"]["type"], one["cmd"], one["version"]) for one in messages} == {(30, 1, 1)}
    return [dict(one["attrs"]) for one in messages]


def test_the_link_is_made_without_its_keys() -> None:
    """They come later: what is kept of a message for the next one holds none."""
    (data,) = written(MADE)
    made = values(decoded(data, ifinfmsg)["attrs"])
    assert made["IFLA_LINKINFO"] == {"IFLA_INFO_KIND": "wireguard"}
    assert (made["IFLA_IFNAME"], made["IFLA_MTU"]) == ("wg0", 1420)
    assert b64decode(PRIVATE) not in data
    other = CreateDevice("n", "wg1", "wireguard", "", 1420, WireGuard(PRESHARED, 5))
    misses = _shape.cache_info().misses
    written(other)
    assert _shape.cache_info().misses == misses


def test_a_device_is_told_its_key_and_port() -> None:
    """The first message also takes away peers that may be there."""
    first, *_ = as_pyroute2_reads_them()
    assert first["WGDEVICE_A_IFINDEX"] == 7
    assert first["WGDEVICE_A_PRIVATE_KEY"] == PRIVATE.encode()
    assert (first["WGDEVICE_A_LISTEN_PORT"], first["WGDEVICE_A_FLAGS"]) == (1024, 1)


def test_each_peer_is_told_in_a_message() -> None:
    """With its key, its preshared key, where it is, and all of its networks."""
    _, *rest = as_pyroute2_reads_them()
    one, other = (dict(each["WGDEVICE_A_PEERS"][0]["attrs"]) for each in rest)
    assert one["WGPEER_A_PUBLIC_KEY"] == FIRST.encode()
    assert one["WGPEER_A_PRESHARED_KEY"] == PRESHARED.encode()
    assert (one["WGPEER_A_FLAGS"], one["WGPEER_A_PERSISTENT_KEEPALIVE_INTERVAL"]) == (2, 25)
    endpoint = one["WGPEER_A_ENDPOINT"]
    assert (endpoint["family"], endpoint["addr"], endpoint["port"]) == (2, "10.0.0.2", 51820)
    assert [each["addr"] for each in one["WGPEER_A_ALLOWEDIPS"]] == ["10.9.0.0/24", "fd09::/64"]
    assert "WGPEER_A_PRESHARED_KEY" not in other
    endpoint = other["WGPEER_A_ENDPOINT"]
    assert (endpoint["family"], endpoint["addr"], endpoint["port"]) == (10, "fd00::2", 1)
    assert [each["addr"] for each in other["WGPEER_A_ALLOWEDIPS"]] == ["0.0.0.0/0"]


def told(*peers: dict[str, Any], own: bool = True) -> tuple[bytes, int, int]:
    """Return a message of a dump as pyroute2 writes it; only the first one has the device's own."""
    message = wgmsg()
    message["attrs"] = [("WGDEVICE_A_IFINDEX", 7)]
    if own:
        message["attrs"] += [
            ("WGDEVICE_A_PRIVATE_KEY", PRIVATE),
            ("WGDEVICE_A_LISTEN_PORT", 1024),
        ]
    if peers:
        inner = [{"attrs": [(f"WGPEER_A_{k}", v) for k, v in one.items()]} for one in peers]
        message["attrs"].append(("WGDEVICE_A_PEERS", inner))
    message.encode()
    data = bytes(message.data)
    return data, HEADER_BYTES, len(data)


def allowed(*networks: str) -> list[dict[str, Any]]:
    """Return networks as pyroute2 takes them."""
    found = []
    for text in networks:
        network = ip_network(text)
        family = AF_INET if network.version == 4 else AF_INET6
        address = inet_pton(family, str(network.network_address))
        names = ("FAMILY", "IPADDR", "CIDR_MASK")
        parts = (family, address, network.prefixlen)
        pairs = zip(names, parts, strict=True)
        found.append({"attrs": [(f"WGALLOWEDIP_A_{name}", part) for name, part in pairs]})
    return found


def test_what_the_kernel_tells_is_the_same_device() -> None:
    """Of a peer with many networks a second message tells the rest."""
    first = {
        "PUBLIC_KEY": FIRST,
        "PRESHARED_KEY": PRESHARED,
        "ENDPOINT": {"addr": "10.0.0.2", "port": 51820},
        "PERSISTENT_KEEPALIVE_INTERVAL": 25,
        "ALLOWEDIPS": allowed("10.9.0.0/24"),
    }
    second = {
        "PUBLIC_KEY": SECOND,
        "PRESHARED_KEY": "A" * 43 + "=",
        "ENDPOINT": {"addr": "fd00::2", "port": 1, "flowinfo": 0, "scope_id": 0},
        "PERSISTENT_KEEPALIVE_INTERVAL": 0,
        "ALLOWEDIPS": allowed("0.0.0.0/0"),
    }
    rest = {"PUBLIC_KEY": FIRST, "ALLOWEDIPS": allowed("fd09::/64")}
    assert parse([told(second, first), told(rest, own=False)]) == DEVICE


def test_a_device_without_a_key_is_none_that_is_drawn() -> None:
    """Somebody may have made it by hand: it is seen as it is."""
    message = wgmsg()
    message["attrs"] = [("WGDEVICE_A_IFINDEX", 7), ("WGDEVICE_A_LISTEN_PORT", 0)]
    message.encode()
    data = bytes(message.data)
    assert parse([(data, HEADER_BYTES, len(data))]) == WireGuard("", 0)


def test_our_own_messages_are_read_back() -> None:
    """What is asked for is what is seen, to the last bit, where the kernel repeats it."""
    bodies = [command(30, WG_CMD_SET_DEVICE, one) for one in set_device(7, DEVICE)]
    assert parse([(one, HEADER_BYTES, len(one)) for one in bodies]) == DEVICE


@pytest.mark.parametrize(
    ("kernel", "drawn", "seen"),
    [
        (FOUR, (FOUR,), FOUR),
        (SIX, (FOUR,), FOUR),
        (SIX, (), None),
        (None, (FOUR,), None),
        (SIX, (FOUR, SIX), SIX),
        (FOUR, (FOUR, SIX), FOUR),
    ],
)
def test_a_peer_that_roams_is_no_drift(
    kernel: Endpoint | None, drawn: tuple[Endpoint, ...], seen: Endpoint | None
) -> None:
    """Where it was heard from last counts only where the drawing's endpoint changes."""
    device = WireGuard(PRIVATE, 1, (Peer(FIRST, endpoint=kernel),))
    given = [DrawnEndpoint("wg0", FIRST, str(one)) for one in drawn]
    others = [DrawnEndpoint("wg1", FIRST, str(SIX)), DrawnEndpoint("wg0", SECOND, str(SIX))]
    (peer,) = as_drawn(device, "wg0", [*others, *given]).peers
    assert peer.endpoint == seen


def test_endpoints_are_remembered_as_long_as_one_is_drawn() -> None:
    """The earlier one comes first; one that is drawn no more is forgotten."""
    old, new = (DrawnEndpoint("wg0", FIRST, str(one)) for one in (FOUR, SIX))
    after = Inquiry(endpoints=(new,)).after(Inquiry(endpoints=(old,)))
    assert after.endpoints == (old, new)
    assert Inquiry.from_plain(after.plain()) == after
    assert NOTHING.after(after).endpoints == ()


def test_a_family_is_asked_for_by_its_name() -> None:
    """The kernel's own family, by which one asks, is there in each kernel."""
    with open_generic_socket() as netlink:
        assert find_family(netlink, "nlctrl") == 16
        with pytest.raises(OSError, match="No such file"):
            find_family(netlink, "nothing")


@pytest.mark.needs("wireguard")
def test_the_kernel_has_the_family() -> None:
    """Its name is the one that we ask for."""
    with open_generic_socket() as netlink:
        assert find_family(netlink, NAME) > 16


def test_no_secret_is_shown() -> None:
    """Neither an operation nor a state that is printed says a key that must stay unknown."""
    shown = f"{MADE} {MADE!r} {DEVICE!r} {DEVICE.peers!r}"
    assert PRIVATE not in shown
    assert PRESHARED not in shown
    assert FIRST in shown


def test_a_kernel_without_wireguard_says_so_and_shows_no_key(run_dir: Path) -> None:
    """What it refuses is told by name, and nothing of it stays."""
    if "wireguard" in ask_kernel(["wireguard"]):
        pytest.skip("this kernel has WireGuard")
    interface = Interface("wg0", "wireguard", up=False, mtu=1420, device=DEVICE)
    namespace = Namespace("n", "n", "lab", {"wg0": interface, "lo": loopback(up=True)})

    def refused() -> tuple[str, str, object]:
        with pytest.raises(KernelRefused) as caught:
            engine.apply("lab", HostState({"n": namespace}))
        return str(caught.value), repr(caught.value), engine.list_labs()

    text, shown, left = inside(run_dir, refused)
    assert "create wireguard wg0 in n" in text
    assert PRIVATE not in text + shown
    assert left == ()
