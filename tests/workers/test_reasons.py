"""Why cells came back as they did."""

from array import array

from designer.state.axes import matrix_axes
from designer.state.lower import lower
from designer.topology.outcome import Outcome
from designer.topology.topology import Topology
from workers.probes.scoreboard import MatrixResult
from workers.reasons import find_reasons

DRAWING = Topology.model_validate(
    {
        "nodes": {"h1": None, "h2": None, "h3": None, "sw": "switch"},
        "links": [f"h{number}:eth0 -- sw:p{number}" for number in (1, 2, 3)],
    }
)
CUT = Topology.model_validate(
    {
        **DRAWING.plain(),
        "nodes": DRAWING.plain()["nodes"] | {"h3": {"interfaces": {"eth0": {"up": False}}}},
    }
)
AXES = matrix_axes(DRAWING, lower(DRAWING))


def result(silent: set[tuple[str, str]]) -> MatrixResult:
    """Return a matrix in which all is reached but what is said."""
    codes = bytes(
        Outcome.TIMED_OUT if (source.node, target.node) in silent else Outcome.REACHED
        for source in AXES.sources
        for target in AXES.targets
    )
    return MatrixResult(3, 3, 1, codes, array("i", [-1]) * len(codes), cancelled=False)


def test_cells_that_nobody_expects_anything_of_have_a_reason_too() -> None:
    """Each silent cell is explained from what the kernel has, each text is there once."""
    silent = {("h1", "h3"), ("h2", "h3")}
    found = find_reasons(AXES, result(silent), lower(CUT))
    cells = list(zip(*[iter(found.cells)] * 4, strict=True))
    assert [cell[:3] for cell in cells] == [(0, 2, 0), (1, 2, 0)]
    texts = list(found.texts)
    assert "h3:eth0" in texts[cells[0][3]]


def test_what_is_only_silent_has_no_reason_of_its_own() -> None:
    """Where tables and wires show no fault, the sentence of the outcome says it all."""
    assert not find_reasons(AXES, result({("h1", "h2")}), lower(DRAWING)).cells


def test_reasons_end_when_time_is_up() -> None:
    """Nobody waits long for the reasons of a matrix in which all went wrong."""
    silent = {(one.node, other.node) for one in AXES.sources for other in AXES.targets}
    assert not find_reasons(AXES, result(silent), lower(CUT), patience_s=-1).cells
