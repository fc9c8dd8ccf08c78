"""How screens look: nothing is cut off, and every text is in the language of its reader."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Product
from tests.browser.editor import node, open_drawn_lab, open_panel

pytestmark = pytest.mark.browser

LONG = "the network of the second floor, as it shall be after the move in spring"
LAB = {
    "name": LONG,
    "nodes": {
        "office": {"interfaces": {"eth0": {"addresses": ["10.0.1.2/24"]}}},
        "firewall": {
            "kind": "router",
            "interfaces": {"inside": {"addresses": ["10.0.1.1/24"]}},
            "rules": [{"action": "deny", "protocol": "tcp", "port": 22}],
        },
    },
    "links": [{"ends": ["office:eth0", "firewall:inside"]}],
    "expect": [{"from": "office", "to": "firewall", "outcome": "blocked"}],
    "layout": {"office": [0, 0], "firewall": [420, 0]},
}
PANELS = (
    "Matrix",
    "Plan",
    "Run log",
    "Drift",
    "Observed",
    "Outline",
    "YAML",
    "History",
    "Problems",
)
# What one can press and cannot reach: outside of the window, and no part of what scrolls.
CUT_OFF = """() => {
  const scrolls = (element) => {
    for (let box = element.parentElement; box; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box);
      if (/auto|scroll/.test(overflowX + overflowY) || box.matches('.react-flow')) return true;
    }
    return document.scrollingElement.scrollHeight > innerHeight;
  };
  const isOut = ({ left, right, top, bottom }) =>
    left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
  const found = [...document.querySelectorAll('button, input, select, a, h1, h2, [role=tab]')]
    .filter((one) => one.getBoundingClientRect().width > 1 && !one.closest('.vw-sr-only'))
    .filter((one) => isOut(one.getBoundingClientRect()) && !scrolls(one))
    .map((one) => one.getAttribute('aria-label') ?? one.textContent);
  const width = document.scrollingElement.scrollWidth;
  return width > innerWidth ? [`the page is ${width} px wide`, ...found] : found;
}"""


def cut_off(page: Page) -> list[str]:
    """Return what lies outside of the window."""
    found: list[str] = page.evaluate(CUT_OFF)
    return found


def test_nothing_is_cut_off_beside_a_narrow_inspector(page: Page) -> None:
    """A window of 1280 by 720 has room for the bar, every panel and the palette."""
    page.set_viewport_size({"width": 1280, "height": 720})
    page.goto("/")
    page.get_by_role("heading", name="Labs", exact=True).wait_for()
    assert cut_off(page) == []
    open_drawn_lab(page, LAB)
    assert cut_off(page) == []
    node(page, "firewall").click()
    page.get_by_role("complementary").get_by_role("heading", name="firewall", exact=True).wait_for()
    palette = page.get_by_role("toolbar", name="Add a node")
    for name in PANELS:
        open_panel(page, name)
        assert cut_off(page) == []
        tab = page.get_by_role("tab", name=name)
        below, above = tab.bounding_box(), palette.bounding_box()
        assert below is not None
        assert above is not None
        assert above["y"] + above["height"] <= below["y"]


def test_every_text_is_german_for_who_reads_german(
    browser: Browser, product: Product, signed_in: dict[str, object]
) -> None:
    """Also those that are made while the page loads, such as names of groups and kinds."""
    context = browser.new_context(
        base_url=product.address,
        storage_state=signed_in,  # type: ignore[arg-type]
        viewport={"width": 1280, "height": 720},
        locale="de-DE",
        reduced_motion="reduce",
    )
    page = context.new_page()
    open_drawn_lab(page, LAB)
    assert cut_off(page) == []
    page.locator(".react-flow").focus()
    page.keyboard.press("?")
    window = page.get_by_role("dialog")
    for title in ("Zeichnen", "Bearbeiten", "Suchen"):
        expect(window.get_by_role("heading", name=title, exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    router = page.get_by_role("button", name=re.compile("Router hinzufügen"))
    router.hover()
    expect(page.get_by_text("Leitet Pakete")).to_be_visible()
    context.close()
