"""What people who look at a running lab ask its host's watcher, and what it says.

Questions go through a Redis channel as signed JSON, and the watcher treats them as hostile. Nothing
is changed by any of them, and none is on record.
"""

from typing import Annotated, Literal

from pydantic import Field, IPvAnyAddress, TypeAdapter

from designer.messages import Id, Message, RuleCount, Telling
from designer.topology.expectation import Probe, ProbeText
from designer.topology.sentence import Sentence, told
from designer.topology.values import NodeName


class LinkRates(Message):
    """Traffic of a lab that runs, some once a second for as long as somebody looks.

    `links` holds seven integers a link: its index in the document that runs; bit/s from its first
    end to its second, and back; packets/s likewise; and the packets/s that were dropped, or were
    errors, at the end that is asked. Only links whose figures have changed are told, unless it is
    the `whole`: all others then rest.
    """

    type: Literal["rates"] = "rates"
    at: float
    whole: bool
    links: tuple[int, ...]


LINK_RATES: TypeAdapter[LinkRates] = TypeAdapter(LinkRates)


class WatchRates(Message):
    """Asks for the rates of a lab for some seconds; a `newcomer` needs them whole."""

    type: Literal["watch_rates"] = "watch_rates"
    lab: Id
    newcomer: bool = False


class Look(Message):
    """Asks what the kernel has of one node now."""

    type: Literal["look"] = "look"
    lab: Id
    answer: Id
    node: NodeName


class Trace(Message):
    """Asks which way packets take from a node to an address, by what is there now."""

    type: Literal["trace"] = "trace"
    lab: Id
    answer: Id
    source: NodeName
    target: IPvAnyAddress
    probe: ProbeText = Probe("ping")


WatcherRequest = Annotated[WatchRates | Look | Trace, Field(discriminator="type")]
WATCHER_REQUEST: TypeAdapter[WatcherRequest] = TypeAdapter(WatcherRequest)

Origin = Literal["drawn", "kernel", "learned", "by hand", "missing"]
"""Whose doing something in a node is; what is drawn and not there is missing."""


class Unlike(Telling):
    """Something of an interface that is not as drawn."""

    text: str


class SeenInterface(Message):
    """An interface as the kernel has it; `unlike` says what of it is not as drawn."""

    name: str
    kind: str
    origin: Origin
    state: Literal["up", "no carrier", "down", "missing"]
    mac: str = ""
    mtu: int = 0
    master: str = ""
    addresses: tuple[str, ...] = ()
    bytes_in: int = 0
    bytes_out: int = 0
    packets_in: int = 0
    packets_out: int = 0
    errors: int = 0
    drops: int = 0
    unlike: tuple[Unlike, ...] = ()


class SeenRoute(Message):
    """A route of any table, with its ways in words."""

    table: int
    destination: str
    kind: str
    ways: tuple[str, ...]
    metric: int
    protocol: str
    origin: Origin


class SeenNeighbour(Message):
    """Who is known on the wire."""

    address: str
    mac: str
    interface: str
    state: str


class SeenService(Telling):
    """A service, and the last that it said; `template` and `values` are those of its note."""

    name: str
    health: str
    restarts: int
    note: str
    lines: tuple[str, ...]


class SeenPeer(Message):
    """A neighbour of a routing daemon."""

    protocol: Literal["ospf", "bgp"]
    address: str
    name: str
    state: str
    established: bool


class NodeSeen(Message):
    """What the kernel and the keeper have of a node; `at` is Unix time in seconds."""

    type: Literal["node_seen"] = "node_seen"
    node: str
    at: float
    interfaces: tuple[SeenInterface, ...]
    routes: tuple[SeenRoute, ...]
    neighbours: tuple[SeenNeighbour, ...]
    rules: tuple[RuleCount, ...]
    rules_changed: bool
    services: tuple[SeenService, ...]
    peers: tuple[SeenPeer, ...]


class PathTraced(Telling):
    """The way of packets: the nodes they pass in order, switches among them, and the links between.

    `links` are indexes in the document that runs, -1 where there is none, as inside a tunnel. They
    stop at the last node where `fault` says why, and have arrived where it is empty. Where they
    arrive and the answer does not return, `back_nodes` is its way, and the one that stops.
    """

    type: Literal["path_traced"] = "path_traced"
    nodes: tuple[str, ...]
    links: tuple[int, ...]
    back_nodes: tuple[str, ...] = ()
    back_links: tuple[int, ...] = ()
    fault: str


class NotSeen(Telling):
    """There is nothing to look at, and why."""

    type: Literal["not_seen"] = "not_seen"
    reason: str


def not_seen(reason: Sentence) -> NotSeen:
    """Return the answer that there is nothing to look at."""
    return NotSeen(reason=reason, **told(reason))


WatcherAnswer = Annotated[NodeSeen | PathTraced | NotSeen, Field(discriminator="type")]
WATCHER_ANSWER: TypeAdapter[WatcherAnswer] = TypeAdapter(WatcherAnswer)
