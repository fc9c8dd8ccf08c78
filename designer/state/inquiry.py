"""What of a namespace is only seen by who asks for it: nouns that most namespaces have none of."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from designer.state.host_state import HostState
from designer.state.namespace import Namespace


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What to ask the kernel beyond what it is always asked: each question takes its time.

    `sysctls` are the settings that are drawn, and `former_sysctls` those that were before: these
    are only of interest as long as they are not back at their defaults.
    """

    policies: bool = False
    neighbours: bool = False
    sysctls: frozenset[str] = frozenset()
    former_sysctls: frozenset[str] = frozenset()

    @property
    def asks_for_sysctls(self) -> bool:
        """Tell whether any setting has to be read."""
        return bool(self.sysctls or self.former_sysctls)

    def of_all(self, *, wanted: bool) -> "Inquiry":
        """Return the same with all that can be asked without knowing a name, if it is wanted."""
        return replace(self, policies=True, neighbours=True) if wanted else self

    def after(self, earlier: "Inquiry") -> "Inquiry":
        """Return what has to be asked where something else was drawn earlier."""
        return Inquiry(
            policies=self.policies or earlier.policies,
            neighbours=self.neighbours or earlier.neighbours,
            sysctls=self.sysctls,
            former_sysctls=(earlier.sysctls | earlier.former_sysctls) - self.sysctls,
        )

    def plain(self) -> dict[str, Any]:
        """Return it as JSON values."""
        return {
            "policies": self.policies,
            "neighbours": self.neighbours,
            "sysctls": sorted(self.sysctls),
            "former_sysctls": sorted(self.former_sysctls),
        }

    @classmethod
    def from_plain(cls, value: Mapping[str, Any]) -> Self:
        """Return what `plain` wrote."""
        return cls(
            value["policies"],
            value["neighbours"],
            frozenset(value["sysctls"]),
            frozenset(value["former_sysctls"]),
        )


NOTHING = Inquiry()


def inquiry_about(namespace: Namespace) -> Inquiry:
    """Return what has to be asked so that a namespace is seen as it is drawn."""
    if not (namespace.policies or namespace.neighbours or namespace.sysctls):
        return NOTHING
    return Inquiry(
        bool(namespace.policies),
        bool(namespace.neighbours),
        frozenset(one.name for one in namespace.sysctls),
    )


def inquiries(desired: HostState, earlier: Mapping[str, Inquiry]) -> Mapping[str, Inquiry]:
    """Return what has to be asked, by namespace, where `earlier` was what was drawn before."""
    wanted = {name: inquiry_about(one) for name, one in desired.namespaces.items()}
    found = {name: one for name, one in wanted.items() if one != NOTHING}
    past = {name: found.get(name, NOTHING).after(one) for name, one in earlier.items()}
    return found | past
