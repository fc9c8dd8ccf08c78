"""Which number a lab has on this host, and the folder of that number.

A slot is a tmpfs of its own with all pins of the lab on it: one umount drops the lab, whatever
state it is in.
"""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, suppress
from pathlib import Path

from designer.topology.sentence import say
from workers.errors import HostRefused
from workers.sandbox import linux
from workers.sandbox.host import Host
from workers.sandbox.ids import MOST_SLOTS
from workers.sandbox.lock import file_name, locked
from workers.sandbox.manifest import FILE_NAME, Manifest
from workers.sandbox.pins import PINS

BY_KEY = "by-key"
PATIENCE_S = 20.0


def slot_folder(host: Host, slot: int) -> Path:
    """Return where a slot's lab is."""
    return host.run_dir.labs / str(slot)


def find_slot(host: Host, key: str) -> int | None:
    """Return the slot of a lab that is on this host."""
    with suppress(FileNotFoundError):
        slot = int(_link(host, key).readlink().name)
        if (slot_folder(host, slot) / FILE_NAME).exists():
            return slot
    return None


def taken_slots(host: Host) -> Iterator[int]:
    """Yield the slots that belong to a lab."""
    for link in _links(host):
        with suppress(FileNotFoundError):  # it may go while we look
            yield int(link.readlink().name)


def make_slot(host: Host, manifest: Manifest) -> int:
    """Return a new slot for a lab that has none."""
    with _changing(host):
        _sweep(host)
        slot = _lowest_free(host)
        folder = slot_folder(host, slot)
        folder.mkdir()
        flags = linux.MS_NOSUID | linux.MS_NODEV | linux.MS_NOEXEC
        linux.mount("vethwork-lab", str(folder), "tmpfs", flags, "mode=711")
        linux.mount("none", str(folder), None, linux.MS_PRIVATE)
        (folder / PINS).mkdir()
        manifest.write(folder)
        _point(host, manifest.key, slot)
    return slot


def drop_slot(host: Host, key: str, slot: int) -> None:
    """Drop all pins of a lab at once, then the traces of the slot."""
    with _changing(host):
        _drop_folder(slot_folder(host, slot))
        _link(host, key).unlink(missing_ok=True)
        _sweep(host)


def sweep(host: Host) -> None:
    """Remove what a killed process left of slots that belong to no lab."""
    with _changing(host):
        _sweep(host)


def _changing(host: Host) -> AbstractContextManager[None]:
    return locked(host.run_dir.locks / "slots", "the list of labs", patience_s=PATIENCE_S)


def _link(host: Host, key: str) -> Path:
    return host.run_dir.labs / BY_KEY / file_name(key)


def _links(host: Host) -> list[Path]:
    folder = host.run_dir.labs / BY_KEY
    return list(folder.iterdir()) if folder.exists() else []


def _point(host: Host, key: str, slot: int) -> None:
    link = _link(host, key)
    link.parent.mkdir(exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(str(slot))


def _sweep(host: Host) -> None:
    taken = set()
    for link in _links(host):
        slot = int(link.readlink().name)
        if (slot_folder(host, slot) / FILE_NAME).exists():
            taken.add(slot)
        else:
            link.unlink()
    for entry in os.scandir(host.run_dir.labs):
        if entry.name.isdigit() and int(entry.name) not in taken:
            _drop_folder(Path(entry.path))


def _drop_folder(folder: Path) -> None:
    if not folder.exists():
        return
    if folder.stat().st_dev != folder.parent.stat().st_dev:
        linux.detach(str(folder))
    folder.rmdir()


def _lowest_free(host: Host) -> int:
    there = {int(one.name) for one in host.run_dir.labs.iterdir() if one.name.isdigit()}
    for slot in range(1, MOST_SLOTS):
        if slot not in there:
            return slot
    raise HostRefused(say("{most} labs are on this host: destroy some", most=MOST_SLOTS))
