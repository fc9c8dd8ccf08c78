"""A VXLAN as the kernel has it."""

from dataclasses import dataclass

from designer.topology.values import Address


@dataclass(frozen=True, slots=True)
class Vxlan:
    """Frames in UDP packets to `remote`; `parent` is empty where the route decides."""

    vni: int
    remote: Address
    local: Address | None
    port: int
    parent: str = ""
