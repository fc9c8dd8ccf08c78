"""Print the JSON Schema of a drawing, by which editors complete and check; or its reference."""

import argparse
import json

from designer.cli.exit_status import DONE
from designer.cli.reference import reference
from designer.topology.topology import topology_json_schema


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the command takes."""
    parser.add_argument(
        "--markdown", action="store_true", help="print the reference that docs/ has of it"
    )


def run(options: argparse.Namespace) -> int:
    """Print it."""
    print(reference() if options.markdown else json.dumps(topology_json_schema(), indent=2))
    return DONE
