"""Every kind of quick fix is pressed in the browser.

Those of problems: the problem goes, and undo brings it back. Those of cells of the matrix: what did
not arrive does, once the drawing is applied.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.broken_together import Case, drawings
from tests.browser.editor import apply, expect_all_met, lab_of, open_drawn_lab
from tests.browser.exercise import undo
from tests.browser.test_history import open_panel, problem

pytestmark = pytest.mark.browser


def store(page: Page, drawing: Mapping[str, Any]) -> None:
    """Put a drawing in the place of the one that is open, as another program does."""
    token = page.request.get("/api/session").json()["csrf_token"]
    path, headers = f"/api/labs/{lab_of(page)}", {"X-CSRFToken": token}
    revision = page.request.get(path).json()["revision"]
    order = {"topology": drawing, "revision": revision}
    stored = page.request.put(path, data=order, headers=headers)
    assert stored.ok, stored.text()


def rows(page: Page, case: Case) -> Locator:
    """Return where the problem stands, for each element that has it."""
    return problem(page, case.message)


def press(page: Page, case: Case) -> None:
    """Press the fix."""
    row = rows(page, case).first
    if case.is_best:
        row.get_by_role("button", name=case.title, exact=True).press("Enter")
        return
    row.get_by_role("button", name="Other fixes").press("Enter")
    page.get_by_role("menuitem", name=case.title, exact=True).press("Enter")


def fix_all(page: Page, cases: Sequence[Case]) -> None:
    """Press each fix, see its problem go, and take all back, one step each."""
    for case in cases:
        expect(rows(page, case).first).to_be_visible()
    counts = [rows(page, case).count() for case in cases]
    # The last first: what is removed gives those after it other numbers.
    for case in reversed(cases):
        press(page, case)
    for case, count in zip(cases, counts, strict=True):
        expect(rows(page, case)).to_have_count(count - 1)
    undo(page, steps=len(cases))
    for case, count in zip(cases, counts, strict=True):
        expect(rows(page, case)).to_have_count(count)


def test_every_fix(page: Page) -> None:
    """Each does away with its problem and is one step of undo."""
    open_drawn_lab(page, {"nodes": {"a": {}}})
    open_panel(page, "Problems")
    for drawing, cases in drawings():
        store(page, drawing)
        fix_all(page, cases)


def cable(left: str, right: str, network: int, **said: Any) -> tuple[Any, Any, Any]:
    """Return two nodes on a cable, what is said of the second one's interface, and the cable."""
    one, other = f"10.{network}.0.1/24", f"10.{network}.0.2/24"
    return (
        {left: {"interfaces": {"e": {"addresses": [one]}}}},
        {right: {"interfaces": {"e": {"addresses": [other], **said}}}},
        {"ends": [f"{left}:e", f"{right}:e"]},
    )


def closed_ways() -> tuple[dict[str, Any], dict[str, str]]:
    """Return a drawing of ways that are each closed for one reason, and what opens each."""
    a1, b1, first = cable("a1", "b1", 1, up=False)
    a2, b2, second = cable("a2", "b2", 2)
    a3, b3, third = cable("a3", "b3", 3)
    b3["b3"]["policy"] = {"input": "deny"}
    a4, b4, fourth = cable("a4", "b4", 4)
    b4["b4"]["rules"] = [{"chain": "input", "action": "deny"}]
    alone = {"c1": {"interfaces": {"lo": {"up": False}, "e": {"addresses": ["10.5.0.1/24"]}}}}
    _, c2, fifth = cable("c1", "c2", 5)
    by_r = {"routes": [{"destination": "default", "gateway": "10.6.0.1"}]}
    back = {"routes": [{"destination": "default", "gateway": "10.7.0.1"}]}
    routed = {
        "d1": {"interfaces": {"e": {"addresses": ["10.6.0.2/24"]}}, **by_r},
        "r": {
            "kind": "router",
            "forwarding": False,
            "interfaces": {
                "e1": {"addresses": ["10.6.0.1/24"]},
                "e2": {"addresses": ["10.7.0.1/24"]},
            },
        },
        "d2": {"interfaces": {"e": {"addresses": ["10.7.0.2/24"]}}, **back},
    }
    numberless = {
        "e1": {"interfaces": {"e": {"addresses": []}}},
        "e2": {"interfaces": {"e": {"addresses": ["10.0.9.7/24"]}}},
    }
    nodes = a1 | b1 | a2 | b2 | a3 | b3 | a4 | b4 | alone | c2 | routed | numberless
    links = [
        first,
        {**second, "cut": True},
        third,
        fourth,
        fifth,
        {"ends": ["d1:e", "r:e1"]},
        {"ends": ["r:e2", "d2:e"]},
        {"ends": ["e1:e", "e2:e"]},
    ]
    fixes = {
        "a1 → b1": "Set e of b1 up",
        "a2 → b2": "Mend the cable a2:e -- b2:e",
        "a3 → b3": "Allow ping in the input chain of b3",
        "a4 → b4": "Remove rule 1 of b4",
        "c1 → c1": "Set lo of c1 up",
        "d1 → d2": "Switch forwarding on at r",
        "e1 → e2": "Give e1:e an address",
    }
    ways = (way.split(" → ") for way in fixes)
    expected = [{"from": source, "to": target} for source, target in ways]
    return {"name": "closed", "nodes": nodes, "links": links, "expect": expected}, fixes


def test_every_fix_of_a_cell(page: Page) -> None:
    """Each opens the way that was closed, and after one more apply all are open."""
    drawing, fixes = closed_ways()
    open_drawn_lab(page, drawing)
    apply(page)
    for way, fix in fixes.items():
        page.get_by_role("button", name=re.compile(way)).first.click()
        page.get_by_role("button", name="Look for a fix").click()
        cell = page.get_by_role("region", name="Chosen cell")
        cell.get_by_role("button", name=fix).click()
        cell.get_by_role("button", name="Let go of the cell").click()
    apply(page)
    expect_all_met(page, len(fixes))


def test_automatic_routes_open_a_way(page: Page) -> None:
    """The other way out where routes are missing: one press in the place of many routes."""
    chain = {"a": {}, "r1": {"kind": "router"}, "r2": {"kind": "router"}, "c": {}}
    links = [("a:e", "r1:e1"), ("r1:e2", "r2:e1"), ("r2:e2", "c:e")]
    expected = [{"from": "a", "to": "c"}, {"from": "c", "to": "a"}]
    cables = [{"ends": list(ends)} for ends in links]
    open_drawn_lab(page, {"nodes": chain, "links": cables, "expect": expected})
    apply(page)
    page.get_by_role("button", name=re.compile("a → c")).first.click()
    page.get_by_role("button", name="Look for a fix").click()
    page.get_by_role("button", name="Find all routes automatically").click()
    apply(page)
    expect_all_met(page, len(expected))
