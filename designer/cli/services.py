"""Say what runs in the nodes of a lab, and how it is; or what one service has said."""

import argparse
import json
from collections.abc import Iterator, Sequence

from designer.cli.errors import BadInput
from designer.cli.exit_status import DONE
from designer.cli.labs import find_lab
from designer.cli.terminal import columns, count, plain
from workers import engine
from workers.keeper.client import ServiceStatus
from workers.keeper.order import Place


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument("lab", metavar="LAB", help="its name, its key or its file")
    parser.add_argument("node", metavar="NODE", nargs="?", help="only what runs in this node")
    parser.add_argument("service", metavar="SERVICE", nargs="?", help="the one of which --log is")
    parser.add_argument("--log", action="store_true", help="print the last lines of one service")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: argparse.Namespace) -> int:
    """Print a line for each service, or the lines of one."""
    key = find_lab(options.lab).key
    found = engine.lab_services(key)
    shown = [one for one in found if options.node in {None, one.place.namespace}]
    if options.log:
        place = _one_place(shown, options.service)
        for line in engine.service_log(key, place):
            print(plain(line))
    elif options.json:
        print(json.dumps([_as_json(one) for one in shown], indent=2))
    else:
        for line in _list(shown):
            print(line)
    return DONE


def _one_place(shown: Sequence[ServiceStatus], service: str | None) -> Place:
    """Return the service that is meant; raises BadInput where that is not one."""
    places = [one.place for one in shown if service in {None, one.place.service}]
    if len(places) == 1:
        return places[0]
    known = ", ".join(str(one.place) for one in shown) or "none"
    raise BadInput([f"vethwork services: name a node and one of its services: there are {known}"])


def _as_json(one: ServiceStatus) -> dict[str, object]:
    return {
        "node": one.place.namespace,
        "service": one.place.service,
        "health": one.health,
        "pid": one.pid,
        "restarts": one.restarts,
        "note": one.note,
    }


def _list(shown: Sequence[ServiceStatus]) -> Iterator[str]:
    if not shown:
        yield "nothing runs there"
        return
    rows = [(*one.place, one.health, _more(one)) for one in shown]
    yield from columns(rows, ("strong",))


def _more(one: ServiceStatus) -> str:
    again = f"started again {count(one.restarts, 'time')}" if one.restarts else ""
    return ", ".join(filter(None, (plain(one.note), again)))
