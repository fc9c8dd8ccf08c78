"""Telling of a lab's drift in its Redis stream: numbered, and only what is new."""

import time
from typing import Any

from designer.messages import LAB_EVENT, Drifted, DriftItem, LabEvent
from designer.plan.drift import Difference
from designer.plan.element import element_of, link_numbers
from designer.state.lift import lift
from designer.topology.merge_patch import find_patch
from designer.topology.sentence import told
from designer.topology.topology import Topology
from designer.transport.names import EVENT_FIELD, lab_stream_key
from workers.told import told_operation
from workers.watch.lab import Drift

ITEMS_MAX = 200
EVENTS_KEPT = 50
"""Each says all that differs, so that nobody needs the former ones for long."""

KEPT_S = 7 * 24 * 3600


class Teller:
    """Writes for all labs; raises redis.RedisError while Redis is away."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._told: dict[str, LabEvent | None] = {}

    def tell(self, lab: str, drift: Drift) -> None:
        """Say how a lab differs, unless that is what was said last."""
        last = self._last(lab)
        items = tuple(_item(one, drift.reading.topology) for one in drift.differences[:ITEMS_MAX])
        if items == (last.items if last else ()):
            return
        edits = _edits(drift) if items else {}
        self._write(lab, last, items, len(drift.differences), edits)

    def tell_end(self, lab: str) -> None:
        """Say that nothing differs any more in a lab that is gone."""
        last = self._last(lab)
        if last and last.items:
            self._write(lab, last, (), 0, {})
        self._told.pop(lab, None)

    def _last(self, lab: str) -> LabEvent | None:
        if lab not in self._told:
            entries = self._client.xrevrange(lab_stream_key(lab), count=1)
            text = entries[0][1][EVENT_FIELD.encode()] if entries else None
            self._told[lab] = LAB_EVENT.validate_json(text) if text else None
        return self._told[lab]

    def _write(
        self,
        lab: str,
        last: LabEvent | None,
        items: tuple[DriftItem, ...],
        total: int,
        edits: dict[str, Any],
    ) -> None:
        seq = last.seq + 1 if last else 1
        event = Drifted(seq=seq, at=time.time(), items=items, total=total, edits=edits)
        key = lab_stream_key(lab)
        pipe = self._client.pipeline(transaction=True)
        fields = {EVENT_FIELD: event.model_dump_json()}
        pipe.xadd(key, fields, id=f"{seq}-0", maxlen=EVENTS_KEPT)
        pipe.expire(key, KEPT_S)
        pipe.execute()
        self._told[lab] = event


def _item(difference: Difference, topology: Topology) -> DriftItem:
    links = link_numbers(topology)
    operations = tuple(
        told_operation(one, element_of(one, topology, links)) for one in difference.operations
    )
    return DriftItem(
        id=difference.id,
        node=difference.namespace.removesuffix(".outside"),
        element=difference.element,
        text=difference.text,
        **told(difference.text),
        operations=operations,
    )


def _edits(drift: Drift) -> dict[str, Any]:
    topology = drift.reading.topology
    return find_patch(topology.plain(), lift(drift.observed, topology).plain())
