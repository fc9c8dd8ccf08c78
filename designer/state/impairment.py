"""What an interface does to the packets it sends: netem, in the kernel's own integers."""

from dataclasses import dataclass
from math import ceil

from pydantic import ValidationError

from designer.topology.impairment import QUEUE_PACKETS_MAX, Impairment

ALWAYS = 0xFFFFFFFF
"""A chance of 1: the kernel counts chances in parts of this (tc-netem(8), struct tc_netem_qopt)."""

STEP_NS = 8_000
"""A multiple of the 64 ns in which tc(8) of iproute2 6.1 counts (/proc/net/psched), and whole in
its microseconds: whoever sets such a time, all set the same."""

QUEUE_PACKETS = 1000
"""What tc-netem(8) takes if nobody says anything."""

PACKET_BYTES = 1500
FASTEST_BYTES_S = 10_000_000_000 // 8
"""What a cable without a limit is taken to carry when it comes to room for what is under way."""

_KBIT_BYTES = 125
_NS_PER_MS = 1_000_000


@dataclass(frozen=True, slots=True)
class Netem:
    """A netem queueing discipline at the root of an interface (tc-netem(8)).

    `loss`, `duplicate`, `reorder` and `corrupt` are chances in parts of `ALWAYS`; `rate_bytes_s`
    is 0 where there is no limit.
    """

    limit_packets: int = QUEUE_PACKETS
    delay_ns: int = 0
    jitter_ns: int = 0
    loss: int = 0
    duplicate: int = 0
    reorder: int = 0
    corrupt: int = 0
    rate_bytes_s: int = 0

    def __str__(self) -> str:
        """Say it as tc-netem(8) would."""
        times = [_time(ns) for ns in (self.delay_ns, self.jitter_ns) if ns]
        chances = (
            ("loss", self.loss),
            ("duplicate", self.duplicate),
            ("reorder", self.reorder),
            ("corrupt", self.corrupt),
        )
        words = [f"limit {self.limit_packets}", *([f"delay {' '.join(times)}"] if times else [])]
        words += [f"{word} {percent(value)}%" for word, value in chances if value]
        words += [f"rate {_rate(self.rate_bytes_s)}"] if self.rate_bytes_s else []
        return " ".join(words)


@dataclass(frozen=True, slots=True)
class OtherQdisc:
    """A queueing discipline that no drawing asks for: somebody typed it."""

    kind: str


Egress = Netem | OtherQdisc
"""What stands at the root of an interface; without one packets leave at once (noqueue)."""


def loses_all(egress: Egress | None) -> bool:
    """Tell whether nothing that is sent there arrives."""
    return isinstance(egress, Netem) and egress.loss == ALWAYS


def lower_impairment(drawn: Impairment) -> Netem | None:
    """Return the netem of a drawn impairment, None where it does nothing at all."""
    delay_ns, jitter_ns = _nanoseconds(drawn.delay_ms), _nanoseconds(drawn.jitter_ms)
    rate_bytes_s = (drawn.rate_kbit or 0) * _KBIT_BYTES
    netem = Netem(
        limit_packets=drawn.queue_packets or _room(delay_ns + jitter_ns, rate_bytes_s),
        delay_ns=delay_ns,
        jitter_ns=jitter_ns,
        loss=chance(drawn.loss_percent),
        duplicate=chance(drawn.duplicate_percent),
        reorder=chance(drawn.reorder_percent),
        corrupt=chance(drawn.corrupt_percent),
        rate_bytes_s=rate_bytes_s,
    )
    return None if netem == Netem() else netem


def lift_impairment(netem: Netem) -> Impairment | None:
    """Return the impairment that becomes this netem, None where there is none."""
    room = _room(netem.delay_ns + netem.jitter_ns, netem.rate_bytes_s)
    rate_kbit, rest = divmod(netem.rate_bytes_s, _KBIT_BYTES)
    values = {
        "delay_ms": netem.delay_ns / _NS_PER_MS,
        "jitter_ms": netem.jitter_ns / _NS_PER_MS,
        "loss_percent": float(percent(netem.loss)),
        "duplicate_percent": float(percent(netem.duplicate)),
        "reorder_percent": float(percent(netem.reorder)),
        "corrupt_percent": float(percent(netem.corrupt)),
        "rate_kbit": rate_kbit or None,
        "queue_packets": None if netem.limit_packets == room else netem.limit_packets,
    }
    try:
        drawn = Impairment.model_validate(values)
    except ValidationError:
        return None  # beyond what a drawing may ask for
    return drawn if not rest and lower_impairment(drawn) == netem else None


def chance(percent: float) -> int:
    """Return the kernel's number for a percentage, rounded as tc(8) does it (rint(3))."""
    return round(percent / 100 * ALWAYS)


def percent(number: int) -> str:
    """Return the shortest percentage that makes the kernel's number."""
    exact = number / ALWAYS * 100
    texts = (repr(float(f"{exact:.{digits}g}")) for digits in range(1, 18))
    return next(text for text in texts if chance(float(text)) == number).removesuffix(".0")


def _time(nanoseconds: int) -> str:
    """Return a time in whole units: tc(8) drops what is behind the point."""
    milliseconds, rest = divmod(nanoseconds, _NS_PER_MS)
    return f"{nanoseconds // 1000}us" if rest else f"{milliseconds}ms"


def _rate(bytes_s: int) -> str:
    kilobits, rest = divmod(bytes_s, _KBIT_BYTES)
    return f"{bytes_s * 8}bit" if rest else f"{kilobits}kbit"


def _nanoseconds(milliseconds: float) -> int:
    """Return the nearest time that can be set, and never nothing for something."""
    steps = round(milliseconds * _NS_PER_MS / STEP_NS)
    return STEP_NS * max(steps, 1 if milliseconds else 0)


def _room(delay_ns: int, rate_bytes_s: int) -> int:
    """Return a limit that delay does not fill: netem counts what is under way as queued."""
    under_way_bytes = (rate_bytes_s or FASTEST_BYTES_S) * delay_ns / 1_000_000_000
    return min(QUEUE_PACKETS + ceil(under_way_bytes / PACKET_BYTES), QUEUE_PACKETS_MAX)
