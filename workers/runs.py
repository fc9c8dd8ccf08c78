"""The kinds of run, each told in events while it is done; every one returns its summary."""

import time
from collections.abc import Callable, Collection, Iterable, Mapping

from designer.messages import (
    LinkStates,
    MatrixFinished,
    MatrixStarted,
    NodeStates,
    Note,
    Planned,
    Progress,
    Reasons,
    RulesCounted,
    RunKind,
    RunRequest,
    Target,
    Telling,
)
from designer.plan.diff import diff
from designer.plan.element import element_of, link_numbers
from designer.plan.operations import Plan
from designer.state.axes import Axes
from designer.state.host_state import HostState
from designer.state.outside import outside_name
from designer.topology.sentence import Sentence, counted, say, told
from designer.topology.topology import Topology
from workers import engine
from workers.capabilities import require_able
from workers.errors import NoSuchCable, WorkerError
from workers.events import Publisher
from workers.flap import flap_cable
from workers.matrix import LabMatrix, MatrixOrder, probe_lab
from workers.reading import Reading, Readings
from workers.reasons import find_reasons
from workers.rules import count_rules, told_count
from workers.sandbox.host import here
from workers.states import link_states, node_states
from workers.told import told_operation
from workers.verdicts import count_expected, count_outcomes, judge

PLANNED_MAX = 2000


class Changed(WorkerError):
    """The lab was changed while something else was done with it."""


class Context:
    """A run that is under way, and whom it tells."""

    def __init__(  # noqa: PLR0913, PLR0917 - each is known at another place
        self,
        request: RunRequest,
        reading: Reading,
        readings: Readings,
        publisher: Publisher,
        patience_s: float,
        superseded: Callable[[], bool],
    ) -> None:
        self.request = request
        self.reading = reading
        self.readings = readings
        self.topology: Topology = request.topology
        self.publisher = publisher
        self.publish = publisher.publish
        self.patience_s = patience_s
        self.superseded = superseded

    @property
    def desired(self) -> HostState:
        """What the kernel should have."""
        return self.reading.state

    def known(self, document: str) -> HostState | None:
        """Return what the lab's last document asks for, where only what differs is to be done."""
        is_part = self.request.live or self.request.nodes is not None
        return self.readings.state_of(self.request.lab, document) if is_part else None

    def say_what_differs(self) -> None:
        """Say where it is not run quite as drawn."""
        moved = [n for n, node in self.topology.nodes.items() if node.at == "host-namespace"]
        if moved and not here().allows_host_namespace:
            text = say(
                "{nodes}: this installation keeps labs out of the host's own namespace, so"
                " a gateway namespace of the lab's own takes the host's place",
                nodes=", ".join(moved),
            )
            self.publish(Note, text=text, **told(text))

    def tell_plan(self, plan: Plan) -> None:
        """Say what will be done."""
        links = link_numbers(self.topology)
        operations = tuple(
            told_operation(operation, element_of(operation, self.topology, links))
            for operation in plan[:PLANNED_MAX]
        )
        self.publish(Planned, operations=operations, total=len(plan))

    def tell_progress(self, done: int, total: int, text: str) -> None:
        """Say how far it is."""
        self.publish(Progress, done=done, total=total, text=text, **told(text))

    def tell_states(self, observed: HostState, left: Plan) -> None:
        """Say what is there of the drawing."""
        self.publish(NodeStates, states=node_states(self.topology, observed, left))
        self.publish(LinkStates, states=link_states(self.topology, observed))


def plan_lab(context: Context) -> Sentence:
    """Say what an apply would do now, and do nothing."""
    require_able(context.topology)
    context.say_what_differs()
    observed = engine.observe_lab(context.request.lab).state
    plan = diff(context.desired, observed)
    context.tell_plan(plan)
    context.tell_states(observed, plan)
    if not plan:
        return say("nothing to do: it runs as drawn")
    return say("{operations} to do", operations=_count(plan))


def tell_what_is_there(context: Context) -> None:
    """Say what there is of a lab after something was refused."""
    observed = engine.observe_lab(context.request.lab).state
    context.tell_states(observed, diff(context.desired, observed))


def apply_lab(context: Context) -> Sentence:
    """Make the kernel equal the drawing."""
    began = time.monotonic()
    request = context.request
    require_able(context.topology)
    context.say_what_differs()
    applied = engine.apply(
        request.lab,
        context.desired,
        title=request.topology.name,
        generation=request.generation,
        document=context.reading.text,
        planned=context.tell_plan,
        progress=context.tell_progress,
        patience_s=context.patience_s,
        known=context.known,
        also=_namespaces(request.nodes or ()),
    )
    context.tell_states(applied.observation.state, ())
    if not applied.plan:
        return say("nothing to do: it ran as drawn")
    return say(
        "{operations} done in {duration}",
        operations=_count(applied.plan),
        duration=_duration(began),
    )


def _namespaces(nodes: Collection[str]) -> frozenset[str]:
    return frozenset(nodes) | {outside_name(node) for node in nodes}


def destroy_lab(context: Context) -> Sentence:
    """Remove everything of the lab from this host."""
    began = time.monotonic()
    request = context.request
    was_there = engine.destroy_lab(
        request.lab, generation=request.generation, patience_s=context.patience_s
    )
    context.tell_states(HostState(), ())
    return (
        say("removed in {duration}", duration=_duration(began))
        if was_there
        else say("nothing to remove: it did not run")
    )


def flap_link(context: Context) -> Sentence:
    """Cut and mend a cable of the lab as it runs."""
    request = context.request
    if request.link >= len(context.topology.links):
        raise NoSuchCable(say("the drawing has no such link: name another"))
    end, flap = context.topology.links[request.link].ends[0], request.flap
    link = flap_cable(
        request.lab,
        end,
        flap,
        told=lambda done, text: context.tell_progress(done, 2 * flap.times, text),
        cancelled=context.superseded,
        patience_s=context.patience_s,
    )
    if context.superseded():
        raise Changed(say("the lab was changed while the link flapped: it is as drawn"))
    cable = " -- ".join(map(str, link.ends))
    return counted(
        "{cable} was cut once for {down_ms} ms",
        "{cable} was cut {count} times for {down_ms} ms each",
        count=flap.times,
        cable=cable,
        down_ms=flap.down_ms,
    )


def probe_all(context: Context) -> Sentence:
    """Ask who reaches whom, and hold it against what is expected."""
    request = context.request
    order = MatrixOrder(request.probes, request.nodes, request.seed_neighbours, request.timeout_ms)
    matrix = probe_lab(
        request.lab,
        context.topology,
        order,
        begun=lambda axes: context.publish(MatrixStarted, **_describe(axes)),
        publish_cells=context.publisher.publish_cells,
        cancelled=context.superseded,
    )
    if matrix.result.cancelled:
        raise Changed(say("the lab was changed while it was probed: probe it again"))
    return _judge(context, matrix)


def count_all(context: Context) -> Sentence:
    """Tell what the rules have matched, those of the nodes asked for or of all that have some."""
    request = context.request
    wanted = context.desired.namespaces
    nodes = [name for name in context.topology.nodes if name in wanted and wanted[name].rules]
    if request.nodes is not None:
        nodes = [name for name in request.nodes if name in wanted]
    found = count_rules(request.lab, nodes)
    rules = tuple(
        told_count(node, rule, count) for node, one in found.items() for rule, count in one.rules
    )
    changed = tuple(node for node, one in found.items() if one.table.foreign)
    context.publish(RulesCounted, rules=rules[:PLANNED_MAX], changed=changed)
    return say(
        "{rules} of {nodes}",
        rules=counted("{count} rule", "{count} rules", count=len(rules)),
        nodes=counted("{count} node", "{count} nodes", count=len(found)),
    )


def _describe(axes: Axes) -> dict[str, object]:
    return {
        "sources": tuple(source.node for source in axes.sources),
        "targets": tuple(
            Target(node=one.node, interface=one.interface, address=str(one.address))
            for one in axes.targets
        ),
        "probes": tuple(str(probe) for probe in axes.probes),
    }


def _judge(context: Context, matrix: LabMatrix) -> Sentence:
    reasons = find_reasons(matrix.axes, matrix.result, matrix.observed)
    if reasons.cells:
        texts = tuple(reasons.texts)
        context.publish(Reasons, texts=texts, told=_told(texts), cells=tuple(reasons.cells))
    verdicts = list(judge(context.topology, matrix.axes, matrix.result, matrix.observed))
    counts = count_outcomes(matrix.result)
    expected = count_expected(matrix.axes, verdicts)
    context.publish(MatrixFinished, counts=counts, expected=expected, verdicts=tuple(verdicts))
    cells = counted(
        "{reached} of {count} cell reached",
        "{reached} of {count} cells reached",
        count=sum(counts.values()),
        reached=counts.get("reached", 0),
    )
    if not verdicts:
        return cells
    return counted(
        "{met} of {count} expectation met, {cells}",
        "{met} of {count} expectations met, {cells}",
        count=len(verdicts),
        met=expected["met"],
        cells=cells,
    )


def _told(texts: Iterable[str]) -> tuple[Telling, ...]:
    return tuple(Telling(**told(text)) for text in texts)


def _count(plan: Plan) -> Sentence:
    return counted("{count} operation", "{count} operations", count=len(plan))


def _duration(began_s: float) -> Sentence:
    return say("{took_s} s", took_s=round(time.monotonic() - began_s, 2))


KINDS: Mapping[RunKind, Callable[[Context], Sentence]] = {
    "plan": plan_lab,
    "apply": apply_lab,
    "destroy": destroy_lab,
    "matrix": probe_all,
    "flap": flap_link,
    "rules": count_all,
}
