"""Commands of the palette about what is selected, seen and found, each with what it shall do."""

from collections.abc import Callable, Iterator, Mapping

from playwright.sync_api import Page, expect

from tests.browser.editor import node
from tests.browser.exercise import (
    Exercise,
    Steps,
    chosen,
    eventually,
    focus_canvas,
    opens_field,
    select,
    zoom,
)

NODES = 4
NEAR_PX = 60


def selects_focused(page: Page) -> Iterator[None]:
    """The node that has the focus, opened in the inspector."""
    select(page)
    node(page, "c").focus()
    yield
    expect(chosen(page)).to_have_count(1)
    expect(page.get_by_role("heading", name="c", exact=True)).to_be_visible()


def selects_more(page: Page) -> Iterator[None]:
    """The node that has the focus, beside what is selected."""
    select(page, "a")
    node(page, "c").focus()
    yield
    expect(chosen(page)).to_have_count(2)


def selects_all(page: Page) -> Iterator[None]:
    """Every node."""
    select(page)
    yield
    expect(chosen(page)).to_have_count(NODES)


def selects_nothing(page: Page) -> Iterator[None]:
    """None."""
    select(page, "a", "c")
    yield
    expect(chosen(page)).to_have_count(0)


def fits_all(page: Page) -> Iterator[None]:
    """As when it was opened."""
    focus_canvas(page)
    page.keyboard.press("1")
    fitting = zoom(page)
    page.keyboard.press("-")
    eventually(page, lambda: zoom(page) < fitting, wanted=True)
    yield
    eventually(page, lambda: zoom(page), fitting)


def fits_selection(page: Page) -> Iterator[None]:
    """The selected node in the middle of the canvas."""
    select(page, "c")
    page.keyboard.press("1")
    yield

    def is_in_the_middle() -> bool:
        card, canvas = node(page, "c").bounding_box(), page.locator(".react-flow").bounding_box()
        assert card is not None
        assert canvas is not None
        middle = canvas["x"] + canvas["width"] / 2
        return abs(card["x"] + card["width"] / 2 - middle) < NEAR_PX

    eventually(page, is_in_the_middle, wanted=True)
    page.keyboard.press("1")


def zooms(percent: Callable[[int], bool]) -> Steps:
    """Nearer, farther, or as large as it is drawn."""

    def steps(page: Page) -> Iterator[None]:
        focus_canvas(page)
        page.keyboard.press("2")
        page.keyboard.press("0")
        eventually(page, lambda: zoom(page), 100)
        page.keyboard.press("+")
        eventually(page, lambda: zoom(page), 120)
        yield
        eventually(page, lambda: percent(zoom(page)), wanted=True)

    return steps


def takes_tool(name: str, other: str) -> Steps:
    """One tool in the place of the other."""

    def steps(page: Page) -> Iterator[None]:
        page.get_by_role("button", name=other, exact=True).click()
        focus_canvas(page)
        yield
        tool = page.get_by_role("button", name=name, exact=True)
        expect(tool).to_have_attribute("aria-pressed", "true")
        page.keyboard.press("v")

    return steps


def takes_area_tool(page: Page) -> Iterator[None]:
    """Neither of the tools for a mouse; V takes it away."""
    focus_canvas(page)
    yield
    for name in ("Select", "Move the view"):
        tool = page.get_by_role("button", name=name, exact=True)
        expect(tool).to_have_attribute("aria-pressed", "false")
    focus_canvas(page)
    page.keyboard.press("v")


def calls(page: Page) -> Iterator[None]:
    """The place shown to the others, and to this person as told."""
    focus_canvas(page)
    yield
    expect(page.get_by_text("You: look here").last).to_be_visible()


def goes_on(before: int, after: int) -> Steps:
    """The next or previous place that was found."""

    def steps(page: Page) -> Iterator[None]:
        focus_canvas(page)
        page.keyboard.press("Control+f")
        field = page.get_by_role("combobox", name="Find in the drawing")
        field.fill("eth0")
        options = page.get_by_role("listbox", name="Find in the drawing").get_by_role("option")
        for _ in range(before + 1):
            field.press("F3")
        expect(options.nth(before)).to_have_attribute("aria-selected", "true")
        yield
        expect(options.nth(after)).to_have_attribute("aria-selected", "true")
        field.fill("")
        field.press("Escape")

    return steps


def shows_everything(page: Page) -> Iterator[None]:
    """No node dimmed any more."""
    focus_canvas(page)
    page.keyboard.press("Control+f")
    page.get_by_role("button", name="Filter the drawing").click()
    page.get_by_role("textbox", name="VLAN").fill("20")
    page.keyboard.press("Escape")
    dimmed = page.locator("[data-dimmed]")
    expect(dimmed.first).to_be_visible()
    yield
    expect(dimmed).to_have_count(0)


VIEW_EXERCISES: Mapping[str, Exercise] = {
    "select.node": Exercise(selects_focused, ("Enter",)),
    "select.focused": Exercise(selects_focused, (" ",)),
    "select.more": Exercise(selects_more, ("Shift+Enter", "Shift+Space")),
    "select.all": Exercise(selects_all, ("Control+a",)),
    "select.nothing": Exercise(selects_nothing, ("Escape",)),
    "look.fit": Exercise(fits_all, ("1",)),
    "look.fit-selection": Exercise(fits_selection, ("2",)),
    "look.in": Exercise(zooms(lambda percent: percent > 130), ("+", "=")),
    "look.out": Exercise(zooms(lambda percent: percent < 110), ("-",)),
    "look.whole": Exercise(zooms(lambda percent: percent == 100), ("0",)),
    "tool.select": Exercise(takes_tool("Select", "Move the view"), ("v",)),
    "tool.pan": Exercise(takes_tool("Move the view", "Select"), ("h",)),
    "tool.area": Exercise(takes_area_tool),
    "people.call": Exercise(calls),
    "find.open": Exercise(opens_field("Find in the drawing"), ("Control+f",)),
    "find.next": Exercise(goes_on(0, 1), ("F3",)),
    "find.previous": Exercise(goes_on(1, 0), ("Shift+F3",)),
    "find.no-filter": Exercise(shows_everything),
}
"""Commands about what is selected, looked at and found."""
