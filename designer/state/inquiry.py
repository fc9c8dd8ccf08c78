"""What of a namespace is only seen by who asks for it: nouns that most namespaces have none of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from designer.state.host_state import HostState
from designer.state.namespace import Namespace


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What to ask the kernel beyond what it is always asked: each question takes its time."""

    policies: bool = False

    def after(self, earlier: "Inquiry") -> "Inquiry":
        """Return what has to be asked where something else was drawn earlier."""
        return Inquiry(policies=self.policies or earlier.policies)

    def plain(self) -> dict[str, Any]:
        """Return it as JSON values."""
        return {"policies": self.policies}

    @classmethod
    def from_plain(cls, value: Mapping[str, Any]) -> Self:
        """Return what `plain` wrote."""
        return cls(policies=value["policies"])


NOTHING = Inquiry()


def inquiry_about(namespace: Namespace) -> Inquiry:
    """Return what has to be asked so that a namespace is seen as it is drawn."""
    if not namespace.policies:
        return NOTHING
    return Inquiry(policies=bool(namespace.policies))


def inquiries(desired: HostState, earlier: Mapping[str, Inquiry]) -> Mapping[str, Inquiry]:
    """Return what has to be asked, by namespace, where `earlier` was what was drawn before."""
    wanted = {name: inquiry_about(one) for name, one in desired.namespaces.items()}
    found = {name: one for name, one in wanted.items() if one != NOTHING}
    past = {name: found.get(name, NOTHING).after(one) for name, one in earlier.items()}
    return found | past
