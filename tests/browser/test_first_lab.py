"""The main job, as a person does it: a lab from the gallery, Apply, a green matrix."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.editor import apply, expect_all_met, node, open_gallery_lab, open_panel

pytestmark = pytest.mark.browser


def test_two_hosts_one_bridge_turn_green(page: Page) -> None:
    """One click on Apply builds the lab and fills the matrix, in which all is as expected."""
    open_gallery_lab(page, "Two hosts, one bridge")
    apply(page)
    expect_all_met(page, 4)
    for name in ("netns1", "netns2", "brx"):
        expect(node(page, name)).to_contain_text("running")
    page.get_by_role("button", name="Destroy").click()
    expect(node(page, "netns1")).to_contain_text("not running")


@pytest.mark.parametrize(
    ("title", "expectations"),
    [
        ("Two hosts, one cable", 4),
        ("A bridge in the host", 7),
        ("Two routers, two networks", 6),
    ],
)
def test_gallery_lab_turns_green(page: Page, title: str, expectations: int) -> None:
    """What must get through does, and what must not does not."""
    open_gallery_lab(page, title)
    apply(page)
    expect_all_met(page, expectations)


def test_plan_is_shown_as_commands(page: Page) -> None:
    """Plan says what Apply would do, in words and as what one would type."""
    open_gallery_lab(page, "Two hosts, one bridge")
    page.get_by_role("button", name="Plan", exact=True).first.click()
    expect(page.get_by_text("create namespace netns1")).to_be_visible()
    page.get_by_text("Commands", exact=True).click()
    expect(page.get_by_text("ip netns add netns1")).to_be_visible()


def test_yaml_beside_the_canvas(page: Page) -> None:
    """The drawing can be read as YAML."""
    open_gallery_lab(page, "Two hosts, one bridge")
    open_panel(page, "YAML")
    expect(page.get_by_text(re.compile(r"vethwork/v1")).first).to_be_visible()
