"""How long a person waits in the browser, from the click on Apply to the last green cell."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from designer.cli.bench_steps import StepTimes
from designer.cli.errors import BadInput

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

GALLERY_LAB = "two-hosts-one-bridge"
CHROMIUM = "/usr/bin/chromium"
OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")
WAIT_MS = 20_000
TOTAL = "click to last green cell"

CALL = """async ([method, path, body]) => {
  const session = await (await fetch('/api/session')).json();
  const answer = await fetch(path, {
    method,
    headers: {'Content-Type': 'application/json', 'X-CSRFToken': session.csrf_token},
    body: body && JSON.stringify(body),
  });
  return answer.status === 204 ? null : answer.json();
}"""

_CLICK_AND_WAIT = """async (text) => {
  const wall = () => performance.timeOrigin + performance.now();
  const apply = [...document.querySelectorAll('button')].find((one) => one.innerText === 'Apply');
  const clicked = wall();
  apply.click();
  const isThere = () =>
    [...document.querySelectorAll('[role=status]')].some((one) => one.textContent.includes(text));
  await new Promise((done) => {
    const look = () => (isThere() ? done() : requestAnimationFrame(look));
    look();
  });
  return [clicked, wall()];
}"""


def bench_browser(link: str, rounds: int) -> StepTimes:
    """Sign in with a one-time link of `sign_in_link`, and apply a new lab again and again."""
    with open_browser() as browser:
        return StepTimes.of(f"gallery lab {GALLERY_LAB}", _rounds(browser, link, rounds))


@contextmanager
def open_browser() -> Iterator["Browser"]:
    """Start Chromium; raises BadInput where nothing drives it."""
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only tests need it
    except ImportError:
        message = "vethwork bench: a browser is driven by playwright: run vethwork test once"
        raise BadInput([message]) from None
    with sync_playwright() as playwright:
        path = CHROMIUM if Path(CHROMIUM).exists() else None
        browser = playwright.chromium.launch(executable_path=path, args=OPTIONS)
        yield browser
        browser.close()


def sign_in(browser: "Browser", link: str) -> "Page":
    """Return a page of the person whose link it is."""
    page = browser.new_page(base_url=link.split("/sign-in/", maxsplit=1)[0])
    page.set_default_timeout(WAIT_MS)
    page.goto(link)
    page.get_by_role("heading", name="Labs", exact=True).wait_for()
    return page


def _rounds(browser: "Browser", link: str, rounds: int) -> list[dict[str, float]]:
    page = sign_in(browser, link)
    _once(page)  # the first one loads the editor
    return [_once(page) for _ in range(rounds)]


def _once(page: "Page") -> dict[str, float]:
    lab = page.evaluate(CALL, ["POST", "/api/labs", {"gallery": GALLERY_LAB}])
    page.goto(f"/labs/{lab['id']}")
    page.locator(".react-flow__node").first.wait_for()
    text = f"All {len(lab['topology']['expect'])} expectations met"
    clicked_ms, seen_ms = page.evaluate(_CLICK_AND_WAIT, text)
    runs = page.evaluate(CALL, ["GET", f"/api/labs/{lab['id']}/runs", None])
    spans = {run["kind"]: _span_ms(page, run["id"]) for run in runs}
    page.evaluate(CALL, ["DELETE", f"/api/labs/{lab['id']}", None])
    apply, matrix = spans["apply"], spans["matrix"]
    return {
        TOTAL: seen_ms - clicked_ms,
        "click to the worker's start": apply[0] - clicked_ms,
        "apply, observed and verified": apply[1] - apply[0],
        "apply's end to the matrix' start": matrix[0] - apply[1],
        "matrix": matrix[1] - matrix[0],
        "matrix' end to the last green cell": seen_ms - matrix[1],
    }


def _span_ms(page: "Page", run: str) -> tuple[float, float]:
    """Return when a worker began a run and when it ended it, in Unix time."""
    events = page.evaluate(CALL, ["GET", f"/api/runs/{run}/events", None])
    return events[0]["at"] * 1000, events[-1]["at"] * 1000
