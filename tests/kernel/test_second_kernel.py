"""Labs in a second kernel, which can do what the one of a development machine often cannot."""

from pathlib import Path

import pytest

from designer.state.host_state import HostState
from tests.kernel.drawings import gallery
from tests.kernel.inside import inside
from tests.second_kernel.here import capabilities
from workers import engine
from workers.sandbox.exec import run_in_node


@pytest.mark.needs("vlan_filtering", "netem", "bond", "vrf")
def test_a_lab_runs_whole_on_the_kernel_that_has_vlans(run_dir: Path) -> None:
    """Holder, labs' user namespaces, netlink and commands in nodes work there as they do here."""
    state = gallery("two-hosts-one-bridge")

    def make() -> tuple[HostState, int]:
        engine.apply("lab", state)
        status = run_in_node("lab", "netns1", ["ping", "-qnc1", "-W5", "192.168.5.2"])
        return engine.observe_lab("lab").state, status

    observed, status = inside(run_dir, make)
    assert observed == state
    assert status == 0
    assert {"vlan_filtering", "netem", "bond", "vrf"} <= capabilities()
