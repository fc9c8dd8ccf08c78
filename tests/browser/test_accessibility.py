"""What axe finds: nothing grave on any screen, panel or window, light or dark."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from designer.launch.layout import FRONTEND
from tests.browser.conftest import PATIENCE_MS, Product
from tests.browser.editor import (
    apply,
    expect_all_met,
    node,
    open_drawn_lab,
    open_gallery_lab,
    open_panel,
)

pytestmark = pytest.mark.browser

AXE = Path(FRONTEND / "node_modules" / "axe-core" / "axe.min.js")
GRAVE = {"serious", "critical"}
NOBODYS_LAB = "00000000-0000-0000-0000-000000000000"
MANY = 1000
SETTLED = """async () => {
  await new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)));
  await Promise.allSettled(document.getAnimations().map(one => one.finished));
}"""
"""Other colours are there once they have been painted, and have faded in."""
EVERYTHING = {
    "name": "everything",
    "routing": "automatic",
    "nodes": {
        "h1": {"kind": "host"},
        "sw1": {"kind": "switch", "interfaces": {"p1": {"vlan": 10}, "p2": {"trunk": [10, 20]}}},
        "r1": {
            "kind": "router",
            "routes": [{"destination": "10.8.0.0/16", "type": "blackhole"}],
            "rules": [{"action": "deny", "protocol": "tcp", "port": 22}],
            "services": [{"kind": "http", "port": 80}],
        },
    },
    "links": [
        {"ends": ["h1:eth0", "sw1:p1"], "cut": True},
        {"ends": ["sw1:p2", "r1:eth0"], "impairment": {"delay_ms": 20}},
    ],
    "shapes": [
        {"kind": "note", "text": "read me", "at": [0, 200], "size": [160, 80]},
        {"kind": "group", "text": "left", "members": ["h1", "sw1"]},
    ],
    "expect": [{"from": "h1", "to": "nobody"}],
    "layout": {"h1": [0, 0], "sw1": [300, 160], "r1": [700, 0]},
}


def faults(page: Page, rules: str = "") -> list[str]:
    """Return what axe takes for grave, one line an element; of what is fine it says no more."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    page.evaluate(SETTLED)
    found: dict[str, Any] = page.evaluate(f"axe.run({{resultTypes: ['violations'], {rules}}})")
    return [
        f"{one['id']}: {place['target']}: {place.get('failureSummary', '')}"
        for one in found["violations"]
        if one["impact"] in GRAVE
        for place in one["nodes"]
    ]


class Looker:
    """Collects what is wrong with the screens that are shown one after another."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._schemes = ["light", "dark"]
        self.found: dict[str, list[str]] = {}

    def at(self, screen: str) -> None:
        """Look at what is shown now: all in one of the colours, contrast in the others too."""
        first, other = self._schemes
        wrong = self._in(first, "")
        wrong += self._in(other, "runOnly: ['color-contrast']")
        self._schemes = [other, first]  # what is shown next is shown in these already
        if wrong:
            self.found[screen] = wrong

    def _in(self, scheme: str, rules: str) -> list[str]:
        self._page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        return [f"{scheme}: {one}" for one in self._lasting(rules)]

    def _lasting(self, rules: str) -> list[str]:
        """Return what is still wrong at a second look, for colours fade in."""
        return faults(self._page, rules) and faults(self._page, rules)

    def at_dialog(self, screen: str) -> None:
        """Look at a window, and close it."""
        self._page.get_by_role("dialog").wait_for()
        self.at(screen)
        self._page.keyboard.press("Escape")
        expect(self._page.get_by_role("dialog")).to_have_count(0)


def run_by_palette(page: Page, title: str) -> None:
    """Run a command by its name."""
    page.keyboard.press("Control+k")
    page.get_by_role("option", name=title).first.click()
    expect(page.get_by_role("combobox", name="Command palette")).to_have_count(0)


def test_pages_around_the_editor(page: Page) -> None:
    """The list of labs, full and empty, its windows and menus, and what is not there."""
    look = Looker(page)
    open_drawn_lab(page, EVERYTHING)
    page.goto("/")
    page.get_by_role("button", name="More for everything").first.wait_for()
    look.at("labs")
    page.get_by_role("button", name="New lab").first.click()
    look.at_dialog("gallery")
    for entry in ("Rename…", "Delete…"):
        page.get_by_role("button", name="More for everything").first.click()
        page.get_by_role("menuitem", name=entry).wait_for()
        if entry == "Rename…":
            look.at("menu of a lab")
        page.get_by_role("menuitem", name=entry).click()
        look.at_dialog(entry)
    page.route("**/api/labs", lambda route: route.fulfill(json=[]))
    page.reload()
    page.get_by_role("heading", name="Draw a network").wait_for()
    look.at("no labs yet")
    page.unroute("**/api/labs")
    for address, heading in (("/nothing", "Page not found"), (f"/labs/{NOBODYS_LAB}", "No such")):
        page.goto(address)
        page.get_by_role("heading", name=heading).wait_for()
        look.at(address)
    assert look.found == {}


def test_panels_of_a_running_lab(page: Page) -> None:
    """The matrix as table and as picture, and every other panel with something in it."""
    look = Looker(page)
    open_gallery_lab(page, "Two hosts, one bridge")
    apply(page)
    expect_all_met(page, 4)
    look.at("matrix")
    node(page, "netns1").click()
    for tab in ("Plan", "Run log", "Drift", "Observed", "Outline", "YAML", "Problems"):
        open_panel(page, tab)
        if tab == "YAML":
            page.locator(".cm-content[contenteditable=true]").wait_for()
        look.at(tab)
    page.keyboard.press("Control+Shift+y")
    page.get_by_role("region", name="YAML", exact=True).wait_for()
    look.at("YAML beside")
    page.keyboard.press("Control+Shift+y")
    page.locator(".react-flow").focus()
    page.keyboard.press("c")
    look.at("a comment")
    open_panel(page, "History")
    page.get_by_role("button", name="Compare").first.wait_for()
    look.at("history")
    page.get_by_role("button", name="Compare").first.click()
    page.get_by_role("region", name="Comparison").wait_for()
    look.at("comparison")
    page.keyboard.press("Escape")
    for lens in ("Rates", "Heat", "Failed"):
        page.get_by_role("radio", name=lens, exact=True).click()
        look.at(lens)
    page.emulate_media(forced_colors="active")
    look.at("forced colours")
    assert look.found == {}


def test_windows_over_the_editor(page: Page) -> None:
    """Sharing, export, pictures, shapes, help, the palette, finding, menus, the tour."""
    look = Looker(page)
    open_drawn_lab(page, EVERYTHING)
    page.wait_for_load_state("networkidle")
    for title in ("Export", "Save as a picture", "Insert a shape", "Keyboard shortcuts"):
        run_by_palette(page, title)
        look.at_dialog(title)
    run_by_palette(page, "Share this lab")
    page.get_by_role("button", name="Make a link").click()
    page.get_by_label("The link: copy it now").wait_for()
    look.at_dialog("sharing")
    page.keyboard.press("Control+k")
    look.at_dialog("palette")
    page.keyboard.press("Control+f")
    page.get_by_role("button", name="Filter the drawing").click()
    look.at("find and filter")
    page.keyboard.press("Escape")
    for name in ("r1", "sw1"):
        node(page, name).click(button="right")
        page.get_by_role("menu").wait_for()
        look.at(f"menu of {name}")
        page.keyboard.press("Escape")
    run_by_palette(page, "Take the guided tour")
    page.get_by_role("region", name="Guided tour").wait_for()
    look.at("tour")
    assert look.found == {}


def test_forms_of_a_drawing(page: Page) -> None:
    """A router with rules, routes and services, a trunk, a note, several; German as well."""
    look = Looker(page)
    open_drawn_lab(page, EVERYTHING)
    panel = page.get_by_role("complementary")
    for name, rows in (("r1", ("deny tcp 22", "More of route 1", "http")), ("sw1", ("p2",))):
        node(page, name).click()
        panel.get_by_role("heading", name=name).wait_for()
        for row in rows:
            panel.get_by_role("button", name=row).click()
        look.at(f"form of {name}")
    page.get_by_role("group", name="Note read me").click()
    look.at("form of a note")
    page.keyboard.press("Control+a")
    look.at("form of several")
    page.evaluate("localStorage.setItem('vethwork.language', 'de')")
    page.reload()
    page.locator("html[lang=de]").wait_for()
    page.locator(".react-flow__node").first.wait_for()
    look.at("in German")
    assert look.found == {}


def test_large_and_empty_drawings(page: Page) -> None:
    """From afar, and with nothing in it."""
    look = Looker(page)
    nodes = {f"h{number}": {} for number in range(MANY)}
    token = page.request.get("/api/session").json()["csrf_token"]
    for name, drawn in (("empty", {}), ("large", nodes)):
        lab = page.request.post(
            "/api/labs",
            data={"topology": {"name": name, "nodes": drawn}},
            headers={"X-CSRFToken": token},
        )
        page.goto(f"/labs/{lab.json()['id']}")
        page.get_by_role("navigation", name="Panels").wait_for()
        look.at(name)
    assert look.found == {}


@pytest.fixture
def stranger(browser: Browser, product: Product) -> Iterator[Page]:
    """Return a window of somebody who is not signed in."""
    context = browser.new_context(base_url=product.address, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE_MS)
    yield context.new_page()
    context.close()


def test_screens_of_strangers(page: Page, stranger: Page) -> None:
    """Signing in, a link that is used up, a lab that may only be looked at, and its end."""
    look = Looker(stranger)
    for address in ("/sign-in", "/sign-in?link=expired"):
        stranger.goto(address)
        stranger.get_by_role("button", name="Sign in").wait_for()
        look.at(address)
    open_drawn_lab(page, EVERYTHING)
    page.get_by_role("button", name="Share", exact=True).click()
    page.get_by_role("button", name="Make a link").click()
    link = page.get_by_label("The link: copy it now, it is not shown again").input_value()
    stranger.goto(link)
    node(stranger, "r1").click()
    stranger.get_by_role("heading", name="r1").wait_for()
    look.at("looking on")
    page.get_by_role("button", name="Revoke the link").click()
    stranger.get_by_role("dialog", name="This lab is closed here").wait_for()
    look.at("closed")
    assert look.found == {}
