"""Shapes: what a drawing says to people alone. No host hears of them."""

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from designer.topology.place import Extent, Place
from designer.topology.sentence import say
from designer.topology.values import Element, NodeName

TEXT_MAX = 2000
MEMBERS_MAX = 4000

ShapeKind = Literal["note", "region", "group"]
Color = Literal["grey", "blue", "green", "yellow", "orange", "red", "purple"]


def _tidy(value: Any) -> Any:
    """Drop space that nobody sees, so that a text looks the same in every editor."""
    if not isinstance(value, str):
        return value
    return "\n".join(line.rstrip() for line in value.expandtabs(4).strip().splitlines()).strip()


def _visible(value: str) -> str:
    if not all(letter.isprintable() for letter in value.replace("\n", "")):
        message = say("the text has characters that nobody sees: write it anew without them")
        raise ValueError(message)
    return value


Text = Annotated[str, BeforeValidator(_tidy), Field(max_length=TEXT_MAX), AfterValidator(_visible)]


class Shape(Element):
    """A note, a coloured region behind the nodes, or a frame round nodes that move together."""

    kind: ShapeKind = Field(description="note: a text; region: an area; group: a frame of nodes.")
    text: Text = Field(default="", description="A note's text, or the title of an area or frame.")
    at: Place | None = Field(
        default=None, description="Its left upper corner, in pixels. A group has none."
    )
    size: tuple[Extent, Extent] | None = Field(
        default=None,
        description="Width and height, in pixels. A group is as large as its nodes need.",
    )
    color: Color = Field(default="grey", description="One of the colours of the canvas.")
    members: Annotated[tuple[NodeName, ...], Field(max_length=MEMBERS_MAX)] = Field(
        default=(), description="The nodes of a group; a node is in one group at most."
    )

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if wrong := self._wrong_place() or self._wrong_content():
            raise ValueError(wrong)
        return self

    def _wrong_place(self) -> str:
        if self.kind == "group" and (self.at or self.size):
            return say("a group is where its nodes are: leave out at and size")
        if self.kind != "group" and (self.at is None or self.size is None):
            return say(
                "a {kind} needs its place: add at: [x, y] and size: [width, height]", kind=self.kind
            )
        return ""

    def _wrong_content(self) -> str:
        if self.kind != "group" and self.members:
            return say("a {kind} has no members: leave them out or make it a group", kind=self.kind)
        if self.kind == "note" and not self.text:
            return say("a note without text shows nothing: add text")
        return ""
