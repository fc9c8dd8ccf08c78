"""Our own formats: what is written reads as the same drawing."""

import pytest

from designer.exporters import EXPORTERS
from designer.gallery import GALLERY, Entry
from designer.topology.document import read_text
from designer.topology.topology import Topology

every_lab = pytest.mark.parametrize("entry", GALLERY.values(), ids=list(GALLERY))


@every_lab
@pytest.mark.parametrize("name", ["yaml", "json"])
def test_loses_nothing(name: str, entry: Entry) -> None:
    """The file reads as the drawing that was exported."""
    made = EXPORTERS[name].export(entry.topology)
    assert made.losses == ()
    assert read_text(made.text).topology == entry.topology


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("two hosts, one switch", "two-hosts-one-switch"),
        ("../../etc/passwd", "etc-passwd"),
        ("Übung 3: Größe", "bung-3-gr-e"),
        ("***", "lab"),
        ("x" * 100, "x" * 60),
    ],
)
@pytest.mark.parametrize("exporter", EXPORTERS.values(), ids=list(EXPORTERS))
def test_file_name_is_taken_everywhere(exporter: object, name: str, stem: str) -> None:
    """The lab's name becomes a file name of letters, digits and dashes."""
    made = exporter.export(Topology(name=name))  # type: ignore[attr-defined]
    assert made.filename.split(".")[0] == stem


def test_labels_are_distinct() -> None:
    """A person tells the formats apart by their labels."""
    labels = [exporter.LABEL for exporter in EXPORTERS.values()]
    assert len(set(labels)) == len(labels)


@every_lab
@pytest.mark.parametrize("exporter", EXPORTERS.values(), ids=list(EXPORTERS))
def test_losses_are_sentences(exporter: object, entry: Entry) -> None:
    """What a format cannot hold is told in sentences that name the thing."""
    for loss in exporter.export(entry.topology).losses:  # type: ignore[attr-defined]
        assert loss[0].isupper() or loss[0].isdigit()
        assert "\n" not in loss
