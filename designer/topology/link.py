"""A link: a cable between two interfaces."""

from collections.abc import Iterator

from pydantic import Field

from designer.topology.impairment import Impairment
from designer.topology.values import Element, End, EndText


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

    def ways(self) -> Iterator[tuple[End, Impairment]]:
        """Yield the end at which packets enter, and what becomes of them, of each impaired way."""
        back = self.impairment if self.impairment_back is None else self.impairment_back
        for end, impairment in zip(self.ends, (self.impairment, back), strict=True):
            if impairment is not None:
                yield end, impairment
