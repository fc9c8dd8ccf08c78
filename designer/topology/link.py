"""A link: a cable between two interfaces."""

from pydantic import Field

from designer.topology.values import Element, EndText


class Link(Element):
    """One cable; its ends are interfaces, which need not be listed under their nodes."""

    ends: tuple[EndText, EndText] = Field(description="The two ends, each as node:interface.")
