"""How much a browser loads before a lab can be drawn."""

import pytest
from playwright.sync_api import Page

from designer.launch.bundle import BUDGET_BYTES, sizes
from designer.launch.frontend import BUILT
from tests.browser.editor import open_gallery_lab

pytestmark = pytest.mark.browser

LOADED = "performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop())"


def test_first_paint_is_in_its_budget(page: Page) -> None:
    """What is weighed stays under the budget, and is what the browser really loads for a lab."""
    open_gallery_lab(page, "Two hosts, one bridge")
    page.reload()
    page.locator(".react-flow__node").first.wait_for()
    weighed = sizes(BUILT)
    assert sum(weighed.values()) <= BUDGET_BYTES
    assert {file.split("/")[-1] for file in weighed} <= set(page.evaluate(LOADED))
