"""Messages about impairments: netem at the root of an interface."""

from pyroute2.netlink import NLM_F_CREATE, NLM_F_REPLACE, NLM_F_REQUEST
from pyroute2.netlink.rtnl import RTM_DELQDISC, RTM_NEWQDISC, TC_H_ROOT
from pyroute2.netlink.rtnl.tcmsg import tcmsg
from pyroute2.netlink.rtnl.tcmsg.sched_netem import options

from designer.plan.operations import Operation, SetImpairment
from workers.kernel.indexes import Indexes
from workers.kernel.outbox import Outbox
from workers.kernel.shape import Shape, filled, long_number, number

INDEX, LIMIT, LOSS, DUPLICATE, GAP, REORDER, CORRUPT = map(number, range(1, 8))
DELAY, JITTER, RATE = map(long_number, range(1, 4))


class Netem(options):  # type: ignore[misc]
    """The options of netem, with the numbers of 64 bits that pyroute2 does not know.

    pyroute2 notes on a class that it has numbered its attributes, and a class made of such a one
    would inherit the note.
    """

    _nlmsg_base__compiled_nla = False
    nla_map = (
        *options.nla_map,
        ("TCA_NETEM_ECN", "uint32"),
        ("TCA_NETEM_RATE64", "uint64"),
        ("TCA_NETEM_PAD", "none"),
        ("TCA_NETEM_LATENCY64", "int64"),
        ("TCA_NETEM_JITTER64", "int64"),
    )


class Message(tcmsg):  # type: ignore[misc]
    """A message about a queueing discipline that is always netem."""

    _nlmsg_base__compiled_nla = False
    nla_map = tuple(
        (name, "Netem" if name == "TCA_OPTIONS" else kind) for name, kind in tcmsg.nla_map
    )
    Netem = Netem


def _setting() -> Shape:
    """Every value is said, as the kernel keeps those that are not."""
    said = {
        "delay": 0,
        "limit": LIMIT.value,
        "loss": LOSS.value,
        "gap": GAP.value,
        "duplicate": DUPLICATE.value,
        "jitter": 0,
        "attrs": [
            ("TCA_NETEM_CORR", {"delay_corr": 0, "loss_corr": 0, "dup_corr": 0}),
            ("TCA_NETEM_REORDER", {"prob_reorder": REORDER.value, "corr_reorder": 0}),
            ("TCA_NETEM_CORRUPT", {"prob_corrupt": CORRUPT.value, "corr_corrupt": 0}),
            ("TCA_NETEM_RATE", {"rate": 0}),
            ("TCA_NETEM_RATE64", RATE.value),
            ("TCA_NETEM_LATENCY64", DELAY.value),
            ("TCA_NETEM_JITTER64", JITTER.value),
        ],
    }
    fields = {"index": INDEX.value, "parent": TC_H_ROOT}
    message = filled(Message(), fields, [("TCA_KIND", "netem"), ("TCA_OPTIONS", said)])
    markers = (INDEX, LIMIT, DELAY, JITTER, LOSS, DUPLICATE, REORDER, CORRUPT, RATE, GAP)
    flags = NLM_F_REQUEST | NLM_F_CREATE | NLM_F_REPLACE
    return Shape(message, RTM_NEWQDISC, flags, *markers)


def _deletion() -> Shape:
    fields = {"index": INDEX.value, "parent": TC_H_ROOT}
    return Shape(filled(tcmsg(), fields, []), RTM_DELQDISC, NLM_F_REQUEST, INDEX)


SETTING, DELETION = _setting(), _deletion()


def set_impairment(outbox: Outbox[Operation], indexes: Indexes, operation: SetImpairment) -> None:
    """Ask for the whole of it in one message, so that nobody sees half a change."""
    netem = operation.netem
    outbox.add(
        operation.namespace,
        operation,
        SETTING,
        indexes.of(operation.namespace, operation.interface),
        netem.limit_packets,
        netem.delay_ns,
        netem.jitter_ns,
        netem.loss,
        netem.duplicate,
        netem.reorder,
        netem.corrupt,
        netem.rate_bytes_s,
        1 if netem.reorder else 0,
    )
