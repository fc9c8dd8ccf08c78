"""Request bodies: JSON with each key once, or a YAML file as it is."""

import json
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from ninja.parser import Parser

from designer.errors import InvalidRequest
from designer.topology.sentence import say

YAML_TYPES = {"application/yaml", "application/x-yaml", "text/yaml"}


class BodyParser(Parser):
    """Read JSON defensively; a YAML body stands for `{"yaml": …, "revision": If-Match}`."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        """Return the values that the endpoint's schema then checks."""
        if request.content_type in YAML_TYPES:
            return _read_yaml(request)
        if request.content_type != "application/json":
            raise InvalidRequest(
                say(
                    "{content_type}: send application/json", content_type=repr(request.content_type)
                )
            )
        return _read_json(request.body)


def _read_json(body: bytes) -> dict[str, Any]:
    try:
        values = json.loads(body, object_pairs_hook=_unique, parse_constant=_refuse)
    except RecursionError:
        raise InvalidRequest(say("the JSON is nested too deep: flatten it")) from None
    except ValueError as error:
        raise InvalidRequest(say("this is no JSON: {error}", error=error)) from None
    if not isinstance(values, dict):
        raise InvalidRequest(say("send a JSON object"))
    return values


def _unique(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a key that is there twice, of which one would silently be lost."""
    values = dict(pairs)
    if len(values) < len(pairs):
        names = [name for name, _ in pairs]
        double = next(name for name in values if names.count(name) > 1)
        raise ValueError(f"{double!r} is there twice: keep one of them")
    return values


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON")


def _read_yaml(request: HttpRequest) -> dict[str, Any]:
    try:
        values: dict[str, Any] = {"yaml": request.body.decode()}
    except UnicodeDecodeError as error:
        raise InvalidRequest(say("the YAML is no UTF-8: {error}", error=error)) from None
    match = request.headers.get("If-Match", "").removeprefix("W/").strip('"')
    if match:
        values["revision"] = match
    return values
