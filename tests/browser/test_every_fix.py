"""Every kind of quick fix is pressed in the browser: the problem goes, and undo brings it back."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from designer.topology.document import read_text
from designer.topology.fixes import Fixes
from tests.browser.editor import lab_of, open_drawn_lab
from tests.browser.exercise import undo
from tests.browser.test_history import open_panel, problem
from tests.topology.broken_drawings import BROKEN

pytestmark = pytest.mark.browser

WINDOWS = 4
"""While one waits for the server, the others go on."""

OTHERS = {
    "internet-is-fixed": "Remove what it does by itself",
    "protocol-without-vlans": "Keep VLANs apart",
    "duplicate-address": "Use an automatic address at a:e",
}
"""Fixes that are nowhere the best one, and so stand in the menu beside it."""


class Case(NamedTuple):
    """A drawing, what is wrong with it, and what to press."""

    drawing: Mapping[str, Any]
    message: str
    title: str
    is_best: bool


def cases() -> Iterator[Case]:
    """Yield one a kind of problem, and the fixes that are only in menus."""
    for code, (text, title) in BROKEN.items():
        yield case(code, text, title, is_best=True)
    for code, title in OTHERS.items():
        yield case(code, BROKEN[code][0], title, is_best=False)


def case(code: str, text: str, title: str, *, is_best: bool) -> Case:
    """Find the problem that this fix is about."""
    topology = read_text(text).topology
    assert topology is not None
    fixes = Fixes(topology)
    message = next(
        one.message
        for one in fixes.problems
        if one.code == code and title in {fix.title for fix in fixes.of(one)}
    )
    return Case(topology.plain(), message, title, is_best)


def store(page: Page, drawing: Mapping[str, Any]) -> None:
    """Put a drawing in the place of the one that is open, as another program does."""
    token = page.request.get("/api/session").json()["csrf_token"]
    path, headers = f"/api/labs/{lab_of(page)}", {"X-CSRFToken": token}
    revision = page.request.get(path).json()["revision"]
    order = {"topology": drawing, "revision": revision}
    stored = page.request.put(path, data=order, headers=headers)
    assert stored.ok, stored.text()


def row(page: Page, one: Case) -> Locator:
    """Return where the problem stands."""
    return problem(page, one.message)


def press(page: Page, one: Case) -> None:
    """Press the fix."""
    if one.is_best:
        row(page, one).get_by_role("button", name=one.title, exact=True).first.click()
        return
    row(page, one).get_by_role("button", name="Other fixes").first.click()
    page.get_by_role("menuitem", name=one.title, exact=True).click()


def open_windows(context: BrowserContext) -> list[Page]:
    """Open a lab of its own in each window, with its problems in sight."""
    pages = [context.new_page() for _ in range(WINDOWS)]
    for page in pages:
        open_drawn_lab(page, {"nodes": {"a": {}}})
        open_panel(page, "Problems")
    return pages


def fix_all(pages: Sequence[Page], some: Sequence[Case]) -> None:
    """Press one fix in each window, and take it back."""
    both = list(zip(pages, some, strict=False))
    for page, one in both:
        store(page, one.drawing)
    counts = []
    for page, one in both:
        expect(row(page, one).first).to_be_visible()
        counts.append(row(page, one).count())
        press(page, one)
    for (page, one), count in zip(both, counts, strict=True):
        expect(row(page, one)).to_have_count(count - 1)
        undo(page)
    for (page, one), count in zip(both, counts, strict=True):
        expect(row(page, one)).to_have_count(count)


def test_every_fix(context: BrowserContext) -> None:
    """Each does away with its problem and is one step of undo."""
    pages = open_windows(context)
    every = list(cases())
    for start in range(0, len(every), WINDOWS):
        fix_all(pages, every[start : start + WINDOWS])
