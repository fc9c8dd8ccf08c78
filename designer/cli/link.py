"""Change what a link of a lab that runs does to packets, at once and as a whole.

What is left out is nothing: without any number the link is perfect. The lab's file stays as it is,
and applying it makes the link what is drawn.
"""

import argparse

from pydantic import ValidationError

from designer.cli.documents import limits
from designer.cli.end import parsed_end, what_is_wrong
from designer.cli.errors import BadInput
from designer.cli.exit_status import DONE
from designer.cli.labs import find_lab
from designer.state.impairment import lower_impairment
from designer.topology.checks import check
from designer.topology.impairment import Impairment
from designer.topology.link import Link
from designer.topology.problem import errors
from designer.topology.topology import Topology
from designer.topology.values import End
from workers.capabilities import require_able
from workers.link import change_link


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes: every value of an impairment."""
    parser.add_argument("lab", metavar="LAB", help="its name, its key or its file")
    parser.add_argument("end", metavar="NODE:INTERFACE", help="an end of the link")
    for name, field in Impairment.model_fields.items():
        option = f"--{name.replace('_', '-')}"
        what = (field.description or "").replace("%", "%%")
        parser.add_argument(option, metavar="N", default=field.default, help=what)
    parser.add_argument("--one-way", action="store_true", help="only what is sent at this end")


def run(options: argparse.Namespace) -> int:
    """Change it, and say what it is now."""
    end, impairment = parsed_end("link", options.end), _impairment(options)

    def edit(link: Link) -> Link:
        return _one_way(link, end, impairment) if options.one_way else _both(link, impairment)

    link = change_link(find_lab(options.lab).key, end, edit, _require_sound)
    netem = lower_impairment(impairment)
    where = f"from {end}" if options.one_way else " -- ".join(map(str, link.ends))
    print(f"{where}: {netem or 'perfect'}; the file is as it was: apply it to go back")
    return DONE


def _impairment(options: argparse.Namespace) -> Impairment:
    try:
        return Impairment.model_validate(
            {name: getattr(options, name) for name in Impairment.model_fields}
        )
    except ValidationError as error:
        raise BadInput([f"vethwork link: {what_is_wrong(error)}"]) from None


def _both(link: Link, impairment: Impairment) -> Link:
    return link.model_copy(update={"impairment": impairment, "impairment_back": None})


def _one_way(link: Link, end: End, impairment: Impairment) -> Link:
    ways = dict(link.ways()) | {end: impairment}
    there, back = (ways.get(one) or Impairment() for one in link.ends)
    return link.model_copy(update={"impairment": there, "impairment_back": back})


def _require_sound(topology: Topology) -> None:
    if found := errors(check(topology, limits())):
        raise BadInput([f"vethwork link: {one.message}" for one in found])
    require_able(topology)
