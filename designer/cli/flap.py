"""Cut a cable of a lab that runs and mend it, some times; then the lab is as drawn again."""

import argparse

from pydantic import ValidationError

from designer.cli.end import parsed_end, what_is_wrong
from designer.cli.errors import BadInput
from designer.cli.exit_status import DONE
from designer.cli.labs import find_lab
from designer.topology.flap import Flap
from workers.flap import flap_cable


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    usual = Flap()
    parser.add_argument("lab", metavar="LAB", help="its name, its key or its file")
    parser.add_argument("end", metavar="NODE:INTERFACE", help="an end of the cable")
    parser.add_argument("--times", type=int, default=usual.times, help="how often it is cut")
    parser.add_argument("--down-ms", type=int, default=usual.down_ms, help="how long it is cut")
    parser.add_argument("--up-ms", type=int, default=usual.up_ms, help="how long it is whole")


def run(options: argparse.Namespace) -> int:
    """Flap, and say so."""
    end, flap = parsed_end("flap", options.end), _flap(options)
    link = flap_cable(find_lab(options.lab).key, end, flap)
    print(f"{' -- '.join(map(str, link.ends))}: cut {flap.times} times for {flap.down_ms} ms each")
    return DONE


def _flap(options: argparse.Namespace) -> Flap:
    try:
        return Flap(times=options.times, down_ms=options.down_ms, up_ms=options.up_ms)
    except ValidationError as error:
        raise BadInput([f"vethwork flap: {what_is_wrong(error)}"]) from None
