"""The API's description of itself, from which the browser side's types are made."""

import json
from io import StringIO
from typing import Any, get_args

import jsonschema
import pytest
from django.core.management import call_command
from django.test import Client

from designer.messages import RunEvent
from designer.topology.topology import topology_json_schema
from tests.web.client import PAIR


@pytest.fixture
def description() -> dict[str, Any]:
    """Give the description as the command prints it."""
    printed = StringIO()
    call_command("export_openapi_schema", stdout=printed)
    return dict(json.loads(printed.getvalue()))


def test_every_endpoint_is_described(description: dict[str, Any]) -> None:
    """Each endpoint has a sentence, a short name of its own, and the one form of refusals."""
    endpoints = [one for methods in description["paths"].values() for one in methods.values()]
    assert all(one["description"] for one in endpoints)
    names = [one["operationId"] for one in endpoints]
    assert len(set(names)) == len(names)
    assert all("default" in one["responses"] for one in endpoints)


def test_events_are_described(description: dict[str, Any]) -> None:
    """What the socket sends stands in the description, for it is what its REST twin answers."""
    union, _ = get_args(RunEvent)
    events = {model.__name__ for model in get_args(union)}
    assert len(events) > 8
    assert events <= set(description["components"]["schemas"])


def test_every_reference_leads_somewhere(description: dict[str, Any]) -> None:
    """No type that is named is missing."""
    schemas = description["components"]["schemas"]
    text = json.dumps(description)
    named = {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}
    assert named <= set(schemas)


def test_drawings_schema_is_public() -> None:
    """The JSON Schema of a drawing needs no session, and takes a drawing."""
    answer = Client().get("/api/topology.schema.json")
    assert answer.json() == json.loads(json.dumps(topology_json_schema()))
    jsonschema.validate(PAIR, answer.json())
