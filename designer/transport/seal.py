"""Signed JSON: what was not written by a holder of the key is not even parsed."""

import hashlib
import hmac
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kombu.serialization import register

SERIALIZER = "vethwork-signed"
CONTENT_TYPE = "application/x-vethwork-signed"
MAX_AGE_S = 24 * 3600
"""An older message is refused: nobody waits for it any more, or it was recorded and replayed."""

MAX_SKEW_S = 300
KEY_BYTES_MIN = 16
_MAC_LENGTH = hashlib.sha256().digest_size * 2


class BadSeal(ValueError):
    """The message was not signed with our key, or not lately."""


def read_key(file: Path) -> bytes:
    """Return the key that signs tasks; a short one is refused."""
    key = file.read_bytes().strip()
    if len(key) < KEY_BYTES_MIN:
        raise ValueError(f"{file}: shorter than {KEY_BYTES_MIN} bytes: remove it and start anew")
    return key


def seal(value: Any, key: bytes, *, now_s: float) -> str:
    """Return the value as JSON behind its signature, with the time inside."""
    text = json.dumps({"at": now_s, "value": value}, separators=(",", ":"))
    return _mac(text, key) + text


def unseal(data: str, key: bytes, *, now_s: float) -> Any:
    """Return the value; raises BadSeal before it is looked at."""
    mac, text = data[:_MAC_LENGTH], data[_MAC_LENGTH:]
    if not hmac.compare_digest(mac.encode(), _mac(text, key).encode()):
        raise BadSeal("the signature is wrong")
    sealed = json.loads(text)
    age_s = now_s - sealed["at"]
    if not -MAX_SKEW_S <= age_s <= MAX_AGE_S:
        raise BadSeal(f"the message is {age_s:.0f} s old")
    return sealed["value"]


def register_serializer(key: Callable[[], bytes]) -> None:
    """Teach kombu the signed JSON; the key is read when the first message is."""

    def encode(value: Any) -> str:
        return seal(value, key(), now_s=time.time())

    def decode(data: str | bytes) -> Any:
        text = data.decode() if isinstance(data, bytes) else data
        return unseal(text, key(), now_s=time.time())

    register(SERIALIZER, encode, decode, content_type=CONTENT_TYPE, content_encoding="utf-8")


def _mac(text: str, key: bytes) -> str:
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
