"""Carrying out what a plan says about raw rulesets."""

from collections.abc import Iterable
from errno import EINVAL

from designer.plan.operations import Operation, SetRuleset
from designer.topology.sentence import say
from workers.errors import KernelRefused, RulesetRefused
from workers.kernel.ruleset import Tried, remove_others, set_ruleset, try_ruleset
from workers.sandbox.lab import Lab
from workers.sandbox.rulesets import NOT_RECORDED, Recorded, record_rulesets
from workers.sandbox.standing import standing_in


def try_rulesets(plan: Iterable[Operation]) -> None:
    """Refuse a plan with a wrong text before anything of it is done."""
    for one in plan:
        if isinstance(one, SetRuleset) and one.text:
            _refuse(one, try_ruleset(one.text))


def set_rulesets(lab: Lab, operations: Iterable[SetRuleset]) -> None:
    """Each is written down at once: what is not is nobody's, and set anew."""
    for one in operations:
        recorded = _set(lab, one) if one.text else _remove(lab, one)
        record_rulesets(lab.folder, {one.namespace: recorded})


def _set(lab: Lab, operation: SetRuleset) -> Recorded:
    namespace = lab.namespaces[operation.namespace]
    done = set_ruleset(lab.user_namespace(), namespace, operation.text)
    _refuse(operation, done)
    return Recorded(operation.text, done.digest)


def _remove(lab: Lab, operation: SetRuleset) -> Recorded:
    try:
        standing_in(lab.namespaces[operation.namespace], remove_others)
    except OSError as error:
        advice = say("somebody is using these tables: apply again")
        raise KernelRefused(operation, error.errno or EINVAL, advice) from error
    return NOT_RECORDED


def _refuse(operation: SetRuleset, tried: Tried) -> None:
    if tried.wrong:
        raise RulesetRefused(operation, tried.wrong, tried.line)
