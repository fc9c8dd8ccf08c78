"""The drawing as a picture, saved from a real browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.editor import open_drawn_lab, open_panel, stored_text

pytestmark = pytest.mark.browser

LAB = {
    "name": "pictured",
    "nodes": {"h1": {"kind": "host"}, "sw1": {"kind": "switch"}},
    "links": [{"ends": ["h1:eth0", "sw1:p1"]}],
    "layout": {"h1": [0, 0], "sw1": [420, 0]},
}


def test_drawing_is_saved_as_a_picture(page: Page) -> None:
    """Whole, as SVG text and as a PNG of some size."""
    open_drawn_lab(page, LAB)
    page.get_by_role("button", name="Export").click()
    dialog = page.get_by_role("dialog")
    for name in ("Picture (SVG)", "Picture (PNG)"):
        dialog.get_by_role("button", name=name).click()
        expect(dialog.get_by_role("img", name="Preview of the picture")).to_be_visible()
        with page.expect_download() as saving:
            dialog.get_by_role("button", name="Download picture").click()
        data = Path(saving.value.path()).read_bytes()
        if "SVG" in name:
            assert data.startswith(b"<svg")
            assert b">h1<" in data
            assert b">sw1<" in data
            assert len(set(re.findall(rb'(?:fill|stroke)="(rgb[^"]*)"', data))) > 5
        else:
            assert data.startswith(b"\x89PNG")
            assert len(data) > 2000


def test_paper_shows_the_drawing_with_its_name(page: Page) -> None:
    """Links are put in right angles first: canvas, stored file and paper show them so."""
    open_drawn_lab(page, LAB | {"layout": {"h1": [0, 0], "sw1": [420, 300]}})
    cable = page.locator(".react-flow__edge-path")
    straight = cable.get_attribute("d") or ""
    assert straight.count("L") == 0
    page.locator(".react-flow__pane").click(button="right", position={"x": 300, "y": 60})
    page.get_by_role("menuitem", name="All links in right angles").click()
    expect(cable).to_have_attribute("d", re.compile(r"^M.*L.*Q.*L.*Q.*L"))
    assert "angled: true" in stored_text(page, "angled")
    open_panel(page, "Outline")
    page.get_by_role("treeitem", name="h1:eth0").click()
    page.keyboard.press("F2")
    page.keyboard.type("uplink")
    page.keyboard.press("Enter")
    expect(page.locator(".react-flow__edge").get_by_text("uplink")).to_be_visible()

    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    sheet = page.get_by_role("article")
    expect(sheet.get_by_role("heading", name="pictured")).to_be_visible()
    expect(sheet.locator("svg [data-kind]")).to_have_count(2)
    box = sheet.get_by_role("img", name="pictured").bounding_box()
    assert box is not None
    assert box["height"] > 500
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(sheet).to_have_count(0)
