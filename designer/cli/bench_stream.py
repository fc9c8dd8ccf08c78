"""How smoothly the matrix fills in a browser while results stream in, faster than any host asks.

The page is the product's own; only what comes out of the socket of the run is scripted.
"""

from dataclasses import asdict, dataclass
from statistics import quantiles
from typing import TYPE_CHECKING, Any

from designer.cli.bench_browser import CALL, GALLERY_LAB, open_browser, sign_in
from designer.transport.names import CELLS_PER_EVENT

if TYPE_CHECKING:
    from playwright.sync_api import Page

SIDE = 300
"""Nodes that ask, and addresses that are asked for."""

CELLS_PER_S = 40_000
SECONDS = 6
SETTLES_MS = 500

SOCKET = """({ side, cellsPerEvent, cellsPerSecond, seconds }) => {
  const names = [...Array(side).keys()].map((number) => `n${number}`);
  const targets = names.map((node) => ({ node, interface: 'e', address: `10.0.0.${node}` }));
  const at = Date.now() / 1000;
  const texts = [
    { type: 'started', kind: 'matrix', lab: '', attempt: 1 },
    { type: 'matrix_started', sources: names, targets, probes: ['ping'] },
  ];
  const events = Math.ceil((cellsPerSecond * seconds) / cellsPerEvent);
  for (let event = 0, cell = 0; event < events; event += 1) {
    const cells = [];
    for (let number = 0; number < cellsPerEvent; number += 1, cell += 1) {
      const place = (cell * 7919) % (side * side);
      const outcome = 1 + (Math.floor(cell / 97) % 8);
      const rtt = outcome === 1 ? cell % 900 : -1;
      cells.push(Math.floor(place / side), place % side, 0, outcome, rtt);
    }
    texts.push({ type: 'cells', cells });
  }
  const messages = texts.map((one, index) => JSON.stringify({ seq: index + 1, at, ...one }));
  const RealSocket = window.WebSocket;
  window.scripted = { sent: 0, total: messages.length };
  window.WebSocket = function (url, ...more) {
    if (!String(url).includes('/ws/runs/')) return new RealSocket(url, ...more);
    const socket = { close: () => clearInterval(timer) };
    const send = () => {
      const data = messages[window.scripted.sent];
      window.scripted.sent += 1;
      if (data !== undefined) socket.onmessage({ data });
      else clearInterval(timer);
    };
    const timer = setInterval(send, (1000 * cellsPerEvent) / cellsPerSecond);
    setTimeout(() => socket.onopen(), 0);
    return socket;
  };
}"""

FRAMES = """async (seconds) => {
  const gaps = [];
  const sentBefore = window.scripted.sent;
  await new Promise((done) => {
    let last = performance.now();
    const end = last + seconds * 1000;
    const tick = (now) => {
      gaps.push(now - last);
      last = now;
      if (now < end) requestAnimationFrame(tick);
      else done();
    };
    requestAnimationFrame(tick);
  });
  return { gaps: gaps.slice(1), sent: window.scripted.sent - sentBefore };
}"""


@dataclass(frozen=True, slots=True)
class StreamTimes:
    """What a person sees: frames a second, and how long the slow ones take."""

    side: int
    cells_per_s: float
    fps: float
    p95_ms: float
    longest_ms: float

    def as_json(self) -> dict[str, Any]:
        """Return everything."""
        return asdict(self)

    def lines(self) -> list[str]:
        """Say it to a person."""
        return [
            f"a matrix of {self.side} x {self.side}, {self.cells_per_s:.0f} cells a second",
            f"{self.fps:.1f} frames a second, p95 {self.p95_ms:.1f} ms",
            f"the longest frame {self.longest_ms:.1f} ms",
        ]


def bench_stream(link: str) -> StreamTimes:
    """Sign in with a one-time link, check a lab's matrix, and watch frames while cells come."""
    with open_browser() as browser:
        page = sign_in(browser, link)
        lab = page.evaluate(CALL, ["POST", "/api/labs", {"gallery": GALLERY_LAB}])
        try:
            page.goto(f"/labs/{lab['id']}")
            return _watch(page)
        finally:
            page.evaluate(CALL, ["DELETE", f"/api/labs/{lab['id']}", None])


def _watch(page: "Page") -> StreamTimes:
    page.locator(".react-flow__node").first.wait_for()
    page.get_by_role("button", name="Apply", exact=True).click()
    page.get_by_text("expectations met").first.wait_for()
    script = {"side": SIDE, "cellsPerEvent": CELLS_PER_EVENT, "cellsPerSecond": CELLS_PER_S}
    page.evaluate(SOCKET, script | {"seconds": SECONDS})
    page.get_by_role("button", name="Check matrix").click()
    page.get_by_role("application", name=f"{SIDE} sources").wait_for()
    page.wait_for_timeout(SETTLES_MS)
    found = page.evaluate(FRAMES, SECONDS - 2)
    gaps = [float(gap) for gap in found["gaps"]]
    took_s = sum(gaps) / 1000
    return StreamTimes(
        side=SIDE,
        cells_per_s=found["sent"] * CELLS_PER_EVENT / took_s,
        fps=len(gaps) / took_s,
        p95_ms=quantiles(gaps, n=20)[-1],
        longest_ms=max(gaps),
    )
