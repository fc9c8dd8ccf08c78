"""Rules about settings of the kernel."""

from collections.abc import Iterator

from designer.topology.checks.facts import Facts
from designer.topology.problem import Problem
from designer.topology.sentence import say
from designer.topology.sysctl import interface_of
from designer.topology.values import End


def check_sysctls(facts: Facts) -> Iterator[Problem]:
    """A setting must be of a node of the lab's own, and of an interface that will be there."""
    for name, node in facts.topology.nodes.items():
        for setting in node.sysctls:
            element = f"nodes/{name}/sysctls/{setting}"
            interface = interface_of(setting)
            if node.at == "host-namespace":
                message = say(
                    "{name} is in the host's namespace, whose settings stay: remove it", name=name
                )
                yield Problem("setting-of-the-host", element, message)
            elif interface and not facts.is_made(End(name, interface)):
                message = say(
                    "{name} has no interface {interface}: name one that it has",
                    name=name,
                    interface=interface,
                )
                yield Problem("setting-of-nothing", element, message)
