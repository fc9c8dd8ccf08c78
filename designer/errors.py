"""What a person can act on; everything else is a bug and reaches the log.

DesignerError
├── InvalidRequest          the request itself cannot be understood
├── NotSignedIn
├── Forbidden               signed in, and still not allowed
├── NotFound                is not there, or is somebody else's
├── StaleRevision           somebody else stored a newer version meanwhile
├── Conflict                cannot be done as things are now
├── TooLarge
├── TooMany                 a limit of the installation is reached
├── TopologyHasProblems     the drawing is wrong; all its problems are told
└── Unavailable             Redis does not answer
"""

from collections.abc import Sequence
from http import HTTPStatus
from typing import ClassVar

from designer.topology.problem import Problem
from designer.topology.sentence import Sentence


class DesignerError(Exception):
    """A refusal: a code for programs, a sentence for people, the HTTP status of its answer."""

    code: ClassVar[str]
    status: ClassVar[HTTPStatus]

    def __init__(self, message: Sentence, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.problems = tuple(problems)


class InvalidRequest(DesignerError):
    """The request cannot be understood."""

    code = "invalid-request"
    status = HTTPStatus.BAD_REQUEST


class NotSignedIn(DesignerError):
    """Only people who are signed in may do this."""

    code = "not-signed-in"
    status = HTTPStatus.UNAUTHORIZED


class Forbidden(DesignerError):
    """This person, or this page, may not do this."""

    code = "forbidden"
    status = HTTPStatus.FORBIDDEN


class NotFound(DesignerError):
    """It is not there; or it is somebody else's, which is not told apart."""

    code = "not-found"
    status = HTTPStatus.NOT_FOUND


class StaleRevision(DesignerError):
    """The lab was stored by somebody else since it was read."""

    code = "stale-revision"
    status = HTTPStatus.CONFLICT


class Conflict(DesignerError):
    """It cannot be done as things are now."""

    code = "conflict"
    status = HTTPStatus.CONFLICT


class TooLarge(DesignerError):
    """A text or a drawing goes beyond a limit."""

    code = "too-large"
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE


class TooMany(DesignerError):
    """There are as many already as this installation allows, or they come too fast."""

    code = "too-many"
    status = HTTPStatus.TOO_MANY_REQUESTS


class TopologyHasProblems(DesignerError):
    """The drawing is wrong; every problem is told at once."""

    code = "topology-has-problems"
    status = HTTPStatus.UNPROCESSABLE_ENTITY


class Unavailable(DesignerError):
    """Redis does not answer, so nothing can be asked of the host."""

    code = "unavailable"
    status = HTTPStatus.SERVICE_UNAVAILABLE
