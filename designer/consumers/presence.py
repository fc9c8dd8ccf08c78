"""What the people in a room do: whose state is whose, and who they are is said by the server."""

import hashlib
from dataclasses import replace
from typing import Any

from designer.shared.awareness import State, read_states, write_states

Person = dict[str, Any]

GUEST_COLOR = "#525252"
COLORS = ("#0072b2", "#c04e00", "#007a58", "#a34a7d", "#8a6500", "#6a3d9a", "#b3004b")
"""Told apart by people with any colour vision, and dark enough for white letters on them."""


def person_of(user_id: int, name: str) -> Person:
    """Return who somebody is to the others; a color that stays the same."""
    return {"id": user_id, "name": name, "color": COLORS[user_id % len(COLORS)]}


def guest_of(session_key: str) -> Person:
    """Return who somebody without an account is; nobody can tell the session from it."""
    digest = hashlib.sha256(session_key.encode()).hexdigest()
    return {"id": f"guest-{digest[:12]}", "name": "Guest", "color": GUEST_COLOR}


class Presence:
    """The states of all clients, by their ids; a browser here has one id, that it shows first."""

    def __init__(self) -> None:
        self._states: dict[int, State] = {}
        self._clients: dict[object, int] = {}

    def show(self, data: bytes, owner: object, person: Person) -> bytes | None:
        """Return what all shall hear of somebody's message; raises Malformed.

        A browser repeats the states of all others: of each only its own counts.
        """
        told = None
        for state in read_states(data):
            if self._is_own(state, owner, person):
                gone = state.values is None
                values = None if gone else {**(state.values or {}), "user": person}
                told = self._states[state.client] = replace(state, values=values)
        return write_states([told]) if told else None

    def _is_own(self, state: State, owner: object, person: Person) -> bool:
        """Who comes again may be faster than the end of the socket that was lost."""
        if owner not in self._clients and state.values is not None:
            known = self._states.get(state.client)
            if known is None or (known.values or {}).get("user") == person:
                self._clients = {o: c for o, c in self._clients.items() if c != state.client}
                self._clients[owner] = state.client
        return self._clients.get(owner) == state.client

    def hear(self, data: bytes) -> None:
        """Remember what another process tells of its people."""
        for state in read_states(data):
            if state.values is None:
                self._states.pop(state.client, None)
            else:
                self._states[state.client] = state

    def leave(self, owner: object) -> bytes | None:
        """Return what the others shall hear when somebody has gone."""
        state = self._states.pop(self._clients.pop(owner, -1), None)
        return write_states([State(state.client, state.clock + 1, None)]) if state else None

    def everybody(self) -> bytes:
        """Return the states of all, for somebody who has just come."""
        return write_states(self._states.values())

    def of_here(self) -> bytes:
        """Return the states of those in this process."""
        here = set(self._clients.values())
        return write_states(state for state in self._states.values() if state.client in here)
