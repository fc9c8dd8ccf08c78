"""Whether an account without privilege can use the code that root installed."""

import compileall
import os
import stat
import sys
from pathlib import Path

from designer.launch.account import Account
from designer.launch.errors import CannotStart
from designer.launch.layout import CHECKOUT

CODE = (CHECKOUT / "designer", CHECKOUT / "workers")


def check(account: Account) -> None:
    """Say before anything starts what that account could not read.

    Folders above the checkout may be closed; the checkout itself must be open, which it is not
    after `git clone` with a umask of 077.
    """
    if account.uid == os.geteuid():
        return
    needed = (CHECKOUT, *CODE, *(code / "__init__.py" for code in CODE))
    for path in (*needed, Path(sys.prefix), Path(sys.base_prefix)):
        if not _is_open(path):
            raise CannotStart(f"only root can read {path}: run: chmod -R go+rX {path}")
    for code in CODE:
        compileall.compile_dir(code, quiet=2)  # that account cannot keep what Python compiles


def _is_open(path: Path) -> bool:
    mode = path.stat().st_mode
    return bool(mode & stat.S_IROTH) and (not path.is_dir() or bool(mode & stat.S_IXOTH))
