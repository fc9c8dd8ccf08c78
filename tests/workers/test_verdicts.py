"""What came back against what was expected."""

from array import array

from designer.state.axes import matrix_axes
from designer.state.lower import lower
from designer.topology.expectation import Probe
from designer.topology.outcome import Outcome
from designer.topology.topology import Topology
from workers.probes.scoreboard import MatrixResult
from workers.verdicts import count_expected, count_outcomes, judge

DRAWING = Topology.model_validate(
    {
        "nodes": {
            "h1": {"interfaces": {"eth0": {"addresses": ["10.0.0.1/24"]}}},
            "h2": {"interfaces": {"eth0": {"addresses": ["10.0.0.2/24", "10.9.0.2/24"]}}},
        },
        "links": [{"ends": ["h1:eth0", "h2:eth0"]}],
        "expect": [
            {"from": "h1", "to": "h2"},
            {"from": "h2", "to": "h1", "outcome": "blocked"},
            {"from": "h1", "to": "h2:eth0"},
            {"from": "h1", "to": "10.0.0.99", "outcome": "blocked"},
        ],
    }
)
DESIRED = lower(DRAWING)
AXES = matrix_axes(DRAWING, DESIRED)


def result(outcomes: dict[tuple[str, str], Outcome]) -> MatrixResult:
    """Return a matrix in which all is reached but what is said."""
    codes = bytes(
        outcomes.get((source.node, str(target.address)), Outcome.REACHED)
        for _ in AXES.probes
        for source in AXES.sources
        for target in AXES.targets
    )
    size = (len(AXES.sources), len(AXES.targets), len(AXES.probes))
    return MatrixResult(*size, codes, array("i", [-1]) * len(codes), cancelled=False)


def test_everything_reached_meets_what_must_be_reached_alone() -> None:
    """Reached is met where it must be, and missed where it must not."""
    verdicts = list(judge(DRAWING, AXES, result({}), DESIRED))
    assert [verdict.met for verdict in verdicts] == [True, False, True, False]
    assert count_expected(AXES, verdicts) == {"met": 2, "missed": 2, "unstated": 4}


def test_silence_has_a_reason() -> None:
    """What was blocked is met where it must be; the reason says why in words."""
    silent = {("h2", "10.0.0.1"): Outcome.TIMED_OUT, ("h1", "10.0.0.99"): Outcome.HOST_UNREACHABLE}
    verdicts = list(judge(DRAWING, AXES, result(silent), DESIRED))
    assert [verdict.met for verdict in verdicts] == [True] * 4
    assert all(verdict.reason for verdict in verdicts)
    assert verdicts[3].outcome == Outcome.HOST_UNREACHABLE


def test_one_silent_address_of_an_interface_is_a_miss() -> None:
    """An interface with two addresses is reached when both are."""
    verdicts = list(judge(DRAWING, AXES, result({("h1", "10.9.0.2"): Outcome.NO_ROUTE}), DESIRED))
    assert (verdicts[2].met, verdicts[2].outcome) == (False, Outcome.NO_ROUTE)
    assert verdicts[0].met


def test_outcomes_are_counted_by_name() -> None:
    """The counts hold every cell once."""
    counts = count_outcomes(result({("h1", "10.0.0.99"): Outcome.TIMED_OUT}))
    assert counts == {"reached": 7, "timed_out": 1}


def test_expectation_of_what_has_no_address_is_not_left_out() -> None:
    """It is missed where it must be reached; where the matrix asks something else, it is."""
    drawing = Topology.model_validate(
        {
            **DRAWING.plain(),
            "nodes": {**DRAWING.plain()["nodes"], "h3": {}},
            "expect": [
                {"from": "h1", "to": "h3"},
                {"from": "h1", "to": "h3", "outcome": "blocked"},
                {"from": "h1", "to": "h3", "probe": "tcp/80"},
            ],
        }
    )
    desired = lower(drawing)
    axes = matrix_axes(drawing, desired, [Probe("ping")])
    cells = len(axes.sources) * len(axes.targets)
    nothing = MatrixResult(len(axes.sources), len(axes.targets), 1, bytes(cells), array("i"), False)
    verdicts = list(judge(drawing, axes, nothing, desired))
    assert [(one.expect, one.met, one.outcome) for one in verdicts] == [
        (0, False, Outcome.NO_ADDRESS),
        (1, True, Outcome.NO_ADDRESS),
    ]
    assert verdicts[0].reason == "h3 has no address: give it one, or link it"
