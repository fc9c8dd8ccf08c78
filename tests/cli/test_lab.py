"""A lab from the command line, on the real kernel: plan, apply, matrix, status, exec, destroy."""

import json
from dataclasses import dataclass

import pytest

from designer.gallery import GALLERY
from tests.installation import Vethwork

pytestmark = pytest.mark.kernel

BRIDGE = GALLERY["two-hosts-one-bridge"].text
NAME = "two hosts, one bridge"


@dataclass(frozen=True)
class Applied:
    """A lab that was applied."""

    vethwork: Vethwork
    file: str


@pytest.fixture
def applied(vethwork: Vethwork) -> Applied:
    """Apply the lab with the bridge."""
    file = vethwork.write("lab.yaml", BRIDGE)
    done = vethwork("apply", file)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return Applied(vethwork, file)


def test_apply_makes_the_plan_empty(vethwork: Vethwork) -> None:
    """The plan says what apply will do; afterwards there is nothing to do."""
    file = vethwork.write("lab.yaml", BRIDGE)
    before = vethwork("plan", file)
    assert before.returncode == 0
    assert before.stdout.splitlines()[-1] == "14 operations"
    assert "ip netns add netns1" in before.stdout
    assert vethwork("apply", file).stdout.startswith(f"{NAME}: 14 operations in ")
    assert vethwork("plan", file).stdout == "nothing to do: it runs as drawn\n"
    assert vethwork("apply", file).stdout == f"{NAME}: nothing to do: it ran as drawn\n"


def test_plan_as_json(vethwork: Vethwork) -> None:
    """Operations with their words, commands and elements."""
    plan = json.loads(vethwork("plan", vethwork.write("lab.yaml", BRIDGE), "--json").stdout)
    assert plan["total"] == len(plan["operations"]) == 14
    assert plan["operations"][0] == {
        "text": "create namespace netns1",
        "commands": ["ip netns add netns1"],
        "element": "nodes/netns1",
    }


def test_changed_file_is_the_same_lab(applied: Applied) -> None:
    """Apply does what the change needs, whatever the lab is called now."""
    text = BRIDGE.replace(NAME, "renamed").replace("192.168.5.2/24", "192.168.5.7/24")
    applied.vethwork.write("lab.yaml", text)
    plan = applied.vethwork("plan", applied.file).stdout.splitlines()
    assert [line.partition("  ")[0] for line in plan] == [
        "delete address 192.168.5.2/24 from netns2:veth22",
        "add address 192.168.5.7/24 to netns2:veth22",
        "2 operations",
    ]
    assert applied.vethwork("apply", applied.file).returncode == 0
    assert applied.vethwork("status").stdout.startswith("renamed  ")


def test_matrix_in_words(applied: Applied) -> None:
    """A table for each probe, then how many were reached and met."""
    done = applied.vethwork("matrix", applied.file)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0].split() == ["ping", "netns1", "netns2"]
    assert [line.split()[0] for line in lines if line][:7] == [
        *("ping", "netns1", "netns2", "tcp/41234", "netns1", "netns2", "8")
    ]
    assert lines[-1] == "8 of 8 cells reached, 4 of 4 expectations met"


def test_matrix_of_chosen_probes_by_name_as_json(applied: Applied) -> None:
    """By the lab's name the drawing is the one that was applied; a cell is five numbers."""
    done = applied.vethwork("matrix", NAME, "--probe", "udp/5000", "--json")
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["probes"] == ["udp/5000"]
    assert said["counts"] == {"reached": 4}
    assert said["targets"][0] == {
        "node": "netns1",
        "interface": "veth11",
        "address": "192.168.5.1",
    }
    assert len(said["cells"]) == 4 * 5
    assert said["expected"] == {"met": 0, "missed": 0, "unstated": 4}


def test_matrix_says_what_was_missed(applied: Applied) -> None:
    """The kernel is asked, not the drawing: with a port taken out, the answer is no."""
    stop = ["exec", NAME, "netns2", "--", "ip", "link", "set", "dev", "veth22", "down"]
    assert applied.vethwork(*stop).returncode == 0
    done = applied.vethwork("matrix", applied.file, "--timeout-ms", "200")
    assert done.returncode == 1
    missed = [line for line in done.stdout.splitlines() if line.startswith("missed: ")]
    assert len(missed) == 4
    assert missed[0].startswith("missed: netns1 reaches netns2 by ping: ")
    assert "0 of 4 expectations met" in done.stdout


def test_matrix_needs_a_lab_that_runs(vethwork: Vethwork) -> None:
    """A file that was not applied is said to be that."""
    done = vethwork("matrix", vethwork.write("lab.yaml", BRIDGE))
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "apply" in done.stderr


def test_status_tells_drift(applied: Applied) -> None:
    """What somebody typed into a node shows, with what apply would do about it."""
    assert applied.vethwork("status").stdout.rstrip().endswith("3 nodes  as drawn")
    typed = ["exec", NAME, "netns1", "--", "ip", "link", "set", "veth11", "mtu", "1400"]
    assert applied.vethwork(*typed).returncode == 0
    said = applied.vethwork("status", NAME).stdout
    assert "netns1  partial" in said
    assert "brx     up" in said
    assert "differs by 1 operation" in said
    assert "set MTU of netns1:veth11 to 1500" in said
    (lab,) = json.loads(applied.vethwork("status", "--json").stdout)
    assert lab["title"] == NAME
    assert lab["nodes"] == {"netns1": "partial", "brx": "up", "netns2": "up"}
    assert lab["links"]["netns1:veth11 -- brx:veth13"] == "up"
    assert applied.vethwork("apply", applied.file).returncode == 0
    assert "as drawn" in applied.vethwork("status").stdout


def test_exec_runs_in_the_node(applied: Applied) -> None:
    """Under its host name, with our input and output, and with its status."""
    named = applied.vethwork("exec", NAME, "netns1", "--", "hostname")
    assert (named.returncode, named.stdout) == (0, "netns1\n")
    echoed = applied.vethwork("exec", applied.file, "netns2", "--", "cat", text="hello")
    assert echoed.stdout == "hello"
    assert applied.vethwork("exec", NAME, "netns1", "--", "sh", "-c", "exit 7").returncode == 7


def test_exec_says_what_is_not_there(applied: Applied) -> None:
    """A lab or a node that does not exist, in one line."""
    for lab, node in (("nothing", "netns1"), (NAME, "nobody")):
        done = applied.vethwork("exec", lab, node, "--", "true")
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("by", ["name", "file", "key", "beginning of key", "all"])
def test_destroy_by(by: str, applied: Applied) -> None:
    """Whatever the lab is called by, it goes, and goes once."""
    key = json.loads(applied.vethwork("status", "--json").stdout)[0]["key"]
    word = {"name": NAME, "file": applied.file, "key": key, "all": "--all"}.get(by, key[:8])
    done = applied.vethwork("destroy", word)
    assert (done.returncode, done.stdout) == (0, f"{NAME}: removed\n")
    assert applied.vethwork("status").stdout == "no labs on this host\n"
    assert applied.vethwork("destroy", word).returncode == (0 if by == "all" else 2)


def test_two_labs_of_one_name_are_told_apart_by_key(applied: Applied) -> None:
    """A name that means two labs is refused, with the keys to choose from."""
    other = applied.vethwork.write("other.yaml", BRIDGE)
    assert applied.vethwork("apply", other).returncode == 0
    done = applied.vethwork("destroy", NAME)
    assert done.returncode == 2
    assert f"{NAME}: 2 labs are called so: name one by key: " in done.stderr
    assert applied.vethwork("destroy", other).returncode == 0
    assert applied.vethwork("destroy", NAME).returncode == 0


def test_verify_leaves_the_lab_of_the_file_alone(applied: Applied) -> None:
    """It runs as a lab of its own, which is gone afterwards."""
    assert applied.vethwork("verify", applied.file).returncode == 0
    assert applied.vethwork("status").stdout.count("\n") == 1


def test_verify_writes_a_report(vethwork: Vethwork) -> None:
    """A test case for each expectation, failed where it was missed."""
    text = BRIDGE.replace("probe: ping}", "probe: ping, outcome: blocked}", 1)
    done = vethwork("verify", vethwork.write("lab.yaml", text), "--junit", "out.xml")
    assert done.returncode == 1
    report = (vethwork.folder / "out.xml").read_text()
    assert 'tests="4" failures="1"' in report
    assert '<failure message="reached: an answer came back" />' in report


def test_verify_counts_an_expectation_that_nobody_can_answer(vethwork: Vethwork) -> None:
    """A host without any address is not silently left out."""
    text = "nodes: {a: , b: , c: }\nlinks: ['a:e -- b:e']\nexpect: [{from: a, to: c}]"
    done = vethwork("verify", "-", text=text)
    assert done.returncode == 1
    assert "missed a reaches c by ping: no address: c has no address" in done.stdout


def test_report_that_cannot_be_written_is_said_first(vethwork: Vethwork) -> None:
    """Before anything is applied."""
    done = vethwork("verify", "-", "--junit", "no/such/folder.xml", text=BRIDGE)
    assert done.returncode == 2
    assert not (vethwork.folder / "run").exists()


def test_no_colours_where_there_is_no_terminal(applied: Applied) -> None:
    """What goes into a file or a pipe is plain text."""
    for command in (["status", NAME], ["matrix", NAME], ["plan", applied.file]):
        assert "\x1b" not in applied.vethwork(*command).stdout


def test_bench_measures_and_leaves_nothing(vethwork: Vethwork) -> None:
    """Rates of our probes and of other programs, of a lab that is gone afterwards."""
    done = vethwork("bench", "matrix", "-n", "3", "--rounds", "1", "--json")
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["nodes"] == 3
    assert {"ping", "tcp", "udp"} <= said["pairs_per_s"].keys()
    assert set(said["lost"].values()) == {0}
    assert vethwork("status").stdout == "no labs on this host\n"


def test_bench_of_what_cannot_be_is_said(vethwork: Vethwork) -> None:
    """A star has no more hosts than a bridge has ports."""
    done = vethwork("bench", "matrix", "-n", "2000")
    assert done.returncode == 2
    assert done.stderr.startswith("vethwork bench: a star has at most 1023 hosts")


def test_asking_starts_nothing(vethwork: Vethwork) -> None:
    """Where no lab runs, to look takes no right and leaves no process."""
    file = vethwork.write("lab.yaml", BRIDGE)
    assert vethwork("plan", file).stdout.endswith("14 operations\n")
    assert vethwork("status").stdout == "no labs on this host\n"
    assert vethwork("destroy", "--all").returncode == 0
    for command in (["status", NAME], ["destroy", NAME], ["exec", NAME, "netns1", "--", "true"]):
        assert vethwork(*command).returncode == 2
    assert not (vethwork.folder / "run").exists()


def test_words_that_no_lab_can_be_called_by(vethwork: Vethwork) -> None:
    """Too long for a file, with a line's end, empty: no lab of that name."""
    for word in ("x" * 5000, "a\nb", " ", "/root/nothing/there", "--"):
        done = vethwork("status", word)
        assert done.returncode in {0, 2}
        assert "Traceback" not in done.stderr


def test_flap_ends_with_the_lab_as_drawn(applied: Applied) -> None:
    """It says which cable, how often and for how long."""
    flap = ("flap", NAME, "netns1:veth11", "--times", "2", "--down-ms", "20", "--up-ms", "10")
    done = applied.vethwork(*flap)
    said = "netns1:veth11 -- brx:veth13: cut 2 times for 20 ms each\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, said, "")
    assert applied.vethwork("plan", applied.file).stdout == "nothing to do: it runs as drawn\n"


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["netns1:none"], "no cable ends at netns1:none"),
        (["netns1"], "'netns1' names no interface: write the end as netns1:eth0"),
        (["netns1:veth11", "--times", "0"], "--times: "),
        (["netns1:veth11", "--down-ms", "5000", "--times", "9"], "are more than 20000 in all"),
    ],
)
def test_flap_of_what_cannot_be_is_said(applied: Applied, words: list[str], what: str) -> None:
    """Wrong input, in one line."""
    done = applied.vethwork("flap", NAME, *words)
    assert done.returncode == 2
    assert what in done.stderr
    assert done.stderr.count("\n") == 1


def test_services_are_listed_and_heard(vethwork: Vethwork) -> None:
    """A line for each, its last words, and a hint where it is not clear which is meant."""
    command = "{kind: command, command: 'echo hi; sleep 99'}"
    text = f"name: run\nnodes: {{h: {{services: [{command}, {{kind: echo}}]}}}}"
    assert vethwork("apply", vethwork.write("run.yaml", text)).returncode == 0
    assert vethwork("services", "run").stdout.splitlines() == [
        "h  command/1   running",
        "h  echo/tcp/7  running",
    ]
    told = json.loads(vethwork("services", "run", "h", "--json").stdout)
    assert [(one["service"], one["health"]) for one in told] == [
        ("command/1", "running"),
        ("echo/tcp/7", "running"),
    ]
    assert vethwork("services", "run", "h", "command/1", "--log").stdout == "hi\n"
    asked = vethwork("services", "run", "h", "--log")
    assert asked.returncode == 2
    assert "there are command/1 of h, echo/tcp/7 of h" in asked.stderr


@pytest.mark.needs("netem")
def test_link_changes_at_once_and_apply_goes_back(applied: Applied) -> None:
    """It is felt at one end only, and the file says what is drawn."""
    vethwork, end = applied.vethwork, "netns1:veth11"
    tc = ("exec", NAME, "netns1", "--", "tc", "qdisc", "show", "dev", "veth11")
    done = vethwork("link", NAME, end, "--delay-ms", "20", "--loss-percent", "1", "--one-way")
    said = f"from {end}: limit 17667 delay 20ms loss 1%; the file is as it was: apply it to go back"
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{said}\n", "")
    assert " delay 20ms loss 1%" in vethwork(*tc).stdout
    assert vethwork("apply", applied.file).stdout.startswith(f"{NAME}: 1 operation in ")


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (["netns1:none"], "no cable ends at netns1:none"),
        (["netns1:veth11", "--jitter-ms", "5"], "give delay_ms 5 or more"),
        (["netns1:veth11", "--loss-percent", "101"], "--loss-percent: "),
        (["netns1:veth11", "--rate-kbit", "fast"], "--rate-kbit: "),
    ],
)
def test_link_of_what_cannot_be_is_said(applied: Applied, words: list[str], what: str) -> None:
    """Wrong input, in one line, and nothing is done."""
    done = applied.vethwork("link", NAME, *words)
    assert done.returncode == 2
    assert what in done.stderr
    assert done.stderr.count("\n") == 1
    assert applied.vethwork("plan", applied.file).stdout == "nothing to do: it runs as drawn\n"


def test_a_link_that_is_perfect_already_is_left_alone(applied: Applied) -> None:
    """Without any number it is to be perfect."""
    done = applied.vethwork("link", NAME, "netns1:veth11")
    said = "netns1:veth11 -- brx:veth13: perfect; the file is as it was: apply it to go back\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, said, "")
