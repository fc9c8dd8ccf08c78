"""Requests about what runs in a node, and whom it asks for names."""

from dataclasses import dataclass

from designer.state.route import Address
from designer.state.service import Service


@dataclass(frozen=True, slots=True)
class StartService:
    """Start a service in a node; from then on it is started again whenever it dies."""

    namespace: str
    service: Service

    def __str__(self) -> str:
        """Say it in one line."""
        return f"start {self.service.name} in {self.namespace}"


@dataclass(frozen=True, slots=True)
class StopService:
    """Stop a service of a node, and all that it started."""

    namespace: str
    service: Service

    def __str__(self) -> str:
        """Say it in one line."""
        return f"stop {self.service.name} in {self.namespace}"


@dataclass(frozen=True, slots=True)
class SetResolver:
    """Say whom the commands and services of a node ask for names: none forgets them."""

    namespace: str
    servers: tuple[Address, ...]

    def __str__(self) -> str:
        """Say it in one line."""
        servers = ", ".join(map(str, self.servers)) or "nobody"
        return f"let {self.namespace} ask {servers} for names"
