"""How smooth the editor is while a person works on a big lab, and how soon that is there."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from math import ceil, sqrt
from time import monotonic
from typing import TYPE_CHECKING, Any

from designer.cli.bench_browser import CALL, open_browser, sign_in
from designer.cli.bench_gestures import (
    COLUMN_PX,
    GESTURES,
    LAYOUT,
    ROW_PX,
    TYPING,
    frame_times_ms,
    key_times_ms,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page

MORE = {500: (LAYOUT,), 2000: (TYPING,)}
"""Of how many nodes the labs are, and what is done there beside the gestures."""

SETTLE_MS = 1500

_DRAWN = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const isThere = () =>
    document.querySelector('.react-flow[data-drawn] + canvas')?.checkVisibility();
  while (!isThere()) await frame();
  await frame();
  await frame();
}"""
"""Ends when the whole drawing was painted; it looks each frame, as somebody waiting does."""


@dataclass(frozen=True, slots=True)
class CanvasTimes:
    """By what was done: frames a second, how long a slow one of twenty took, and the longest.

    Of keys: how long after each what was typed was painted, of a slow one of twenty.
    """

    ready_ms: Mapping[str, float]
    fps: Mapping[str, float]
    p95_ms: Mapping[str, float]
    longest_ms: Mapping[str, float]
    keys_p95_ms: Mapping[str, float]

    def as_json(self) -> dict[str, Any]:
        """Return everything."""
        return asdict(self)

    def lines(self) -> list[str]:
        """Say it to a person."""
        ready = [f"{name:<34} ready after {ms:>6.0f} ms" for name, ms in self.ready_ms.items()]
        moved = [
            f"{name:<34} {self.fps[name]:>5.1f} fps   p95 {self.p95_ms[name]:>6.1f} ms a frame"
            f"   longest {self.longest_ms[name]:>6.1f} ms"
            for name in self.fps
        ]
        typed = [
            f"{name:<34} painted after   p95 {ms:>6.1f} ms" for name, ms in self.keys_p95_ms.items()
        ]
        return [*ready, *moved, *typed]


@dataclass(slots=True)
class _Samples:
    """What was measured so far, in milliseconds."""

    ready: dict[str, float] = field(default_factory=dict)
    frames: dict[str, list[float]] = field(default_factory=dict)
    keys: dict[str, list[float]] = field(default_factory=dict)

    def times(self) -> CanvasTimes:
        """Return what of it is told."""
        ordered = {name: sorted(times) for name, times in self.frames.items()}
        return CanvasTimes(
            self.ready,
            {name: round(1000 * len(times) / sum(times), 1) for name, times in ordered.items()},
            {name: _p95(times) for name, times in ordered.items()},
            {name: round(times[-1], 1) for name, times in ordered.items()},
            {name: _p95(sorted(times)) for name, times in self.keys.items()},
        )


def _p95(ordered: list[float]) -> float:
    return round(ordered[int(len(ordered) * 0.95)], 1)


def bench_canvas(link: str) -> CanvasTimes:
    """Sign in with a one-time link of `sign_in_link`; work in labs of each size."""
    samples = _Samples()
    with open_browser() as browser:
        page = sign_in(browser, link)
        page.set_viewport_size({"width": 1400, "height": 900})
        for size in MORE:
            _measure(page, size, samples)
    return samples.times()


def drawing(size: int) -> dict[str, Any]:
    """Return switches with nine hosts each, on a square, with a region behind some."""
    names = [f"n{number}" for number in range(size)]
    side = ceil(sqrt(size))
    return {
        "nodes": {
            name: {"kind": "host" if number % 10 else "switch"} for number, name in enumerate(names)
        },
        "links": [
            {"ends": [f"n{number}:e0", f"n{number - number % 10}:p{number % 10}"]}
            for number in range(size)
            if number % 10
        ],
        "layout": {
            name: [number % side * COLUMN_PX, number // side * ROW_PX]
            for number, name in enumerate(names)
        },
        "shapes": [{"kind": "region", "text": "Site", "at": [-40, -60], "size": [2000, 900]}],
    }


def _measure(page: "Page", size: int, samples: _Samples) -> None:
    lab = page.evaluate(CALL, ["POST", "/api/labs", {"topology": drawing(size)}])
    began = monotonic()
    page.goto(f"/labs/{lab['id']}")
    page.evaluate(_DRAWN)
    samples.ready[f"{size} nodes"] = round((monotonic() - began) * 1000)
    page.wait_for_timeout(SETTLE_MS)
    for gesture in (*GESTURES, *MORE[size]):
        samples.frames[f"{size} nodes, {gesture.name}"] = frame_times_ms(page, gesture)
    if TYPING in MORE[size]:
        samples.keys[f"{size} nodes, a key in the YAML"] = key_times_ms(page)
    page.evaluate(CALL, ["DELETE", f"/api/labs/{lab['id']}", None])
