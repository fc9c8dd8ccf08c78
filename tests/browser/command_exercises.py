"""What each command of the editor does, as a person sees it.

A command without an entry here fails the test that reads the palette.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from playwright.sync_api import Page, expect

from tests.browser.editor import node
from tests.browser.exercise import (
    Exercise,
    Steps,
    cards,
    chosen,
    clipboard,
    eventually,
    focus_canvas,
    places,
    select,
    shapes,
    typing,
    undo,
)

NODES = 4
Places = dict[str, tuple[float, float]]


def adds(name: str) -> Steps:
    """A new node, selected."""

    def steps(page: Page) -> Iterator[None]:
        focus_canvas(page)
        yield
        expect(node(page, name)).to_be_visible()
        expect(chosen(page)).to_have_count(1)
        undo(page)
        expect(cards(page)).to_have_count(NODES)

    return steps


def quick_adds(page: Page) -> Iterator[None]:
    """The menu of new nodes, and one of them."""
    focus_canvas(page)
    yield
    page.get_by_role("menuitem", name="Host").press("Enter")
    expect(node(page, "h1")).to_be_visible()
    undo(page)
    expect(cards(page)).to_have_count(NODES)


def starts_a_link(page: Page) -> Iterator[None]:
    """A cable in hand, until Escape."""
    select(page, "c")
    yield
    hint = page.get_by_text("Linking from c")
    expect(hint).to_be_visible()
    focus_canvas(page)
    page.keyboard.press("Escape")
    expect(hint).to_have_count(0)


def renames(page: Page) -> Iterator[None]:
    """A name is typed in place."""
    select(page, "c")
    yield
    typing(page).fill("z")
    page.keyboard.press("Enter")
    expect(node(page, "z")).to_be_visible()
    undo(page)
    expect(node(page, "c")).to_be_visible()


def changes_count(by: int) -> Steps:
    """One node more or less than before; one step of undo."""

    def steps(page: Page) -> Iterator[None]:
        select(page, "c")
        yield
        expect(cards(page)).to_have_count(NODES + by)
        undo(page)
        expect(cards(page)).to_have_count(NODES)

    return steps


def copies(page: Page) -> Iterator[None]:
    """The node as text on the clipboard."""
    page.evaluate("navigator.clipboard.writeText('')")
    select(page, "c")
    yield
    eventually(page, lambda: re.search(r"^ *c:", clipboard(page), re.MULTILINE) is not None, True)


def cuts(page: Page) -> Iterator[None]:
    """On the clipboard, and no longer in the drawing."""
    page.evaluate("navigator.clipboard.writeText('')")
    select(page, "c")
    yield
    expect(node(page, "c")).to_have_count(0)
    assert "c:" in clipboard(page)
    undo(page)
    expect(node(page, "c")).to_be_visible()


def pastes(page: Page) -> Iterator[None]:
    """What is on the clipboard, in the drawing."""
    page.evaluate("navigator.clipboard.writeText('nodes: {pasted: }')")
    focus_canvas(page)
    yield
    expect(node(page, "pasted")).to_be_visible()
    undo(page)
    expect(node(page, "pasted")).to_have_count(0)


def undoes(page: Page) -> Iterator[None]:
    """The last edit, taken back."""
    select(page, "c")
    page.keyboard.press("Delete")
    expect(node(page, "c")).to_have_count(0)
    yield
    expect(node(page, "c")).to_be_visible()


def redoes(page: Page) -> Iterator[None]:
    """What was taken back, again."""
    select(page, "c")
    page.keyboard.press("Delete")
    undo(page)
    expect(node(page, "c")).to_be_visible()
    yield
    expect(node(page, "c")).to_have_count(0)
    undo(page)
    expect(node(page, "c")).to_be_visible()


def moves(x: float, y: float) -> Steps:
    """The selected node by so much, in one step of undo."""

    def steps(page: Page) -> Iterator[None]:
        select(page, "c")
        before = places(page)
        there = (before["c"][0] + x, before["c"][1] + y)
        yield
        eventually(page, lambda: places(page), before | {"c": there})
        undo(page)
        eventually(page, lambda: places(page), before)

    return steps


def lays_out(page: Page) -> Iterator[None]:
    """Other places for the nodes, in one step of undo."""
    focus_canvas(page)
    page.keyboard.press("Escape")
    before = places(page)
    yield
    eventually(page, lambda: places(page) != before, wanted=True)
    undo(page)
    eventually(page, lambda: places(page), before)


def turns_angles(page: Page) -> Iterator[None]:
    """The lines of links drawn another way, in one step of undo."""
    focus_canvas(page)
    page.keyboard.press("Escape")
    line = page.locator(".react-flow__edge path").first
    before = line.get_attribute("d")
    yield
    eventually(page, lambda: line.get_attribute("d") != before, wanted=True)
    undo(page)
    eventually(page, lambda: line.get_attribute("d"), before)


def arranges(is_done: Callable[[Places], bool]) -> Steps:
    """All hosts in line, or with equal gaps, in one step of undo."""

    def steps(page: Page) -> Iterator[None]:
        select(page, "a", "b", "c")
        before = places(page)
        assert not is_done(before)
        yield
        eventually(page, lambda: is_done(places(page)), wanted=True)
        undo(page)
        eventually(page, lambda: places(page), before)

    return steps


def in_line(axis: int) -> Callable[[Places], bool]:
    """Tell whether all hosts, which are of one size, are at the same place of an axis."""
    return lambda at: len({at[name][axis] for name in "abc"}) == 1


def equal_gaps(axis: int) -> Callable[[Places], bool]:
    """Tell whether the hosts are equally far apart."""
    return lambda at: at["b"][axis] - at["a"][axis] == at["c"][axis] - at["b"][axis]


def links_by_clicks(page: Page) -> Iterator[None]:
    """A cable from the node that is clicked first to the one that is clicked next."""
    select(page)
    edges = page.locator(".react-flow__edge")
    before = edges.count()
    yield
    node(page, "c").click()
    node(page, "b").click()
    expect(edges).to_have_count(before + 1)
    focus_canvas(page)
    page.keyboard.press("v")
    undo(page)
    expect(edges).to_have_count(before)


def draws_shape(kind: str) -> Steps:
    """A note or region whose words are typed at once."""

    def steps(page: Page) -> Iterator[None]:
        select(page)
        yield
        typing(page).fill("words")
        page.keyboard.press("Control+Enter")
        expect(page.get_by_role("group", name=re.compile(f"^{kind} words"))).to_be_visible()
        undo(page, steps=2)
        expect(shapes(page)).to_have_count(0)

    return steps


def groups(page: Page) -> Iterator[None]:
    """A frame around what is selected."""
    select(page, "a", "b")
    yield
    typing(page).fill("pair")
    page.keyboard.press("Enter")
    expect(shapes(page)).to_have_count(1)
    undo(page, steps=2)
    expect(shapes(page)).to_have_count(0)


def ungroups(page: Page) -> Iterator[None]:
    """The frame gone, its nodes still there."""
    select(page, "a", "b")
    page.keyboard.press("Control+g")
    typing(page).press("Escape")
    expect(shapes(page)).to_have_count(1)
    yield
    expect(shapes(page)).to_have_count(0)
    undo(page, steps=2)
    expect(cards(page)).to_have_count(NODES)


def comments(page: Page) -> Iterator[None]:
    """A field for words about what is selected."""
    select(page, "c")
    yield
    page.get_by_role("tab", name="Comments", selected=True).wait_for()
    field = page.get_by_role("tabpanel").get_by_role("textbox")
    expect(field).to_be_focused()
    field.fill("why?")
    page.get_by_role("button", name="Say it").click()
    remove = page.get_by_role("button", name="Remove the comment")
    expect(page.get_by_role("tabpanel")).to_contain_text("why?")
    remove.click()
    expect(remove).to_have_count(0)
    page.get_by_role("button", name="Close the panels").click()


DRAWING_EXERCISES: Mapping[str, Exercise] = {
    "add.host": Exercise(adds("h1")),
    "add.router": Exercise(adds("r1")),
    "add.switch": Exercise(adds("sw1")),
    "add.internet": Exercise(adds("internet")),
    "add.here": Exercise(quick_adds, ("a",)),
    "link.start": Exercise(starts_a_link, ("l",)),
    "shape.note": Exercise(draws_shape("Note"), ("n",)),
    "shape.region": Exercise(draws_shape("Region")),
    "node.rename": Exercise(renames, ("F2",)),
    "edit.duplicate": Exercise(changes_count(1), ("Control+d",)),
    "edit.remove": Exercise(changes_count(-1), ("Delete", "Backspace")),
    "edit.copy": Exercise(copies, ("Control+c",)),
    "edit.cut": Exercise(cuts, ("Control+x",)),
    "edit.paste": Exercise(pastes, ("Control+v",)),
    "edit.undo": Exercise(undoes, ("Control+z",)),
    "edit.redo": Exercise(redoes, ("Control+Shift+z", "Control+y")),
    "comments.add": Exercise(comments, ("c",)),
    "layout.down": Exercise(lays_out, ("Shift+l",)),
    "layout.right": Exercise(lays_out),
    "layout.force": Exercise(lays_out),
    "layout.radial": Exercise(lays_out),
    "layout.tree": Exercise(lays_out),
    "link.angles": Exercise(turns_angles),
    "arrange.group": Exercise(groups, ("Control+g",)),
    "arrange.ungroup": Exercise(ungroups, ("Control+Shift+g",)),
    "arrange.left": Exercise(arranges(in_line(0))),
    "arrange.centre": Exercise(arranges(in_line(0))),
    "arrange.right": Exercise(arranges(in_line(0))),
    "arrange.top": Exercise(arranges(in_line(1))),
    "arrange.middle": Exercise(arranges(in_line(1))),
    "arrange.bottom": Exercise(arranges(in_line(1))),
    "arrange.across": Exercise(arranges(equal_gaps(0))),
    "arrange.down": Exercise(arranges(equal_gaps(1))),
    "move.left": Exercise(moves(-10, 0), ("ArrowLeft",)),
    "move.right": Exercise(moves(10, 0), ("ArrowRight",)),
    "move.up": Exercise(moves(0, -10), ("ArrowUp",)),
    "move.down": Exercise(moves(0, 10), ("ArrowDown",)),
    "move.far-left": Exercise(moves(-40, 0), ("Shift+ArrowLeft",)),
    "move.far-right": Exercise(moves(40, 0), ("Shift+ArrowRight",)),
    "move.far-up": Exercise(moves(0, -40), ("Shift+ArrowUp",)),
    "move.far-down": Exercise(moves(0, 40), ("Shift+ArrowDown",)),
    "tool.link": Exercise(links_by_clicks),
}
"""Commands that draw."""
