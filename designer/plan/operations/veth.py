"""Requests about cables."""

from dataclasses import dataclass

from designer.state.interface import InterfaceId
from designer.topology.sentence import Sentence, say


@dataclass(frozen=True, slots=True)
class VethEnd:
    """How one end of a new veth is born; `master` is empty unless it is born as a port."""

    namespace: str
    interface: str
    mac: str
    mtu: int
    master: str = ""
    up: bool = False

    @property
    def place(self) -> InterfaceId:
        """Where it is."""
        return InterfaceId(self.namespace, self.interface)


@dataclass(frozen=True, slots=True)
class CreateVeth:
    """Make both ends in one request, so that half a cable is never seen.

    Only `left` can be born up or as a port: the kernel answers ENOTCONN to a peer that is
    brought up before the pair is joined (drivers/net/veth.c, veth_open).
    """

    left: VethEnd
    right: VethEnd

    @property
    def namespace(self) -> str:
        """Where the request is made."""
        return self.left.namespace

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say("create cable {left} -- {right}", left=self.left.place, right=self.right.place)
