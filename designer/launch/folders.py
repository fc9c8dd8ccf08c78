"""The folders and secrets of a set of processes: each with its owner and its mode."""

import os
import secrets
from pathlib import Path

from designer.launch.account import Account
from designer.launch.errors import CannotStart
from designer.launch.layout import Layout
from designer.launch.redis import LONGEST_SOCKET_PATH_BYTES

KEY_BYTES = 48


def make_folders(layout: Layout, web: Account) -> None:
    """Make what is missing; set owners and modes anew, for an earlier start may have been other."""
    if len(os.fsencode(layout.redis_socket)) > LONGEST_SOCKET_PATH_BYTES:
        raise CannotStart(f"{layout.run}: too long for a socket's path: choose a shorter --run-dir")
    us = Account(os.geteuid(), os.getegid())
    for folder in (layout.run, layout.state):
        _own(folder, us, 0o755)
    _own(layout.keys, Account(us.uid, web.gid), 0o750)
    for folder in (layout.redis_socket.parent, layout.redis_state, layout.web_state):
        _own(folder, web, 0o750)


def make_keys(layout: Layout, web: Account) -> None:
    """Make each secret once; processes without privilege read it and cannot change it."""
    for file in (layout.secret_file, layout.task_key_file):
        if not file.exists():
            _write_key(file)
        os.chown(file, os.geteuid(), web.gid)
        file.chmod(0o600 if web.uid == os.geteuid() else 0o640)


def _write_key(file: Path) -> None:
    """Write under another name first: a start that is killed leaves no half of a key."""
    draft = file.with_suffix(".new")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as stream:
        stream.write(secrets.token_urlsafe(KEY_BYTES))
        stream.flush()
        os.fsync(handle)
    draft.replace(file)


def _own(folder: Path, owner: Account, mode: int) -> None:
    """Through a handle and not through a link, so that it is the folder and no other place."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError as error:
        raise CannotStart(f"{folder}: {error.strerror}: choose another folder") from None
    try:
        if os.geteuid() not in {0, os.fstat(handle).st_uid}:
            raise CannotStart(f"{folder}: belongs to another user: choose another folder")
        os.fchown(handle, owner.uid, owner.gid)
        os.fchmod(handle, mode)
    finally:
        os.close(handle)
