"""Write a new drawing of a regular shape, with addresses, and routes where it has routers."""

import argparse
from collections.abc import Mapping
from typing import Any, Literal, get_args, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo

from designer.cli.documents import STDIN
from designer.cli.errors import BadInput
from designer.cli.exit_status import DONE
from designer.cli.export import write
from designer.exporters.yaml import export
from designer.generators import GENERATORS
from designer.generators.lab import TooLarge, draw
from designer.generators.shape import Shape


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes: a shape, and what can be chosen of it."""
    shapes = parser.add_subparsers(dest="shape", required=True, metavar="SHAPE")
    for name, shape in GENERATORS.items():
        about = " ".join((shape.__doc__ or "").split())
        one = shapes.add_parser(name, help=about, description=about)
        for field, info in shape.model_fields.items():
            one.add_argument(f"--{field}", **_argument(info))
        one.add_argument("-o", "--out", metavar="OUT", default=STDIN, help="else standard output")


def _argument(info: FieldInfo) -> Mapping[str, Any]:
    said = f"{info.description} Left out: {info.default}."
    if info.annotation is bool:
        return {"action": "store_true", "help": info.description}
    if get_origin(info.annotation) is Literal:
        return {"choices": get_args(info.annotation), "default": info.default, "help": said}
    return {"default": info.default, "metavar": "N", "help": said}


def run(options: argparse.Namespace) -> int:
    """Write the file."""
    kind = GENERATORS[options.shape]
    try:
        topology = draw(_chosen(kind, options))
    except TooLarge as error:
        raise BadInput([f"vethwork new: {error}"]) from None
    write(options.out, export(topology).text)
    return DONE


def _chosen(kind: type[Shape], options: argparse.Namespace) -> Shape:
    values = {field: getattr(options, field) for field in kind.model_fields}
    try:
        return kind.model_validate(values)
    except ValidationError as error:
        raise BadInput(
            f"vethwork new: --{one['loc'][0]} {one['input']}: {one['msg']}"
            for one in error.errors(include_url=False)
        ) from None
