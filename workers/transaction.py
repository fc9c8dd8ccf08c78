"""A change of a lab: carried out as a whole and seen to be so, or taken back."""

from collections.abc import Callable
from dataclasses import dataclass

from designer.plan.diff import diff
from designer.plan.operations import Plan
from designer.plan.touched import namespaces_of
from designer.state.host_state import HostState
from designer.topology.sentence import Sentence, counted, say
from workers.errors import NotAsDrawn, WorkerError
from workers.kernel.execute import Execution
from workers.kernel.indexes import Indexes
from workers.kernel.observe import Observation
from workers.kernel.progress import Progress, unheard
from workers.kernel.settling import settle
from workers.kernel.sight import Sight
from workers.kernel.sockets import Sockets
from workers.sandbox.lab import Lab

Planned = Callable[[Plan], None]

AS_BEFORE = say("the lab is as it was before")


@dataclass(frozen=True)
class Applied:
    """What was done, and what the kernel then had: equal to what was asked for."""

    plan: Plan
    observation: Observation


class Transaction:
    """One change of a lab whose lock is held; `sight` is what is looked at of the lab."""

    def __init__(self, lab: Lab, sockets: Sockets, sight: Sight) -> None:
        self.lab = lab
        self.sockets = sockets
        self.sight = sight

    def prepare(self, desired: HostState) -> tuple[Observation, Plan]:
        """Return what is there and what is to be done, all of which has been looked at."""
        while True:
            before = self.sight.look()
            plan = diff(desired, before.state)
            if not self.sight.widen(namespaces_of(plan)):
                return before, plan

    def carry_out(
        self, desired: HostState, before: Observation, plan: Plan, progress: Progress
    ) -> Applied:
        """Do everything and look; whatever stops it, put back what was there and say so."""
        try:
            return Applied(plan, self._reach(desired, before, plan, progress))
        except BaseException as failure:
            aftermath = self._go_back(before)
            if isinstance(failure, WorkerError):
                failure.aftermath = aftermath
            raise

    def _reach(
        self, desired: HostState, before: Observation, plan: Plan, progress: Progress
    ) -> Observation:
        if not plan:
            return before
        self._execute(plan, before, progress)
        after = self.sight.look()
        if left := diff(desired, after.state):
            raise NotAsDrawn(left)
        settle(self.sockets, after.unsettled, self.lab.manifest.host_interfaces.values())
        return after

    def _execute(self, plan: Plan, seen: Observation, progress: Progress) -> None:
        indexes = Indexes(seen.indexes, seen.highest_index)
        Execution(self.lab, self.sockets, indexes).run(plan, progress)

    def _go_back(self, before: Observation) -> Sentence:
        """Make it as it was, which is a change like any other; return what came of it."""
        try:
            seen = self.sight.look()
            plan = diff(before.state, seen.state)
            if plan:
                self._execute(plan, seen, unheard)
        except (WorkerError, OSError) as failure:
            return say(
                "going back failed as well: {failure}; {left}",
                failure=failure.message if isinstance(failure, WorkerError) else failure,
                left=self._what_differs(before),
            )
        return self._what_differs(before)

    def _what_differs(self, before: Observation) -> Sentence:
        left = diff(before.state, self.sight.look().state)
        if not left:
            return AS_BEFORE
        return say(
            "the lab is not as it was before, by {steps}, first: {first}: apply again",
            steps=counted("{count} step", "{count} steps", count=len(left)),
            first=left[0],
        )
