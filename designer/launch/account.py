"""The account of the processes that need no privilege."""

import os
import pwd
from dataclasses import dataclass

USER = "vethwork"
UNREGISTERED = 64180
"""The uid and gid where the host has no such user: nobody else's, and nothing to be added."""


@dataclass(frozen=True)
class Account:
    """Who a process is."""

    uid: int
    gid: int


def web_account() -> Account:
    """Root becomes somebody without privilege; an ordinary user stays who they are."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    try:
        user = pwd.getpwnam(USER)
    except KeyError:
        return Account(UNREGISTERED, UNREGISTERED)
    return Account(user.pw_uid, user.pw_gid)
