"""The text beside the canvas: typed in either, seen in both, with the person's own comments."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.editor import node, open_text_lab, stored_text

pytestmark = pytest.mark.browser

TEXT = """\
# Two at one table
version: vethwork/v1
name: "a table"   # for two
nodes:
  # the guest
  h1: {kind: host}
  h2:
    kind: host   # the host
links:
  - {ends: [h1:eth0, h2:eth0]}   # crossed
layout: {h1: [0, 0], h2: [320, 0]}
"""


def text(page: Page) -> Locator:
    """Return the text beside the canvas."""
    return page.get_by_role("textbox", name="The lab as YAML")


def open_text(page: Page) -> None:
    """Open a lab that was written by hand, its text beside the canvas."""
    open_text_lab(page, TEXT)
    page.keyboard.press("Control+Shift+y")
    expect(page.get_by_text("In step with the canvas")).to_be_visible()
    expect(text(page)).to_contain_text("Two at one table")


def shown(page: Page) -> str:
    """Return the whole text as the editor has it."""
    return "\n".join(text(page).locator(".cm-line").all_inner_texts()).replace("\n\n", "\n")


def put_cursor_after(page: Page, words: str) -> None:
    """Click at the end of the line that has these words."""
    text(page).locator(".cm-line").filter(has_text=words).click()
    page.keyboard.press("End")


def test_what_is_typed_is_drawn_and_what_is_drawn_is_written(page: Page) -> None:
    """Both sides follow, comments stay, undo gives back the text, and all of it is stored."""
    open_text(page)
    put_cursor_after(page, "kind: host   # the host")
    page.keyboard.type("\n  r1: {kind: router}   # new")
    expect(node(page, "r1")).to_be_visible()
    page.keyboard.press("Control+Home")
    before = shown(page)
    assert "# the guest" in before
    assert "r1: {kind: router}   # new" in before
    node(page, "h1").click()
    expect(text(page).locator(".cm-shown-element")).to_contain_text("h1: {kind: host}")
    page.keyboard.press("F2")
    page.keyboard.type("web")
    page.keyboard.press("Enter")
    expect(text(page)).to_contain_text("- {ends: [web:eth0, h2:eth0]}   # crossed")
    expect(text(page)).to_contain_text("layout: {web: [0, 0], h2: [320, 0]")
    page.keyboard.press("Control+z")
    expect(text(page)).to_contain_text("{ends: [h1:eth0, h2:eth0]}")
    assert shown(page) == before
    node(page, "h2").click()
    page.keyboard.press("Delete")
    expect(text(page)).not_to_contain_text("crossed")
    page.keyboard.press("Control+z")
    expect(text(page)).to_contain_text("# crossed")
    page.keyboard.press("Control+z")  # what was typed is taken back as a whole
    expect(node(page, "r1")).to_have_count(0)
    expect(text(page)).not_to_contain_text("r1:")
    page.keyboard.press("Control+Shift+z")
    expect(node(page, "r1")).to_be_visible()
    expect(text(page)).to_contain_text("# new")
    assert "# the guest" in stored_text(page, "r1: {kind: router}   # new")


def test_an_error_is_shown_where_it_is_and_the_drawing_waits(page: Page) -> None:
    """A wrong word is marked, help completes the right one, the canvas edits around it."""
    open_text(page)
    put_cursor_after(page, "h1: {kind: host}")
    page.keyboard.press("ArrowLeft")
    page.keyboard.type(", forwardin: true")
    expect(page.get_by_text("is not known here")).to_be_visible()
    expect(text(page).locator(".cm-lintRange-error")).to_have_text("forwardin")
    page.locator(".react-flow").focus()
    page.keyboard.press("a")
    page.get_by_role("menuitem", name="Switch").click()
    expect(text(page)).to_contain_text("sw1: {kind: switch}")
    expect(text(page)).to_contain_text("forwardin: true")
    text(page).get_by_text("forwardin").dblclick()
    page.keyboard.type("forw")
    offer = page.get_by_role("option", name="forwarding")
    offer.click()
    expect(page.get_by_text("In step with the canvas")).to_be_visible()
    put_cursor_after(page, "kind: host   # the host")
    page.keyboard.press("F12")
    expect(page.get_by_label("Name", exact=True).first).to_have_value("h2")
