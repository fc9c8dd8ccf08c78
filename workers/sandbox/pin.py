"""What is written down about one namespace of a lab."""

from dataclasses import dataclass

from designer.state.owner import Owner


@dataclass(frozen=True, slots=True)
class Pin:
    """One namespace of a lab; on disk it is only a number."""

    name: str
    hostname: str
    owner: Owner
    resolver: tuple[str, ...] = ()
