"""Requests about what runs in a node, and whom it asks for names."""

from dataclasses import dataclass

from designer.state.route import Address
from designer.state.service import Service
from designer.topology.sentence import Sentence, say


@dataclass(frozen=True, slots=True)
class StartService:
    """Start a service in a node; from then on it is started again whenever it dies."""

    namespace: str
    service: Service

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say("start {name} in {namespace}", name=self.service.name, namespace=self.namespace)


@dataclass(frozen=True, slots=True)
class StopService:
    """Stop a service of a node, and all that it started."""

    namespace: str
    service: Service

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say("stop {name} in {namespace}", name=self.service.name, namespace=self.namespace)


@dataclass(frozen=True, slots=True)
class SetResolver:
    """Say whom the commands and services of a node ask for names: none forgets them."""

    namespace: str
    servers: tuple[Address, ...]

    def __str__(self) -> Sentence:
        """Say it in one line."""
        servers = ", ".join(map(str, self.servers)) or "nobody"
        return say(
            "let {namespace} ask {servers} for names", namespace=self.namespace, servers=servers
        )
