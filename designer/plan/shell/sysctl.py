"""Settings as sysctl(8) takes them."""

from designer.plan.operations import ResetSysctl, SetSysctl
from designer.plan.shell.words import within
from designer.topology.sysctl import interface_of, path_of


def sysctl_command(operation: SetSysctl | ResetSysctl) -> str:
    """Return the command that gives a setting its value, or its default."""
    name = path_of(operation.name)
    begin = f"{within(operation.namespace)}sysctl -qw {name}="
    if isinstance(operation, SetSysctl):
        return f"{begin}'{operation.value}'" if " " in operation.value else begin + operation.value
    return f'{begin}"$({_default(operation, name)})"'


def _default(operation: ResetSysctl, name: str) -> str:
    """Return the command that says a default: that of new interfaces, or of a new namespace."""
    if interface_of(operation.name):
        folder, _, word = name.rpartition("/")
        new = f"{folder.rpartition('/')[0]}/default/{word}"
        return f"{within(operation.namespace)}sysctl -n {new}"
    return f"unshare --net sysctl -n {name}"
