"""What changes one document into another, as a merge patch (RFC 7396), and carrying it out."""

from collections.abc import Mapping
from typing import Any

Values = Mapping[str, Any]


def find_patch(before: Values, after: Values) -> dict[str, Any]:
    """Return what changes one mapping into another; null removes a key, a list is one value."""
    patch: dict[str, Any] = {key: None for key in before if key not in after}
    for key, value in after.items():
        if key not in before:
            patch[key] = value
        elif value != before[key]:
            both = isinstance(value, Mapping) and isinstance(before[key], Mapping)
            patch[key] = find_patch(before[key], value) if both else value
    return patch


def apply_patch(values: Values, patch: Values) -> dict[str, Any]:
    """Return the values changed."""
    changed = dict(values)
    for key, value in patch.items():
        if value is None:
            changed.pop(key, None)
        elif isinstance(value, Mapping):
            inner = changed.get(key)
            changed[key] = apply_patch(inner if isinstance(inner, Mapping) else {}, value)
        else:
            changed[key] = value
    return changed
