"""What a person does in the editor, in words."""

import re
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Locator, Page, expect


def open_gallery_lab(page: Page, title: str) -> None:
    """Make a lab from the gallery and open it."""
    page.goto("/")
    page.get_by_role("button", name="New lab").first.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name=title).click()
    page.wait_for_url(re.compile(r"/labs/[0-9a-f-]+$"))
    page.locator(".react-flow__node").first.wait_for()
    await_commands(page)


def await_commands(page: Page) -> None:
    """Wait for the keys: most commands come a moment after the first paint."""
    come = "one => one.name.includes('LaterCommands') && one.name.endsWith('.js')"
    page.wait_for_function(f"() => performance.getEntriesByType('resource').some({come})")


def node(page: Page, name: str) -> Locator:
    """Return the card of a node on the canvas."""
    return page.locator(".react-flow__node").filter(has=page.get_by_text(name, exact=True))


def apply(page: Page) -> None:
    """Press Apply."""
    page.get_by_role("button", name="Apply", exact=False).first.click()


def expect_all_met(page: Page, count: int) -> None:
    """Wait until the matrix says that every expectation is met."""
    expect(page.get_by_text(f"All {count} expectations met")).to_be_visible()


def open_panel(page: Page, name: str) -> None:
    """Open one of the panels below the canvas, whether they are folded away or not."""
    tab = page.get_by_role("tab", name=name)
    tab.or_(page.get_by_role("button", name=name, exact=True).last).first.click()
    page.get_by_role("tab", name=name, selected=True).wait_for()


def open_drawn_lab(page: Page, topology: Mapping[str, Any]) -> None:
    """Store a drawing and open it."""
    token = page.request.get("/api/session").json()["csrf_token"]
    stored = page.request.post(
        "/api/labs", data={"topology": topology}, headers={"X-CSRFToken": token}
    )
    assert stored.ok, stored.text()
    page.goto(f"/labs/{stored.json()['id']}")
    page.locator(".react-flow__node").first.wait_for()
    await_commands(page)


def lab_of(page: Page) -> str:
    """Return the id of the lab that is open."""
    return page.url.rsplit("/", 1)[1]


def open_text_lab(page: Page, text: str) -> None:
    """Store a file that somebody wrote, and open it."""
    token = page.request.get("/api/session").json()["csrf_token"]
    headers = {"X-CSRFToken": token, "Content-Type": "application/yaml"}
    stored = page.request.post("/api/labs", data=text, headers=headers)
    assert stored.ok, stored.text()
    page.goto(f"/labs/{stored.json()['id']}")
    page.locator(".react-flow__node").first.wait_for()
    await_commands(page)


def stored_text(page: Page, words: str) -> str:
    """Return the stored file as soon as these words are in it."""
    path, headers = f"/api/labs/{lab_of(page)}", {"Accept": "application/yaml"}
    for _ in range(40):
        text = page.request.get(path, headers=headers).text()
        if words in text:
            return text
        page.wait_for_timeout(100)
    raise AssertionError(text)
