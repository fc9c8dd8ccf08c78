"""Impairments in a drawing: what can be said, and what cannot be."""

import pytest

from designer.topology.document import read_text
from designer.topology.yaml_text import dump_yaml


def drawing(link: str) -> str:
    """Return two hosts on a cable of which this is said."""
    return f"nodes: {{a: , b: }}\nlinks: [{{ends: [a:e, b:e], {link}}}]"


@pytest.mark.parametrize(
    ("impairment", "code", "severity", "words"),
    [
        ("jitter_ms: 5", "jitter-without-delay", "error", "give delay_ms 5 or more"),
        ("reorder_percent: 5", "reorder-without-delay", "error", "give delay_ms, or remove"),
        ("delay_ms: 5, jitter_ms: 9", "jitter-beyond-delay", "warning", "jitter_ms 5 at most"),
        (
            "delay_ms: 100, rate_kbit: 12000, queue_packets: 99",
            "queue-too-short",
            "warning",
            "100 packets of 1500 bytes are under way at 12000 kbit/s",
        ),
    ],
)
def test_what_makes_no_sense_is_told_with_what_to_do(
    impairment: str, code: str, severity: str, words: str
) -> None:
    """Of either direction, at the link."""
    for key in ("impairment", "impairment_back"):
        (problem,) = read_text(drawing(f"{key}: {{{impairment}}}")).problems
        assert (problem.code, problem.element, problem.severity) == (code, "links/0", severity)
        assert words in problem.message
        assert problem.line == 2


@pytest.mark.parametrize(
    "impairment",
    [
        "delay_ms: -1",
        "delay_ms: 10001",
        "delay_ms: .nan",
        "delay_ms: .inf",
        "jitter_ms: 2001",
        "loss_percent: 100.1",
        "corrupt_percent: -0.1",
        "rate_kbit: 7",
        "rate_kbit: 100000001",
        "queue_packets: 0",
        "queue_packets: 100001",
        "latency_ms: 5",
    ],
)
def test_what_is_out_of_bounds_is_refused(impairment: str) -> None:
    """As a problem at the link."""
    document = read_text(drawing(f"impairment: {{{impairment}}}"))
    assert document.topology is None
    assert [one.element for one in document.problems] == ["links/0"]


def test_numbers_are_written_as_people_write_them() -> None:
    """Whole ones without a point, and no more digits than are meant."""
    said = "impairment: {delay_ms: 20.0, jitter_ms: 1.3, loss_percent: 0.30000000000000004}"
    topology = read_text(drawing(said)).topology
    assert topology is not None
    text = dump_yaml(topology.plain())
    assert "{delay_ms: 20, jitter_ms: 1.3, loss_percent: 0.3}" in text
