"""Cables as ip-link(8) makes them."""

from designer.plan.operations import CreateVeth, VethEnd
from designer.plan.shell.words import ip, mtu_word
from designer.state.namespace import HOST_NAMESPACE


def create_veth(operation: CreateVeth) -> tuple[str, ...]:
    """Return the commands that make both ends; the first end may need a second one."""
    left, right = operation.left, operation.right
    where = "$$" if right.namespace == HOST_NAMESPACE else right.namespace  # $$: where the shell is
    elsewhere = "" if right.namespace == left.namespace else f" netns {where}"
    peer = f"peer name {_end(right)}{elsewhere}"
    add = f"{ip(left.namespace)} link add name {_end(left)} type veth {peer}"
    words = [*(["master", left.master] if left.master else []), *(["up"] if left.up else [])]
    if not words:
        return (add,)
    return (add, f"{ip(left.namespace)} link set dev {left.interface} {' '.join(words)}")


def _end(end: VethEnd) -> str:
    return f"{end.interface} address {end.mac}{mtu_word(end.mtu)}"
