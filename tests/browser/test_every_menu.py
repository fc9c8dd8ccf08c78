"""Every entry of every menu does what it says: the list is the opened menu's own."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from designer.launch.layout import FRONTEND
from tests.browser import menu_exercises as menus
from tests.browser.conftest import PATIENCE_MS, Product
from tests.browser.editor import node, open_drawn_lab
from tests.browser.exercise import (
    SOON_MS,
    Steps,
    focus_canvas,
    focus_is_somewhere,
    perform,
    run_by_palette,
    select,
    shapes,
    typing,
)
from tests.browser.test_canvas import drag, on_link
from tests.browser.test_every_command import DRAWING
from tests.browser.version_exercises import (
    OF_NAMED_VERSION,
    OF_PERSON,
    OF_UNNAMED_VERSION,
    UNNAMED,
    keep_version,
)

pytestmark = pytest.mark.browser

Open = Callable[[Page], None]
INSIDE = " > "
FOCUS_GIVEN_BACK = "() => new Promise(requestAnimationFrame).then(() => new Promise(setTimeout))"
"""What closes gives the focus back by a timer; before it, that would close the menu opened next."""
OF_MEMBERS = {"Leave this lab…"}
"""Offered to members of others' labs alone: one leaves in `test_together.py`."""
ENTRY = re.compile(r"<(MenuItem|SubMenu)\b.*?</\1>", re.DOTALL)
TEXT = re.compile(r"\bt\('([^']+)'\)")


def items(page: Page) -> list[str]:
    """Return the entries of the menu that was opened last."""
    opened = page.get_by_role("menu").last
    texts = opened.locator(
        "> [role^=menuitem] > [class*=text], > [role=group] > [role^=menuitem] > [class*=text],"
        "> [role^=menuitem] [class*=name]"
    )
    return texts.all_inner_texts()


def entries(page: Page, open_it: Open) -> set[str]:
    """Open a menu, and return all of its entries and those of the menus in it."""
    page.evaluate(FOCUS_GIVEN_BACK)
    open_it(page)
    page.get_by_role("menu").wait_for()
    within = page.get_by_role("menu").locator("[aria-haspopup=menu]")
    parents = within.locator("> [class*=text]").all_inner_texts()
    found = set(items(page)) - set(parents)
    for number, parent in enumerate(parents):
        within.nth(number).press("ArrowRight")
        expect(page.get_by_role("menu")).to_have_count(2)
        found |= {f"{parent}{INSIDE}{one}" for one in items(page)}
        page.keyboard.press("ArrowLeft")
        expect(page.get_by_role("menu")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.get_by_role("menu")).to_have_count(0)
    return found


def choose(page: Page, open_it: Open, entry: str) -> None:
    """Open a menu, and choose an entry by keyboard."""
    page.evaluate(FOCUS_GIVEN_BACK)
    open_it(page)
    for part in entry.split(INSIDE):
        opened = page.get_by_role("menu").last
        item = opened.locator("[role^=menuitem]").filter(has_text=re.compile(f"^{re.escape(part)}"))
        if part == entry.rsplit(INSIDE, maxsplit=1)[-1]:
            item.first.press("Enter")
        else:
            item.first.press("ArrowRight")
            expect(page.get_by_role("menu")).to_have_count(2)
    expect(page.get_by_role("menu", name="What can be done here")).to_have_count(0)


class Bench:
    """A lab in which menus are gone through, and what went wrong."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.wrong: dict[str, str] = {}

    def open(self) -> None:
        """Begin with a new drawing, so that no failure is another one's."""
        open_drawn_lab(self.page, DRAWING)
        self.page.wait_for_load_state("networkidle")

    def go_through(self, name: str, open_it: Open, table: menus.Entries) -> None:
        """Exercise each entry of a menu that must have these and no others."""
        there = entries(self.page, open_it)
        focus_is_somewhere(self.page)
        if there != set(table):
            self.wrong[name] = f"not in both: {there ^ set(table)}"
        self.exercise(name, open_it, table)

    def exercise(self, name: str, open_it: Open, table: menus.Entries) -> None:
        """Exercise entries of a menu."""
        for entry, steps in table.items():
            self._try(
                f"{name}: {entry}", steps, lambda entry=entry: choose(self.page, open_it, entry)
            )

    def _try(self, what: str, steps: Steps, run: Callable[[], None]) -> None:
        if failure := perform(self.page, steps, run):
            self.wrong[what] = failure
            self.page.keyboard.press("Escape")
            self.page.evaluate("localStorage.clear()")
            self.open()


def on_node(page: Page) -> None:
    """Press the right button on a node."""
    node(page, "c").click(button="right")


def on_the_link(page: Page) -> None:
    """Press the right button on a link."""
    page.mouse.click(*on_link(page, 0), button="right")


def on_pane(page: Page) -> None:
    """Press the right button on empty space."""
    page.locator(".react-flow__pane").click(button="right", position={"x": 700, "y": 60})


def on_selection(page: Page) -> None:
    """Press the right button on one of three nodes that are selected."""
    select(page, "a", "b", "c")
    on_node(page)


def on_shape(page: Page) -> None:
    """Press the right button on the title of a group."""
    shapes(page).locator("[class*=text]").first.click(button="right")


def on_nodes(*names: str) -> Open:
    """Return how to open the menu of a node, or of several, with the right button."""

    def open_it(page: Page) -> None:
        select(page, *names)
        node(page, names[0]).click(button="right")

    return open_it


def by_key(page: Page) -> None:
    """Press the key that adds a node."""
    focus_canvas(page)
    page.keyboard.press("a")
    page.get_by_role("menu").wait_for()


def at_loose_cable(page: Page) -> None:
    """Drag a cable from a node into empty space."""
    select(page, "c")
    box = node(page, "c").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + 1
    drag(page, (x, y), (260, -40))
    page.get_by_role("menu").wait_for()


def of_button(name: str | re.Pattern[str]) -> Open:
    """Return how to open the menu of a button by keyboard."""

    def open_it(page: Page) -> None:
        page.get_by_role("button", name=name, exact=True).press("Enter")
        page.get_by_role("menu").wait_for()

    return open_it


def test_every_menu_of_the_canvas(page: Page) -> None:
    """On a node, a link, empty space, several things, a group."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.set_default_timeout(SOON_MS)
    bench = Bench(page)
    bench.open()
    bench.go_through("node", on_node, menus.OF_NODE)
    bench.go_through("pane", on_pane, menus.OF_PANE)
    bench.go_through("selection", on_selection, menus.OF_SELECTION)
    bench.go_through("link", on_the_link, menus.OF_LINK)
    bench.exercise("dressed link", on_the_link, menus.OF_DRESSED_LINK)
    bench.exercise("angled link", on_the_link, menus.OF_ANGLED_LINK)
    bench.exercise("angled pane", on_pane, menus.OF_ANGLED_PANE)
    bench.exercise("linked nodes", on_nodes("a", "s"), menus.OF_LINKED)
    assert bench.wrong == {}


def test_every_menu_of_shapes_and_new_nodes(page: Page) -> None:
    """On a note, a region, a group and who is in it; where a node is added, and a cable dropped."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.set_default_timeout(SOON_MS)
    bench = Bench(page)
    bench.open()
    bench.go_through("quick add", by_key, menus.OF_QUICK_ADD)
    bench.go_through("loose cable", at_loose_cable, menus.OF_LOOSE_CABLE)
    for kind, table in (("note", menus.OF_NOTE), ("region", menus.OF_REGION)):
        select(page)
        run_by_palette(page, f"shape.{kind}")
        typing(page).fill(kind)
        page.keyboard.press("Control+Enter")
        bench.go_through(kind, on_shape, table)
        shapes(page).locator("[class*=text]").click()
        page.keyboard.press("Delete")
        expect(shapes(page)).to_have_count(0)
    select(page, "a", "b")
    page.keyboard.press("Control+g")
    typing(page).fill("pair")
    page.keyboard.press("Enter")
    bench.go_through("group", on_shape, menus.OF_GROUP)
    bench.exercise("one of a group", on_nodes("a"), menus.OF_MEMBER)
    bench.exercise("all of a group", on_nodes("a", "b"), menus.OF_MEMBER)
    assert bench.wrong == {}


def test_every_menu_of_the_bars(page: Page) -> None:
    """Layouts, help, colours and language."""
    page.set_default_timeout(SOON_MS)
    bench = Bench(page)
    bench.open()
    bench.go_through("layout", of_button("Lay out"), menus.OF_LAYOUT)
    bench.go_through("help", of_button("Help"), menus.OF_HELP)
    preferences = page.locator("button:has(.lucide-settings-2, .lucide-settings2)")

    def open_preferences(_: Page) -> None:
        preferences.press("Enter")
        page.get_by_role("menu").wait_for()

    bench.go_through("preferences", open_preferences, menus.OF_PREFERENCES)
    assert bench.wrong == {}
    bench.open()  # layouts may have been kept as a version already, under the same title
    keep_version(page, "first")
    of_first, unnamed = of_button("More for first"), of_button(f"More for {UNNAMED}")
    assert entries(page, of_first) == set(OF_NAMED_VERSION)
    bench.exercise("version", of_first, {"Rename…": OF_NAMED_VERSION["Rename…"]})
    assert bench.wrong == {}
    assert entries(page, unnamed) == set(OF_UNNAMED_VERSION)
    naming, *others = OF_UNNAMED_VERSION
    bench.exercise("version", unnamed, {naming: OF_UNNAMED_VERSION[naming]})
    of_second = {entry: OF_NAMED_VERSION[entry] for entry in others}
    bench.exercise("version", of_button("More for second"), of_second)
    assert bench.wrong == {}


def test_the_menu_of_who_is_signed_in(browser: Browser, product: Product) -> None:
    """Its one entry ends what another link began, and no other session."""
    context = browser.new_context(base_url=product.address, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    page.goto(product.another_link())
    bench = Bench(page)
    bench.go_through("person", of_button(re.compile("^Account of")), OF_PERSON)
    context.close()
    assert bench.wrong == {}


def renames_lab(page: Page) -> Iterator[None]:
    """Another name."""
    yield
    dialog = page.get_by_role("dialog", name="Rename lab")
    dialog.get_by_role("textbox").fill("menus of labs")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="menus of labs", exact=True)).to_be_visible()


def duplicates_lab(page: Page) -> Iterator[None]:
    """One more lab of nearly the same name."""
    yield
    expect(page.get_by_role("link", name="menus of labs (copy)", exact=True)).to_be_visible()


def deletes_lab(page: Page) -> Iterator[None]:
    """The lab gone, once that was asked."""
    yield
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(page.get_by_role("link", name="menus of labs (copy)", exact=True)).to_have_count(0)


def opens_lab(page: Page) -> Iterator[None]:
    """The editor."""
    yield
    node(page, "c").wait_for()
    page.keyboard.press("Tab")


OF_LAB: menus.Entries = {
    "Rename…": renames_lab,
    "Duplicate": duplicates_lab,
    "Delete…": deletes_lab,
    "Open": opens_lab,
}


def test_every_menu_of_the_list_of_labs(page: Page) -> None:
    """Of a lab: each entry, and the focus is where it can go on."""
    open_drawn_lab(page, DRAWING | {"name": "list of menus"})
    page.goto("/")
    bench = Bench(page)
    of_first = of_button("More for list of menus")
    assert entries(page, of_first) == set(OF_LAB)
    opened = ("list of menus", "menus of labs", "menus of labs (copy)", "menus of labs")
    for (entry, steps), name in zip(OF_LAB.items(), opened, strict=True):
        bench.exercise("lab", of_button(f"More for {name}"), {entry: steps})
    assert bench.wrong == {}


def said_in_menus() -> set[str]:
    """Return what entries of menus say in the source of the editor, whatever state shows them."""
    found = set[str]()
    for file in (FRONTEND / "src").rglob("*.tsx"):
        source = file.read_text()
        parts = (
            [source] if file.parent.name == "menus" else [one[0] for one in ENTRY.finditer(source)]
        )
        found |= {text for part in parts for text in TEXT.findall(part)}
    return found


def test_no_entry_is_left_out() -> None:
    """What an entry may say is in one of the tables, also if it is shown only sometimes."""
    tables = [table for name, table in vars(menus).items() if name.startswith("OF_")]
    tables += [OF_NAMED_VERSION, OF_UNNAMED_VERSION, OF_PERSON, OF_LAB]
    exercised = {part for table in tables for entry in table for part in entry.split(INSIDE)}
    assert "Sign out" in said_in_menus()
    assert said_in_menus() - exercised == OF_MEMBERS
