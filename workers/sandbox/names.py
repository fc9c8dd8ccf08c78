"""Names in a lab: /etc/hosts of all its nodes, and a resolv.conf for each that was given one."""

from collections.abc import Sequence
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address
from pathlib import Path

from workers.sandbox import linux
from workers.sandbox.record import read_if_there, replace_file

FOLDER, HOSTS, NO_RESOLVER = "names", "hosts", "resolv.conf"
READABLE = 0o644
ETC_HOSTS, ETC_RESOLV = Path("/etc/hosts"), Path("/etc/resolv.conf")
COMMENT = "# Made by Vethwork.\n"


def names_folder(lab_folder: Path) -> Path:
    """Return where a lab's names are, readable for everybody who can see the folder."""
    folder = lab_folder / FOLDER
    folder.mkdir(mode=0o755, exist_ok=True)
    folder.chmod(0o755)
    return folder


def write_hosts(lab_folder: Path, text: str) -> None:
    """Replace /etc/hosts of all nodes; who reads sees the former names or these."""
    folder = names_folder(lab_folder)
    if read_if_there(folder / NO_RESOLVER) is None:
        write_resolver(folder / NO_RESOLVER, ())
    if read_if_there(folder / HOSTS) != text:
        replace_file(folder / HOSTS, text)
        (folder / HOSTS).chmod(READABLE)


def resolver_file(lab_folder: Path, number: int) -> Path:
    """Return the resolv.conf of the namespace with a number; it may not be there."""
    return lab_folder / FOLDER / f"resolv.{number}"


def write_resolver(file: Path, servers: Sequence[IPv4Address | IPv6Address]) -> None:
    """Write in place, so that who has the file mounted sees it too."""
    file.write_text(COMMENT + "".join(f"nameserver {server}\n" for server in servers))
    file.chmod(READABLE)


def show_names(lab_folder: Path, number: int) -> None:
    """Put the lab's names over the machine's, in the mount namespace of this process alone."""
    folder = lab_folder / FOLDER
    own = resolver_file(lab_folder, number)
    names = {ETC_HOSTS: folder / HOSTS, ETC_RESOLV: own if own.exists() else folder / NO_RESOLVER}
    for place, file in names.items():
        with suppress(FileNotFoundError):  # a machine without the file gives nothing to cover
            linux.mount(str(file), str(place), None, linux.MS_BIND)
