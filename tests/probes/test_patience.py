"""How long is waited, what a resend is good for, and whose answers count."""

import secrets
import time

import pytest

from designer.topology.outcome import Outcome
from tests.probes.answering import Answer, answering
from tests.probes.asking import PROBES, ask, ask_all
from tests.probes.lab import Lab, pair, star
from workers.probes.asker import PAYLOAD

pytestmark = pytest.mark.kernel

each_probe = pytest.mark.parametrize("probe", PROBES)


@each_probe
def test_all_silent_pairs_share_one_time_out(lab: Lab, probe: str) -> None:
    """With 132 pairs dead, the matrix takes one time-out and not one for each, nor for each row."""
    names = star(lab, 12)
    lab.ip("sw", "link set sw down")
    began = time.monotonic()
    result = ask_all(lab, names, names, probe, timeout_ms=400)
    took_s = time.monotonic() - began
    assert result.counts() == {Outcome.REACHED: 12, Outcome.TIMED_OUT: 132}
    assert 0.4 <= took_s < 6 * 0.4


@each_probe
def test_a_silence_that_the_source_explains_is_not_waited_for(lab: Lab, probe: str) -> None:
    """That lo is down is known, so a long time-out does not matter."""
    pair(lab, 4)
    lab.set_down("b:lo")
    began = time.monotonic()
    assert ask(lab, "b", "b", probe, timeout_ms=5000) == Outcome.SOURCE_DOWN
    assert time.monotonic() - began < 2


@each_probe
def test_one_lost_packet_kills_nobody(lab: Lab, probe: str) -> None:
    """The firewall drops the first packet and lets the second one through."""
    pair(lab, 4)
    assert ask(lab, "a", "b", "ping") == Outcome.REACHED  # so that ARP is over
    lab.nft("b", "input numgen inc mod 1000 == 0 counter drop")
    assert ask(lab, "a", "b", probe, timeout_ms=400) == Outcome.REACHED
    assert "counter packets 1 " in lab.run("b", "nft", "list", "ruleset").stdout


def test_two_lost_packets_are_a_silence(lab: Lab) -> None:
    """There is one resend, and no more."""
    pair(lab, 4)
    assert ask(lab, "a", "b", "ping") == Outcome.REACHED
    lab.nft("b", "input numgen inc mod 1000 < 2 counter drop")
    assert ask(lab, "a", "b", "ping", timeout_ms=200) == Outcome.TIMED_OUT
    assert "counter packets 2 " in lab.run("b", "nft", "list", "ruleset").stdout


def test_a_slow_answer_is_not_taken_for_a_fast_one(lab: Lab) -> None:
    """It answers the first attempt, though it comes shortly after the second."""
    pair(lab, 4)
    with answering(lab, "b", lambda body: body, after_s=0.3):
        result = ask_all(lab, ["a"], ["b"], "ping", timeout_ms=500)
    assert result.outcome(0, 0) == Outcome.REACHED
    assert 300_000 <= result.rtt_us(0, 0) < 500_000


def test_an_answer_after_the_time_out_is_too_late(lab: Lab) -> None:
    """Neither attempt is answered in time, and the next matrix does not hear the answers."""
    pair(lab, 4)
    with answering(lab, "b", lambda body: body, after_s=0.4):
        assert ask(lab, "a", "b", "ping", timeout_ms=200) == Outcome.TIMED_OUT
        assert ask(lab, "a", "b", "ping", timeout_ms=200) == Outcome.TIMED_OUT


@pytest.mark.parametrize(
    "forge",
    [
        pytest.param(lambda body: secrets.token_bytes(8) + body[8:], id="another nonce"),
        pytest.param(lambda body: body[:8], id="too short"),
        pytest.param(lambda body: body + bytes(8), id="too long"),
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda body: body[:8] + b"\xff" * 8 + body[16:], id="no such target"),
        pytest.param(lambda body: body[:12] + b"\x07" * 4 + body[16:], id="no such attempt"),
    ],
)
def test_a_forged_answer_is_no_answer(lab: Lab, forge: Answer) -> None:
    """Somebody answers with what was not asked, and does no harm."""
    pair(lab, 4)
    with answering(lab, "b", forge):
        assert ask(lab, "a", "b", "ping", timeout_ms=200) == Outcome.TIMED_OUT


def test_a_forged_delay_makes_no_round_trip_time(lab: Lab) -> None:
    """An answering side that claims to have kept the question for ages is reached, untimed."""
    pair(lab, 4)

    def claim(body: bytes) -> bytes:
        nonce, target, attempt, _ = PAYLOAD.unpack(body)
        return PAYLOAD.pack(nonce, target, attempt, 2**62)

    with answering(lab, "b", claim):
        result = ask_all(lab, ["a"], ["b"], "ping")
    assert (result.outcome(0, 0), result.rtt_us(0, 0)) == (Outcome.REACHED, -1)


def test_other_pings_of_the_same_node_do_not_disturb(lab: Lab) -> None:
    """A user's own ping to a third node brings echoes to the same namespace."""
    names = star(lab, 3)
    lab.nft("h1", "input icmp type echo-request drop")
    ping = lab.start("h0", "ping", "-i", "0.01", "10.0.0.3")
    try:
        result = ask_all(lab, ["h0"], names, "ping", timeout_ms=300)
    finally:
        ping.kill()
        ping.wait()
    assert [result.outcome(0, target) for target in range(3)] == [
        Outcome.REACHED,
        Outcome.TIMED_OUT,
        Outcome.REACHED,
    ]
