"""Every message that crosses a process boundary; nothing else does.

Tasks go from the web to a host worker as signed JSON; the worker treats them as hostile and makes
them anew with the models below. Events come back through a Redis stream for each run, whose entry
ids are the sequence numbers: `7-0` is event 7.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from designer.topology.expectation import ProbeText
from designer.topology.flap import Flap
from designer.topology.topology import Topology
from designer.topology.values import NodeName

LAB_KEY_PATTERN = r"^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"

RunKind = Literal["apply", "destroy", "matrix", "plan", "flap", "rules"]
RunStatus = Literal["queued", "running", "succeeded", "failed"]
Id = Annotated[str, Field(pattern=LAB_KEY_PATTERN)]


class Message(BaseModel):
    """A frozen value that knows all its keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Telling(Message):
    """Something with a sentence in it, and what it takes to say that in another language.

    `template` has gaps such as {node} that `values` fill: names, numbers, and sentences within the
    sentence, which have a template and values of their own. Both are null where all is in the text.
    """

    template: str | None = None
    values: dict[str, Any] | None = None


class RunRequest(Message):
    """One attempt to do something with a lab on the target host.

    `generation` grows with every request for a lab: a worker that has seen a later one leaves an
    earlier one undone. One that only reads waits until the request of generation `after` is done.
    `lab` and `run` are UUIDs; the lab's is its key on the host. An apply that is `live` does only
    what the drawing changes, and nothing if a newer one has been asked for. `link` is the index
    of the one to flap.
    """

    run: Id
    lab: Id
    generation: Annotated[int, Field(ge=1)]
    after: Annotated[int, Field(ge=0)] = 0
    kind: RunKind
    live: bool = False
    topology: Topology
    probes: Annotated[tuple[ProbeText, ...], Field(max_length=8)] = ()
    nodes: tuple[NodeName, ...] | None = None
    seed_neighbours: bool = True
    timeout_ms: Annotated[int, Field(ge=50, le=10_000)] = 1000
    link: Annotated[int, Field(ge=0)] = 0
    flap: Flap = Flap()


class Event(Message):
    """Something that happened in a run; `seq` counts from 1, `at` is Unix time in seconds."""

    seq: int
    at: float


class Started(Event):
    """A worker has the lab's lock and begins; `attempt` is above 1 after a crash."""

    type: Literal["started"] = "started"
    kind: RunKind
    lab: str
    attempt: int = 1


class Note(Event, Telling):
    """Something a person must know about how the drawing is run."""

    type: Literal["note"] = "note"
    text: str


class PlannedOperation(Telling):
    """One step of a plan in words, as commands, and the element it is about."""

    text: str
    commands: tuple[str, ...]
    element: str


class Planned(Event):
    """What will be done; at most the first 2000 of `total` operations are listed."""

    type: Literal["planned"] = "planned"
    operations: tuple[PlannedOperation, ...]
    total: int


class Progress(Event, Telling):
    """How many operations of the plan are done; `text` is the last of them."""

    type: Literal["progress"] = "progress"
    done: int
    total: int
    text: str


class NodeStates(Event):
    """What is there of the nodes, by name."""

    type: Literal["node_states"] = "node_states"
    states: dict[str, Literal["up", "partial", "absent"]]


class LinkStates(Event):
    """What is there of the links, by index in the document (as text, JSON's keys being so)."""

    type: Literal["link_states"] = "link_states"
    states: dict[str, Literal["up", "down", "cut", "absent"]]


class Target(Message):
    """What is probed: an address of a node's interface, or one that the lab does not have."""

    node: str
    interface: str
    address: str


class MatrixStarted(Event):
    """The axes of a matrix; cells are indexes into them."""

    type: Literal["matrix_started"] = "matrix_started"
    sources: tuple[str, ...]
    targets: tuple[Target, ...]
    probes: tuple[str, ...]


class Cells(Event):
    """Results, five integers each: source, target, probe, outcome, round-trip time in µs or -1."""

    type: Literal["cells"] = "cells"
    cells: tuple[int, ...]


class Verdict(Telling):
    """How an expectation was met; `expect` is its index in the document."""

    expect: int
    met: bool
    outcome: int
    reason: str


class Reasons(Event):
    """Why cells came back as they did, where more is known than their outcome says.

    `cells` holds four integers each: source, target, probe, index into `texts`, and `told` says
    of each text what it was made of.
    """

    type: Literal["reasons"] = "reasons"
    texts: tuple[str, ...]
    told: tuple[Telling, ...] = ()
    cells: tuple[int, ...]


class MatrixFinished(Event):
    """Counts by outcome name, and what became of the expectations."""

    type: Literal["matrix_finished"] = "matrix_finished"
    counts: dict[str, int]
    expected: dict[Literal["met", "missed", "unstated"], int]
    verdicts: tuple[Verdict, ...]


class RuleCount(Message):
    """A rule of a node as the kernel has it, and what it has matched.

    `number` is its place in the drawing from 1, 0 where that only implies it; a rule of several
    ports is several in the kernel.
    """

    node: str
    number: int
    chain: str
    text: str
    packets: int
    bytes: int


class RulesCounted(Event):
    """The rules of some nodes; `changed` names those whose tables somebody else has changed."""

    type: Literal["rules_counted"] = "rules_counted"
    rules: tuple[RuleCount, ...]
    changed: tuple[str, ...]


class Refused(Event, Telling):
    """The kernel or the host said no; `message` reads what, where, what to do."""

    type: Literal["refused"] = "refused"
    operation: str
    errno: int
    message: str
    element: str


class Finished(Event, Telling):
    """The last event of a run."""

    type: Literal["finished"] = "finished"
    status: Literal["succeeded", "failed"]
    summary: str


RunEvent = Annotated[
    Started
    | Note
    | Planned
    | Progress
    | NodeStates
    | LinkStates
    | MatrixStarted
    | Cells
    | Reasons
    | MatrixFinished
    | RulesCounted
    | Refused
    | Finished,
    Field(discriminator="type"),
]


class DriftItem(Telling):
    """One thing about a running lab that is not as it was applied, and what would revert it.

    `id` stays the same as long as the difference does.
    """

    id: str
    node: str
    element: str
    text: str
    operations: tuple[PlannedOperation, ...]


class Drifted(Event):
    """All that now differs; at most the first 200 of `total` things are listed.

    `edits` is what to change in the drawing that was applied (a merge patch, RFC 7396) to have it
    say what is there: what a drawing cannot say is not among it.
    """

    type: Literal["drifted"] = "drifted"
    items: tuple[DriftItem, ...]
    total: int
    edits: dict[str, Any]


LabEvent = Drifted
LAB_EVENT: TypeAdapter[LabEvent] = TypeAdapter(LabEvent)

RUN_EVENT: TypeAdapter[RunEvent] = TypeAdapter(RunEvent)


class RunRecord(Message):
    """Asks the control worker to write a run's outcome into the database."""

    run: Id
