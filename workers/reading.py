"""What this process remembers of labs' documents, so that a small change of a big one is quick.

Nothing here is about the kernel: a reading is what its document says, whoever changed the lab
since.
"""

import gc
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

import orjson

from designer.state.host_state import HostState
from designer.state.lower import Lowering
from designer.topology.document import read_text
from designer.topology.reread import reread
from designer.topology.topology import Topology

LABS_REMEMBERED = 8
IDLE_S = 900.0
"""A big lab's reading takes some 20 MB."""

Values = Mapping[str, Any]


class Reading:
    """A document as values, as a drawing, as a text, and what the kernel should have for it."""

    def __init__(self, values: Values, earlier: "Reading | None", *, host_namespace: bool) -> None:
        self.values = values
        self.topology: Topology = (
            reread(values, earlier.values, earlier.topology)
            if earlier
            else Topology.model_validate(values)
        )
        self._earlier = earlier.lowering if earlier else None
        self._host_namespace = host_namespace

    @cached_property
    def lowering(self) -> Lowering:
        """The drawing lowered; one that has errors cannot be."""
        earlier, self._earlier = self._earlier, None
        return Lowering(self.topology, host_namespace=self._host_namespace, earlier=earlier)

    @property
    def state(self) -> HostState:
        """What the kernel should have."""
        return self.lowering.state

    @cached_property
    def text(self) -> str:
        """The document as it is written down beside the lab."""
        return orjson.dumps(self.values).decode()


class Readings:
    """The newest reading of some labs, which is dropped when nobody asks for it any more."""

    def __init__(
        self, *, host_namespace: bool = False, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._host_namespace = host_namespace
        self._clock = clock
        self._found: OrderedDict[str, tuple[float, Reading]] = OrderedDict()

    def read(self, lab: str, values: Values) -> Reading:
        """Read a document of a lab; raises pydantic's ValidationError."""
        return Reading(values, self._newest(lab), host_namespace=self._host_namespace)

    def remember(self, lab: str, reading: Reading) -> None:
        """Keep what the lab now runs.

        It is of many small objects and goes without a collection: to look for garbage among them
        would take longer than an edit.
        """
        self._found[lab] = (self._clock(), reading)
        self._found.move_to_end(lab)
        while len(self._found) > LABS_REMEMBERED:
            self._found.popitem(last=False)
        gc.freeze()

    def state_of(self, lab: str, text: str) -> HostState | None:
        """Return what a document asks for that was written down beside the lab.

        None where it is a person's own text, which takes long to read.
        """
        newest = self._newest(lab)
        if newest is None or newest.text != text:
            values = _written_values(text)
            if values is None:
                return None
            newest = self.read(lab, values)
            self.remember(lab, newest)
        return newest.state

    def of_document(self, lab: str, text: str) -> Reading | None:
        """Read whatever document was applied last, None where there is none."""
        values = _written_values(text)
        if values is None:
            topology = read_text(text).topology if text else None
            if topology is None:
                return None
            values = topology.plain()
        reading = self.read(lab, values)
        self.remember(lab, reading)
        return reading

    def _newest(self, lab: str) -> Reading | None:
        now = self._clock()
        for name in [n for n, (used, _) in self._found.items() if now - used > IDLE_S]:
            del self._found[name]
        if lab not in self._found:
            return None
        _, reading = self._found[lab]
        self._found[lab] = (now, reading)
        return reading


def _written_values(text: str) -> Values | None:
    """Return the values of a document that a program wrote, which is JSON."""
    if not text.startswith("{"):
        return None
    try:
        values: Values = orjson.loads(text)
    except orjson.JSONDecodeError:  # YAML can begin with a brace as well
        return None
    return values
