"""Tokens that stand in links: who has one may do what the link says, so only hashes are kept."""

import hashlib
import secrets

_RANDOM_BYTES = 32


def new_token() -> str:
    """Return a token that nobody can guess."""
    return secrets.token_urlsafe(_RANDOM_BYTES)


def token_hash(token: str) -> str:
    """Return what is kept of a token; with so much chance in it, it needs neither salt nor time."""
    return hashlib.sha256(token.encode()).hexdigest()
