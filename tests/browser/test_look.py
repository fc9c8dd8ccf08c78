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
GERMAN_PANELS = (
    "Matrix",
    "Plan",
    "Protokoll",
    "Abweichungen",
    "Beobachtet",
    "Gliederung",
    "Verlauf",
    "Probleme",
)
# Words that German does not have; what stands in code is the language of the machine.
ENGLISH = r"""() => {
  const words = /\b(the|of|and|are|is|with|not|no|this|nothing|to)\b/i;
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walk.nextNode()) {
    const { parentElement, data } = walk.currentNode;
    const isCode = parentElement.closest('code, pre, style, script, noscript, .cm-editor');
    if (!isCode && words.test(data)) found.push(data);
  }
  for (const one of document.querySelectorAll('[aria-label], [title], [placeholder]'))
    for (const name of ['aria-label', 'title', 'placeholder'])
      if (words.test(one.getAttribute(name) ?? '')) found.push(one.getAttribute(name));
  return found;
}"""
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


def english(page: Page) -> list[str]:
    """Return what a German reader finds that is English."""
    found: list[str] = page.evaluate(ENGLISH)
    return found


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
    open_drawn_lab(page, LAB | {"name": "Netz im zweiten Stock"})
    assert page.locator("html").get_attribute("lang") == "de"
    node(page, "firewall").click()
    page.get_by_role("complementary").get_by_role("heading", name="firewall", exact=True).wait_for()
    for name in GERMAN_PANELS:
        open_panel(page, name)
        assert english(page) == []
        assert cut_off(page) == []
    expect_the_rest_in_german(page)
    page.locator(".react-flow").focus()
    page.keyboard.press("?")
    window = page.get_by_role("dialog")
    for title in ("Zeichnen", "Bearbeiten", "Suchen"):
        expect(window.get_by_role("heading", name=title, exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    router = page.get_by_role("button", name=re.compile("Router hinzufügen"))
    router.hover()
    expect(page.get_by_text("Leitet Pakete")).to_be_visible()
    expect_the_choice_to_stay(page)
    context.close()


def expect_the_rest_in_german(page: Page) -> None:
    """Expect what a worker finds in a text, and what the server leaves out of a file, in German."""
    open_panel(page, "YAML")
    text = page.get_by_role("textbox", name="Das Labor als YAML")
    text.click()
    page.keyboard.press("Control+End")
    page.keyboard.type("\nforwardin: true")
    expect(page.get_by_role("alert").get_by_text("ist hier nicht bekannt")).to_be_visible()
    for _ in "forwardin: true":
        page.keyboard.press("Backspace")
    expect(page.get_by_text("Im Gleichschritt mit der Zeichenfläche")).to_be_visible()
    page.get_by_role("button", name="Exportieren").click()
    window = page.get_by_role("dialog")
    window.get_by_role("button", name="Shell-Skript").click()
    expect(window.get_by_text("1 Erwartung wird weggelassen")).to_be_visible()
    assert cut_off(page) == []
    page.keyboard.press("Escape")


def expect_the_choice_to_stay(page: Page) -> None:
    """Expect who has chosen a language to have it also before and after signing in."""
    page.get_by_role("button", name="Farben und Sprache").click()
    with page.expect_navigation():
        page.get_by_role("menuitemradio", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.context.clear_cookies()
    page.goto("/")
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
