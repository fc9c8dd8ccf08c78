"""What a person does on the canvas and in the text beside it, as a browser's input."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import FloatRect, Page

COLUMN_PX, ROW_PX = 230, 130
"""From one card to the next in the drawing that is measured."""

STEPS = 60
ZOOM_IN_STEPS = 30
SETTLE_MS = 1500
MIDDLE = (600, 450)
POLL_MS = 100
LAYOUT_POLLS = 100
KEYS = "measured while it is typed "
KEY_EVERY_MS = 60
DRAWN_AFTER_MS = 600
"""Longer than the pause after which what was typed is drawn."""

_COUNT_FRAMES = """() => {
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

_COUNT_KEYS = """() => {
  const times = [];
  const painted = new MessageChannel();
  const waiting = [];
  painted.port1.onmessage = () => {
    for (const pressed of waiting.splice(0)) times.push(performance.now() - pressed);
  };
  const onKey = (event) => requestAnimationFrame(() => {
    waiting.push(event.timeStamp);
    painted.port2.postMessage(0);
  });
  document.addEventListener('keydown', onKey, true);
  window.__keys = () => { document.removeEventListener('keydown', onKey, true); return times; };
}"""


@dataclass(frozen=True, slots=True)
class Gesture:
    """Something that is done; what must be there before is no part of what is measured."""

    name: str
    prepare: Callable[["Page"], None]
    act: Callable[["Page"], None]


def frame_times_ms(page: "Page", gesture: Gesture) -> list[float]:
    """Return how long each frame took while it was done."""
    gesture.prepare(page)
    page.evaluate(_COUNT_FRAMES)
    gesture.act(page)
    times: list[float] = page.evaluate("window.__frames()")
    return times


def key_times_ms(page: "Page") -> list[float]:
    """Return how long after each key of a text what was typed was painted."""
    page.evaluate(_COUNT_KEYS)
    _type(page)
    times: list[float] = page.evaluate("window.__keys()")
    return times


def _show_all(page: "Page") -> None:
    """Show the whole lab, nothing selected."""
    page.mouse.move(*MIDDLE)
    page.locator(".react-flow").focus()
    page.keyboard.press("Escape")
    _press(page, "1")


def _look_closely(page: "Page") -> None:
    """Show the middle of the lab at its own size."""
    _show_all(page)
    _press(page, "0")


def _press(page: "Page", key: str) -> None:
    page.locator(".react-flow").focus()
    page.keyboard.press(key)
    page.wait_for_timeout(SETTLE_MS)


def _pan(page: "Page") -> None:
    for step in range(STEPS):
        page.mouse.wheel(25 if step < STEPS / 2 else -25, 10)


def _zoom(page: "Page") -> None:
    _wheel(page, [-60] * (STEPS // 2) + [60] * (STEPS // 2))


def _zoom_in(page: "Page") -> None:
    """Zoom, and stay until the cards are there."""
    _wheel(page, [-60] * ZOOM_IN_STEPS)
    page.wait_for_timeout(SETTLE_MS)


def _wheel(page: "Page", steps: list[int]) -> None:
    page.keyboard.down("Control")
    for step in steps:
        page.mouse.wheel(0, step)
    page.keyboard.up("Control")


def _draw_rectangle(page: "Page") -> None:
    page.mouse.move(130, 75)
    page.mouse.down()
    for step in range(STEPS):
        page.mouse.move(130 + 14 * step, 75 + 11 * step)
    page.mouse.up()


def _drag(page: "Page") -> None:
    """Move what the pointer is on."""
    x, y = page.evaluate("window.__start")
    page.mouse.move(x, y)
    page.mouse.down()
    for step in range(STEPS):
        page.mouse.move(x + 4 * step, y + 2 * step)
    page.mouse.up()


def _point_at_tile(page: "Page") -> None:
    """Point at the card in the fifth column and row of the bench's drawing, seen from far away."""
    _show_all(page)
    page.evaluate(
        """([x, y]) => {
          const pane = document.querySelector('.react-flow').getBoundingClientRect();
          const view = document.querySelector('.react-flow__viewport').style.transform;
          const at = new DOMPoint(x, y).matrixTransform(new DOMMatrix(view));
          window.__start = [pane.x + at.x, pane.y + at.y];
        }""",
        [4 * COLUMN_PX + 88, 4 * ROW_PX + 30],
    )


def _point_at_card(page: "Page") -> None:
    _look_closely(page)
    box = _card_in_the_middle(page)
    page.evaluate("start => { window.__start = start; }", [box["x"] + 60, box["y"] + 30])


def _card_in_the_middle(page: "Page") -> "FloatRect":
    cards = page.locator(".react-flow__node-card")
    boxes = [cards.nth(number).bounding_box() for number in range(cards.count())]
    middle = (one for one in boxes if one and 250 < one["x"] < 700 and 200 < one["y"] < 600)  # noqa: PLR2004
    return next(middle)


def _lay_out(page: "Page") -> None:
    """Have everything laid out, and wait until the new places are stored."""
    before = _layout(page)
    page.keyboard.press("Shift+L")
    for _ in range(LAYOUT_POLLS):
        page.wait_for_timeout(POLL_MS)
        if _layout(page) != before:
            break
    page.wait_for_timeout(SETTLE_MS)


def _layout(page: "Page") -> Any:
    lab = page.url.rsplit("/", 1)[1]
    return page.request.get(f"/api/labs/{lab}").json()["topology"]["layout"]


def _open_text(page: "Page") -> None:
    """Open the text beside the canvas, with the caret behind the lab's name."""
    _show_all(page)
    page.get_by_role("button", name="YAML beside the canvas").click()
    line = page.locator(".cm-line").filter(has_text="name:").first
    line.click()
    page.keyboard.press("End")
    page.wait_for_timeout(SETTLE_MS)


def _type(page: "Page") -> None:
    """Type, and pause for as long as it takes until that is drawn, three times."""
    for _ in range(3):
        page.keyboard.type(KEYS, delay=KEY_EVERY_MS)
        page.wait_for_timeout(DRAWN_AFTER_MS)


GESTURES = (
    Gesture("all, pan", _show_all, _pan),
    Gesture("all, rectangle", _show_all, _draw_rectangle),
    Gesture("all, drag", _point_at_tile, _drag),
    Gesture("zoom in and out", _show_all, _zoom),
    Gesture("zoom in, cards come", _show_all, _zoom_in),
    Gesture("near, pan", _look_closely, _pan),
    Gesture("near, drag", _point_at_card, _drag),
)
LAYOUT = Gesture("laid out anew", _show_all, _lay_out)
TYPING = Gesture("typing in the YAML", _open_text, _type)
