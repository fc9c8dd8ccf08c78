"""Automatic layout: of everything or of the selection, as one step of undo."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.editor import node, open_drawn_lab

pytestmark = pytest.mark.browser

ROUNDED_PX = 20
"""Cards come onto the grid, also those in a frame."""

NODES = ["top", "left", "right", "far"]
LAB = {
    "nodes": {name: {"kind": "router"} for name in NODES},
    "links": [
        {"ends": ["top:eth0", "left:eth0"]},
        {"ends": ["top:eth1", "right:eth0"]},
        {"ends": ["right:eth1", "far:eth0"]},
    ],
    "layout": {"top": [0, 300], "left": [0, 0], "right": [300, 0], "far": [600, 300]},
    "shapes": [{"kind": "region", "text": "Site", "at": [560, 250], "size": [400, 200]}],
}


def place(page: Page, name: str) -> tuple[int, int]:
    """Return where a card stands in the window."""
    box = node(page, name).bounding_box()
    assert box is not None
    return round(box["x"]), round(box["y"])


def places(page: Page) -> dict[str, tuple[int, int]]:
    """Return where every card stands."""
    return {name: place(page, name) for name in NODES}


def names_in_region(page: Page) -> set[str]:
    """Return the cards that touch the region."""
    box = page.get_by_role("group", name="Region Site").bounding_box()
    assert box is not None
    return {
        name
        for name, (x, y) in places(page).items()
        if box["x"] < x < box["x"] + box["width"] and box["y"] < y < box["y"] + box["height"]
    }


Places = dict[str, tuple[int, int]]


def wait_for(page: Page, is_right: Callable[[Places], bool]) -> Places:
    """Return the places once they are right and stay so: the view follows what was laid out."""
    before: Places = {}
    for _ in range(100):
        if is_right(now := places(page)) and now == before:
            return now
        before = now
        page.wait_for_timeout(150)
    raise AssertionError(now)


def lay_out(page: Page, how: str, is_right: Callable[[Places], bool]) -> Places:
    """Choose a layout from the menu, and return the new places once they are right."""
    page.get_by_role("button", name="Lay out", exact=True).click()
    page.get_by_role("menuitem", name=how).click()
    return wait_for(page, is_right)


def test_layout_is_one_step_and_leaves_what_is_not_selected(page: Page) -> None:
    """Each layout moves the cards, undo puts all of them back, and a selection moves alone."""
    open_drawn_lab(page, LAB)
    page.locator(".react-flow").focus()
    page.keyboard.press("Shift+L")
    wait_for(page, lambda at: at["top"][1] < at["left"][1] == at["right"][1] < at["far"][1])
    page.keyboard.press("Control+z")
    wait_for(page, lambda at: at["left"][1] == at["right"][1] < at["top"][1] == at["far"][1])
    across = "from left to right"
    before = lay_out(
        page, across, lambda at: at["top"][0] < at["left"][0] == at["right"][0] < at["far"][0]
    )
    assert names_in_region(page) == {"far"}, "a region goes round what was in it"
    for how in ("by forces", "around the middle", "as a tree"):
        last = before
        before = lay_out(page, how, lambda at: at != last)  # noqa: B023 - asked at once
        assert len(set(before.values())) == len(NODES), how
    node(page, "right").click()
    node(page, "far").click(modifiers=["Shift"])
    after = lay_out(page, across, lambda at: abs(at["right"][1] - at["far"][1]) < ROUNDED_PX)
    assert {name for name in NODES if before[name] != after[name]} <= {"right", "far"}
    expect(page.get_by_text("Not laid out")).to_have_count(0)
