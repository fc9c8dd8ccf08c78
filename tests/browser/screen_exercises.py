"""What the commands do that open something, change how the editor looks, or run the lab."""

import re
from collections.abc import Iterator, Mapping

from playwright.sync_api import Page, expect

from tests.browser.conftest import PATIENCE_MS
from tests.browser.editor import await_commands, lab_of, node
from tests.browser.exercise import (
    PALETTE,
    Exercise,
    Steps,
    eventually,
    focus_canvas,
    opens_field,
    select,
    undo,
)


def opens_panel(name: str) -> Steps:
    """One of the panels below the canvas."""

    def steps(page: Page) -> Iterator[None]:
        focus_canvas(page)
        yield
        page.get_by_role("tab", name=re.compile(f"^{name}"), selected=True).wait_for()

    return steps


def closes_panels(page: Page) -> Iterator[None]:
    """The row of their names instead."""
    yield
    expect(page.get_by_role("tab")).to_have_count(0)


def turns_inspector(page: Page) -> Iterator[None]:
    """Away, and there again."""
    inspector = page.get_by_role("complementary", name="Inspector")
    expect(inspector).to_be_visible()
    yield
    expect(inspector).to_have_count(0)
    page.get_by_role("button", name="Open the inspector").click()
    expect(inspector).to_be_visible()


def shows_text_beside(page: Page) -> Iterator[None]:
    """The text at the side of the canvas, until the same again."""
    focus_canvas(page)
    yield
    beside = page.get_by_role("region", name="YAML")
    expect(beside).to_be_visible()
    focus_canvas(page)
    page.keyboard.press("Control+Shift+y")
    expect(beside).to_have_count(0)


def opens_dialog(name: str, within: str) -> Steps:
    """A window with this in it; Escape closes it, and the focus is where it was."""

    def steps(page: Page) -> Iterator[None]:
        select(page, "c")
        node(page, "c").focus()
        yield
        dialog = page.get_by_role("dialog", name=name)
        expect(dialog).to_contain_text(within)
        page.keyboard.press("Escape")
        expect(dialog).to_have_count(0)
        expect(node(page, "c")).to_be_focused()

    return steps


def takes_tour(page: Page) -> Iterator[None]:
    """The guided tour, which can be ended at once."""
    focus_canvas(page)
    yield
    tour = page.get_by_role("region", name="Guided tour")
    expect(tour).to_be_focused()
    tour.get_by_role("button", name="End the tour").press("Enter")
    expect(tour).to_have_count(0)


def saves(page: Page) -> Iterator[None]:
    """A word that all is saved."""
    focus_canvas(page)
    yield
    said = page.get_by_text("Every change is stored by itself")
    expect(said).to_be_visible()


def prints(page: Page) -> Iterator[None]:
    """The browser's own window to print with, which a headless one does not show."""
    page.evaluate("window.print = () => { document.body.dataset.printed = '' }")
    yield
    expect(page.locator("body[data-printed]")).to_have_count(1)


def leaves(page: Page) -> Iterator[None]:
    """The list of labs."""
    lab = page.url
    yield
    expect(page.get_by_role("heading", name="Labs", exact=True)).to_be_visible()
    page.goto(lab)
    arrive(page)


def takes_colours(theme: str) -> Steps:
    """The page in other colours."""

    def steps(page: Page) -> Iterator[None]:
        page.evaluate("document.documentElement.dataset.theme = 'other'")
        yield
        eventually(
            page, lambda: page.evaluate("document.documentElement.dataset.theme ?? 'system'"), theme
        )

    return steps


def speaks(language: str, before: str) -> Steps:
    """The page in another language, in which it stays."""

    def steps(page: Page) -> Iterator[None]:
        if page.locator(f"html[lang={before}]").count() == 0:
            page.evaluate("code => localStorage.setItem('vethwork.language', code)", before)
            page.reload()
            arrive(page)
        yield
        expect(page.locator(f"html[lang={language}]")).to_have_count(1)
        arrive(page)

    return steps


def arrive(page: Page) -> None:
    """Wait until the editor can be used."""
    node(page, "a").wait_for()
    await_commands(page)
    focus_canvas(page)


def matrices(page: Page) -> int:
    """Return how often it was asked, and answered, who reaches whom."""
    runs = page.request.get(f"/api/labs/{lab_of(page)}/runs").json()
    return sum(run["kind"] == "matrix" and run["finished_at"] is not None for run in runs)


def applies(page: Page) -> Iterator[None]:
    """The lab running, and its matrix."""
    focus_canvas(page)
    before = matrices(page)
    yield
    eventually(page, lambda: matrices(page), before + 1, within_ms=PATIENCE_MS)
    expect(page.get_by_text("The one expectation is met")).to_be_visible()
    expect(node(page, "a")).to_contain_text("running")
    page.get_by_role("button", name="Close the panels").click()


def plans(page: Page) -> Iterator[None]:
    """What apply would do."""
    yield
    page.get_by_role("tab", name="Plan", selected=True).wait_for()
    expect(page.get_by_role("tabpanel")).to_contain_text("Nothing to do")


def checks_matrix(page: Page) -> Iterator[None]:
    """A new run that asks who reaches whom."""
    before = matrices(page)
    yield
    eventually(page, lambda: matrices(page), before + 1, within_ms=PATIENCE_MS)
    page.get_by_role("tab", name="Matrix", selected=True).wait_for()
    expect(page.get_by_text("The one expectation is met")).to_be_visible()


def turns_live(page: Page) -> Iterator[None]:
    """The switch, on."""
    switch = page.get_by_role("switch", name="Live")
    yield
    expect(switch).to_have_attribute("aria-checked", "true")
    switch.click()
    expect(switch).to_have_attribute("aria-checked", "false")


def sees_through(lens: str) -> Steps:
    """The running lab through another lens."""

    def steps(page: Page) -> Iterator[None]:
        yield
        expect(page.get_by_role("radio", name=lens, exact=True)).to_be_checked()

    return steps


def compares(before: str) -> Steps:
    """Two drawings in the place of the canvas, until Escape."""

    def steps(page: Page) -> Iterator[None]:
        select(page, "c")
        page.keyboard.press("ArrowRight")
        yield
        comparison = page.get_by_role("region", name="Comparison")
        expect(comparison.get_by_label("Before").locator("option:checked")).to_contain_text(
            re.compile(before)
        )
        page.keyboard.press("Escape")
        expect(comparison).to_have_count(0)
        undo(page)

    return steps


def goes_back(page: Page) -> Iterator[None]:
    """The drawing again."""
    page.get_by_role("button", name=re.compile("^Edited since it was applied")).or_(
        page.get_by_role("tab", name="History")
    ).first.click()
    page.get_by_role("button", name=re.compile("^Compare")).first.click()
    comparison = page.get_by_role("region", name="Comparison")
    comparison.wait_for()
    yield
    expect(comparison).to_have_count(0)


def destroys(page: Page) -> Iterator[None]:
    """Nothing of it left on the host."""
    yield
    expect(node(page, "a")).to_contain_text("not running")


SCREEN_EXERCISES: Mapping[str, Exercise] = {
    "lab.save": Exercise(saves, ("Control+s",)),
    "lab.share": Exercise(opens_dialog("Share this lab", "owner")),
    "lab.export": Exercise(opens_dialog("Export", "vethwork/v1")),
    "lab.picture": Exercise(opens_dialog("Export", "Download picture")),
    "lab.shape": Exercise(opens_dialog("Insert a shape", "nodes, ")),
    "lab.print": Exercise(prints),
    "lab.leave": Exercise(leaves),
    "look.dark": Exercise(takes_colours("dark")),
    "look.light": Exercise(takes_colours("light")),
    "look.system": Exercise(takes_colours("system")),
    "look.language-de": Exercise(speaks("de", before="en")),
    "look.language-en": Exercise(speaks("en", before="de")),
    "help.commands": Exercise(opens_field(PALETTE), ("Control+k",)),
    "help.shortcuts": Exercise(opens_dialog("Keyboard shortcuts", "Find next"), ("?",)),
    "help.tour": Exercise(takes_tour),
    "panel.yaml-beside": Exercise(shows_text_beside, ("Control+Shift+y",)),
    "panel.inspector": Exercise(turns_inspector),
    "panel.matrix": Exercise(opens_panel("Matrix")),
    "panel.plan": Exercise(opens_panel("Plan")),
    "panel.log": Exercise(opens_panel("Run log")),
    "panel.drift": Exercise(opens_panel("Drift")),
    "panel.observed": Exercise(opens_panel("Observed")),
    "panel.outline": Exercise(opens_panel("Outline")),
    "panel.yaml": Exercise(opens_panel("YAML")),
    "panel.history": Exercise(opens_panel("History")),
    "panel.problems": Exercise(opens_panel("Problems")),
    "panel.comments": Exercise(opens_panel("Comments")),
    "panel.none": Exercise(closes_panels),
}
"""Commands about windows, panels and looks; the last one closes what the ones before it opened."""

RUNNING_EXERCISES: Mapping[str, Exercise] = {
    "run.apply": Exercise(applies, ("Control+Enter",)),
    "run.plan": Exercise(plans),
    "run.matrix": Exercise(checks_matrix),
    "run.live": Exercise(turns_live),
    "look.lens-rates": Exercise(sees_through("Rates")),
    "look.lens-heat": Exercise(sees_through("Heat")),
    "look.lens-failed": Exercise(sees_through("Failed")),
    "look.lens-plain": Exercise(sees_through("Plain")),
    "history.newest": Exercise(compares(r"Applied|While it was edited")),
    "history.running": Exercise(compares("Running")),
    "history.back": Exercise(goes_back),
    "run.destroy": Exercise(destroys),
}
"""Commands that need a lab that runs, in this order."""
