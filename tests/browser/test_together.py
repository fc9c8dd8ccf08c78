"""Several people in one lab at the same time, each in a browser of their own."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, WebSocketRoute, expect

from tests.browser.conftest import PATIENCE_MS, Product
from tests.browser.editor import node, open_drawn_lab

pytestmark = pytest.mark.browser

DRAWN = {
    "version": "vethwork/v1",
    "name": "Together",
    "nodes": {"h1": {}, "h2": {}, "r1": {"kind": "router"}},
    "links": [{"ends": ["h1:eth0", "r1:eth0"]}, {"ends": ["h2:eth0", "r1:eth1"]}],
    "layout": {"h1": [0, 0], "h2": [500, 0], "r1": [250, 160]},
}


class Visitor:
    """One more person's browser, whose line to the server can be cut."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.page = context.new_page()
        self._is_cut = False
        self._sockets: list[WebSocketRoute] = []
        context.route_web_socket(re.compile(r"/document$"), self._connect)

    def _connect(self, socket: WebSocketRoute) -> None:
        if self._is_cut:
            socket.close(code=1001)
            return
        self._sockets += [socket, socket.connect_to_server()]

    def cut(self) -> None:
        """Have the server out of reach."""
        self._is_cut = True
        for socket in self._sockets:
            socket.close(code=1001)
        self._sockets = []

    def mend(self) -> None:
        """Have it in reach again."""
        self._is_cut = False


Visit = Callable[[], Visitor]


@pytest.fixture
def visit(
    browser: Browser, product: Product, signed_in: dict[str, object], page: Page
) -> Iterator[Visit]:
    """Return how to open the lab of `page` in one more browser."""
    contexts: list[BrowserContext] = []
    failures: list[str] = []

    def open_it() -> Visitor:
        context = browser.new_context(
            base_url=product.address,
            storage_state=signed_in,  # type: ignore[arg-type]
            viewport={"width": 1280, "height": 800},
            reduced_motion="reduce",
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE_MS)
        visitor = Visitor(context)
        visitor.page.on("pageerror", lambda error: failures.append(str(error)))
        visitor.page.goto(page.url)
        visitor.page.locator(".react-flow__node").first.wait_for()
        return visitor

    yield open_it
    for context in contexts:
        context.close()
    assert failures == []


def expect_saved(page: Page) -> None:
    """Wait until the editor says that all is stored."""
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()


def add_host(page: Page) -> None:
    """Add a host where there is room."""
    page.get_by_role("button", name="Add a host").click()


def undo(page: Page) -> None:
    """Press the keys for it."""
    page.keyboard.press("Control+z")


def test_edits_are_shared_and_undo_is_ones_own(page: Page, visit: Visit) -> None:
    """An edit shows at the other; each takes back their own; offline edits merge."""
    open_drawn_lab(page, DRAWN)
    visitor = visit()
    other = visitor.page
    add_host(page)
    expect(node(other, "h3")).to_be_visible()
    add_host(other)
    expect(node(page, "h4")).to_be_visible()
    expect_saved(page)
    undo(page)
    expect(node(other, "h3")).to_have_count(0)
    undo(page)
    expect(node(other, "h4")).to_be_visible()
    page.keyboard.press("Control+Shift+z")
    expect(node(other, "h3")).to_be_visible()

    visitor.cut()
    expect(other.get_by_text("Offline", exact=False).first).to_be_visible()
    other.get_by_role("button", name="Add a router").click()
    page.get_by_role("button", name="Add a switch").click()
    expect(node(other, "r2")).to_be_visible()
    visitor.mend()
    expect(node(page, "r2")).to_be_visible()
    expect(node(other, "sw1")).to_be_visible()
    expect_saved(other)

    address = page.url
    other.close()
    page.goto("/")
    page.goto(address)
    for name in ("h1", "h3", "h4", "r2", "sw1"):
        expect(node(page, name)).to_be_visible()
    assert re.search(r"/labs/[0-9a-f-]+$", page.url)


def test_people_see_each_other(page: Page, visit: Visit) -> None:
    """Pointers, selections, drags, calls, comments, and the view of whom one follows."""
    open_drawn_lab(page, DRAWN)
    other = visit().page
    follow = page.get_by_role("button", name=re.compile("^Follow "))
    expect(follow).to_be_visible()
    node(other, "h1").click()
    expect(page.locator("[data-selected-by]")).to_have_count(1)
    expect(page.get_by_role("button", name=re.compile("^Follow .*, at h1$"))).to_be_visible()

    box = node(other, "h1").bounding_box()
    before = node(page, "h1").bounding_box()
    assert box is not None
    assert before is not None
    other.mouse.move(box["x"] + 60, box["y"] + 30)
    other.mouse.down()
    other.mouse.move(box["x"] + 60, box["y"] + 200, steps=10)
    page.wait_for_function(
        "before => document.querySelector('.react-flow__node').getBoundingClientRect().y > before",
        arg=before["y"] + 40,
    )
    expect_saved(page)
    other.mouse.up()
    # In the same turn as its end, a drag swallows clicks (d3-drag): nobody clicks that fast.
    other.evaluate("() => new Promise(done => setTimeout(done))")

    other.keyboard.down("Alt")
    other.mouse.click(box["x"] + 300, box["y"] + 60)
    other.keyboard.up("Alt")
    expect(page.get_by_text("look here").first).to_be_visible()

    follow.click()
    expect(page.get_by_text("Following", exact=False).first).to_be_visible()
    other.mouse.move(640, 300)
    other.mouse.wheel(0, 240)
    page.mouse.move(640, 300)
    page.mouse.wheel(0, 240)
    expect(page.get_by_text("Following", exact=False)).to_have_count(0)


def test_who_has_a_link_looks_on(page: Page, browser: Browser, product: Product) -> None:
    """A share link shows the lab and what happens in it; whoever has it changes nothing."""
    open_drawn_lab(page, DRAWN)
    page.get_by_role("button", name="Share", exact=True).click()
    page.get_by_role("button", name="Make a link").click()
    link = page.get_by_label("The link: copy it now, it is not shown again").input_value()
    page.keyboard.press("Escape")
    context = browser.new_context(base_url=product.address, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE_MS)
    guest = context.new_page()
    guest.goto(link)
    expect(guest.get_by_text("View only", exact=True)).to_be_visible()
    expect(guest.get_by_role("toolbar", name="Add a node")).to_have_count(0)
    expect(guest.get_by_role("button", name="Share", exact=True)).to_have_count(0)
    node(guest, "h1").click()
    name = guest.get_by_role("textbox", name="Name", exact=True)
    expect(name).not_to_be_editable()
    name.focus()
    expect(name).to_be_focused()
    expect(guest.get_by_role("textbox", name="Kind", exact=True)).to_have_value("Host")
    for action in ("Apply", "Check matrix", "Lay out", "Remove", "Duplicate", "Add an interface"):
        expect(guest.get_by_role("button", name=action, exact=True)).to_have_count(0)
    node(guest, "h1").click(button="right")
    expect(guest.get_by_role("menuitem", name="Open in the inspector")).to_be_visible()
    expect(guest.get_by_role("menuitem", name="Rename")).to_have_count(0)
    guest.keyboard.press("Escape")
    node(guest, "h1").click()
    guest.keyboard.press("Delete")
    expect(guest.get_by_text("You may look at this lab, but not change it").first).to_be_visible()
    expect(node(guest, "h1")).to_be_visible()
    add_host(page)
    expect(node(guest, "h3")).to_be_visible()
    expect(node(page, "h1")).to_be_visible()

    page.get_by_role("button", name="Share", exact=True).click()
    page.get_by_role("button", name="Revoke the link").click()
    expect(guest.get_by_role("dialog", name="This lab is closed here")).to_be_visible()
    context.close()


def test_comments_are_answered_and_resolved(page: Page, visit: Visit) -> None:
    """A comment on a node shows at it in both browsers, is answered, resolved and opened again."""
    open_drawn_lab(page, DRAWN)
    other = visit().page
    node(page, "h2").click()
    page.keyboard.press("c")
    page.get_by_label("Your comment").fill("Why is this here?")
    page.get_by_role("button", name="Say it").click()
    mark = other.get_by_role("button", name=re.compile("^Comment by .* on h2$"))
    mark.click()
    other.get_by_label("Your answer").fill("For the lesson.")
    other.get_by_role("button", name="Answer").click()
    expect(page.get_by_text("For the lesson.")).to_be_visible()
    undo(page)
    expect(page.get_by_text("Why is this here?").first).to_be_visible()
    page.get_by_role("button", name="Resolve", exact=True).click()
    expect(mark).to_have_count(0)
    other.get_by_label("Show the resolved ones").check()
    other.get_by_role("button", name="Open again").click()
    expect(mark).to_be_visible()


def test_a_member_sees_whose_lab_it_is_and_leaves_it(
    page: Page, browser: Browser, product: Product
) -> None:
    """Who is invited finds the lab in their list, and has no more of it after leaving."""
    open_drawn_lab(page, DRAWN | {"name": "Lent"})
    context = browser.new_context(base_url=product.address, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE_MS)
    member = context.new_page()
    member.goto(product.link_of("bea"))
    expect(member.get_by_role("heading", name="Labs", exact=True)).to_be_visible()
    page.get_by_role("button", name="Share", exact=True).click()
    page.get_by_label("Name of the person").fill("bea")
    page.get_by_role("button", name="Add", exact=True).click()
    members = page.get_by_role("list", name="Members")
    expect(members.get_by_text("bea", exact=True)).to_be_visible()
    member.goto("/")
    member.get_by_role("button", name="More for Lent").click()
    expect(member.get_by_role("menuitem", name="Delete…")).to_have_count(0)
    member.get_by_role("menuitem", name="Leave this lab…").click()
    member.get_by_role("dialog").get_by_role("button", name="Leave", exact=False).click()
    expect(member.get_by_role("button", name="More for Lent")).to_have_count(0)
    member.goto(page.url)
    expect(member.get_by_role("button", name="Share", exact=True)).to_have_count(0)
    expect(member.locator(".react-flow__node")).to_have_count(0)
    page.reload()
    page.get_by_role("button", name="Share", exact=True).click()
    expect(members.get_by_role("listitem")).to_have_count(1)
    context.close()
