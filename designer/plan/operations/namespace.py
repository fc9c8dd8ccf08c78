"""Requests about whole namespaces."""

from dataclasses import dataclass

from designer.state.owner import Owner
from designer.topology.sentence import Sentence, say


@dataclass(frozen=True, slots=True)
class CreateNamespace:
    """Make an empty network namespace; its loopback is down.

    `quiet` switches IPv6 off by default for interfaces born in it, so that ports which are born
    up never send router solicitations or MLD reports.
    """

    namespace: str
    hostname: str
    owner: Owner
    quiet: bool

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say("create namespace {namespace}", namespace=self.namespace)


@dataclass(frozen=True, slots=True)
class DeleteNamespace:
    """Drop a namespace and everything in it."""

    namespace: str

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say("delete namespace {namespace}", namespace=self.namespace)


@dataclass(frozen=True, slots=True)
class SetHostname:
    """Give a namespace's shells another UTS name."""

    namespace: str
    hostname: str

    def __str__(self) -> Sentence:
        """Say it in one line."""
        return say("name {namespace} {hostname}", namespace=self.namespace, hostname=self.hostname)
