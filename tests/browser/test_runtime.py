"""A lab that runs, as a person watches it: traffic, failures and why, what the kernel has."""

import re
import threading

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Product
from tests.browser.editor import apply, lab_of, node, open_drawn_lab, open_panel
from tests.kernel.inside import inside
from tests.kernel.nodes import say

pytestmark = pytest.mark.browser

DEFAULT = "default"
LAB = {
    "name": "two networks",
    "nodes": {
        "anna": {
            "interfaces": {"e": {"addresses": ["10.0.1.2/24"]}},
            "routes": [{"destination": DEFAULT, "gateway": "10.0.1.1"}],
        },
        "rt": {
            "kind": "router",
            "interfaces": {
                "a": {"addresses": ["10.0.1.1/24"]},
                "b": {"addresses": ["10.0.2.1/24"]},
            },
        },
        "sw": {"kind": "switch"},
        "carl": {
            "interfaces": {"e": {"addresses": ["10.0.2.2/24"]}},
            "routes": [{"destination": DEFAULT, "gateway": "10.0.2.1"}],
        },
        "dora": {"interfaces": {"e": {"addresses": ["10.0.2.3/24"]}}},
    },
    "links": ["anna:e -- rt:a", "rt:b -- sw:p1", "sw:p2 -- carl:e", "sw:p3 -- dora:e"],
    "expect": [{"from": "anna", "to": "carl"}, {"from": "anna", "to": "dora"}],
}
PING = "ping -q -i 0.01 -s 1200 -w 12 10.0.2.2 >/dev/null"
PAINTED = """(canvas) => {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return data.filter((one, at) => at % 4 === 3 && one > 0).length;
}"""


@pytest.fixture
def running(page: Page) -> Page:
    """Open a lab in which one host lacks a route, and run it."""
    open_drawn_lab(page, LAB)
    apply(page)
    open_panel(page, "Matrix")
    expect(page.get_by_text("1 of 2 expectations missed")).to_be_visible()
    return page


def type_into(product: Product, page: Page, name: str, command: str) -> None:
    """Type a command into a node, as its user would."""
    lab = lab_of(page)
    status, said = inside(product.run_dir, lambda: say(lab, name, command))
    assert status == 0, said


def painted(page: Page, layer: int) -> int:
    """Return how many dots of the canvas under the links, or of that over them, have a colour."""
    return int(page.locator(".react-flow canvas").nth(layer).evaluate(PAINTED))


def lens(page: Page, name: str) -> None:
    """Look through a lens."""
    page.get_by_role("radio", name=name, exact=True).click()


def test_traffic_is_on_the_canvas_and_failures_are_explained(
    running: Page, product: Product
) -> None:
    """Rates and heat while a ping runs; a missed expectation is a click from the way it took."""
    page = running
    assert painted(page, 0) == 0
    pinging = threading.Thread(target=type_into, args=(product, page, "anna", PING))
    pinging.start()
    lens(page, "Rates")
    expect(page.get_by_text("3 links carry traffic")).to_be_visible()
    assert painted(page, 0) > 500
    assert painted(page, 1) > 100
    lens(page, "Heat")
    expect(page.get_by_role("list", name="Colours of the links")).to_contain_text("10 Mbit/s")
    assert painted(page, 0) > 1000
    assert painted(page, 1) == 0
    lens(page, "Failed")
    expect(page.get_by_text("2 nodes have failed checks")).to_be_visible()
    lens(page, "Plain")
    page.get_by_role("button", name="anna → dora").click()
    note = page.get_by_role("status").filter(has_text="Stops at")
    expect(note).to_contain_text("Stops at dora: dora has no route to 10.0.1.2.")
    expect(note).to_contain_text("anna · rt · sw · dora")
    assert painted(page, 0) > 1000
    note.get_by_role("button", name="Show no path").click()
    expect(note).to_have_count(0)
    pinging.join()


def test_a_cell_under_the_pointer_shows_its_way_and_a_node_its_cells(running: Page) -> None:
    """By pointer and by keyboard; what is selected on the canvas is marked in the matrix."""
    page = running
    matrix = page.get_by_role("application", name="Matrix by ping")
    axes = matrix.locator("canvas").nth(1)
    before = axes.evaluate("(canvas) => canvas.toDataURL()")
    node(page, "rt").click()
    expect(node(page, "rt")).to_have_class(re.compile(r"\bselected\b"))
    assert axes.evaluate("(canvas) => canvas.toDataURL()") != before
    matrix.focus()
    matrix.press("ArrowRight")
    way = page.get_by_role("status").filter(has_text="anna")
    expect(way.first).to_be_visible()


def test_a_nodes_tables_are_as_the_kernel_has_them(running: Page, product: Product) -> None:
    """What somebody typed is marked, and asked again when one looks again."""
    page = running
    open_panel(page, "Observed")
    expect(page.get_by_text("Select one node")).to_be_visible()
    node(page, "rt").click()
    table = page.get_by_role("table").first
    expect(table).to_contain_text("10.0.1.1/24")
    expect(table).not_to_contain_text("≠")
    type_into(product, page, "rt", "ip address add 10.9.9.9/24 dev a")
    type_into(product, page, "rt", "ip route add 10.77.0.0/16 via 10.0.2.2 table 50")
    page.get_by_role("button", name="Look again").click()
    expect(table).to_contain_text("≠ 10.9.9.9/24 is not drawn")
    row = page.get_by_role("row").filter(has_text="10.77.0.0/16")
    expect(row).to_contain_text("via 10.0.2.2 dev b")
    expect(row).to_contain_text("+ by hand")
    expect(page.get_by_role("region", name="Not as applied")).to_contain_text("10.77.0.0/16")
