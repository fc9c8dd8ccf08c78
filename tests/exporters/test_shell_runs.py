"""The shell script, run by sh on an empty host: the kernel then has what apply would make."""

import pytest
from hypothesis import Phase, given, settings

from designer.exporters import EXPORTERS
from designer.gallery import GALLERY, Entry
from designer.plan.diff import diff
from designer.state.host_state import HostState
from designer.state.lower import lower
from designer.topology.topology import Topology
from tests.empty_host import empty_host, without_loopback, without_services
from tests.labs import every_running_lab
from tests.strategies.sound import sound_topologies

pytestmark = pytest.mark.kernel


def built(topology: Topology) -> tuple[HostState, HostState]:
    """Return what a drawing asks for, and what its script makes."""
    desired = without_services(lower(topology, host_namespace=True))
    with empty_host() as host:
        text = EXPORTERS["shell"].export(topology).text
        done = host.run(text)
        assert (done.returncode, done.stderr) == (0, ""), text
        return desired, without_loopback(host.observe(desired))


@every_running_lab
def test_gallery_is_built_as_drawn(entry: Entry) -> None:
    """Nothing is left for apply to do after the script has run."""
    desired, observed = built(entry.topology)
    assert diff(desired, observed) == ()
    assert observed == desired


@settings(max_examples=15, phases=[Phase.reuse, Phase.generate])
@given(sound_topologies(impaired=False, serving=False))
def test_any_sound_drawing_is_built_as_drawn(topology: Topology) -> None:
    """Whatever can be applied can be exported and run."""
    desired, observed = built(topology)
    assert diff(desired, observed) == ()


@every_running_lab
def test_last_lines_remove_everything(entry: Entry) -> None:
    """What the script says about removing it is true."""
    text = EXPORTERS["shell"].export(entry.topology).text
    _, _, removal = text.partition("# To remove it all:\n")
    commands = [line.removeprefix("#   ") for line in removal.splitlines() if line[:4] == "#   "]
    with empty_host() as host:
        assert host.run(text).returncode == 0
        done = host.run("\n".join(["set -eu", *commands]))
        assert (done.returncode, done.stderr) == (0, "")
        left = without_loopback(host.observe(lower(entry.topology, host_namespace=True)))
    assert [one for one in left.namespaces.values() if one.interfaces or one.rules] == []


def test_a_second_run_stops_at_once() -> None:
    """On a host that has the lab already, the script says so and does nothing more."""
    text = EXPORTERS["shell"].export(GALLERY["two-hosts-one-cable"].topology).text
    with empty_host() as host:
        assert host.run(text).returncode == 0
        again = host.run(text)
    assert again.returncode != 0
    assert "netns1" in again.stderr
