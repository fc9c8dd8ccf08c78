"""A macvlan: one more interface, with a MAC address of its own, on its parent's wire."""

from typing import Literal

from pydantic import Field

from designer.topology.values import Element, InterfaceName

MacvlanMode = Literal["private", "vepa", "bridge"]


class MacvlanDevice(Element):
    """A macvlan; its parent itself does not hear it (ip-link(8))."""

    kind: Literal["macvlan"]
    parent: InterfaceName = Field(description="The interface whose wire it is on.")
    mode: MacvlanMode = Field(
        default="bridge",
        description="bridge: macvlans of one parent hear each other; private: they do not; vepa:"
        " only if the switch outside sends frames back.",
    )
