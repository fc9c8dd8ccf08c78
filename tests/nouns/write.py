"""Writes docs/nouns.md."""

from tests.nouns.table import table
from tests.nouns.test_table import PAGE

PAGE.write_text(table())
