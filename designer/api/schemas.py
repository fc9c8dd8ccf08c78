"""What the API takes and answers; the names here are the types that the browser side uses."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field, model_validator

from designer.messages import RunKind, RunStatus
from designer.models import Role
from designer.services.lab_state import LabState
from designer.topology.expectation import ProbeText
from designer.topology.flap import Flap
from designer.topology.problem import Severity
from designer.topology.topology import NAME_MAX
from designer.topology.values import NodeName

TopologyValues = Annotated[
    dict[str, Any],
    Field(description="The drawing as JSON; its schema is at /api/topology.schema.json."),
]


class Order(Schema):
    """What a client sends: a key that we do not know is refused."""

    model_config = ConfigDict(extra="forbid")


class Told(Schema):
    """What a sentence was made of, for clients that say it in another language."""

    template: str | None = Field(
        default=None, description="The text with gaps such as {node}; null where all is in it."
    )
    values: dict[str, Any] | None = Field(
        default=None,
        description="What fills the gaps; a sentence within the sentence has `template` and"
        " `values` of its own.",
    )


class Problem(Told):
    """One thing that is wrong with one element of a drawing."""

    code: str
    element: str = Field(
        description="Path of the element, such as nodes/h1/interfaces/eth0 or links/3;"
        " empty for the whole drawing."
    )
    message: str = Field(description="What is wrong, and what to do.")
    severity: Severity
    line: int | None = Field(default=None, description="In the YAML, from 1.")


class Problems(Schema):
    """Everything that is wrong with a drawing; an empty list is a drawing that can be applied."""

    problems: list[Problem]


class CheckedDrawing(Problems):
    """A drawing as it was understood, beside what is wrong with it."""

    topology: dict[str, Any] | None = Field(
        description="Without what goes without saying; null where nothing can be made of it."
    )


class Error(Told):
    """Every refusal: a code for programs, a sentence for people."""

    code: str
    message: str
    problems: list[Problem] | None = None


class User(Schema):
    """Who is signed in."""

    id: int
    name: str


class Settings(Schema):
    """What this installation allows."""

    host_namespace: bool = Field(
        description="Whether a switch drawn in the host's namespace goes there; elsewhere the"
        " lab's gateway namespace takes its place."
    )


class Session(Schema):
    """Who is signed in, and the token that every change sends back in X-CSRFToken."""

    user: User | None
    csrf_token: str
    settings: Settings
    shared_labs: list[UUID] = Field(
        description="Labs that this browser may look at without an account, by share links."
    )


class SignIn(Order):
    """A name and a password."""

    username: str = Field(max_length=150)
    password: str = Field(max_length=1000)


class GalleryEntry(Schema):
    """A lab to begin with."""

    id: str
    title: str
    summary: str
    topology: TopologyValues


class Shape(Schema):
    """A regular shape that a lab can be made in; `options` is the JSON Schema of its numbers."""

    id: str
    label: str
    summary: str
    options: dict[str, Any]


class Run(Schema):
    """One attempt to do something with a lab on its host."""

    id: UUID
    lab_id: UUID
    kind: RunKind
    status: RunStatus
    started_at: datetime | None
    finished_at: datetime | None
    summary: str
    revision: int = Field(description="The lab's revision that was run.")


class LabSummary(Schema):
    """A lab as the list shows it."""

    id: UUID
    name: str
    node_count: int
    link_count: int
    updated_at: datetime
    last_run: Run | None
    state: LabState
    role: Role = Field(description="What you may do: each role includes those before it.")
    owner: str = Field(description="The owner's name.")


class LastRuns(Schema):
    """The newest runs that the lab's page shows."""

    apply: Run | None
    matrix: Run | None


class Lab(Schema):
    """A lab with its drawing; `state` is empty, running as drawn, changed since, or unknown."""

    id: UUID
    name: str
    revision: int
    topology: TopologyValues
    yaml: str | None = Field(
        description="The user's file, comments kept. Null where it was not asked for, and in the"
        " answer to a stored `topology`: read the lab to have it."
    )
    problems: list[Problem]
    updated_at: datetime
    state: LabState
    last_runs: LastRuns
    role: Role = Field(description="What you may do: each role includes those before it.")


class AutomaticHop(Schema):
    """One way of an automatic route."""

    interface: str
    gateway: str


class AutomaticRoute(Schema):
    """A route that nobody drew; several hops are as short."""

    destination: str = Field(description="A network, or the word default.")
    hops: list[AutomaticHop]


class PlannedAddress(Schema):
    """An address of an interface; `automatic` when the drawing leaves it to the platform."""

    node: str
    interface: str
    address: str
    automatic: bool


class PlannedNetwork(Schema):
    """A network of the lab, and who has which address in it."""

    network: str
    addresses: list[PlannedAddress]


AutomaticRoutes = dict[str, list[AutomaticRoute]]


def _refuse_several(values: Any, names: tuple[str, ...]) -> Any:
    given = [name for name in names if isinstance(values, dict) and values.get(name) is not None]
    if len(given) > 1:
        raise ValueError(f"{' and '.join(given)} exclude each other: send one of them")
    return values


class Drawing(Order):
    """A drawing, as values or as text: one of the two."""

    topology: TopologyValues | None = None
    yaml: str | None = Field(default=None, description="YAML or JSON text.")

    @model_validator(mode="before")
    @classmethod
    def _one(cls, values: Any) -> Any:
        return _refuse_several(values, ("topology", "yaml", "gallery"))

    @property
    def source(self) -> str | dict[str, Any] | None:
        """The one that was sent."""
        return self.topology if self.yaml is None else self.yaml


class Check(Drawing):
    """A drawing to be looked at and not stored."""


class LabCreation(Drawing):
    """A new lab: from the gallery, from values, from text, or empty."""

    name: str | None = Field(default=None, max_length=NAME_MAX)
    gallery: str | None = Field(default=None, description="The id of a lab of the gallery.")


class LabReplacement(Drawing):
    """A lab's new drawing, and the revision that it replaces."""

    revision: Annotated[int, Field(ge=1)]


class RunStart(Order):
    """What the host is asked for."""

    kind: RunKind
    probes: Annotated[list[ProbeText], Field(max_length=8)] = Field(
        default=[], description="For a matrix; none: those of the expectations, and ping."
    )
    nodes: list[NodeName] | None = Field(
        default=None,
        description="Asked between by a matrix, or whose rules are counted; left out: all.",
    )
    seed_neighbours: bool = Field(
        default=True, description="Whether a matrix spares the nodes their first ARP or ND."
    )
    timeout_ms: Annotated[int, Field(ge=50, le=10_000)] = 1000
    live: bool = Field(
        default=False,
        description="An apply of each edit as it is made: it does only what the drawing changes"
        " since the last one, and nothing at all where a newer one has been asked for meanwhile.",
    )
    link: Annotated[int, Field(ge=0)] | None = Field(
        default=None, description="For a flap: the index of the link."
    )
    flap: Flap | None = Field(
        default=None, description="For a flap: how; left out: three times half a second."
    )
