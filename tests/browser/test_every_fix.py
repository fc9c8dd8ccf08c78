"""Every kind of quick fix is pressed in the browser: the problem goes, and undo brings it back."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.broken_together import Case, drawings
from tests.browser.editor import lab_of, open_drawn_lab
from tests.browser.exercise import undo
from tests.browser.test_history import open_panel, problem

pytestmark = pytest.mark.browser


def store(page: Page, drawing: Mapping[str, Any]) -> None:
    """Put a drawing in the place of the one that is open, as another program does."""
    token = page.request.get("/api/session").json()["csrf_token"]
    path, headers = f"/api/labs/{lab_of(page)}", {"X-CSRFToken": token}
    revision = page.request.get(path).json()["revision"]
    order = {"topology": drawing, "revision": revision}
    stored = page.request.put(path, data=order, headers=headers)
    assert stored.ok, stored.text()


def rows(page: Page, case: Case) -> Locator:
    """Return where the problem stands, for each element that has it."""
    return problem(page, case.message)


def press(page: Page, case: Case) -> None:
    """Press the fix."""
    row = rows(page, case).first
    if case.is_best:
        row.get_by_role("button", name=case.title, exact=True).press("Enter")
        return
    row.get_by_role("button", name="Other fixes").press("Enter")
    page.get_by_role("menuitem", name=case.title, exact=True).press("Enter")


def fix_all(page: Page, cases: Sequence[Case]) -> None:
    """Press each fix, see its problem go, and take all back, one step each."""
    for case in cases:
        expect(rows(page, case).first).to_be_visible()
    counts = [rows(page, case).count() for case in cases]
    # The last first: what is removed gives those after it other numbers.
    for case in reversed(cases):
        press(page, case)
    for case, count in zip(cases, counts, strict=True):
        expect(rows(page, case)).to_have_count(count - 1)
    undo(page, steps=len(cases))
    for case, count in zip(cases, counts, strict=True):
        expect(rows(page, case)).to_have_count(count)


def test_every_fix(page: Page) -> None:
    """Each does away with its problem and is one step of undo."""
    open_drawn_lab(page, {"nodes": {"a": {}}})
    open_panel(page, "Problems")
    for drawing, cases in drawings():
        store(page, drawing)
        fix_all(page, cases)
