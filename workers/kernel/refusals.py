"""What to tell a person whose operation the kernel refused."""

from collections.abc import Iterable
from errno import (
    EADDRNOTAVAIL,
    EBUSY,
    EEXIST,
    EHOSTUNREACH,
    EINVAL,
    ELOOP,
    ENETDOWN,
    ENETUNREACH,
    ENODEV,
    ENOENT,
    ENOMEM,
    ENOSPC,
    EOPNOTSUPP,
    EPERM,
    ESRCH,
    EXFULL,
)

from designer.plan.operations import (
    AddAddress,
    AddPolicy,
    AddRoute,
    AttachPort,
    CreateBridge,
    CreateDevice,
    CreateVeth,
    DeleteAddress,
    DeleteImpairment,
    DeleteInterface,
    DeleteNeighbour,
    DeletePolicy,
    DeleteRoute,
    Operation,
    SetImpairment,
    SetMac,
    SetMtu,
    SetNeighbour,
    SetSysctl,
)
from designer.topology.sentence import Sentence, say
from workers.errors import KernelRefused
from workers.kernel.outbox import Refused

ALREADY_DONE: dict[type[Operation], frozenset[int]] = {
    DeleteInterface: frozenset({ENODEV}),
    DeleteImpairment: frozenset({ENODEV, ENOENT}),
    DeleteAddress: frozenset({ENODEV, EADDRNOTAVAIL}),
    DeleteRoute: frozenset({ENODEV, ESRCH}),
    DeletePolicy: frozenset({ENOENT}),
    DeleteNeighbour: frozenset({ENODEV, ENOENT}),
    AddPolicy: frozenset({EEXIST}),
}
"""What the kernel says when a thing went or came by itself, or somebody was faster."""

_NO_GATEWAY = say("the gateway is on no network of this node: give the route another gateway")
_ADVICE: dict[tuple[type[Operation], int], Sentence] = {
    (CreateBridge, EEXIST): say("an interface of that name is there: name the switch differently"),
    (CreateVeth, EEXIST): say("an interface of that name is there: name the interface differently"),
    (CreateDevice, EEXIST): say(
        "an interface of that name, or one just like it, is there: change one"
    ),
    (CreateDevice, EBUSY): say("the interface it stands on is a port or a member: name another"),
    (CreateDevice, EINVAL): say("it cannot stand on that interface, or not with this MTU"),
    (AttachPort, EBUSY): say(
        "it belongs to something else already, or carries a macvlan: detach it"
    ),
    (AttachPort, ELOOP): say("it would be a part of itself: attach it to something else"),
    (CreateVeth, EXFULL): say("a bridge has at most 1023 ports: use a second switch"),
    (AttachPort, EXFULL): say("a bridge has at most 1023 ports: use a second switch"),
    (AddAddress, EINVAL): say("an interface cannot have this address: choose another"),
    (AddRoute, ENETUNREACH): _NO_GATEWAY,
    (AddRoute, EHOSTUNREACH): _NO_GATEWAY,
    (AddRoute, EINVAL): say("the destination or the gateway cannot be used in a route"),
    (AddRoute, ENETDOWN): say("the interface is down: set it up, or leave the route out"),
    (
        SetImpairment,
        ENOENT,
    ): say("this kernel has no netem: load sch_netem, or take the impairment away"),
    (SetNeighbour, EINVAL): say(
        "the interface cannot have such a neighbour: give it an address there"
    ),
    (SetSysctl, ENOENT): say("this kernel has no such setting: leave it out"),
    (SetSysctl, EINVAL): say("this kernel does not take the value: choose another"),
    (SetMac, EADDRNOTAVAIL): say(
        "this is a multicast address: choose one with an even first octet"
    ),
    (CreateVeth, EADDRNOTAVAIL): say("a MAC address of it is a multicast one: choose another"),
    (SetMtu, EINVAL): say("the interface cannot have this MTU: choose one of 68 to 65535"),
    (CreateVeth, EINVAL): say("an MTU of it is out of range: choose one of 68 to 65535"),
}
_GENERAL = {
    ENODEV: say("the interface has gone meanwhile: apply again"),
    EPERM: say("this process has no right to do it: see `vethwork doctor`"),
    ENOMEM: say("the kernel has no memory left: destroy labs or make this one smaller"),
    ENOSPC: say("a limit of this host is reached: see `vethwork doctor`"),
    EOPNOTSUPP: say("this kernel cannot do it: see `vethwork doctor`"),
}
OTHERWISE = say("apply again; if it stays, see `vethwork doctor`")


def is_done(refused: Refused[Operation]) -> bool:
    """Tell whether a refusal means that there is nothing left to do."""
    return refused.errno in ALREADY_DONE.get(type(refused.cause), frozenset())


def refusal(operation: Operation, errno: int) -> KernelRefused:
    """Return the refusal with what to do about it."""
    advice = _ADVICE.get((type(operation), errno)) or _GENERAL.get(errno, OTHERWISE)
    return KernelRefused(operation, errno, advice)


def check(refusals: Iterable[Refused[Operation]]) -> None:
    """Raise the first refusal that matters, after all has been sent."""
    serious = [one for one in refusals if not is_done(one)]
    if serious:
        raise refusal(serious[0].cause, serious[0].errno)
