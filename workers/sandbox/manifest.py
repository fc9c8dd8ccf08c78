"""What is written down about a lab beside its pins: the names that go with the numbers."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, Self

from designer.state.inquiry import Inquiry
from designer.state.namespace import Owner
from workers.sandbox.record import read_if_there, replace_file

FILE_NAME = "manifest.json"
Phase = Literal["applying", "applied"]


@dataclass(frozen=True, slots=True)
class Pin:
    """One namespace of a lab; on disk it is only a number."""

    name: str
    hostname: str
    owner: Owner


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

    def write(self, folder: Path) -> None:
        """Replace the lab's manifest."""
        value = {
            "key": self.key,
            "title": self.title,
            "generation": self.generation,
            "phase": self.phase,
            "host_interfaces": dict(self.host_interfaces),
            "highest_index": self.highest_index,
            "asked": {name: one.plain() for name, one in self.asked.items()},
            "pins": {number: [p.name, p.hostname, p.owner] for number, p in self.pins.items()},
        }
        replace_file(folder / FILE_NAME, json.dumps(value))


def read_manifest(folder: Path) -> Manifest | None:
    """Return a lab's manifest, or None where there is no lab."""
    text = read_if_there(folder / FILE_NAME)
    if text is None:
        return None
    value = json.loads(text)
    pins = {int(number): Pin(*words) for number, words in value.pop("pins").items()}
    asked = {name: Inquiry.from_plain(one) for name, one in value.pop("asked", {}).items()}
    return Manifest(**value, pins=pins, asked=asked)
