"""An impairment: how a way over a cable is worse than a perfect one."""

from typing import Annotated

from pydantic import AfterValidator, Field, PlainSerializer

from designer.topology.values import Element, whole

DELAY_MS_MAX = 10_000
JITTER_MS_MAX = 2_000
"""The kernel spreads delays by less than 2^31 ns (net/sched/sch_netem.c, netem_change)."""

RATE_KBIT_MIN, RATE_KBIT_MAX = 8, 100_000_000
QUEUE_PACKETS_MAX = 100_000

DECIMALS = 4


def _rounded(value: float) -> float:
    return round(value, DECIMALS)


ROUNDED, WHOLE = AfterValidator(_rounded), PlainSerializer(whole)
Percent = Annotated[float, Field(ge=0, le=100), ROUNDED, WHOLE]


class Impairment(Element):
    """What a cable does to the packets of one direction; what is left out it does not do."""

    delay_ms: Annotated[float, Field(ge=0, le=DELAY_MS_MAX), ROUNDED, WHOLE] = Field(
        default=0, description="How long a packet is under way, in steps of 0.008 ms."
    )
    jitter_ms: Annotated[float, Field(ge=0, le=JITTER_MS_MAX), ROUNDED, WHOLE] = Field(
        default=0, description="How much the delay varies to either side, evenly."
    )
    loss_percent: Percent = Field(default=0, description="How many packets are lost.")
    duplicate_percent: Percent = Field(default=0, description="How many packets arrive twice.")
    reorder_percent: Percent = Field(
        default=0, description="How many packets overtake those before them, without the delay."
    )
    corrupt_percent: Percent = Field(
        default=0, description="How many packets arrive with one bit changed."
    )
    rate_kbit: Annotated[int, Field(ge=RATE_KBIT_MIN, le=RATE_KBIT_MAX)] | None = Field(
        default=None, description="How much it carries, in 1000 bits a second. Left out: no limit."
    )
    queue_packets: Annotated[int, Field(ge=1, le=QUEUE_PACKETS_MAX)] | None = Field(
        default=None,
        description="How many packets wait or are under way at once; more are lost."
        " Left out: 1000, and room for all that the delay keeps under way.",
    )
