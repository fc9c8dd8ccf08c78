"""The JSON Schema, by which editors complete and check while somebody types."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from designer.gallery import GALLERY, Entry
from designer.topology.topology import Topology, topology_json_schema
from designer.topology.yaml_text import load_yaml
from tests.strategies.drawings import topologies

VALIDATOR = jsonschema.Draft202012Validator(topology_json_schema())
PUBLISHED = Path(__file__).parents[2] / "docs" / "topology.schema.json"


def is_valid(document: Any) -> bool:
    """Tell whether an editor would find nothing."""
    return bool(VALIDATOR.is_valid(document))


def test_is_a_schema() -> None:
    """Draft 2020-12 takes it."""
    jsonschema.Draft202012Validator.check_schema(topology_json_schema())


def test_published_schema_is_the_models() -> None:
    """To make it anew: vethwork schema > docs/topology.schema.json."""
    assert json.loads(PUBLISHED.read_text()) == topology_json_schema()


@given(topologies)
def test_takes_what_the_model_takes(topology: Topology) -> None:
    """No drawing that we write is marked as wrong."""
    VALIDATOR.validate(topology.plain())
    VALIDATOR.validate(topology.complete())


@pytest.mark.parametrize("entry", GALLERY.values(), ids=list(GALLERY))
def test_takes_the_gallery(entry: Entry) -> None:
    """Nor is any file of the gallery."""
    VALIDATOR.validate(load_yaml(entry.text))


@pytest.mark.parametrize(
    "text",
    [
        "nodes: {a: host, b: , s: {kind: switch}}",
        "links: ['a:e 10.0.0.1/24 fd00::1/64 -- s:p']",
        "nodes: {a: {routes: [{destination: default, gateway: 10.0.0.1}]}}",
    ],
)
def test_takes_the_short_forms(text: str) -> None:
    """What people may write is not marked as wrong."""
    assert is_valid(load_yaml(text))


@pytest.mark.parametrize(
    "text",
    [
        "colour: red",
        "nodes: {a: {colour: red}}",
        "nodes: {A: host}",
        "nodes: {a: {interfaces: {a/b: {}}}}",
        "nodes: {a: printer}",
        "links: ['a -- b']",
        "links: [{ends: [a:e]}]",
        "expect: [{from: a}]",
        "expect: [{from: a, to: b, probe: http}]",
        "layout: {a: [1]}",
        "version: vethwork/v2",
    ],
)
def test_marks_what_is_wrong(text: str) -> None:
    """A mistake shows before anything is sent."""
    assert not is_valid(load_yaml(text))
