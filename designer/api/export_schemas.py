"""What is answered about other formats."""

from ninja import Schema
from pydantic import Field

from designer.api.schemas import Told


class Loss(Told):
    """Something of the drawing that a format cannot hold."""

    text: str = Field(description="What is left out, and what to do instead.")


class ExportPreview(Schema):
    """A lab in another format, and what that format cannot hold."""

    filename: str
    text: str
    losses: list[Loss]


class Format(Schema):
    """A format that labs can be exported to; {lab} in the file's name is the lab's name."""

    id: str
    label: str
    filename: str
