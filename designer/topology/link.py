"""A link: a cable between two interfaces."""

from collections.abc import Iterator
from typing import Annotated, Self

from pydantic import AfterValidator, Field

from designer.topology.impairment import Impairment
from designer.topology.place import Place
from designer.topology.values import Element, End, EndText, visible_line

LABEL_MAX = 60
BENDS_MAX = 32
LOOKS = {"label": None, "bends": (), "angled": False}
"""Fields that a person alone sees, as they are when nothing is said."""


class Link(Element):
    """One cable; its ends are interfaces, which need not be listed under their nodes."""

    ends: tuple[EndText, EndText] = Field(description="The two ends, each as node:interface.")
    cut: bool = Field(
        default=False, description="Whether the cable is cut: then both its ends are down."
    )
    impairment: Impairment | None = Field(
        default=None, description="What the cable does to packets. Left out: nothing."
    )
    impairment_back: Impairment | None = Field(
        default=None,
        description="The same for the way from the second end to the first. Left out: as the"
        " other way.",
    )
    label: Annotated[str, Field(max_length=LABEL_MAX), AfterValidator(visible_line)] | None = Field(
        default=None, description="What stands at the cable on the canvas."
    )
    bends: Annotated[tuple[Place, ...], Field(max_length=BENDS_MAX)] = Field(
        default=(),
        description="Points of the canvas that the cable passes, from the first end to the second.",
    )
    angled: bool = Field(
        default=False, description="Whether the canvas draws the cable in right angles."
    )

    def without_looks(self) -> Self:
        """Return the cable as a host knows it."""
        is_plain = not (self.label or self.bends or self.angled)
        return self if is_plain else self.model_copy(update=LOOKS)

    @property
    def is_impaired(self) -> bool:
        """Tell whether it does anything to packets, one way or the other."""
        return not (self.impairment is None and self.impairment_back is None)

    def ways(self) -> Iterator[tuple[End, Impairment]]:
        """Yield the end at which packets enter, and what becomes of them, of each impaired way."""
        back = self.impairment if self.impairment_back is None else self.impairment_back
        for end, impairment in zip(self.ends, (self.impairment, back), strict=True):
            if impairment is not None:
                yield end, impairment
