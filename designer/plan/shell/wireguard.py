"""WireGuard as wg(8) of wireguard-tools sets it up.

Keys are in no command: a command reads them on standard input, from a variable of the shell.
Whoever is shown a plan sees the name of the variable; only an exported script says what is in it.
"""

from collections.abc import Iterator

from designer.plan.operations import CreateDevice
from designer.plan.shell.words import within
from designer.state.wireguard import Peer, WireGuard

STDIN = "/dev/stdin"


def wireguard_commands(operation: CreateDevice) -> Iterator[str]:
    """Yield the commands that give a new device its key and its peers."""
    device = operation.device
    if not isinstance(device, WireGuard):
        return
    own = f"listen-port {device.port} private-key {STDIN}"
    yield _given(_variable(operation), f"{_wg(operation)} {own}")
    for number, peer in enumerate(device.peers, 1):
        command = f"{_wg(operation)} {' '.join(_words(peer))}"
        yield _given(_variable(operation, number), command) if peer.preshared_key else command


def secrets(operation: CreateDevice) -> Iterator[tuple[str, str]]:
    """Yield the variables that the commands read, and the keys that have to be in them."""
    device = operation.device
    if not isinstance(device, WireGuard):
        return
    yield _variable(operation), device.private_key
    for number, peer in enumerate(device.peers, 1):
        if peer.preshared_key:
            yield _variable(operation, number), peer.preshared_key


def _wg(operation: CreateDevice) -> str:
    return f"{within(operation.namespace)}wg set {operation.interface}"


def _given(variable: str, command: str) -> str:
    """Return a command that gets a key: printf is the shell's own and shows it to no other."""
    return f"printf '%s\\n' \"${variable}\" | {command}"


def _words(peer: Peer) -> Iterator[str]:
    yield f"peer {peer.public_key}"
    if peer.preshared_key:
        yield f"preshared-key {STDIN}"
    if peer.endpoint is not None:
        yield f"endpoint {peer.endpoint}"
    if peer.keepalive_s:
        yield f"persistent-keepalive {peer.keepalive_s}"
    if peer.allowed:
        networks = sorted(peer.allowed, key=lambda one: (one.version, one))
        yield f"allowed-ips {','.join(map(str, networks))}"


def _variable(operation: CreateDevice, peer: int = 0) -> str:
    """Return a variable's name, of which no other device or peer makes the same."""
    words = [_word(operation.namespace), _word(operation.interface)]
    return "__".join(["wg_key", *words, *([str(peer)] if peer else [])])


def _word(name: str) -> str:
    """Return a name as a shell's variable may have it, every other character by its number."""
    return "".join(one if one.isalnum() else f"_{ord(one):02x}" for one in name)
