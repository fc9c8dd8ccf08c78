"""Every request that a plan can hold: frozen values that say themselves in one line.

An operation has three readers: the kernel executes it (`workers.kernel`), the shell text writes
it (`designer.plan.shell`), and a person reads it (`str`).
"""

from designer.plan.operations.address import AddAddress, DeleteAddress
from designer.plan.operations.bridge import CreateBridge, SetStp
from designer.plan.operations.device import CreateDevice
from designer.plan.operations.forwarding import SetForwarding
from designer.plan.operations.impairment import DeleteImpairment, SetImpairment
from designer.plan.operations.interface import (
    AttachPort,
    DeleteInterface,
    DetachPort,
    SetDown,
    SetLinkLocal,
    SetMac,
    SetMtu,
    SetUp,
)
from designer.plan.operations.namespace import CreateNamespace, DeleteNamespace, SetHostname
from designer.plan.operations.neighbour import DeleteNeighbour, SetNeighbour
from designer.plan.operations.policy import AddPolicy, DeletePolicy
from designer.plan.operations.route import AddRoute, DeleteRoute
from designer.plan.operations.rule import SetRules
from designer.plan.operations.ruleset import SetRuleset
from designer.plan.operations.service import SetResolver, StartService, StopService
from designer.plan.operations.sysctl import ResetSysctl, SetSysctl
from designer.plan.operations.veth import CreateVeth, VethEnd
from designer.plan.operations.vlan import AddPortVlan, DeletePortVlan, SetFiltering

__all__ = [
    "AddAddress",
    "AddPolicy",
    "AddPortVlan",
    "AddRoute",
    "AttachPort",
    "CreateBridge",
    "CreateDevice",
    "CreateNamespace",
    "CreateVeth",
    "DeleteAddress",
    "DeleteImpairment",
    "DeleteInterface",
    "DeleteNamespace",
    "DeleteNeighbour",
    "DeletePolicy",
    "DeletePortVlan",
    "DeleteRoute",
    "DetachPort",
    "Operation",
    "Plan",
    "ResetSysctl",
    "SetDown",
    "SetFiltering",
    "SetForwarding",
    "SetHostname",
    "SetImpairment",
    "SetLinkLocal",
    "SetMac",
    "SetMtu",
    "SetNeighbour",
    "SetResolver",
    "SetRules",
    "SetRuleset",
    "SetStp",
    "SetSysctl",
    "SetUp",
    "StartService",
    "StopService",
    "VethEnd",
]

Operation = (
    CreateNamespace
    | DeleteNamespace
    | SetHostname
    | CreateBridge
    | CreateVeth
    | CreateDevice
    | DeleteInterface
    | SetLinkLocal
    | SetMac
    | SetMtu
    | SetStp
    | SetFiltering
    | AttachPort
    | DetachPort
    | AddPortVlan
    | DeletePortVlan
    | SetImpairment
    | DeleteImpairment
    | SetUp
    | SetDown
    | AddAddress
    | DeleteAddress
    | AddRoute
    | DeleteRoute
    | AddPolicy
    | DeletePolicy
    | SetNeighbour
    | DeleteNeighbour
    | SetSysctl
    | ResetSysctl
    | SetForwarding
    | SetRules
    | SetRuleset
    | SetResolver
    | StartService
    | StopService
)

Plan = tuple[Operation, ...]
