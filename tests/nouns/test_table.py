"""The page of nouns, and that none is missing from it."""

from pathlib import Path
from typing import get_args

from designer.topology.device import Device
from designer.topology.impairment import Impairment
from designer.topology.interface import Interface
from designer.topology.link import LOOKS, Link
from designer.topology.node import Node
from designer.topology.service import Service
from tests.nouns.every_noun import NOUNS
from tests.nouns.table import table

PAGE = Path(__file__).parents[2] / "docs" / "nouns.md"
KEYS = {noun.key for noun in NOUNS}


def test_page_is_made_of_the_list() -> None:
    """`python -m tests.nouns.write` writes it anew."""
    assert PAGE.read_text() == table()


def test_every_device_and_every_service_is_a_noun() -> None:
    """A kind that is new has to be shown."""
    unions = [get_args(get_args(union)[0]) for union in (Device, Service)]
    models = [model for union in unions for model in union]
    kinds = {kind for model in models for kind in get_args(model.model_fields["kind"].annotation)}
    assert {f"kind={kind}" for kind in kinds} <= KEYS


def test_every_field_is_a_noun() -> None:
    """As is every field of a node, an interface, a link and an impairment, but for a few.

    What a link looks like is for people, and reaches no kernel.
    """
    elsewhere = {
        "kind",
        "interfaces",
        "ends",
        "at",
        "up",
        "device",
        "impairment",
        "rules",
        "services",
        *LOOKS,
    }
    models = (Node, Interface, Link, Impairment)
    fields = {name for model in models for name in model.model_fields}
    assert fields - elsewhere <= KEYS | {key.partition("=")[0] for key in KEYS}


def test_names_are_each_of_one_noun() -> None:
    """So that a test can be run by its noun."""
    names = [noun.name for noun in NOUNS]
    assert len(set(names)) == len(names)
