"""Labs to begin with, each a YAML file that says what it shows.

The file opens with comments: its first line is the title, the lines after an empty one are the
summary. `GALLERY` has them by id, the file's name, in the order in which a person learns.
"""

from dataclasses import dataclass
from importlib.resources import files
from itertools import takewhile

from designer.topology.document import read_text
from designer.topology.topology import Topology

ORDER = (
    "two-hosts-one-bridge",
    "two-hosts-one-cable",
    "bridge-in-the-host",
    "two-routers",
    "slow-line",
    "dual-stack",
    "home-network",
    "two-vlans-one-bridge",
    "tagged-packets",
    "two-bridges-one-trunk",
    "router-between-two-vlans",
    "switch-that-routes",
    "qinq",
    "equal-cost-paths",
    "policy-routing",
    "mesh-of-routers",
    "bonded-server",
    "one-cable-two-machines",
    "two-customers-one-router",
    "tunnel-between-sites",
    "vxlan-across-routers",
    "firewall",
    "small-office",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A lab of the gallery; `text` is the file as it was written, comments and all."""

    id: str
    title: str
    summary: str
    text: str
    topology: Topology


def _read(name: str) -> Entry:
    text = files(__name__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    title, _, summary = _opening(text).partition("\n\n")
    document = read_text(text)
    assert document.topology is not None, document.problems  # noqa: S101 - shipped, and tested
    return Entry(name, title, " ".join(summary.split()), text, document.topology)


def _opening(text: str) -> str:
    comments = takewhile(lambda line: line.startswith("#"), text.splitlines())
    return "\n".join(line.removeprefix("#").strip() for line in comments)


GALLERY = {name: _read(name) for name in ORDER}
