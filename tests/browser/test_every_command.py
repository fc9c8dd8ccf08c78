"""Every command, by the palette and by each of its keys, and every gesture that is listed."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from playwright.sync_api import Page, expect

from tests.browser.command_exercises import DRAWING_EXERCISES
from tests.browser.editor import open_drawn_lab
from tests.browser.exercise import (
    PALETTE,
    SOON_MS,
    Exercise,
    focus_canvas,
    perform,
    run_by_palette,
)
from tests.browser.gesture_exercises import GESTURES
from tests.browser.screen_exercises import RUNNING_EXERCISES, SCREEN_EXERCISES
from tests.browser.view_exercises import VIEW_EXERCISES

pytestmark = pytest.mark.browser

EXERCISES = {**DRAWING_EXERCISES, **VIEW_EXERCISES, **SCREEN_EXERCISES, **RUNNING_EXERCISES}
DRAWING = {
    "name": "commands",
    "nodes": {
        "a": {},
        "b": {},
        "c": {},
        "s": {"kind": "switch", "interfaces": {"p1": {}, "p2": {}}},
    },
    "links": [{"ends": ["a:eth0", "s:p1"]}, {"ends": ["b:eth0", "s:p2"]}],
    "expect": [{"from": "a", "to": "b"}],
    "layout": {"a": [0, 0], "b": [40, 200], "c": [100, 420], "s": [400, 100]},
}
ITSELF = "help.commands"
"""The palette does not offer itself."""
MORE_BEFORE = {"run.plan", "history.back"}
"""From here on there are commands that there were not before: the lab runs, versions lie beside."""
SHOWN_KEYS = {
    "Control": "Ctrl",
    "Delete": "Del",
    "Escape": "Esc",
    " ": "Space",
    "ArrowLeft": "←",
    "ArrowRight": "→",
    "ArrowUp": "↑",
    "ArrowDown": "↓",
}


def offered(page: Page) -> set[str]:
    """Return the names of all commands that the palette finds, enabled or not."""
    page.keyboard.press("Control+k")
    field = page.get_by_role("combobox", name=PALETTE)
    commands = page.get_by_role("group", name="Commands", exact=True).get_by_role("option")
    found = set[str]()
    for vowel in "aeiou":
        field.fill(vowel)
        commands.first.wait_for()
        found |= {one.partition("-")[2] for one in ids(page)}
    field.press("Escape")
    expect(field).to_have_count(0)
    return found


def ids(page: Page) -> list[str]:
    """Return the names of the commands that are listed."""
    commands = page.get_by_role("group", name="Commands", exact=True).get_by_role("option")
    return list(commands.evaluate_all("all => all.map(one => one.id)"))


def shown_keys(page: Page) -> set[str]:
    """Return all keys in the list of shortcuts."""
    focus_canvas(page)
    page.keyboard.press("?")
    dialog = page.get_by_role("dialog", name="Keyboard shortcuts")
    dialog.wait_for()
    keys: list[str] = dialog.locator("dd > span").evaluate_all(
        "all => all.map(one => [...one.children].map(key => key.textContent).join('+'))"
    )
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    return {key for text in keys for key in each(text)}


def each(text: str) -> list[str]:
    """Return the keys of a row that has all four arrows in one."""
    arrows = [sign for sign in text if sign in "←→↑↓"]
    return [text.split(arrows[0], maxsplit=1)[0] + sign for sign in arrows] if arrows else [text]


def as_shown(keys: str) -> str:
    """Return keys as the list of shortcuts has them."""
    if keys == "+":
        return keys
    parts = [SHOWN_KEYS.get(key, key) for key in keys.split("+")]
    return "+".join(part.upper() if len(part) == 1 else part for part in parts)


def ways(page: Page, command: str, exercise: Exercise) -> Iterator[tuple[str, Callable[[], None]]]:
    """Yield each way to run a command."""
    if command != ITSELF:
        yield "palette", partial(run_by_palette, page, command)
    for keys in exercise.keys:
        yield keys, partial(page.keyboard.press, keys)


def test_every_command(page: Page) -> None:
    """Each has an exercise, and each way to it does what the exercise looks for."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_drawn_lab(page, DRAWING)
    page.wait_for_load_state("networkidle")
    page.set_default_timeout(SOON_MS)
    found = offered(page)
    wrong: dict[str, str] = {}
    for command, exercise in EXERCISES.items():
        if command in MORE_BEFORE:
            found |= offered(page)
        for way, run in ways(page, command, exercise):
            if failure := perform(page, exercise.steps, run):
                wrong[f"{command} by {way}"] = failure
                page.evaluate("localStorage.clear()")
                open_drawn_lab(page, DRAWING)
    assert wrong == {}
    assert found | {ITSELF} == set(EXERCISES)


def test_every_shortcut_is_listed(page: Page) -> None:
    """What `?` lists is what is exercised; gestures, which are no commands, are so here."""
    open_drawn_lab(page, DRAWING)
    page.wait_for_load_state("networkidle")
    page.set_default_timeout(SOON_MS)
    exercised = {as_shown(keys) for exercise in EXERCISES.values() for keys in exercise.keys}
    assert shown_keys(page) == exercised | set(GESTURES)
    wrong: dict[str, str] = {}
    for keys, steps in GESTURES.items():
        if failure := perform(page, steps, lambda: None):
            wrong[keys] = failure
            open_drawn_lab(page, DRAWING)
    assert wrong == {}
