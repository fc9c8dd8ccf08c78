"""Exercises: what a person does before and after a command, so that a table can have one for each.

An exercise is a generator: it prepares, yields while the command is run, looks at what came of
it, and puts everything back.
"""

import traceback
from collections.abc import Callable, Iterator
from typing import NamedTuple

from playwright.sync_api import Error, Locator, Page, expect

from tests.browser.editor import node

Steps = Callable[[Page], Iterator[None]]
SOON_MS = 10_000
LOOK_MS = 20
PALETTE = "Command palette"


class Exercise(NamedTuple):
    """How a command is exercised, and the keys that run it as well."""

    steps: Steps
    keys: tuple[str, ...] = ()


def perform(page: Page, steps: Steps, run: Callable[[], None]) -> str | None:
    """Do an exercise with one way to run its command; return what went wrong."""
    exercise = steps(page)
    try:
        next(exercise)
        run()
        for _ in exercise:
            pass
        focus_is_somewhere(page)
    except (AssertionError, Error) as wrong:
        return said_of(wrong)
    return None


def said_of(wrong: Exception) -> str:
    """Return what went wrong and where; never nothing, for that is what went well."""
    place = traceback.extract_tb(wrong.__traceback__)[-1]
    text = str(wrong).split("Call log:", maxsplit=1)[0]
    return f"{text} in {place.name}: {place.line}"


def eventually(
    page: Page, read: Callable[[], object], wanted: object, within_ms: int = SOON_MS
) -> None:
    """Wait until what is read is what is wanted."""
    seen = read()
    for _ in range(within_ms // LOOK_MS):
        if seen == wanted:
            return
        page.wait_for_timeout(LOOK_MS)
        seen = read()
    assert seen == wanted, f"{seen!r} is not {wanted!r}"


def run_by_palette(page: Page, command: str) -> None:
    """Choose a command in the palette, which offers only what can be done now."""
    page.keyboard.press("Control+k")
    page.locator(f'[role=option][id$="-{command}"]').click()
    expect(page.get_by_role("combobox", name=PALETTE)).to_have_count(0)


def places(page: Page) -> dict[str, tuple[float, float]]:
    """Return where each node and shape is in the drawing, by its label."""
    found: list[tuple[str, float, float]] = page.locator(".react-flow__node").evaluate_all(
        """cards => cards.map(card => {
          const at = new DOMMatrix(card.style.transform);
          return [card.querySelector("[class*=name]")?.textContent ?? card.ariaLabel, at.e, at.f];
        })"""
    )
    return {name: (x, y) for name, x, y in found}


def focus_canvas(page: Page) -> None:
    """Put the focus where single keys act."""
    page.locator(".react-flow").focus()


def select(page: Page, *names: str) -> None:
    """Select these nodes alone, by keyboard."""
    focus_canvas(page)
    page.keyboard.press("Escape")
    for number, name in enumerate(names):
        node(page, name).focus()
        page.keyboard.press("Shift+Enter" if number else "Enter")
    expect(chosen(page)).to_have_count(len(names))


def undo(page: Page, steps: int = 1) -> None:
    """Take back what was done last."""
    focus_canvas(page)
    for _ in range(steps):
        page.keyboard.press("Control+z")


def cards(page: Page) -> Locator:
    """Return the nodes on the canvas."""
    return page.locator(".react-flow__node-card")


def shapes(page: Page) -> Locator:
    """Return notes, regions and groups."""
    return page.locator(".react-flow__node-shape")


def chosen(page: Page) -> Locator:
    """Return the nodes and shapes that are selected."""
    return page.locator(".react-flow__node.selected")


def typing(page: Page) -> Locator:
    """Return the field on the canvas in which a name or a text is typed."""
    return page.locator(".react-flow").get_by_role("textbox")


def zoom(page: Page) -> int:
    """Return how close one looks, in percent."""
    return int(page.locator("button[class*=percent]").inner_text().removesuffix("%"))


def clipboard(page: Page) -> str:
    """Return the text on the clipboard."""
    return str(page.evaluate("navigator.clipboard.readText()"))


def focus_is_somewhere(page: Page) -> None:
    """The next key goes to something, not into the void."""
    eventually(page, lambda: page.evaluate("document.activeElement !== document.body"), wanted=True)


def opens_field(name: str) -> Steps:
    """The field that asks what is meant, focused, and gone by Escape."""

    def steps(page: Page) -> Iterator[None]:
        focus_canvas(page)
        yield
        field = page.get_by_role("combobox", name=name)
        expect(field).to_be_focused()
        field.press("Escape")
        expect(field).to_have_count(0)

    return steps
