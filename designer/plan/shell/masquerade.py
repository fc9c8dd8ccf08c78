"""Masquerade as nft(8) takes it."""

MASQUERADE_TABLE = "vethwork"
"""The nft table, of family inet, that holds the masquerade rules of a namespace."""


def masquerade_ruleset(table: str, out_interfaces: frozenset[str]) -> str:
    """Return the nft commands that make a table hold exactly these masquerade rules, at once."""
    empty = f"add table inet {table}; delete table inet {table}"
    if not out_interfaces:
        return empty
    names = ", ".join(f'"{name}"' for name in sorted(out_interfaces))
    chain = f"inet {table} postrouting"
    return "; ".join(
        (
            empty,
            f"add table inet {table}",
            f"add chain {chain} {{ type nat hook postrouting priority srcnat; }}",
            f"add rule {chain} oifname {{ {names} }} masquerade",
        )
    )
