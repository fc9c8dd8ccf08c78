"""How a plan is cut into stages: what may be sent for all namespaces together.

Within a stage a namespace's own requests keep their order; between namespaces only stages do.
"""

from collections.abc import Iterator
from enum import Enum
from itertools import groupby

from designer.plan.operations import (
    AddAddress,
    AddPolicy,
    AddPortVlan,
    AddRoute,
    AttachPort,
    CreateBridge,
    CreateDevice,
    CreateNamespace,
    CreateVeth,
    DeleteAddress,
    DeleteImpairment,
    DeleteInterface,
    DeleteNamespace,
    DeleteNeighbour,
    DeletePolicy,
    DeletePortVlan,
    DeleteRoute,
    DetachPort,
    Operation,
    Plan,
    ResetSysctl,
    SetDown,
    SetFiltering,
    SetForwarding,
    SetHostname,
    SetImpairment,
    SetLinkLocal,
    SetMac,
    SetMtu,
    SetNeighbour,
    SetResolver,
    SetRules,
    SetRuleset,
    SetStp,
    SetSysctl,
    SetUp,
    StartService,
    StopService,
)


class Stage(Enum):
    """What is done together."""

    STOP_SERVICES = "stop services"
    FORGET = "delete routes and addresses"
    DELETE_LINKS = "delete interfaces"
    DELETE_NAMESPACES = "delete namespaces"
    CREATE_NAMESPACES = "create namespaces"
    RENAME = "name hosts"
    RULES = "set rules"
    RULESETS = "set rulesets"
    CREATE_LINKS = "create bridges and cables"
    CREATE_DEVICES = "create devices"
    SET_UP = "set up interfaces, addresses and routes"
    RESOLVERS = "say whom nodes ask for names"
    START_SERVICES = "start services"
    SYSCTLS = "settings of the kernel"


STAGES: dict[type[Operation], Stage] = {
    StopService: Stage.STOP_SERVICES,
    DeleteRoute: Stage.FORGET,
    DeleteAddress: Stage.FORGET,
    DeleteInterface: Stage.DELETE_LINKS,
    DeleteNamespace: Stage.DELETE_NAMESPACES,
    CreateNamespace: Stage.CREATE_NAMESPACES,
    SetHostname: Stage.RENAME,
    SetRules: Stage.RULES,
    SetRuleset: Stage.RULESETS,
    CreateBridge: Stage.CREATE_LINKS,
    CreateVeth: Stage.CREATE_LINKS,
    CreateDevice: Stage.CREATE_DEVICES,
    DetachPort: Stage.SET_UP,
    SetDown: Stage.SET_UP,
    SetLinkLocal: Stage.SET_UP,
    SetMac: Stage.SET_UP,
    SetMtu: Stage.SET_UP,
    SetStp: Stage.SET_UP,
    SetFiltering: Stage.SET_UP,
    SetImpairment: Stage.SET_UP,
    DeleteImpairment: Stage.SET_UP,
    AttachPort: Stage.SET_UP,
    DeletePortVlan: Stage.SET_UP,
    AddPortVlan: Stage.SET_UP,
    SetUp: Stage.SET_UP,
    AddAddress: Stage.SET_UP,
    SetForwarding: Stage.SET_UP,
    AddRoute: Stage.SET_UP,
    AddPolicy: Stage.SET_UP,
    DeletePolicy: Stage.SET_UP,
    SetResolver: Stage.RESOLVERS,
    StartService: Stage.START_SERVICES,
    ResetSysctl: Stage.SYSCTLS,
    SetSysctl: Stage.SYSCTLS,
    SetNeighbour: Stage.SET_UP,
    DeleteNeighbour: Stage.SET_UP,
}


def stages(plan: Plan) -> Iterator[tuple[Stage, list[Operation]]]:
    """Yield the stages of a plan, in its order."""
    for stage, operations in groupby(plan, key=lambda operation: STAGES[type(operation)]):
        yield stage, list(operations)
