"""What drawn settings of the kernel do to packets: the reasons that tables do not show."""

from designer.state.lookup import Packet, look_up
from designer.state.namespace import Namespace
from designer.state.route import Address
from designer.topology.sentence import say

TIME_TO_LIVE = 64
"""What Linux gives a packet unless a setting says otherwise (ip-sysctl, ip_default_ttl)."""

STRICT = 1


def _value(namespace: Namespace, name: str) -> int | None:
    """Return a setting that is drawn and has one number."""
    return next((int(one.value) for one in namespace.sysctls if one.name == name), None)


def time_to_live(namespace: Namespace, version: int, interface: str) -> int:
    """Return how many nodes a packet may pass that leaves a namespace by an interface."""
    if not namespace.sysctls:
        return TIME_TO_LIVE
    six = f"net.ipv6.conf.{interface}.hop_limit"
    said = _value(namespace, six if version == 6 else "net.ipv4.ip_default_ttl")  # noqa: PLR2004
    return TIME_TO_LIVE if said is None else said


def silence_fault(namespace: Namespace, version: int) -> str:
    """Return why a namespace answers no echo request, if a setting says so."""
    name = f"net.ipv{version}.icmp{'.' if version == 6 else '_'}echo_ignore_all"  # noqa: PLR2004
    if not namespace.sysctls or _value(namespace, name) != 1:
        return ""
    return say("{name} ignores echo requests: {setting} is 1", name=namespace.name, setting=name)


def forwarding_fault(namespace: Namespace, version: int, came_in: str) -> str:
    """Return why a namespace does not pass a packet on.

    In IPv4 the interface by which it came in decides, in IPv6 the node (ip6_forward).
    """
    name = f"net.ipv4.conf.{came_in}.forwarding"
    said = _value(namespace, name) if version == 4 and namespace.sysctls else None  # noqa: PLR2004
    if said is not None:
        words = say(
            "{name} does not forward what comes in by {came_in}: {setting} is 0",
            name=namespace.name,
            came_in=came_in,
            setting=name,
        )
        return "" if said else words
    if version in namespace.forwarding:
        return ""
    return say("{name} does not forward IPv{version}", name=namespace.name, version=version)


def source_fault(namespace: Namespace, source: Address | None, came_in: str) -> str:
    """Return why a namespace does not believe a packet's source (ip-sysctl, rp_filter).

    Strictly, its way back has to be the interface by which it came in; loosely, there is a way.
    """
    if not namespace.sysctls or source is None or source.version == 6:  # noqa: PLR2004
        return ""
    names = (f"net.ipv4.conf.{word}.rp_filter" for word in ("all", came_in))
    found = [(_value(namespace, name) or 0, name) for name in names]
    value, name = max(found, key=lambda one: one[0])
    if not value:
        return ""
    steps = look_up(namespace, Packet(source))
    believed = not isinstance(steps, str) and (
        value != STRICT or any(step.interface == came_in for step in steps)
    )
    back = (
        say("there is no way back")
        if isinstance(steps, str)
        else say("its way back is another one")
    )
    words = say(
        "{name} drops what comes from {source} by {came_in}: {setting} is {value}",
        name=namespace.name,
        source=source,
        came_in=came_in,
        setting=name,
        value=value,
    )
    return "" if believed else say("{words}, and {back}", words=words, back=back)
