"""Operations about services, carried out in a lab whose lock is held."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from designer.plan.operations import StartService, StopService
from designer.state.service import DhcpClient, Frr
from designer.topology.sentence import say
from workers.errors import HostRefused, ServiceFailed
from workers.keeper import client
from workers.keeper.order import Order, Place
from workers.sandbox.holder import find_holder
from workers.sandbox.lab import Lab
from workers.sandbox.names import resolver_file, write_resolver

PATIENCE_S = 6.0
"""So long an apply waits for services to listen, or to have their address."""

ROUTING_PATIENCE_S = 18.0
"""Routing daemons need time to find each other."""


def start_services(lab: Lab, operations: Sequence[StartService]) -> None:
    """Start them all and wait until others may come; raise for one that keeps dying."""
    holder = find_holder(lab.host.run_dir)
    if holder is None:
        raise HostRefused(say("the process that keeps labs alive has ended: apply again"))
    lab.user_namespace()
    orders = list(_orders(lab, operations))
    client.start(lab.folder, holder.pid, orders)
    started = dict(zip((order.place for order in orders), operations, strict=True))
    slow = any(isinstance(one.service, Frr) for one in operations)
    patience_s = ROUTING_PATIENCE_S if slow else PATIENCE_S
    for failed in client.await_running(lab.folder, list(started), patience_s):
        raise ServiceFailed(started[failed.place], _last_words(lab.folder, failed.place))


def _orders(lab: Lab, operations: Sequence[StartService]) -> Iterator[Order]:
    pins = {pin.name: (number, pin) for number, pin in lab.manifest.pins.items()}
    for operation in operations:
        number, pin = pins[operation.namespace]
        file = resolver_file(lab.folder, number)
        if isinstance(operation.service, DhcpClient) and not file.exists():
            write_resolver(file, ())  # for the client to write into
        yield Order(number, pin, operation.service)


def _last_words(folder: Path, place: Place) -> str:
    said = client.last_lines(folder, place)
    return "; ".join(said[-2:]) or "it said nothing"


def stop_services(lab: Lab, operations: Sequence[StopService]) -> None:
    """Have them gone."""
    places = [Place(one.namespace, one.service.name) for one in operations]
    client.stop(lab.folder, places)
