"""Any other program that builds the same lab: it prints its own times."""

import json
import shlex
import subprocess

from workers.bench.builder import BuilderFailed, Job, Times

TIMEOUT_S = 900
SUFFIX = "_ms"
WITH_OWN_RUN = ("unshare", "--mount", "sh", "-ec", 'mount -t tmpfs bench /run; exec "$@"', "sh")


class Command:
    """A command line; `{topology}` and `{n}` in it say what is to be built.

    It prints one JSON object whose keys end in `_ms`, `build_ms` among them. Like ours, it has no
    privilege on the host; it has a /run of its own to put its things in.
    """

    def __init__(self, name: str, line: str) -> None:
        self.name = name
        self._line = line

    def missing(self) -> str:
        """Whoever names a command has it."""
        return ""

    def run(self, job: Job) -> Times:
        """Run it and read its times."""
        line = self._line.replace("{topology}", job.kind).replace("{n}", str(job.size))
        done = subprocess.run(
            [*WITH_OWN_RUN, *shlex.split(line)],
            capture_output=True,
            text=True,
            check=False,
            timeout=TIMEOUT_S,
        )
        if done.returncode:
            raise BuilderFailed(self.name, done.stderr)
        said = json.loads(done.stdout.strip().splitlines()[-1])
        return {
            name.removesuffix(SUFFIX): float(value)
            for name, value in said.items()
            if name.endswith(SUFFIX)
        }
