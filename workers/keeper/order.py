"""What the engine asks the keeper of a lab for, as it crosses between them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

from designer.state.owner import Owner
from designer.state.service import Service, from_json, to_json
from workers.sandbox.pin import Pin

SOCKET, LOG = "keeper.sock", "keeper.log"


class Place(NamedTuple):
    """A service's node and its name there."""

    namespace: str
    service: str

    def __str__(self) -> str:
        """Say it to a person."""
        return f"{self.service} of {self.namespace}"


@dataclass(frozen=True, slots=True)
class Order:
    """A service to be kept, and where: `number` is that of the namespace's pin."""

    number: int
    pin: Pin
    service: Service

    @property
    def place(self) -> Place:
        """Where it is."""
        return Place(self.pin.name, self.service.name)

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON takes it."""
        pin = [self.pin.name, self.pin.hostname, self.pin.owner]
        return {"number": self.number, "pin": pin, "service": to_json(self.service)}

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> Self:
        """Return what `as_json` has written."""
        name, hostname, owner = values["pin"]
        made: Owner = "lab" if owner == "lab" else "worker"
        return cls(values["number"], Pin(name, hostname, made), from_json(values["service"]))
