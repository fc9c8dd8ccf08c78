"""What an interface has, as ip-link(8) and sysctl(8) set it."""

from designer.plan.operations import SetLinkLocal
from designer.plan.shell.words import ip, within


def set_link_local(operation: SetLinkLocal) -> tuple[str, ...]:
    """IPv6 speaks at once only if it is asked for by sysctl, in a quiet namespace twice over."""
    where, who = operation.namespace, operation.interface
    if not operation.enabled:
        return (f"{ip(where)} link set dev {who} addrgenmode none",)
    folder = f"net/ipv6/conf/{who}"  # with slashes, as names may hold dots: sysctl(8)
    return (f"{within(where)}sysctl -qw {folder}/addr_gen_mode=0 {folder}/disable_ipv6=0",)
