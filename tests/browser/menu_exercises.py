"""What each entry of each menu does; `A > B` is an entry of a menu within a menu."""

import re
from collections.abc import Iterator, Mapping

from playwright.sync_api import Page, expect

from tests.browser.command_exercises import (
    adds,
    arranges,
    changes_count,
    copies,
    cuts,
    draws_shape,
    equal_gaps,
    groups,
    in_line,
    lays_out,
    pastes,
    quick_adds,
    renames,
    starts_a_link,
    turns_angles,
)
from tests.browser.editor import lab_of, node
from tests.browser.exercise import (
    PALETTE,
    Steps,
    chosen,
    clipboard,
    eventually,
    focus_canvas,
    opens_field,
    run_by_palette,
    select,
    shapes,
    typing,
    undo,
)
from tests.browser.screen_exercises import (
    speaks,
    takes_colours,
    takes_tour,
)
from tests.browser.view_exercises import fits_all, selects_all

Entries = Mapping[str, Steps]
COLORS = ("grey", "blue", "green", "yellow", "orange", "red", "purple")


def becomes(kind: str) -> Steps:
    """The node of another kind."""

    def steps(page: Page) -> Iterator[None]:
        select(page, "c")
        yield
        card = node(page, "c").get_by_text("c", exact=True)
        expect(card).to_be_visible()
        drawn = page.get_by_role("group", name=re.compile(f"^{kind} c"))
        expect(drawn).to_be_visible()
        undo(page)

    return steps


def opens_inspector(heading: str | re.Pattern[str]) -> Steps:
    """All that can be set about it."""

    def steps(page: Page) -> Iterator[None]:
        yield
        inspector = page.get_by_role("complementary", name="Inspector")
        expect(inspector.get_by_role("heading", name=heading, exact=True)).to_be_visible()

    return steps


def stored_link(page: Page) -> dict[str, object]:
    """Return the first link as it is stored once all is saved."""
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    links: list[dict[str, object]] = (
        page.request.get(f"/api/labs/{lab_of(page)}").json()["topology"].get("links", [])
    )
    return links[0]


def labels(label: str) -> Steps:
    """Words at the link, typed in place."""

    def steps(page: Page) -> Iterator[None]:
        yield
        page.get_by_role("textbox", name="Label of the link").fill(label)
        page.keyboard.press("Enter")
        expect(page.locator(".react-flow__edge").get_by_text(label)).to_be_visible()

    return steps


def sets_of_link(field: str, *, there: bool) -> Steps:
    """A field of the link, given or gone."""

    def steps(page: Page) -> Iterator[None]:
        yield
        eventually(page, lambda: field in stored_link(page), there)

    return steps


def turns_link(page: Page) -> Iterator[None]:
    """In right angles, until undo."""
    yield
    eventually(page, lambda: "angled" in stored_link(page), wanted=True)
    undo(page)
    eventually(page, lambda: "angled" in stored_link(page), wanted=False)


def removes_link(page: Page) -> Iterator[None]:
    """The cable gone, until undo."""
    edges = page.locator(".react-flow__edge")
    before = edges.count()
    yield
    expect(edges).to_have_count(before - 1)
    undo(page)
    expect(edges).to_have_count(before)


def types_shape(text: str) -> Steps:
    """Other words in the shape."""

    def steps(page: Page) -> Iterator[None]:
        yield
        typing(page).fill(text)
        page.keyboard.press("Control+Enter")
        expect(shapes(page).get_by_text(text)).to_be_visible()
        undo(page)
        expect(shapes(page).get_by_text(text)).to_have_count(0)

    return steps


def colours(color: str) -> Steps:
    """The shape in another colour."""

    def steps(page: Page) -> Iterator[None]:
        yield
        expect(shapes(page).locator(f"[data-color={color}]")).to_have_count(1)

    return steps


def shape_count(count: int) -> Steps:
    """More or fewer shapes, in one step of undo."""

    def steps(page: Page) -> Iterator[None]:
        before = shapes(page).count()
        yield
        expect(shapes(page)).to_have_count(count)
        undo(page)
        expect(shapes(page)).to_have_count(before)

    return steps


def copies_shape(page: Page) -> Iterator[None]:
    """The shape on the clipboard."""
    page.evaluate("navigator.clipboard.writeText('')")
    yield
    eventually(page, lambda: "shapes:" in clipboard(page), wanted=True)


def selects_members(page: Page) -> Iterator[None]:
    """The nodes in the group, and not the group."""
    yield
    expect(chosen(page)).to_have_count(2)


def ungroups_only(page: Page) -> Iterator[None]:
    """The frame gone, until undo."""
    yield
    expect(shapes(page)).to_have_count(0)
    undo(page)
    expect(shapes(page)).to_have_count(1)


def puts_region_behind(page: Page) -> Iterator[None]:
    """A region as large as what is selected needs."""
    select(page, "c")
    yield
    typing(page).press("Escape")
    expect(page.get_by_role("group", name=re.compile("^Region"))).to_be_visible()
    undo(page)
    expect(shapes(page)).to_have_count(0)


def copies_three(page: Page) -> Iterator[None]:
    """Three nodes on the clipboard."""
    select(page, "a", "b", "c")
    page.evaluate("navigator.clipboard.writeText('')")
    yield
    eventually(page, lambda: "b:" in clipboard(page), wanted=True)


def fits_three(page: Page) -> Iterator[None]:
    """All three in sight, larger or smaller than before."""
    select(page, "a", "b", "c")
    page.keyboard.press("-")
    page.keyboard.press("-")
    view = page.locator(".react-flow__viewport")
    before = view.get_attribute("style")
    yield
    eventually(page, lambda: view.get_attribute("style") != before, wanted=True)
    focus_canvas(page)
    page.keyboard.press("1")


def groups_three(page: Page) -> Iterator[None]:
    """A frame around the three."""
    select(page, "a", "b", "c")
    yield
    typing(page).press("Escape")
    expect(shapes(page)).to_have_count(1)
    undo(page)
    expect(shapes(page)).to_have_count(0)


def count_of_three(by: int) -> Steps:
    """Three nodes more or less."""

    def steps(page: Page) -> Iterator[None]:
        select(page, "a", "b", "c")
        cards = page.locator(".react-flow__node-card")
        before = cards.count()
        yield
        expect(cards).to_have_count(before + by)
        undo(page)
        expect(cards).to_have_count(before)

    return steps


def lists_keys(page: Page) -> Iterator[None]:
    """The list of shortcuts; the focus comes back to the menu's button."""
    yield
    dialog = page.get_by_role("dialog", name="Keyboard shortcuts")
    expect(dialog).to_contain_text("Find next")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(page.get_by_role("button", name="Help", exact=True)).to_be_focused()


def adds_linked(name: str) -> Steps:
    """A new node where the cable was let go, and the cable to it: one step of undo."""

    def steps(page: Page) -> Iterator[None]:
        edges = page.locator(".react-flow__edge")
        before = edges.count()
        yield
        expect(node(page, name)).to_be_visible()
        expect(edges).to_have_count(before + 1)
        undo(page)
        expect(node(page, name)).to_have_count(0)

    return steps


def straightens(*names: str) -> Steps:
    """The links of what is selected, or all, straight again."""

    def steps(page: Page) -> Iterator[None]:
        select(page, *names)
        line = page.locator(".react-flow__edge path").first
        straight = line.get_attribute("d")
        run_by_palette(page, "link.angles")
        eventually(page, lambda: line.get_attribute("d") != straight, wanted=True)
        yield
        eventually(page, lambda: line.get_attribute("d"), straight)
        undo(page, steps=2)
        eventually(page, lambda: line.get_attribute("d"), straight)

    return steps


OF_NODE: Entries = {
    "Rename": renames,
    "Link from here": starts_a_link,
    "Link from an interface > A new interface": starts_a_link,
    "Make it a > Host": becomes("Host"),
    "Make it a > Router": becomes("Router"),
    "Make it a > Switch": becomes("Switch"),
    "Make it a > Internet": becomes("Internet"),
    "Open in the inspector": opens_inspector("c"),
    "Group": groups,
    "Region behind it": puts_region_behind,
    "Copy": copies,
    "Cut": cuts,
    "Duplicate": changes_count(1),
    "Remove": changes_count(-1),
}
OF_LINK: Entries = {
    "Add a label": labels("uplink"),
    "Add a bend": sets_of_link("bends", there=True),
    "Right angles": turns_link,
    "Cut the cable": sets_of_link("cut", there=True),
    "Open in the inspector": opens_inspector(re.compile("^a:eth0")),
    "Remove": removes_link,
}
OF_DRESSED_LINK: Entries = {
    "Change the label": labels("trunk"),
    "Mend the cable": sets_of_link("cut", there=False),
    "Straighten": sets_of_link("bends", there=False),
}
"""A link with a label, a bend and a cut has these beside or instead."""
OF_PANE: Entries = {
    "Add a node…": quick_adds,
    "Add a note": draws_shape("Note"),
    "Add a region": draws_shape("Region"),
    "All links in right angles": turns_angles,
    "Paste": pastes,
    "Select all": selects_all,
    "Fit everything": fits_all,
}
OF_SELECTION: Entries = {
    "Align > Left edges": arranges(in_line(0)),
    "Align > Centres": arranges(in_line(0)),
    "Align > Right edges": arranges(in_line(0)),
    "Align > Top edges": arranges(in_line(1)),
    "Align > Middles": arranges(in_line(1)),
    "Align > Bottom edges": arranges(in_line(1)),
    "Distribute > Equal gaps across": arranges(equal_gaps(0)),
    "Distribute > Equal gaps down": arranges(equal_gaps(1)),
    "Group": groups_three,
    "Region behind it": puts_region_behind,
    "Copy": copies_three,
    "Cut": count_of_three(-3),
    "Duplicate": count_of_three(3),
    "Fit the selection": fits_three,
    "Remove": count_of_three(-3),
}
OF_ANGLED_LINK: Entries = {"Straight lines": straightens()}
OF_ANGLED_PANE: Entries = {"All links straight": straightens()}
OF_LINKED: Entries = {"Right angles": turns_angles, "Straight lines": straightens("a", "s")}
"""In the menu of two nodes with a link between them."""
OF_MEMBER: Entries = {"Ungroup": ungroups_only}
"""In the menu of a node, or of several, in a group."""
OF_NOTE: Entries = {
    "Change the text": types_shape("site"),
    **{f"Colour > {color.title()}": colours(color) for color in COLORS},
    "Copy": copies_shape,
    "Cut": shape_count(0),
    "Duplicate": shape_count(2),
    "Remove": shape_count(0),
}
OF_REGION: Entries = {
    ("Change the title" if entry == "Change the text" else entry): steps
    for entry, steps in OF_NOTE.items()
}
OF_GROUP: Entries = {
    **OF_REGION,
    "Select its nodes": selects_members,
    "Ungroup": ungroups_only,
}
OF_QUICK_ADD: Entries = {
    "Host": adds("h1"),
    "Router": adds("r1"),
    "Switch": adds("sw1"),
    "Internet": adds("internet"),
    "Note": draws_shape("Note"),
}
OF_LOOSE_CABLE: Entries = {
    "Host": adds_linked("h1"),
    "Router": adds_linked("r1"),
    "Switch": adds_linked("sw1"),
    "Internet": adds_linked("internet"),
}
OF_LAYOUT: Entries = {
    "Lay out from top to bottom": lays_out,
    "Lay out from left to right": lays_out,
    "Lay out by forces": lays_out,
    "Lay out around the middle": lays_out,
    "Lay out as a tree": lays_out,
}
OF_HELP: Entries = {
    "Keyboard shortcuts": lists_keys,
    "Command palette": opens_field(PALETTE),
    "Take the guided tour": takes_tour,
}
OF_PREFERENCES: Entries = {
    "Dark": takes_colours("dark"),
    "Light": takes_colours("light"),
    "Like the system": takes_colours("system"),
    "Deutsch": speaks("de", before="en"),
    "English": speaks("en", before="de"),
}
