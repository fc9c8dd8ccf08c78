"""What a worker remembers of documents, and forgets."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from designer.state.lower import lower
from designer.topology.topology import Topology
from workers.reading import IDLE_S, LABS_REMEMBERED, Readings

PAIR: dict[str, Any] = {
    "version": "vethwork/v1",
    "nodes": {"a": {"kind": "host"}, "b": {"kind": "host"}},
    "links": [{"ends": ["a:e", "b:e"]}],
}
CHANGED = {**PAIR, "nodes": {**PAIR["nodes"], "a": {"kind": "router"}}}


class Clock:
    """Time that goes on when it is told to."""

    now_s = 0.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now_s


def test_a_changed_document_takes_over_what_is_the_same() -> None:
    """It is the same drawing and state as if read from nothing."""
    readings = Readings()
    first = readings.read("lab", PAIR)
    readings.remember("lab", first)
    assert first.state == lower(first.topology)
    second = readings.read("lab", CHANGED)
    assert second.topology == Topology.model_validate(CHANGED)
    assert second.topology.nodes["b"] is first.topology.nodes["b"]
    assert second.state == lower(second.topology)


def test_the_state_of_what_was_written_down() -> None:
    """Of our own text, also of one that another process wrote; not of a person's."""
    readings = Readings()
    readings.remember("lab", readings.read("lab", PAIR))
    for values in (PAIR, CHANGED, PAIR):
        assert readings.state_of("lab", json.dumps(values)) == lower(
            Topology.model_validate(values)
        )
    assert readings.state_of("other", json.dumps(PAIR)) == lower(Topology.model_validate(PAIR))
    assert readings.state_of("lab", "nodes: {a: }") is None
    assert readings.state_of("lab", "{nodes: {a: }}") is None
    assert readings.state_of("lab", "") is None


def test_a_persons_text_is_read_as_well() -> None:
    """By who can wait for it."""
    readings = Readings()
    reading = readings.of_document("lab", "nodes: {a: router}  # mine\n")
    assert reading is not None
    assert reading.topology.nodes["a"].kind == "router"
    assert readings.of_document("lab", "") is None


def test_a_mistake_is_refused_and_nothing_forgotten() -> None:
    """What was known before is still known."""
    readings = Readings()
    first = readings.read("lab", PAIR)
    readings.remember("lab", first)
    with pytest.raises(ValidationError):
        readings.read("lab", {**PAIR, "nodes": {"a": {"kind": "ghost"}}})
    assert readings.read("lab", CHANGED).topology.nodes["b"] is first.topology.nodes["b"]


def test_labs_that_nobody_asks_for_are_forgotten() -> None:
    """After a while, and the oldest when there are many."""
    clock = Clock()
    readings = Readings(clock=clock)
    first = readings.read("lab", PAIR)
    readings.remember("lab", first)
    clock.now_s = IDLE_S + 1
    assert readings.read("lab", CHANGED).topology.nodes["b"] is not first.topology.nodes["b"]
    for number in range(LABS_REMEMBERED + 1):
        readings.remember(f"lab {number}", first)
    anew, known = (readings.read(f"lab {one}", PAIR).topology for one in (0, LABS_REMEMBERED))
    assert anew.nodes["b"] is not first.topology.nodes["b"]
    assert known.nodes["b"] is first.topology.nodes["b"]
