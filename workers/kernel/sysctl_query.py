"""The settings of a namespace that a drawing is about, read while standing in it."""

from collections.abc import Iterator
from functools import partial

from designer.state.inquiry import Inquiry
from designer.state.sysctl import Sysctl
from designer.topology.sysctl import interface_of, path_of
from workers.kernel import sysctl
from workers.sandbox import linux
from workers.sandbox.standing import in_thread


def sysctls(inquiry: Inquiry) -> frozenset[Sysctl]:
    """Return the settings that are drawn, and of those that once were what is not the default."""
    return frozenset((*_drawn(inquiry.sysctls), *_left_over(inquiry.former_sysctls)))


def _drawn(names: frozenset[str]) -> Iterator[Sysctl]:
    for name in names:
        value = read_if_there(name)
        if value is not None:
            yield Sysctl(name, value)


def _left_over(names: frozenset[str]) -> Iterator[Sysctl]:
    for one in _drawn(names):
        if one.value != default_of(one.name):
            yield one


def read_if_there(name: str) -> str | None:
    """Return a setting's value, None where its interface, or the setting, is not there."""
    try:
        return " ".join(sysctl.read(file_of(name)).split())
    except FileNotFoundError:
        return None


def default_of(name: str) -> str:
    """Return the value of a setting that nobody set: that of new interfaces, or namespaces."""
    file = file_of(name)
    if not interface_of(name):
        return in_thread(partial(_read_in_new_namespace, file))
    folder, _, word = file.rpartition("/")
    return sysctl.read(f"{folder.rpartition('/')[0]}/default/{word}")


def _read_in_new_namespace(file: str) -> str:
    linux.unshare(linux.CLONE_NEWNET)
    return " ".join(sysctl.read(file).split())


def file_of(name: str) -> str:
    """Return the file of a setting, in the folder of all settings of the network."""
    return path_of(name).removeprefix("net/")
