"""Neighbours are seeded in bulk, and only what was seeded is removed."""

from pathlib import Path

from tests.kernel.drawings import star, with_address
from tests.kernel.inside import inside
from tests.kernel.scratch import shell
from workers import engine
from workers.kernel.neighbours import KernelSeeder
from workers.probes.neighbours import Neighbour, Seeder
from workers.sandbox.standing import standing_in


def neighbours(handles: dict[str, int]) -> list[Neighbour]:
    """Return what every host of the star must know of every other."""
    observation = engine.observe_lab("lab")
    hosts = [
        (name, where.interfaces["eth0"])
        for name, where in observation.state.namespaces.items()
        if "eth0" in where.interfaces
    ]
    return [
        Neighbour(handles[name], observation.indexes[name, "eth0"], address.ip, other.mac)  # type: ignore[index]
        for name, _ in hosts
        for target, other in hosts
        if target != name
        for address in other.addresses
    ]


def table(handle: int) -> list[str]:
    """Return a namespace's neighbours, in order."""
    lines = standing_in(handle, lambda: shell("ip neigh show")).splitlines()
    return sorted(line.strip() for line in lines)


def seed_star(size: int, commands: str) -> tuple[list[list[str]], list[list[str]], int]:
    """Seed a star after commands in h0; return all tables seeded and unseeded."""
    state = with_address(star(size), "h0", "eth0", "10.0.0.200/24", "fd00::200/64")
    engine.apply("lab", with_address(state, "h1", "eth0", "10.0.0.201/24", "fd00::201/64"))
    with engine.namespace_fds("lab") as lent:
        handles = dict(lent)
        hosts = [handle for name, handle in handles.items() if name.startswith("h")]
        standing_in(handles["h0"], lambda: shell(commands))
        wanted = neighbours(handles)
        seeder: Seeder = KernelSeeder()
        seeder.seed(wanted)
        seeded = [table(handle) for handle in hosts]
        seeder.unseed(wanted)
        return seeded, [table(handle) for handle in hosts], len(wanted)


def test_every_neighbour_is_known_without_asking(run_dir: Path) -> None:
    """All entries are permanent, of both families, and gone afterwards."""
    seeded, unseeded, wanted = inside(run_dir, lambda: seed_star(40, "true"))
    entries = [line for lines in seeded for line in lines]
    assert len(entries) == wanted > 1500
    assert all(line.endswith("PERMANENT proto 218") for line in entries)
    assert any(line.startswith("fd00::201 ") for line in entries)
    assert unseeded == [[] for _ in seeded]


def test_what_was_there_before_stays(run_dir: Path) -> None:
    """An entry that a student made is neither changed nor removed."""
    own = "10.0.0.201 dev eth0 lladdr 02:00:00:00:00:77 PERMANENT"
    command = "ip neigh add 10.0.0.201 lladdr 02:00:00:00:00:77 dev eth0"
    seeded, unseeded, _ = inside(run_dir, lambda: seed_star(5, command))
    assert own in seeded[0]
    assert unseeded[0] == [own]


def test_what_went_meanwhile_is_not_missed(run_dir: Path) -> None:
    """Removing entries of an interface that is gone, or that are gone, is no error."""

    def seed_and_lose() -> bool:
        engine.apply("lab", star(5))
        with engine.namespace_fds("lab") as lent:
            handles = dict(lent)
            wanted = neighbours(handles)
            seeder = KernelSeeder()
            seeder.seed(wanted)
            standing_in(handles["h1"], lambda: shell("ip neigh flush nud permanent dev eth0"))
            standing_in(handles["h2"], lambda: shell("ip link delete dev eth0"))
            seeder.unseed(wanted)
            return all(not table(handle) for handle in handles.values())

    assert inside(run_dir, seed_and_lose)
