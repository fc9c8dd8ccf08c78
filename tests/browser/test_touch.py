"""A tablet and a phone: what fingers do on the canvas, and what there is room for."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.conftest import PATIENCE_MS, Product
from tests.browser.editor import node, open_drawn_lab

pytestmark = pytest.mark.browser

FINGER_PX = 40
LAB = {
    "version": "vethwork/v1",
    "name": "fingers",
    "nodes": {
        "h1": {"interfaces": {"eth0": {}}},
        "sw1": {"kind": "switch", "interfaces": {"p1": {}}},
        "h2": {},
    },
    "links": [{"ends": ["h1:eth0", "sw1:p1"]}],
    "layout": {"h1": [0, 0], "sw1": [300, 0], "h2": [150, 300]},
}
SMALL = """() => [...document.querySelectorAll('button, a, select, [role=tab], [role=menuitem]')]
  .filter((one) => one.getClientRects().length > 0 && !one.closest('.react-flow__attribution'))
  .map((one) => [one.ariaLabel ?? one.textContent, one.getBoundingClientRect()])
  .filter(([, { width, height }]) => width < 40 || height < 40)
  .map(([words, { width, height }]) => `${words}: ${width} x ${height}`)"""
TOO_WIDE = "document.documentElement.scrollWidth > window.innerWidth"

Point = tuple[float, float]


@pytest.fixture
def context(
    browser: Browser, product: Product, signed_in: dict[str, object]
) -> Iterator[BrowserContext]:
    """Return a tablet of a person who is signed in."""
    opened = browser.new_context(
        base_url=product.address,
        storage_state=signed_in,  # type: ignore[arg-type]
        viewport={"width": 768, "height": 1024},
        has_touch=True,
        reduced_motion="reduce",
    )
    opened.set_default_timeout(PATIENCE_MS)
    yield opened
    opened.close()


class Hand:
    """Up to two fingers on a page."""

    def __init__(self, page: Page) -> None:
        self._session = page.context.new_cdp_session(page)

    def put(self, *fingers: Point) -> None:
        """Have these fingers on the screen: those that are new are put there, the others move."""
        self._send("touchMove" if len(fingers) == self._count else "touchStart", fingers)
        self._count = len(fingers)

    def lift(self) -> None:
        """Take all fingers away."""
        self._send("touchEnd", ())
        self._count = 0

    _count = 0

    def _send(self, kind: str, fingers: tuple[Point, ...]) -> None:
        points = [{"x": x, "y": y, "id": index} for index, (x, y) in enumerate(fingers)]
        self._session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def drag(self, start: Point, *, by: Point) -> None:
        """Move one finger."""
        for step in range(6):
            self.put((start[0] + by[0] * step / 5, start[1] + by[1] * step / 5))
        self.lift()

    def spread(self, middle: Point, narrow_px: float, wide_px: float) -> None:
        """Move two fingers apart, side by side round a point."""
        for step in range(6):
            half = (narrow_px + (wide_px - narrow_px) * step / 5) / 2
            self.put((middle[0] - half, middle[1]), (middle[0] + half, middle[1]))
        self.lift()


def open_lab(page: Page) -> None:
    """Open three nodes and one link, as soon as fingers are heeded."""
    open_drawn_lab(page, LAB)
    page.get_by_role("button", name="Select an area").wait_for()


def centre(thing: Locator) -> Point:
    """Return the middle of something on the screen."""
    box = thing.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def near(one: Point, other: Point) -> bool:
    """Tell whether two points of the screen are the same but for rounding."""
    return abs(one[0] - other[0]) < 3 and abs(one[1] - other[1]) < 3


def tap(page: Page, at: Point) -> None:
    """Touch the screen shortly."""
    page.touchscreen.tap(*at)


def links(page: Page) -> Locator:
    """Return the links on the canvas."""
    return page.locator(".react-flow__edge")


def selected(page: Page) -> Locator:
    """Return what is selected on the canvas."""
    return page.locator(".react-flow__node.selected")


def test_fingers_move_the_view_and_what_is_drawn(page: Page) -> None:
    """One finger pans or drags, two zoom where they are, and neither changes what it should not."""
    open_lab(page)
    hand = Hand(page)
    h1, h2 = node(page, "h1"), node(page, "h2")
    before, other = centre(h1), centre(h2)

    hand.drag((120, 800), by=(60, -90))
    assert near(centre(h1), (before[0] + 60, before[1] - 90))

    tap(page, centre(h2))
    expect(selected(page)).to_have_count(1)
    expect(page.get_by_text("Linking from")).to_have_count(0)
    zoom = h1.bounding_box()
    assert zoom is not None
    hand.spread(centre(h2), 40, 120)
    assert near(centre(h2), (other[0] + 60, other[1] - 90))
    larger = h1.bounding_box()
    assert larger is not None
    assert larger["width"] > zoom["width"] * 2
    expect(page.get_by_role("button", name="Undo")).to_be_disabled()

    start = centre(h2)
    hand.drag(start, by=(80, 80))
    assert abs(centre(h2)[0] - start[0] - 80) < 20
    expect(page.get_by_role("button", name="Undo")).to_be_enabled()

    page.get_by_role("button", name="Fit everything").tap()
    page.get_by_role("button", name="Select an area").tap()
    tap(page, (120, 800))
    expect(selected(page)).to_have_count(0)
    hand.drag((110, 200), by=(640, 690))
    expect(selected(page)).to_have_count(3)


def test_fingers_open_menus_and_draw_links(page: Page) -> None:
    """A finger that stays opens the menu of what it is on; links are drawn tap by tap."""
    open_lab(page)
    hand = Hand(page)
    h1, h2, sw1 = node(page, "h1"), node(page, "h2"), node(page, "sw1")
    hint = page.get_by_text("Linking from h2")
    menu = page.get_by_role("menu")

    before = centre(h2)
    hand.put(before)
    menu.get_by_role("menuitem", name="Rename").wait_for()
    assert page.evaluate(SMALL) == []
    hand.put((before[0] + 90, before[1]))
    hand.lift()
    assert near(centre(h2), before)
    assert page.evaluate("getSelection().toString()") == ""
    menu.get_by_role("menuitem", name="Link from here").tap()
    expect(hint).to_be_visible()
    tap(page, centre(sw1))
    expect(links(page)).to_have_count(2)
    expect(hint).to_have_count(0)

    tap(page, centre(h2))
    tap(page, centre(h2.locator(".react-flow__handle-left")))
    expect(hint).to_be_visible()
    tap(page, (120, 800))
    expect(hint).to_have_count(0)
    tap(page, centre(h2))
    tap(page, centre(h2.locator(".react-flow__handle-left")))
    tap(page, centre(h1))
    expect(links(page)).to_have_count(3)

    from_h1, to_sw1 = centre(h1), centre(sw1)
    for at, entry in (
        (((from_h1[0] + to_sw1[0]) / 2, from_h1[1] + 12), "Add a label"),
        ((120.0, 800.0), "Add a note"),
    ):
        hand.put(at)
        menu.get_by_role("menuitem", name=entry).wait_for()
        hand.lift()
        expect(menu).to_be_visible()
        page.keyboard.press("Escape")
        expect(menu).to_have_count(0)

    page.get_by_role("button", name="Link nodes").tap()
    expect(page.get_by_text("Choose the node where a link starts")).to_be_visible()
    tap(page, centre(h1))
    tap(page, centre(h2))
    expect(links(page)).to_have_count(4)
    page.get_by_role("button", name="Stop linking").tap()
    page.get_by_role("button", name="Add a router").tap()
    expect(node(page, "r1")).to_be_visible()


def test_tablet_and_phone_have_room_for_everything(page: Page) -> None:
    """Panels lie over the canvas and close; whatever is tapped is as large as a finger."""
    open_lab(page)
    for width, height in ((768, 1024), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        page.reload()
        page.get_by_role("button", name="Select an area").wait_for()
        tap(page, centre(node(page, "sw1")))
        page.get_by_role("button", name="Open the inspector").tap()
        expect(page.get_by_role("complementary").get_by_label("Name", exact=True)).to_have_value(
            "sw1"
        )
        assert page.evaluate(SMALL) == []
        page.get_by_role("button", name="Close the inspector").tap()
        page.get_by_role("navigation", name="Panels").get_by_role("button").first.tap()
        expect(page.get_by_role("tab", selected=True)).to_be_in_viewport()
        expect(node(page, "sw1")).to_be_in_viewport()
        assert page.evaluate(SMALL) == []
        assert not page.evaluate(TOO_WIDE)
        page.get_by_role("button", name="Close the panels").tap()
    page.get_by_role("button", name=re.compile("^Check matrix")).scroll_into_view_if_needed()
    expect(page.get_by_role("button", name="Apply")).to_be_in_viewport()
