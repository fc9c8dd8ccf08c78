"""The whole product as a person starts it, and a browser to use it with."""

import os
import re
import secrets
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from designer.launch.layout import CHECKOUT, Layout
from workers.sandbox.holder import end_holder
from workers.sandbox.run_dir import RunDir

READY_TIMEOUT_S = 120.0
STOP_TIMEOUT_S = 30.0
CHROMIUM = "/usr/bin/chromium"
CHROMIUM_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
SIGN_IN = re.compile(r"http://\S+/sign-in/\S+")
PATIENCE_MS = 15_000
"""So long whatever is waited for may take on a busy machine, to be pressed or to be seen."""

expect.set_options(timeout=PATIENCE_MS)


class Product:
    """`up` on folders and a port of its own; `link` signs in once."""

    def __init__(self, folder: Path) -> None:
        self.run_dir = folder / "run"
        command = [sys.executable, str(CHECKOUT / "manage.py"), "up", "--no-open", "--port", "8600"]
        places = ["--run-dir", str(self.run_dir), "--state-dir", str(folder / "state")]
        self._process = subprocess.Popen(
            [*command, *places], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self.lines: list[str] = []
        self._links: Queue[str] = Queue()
        threading.Thread(target=self._listen, daemon=True).start()
        self.link = self._await_link()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.lines.append(line.rstrip())
            if match := SIGN_IN.search(line):
                self._links.put(match[0])

    def _await_link(self) -> str:
        try:
            return self._links.get(timeout=READY_TIMEOUT_S)
        except Empty:
            self.stop()
            pytest.fail("up gave no address:\n" + "\n".join(self.lines[-40:]))

    @property
    def address(self) -> str:
        """Where it answers."""
        return self.link.split("/sign-in/")[0]

    def another_link(self, *of: str) -> str:
        """Make one more link that signs in once, as an operator does."""
        return self._command("sign_in_link", *of).splitlines()[-1]

    def link_of(self, name: str) -> str:
        """Make an account for one more person, and a link that signs them in."""
        password = {"DJANGO_SUPERUSER_PASSWORD": secrets.token_urlsafe()}
        person = ("--noinput", "--username", name, "--email", f"{name}@example.org")
        self._command("createsuperuser", *person, **password)
        return self.another_link("--user", name)

    def _command(self, *command: str, **variables: str) -> str:
        layout = Layout(self.run_dir, self.run_dir.parent / "state")
        printed = subprocess.run(
            [sys.executable, "-m", "django", *command],
            cwd=CHECKOUT,
            env=os.environ | layout.web_variables(self.address) | variables,
            capture_output=True,
            text=True,
            check=True,
        )
        return printed.stdout

    def stop(self) -> None:
        """End it as Ctrl-C does, and its labs as well."""
        self._process.send_signal(signal.SIGINT)
        self._process.wait(timeout=STOP_TIMEOUT_S)
        end_holder(RunDir(self.run_dir))


@pytest.fixture(scope="session")
def product() -> Iterator[Product]:
    """Start the product once for all tests of the browser."""
    with tempfile.TemporaryDirectory(prefix="vethwork-browser-") as folder:
        Path(folder).chmod(0o755)
        running = Product(Path(folder))
        try:
            yield running
        finally:
            running.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium once."""
    with sync_playwright() as playwright:
        path = CHROMIUM if Path(CHROMIUM).exists() else None
        chromium = playwright.chromium.launch(executable_path=path, args=CHROMIUM_OPTIONS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def signed_in(product: Product, browser: Browser) -> dict[str, object]:
    """Use the one-time link, and return what the browser remembers of it."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(product.link)
    page.get_by_role("heading", name="Labs", exact=True).wait_for(timeout=PATIENCE_MS)
    state = context.storage_state()
    context.close()
    return dict(state)


@pytest.fixture
def context(
    browser: Browser, product: Product, signed_in: dict[str, object]
) -> Iterator[BrowserContext]:
    """Return a fresh window of a person who is signed in."""
    opened = browser.new_context(
        base_url=product.address,
        storage_state=signed_in,  # type: ignore[arg-type]
        viewport={"width": 1440, "height": 900},
        reduced_motion="reduce",
    )
    opened.set_default_timeout(PATIENCE_MS)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """Return a page that fails the test where a script of it fails."""
    opened = context.new_page()
    failures: list[str] = []
    opened.on("pageerror", lambda error: failures.append(str(error)))
    yield opened
    assert failures == []
