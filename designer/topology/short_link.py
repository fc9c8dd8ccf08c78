"""The short form of a link: `h1:eth0 10.0.0.1/24 -- sw1:p1`."""

from typing import Any

_END = r"\s*\S+:\S+(\s+\S+/\d+)*\s*"
SHORT_LINK_PATTERN = f"^{_END}--{_END}$"
"""For the JSON Schema, by which editors check; the model itself is stricter."""


def expand_short_links(document: dict[Any, Any]) -> dict[Any, Any]:
    """Return the document with every short link written out; one without any stays as it is.

    Addresses in a short link move to the interface under its node. What makes no sense is left
    for the model to refuse.
    """
    links = document.get("links")
    if not isinstance(links, list) or not any(isinstance(link, str) for link in links):
        return document
    document = {**document, "nodes": _copied_nodes(document.get("nodes"))}
    document["links"] = [_expand(link, document["nodes"]) for link in links]
    return document


def _copied_nodes(nodes: Any) -> Any:
    return dict(nodes) if isinstance(nodes, dict) else nodes


def _expand(link: Any, nodes: Any) -> Any:
    if not isinstance(link, str):
        return link
    return {"ends": [_expand_end(half.split(), nodes) for half in link.split("--")]}


def _expand_end(words: list[str], nodes: Any) -> str:
    if not words:
        return ""
    end, *addresses = words
    node, _, interface = end.partition(":")
    if addresses and isinstance(nodes, dict) and node in nodes:
        nodes[node] = _with_addresses(nodes[node], interface, addresses)
    return end if not addresses or isinstance(nodes, dict) else " ".join(words)


def _with_addresses(node: Any, interface: str, addresses: list[str]) -> Any:
    node = {"kind": node} if isinstance(node, str) else dict(node or {})
    interfaces = dict(node.get("interfaces") or {})
    said = dict(interfaces.get(interface) or {})
    said["addresses"] = [*(said.get("addresses") or []), *addresses]
    interfaces[interface] = said
    return {**node, "interfaces": interfaces}
