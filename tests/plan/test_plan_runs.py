"""Plans between any two drawings, carried out by sh: the kernel then has the second one."""

import pytest
from hypothesis import Phase, given, settings

from designer.plan.diff import diff
from designer.plan.operations import Plan
from designer.plan.shell import commands
from designer.state.host_state import HostState
from designer.state.lower import lower
from designer.topology.topology import Topology
from tests.empty_host import empty_host, without_loopback
from tests.strategies.sound import sound_topologies

pytestmark = pytest.mark.kernel


def script(plan: Plan) -> str:
    """Return a plan as a script that stops at the first refusal."""
    return "\n".join(["set -eu", *(line for one in plan for line in commands(one)), ""])


@settings(max_examples=20, phases=[Phase.reuse, Phase.generate])
@given(
    sound_topologies(impaired=False, serving=False), sound_topologies(impaired=False, serving=False)
)
def test_one_after_the_other_is_the_other_alone(first: Topology, second: Topology) -> None:
    """Whatever was there, the plan makes the kernel equal the drawing."""
    before = lower(first, host_namespace=True)
    wanted = lower(second, host_namespace=True)
    with empty_host() as host:
        for text in (script(diff(before, HostState())), script(diff(wanted, before))):
            done = host.run(text)
            assert (done.returncode, done.stderr) == (0, ""), text
        observed = without_loopback(host.observe(wanted))
    assert diff(wanted, observed) == ()
