"""From a drawn impairment to the kernel's integers, and to the words of tc(8)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.plan.operations import SetImpairment
from designer.plan.shell import commands
from designer.state.impairment import (
    ALWAYS,
    Netem,
    chance,
    lift_impairment,
    lower_impairment,
    percent,
)
from designer.topology.impairment import Impairment
from tests.strategies.sound import sound_impairments

QUEUE = 1000


@pytest.mark.parametrize(
    ("drawn", "netem"),
    [
        ({}, None),
        ({"queue_packets": QUEUE}, None),
        ({"queue_packets": 7}, Netem(limit_packets=7)),
        ({"loss_percent": 1}, Netem(loss=42949673)),
        ({"corrupt_percent": 100}, Netem(corrupt=ALWAYS)),
        ({"rate_kbit": 8}, Netem(rate_bytes_s=1000)),
        ({"rate_kbit": 100_000_000}, Netem(rate_bytes_s=12_500_000_000)),
        ({"delay_ms": 0.001, "queue_packets": 5}, Netem(limit_packets=5, delay_ns=8000)),
        ({"delay_ms": 1.3, "queue_packets": 5}, Netem(limit_packets=5, delay_ns=1_296_000)),
        (
            {"delay_ms": 6, "jitter_ms": 6, "rate_kbit": 1000},
            Netem(QUEUE + 1, 6_000_000, 6_000_000, rate_bytes_s=125_000),
        ),
        ({"delay_ms": 10_000}, Netem(limit_packets=100_000, delay_ns=10_000_000_000)),
    ],
)
def test_what_the_kernel_gets(drawn: dict[str, object], netem: Netem | None) -> None:
    """Nothing for nothing, something for something, and room for what is under way."""
    assert lower_impairment(Impairment.model_validate(drawn)) == netem


@given(st.integers(0, ALWAYS))
def test_a_percentage_in_words_makes_the_same_number(number: int) -> None:
    """However odd the kernel's number is."""
    assert chance(float(percent(number))) == number


@given(sound_impairments())
def test_what_is_lowered_can_be_lifted(drawn: Impairment) -> None:
    """The lifted impairment asks for the same."""
    netem = lower_impairment(drawn)
    if netem is not None:
        lifted = lift_impairment(netem)
        assert lifted is not None
        assert lower_impairment(lifted) == netem


FULL = Netem(100, 20_000_000, 1_304_000, chance(1), chance(0.1), chance(25), chance(0.5), 125_000)


@pytest.mark.parametrize(
    ("netem", "before", "words"),
    [
        (
            FULL,
            None,
            (
                "limit 100 delay 20ms 1304us loss 1% duplicate 0.1% reorder 25% corrupt 0.5%"
                " rate 1000kbit"
            ),
        ),
        (Netem(loss=ALWAYS), FULL, "limit 1000 loss 100% reorder 0% corrupt 0% rate 0bit"),
        (Netem(rate_bytes_s=1), Netem(loss=1), "limit 1000 rate 8bit"),
    ],
)
def test_what_a_person_would_type(netem: Netem, before: Netem | None, words: str) -> None:
    """What would otherwise stay is said to be nothing."""
    for namespace, tc in (("h1", "tc -n h1"), ("@host", "tc")):
        operation = SetImpairment(namespace, "eth0", netem, before)
        assert commands(operation) == (f"{tc} qdisc replace dev eth0 root netem {words}",)
