"""Who is shown in a lab: each browser's own state alone, under its person's real name."""

import pytest

from designer.consumers.pace import BURST, Pace
from designer.consumers.presence import Presence, guest_of, person_of
from designer.shared.awareness import State, read_states, write_states
from designer.shared.protocol import Malformed

ANN, BOB = person_of(1, "ann"), person_of(2, "bob")


def shown(presence: Presence, owner: object, person: dict[str, object], *states: State) -> object:
    """Return what all hear of somebody's states."""
    told = presence.show(write_states(states), owner, person)
    return read_states(told) if told else None


def test_name_is_the_servers() -> None:
    """Whatever a browser says of who it is."""
    presence = Presence()
    told = shown(presence, "a", ANN, State(7, 1, {"user": BOB, "cursor": None}))
    assert told == [State(7, 1, {"user": ANN, "cursor": None})]


def test_state_of_another_is_left_out() -> None:
    """Browsers repeat the states of all others; only the first that each shows is its own."""
    presence = Presence()
    shown(presence, "a", ANN, State(7, 1, {}))
    told = shown(presence, "b", BOB, State(8, 1, {}), State(7, 2, {"cursor": {"x": 1}}))
    assert told == [State(8, 1, {"user": BOB})]
    assert shown(presence, "b", BOB, State(7, 3, None)) is None
    assert {one.client for one in read_states(presence.everybody())} == {7, 8}


def test_who_comes_again_is_the_same() -> None:
    """A new socket of the same person takes its state over, and the old one's end leaves it."""
    presence = Presence()
    shown(presence, "a", ANN, State(7, 1, {}))
    assert shown(presence, "thief", BOB, State(7, 2, {})) is None
    assert shown(presence, "a again", ANN, State(7, 2, {})) == [State(7, 2, {"user": ANN})]
    assert presence.leave("a") is None
    left = presence.leave("a again")
    assert left
    assert read_states(left) == [State(7, 3, None)]


def test_guest_does_not_tell_the_session() -> None:
    """Two guests differ, and nobody can use what is shown of one."""
    assert guest_of("secret") != guest_of("other")
    assert "secret" not in str(guest_of("secret"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x01",
        b"\xff\xff\x7f",
        b"\x01\x07\x01\x01[",
        write_states([State(1, 1, {"a": "x" * 20_000})]),
    ],
)
def test_nonsense_is_refused(data: bytes) -> None:
    """It is no state, or too large a one."""
    with pytest.raises(Malformed):
        read_states(data)


def test_pace_lets_bursts_pass() -> None:
    """As many as a large paste needs; then no more for a while, and large ones count as many."""
    pace = Pace()
    assert all(pace.allows(100) for _ in range(int(BURST) - 1))
    assert not all(pace.allows(100) for _ in range(50))
    assert not Pace().allows(int(BURST) * 4096)
