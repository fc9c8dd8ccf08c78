"""What something takes that a person waits for, as a whole and step by step."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import median, quantiles
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class StepTimes:
    """Milliseconds over all rounds, by step."""

    title: str
    rounds: int
    p50_ms: Mapping[str, float]
    p95_ms: Mapping[str, float]

    @classmethod
    def of(cls, title: str, samples: Sequence[Mapping[str, float]]) -> Self:
        """Sum up rounds, each of which says how long every step took."""
        columns = {name: [sample[name] for sample in samples] for name in samples[0]}
        return cls(
            title,
            len(samples),
            {name: round(median(times), 1) for name, times in columns.items()},
            {name: round(_p95(times), 1) for name, times in columns.items()},
        )

    def as_json(self) -> dict[str, Any]:
        """Return everything."""
        return asdict(self)

    def lines(self) -> list[str]:
        """Say it to a person."""
        rows = [
            f"{name:<34} p50 {p50_ms:>7.1f} ms   p95 {self.p95_ms[name]:>7.1f} ms"
            for name, p50_ms in self.p50_ms.items()
        ]
        return [f"{self.title}, {self.rounds} times", *rows]


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]
