"""Bridges as ip-link(8) makes them."""

from designer.plan.operations import CreateBridge
from designer.plan.shell.vlan import filtering_words
from designer.plan.shell.words import ip, mtu_word


def create_bridge(operation: CreateBridge) -> str:
    """Return the command that makes a bridge."""
    options = "mcast_snooping 0" + (f" {stp_words(enabled=True)}" if operation.stp else "")
    options += f" {filtering_words(operation.filtering)}" if operation.filtering else ""
    up = " up" if operation.up else ""
    born = f"{operation.interface} address {operation.mac}{mtu_word(operation.mtu)}{up}"
    return f"{ip(operation.namespace)} link add name {born} type bridge {options}"


def stp_words(*, enabled: bool) -> str:
    """Return the words that switch the spanning tree protocol."""
    return "stp_state 1 forward_delay 200" if enabled else "stp_state 0"
