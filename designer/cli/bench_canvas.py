"""How smooth the canvas is while a person pans, zooms and drags, and how soon a lab is there."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from math import ceil, sqrt
from time import monotonic
from typing import TYPE_CHECKING, Any

from designer.cli.bench_browser import CALL, open_browser, sign_in

if TYPE_CHECKING:
    from playwright.sync_api import FloatRect, Page

SIZES = (500, 2000)
SETTLE_MS = 1500
STEPS = 60
COLUMN_PX, ROW_PX = 230, 130

_COUNT = """() => {
  const times = [];
  let last = performance.now(), over = false;
  const tick = (now) => {
    times.push(now - last);
    last = now;
    if (!over) requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
  window.__frames = () => { over = true; return times.slice(2); };
}"""


@dataclass(frozen=True, slots=True)
class CanvasTimes:
    """By what was done: frames a second, and how long the slowest twentieth of frames took."""

    ready_ms: Mapping[str, float]
    fps: Mapping[str, float]
    p95_ms: Mapping[str, float]

    def as_json(self) -> dict[str, Any]:
        """Return everything."""
        return asdict(self)

    def lines(self) -> list[str]:
        """Say it to a person."""
        ready = [f"{name:<28} ready after {ms:>6.0f} ms" for name, ms in self.ready_ms.items()]
        moved = [
            f"{name:<28} {self.fps[name]:>5.1f} fps   p95 {self.p95_ms[name]:>6.1f} ms a frame"
            for name in self.fps
        ]
        return [*ready, *moved]


def bench_canvas(link: str) -> CanvasTimes:
    """Sign in with a one-time link of `sign_in_link`; pan, zoom and drag in labs of each size."""
    ready_ms: dict[str, float] = {}
    frames: dict[str, list[float]] = {}
    with open_browser() as browser:
        page = sign_in(browser, link)
        page.set_viewport_size({"width": 1400, "height": 900})
        for size in SIZES:
            _measure(page, size, ready_ms, frames)
    ordered = {name: sorted(times) for name, times in frames.items()}
    return CanvasTimes(
        ready_ms,
        {name: round(1000 * len(times) / sum(times), 1) for name, times in ordered.items()},
        {name: round(times[int(len(times) * 0.95)], 1) for name, times in ordered.items()},
    )


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


def _measure(
    page: "Page", size: int, ready_ms: dict[str, float], frames: dict[str, list[float]]
) -> None:
    lab = page.evaluate(CALL, ["POST", "/api/labs", {"topology": drawing(size)}])
    began = monotonic()
    page.goto(f"/labs/{lab['id']}")
    page.locator("section canvas").first.wait_for()
    ready_ms[f"{size} nodes"] = round((monotonic() - began) * 1000)
    page.wait_for_timeout(SETTLE_MS)
    page.mouse.move(700, 450)
    frames[f"{size} nodes, all, pan"] = _frames(page, lambda: _pan(page))
    frames[f"{size} nodes, zoom in and out"] = _frames(page, lambda: _zoom(page))
    _look_closely(page)
    frames[f"{size} nodes, near, pan"] = _frames(page, lambda: _pan(page))
    _look_closely(page)
    box = _card_in_the_middle(page)
    page.mouse.move(box["x"] + 60, box["y"] + 30)
    page.mouse.down()
    frames[f"{size} nodes, near, drag"] = _frames(page, lambda: _drag(page, box))
    page.mouse.up()
    page.evaluate(CALL, ["DELETE", f"/api/labs/{lab['id']}", None])


def _look_closely(page: "Page") -> None:
    """Show the middle of the lab at its own size."""
    page.locator(".react-flow").focus()
    for key in "10":
        page.keyboard.press(key)
        page.wait_for_timeout(SETTLE_MS)


def _frames(page: "Page", act: Callable[[], None]) -> list[float]:
    """Return how long each frame took while something was done, in milliseconds."""
    page.evaluate(_COUNT)
    act()
    times: list[float] = page.evaluate("window.__frames()")
    return times


def _pan(page: "Page") -> None:
    for step in range(STEPS):
        page.mouse.wheel(25 if step < STEPS / 2 else -25, 10)


def _zoom(page: "Page") -> None:
    page.keyboard.down("Control")
    for step in range(STEPS):
        page.mouse.wheel(0, -60 if step < STEPS / 2 else 60)
    page.keyboard.up("Control")


def _drag(page: "Page", box: "FloatRect") -> None:
    for step in range(STEPS):
        page.mouse.move(box["x"] + 60 + 4 * step, box["y"] + 30 + 2 * step)


def _card_in_the_middle(page: "Page") -> "FloatRect":
    cards = page.locator(".react-flow__node-card")
    boxes = [cards.nth(number).bounding_box() for number in range(cards.count())]
    middle = (one for one in boxes if one and 250 < one["x"] < 700 and 200 < one["y"] < 600)  # noqa: PLR2004
    return next(middle)
