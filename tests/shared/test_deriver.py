"""Who asks for a drawing to be derived gets the answer to that, whatever others do meanwhile."""

import asyncio
import sys
from collections.abc import Iterator
from uuid import UUID

import pytest

from designer.consumers.deriver import CannotDerive, Deriver, IsGone

ONE, OTHER, GONE, BROKEN = (UUID(int=number) for number in (1, 2, 3, 4))

ECHO = f"""
import json, sys, time
for line in sys.stdin:
    time.sleep(0.2)
    lab = line.strip()
    answer = {{"{GONE}": {{"is_gone": True}}, "{BROKEN}": {{"failed": "no disk"}}}}
    print(json.dumps(answer.get(lab, {{"told": lab}})), flush=True)
"""
"""A process that is asked as the real one is, and says for which lab it was asked."""


@pytest.fixture
def deriver() -> Iterator[Deriver]:
    """Give one whose process answers slowly."""
    made = Deriver((sys.executable, "-c", ECHO))
    made.start()
    yield made
    assert made._process is not None
    made._process.kill()
    made._process.wait()


async def test_each_gets_its_own_answer(deriver: Deriver) -> None:
    """Also where they ask at the same time."""
    answers = await asyncio.gather(deriver.check(ONE), deriver.check(OTHER), deriver.check(ONE))
    assert answers == [str(ONE), str(OTHER), str(ONE)]


async def test_whoever_leaves_in_the_middle_leaves_no_answer_for_others(deriver: Deriver) -> None:
    """What is said of one lab is never told to people in another."""
    leaving = asyncio.create_task(deriver.check(ONE))
    await asyncio.sleep(0.05)
    leaving.cancel()
    assert await deriver.check(OTHER) == str(OTHER)


async def test_what_cannot_be_told_is_said(deriver: Deriver) -> None:
    """A lab that is gone is another matter than a database that does not answer."""
    with pytest.raises(IsGone):
        await deriver.check(GONE)
    with pytest.raises(CannotDerive, match="no disk"):
        await deriver.check(BROKEN)


async def test_a_lost_process_is_replaced(deriver: Deriver) -> None:
    """The question that it was lost over fails, and the next one is answered."""
    assert deriver._process is not None
    asked = asyncio.create_task(deriver.check(ONE))
    await asyncio.sleep(0.05)
    deriver._process.kill()
    with pytest.raises(CannotDerive, match="process ended"):
        await asked
    assert await deriver.check(OTHER) == str(OTHER)
