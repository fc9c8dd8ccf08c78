"""What the command line and the tasks can ask of this host: apply, observe, destroy a lab.

The process must have entered the holder's namespaces first (`workers.sandbox.host.enter`).
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from designer.plan.diff import diff
from designer.plan.operations import Plan
from designer.state.host_state import HostState
from designer.state.namespace import HOST_NAMESPACE
from workers.errors import HostRefused, NoSuchLab, NotAsDrawn, Superseded
from workers.kernel.execute import Execution
from workers.kernel.indexes import Indexes
from workers.kernel.lab_observation import observe, observe_host_share
from workers.kernel.observe import Observation
from workers.kernel.progress import Progress, unheard
from workers.kernel.reaper import free_slowly
from workers.kernel.sockets import Sockets
from workers.sandbox import slots
from workers.sandbox.busy import busy
from workers.sandbox.host import Host, here
from workers.sandbox.lab import Lab
from workers.sandbox.lock import file_name, locked
from workers.sandbox.manifest import Phase, read_manifest
from workers.sandbox.open_files import allow_many_files
from workers.sandbox.record import read_if_there, replace_file

PATIENCE_S = 30.0
NOWHERE = Observation(HostState(), {}, 1)
DOCUMENT = "document"
Planned = Callable[[Plan], None]


@dataclass(frozen=True)
class Applied:
    """What was done, and what the kernel then had: equal to what was asked for."""

    plan: Plan
    observation: Observation


@dataclass(frozen=True)
class LabSummary:
    """A lab on this host; `phase` stays "applying" when an apply failed or was killed."""

    key: str
    title: str
    slot: int
    generation: int
    phase: Phase
    namespaces: tuple[str, ...]


def apply(  # noqa: PLR0913 - all but two have a default
    lab_key: str,
    desired: HostState,
    *,
    title: str = "",
    generation: int = 0,
    document: str = "",
    planned: Planned = lambda _: None,
    progress: Progress = unheard,
    patience_s: float = PATIENCE_S,
) -> Applied:
    """Make the kernel equal the drawing, or raise; `planned` hears the plan before it is done.

    A `generation` above 0 that is below one seen before is refused: a newer request was faster.
    """
    host = here()
    _check_host_namespace(host, desired)
    allow_many_files(len(desired.namespaces))
    with lab_lock(lab_key, patience_s=patience_s):
        _check_generation(host, lab_key, generation)
        with Lab.find_or_make(host, lab_key, title) as lab, Sockets() as sockets:
            lab.sweep()
            before = observe(lab, sockets)
            plan = diff(desired, before.state)
            planned(plan)
            _begin(lab, title, generation)
            after = _carry_out(lab, sockets, plan, before, progress)
            left = diff(desired, after.state)
            if left:
                raise NotAsDrawn(left)
            replace_file(lab.folder / DOCUMENT, document)
            lab.write(replace(lab.manifest, phase="applied"))
            return Applied(plan, after)


def _begin(lab: Lab, title: str, generation: int) -> None:
    newest = max(generation, lab.manifest.generation)
    lab.write(replace(lab.manifest, title=title, generation=newest, phase="applying"))
    _remember_generation(lab.host, lab.manifest.key, generation)


def _carry_out(
    lab: Lab, sockets: Sockets, plan: Plan, before: Observation, progress: Progress
) -> Observation:
    if not plan:
        return before
    indexes = Indexes(before.indexes, before.highest_index)
    Execution(lab, sockets, indexes).run(plan, progress)
    return observe(lab, sockets)


def observe_lab(lab_key: str) -> Observation:
    """Return what the kernel has of a lab, nothing if it is not on this host."""
    lab = Lab.find(here(), lab_key)
    if lab is None:
        return NOWHERE
    with lab:
        return observe(lab)


def destroy_lab(lab_key: str, *, generation: int = 0, patience_s: float = PATIENCE_S) -> bool:
    """Remove a lab from this host; return whether it was there. The kernel frees it by itself."""
    host = here()
    with lab_lock(lab_key, patience_s=patience_s):
        _check_generation(host, lab_key, generation)
        _remember_generation(host, lab_key, generation)
        lab = Lab.find(host, lab_key)
        if lab is None:
            slots.sweep(host)
            return False
        with lab:
            _give_host_back(lab)
            lab.end_residents()
            names = lab.own_namespaces()
            free_slowly(host, lab.handles("lab", names), lab.handles("worker", names))
            lab.drop()
        return True


def _give_host_back(lab: Lab) -> None:
    """What a lab has in the host's own namespace does not vanish with its pins."""
    if HOST_NAMESPACE not in lab.namespaces:
        return
    with Sockets() as sockets:
        before = observe_host_share(lab, sockets)
        plan = diff(HostState(), before.state)
        indexes = Indexes(before.indexes, before.highest_index)
        Execution(lab, sockets, indexes).run(plan, unheard)


def list_labs() -> tuple[LabSummary, ...]:
    """Return the labs on this host."""
    return tuple(_summaries(here()))


def _summaries(host: Host) -> Iterator[LabSummary]:
    for slot in sorted(slots.taken_slots(host)):
        found = read_manifest(slots.slot_folder(host, slot))
        if found is not None:
            names = tuple(pin.name for pin in found.pins.values())
            yield LabSummary(found.key, found.title, slot, found.generation, found.phase, names)


def lab_document(lab_key: str) -> str:
    """Return the document that was applied last, as it was given to `apply`."""
    host = here()
    slot = slots.find_slot(host, lab_key)
    if slot is None:
        raise NoSuchLab(f"no lab {lab_key} on this host: see `vethwork status`")
    return read_if_there(slots.slot_folder(host, slot) / DOCUMENT) or ""


@contextmanager
def namespace_fds(lab_key: str) -> Iterator[Mapping[str, int]]:
    """Lend the descriptors of a lab's namespaces, by name, for the length of the block."""
    lab = Lab.find(here(), lab_key)
    if lab is None:
        raise NoSuchLab(f"no lab {lab_key} on this host: apply it first")
    with lab:
        yield dict(lab.namespaces)


@contextmanager
def lab_lock(lab_key: str, *, patience_s: float = PATIENCE_S) -> Iterator[None]:
    """Keep everybody else from changing the lab."""
    file = here().run_dir.locks / file_name(lab_key)
    with busy(here()), locked(file, f"lab {lab_key}", patience_s=patience_s):
        yield


def _check_host_namespace(host: Host, desired: HostState) -> None:
    if HOST_NAMESPACE in desired.namespaces and not host.allows_host_namespace:
        raise HostRefused(
            "this installation keeps labs out of the host's own namespace: "
            "start it as root with VETHWORK_HOST_NAMESPACE=1"
        )


def _generation_file(host: Host, lab_key: str) -> Path:
    """Outlives the lab, so that a request from before its end cannot bring it back."""
    return host.run_dir.labs / "generations" / file_name(lab_key)


def _check_generation(host: Host, lab_key: str, generation: int) -> None:
    newest = int(read_if_there(_generation_file(host, lab_key)) or 0)
    if generation and generation < newest:
        raise Superseded(f"request {generation} for lab {lab_key} came after request {newest}")


def _remember_generation(host: Host, lab_key: str, generation: int) -> None:
    if generation:
        file = _generation_file(host, lab_key)
        file.parent.mkdir(exist_ok=True)
        replace_file(file, str(generation))
