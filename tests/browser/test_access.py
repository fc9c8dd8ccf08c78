"""What those see who are not the author: inside other sites, and beside who runs the lab."""

import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from playwright.sync_api import Browser, Locator, Page, Request, expect

from tests.browser.conftest import PATIENCE_MS, Product
from tests.browser.editor import node, open_gallery_lab

pytestmark = pytest.mark.browser

FRAME = "html, body { margin: 0 } iframe { width: 640px; height: 380px; border: 0 }"


@pytest.fixture
def site() -> Iterator[dict[str, str]]:
    """Give another site, whose page is to be filled in; `address` is where it is."""
    page = {"body": ""}

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = f"<!doctype html><style>{FRAME}</style>{page['body']}".encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Site)
    page["address"] = f"http://localhost:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield page
    server.shutdown()
    thread.join()


def make_embedding(page: Page, sites: str) -> str:
    """Make a link that some sites may show, and return what is to be put into their pages."""
    page.get_by_role("button", name="Share", exact=True).click()
    page.get_by_label("Inside pages of other sites").select_option("inside pages of some sites")
    page.get_by_label("Sites that may show it").fill(sites)
    page.get_by_role("button", name="Make a link").click()
    snippet = page.get_by_label(re.compile("^What shows the lab inside another page")).input_value()
    page.keyboard.press("Escape")
    return snippet


def label(drawing: Locator, words: str) -> Locator:
    """Return words of a picture."""
    return drawing.locator("text").filter(has_text=re.compile(f"^{words}$"))


def test_lab_is_shown_inside_another_site(
    page: Page, browser: Browser, product: Product, site: dict[str, str]
) -> None:
    """It follows what is drawn and run, alone where it may be, and tells nobody its address."""
    open_gallery_lab(page, "Two hosts, one bridge")
    snippet = make_embedding(page, site["address"])
    site["body"] = snippet.replace('" title', '?theme=dark" title')
    context = browser.new_context(reduced_motion="reduce", viewport={"width": 700, "height": 420})
    context.set_default_timeout(PATIENCE_MS)
    other = context.new_page()
    asked: list[Request] = []

    def note(request: Request) -> None:
        asked.append(request)

    other.on("request", note)
    other.goto(site["address"])
    frame = other.frame_locator("iframe")
    title = frame.get_by_role("link", name=re.compile("^two hosts, one bridge"))
    expect(title).to_have_attribute("href", re.compile(r"^/share/[\w-]{43}$"))
    expect(frame.get_by_text("Not running")).to_be_visible()
    drawing = frame.get_by_role("img", name=re.compile("^The drawing"))
    expect(label(drawing, "netns1")).to_be_visible()
    assert frame.locator("html").evaluate("e => getComputedStyle(e).colorScheme") == "dark"

    page.get_by_role("button", name="Add a host").click()
    expect(node(page, "h1")).to_be_visible()
    expect(label(drawing, "h1")).to_be_visible()
    page.keyboard.press("Control+z")
    expect(label(drawing, "h1")).to_have_count(0)
    page.get_by_role("button", name="Apply", exact=True).click()
    expect(frame.get_by_text("Running")).to_be_visible()
    expect(drawing.locator("[data-state=up]")).to_have_count(3)
    expect(frame.get_by_text(re.compile("expectations? (is|are) met$"))).to_be_visible()

    whole = drawing.get_attribute("viewBox")
    frame.get_by_role("button", name="Zoom in").click()
    expect(drawing).not_to_have_attribute("viewBox", str(whole))
    drawing.press("ArrowRight")
    frame.get_by_role("button", name="Fit everything").click()
    expect(drawing).to_have_attribute("viewBox", str(whole))

    ours = [one for one in asked if one.url.startswith(product.address)]
    assert any("/api/embed/" in one.url for one in ours)
    assert all(one.method == "GET" and "cookie" not in one.headers for one in ours)
    assert not any("/embed/" in one.headers.get("referer", "") for one in asked)
    assert context.cookies() == []

    page.get_by_role("button", name="Share", exact=True).click()
    page.get_by_role("button", name="Revoke the link").click()
    expect(frame.get_by_text("This lab is not shown here any more.")).to_be_visible()
    page.keyboard.press("Escape")
    site["body"] = make_embedding(page, "https://somewhere.example")
    other.reload()
    expect(other.locator("iframe")).to_be_visible()
    expect(frame.get_by_role("link")).to_have_count(0)
    context.close()


def test_others_see_what_somebody_runs(
    page: Page, browser: Browser, product: Product, signed_in: dict[str, object]
) -> None:
    """Apply, matrix and destroy show in a browser that did not order them; nothing is reloaded.

    A panel that cannot be loaded says so there, and comes when it is asked for again.
    """
    open_gallery_lab(page, "Two hosts, one bridge")
    context = browser.new_context(
        base_url=product.address,
        storage_state=signed_in,  # type: ignore[arg-type]
        reduced_motion="reduce",
    )
    context.set_default_timeout(PATIENCE_MS)
    other = context.new_page()
    other.goto(page.url)
    node(other, "netns1").wait_for()
    other.get_by_role("button", name="Matrix", exact=True).click()
    page.get_by_role("button", name="Apply", exact=True).click()
    expect(node(other, "netns1").get_by_title("running", exact=True)).to_be_visible()
    expect(other.get_by_text(re.compile(r"^All \d+ expectations met"))).to_be_visible()
    page.get_by_role("button", name="Destroy", exact=True).click()
    expect(page.get_by_text("Not running", exact=True)).to_be_visible()
    expect(other.get_by_text("Not running", exact=True)).to_be_visible()
    expect(node(other, "netns1").get_by_title("running", exact=True)).to_have_count(0)

    other.route("**/assets/HistoryPanel-*", lambda route: route.abort())
    other.get_by_role("tab", name="History").click()
    broken = other.get_by_role("alert").filter(has_text="Your drawing is still there")
    expect(broken).to_be_visible()
    expect(node(other, "netns1")).to_be_visible()
    other.unroute("**/assets/HistoryPanel-*")
    broken.get_by_role("button", name="Try again").click()
    expect(broken).to_have_count(0)
    expect(other.get_by_role("tabpanel", name="History")).not_to_be_empty()
    context.close()
