"""A dummy interface: it takes addresses and leads nowhere."""

from typing import Literal

from designer.topology.values import Element


class DummyDevice(Element):
    """A dummy interface, for addresses that depend on no cable."""

    kind: Literal["dummy"]
