"""What the command line and the tasks can ask of this host: apply, observe, destroy a lab.

The process must have entered the holder's namespaces first (`workers.sandbox.host.enter`).
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from designer.plan.comparison import differing_namespaces
from designer.plan.diff import diff
from designer.plan.operations import (
    AddAddress,
    CreateNamespace,
    DeleteAddress,
    DeleteNamespace,
    SetHostname,
)
from designer.state.host_state import HostState
from designer.state.inquiry import Inquiry, inquiries, with_earlier
from designer.state.names import hosts_text
from designer.state.namespace import HOST_NAMESPACE
from designer.topology.sentence import say
from workers.errors import HostRefused, NoSuchLab, Superseded, Unsettled, WorkerError
from workers.keeper import client
from workers.keeper.client import ServiceStatus, end_keeper, running_services
from workers.keeper.order import Place
from workers.kernel.execute import Execution
from workers.kernel.indexes import Indexes
from workers.kernel.lab_observation import observe, observe_host_share
from workers.kernel.observe import Observation
from workers.kernel.progress import Progress, unheard
from workers.kernel.reaper import free_slowly
from workers.kernel.sight import PartOfLab, Sight, WholeLab
from workers.kernel.sockets import Sockets
from workers.sandbox import slots
from workers.sandbox.busy import busy
from workers.sandbox.host import Host, here
from workers.sandbox.lab import Lab
from workers.sandbox.lock import file_name, locked
from workers.sandbox.manifest import Phase, read_manifest, read_phase
from workers.sandbox.names import write_hosts
from workers.sandbox.open_files import allow_many_files
from workers.sandbox.record import read_if_there, replace_file
from workers.transaction import AS_BEFORE, Applied, Planned, Transaction

PATIENCE_S = 30.0
NOWHERE = Observation(HostState(), {}, 1)
DOCUMENT = "document"
NAMING = (CreateNamespace, DeleteNamespace, SetHostname, AddAddress, DeleteAddress)
"""Operations after which the lab's names mean something else."""

Known = Callable[[str], HostState | None]
"""Returns what a document asks for, None where that is not known quickly."""


@dataclass(frozen=True)
class LabSummary:
    """A lab on this host; `phase` stays "applying" when an apply failed or was killed."""

    key: str
    title: str
    slot: int
    generation: int
    phase: Phase
    namespaces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a lab shall be, and what is written down about it."""

    desired: HostState
    title: str = ""
    generation: int = 0
    document: str = ""
    planned: Planned = lambda _: None
    progress: Progress = unheard
    phase: Phase = "applied"
    """What it leaves the lab in: "applying" where there is more to be done for the drawing."""


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
    known: Known = lambda _: None,
    also: Collection[str] = (),
) -> Applied:
    """Make the kernel equal the drawing, or leave it as it was; `planned` hears the plan first.

    A `generation` above 0 that is below one seen before is refused: a newer request was faster.
    Where `known` knows the document that was applied last, only what the new one changes is
    looked at and touched, and the namespaces in `also`.
    """
    host = here()
    wish = Wish(desired, title, generation, document, planned, progress)
    _check_host_namespace(host, desired)
    with lab_lock(lab_key, patience_s=patience_s):
        _check_generation(host, lab_key, generation)
        return change(lab_key, wish, _last_state(host, lab_key, known), also)


def change(lab_key: str, wish: Wish, last: HostState | None, also: Collection[str] = ()) -> Applied:
    """Apply to a lab whose lock is held; where its `last` state is known, only what differs."""
    names = wish.desired.namespaces.keys() | (last.namespaces.keys() if last else ())
    if last is not None and HOST_NAMESPACE not in names:
        return _apply_part(lab_key, wish, last, also)
    return _apply_whole(lab_key, wish)


def _last_state(host: Host, lab_key: str, known: Known) -> HostState | None:
    """Return what a lab was last seen to equal; after an apply that did not end, nothing."""
    slot = slots.find_slot(host, lab_key)
    if slot is None or read_phase(slots.slot_folder(host, slot)) != "applied":
        return None
    last = known(read_if_there(slots.slot_folder(host, slot) / DOCUMENT) or "")
    return None if last is None or _has_lost_services(slots.slot_folder(host, slot), last) else last


def _has_lost_services(folder: Path, last: HostState) -> bool:
    """Tell whether less runs in a lab than it was last seen to have."""
    services = [name for name, one in last.namespaces.items() if one.services]
    if not services:
        return False
    running = running_services(folder)
    return any(running.get(name) != last.namespaces[name].services for name in services)


def _apply_whole(lab_key: str, wish: Wish) -> Applied:
    host = here()
    allow_many_files(len(wish.desired.namespaces))
    is_new = slots.find_slot(host, lab_key) is None
    with Lab.find_or_make(host, lab_key, wish.title) as lab, Sockets() as sockets:
        lab.sweep()
        try:
            return _change(lab, sockets, WholeLab(lab, sockets), wish)
        except WorkerError as failure:
            if is_new and failure.aftermath == AS_BEFORE:
                lab.drop()
            raise


def _apply_part(lab_key: str, wish: Wish, last: HostState, also: Collection[str]) -> Applied:
    """Change what differs from the lab's last state; the rest is left alone, unseen."""
    lab = Lab.find(here(), lab_key, names=())
    assert lab is not None  # noqa: S101 - we hold its lock and have just seen it
    with lab, Sockets() as sockets:
        states = (last, wish.desired)
        part = PartOfLab(lab, sockets, last, states, trusting=True, closely=also)
        part.widen(differing_namespaces(last, wish.desired) | {*also})
        return _change(lab, sockets, part, wish)


def _change(lab: Lab, sockets: Sockets, sight: Sight, wish: Wish) -> Applied:
    earlier = lab.manifest
    wanted = inquiries(wish.desired)
    _ask_for(lab, wanted)
    transaction = Transaction(lab, sockets, sight)
    before, plan = transaction.prepare(wish.desired)
    wish.planned(plan)
    _begin(lab, wish)
    names_change = earlier.phase != "applied" or any(isinstance(one, NAMING) for one in plan)
    if names_change:
        write_hosts(lab.folder, hosts_text(wish.desired))
    try:
        applied = transaction.carry_out(wish.desired, before, plan, wish.progress)
    except WorkerError as failure:
        if failure.aftermath == AS_BEFORE:
            write_hosts(lab.folder, hosts_text(before.state))
            lab.write(
                replace(lab.manifest, title=earlier.title, phase=earlier.phase, asked=earlier.asked)
            )
        raise
    replace_file(lab.folder / DOCUMENT, wish.document)
    highest = max(lab.manifest.highest_index, applied.observation.highest_index)
    lab.write(replace(lab.manifest, phase=wish.phase, highest_index=highest, asked=wanted))
    return applied


def _ask_for(lab: Lab, wanted: Mapping[str, Inquiry]) -> None:
    """Ask for all that is drawn and all that was, so that what is no longer drawn is found."""
    asked = with_earlier(wanted, lab.manifest.asked)
    if asked != lab.manifest.asked:
        lab.write(replace(lab.manifest, asked=asked))


def _begin(lab: Lab, wish: Wish) -> None:
    newest = max(wish.generation, lab.manifest.generation)
    lab.write(replace(lab.manifest, title=wish.title, generation=newest, phase="applying"))
    _remember_generation(lab.host, lab.manifest.key, wish.generation)


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
            end_keeper(lab.folder)
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
    return read_if_there(_folder_of(lab_key) / DOCUMENT) or ""


def lab_services(lab_key: str) -> list[ServiceStatus]:
    """Return how the services of a lab are, by node and name."""
    return sorted(client.statuses(_folder_of(lab_key)), key=lambda one: one.place)


def service_log(lab_key: str, place: Place) -> list[str]:
    """Return the last lines that a service wrote."""
    return client.last_lines(_folder_of(lab_key), place)


def _folder_of(lab_key: str) -> Path:
    host = here()
    slot = slots.find_slot(host, lab_key)
    if slot is None:
        raise NoSuchLab(
            say("no lab {lab_key} on this host: see `vethwork status`", lab_key=lab_key)
        )
    return slots.slot_folder(host, slot)


def settled_document(lab_key: str) -> str:
    """Return the document that the lab was last seen to equal."""
    document, slot = lab_document(lab_key), slots.find_slot(here(), lab_key)
    if slot is None or read_phase(slots.slot_folder(here(), slot)) != "applied":
        raise Unsettled(say("the last apply of the lab did not end: apply it again"))
    return document


@contextmanager
def namespace_fds(lab_key: str) -> Iterator[Mapping[str, int]]:
    """Lend the descriptors of a lab's namespaces, by name, for the length of the block."""
    lab = Lab.find(here(), lab_key)
    if lab is None:
        raise NoSuchLab(say("no lab {lab_key} on this host: apply it first", lab_key=lab_key))
    with lab:
        yield dict(lab.namespaces)


@contextmanager
def lab_lock(lab_key: str, *, patience_s: float = PATIENCE_S) -> Iterator[None]:
    """Keep everybody else from changing the lab."""
    file = here().run_dir.locks / file_name(lab_key)
    with busy(here()), locked(file, say("lab {lab}", lab=lab_key), patience_s=patience_s):
        yield


def _check_host_namespace(host: Host, desired: HostState) -> None:
    if HOST_NAMESPACE in desired.namespaces and not host.allows_host_namespace:
        raise HostRefused(
            say(
                "this installation keeps labs out of the host's own namespace: start it as"
                " root with VETHWORK_HOST_NAMESPACE=1"
            )
        )


def _generation_file(host: Host, lab_key: str) -> Path:
    """Outlives the lab, so that a request from before its end cannot bring it back."""
    return host.run_dir.labs / "generations" / file_name(lab_key)


def _check_generation(host: Host, lab_key: str, generation: int) -> None:
    newest = int(read_if_there(_generation_file(host, lab_key)) or 0)
    if generation and generation < newest:
        raise Superseded(
            say(
                "request {generation} for lab {lab_key} came after request {newest}",
                generation=generation,
                lab_key=lab_key,
                newest=newest,
            )
        )


def _remember_generation(host: Host, lab_key: str, generation: int) -> None:
    if generation:
        file = _generation_file(host, lab_key)
        file.parent.mkdir(exist_ok=True)
        replace_file(file, str(generation))
