"""What is asked and answered about members and links that show a lab."""

from datetime import datetime
from typing import Annotated

from ninja import Schema
from pydantic import AfterValidator, Field

from designer.api.schemas import Order, TopologyValues, User
from designer.models import Role
from designer.services.embedding import SITES_MAX, read_site
from designer.services.lab_state import LabState


class Member(Schema):
    """Somebody who may do something in a lab; the owner is one of them."""

    user: User
    role: Role
    is_owner: bool


class MemberOrder(Order):
    """Who is to have which role."""

    username: str = Field(max_length=150)
    role: Role


class ShareLink(Schema):
    """A link that shows a lab to whoever has it, without an account."""

    id: int
    created_at: datetime
    expires_at: datetime | None
    embed_sites: list[str] | None = Field(
        description="The sites that may show it inside their pages; `*` is any, null none."
    )


class NewShareLink(ShareLink):
    """The link, and this one time the addresses that open it: as a page, and inside another."""

    url: str
    embed_url: str | None


Site = Annotated[str, Field(max_length=260), AfterValidator(read_site)]


class ShareLinkOrder(Order):
    """How long a link is to work."""

    valid_for_s: Annotated[int, Field(ge=60, le=366 * 24 * 3600)] | None = Field(
        default=None, description="In seconds; left out: until it is revoked."
    )
    embed_sites: Annotated[list[Site], Field(min_length=1, max_length=SITES_MAX)] | None = Field(
        default=None,
        description="Sites that may show it inside their pages, as https://example.org or"
        " https://*.example.org; `*` is any. Left out: none may.",
    )


class EmbeddedLab(Schema):
    """What is shown of a lab inside another site's page."""

    name: str
    revision: int
    topology: TopologyValues | None = Field(description="Null: it is the revision that is known.")
    state: LabState
    busy: bool = Field(description="Whether a run that changes or probes it is under way.")
    nodes: dict[str, str] = Field(description="What is there of the nodes, by name.")
    links: dict[str, str] = Field(description="What is there of the links, by index.")
    verdict: dict[str, int] | None = Field(
        description="How many expectations the last matrix met and missed."
    )
