"""What keys do that are held while the mouse, or the browser itself, does the rest."""

import re
from collections.abc import Iterator, Mapping

from playwright.sync_api import Page, expect

from tests.browser.editor import node
from tests.browser.exercise import (
    Steps,
    chosen,
    eventually,
    focus_canvas,
    places,
    select,
    undo,
    zoom,
)
from tests.browser.test_canvas import drag, middle

GRID_PX = 10
OFF_GRID_PX = (43, 27)
STILL_LOOKS, LOOKS_MOST = 4, 200
PAINTED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def settled(page: Page, name: str) -> tuple[float, float]:
    """Return where a node is on the screen, once the view has come to rest."""
    seen = [middle(node(page, name))]
    while len(seen) < STILL_LOOKS or len({*seen[-STILL_LOOKS:]}) > 1:
        page.evaluate(PAINTED)
        seen.append(middle(node(page, name)))
        assert len(seen) < LOOKS_MOST, "the view does not come to rest"
    return seen[-1]


def at_full_size(page: Page, name: str) -> None:
    """Have a node in the middle, where a dot of the screen is one of the drawing."""
    select(page, name)
    page.keyboard.press("2")
    page.keyboard.press("0")
    eventually(page, lambda: zoom(page), 100)
    settled(page, name)


def tabs(page: Page) -> Iterator[None]:
    """The focus at the next node."""
    select(page)
    node(page, "a").focus()
    yield
    page.keyboard.press("Tab")
    expect(node(page, "b")).to_be_focused()


def tabs_back(page: Page) -> Iterator[None]:
    """The focus at the node before."""
    select(page)
    node(page, "b").focus()
    yield
    page.keyboard.press("Shift+Tab")
    expect(node(page, "a")).to_be_focused()


def drags_freely(page: Page) -> Iterator[None]:
    """A node where the pointer has left it, and not where the grid has a place."""
    at_full_size(page, "c")
    before = places(page)
    yield
    page.keyboard.down("Alt")
    drag(page, middle(node(page, "c")), OFF_GRID_PX)
    page.keyboard.up("Alt")

    def is_where_it_was_left() -> bool:
        x, y = places(page)["c"]
        by = (x - before["c"][0], y - before["c"][1])
        is_near = all(abs(a - b) < GRID_PX for a, b in zip(by, OFF_GRID_PX, strict=True))
        return is_near and (x % GRID_PX, y % GRID_PX) != (0, 0)

    eventually(page, is_where_it_was_left, wanted=True)
    undo(page)
    eventually(page, lambda: places(page), before)
    drag(page, settled(page, "c"), OFF_GRID_PX)
    eventually(page, lambda: places(page) != before, wanted=True)
    assert places(page)["c"][0] % GRID_PX == 0
    undo(page)
    eventually(page, lambda: places(page), before)


def drags_the_view(page: Page) -> Iterator[None]:
    """All of the drawing elsewhere on the screen, also by a node; the selection stays."""
    select(page, "a", "b", "c")
    page.keyboard.press("1")
    before, (x, y) = places(page), settled(page, "c")
    yield
    page.keyboard.down("Space")
    drag(page, (x, y), (-80, -60))
    page.keyboard.up("Space")

    def has_moved() -> bool:
        near_x, near_y = middle(node(page, "c"))
        return near_x < x - 40 and near_y < y - 30

    eventually(page, has_moved, wanted=True)
    assert places(page) == before
    expect(chosen(page)).to_have_count(3)
    drag(page, settled(page, "c"), (0, 40))
    eventually(page, lambda: places(page) != before, wanted=True)
    undo(page)
    page.keyboard.press("1")


def chooses_interface(page: Page) -> Iterator[None]:
    """A menu of interfaces where the cable is let go, and a cable in the one that is chosen."""
    select(page)
    settled(page, "c")
    edges = page.locator(".react-flow__edge")
    before = edges.count()
    box = node(page, "c").bounding_box()
    assert box is not None
    start, end = (box["x"] + box["width"] / 2, box["y"] + 1), middle(node(page, "b"))
    yield
    page.keyboard.down("Shift")
    drag(page, start, (end[0] - start[0], end[1] - start[1]))
    page.keyboard.up("Shift")
    page.get_by_role("menu", name="Plug the cable into").wait_for()
    page.get_by_role("menuitem", name="A new interface").press("Enter")
    expect(edges).to_have_count(before + 1)
    undo(page)
    expect(edges).to_have_count(before)


def selects_one_more(key: str) -> Steps:
    """The node that is clicked, beside what is selected."""

    def steps(page: Page) -> Iterator[None]:
        select(page, "a")
        yield
        page.keyboard.down(key)
        node(page, "c").click()
        page.keyboard.up(key)
        expect(chosen(page)).to_have_count(2)

    return steps


def zooms_to_pointer(page: Page) -> Iterator[None]:
    """The drawing larger, and what is under the pointer still there."""
    focus_canvas(page)
    page.keyboard.press("1")
    x, y = settled(page, "c")
    before = zoom(page)
    page.mouse.move(x, y)
    yield
    page.keyboard.down("Control")
    page.mouse.wheel(0, -60)
    page.keyboard.up("Control")
    eventually(page, lambda: zoom(page) > before, wanted=True)
    near = settled(page, "c")
    assert abs(near[0] - x) + abs(near[1] - y) < GRID_PX
    page.keyboard.press("1")


def calls_there(page: Page) -> Iterator[None]:
    """A place shown to the others; nothing is selected by it."""
    select(page, "a")
    yield
    page.keyboard.down("Alt")
    page.locator(".react-flow__pane").click(position={"x": 700, "y": 60})
    page.keyboard.up("Alt")
    expect(page.get_by_text(re.compile("^You: look here")).last).to_be_visible()


GESTURES: Mapping[str, Steps] = {
    "Tab": tabs,
    "Shift+Tab": tabs_back,
    "Alt": drags_freely,
    "Space": drags_the_view,
    "Shift": chooses_interface,
    "Ctrl+Click": selects_one_more("Control"),
    "Shift+Click": selects_one_more("Shift"),
    "Ctrl+Wheel": zooms_to_pointer,
    "Alt+Click": calls_there,
}
"""By the keys that the list of shortcuts shows for them."""
