"""What is written down about a lab beside its pins: the names that go with the numbers."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Literal, Self

from designer.state.inquiry import Inquiry
from designer.state.owner import Owner
from workers.sandbox.pin import Pin
from workers.sandbox.record import read_if_there, replace_file

FILE_NAME, PASSING_FILE = "manifest.json", "progress.json"
PASSING = ("title", "generation", "phase", "highest_index")
LASTING = ("pins", "host_interfaces", "asked")
"""What grows with the lab is in a file of its own, which few changes of a big lab concern."""
Phase = Literal["applying", "applied"]


@dataclass(frozen=True, slots=True)
class Manifest:
    """Written before anything is made, so that nothing is ever found without its name.

    `highest_index` is the highest interface index that was ever seen in it, of which new ones
    stay clear. `host_interfaces` holds, by name, the indexes of interfaces that the lab has in the
    host's own namespace, so that no other is ever touched. `asked` tells, by name, what else of a
    namespace has to be asked for to see all that was drawn.
    """

    key: str
    title: str = ""
    generation: int = 0
    phase: Phase = "applying"
    pins: Mapping[int, Pin] = field(default_factory=dict)
    host_interfaces: Mapping[str, int] = field(default_factory=dict)
    highest_index: int = 1
    asked: Mapping[str, Inquiry] = field(default_factory=dict)

    def with_pins(self, pins: Mapping[int, Pin]) -> Self:
        """Return the manifest with other namespaces."""
        return replace(self, pins=dict(pins))

    def write(self, folder: Path, earlier: "Manifest | None" = None) -> None:
        """Replace the lab's manifest; what it holds of many namespaces only where it changed."""
        passing = {name: getattr(self, name) for name in PASSING}
        replace_file(folder / PASSING_FILE, json.dumps(passing))
        if earlier is None or any(getattr(self, one) != getattr(earlier, one) for one in LASTING):
            lasting = {
                "host_interfaces": dict(self.host_interfaces),
                "asked": {name: one.plain() for name, one in self.asked.items()},
                "pins": {number: _words(pin) for number, pin in self.pins.items()},
            }
            replace_file(folder / FILE_NAME, json.dumps({"key": self.key, **lasting}))


def read_manifest(folder: Path) -> Manifest | None:
    """Return a lab's manifest, or None where there is no lab."""
    passing = read_if_there(folder / PASSING_FILE)
    lasting = read_if_there(folder / FILE_NAME)
    if passing is None or lasting is None:
        return None
    return replace(_read_lasting(lasting), **json.loads(passing))


@lru_cache(maxsize=8)
def _read_lasting(text: str) -> Manifest:
    """Remembered, for most edits of a lab that runs leave it as it is."""
    value = json.loads(text)
    pins = {int(number): _pin(*words) for number, words in value.pop("pins").items()}
    asked = {name: Inquiry.from_plain(one) for name, one in value.pop("asked", {}).items()}
    return Manifest(**value, pins=pins, asked=asked)


def _words(pin: Pin) -> list[object]:
    """Return a pin as JSON takes it, short where little is said."""
    return [pin.name, pin.hostname, pin.owner, *([pin.resolver] if pin.resolver else [])]


def _pin(name: str, hostname: str, owner: Owner, resolver: Sequence[str] = ()) -> Pin:
    return Pin(name, hostname, owner, tuple(resolver))


def read_phase(folder: Path) -> Phase:
    """Return how far the last change of a lab got."""
    phase: Phase = json.loads((folder / PASSING_FILE).read_text())["phase"]
    return phase
