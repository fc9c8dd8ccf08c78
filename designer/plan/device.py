"""Devices: desired against observed."""

from collections.abc import Iterator, Sequence

from designer.plan.comparison import NamespaceChange
from designer.plan.operations import CreateDevice
from designer.plan.stack import is_device, parents_first


def create_devices(changes: Sequence[NamespaceChange]) -> Iterator[CreateDevice]:
    """Yield the devices that are drawn and not there, each after what it stands on."""
    for change in changes:
        for one in parents_first([each for each in change.comes if is_device(each)]):
            yield CreateDevice(change.name, one.name, one.kind, one.mac, one.mtu, one.device)
