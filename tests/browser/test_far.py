"""A big drawing from far away, drawn by one canvas: selecting, moving and menus as with cards."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.editor import lab_of, node

pytestmark = pytest.mark.browser

COLUMNS, ROWS = 20, 15
STEP_PX = (230, 130)
NAMES = [f"n{number}" for number in range(COLUMNS * ROWS)]
DRAWING: dict[str, Any] = {
    "nodes": {name: {} for name in NAMES},
    "links": [{"ends": ["n0:e0", "n1:e0"]}, {"ends": ["n21:e0", "n22:e0"]}],
    "layout": {
        name: [number % COLUMNS * STEP_PX[0], number // COLUMNS * STEP_PX[1]]
        for number, name in enumerate(NAMES)
    },
}
_PLACE = """([x, y]) => {
  const pane = document.querySelector('.react-flow').getBoundingClientRect();
  const view = new DOMMatrix(document.querySelector('.react-flow__viewport').style.transform);
  const at = new DOMPoint(x, y).matrixTransform(view);
  return [pane.x + at.x, pane.y + at.y];
}"""


def open_far(page: Page) -> None:
    """Open the drawing; all of it is in sight, and no card is an element of the page."""
    token = page.request.get("/api/session").json()["csrf_token"]
    headers = {"X-CSRFToken": token}
    lab = page.request.post("/api/labs", data={"topology": DRAWING}, headers=headers).json()["id"]
    page.goto(f"/labs/{lab}")
    page.locator("canvas[class*=overview]").wait_for()
    page.wait_for_load_state("networkidle")
    expect(page.locator(".react-flow__node")).to_have_count(0)


def at(page: Page, x: float, y: float) -> tuple[float, float]:
    """Return where a place of the canvas is on the screen."""
    across, down = page.evaluate(_PLACE, [x, y])
    return across, down


def middle(page: Page, name: str) -> tuple[float, float]:
    """Return where the middle of a card is drawn."""
    x, y = DRAWING["layout"][name]
    return at(page, x + 88, y + 30)


def drag(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Press, move and let go."""
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*end, steps=5)
    page.mouse.up()


def layout(page: Page) -> dict[str, list[int]]:
    """Return the places that are stored, once all is."""
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    drawn = page.request.get(f"/api/labs/{lab_of(page)}").json()["topology"]
    return dict(drawn["layout"])


def test_far_away_one_selects_and_moves_and_near_there_are_cards(page: Page) -> None:
    """Clicks, a rectangle, drags and the menu mean what is drawn there; a zoom brings the cards."""
    open_far(page)
    inspector = page.get_by_role("complementary", name="Inspector")
    page.mouse.click(*middle(page, "n45"))
    expect(inspector.get_by_text("n45", exact=True).first).to_be_visible()
    page.keyboard.down("Shift")
    page.mouse.click(*middle(page, "n46"))
    page.keyboard.up("Shift")
    expect(inspector).to_contain_text("2 nodes")
    drag(page, at(page, 215, 100), at(page, 215 + 2 * 230, 100 + 2 * 130))
    expect(inspector).to_contain_text("4 nodes + 1 link")
    drag(page, middle(page, "n21"), at(page, 230 + 88 + 15 * 10, 130 + 30 + 36))
    moved = layout(page)
    across, down = moved["n21"][0] - 230, moved["n21"][1] - 130
    assert (across % 10, down % 10) == (0, 0)
    assert across > 100
    assert moved["n42"] == [2 * 230 + across, 2 * 130 + down]
    assert moved["n20"] == DRAWING["layout"]["n20"]
    expect(inspector).to_contain_text("4 nodes + 1 link")
    page.keyboard.press("Control+z")
    page.mouse.click(*at(page, 215, 30))
    expect(inspector).to_contain_text("n0:e0")
    page.mouse.click(*at(page, -30, -30))
    expect(inspector).to_contain_text(f"{len(NAMES)} nodes")
    page.mouse.click(*middle(page, "n60"), button="right")
    page.get_by_role("menuitem", name="Remove").click()
    page.mouse.click(*middle(page, "n45"))
    page.mouse.dblclick(*middle(page, "n45"))
    expect(node(page, "n45")).to_be_visible()
    expect(page.locator("canvas[class*=overview]")).to_be_hidden()
    expect(page.locator(".react-flow__node.selected")).to_have_count(1)
    assert "n60" not in layout(page)
    page.locator(".react-flow").press("1")
    expect(page.locator("canvas[class*=overview]")).to_be_visible()
    expect(page.locator(".react-flow__node")).to_have_count(0)
