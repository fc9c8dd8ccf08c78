"""What the menu of a kept version does, and that of the person who is signed in."""

from collections.abc import Iterator, Mapping

from playwright.sync_api import Locator, Page, expect

from tests.browser.editor import node
from tests.browser.exercise import Steps
from tests.browser.screen_exercises import arrive
from tests.browser.test_history import open_panel

UNNAMED = "While it was edited"


def version(page: Page, name: str) -> Locator:
    """Return the row of a version."""
    return page.get_by_role("listitem").filter(has_text=name)


def keep_version(page: Page, name: str) -> None:
    """Keep what is drawn now under a name."""
    open_panel(page, "History")
    page.get_by_label("Name of this version").fill(name)
    page.get_by_role("button", name="Keep this version").click()
    expect(version(page, name)).to_be_visible()


def names(before: str, after: str) -> Steps:
    """Another name in the list, or none at all."""

    def steps(page: Page) -> Iterator[None]:
        yield
        field = page.get_by_role("textbox", name="Name of the version")
        expect(field).to_be_focused()
        field.fill(after)
        field.press("Enter")
        expect(version(page, after or UNNAMED)).to_be_visible()
        expect(version(page, before)).to_have_count(0)

    return steps


def forks(page: Page) -> Iterator[None]:
    """A lab of its own, with the same in it."""
    lab = page.url
    yield
    expect(page.get_by_role("heading", name="commands copy").first).to_be_visible()
    expect(node(page, "c")).to_be_visible()
    page.goto(lab)
    arrive(page)
    open_panel(page, "History")


def deletes(page: Page) -> Iterator[None]:
    """The version gone from the list."""
    yield
    expect(version(page, "second")).to_have_count(0)


def signs_out(page: Page) -> Iterator[None]:
    """The page to sign in, and a server that knows nobody any more."""
    yield
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    assert page.request.get("/api/session").json()["user"] is None
    page.goto("/")
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    page.keyboard.press("Tab")


OF_NAMED_VERSION: Mapping[str, Steps] = {
    "Rename…": names("first", ""),
    "Open as a new lab": forks,
    "Delete this version": deletes,
}
OF_UNNAMED_VERSION: Mapping[str, Steps] = {
    "Name this version…": names(UNNAMED, "second"),
    "Open as a new lab": forks,
    "Delete this version": deletes,
}
OF_PERSON: Mapping[str, Steps] = {"Sign out": signs_out}
