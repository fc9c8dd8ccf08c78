"""`test`: every check of the product, the tests last, whose summary ends the output."""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from designer.launch.console import say
from designer.launch.layout import CHECKOUT, ENVIRONMENT, FRONTEND
from designer.launch.parts import WHOLE_PROGRAM, can_be_apart, run_parts

FAILED_STEPS = "VETHWORK_FAILED_STEPS"
"""Tells pytest which steps before it failed, so that its summary names them."""

BIN = ENVIRONMENT / "bin"
DJANGO = (str(BIN / "python"), "-m", "django")


@dataclass(frozen=True)
class Step:
    """One check: a command that ends with 0 where all is well."""

    name: str
    command: tuple[str, ...]
    folder: Path = CHECKOUT


@dataclass(frozen=True)
class Outcome:
    """How a step ended, and what it wrote."""

    passed: bool
    took_s: float
    said: str


AT_ONCE = 2
"""Most steps keep one core busy, and the longest two take as long as all the others."""

STEPS = (
    Step("ruff check", (str(BIN / "ruff"), "check", "--quiet")),
    Step("ruff format", (str(BIN / "ruff"), "format", "--check", "--quiet")),
    Step("mypy", (str(BIN / "mypy"),)),
    Step("import contracts", (str(BIN / "lint-imports"),)),
    Step("migrations", (*DJANGO, "makemigrations", "--check", "--dry-run")),
    Step("API types", (str(BIN / "python"), "-m", "designer.launch.schema", "--check")),
    Step("vitest", ("npm", "run", "--silent", "test"), FRONTEND),
    Step("eslint", ("npm", "run", "--silent", "lint"), FRONTEND),
    Step("tsc", ("npm", "run", "--silent", "typecheck"), FRONTEND),
    Step("prettier", ("npm", "run", "--silent", "format:check"), FRONTEND),
    Step("build", (str(BIN / "python"), "-m", "designer.launch.frontend")),
)


def main(arguments: Sequence[str], steps: Sequence[Step] = STEPS) -> int:
    """Run every step though one fails; what start-up does not know is pytest's."""
    parser = argparse.ArgumentParser(prog="vethwork test", description=__doc__)
    parser.add_argument("--fast", action="store_true", help="leave out stack and browser tests")
    options, for_pytest = parser.parse_known_args(arguments)
    failed = failed_of(steps)
    environ = {**os.environ, FAILED_STEPS: ", ".join(failed)}
    pytest = [str(BIN / "python"), "-m", "pytest", *for_pytest]
    if not for_pytest and not options.fast and can_be_apart():
        status = run_parts(pytest, environ)
    else:
        chosen = ["-m", f"not ({WHOLE_PROGRAM})"] if options.fast else []
        status = subprocess.run(
            [*pytest, *chosen], cwd=CHECKOUT, env=environ, check=False
        ).returncode
    return status or (1 if failed else 0)


def failed_of(steps: Sequence[Step]) -> list[str]:
    """Run the steps, two at once; say of each its name, result and time, and why it failed."""
    failed = []
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for step, outcome in zip(steps, pool.map(carry_out, steps), strict=True):
            result = "ok" if outcome.passed else "FAILED"
            say(f"{step.name:<18} {result:<7} {outcome.took_s:5.1f} s")
            if not outcome.passed:
                sys.stderr.write(outcome.said)
                failed.append(step.name)
    return failed


def carry_out(step: Step) -> Outcome:
    """Run the step to its end."""
    began = time.monotonic()
    done = subprocess.run(
        step.command,
        cwd=step.folder,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "designer.settings"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Outcome(done.returncode == 0, time.monotonic() - began, done.stdout)
