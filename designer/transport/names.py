"""The names on which both ends agree: queues, tasks and keys in Redis."""

CONTROL_QUEUE = "control"

RUN_TASK = "vethwork.run"
"""The only thing that the web may ask of a host worker."""

RECORD_TASK = "vethwork.record_run"
"""The only thing that a host worker may ask of the control worker."""

SWEEP_TASK = "vethwork.sweep_runs"

EVENT_FIELD = "event"
"""The field of a stream's entry that holds the event as JSON."""

LAST_FIELD = "last"
"""A field that only the entry of a run's last event has."""

CELLS_PER_EVENT = 2000
"""At most: so that no message to a browser is larger than some 40 KB."""


def host_queue(host: str) -> str:
    """Return the queue that a host's worker serves."""
    return f"host.{host}"


def stream_key(run: str) -> str:
    """Return the Redis stream of a run's events; event 7 has the id 7-0."""
    return f"vethwork:run:{run}"


def cancelled_key(run: str) -> str:
    """Return the key whose presence tells a worker to leave a run undone."""
    return f"vethwork:cancelled:{run}"


def lab_stream_key(lab: str) -> str:
    """Return the Redis stream of what happens to a lab by itself; event 7 has the id 7-0."""
    return f"vethwork:lab:{lab}"


def asked_key(lab: str) -> str:
    """Return the key that holds the newest generation in which a lab was to be changed."""
    return f"vethwork:asked:{lab}"


def alive_key(queue: str) -> str:
    """Return the key that the worker of a queue keeps alive as long as it lives itself.

    A host worker's holds the names of what its host can do, in one line.
    """
    return f"vethwork:alive:{queue}"


def document_channel(lab: str) -> str:
    """Return the Redis channel on which web processes tell each other of a shared document."""
    return f"vethwork:document:{lab}"


ACCESS_CHANNEL = "vethwork:access"
"""Where web processes tell each other in which lab somebody's rights were changed."""


def watcher_channel(host: str) -> str:
    """Return the Redis channel in which a host's watcher hears what people want to look at."""
    return f"vethwork:watcher:{host}"


def rates_key(lab: str) -> str:
    """Return the Redis stream of a lab's traffic, which is there while somebody looks."""
    return f"vethwork:rates:{lab}"


def answer_key(answer: str) -> str:
    """Return the list to which a watcher pushes the answer to one question."""
    return f"vethwork:answer:{answer}"
