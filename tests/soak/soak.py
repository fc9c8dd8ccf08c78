"""Many people edit one lab while connections are lost and servers killed; in the end all agree."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.soak.edits import Hand
from tests.stack.browser import Browser
from tests.stack.editor import Editor, await_agreement
from tests.stack.stack import Stack

OFFLINE_STEPS = 25
"""For so many steps an editor is without a connection and goes on editing."""

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Course:
    """How much happens; the same seed chooses the same edits, though not their timing."""

    editors: int = 30
    steps: int = 3000
    losses: int = 60
    restarts: int = 3
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """What all copies, the stored drawing and the log have in the end."""

    nodes: int
    links: int
    comments: int


def contents(editor: Editor) -> dict[str, Any]:
    """Return all that a copy holds, comments too."""
    roots = editor.replica.document.roots
    return {name: root.to_py() for name, root in roots.items()}


class Soak:
    """The editors, and what becomes of them."""

    def __init__(self, stack: Stack, browsers: list[Browser], lab: str, course: Course) -> None:
        self.stack, self.browsers, self.lab, self.course = stack, browsers, lab, course
        self.chance = random.Random(course.seed)  # noqa: S311 - a course, no secret
        turns = [browsers[at % len(browsers)] for at in range(course.editors)]
        self.editors = [Editor(browser, lab) for browser in turns]
        self.hands = [Hand(at, one.user or "", self._chance_of(at)) for at, one in enumerate(turns)]
        self.back_at: dict[Editor, int] = {}

    def _chance_of(self, number: int) -> random.Random:
        return random.Random(self.course.seed * 1000 + number)  # noqa: S311 - a course, no secret

    def run(self, say: Say = lambda _: None) -> Outcome:
        """Edit, lose and restart; then compare every copy with the database."""
        for editor in self.editors:
            editor.open()
        steps = range(1, self.course.steps + 1)
        lost = set(self.chance.sample(steps, self.course.losses))
        restarts = set(self.chance.sample(steps, self.course.restarts))
        for step in steps:
            self._edit()
            if step in lost:
                self._lose(step)
            if step in restarts:
                say(f"step {step}: the server is killed and started again")
                self._restart()
            self._reconnect(step)
        self._reconnect()
        say("comparing all copies, the stored drawing and the log")
        return self._compare()

    def _edit(self) -> None:
        at = self.chance.randrange(len(self.editors))
        self.editors[at].edit(self.hands[at].next_edit())
        self.editors[at].hear()

    def _lose(self, step: int) -> None:
        editor = self.chance.choice(self.editors)
        editor.lose()
        self.back_at[editor] = step + OFFLINE_STEPS

    def _restart(self) -> None:
        self.stack.kill("web")
        self.stack.start_web()
        self.stack.await_web()

    def _reconnect(self, step: int | None = None) -> None:
        """Whoever was cut off comes back; at the end, without a step, everybody."""
        for editor in self.editors:
            is_waiting = step is not None and self.back_at.get(editor, 0) > step
            if editor.connection is None and not is_waiting:
                editor.open()

    def _compare(self) -> Outcome:
        await_agreement(self.editors)
        expected = contents(self.editors[0])
        for editor in self.editors:
            assert contents(editor) == expected
            editor.close()
        newcomer = Editor(self.browsers[0], self.lab).open()
        assert contents(newcomer) == expected
        newcomer.close()
        return Outcome(*(len(expected[name]) for name in ("nodes", "links", "comments")))
