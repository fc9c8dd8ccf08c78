"""What is asked and answered about versions."""

from datetime import datetime
from typing import Annotated, Any

from ninja import Schema
from pydantic import Field

from designer.api.schemas import Order, Told, TopologyValues
from designer.services.version_log import Reason
from designer.topology.changes import Kind
from designer.topology.topology import NAME_MAX

Name = Annotated[str, Field(max_length=NAME_MAX)]


class Version(Schema):
    """What a lab's drawing once was; one with a name is kept for good."""

    number: int
    name: str = Field(description="Empty: kept by itself, and thinned out in time.")
    reason: Reason = Field(description="Why it was kept.")
    author: str | None
    created_at: datetime
    revision: int
    node_count: int
    link_count: int


class VersionDrawing(Version):
    """A version with its drawing."""

    topology: TopologyValues
    yaml: str


class VersionNaming(Order):
    """A name for a version; empty takes its name away."""

    name: Name


class VersionRestoring(Order):
    """The revision that a version is to replace."""

    revision: Annotated[int, Field(ge=1)]


class VersionFork(Order):
    """What the new lab is to be called."""

    name: Name | None = None


class FieldChange(Schema):
    """What a field said before and says now; null where it said nothing."""

    field: str
    before: Any
    after: Any


class Change(Told):
    """What became of one element."""

    kind: Kind
    element: str = Field(
        description="Its path in the later drawing, or in the earlier one where it was removed."
    )
    title: str
    fields: list[FieldChange]


class Comparison(Schema):
    """Two drawings, and what became of the one in the other."""

    before: TopologyValues
    after: TopologyValues
    changes: list[Change]
