"""How many files this process may have open: a lab takes some for each namespace."""

import resource

from designer.topology.sentence import say
from workers.errors import HostRefused

FILES_OF_OURS, FILES_A_NAMESPACE = 200, 3
"""The namespace, its socket, and a copy for who frees or watches it."""


def allow_many_files(namespaces: int) -> None:
    """Raise the limit of open files as far as this process may, or say that it is too low."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    needed = FILES_OF_OURS + FILES_A_NAMESPACE * namespaces
    if needed > most:
        raise HostRefused(
            say(
                "a lab of {namespaces} namespaces needs {needed} open files and {most} are"
                " allowed: raise the hard limit (ulimit -Hn {needed} as root, LimitNOFILE="
                " in a systemd unit)",
                namespaces=namespaces,
                needed=needed,
                most=most,
            )
        )
