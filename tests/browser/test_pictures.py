"""The drawing as a picture, saved from a real browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.editor import open_drawn_lab

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
