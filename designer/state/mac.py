"""MAC addresses of interfaces that were given none."""

from hashlib import blake2b


def made_mac(node: str, interface: str) -> str:
    """Return the MAC address of an interface: always the same for the same names.

    It is locally administered (first octet 02, IEEE 802c), the rest a hash of `node:interface`.
    """
    digest = blake2b(f"{node}:{interface}".encode(), digest_size=5).digest()
    return f"02:{digest.hex(':')}"
