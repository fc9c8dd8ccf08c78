"""UDP over IPv4 straight onto a wire, for a node that has no address yet (packet(7))."""

import ctypes
import socket
import struct
from ipaddress import IPv4Address

ETH_P_IP = 0x0800
SO_ATTACH_FILTER = 26
IP_HEAD = struct.Struct("!BBHHHBBH4s4s")
UDP_HEAD = struct.Struct("!HHHH")
VERSION_AND_LENGTH, TTL, UDP = 0x45, 64, 17
EVERYBODY_MAC = b"\xff" * 6
LARGEST = 1500


def open_wire(interface: str, port: int) -> socket.socket:
    """Return a packet socket that hears only UDP to a port: the rest costs the node no time."""
    wire = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, 0)
    program = _filter(port)
    code = ctypes.create_string_buffer(program)
    head = struct.pack("HP", len(program) // 8, ctypes.addressof(code))
    wire.setsockopt(socket.SOL_SOCKET, SO_ATTACH_FILTER, head)
    wire.bind((interface, ETH_P_IP))
    return wire


def _filter(port: int) -> bytes:
    """Return the BPF for `udp dst port PORT` without fragments, from the IP header on."""
    steps = (
        (0x30, 0, 0, 9),  # load the protocol
        (0x15, 0, 6, UDP),
        (0x28, 0, 0, 6),  # load the fragment's offset
        (0x45, 4, 0, 0x1FFF),
        (0xB1, 0, 0, 0),  # skip the header
        (0x48, 0, 0, 2),  # load the destination port
        (0x15, 0, 1, port),
        (0x06, 0, 0, 0xFFFF),  # take it
        (0x06, 0, 0, 0),  # drop it
    )
    return b"".join(struct.pack("=HBBI", *step) for step in steps)


def datagram(
    source: IPv4Address, ports: tuple[int, int], target: IPv4Address, data: bytes
) -> bytes:
    """Return a packet with its checksum; UDP may go without one (RFC 768)."""
    udp = UDP_HEAD.pack(*ports, UDP_HEAD.size + len(data), 0) + data
    length = IP_HEAD.size + len(udp)
    words = (VERSION_AND_LENGTH, 0, length, 0, 0, TTL, UDP)
    bare = IP_HEAD.pack(*words, 0, source.packed, target.packed)
    return IP_HEAD.pack(*words, _checksum(bare), source.packed, target.packed) + udp


def _checksum(head: bytes) -> int:
    total: int = sum(struct.unpack(f"!{len(head) // 2}H", head))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def payload(packet: bytes) -> bytes:
    """Return what a packet that has passed the filter carries."""
    start = (packet[0] & 0xF) * 4
    (length,) = struct.unpack_from("!H", packet, start + 4)
    return packet[start + UDP_HEAD.size : start + length]


def send_to_all(wire: socket.socket, interface: str, packet: bytes) -> None:
    """Put a packet on the wire, for everybody."""
    wire.sendto(packet, (interface, ETH_P_IP, 0, 0, EVERYBODY_MAC))
