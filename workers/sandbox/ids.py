"""Which user and group ids the user namespaces of Vethwork have."""

import os
from dataclasses import dataclass
from pathlib import Path

FIRST_ID = 0x70000000
"""The first host id of the application's; system accounts and container tools leave it alone."""

ID_COUNT = 1 << 24
LAB_FIRST_ID = 1 << 16
LAB_ID_STEP = 2048
LAB_ID_COUNT = 1024
NOBODY = 65534
MOST_SLOTS = (ID_COUNT - LAB_FIRST_ID) // LAB_ID_STEP


@dataclass(frozen=True)
class Extent:
    """A run of ids inside a user namespace and what they are outside of it."""

    inside: int
    outside: int
    count: int = 1

    def __str__(self) -> str:
        """Say it as user_namespaces(7) wants it."""
        return f"{self.inside} {self.outside} {self.count}"


@dataclass(frozen=True)
class IdMap:
    """The ids of one user namespace; `gid` is the only group where users and groups differ."""

    extents: tuple[Extent, ...]
    group_extents: tuple[Extent, ...]
    forbids_groups: bool = False

    def write(self, pid: int) -> None:
        """Give a process that has just made its user namespace its ids."""
        folder = Path(f"/proc/{pid}")
        if self.forbids_groups:
            (folder / "setgroups").write_text("deny")
        (folder / "uid_map").write_text("\n".join(map(str, self.extents)))
        (folder / "gid_map").write_text("\n".join(map(str, self.group_extents)))


def application_ids() -> IdMap:
    """Return the ids of the application where root makes its user namespace."""
    extents = (Extent(0, FIRST_ID, ID_COUNT),)
    return IdMap(extents, extents)


def own_ids() -> IdMap:
    """Return the only ids that an ordinary user can give: their own, as root's."""
    users, groups = (Extent(0, os.geteuid()),), (Extent(0, os.getegid()),)
    return IdMap(users, groups, forbids_groups=True)


def lab_ids(slot: int, first_id: int) -> IdMap:
    """Return the ids of a lab: a run of its own, so that limits per user count per lab."""
    first = first_id + slot * LAB_ID_STEP
    extents = (Extent(0, first, LAB_ID_COUNT), Extent(NOBODY, first + LAB_ID_COUNT))
    return IdMap(extents, extents)


def same_ids() -> IdMap:
    """Return the ids of a lab where there is only one id to give."""
    extents = (Extent(0, 0),)
    return IdMap(extents, extents)


def has_application_ids() -> bool:
    """Tell whether this process could hand out the application's ids: not in every container."""
    for line in Path("/proc/self/uid_map").read_text().splitlines():
        inside, _, count = map(int, line.split())
        if inside <= FIRST_ID and inside + count >= FIRST_ID + ID_COUNT:
            return True
    return False
