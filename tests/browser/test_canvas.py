"""Editing on the canvas by gestures and menus: each does what it says, and is stored."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.editor import lab_of, node, open_drawn_lab

pytestmark = pytest.mark.browser

DRAWING: dict[str, Any] = {
    "nodes": {
        "h1": {"interfaces": {"eth0": {"addresses": ["10.0.0.1/24"]}, "spare": {}}},
        "h2": {"interfaces": {"eth0": {"addresses": ["10.0.0.2/24"]}}},
        "h3": {},
        "sw1": {"kind": "switch"},
    },
    "links": [{"ends": ["h1:eth0", "sw1:p1"]}, {"ends": ["h2:eth0", "sw1:p2"]}],
    "layout": {"h1": [0, 0], "h2": [0, 300], "h3": [43, 600], "sw1": [500, 150]},
}


def open_lab(page: Page) -> None:
    """Open the drawing, and wait for what is loaded after the first sight of it."""
    open_drawn_lab(page, DRAWING)
    page.wait_for_load_state("networkidle")


def stored(page: Page) -> Any:
    """Wait until all is saved, and return the drawing that is stored."""
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()
    return page.request.get(f"/api/labs/{lab_of(page)}").json()["topology"]


def middle(card: Locator) -> tuple[float, float]:
    """Return the middle of an element on the screen."""
    box = card.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page: Page, start: tuple[float, float], by: tuple[float, float]) -> None:
    """Press, move and let go."""
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(start[0] + by[0] / 2, start[1] + by[1] / 2, steps=4)
    page.mouse.move(start[0] + by[0], start[1] + by[1], steps=4)
    page.mouse.up()


def choose(page: Page, thing: Locator, *entries: str, **where: Any) -> None:
    """Open the menu of a thing with the right button, and choose an entry, or one of its own."""
    thing.click(button="right", **where)
    *menus, last = entries
    for menu in menus:
        page.get_by_role("menuitem", name=menu, exact=True).press("ArrowRight")
    item = page.get_by_role("menuitem", name=last).or_(page.get_by_role("menuitemradio", name=last))
    item.first.click()


def select(page: Page, *names: str) -> None:
    """Select nodes by clicks."""
    for number, name in enumerate(names):
        node(page, name).click(modifiers=["Control"] if number else [])


def on_link(page: Page, number: int) -> tuple[float, float]:
    """Return a point of the screen a third along a link: there nothing else is in the way."""
    line = page.locator(".react-flow__edge").nth(number).locator("path").first
    x, y = line.evaluate(
        """path => {
          const at = path.getPointAtLength(path.getTotalLength() / 3);
          const there = new DOMPoint(at.x, at.y).matrixTransform(path.getScreenCTM());
          return [there.x, there.y];
        }"""
    )
    return x, y


def choose_of_link(page: Page, number: int, entry: str) -> None:
    """Open the menu of a link, and choose an entry."""
    page.mouse.click(*on_link(page, number), button="right")
    page.get_by_role("menuitem", name=entry).click()


def shape(page: Page, kind: str) -> Locator:
    """Return a note, region or group."""
    return page.get_by_role("group", name=re.compile(f"^{kind}"))


def typing(page: Page) -> Locator:
    """Return the field on the canvas in which a shape's words are typed."""
    return page.locator(".react-flow").get_by_role("textbox")


def test_nodes_are_arranged_grouped_and_copied(page: Page) -> None:
    """Lines, gaps, groups, the clipboard and undo, each one step."""
    open_lab(page)
    select(page, "h1", "h2", "h3")
    choose(page, node(page, "h2"), "Align", "Left edges")
    assert {stored(page)["layout"][name][0] for name in ("h1", "h2", "h3")} == {0}
    choose(page, node(page, "h2"), "Distribute", "Equal gaps down")
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    assert stored(page)["layout"]["h3"] == [43, 600]
    select(page, "h1", "h2")
    page.keyboard.press("Control+g")
    typing(page).press_sequentially("left")
    page.keyboard.press("Enter")
    box = shape(page, "Group").bounding_box()
    assert box is not None
    drag(page, (box["x"] + 1, box["y"] + box["height"] / 2), (100, 0))
    drawing = stored(page)
    assert drawing["shapes"] == [{"kind": "group", "text": "left", "members": ["h1", "h2"]}]
    moved = drawing["layout"]["h1"][0]
    assert moved > 20
    assert drawing["layout"]["h2"] == [moved, 300]
    assert drawing["layout"]["h3"] == [43, 600]
    choose(page, shape(page, "Group").get_by_text("left"), "Duplicate")
    drawing = stored(page)
    assert drawing["shapes"][1] == {"kind": "group", "text": "left", "members": ["h4", "h5"]}
    copied = drawing["nodes"]["h4"]["interfaces"]["eth0"]["addresses"]
    assert copied == ["10.0.0.3/24"]
    page.keyboard.press("Control+Shift+g")
    assert len(stored(page)["shapes"]) == 1


def test_yaml_text_is_pasted_and_hostile_text_refused(page: Page) -> None:
    """What was typed by hand becomes nodes; of what unfolds to gigabytes nothing comes."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_lab(page)

    def paste(text: str) -> None:
        page.evaluate("text => navigator.clipboard.writeText(text)", text)
        page.locator(".react-flow").focus()
        page.keyboard.press("Control+v")

    paste("nodes: {a: , b: router}\nlinks: ['a:e0 -- b:e0']\nshapes: [{kind: group, members: [a]}]")
    expect(node(page, "b")).to_be_visible()
    assert {"ends": ["a:e0", "b:e0"]} in stored(page)["links"]
    paste("a: &a [x, x]\nnodes: [*a, *a]")
    expect(page.get_by_text("Not pasted")).to_be_visible()
    expect(page.get_by_text("the alias *a is not taken", exact=False)).to_be_visible()
    assert len(stored(page)["nodes"]) == 6
    select(page, "h1", "sw1")
    page.keyboard.press("Control+c")
    text = page.evaluate("navigator.clipboard.readText()")
    assert 'links:\n  - {ends: ["h1:eth0", "sw1:p1"]}\n' in text
    page.keyboard.press("Control+v")
    expect(node(page, "sw2")).to_be_visible()
    assert stored(page)["links"][-1]["ends"] == ["h4:eth0", "sw2:p1"]


def test_notes_and_regions(page: Page) -> None:
    """Added from the menu, typed in place, coloured, resized, moved, removed."""
    open_lab(page)
    pane = page.locator(".react-flow__pane")
    choose(page, pane, "Add a note", position={"x": 620, "y": 480})
    typing(page).fill("read me")
    page.keyboard.press("Control+Enter")
    note = shape(page, "Note read me")
    choose(page, note, "Colour", "Green")
    handle = page.locator(".react-flow__node-shape [class*=handle]").nth(4)
    drag(page, middle(handle), (60, 40))
    drawn = stored(page)["shapes"][0]
    assert (drawn["text"], drawn["color"]) == ("read me", "green")
    assert drawn["size"][0] > 200
    select(page, "h1", "h2")
    choose(page, node(page, "h1"), "Region behind it")
    typing(page).fill("Site A")
    page.keyboard.press("Enter")
    region = stored(page)["shapes"][1]
    assert region == {
        "kind": "region",
        "text": "Site A",
        "at": [-30, -50],
        "size": [236, 440],
        "color": "blue",
    }
    choose(page, shape(page, "Region").get_by_text("Site A"), "Remove")
    note.click()
    page.keyboard.press("ArrowRight")
    after = stored(page)["shapes"]
    assert len(after) == 1
    assert after[0]["at"][0] == drawn["at"][0] + 10


def test_links_are_bent_named_and_plugged_in_elsewhere(page: Page) -> None:
    """A pulled middle is a bend; an end is dragged to another node and interface."""
    open_lab(page)
    page.mouse.click(*on_link(page, 0))
    drag(page, middle(page.locator("[data-bend=add]").first), (0, -60))
    assert len(stored(page)["links"][0]["bends"]) == 1
    page.locator("[data-bend='0']").dblclick()
    assert "bends" not in stored(page)["links"][0]
    choose_of_link(page, 0, "Add a bend")
    choose_of_link(page, 0, "Straighten")
    choose_of_link(page, 0, "Add a label")
    page.get_by_role("textbox", name="Label of the link").fill("uplink")
    page.keyboard.press("Enter")
    expect(page.locator(".react-flow__edge").get_by_text("uplink")).to_be_visible()
    choose_of_link(page, 0, "Cut the cable")
    assert stored(page)["links"][0] == {
        "ends": ["h1:eth0", "sw1:p1"],
        "cut": True,
        "label": "uplink",
    }
    page.mouse.click(*on_link(page, 1))
    plug, target = middle(page.locator("[data-plug='0']")), middle(node(page, "h3"))
    drag(page, plug, (target[0] - plug[0], target[1] - plug[1]))
    assert stored(page)["links"][1]["ends"] == ["h3:eth0", "sw1:p2"]
    choose(page, node(page, "h1"), "Link from an interface", "A new interface")
    expect(page.get_by_text("Linking from h1")).to_be_visible()
    node(page, "h2").click()
    assert stored(page)["links"][2]["ends"] == ["h1:eth1", "h2:eth0"]
    box = node(page, "h3").bounding_box()
    assert box is not None
    page.keyboard.down("Shift")
    start, end = (
        (box["x"] + box["width"] - 1, box["y"] + box["height"] / 2),
        middle(node(page, "h1")),
    )
    drag(page, start, (end[0] - start[0], end[1] - start[1]))
    page.keyboard.up("Shift")
    page.get_by_role("menuitem", name="spare").click()
    assert stored(page)["links"][3]["ends"] == ["h3:eth1", "h1:spare"]


def test_menus_of_node_and_pane(page: Page) -> None:
    """What else their entries say, they do."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_lab(page)
    pane = page.locator(".react-flow__pane")
    choose(page, node(page, "h3"), "Make it a", "Router")
    choose(page, node(page, "h3"), "Rename")
    page.get_by_role("textbox", name="New name of h3").fill("r1")
    page.keyboard.press("Enter")
    choose(page, node(page, "r1"), "Link from here")
    node(page, "h1").click()
    drawing = stored(page)
    assert drawing["nodes"]["r1"]["kind"] == "router"
    assert drawing["links"][2]["ends"] == ["r1:eth0", "h1:spare"]
    choose(page, node(page, "r1"), "Open in the inspector")
    expect(page.get_by_role("complementary", name="Inspector")).to_contain_text("r1")
    choose(page, node(page, "r1"), "Cut")
    expect(node(page, "r1")).to_have_count(0)
    choose(page, pane, "Paste", position={"x": 900, "y": 500})
    expect(node(page, "r1")).to_be_visible()
    choose(page, node(page, "r1"), "Copy")
    choose(page, node(page, "r1"), "Duplicate")
    expect(node(page, "r2")).to_be_visible()
    choose(page, pane, "Select all", position={"x": 900, "y": 80})
    expect(page.get_by_text("5 nodes + 2 links")).to_be_visible()
    choose(page, pane, "Fit everything", position={"x": 900, "y": 80})
    choose(page, pane, "Add a node", position={"x": 900, "y": 80})
    page.get_by_role("menuitem", name="Switch").click()
    expect(node(page, "sw2")).to_be_visible()
    choose(page, node(page, "sw2"), "Remove")
    expect(node(page, "sw2")).to_have_count(0)


def test_several_are_set_together(page: Page) -> None:
    """Lines, kinds, MTUs, cables: what differs says so, and each edit is one step of undo."""
    open_lab(page)
    before = stored(page)
    page.locator(".react-flow").focus()
    page.keyboard.press("Control+a")
    panel = page.get_by_role("complementary", name="Inspector")
    expect(panel.get_by_role("heading", name="4 nodes + 2 links")).to_be_visible()
    panel.get_by_role("button", name="Align left edges").click()
    assert {x for x, _ in stored(page)["layout"].values()} == {0}
    page.keyboard.press("Control+z")
    assert stored(page) == before
    kind = panel.get_by_label("Kind", exact=True)
    expect(kind.locator("option:checked")).to_have_text("mixed")
    kind.select_option("Router")
    assert {one["kind"] for one in stored(page)["nodes"].values()} == {"router"}
    page.locator(".react-flow").focus()
    page.keyboard.press("Control+z")
    assert stored(page) == before
    select(page, "h1", "h2")
    panel.get_by_label("MTU").fill("1400")
    panel.get_by_label("MTU").press("Enter")
    nodes = stored(page)["nodes"]
    ports = [*nodes["h1"]["interfaces"].values(), *nodes["h2"]["interfaces"].values()]
    assert [port["mtu"] for port in ports] == [1400, 1400, 1400]
    select(page, "h1", "sw1")
    expect(panel.get_by_label("MTU")).to_have_attribute("placeholder", "mixed")
    forwards = panel.get_by_label("Forwards packets")
    forwards.check()
    assert stored(page)["nodes"]["sw1"]["forwarding"] is True
    select(page, "h1", "h2")
    expect(forwards).to_have_js_property("indeterminate", value=True)
    page.mouse.click(*on_link(page, 0))
    page.keyboard.down("Control")
    page.mouse.click(*on_link(page, 1))
    page.keyboard.up("Control")
    panel.get_by_role("button", name="DSL").click()
    panel.get_by_label("Loss in %").fill("3")
    links = stored(page)["links"]
    dsl = {"delay_ms": 15, "jitter_ms": 2, "rate_kbit": 16_000, "loss_percent": 3}
    assert [link["impairment"] for link in links] == [dsl, dsl]
