"""Mininet building the same lab, where it is installed: with the Python it is installed for."""

import json
import subprocess
from pathlib import Path

from designer.plan.operations import AddAddress, AddRoute, CreateBridge, CreateVeth, SetForwarding
from workers.bench.builder import BuilderFailed, Job, Times
from workers.bench.command import TIMEOUT_S

PYTHON = "/usr/bin/python3"
SCRIPT = Path(__file__).with_name("mininet_script.py")


class Mininet:
    """Its own classes with Linux bridges: hosts and routers are nodes, switches are switches."""

    name = "Mininet"

    def missing(self) -> str:
        """Return what is not there."""
        asked = [PYTHON, "-c", "import mininet"]
        found = Path(PYTHON).exists() and subprocess.run(asked, check=False).returncode == 0
        return "" if found else "mininet"

    def run(self, job: Job) -> Times:
        """Run it in a namespace of its own, for its switches are where it is started."""
        done = subprocess.run(
            ["unshare", "--net", PYTHON, "-c", SCRIPT.read_text()],
            input=json.dumps(_description(job)),
            capture_output=True,
            text=True,
            check=False,
            timeout=TIMEOUT_S,
            cwd="/",
        )
        if done.returncode:
            raise BuilderFailed(self.name, done.stderr)
        times: Times = json.loads(done.stdout.strip().splitlines()[-1])
        return times


def _description(job: Job) -> dict[str, object]:
    """Return the lab in words that need none of our classes."""
    plan = job.plan
    return {
        "switches": {one.namespace: one.interface for one in plan if isinstance(one, CreateBridge)},
        "nodes": [name for name, one in job.state.namespaces.items() if one.owner == "lab"],
        "links": [
            [one.left.namespace, one.left.interface, one.right.namespace, one.right.interface]
            for one in plan
            if isinstance(one, CreateVeth)
        ],
        "addresses": [
            [one.namespace, one.interface, str(one.address)]
            for one in plan
            if isinstance(one, AddAddress)
        ],
        "routes": [
            [one.namespace, str(one.route.destination), str(hop.gateway)]
            for one in plan
            if isinstance(one, AddRoute)
            for hop in one.route.hops
        ],
        "routers": [one.namespace for one in plan if isinstance(one, SetForwarding)],
    }
