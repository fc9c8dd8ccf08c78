"""What a page inside another site's page reads: the token in its address is all that it needs."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router

from designer.api.sharing_schemas import EmbeddedLab
from designer.services import embedding

router = Router(tags=["sharing"])


@router.get("/embed/{token}", response=EmbeddedLab, auth=None)
def see_embedded(
    request: HttpRequest, token: str, revision: Annotated[int, Query(ge=0)] = 0
) -> dict[str, Any]:
    """Read what a share link shows inside other sites, where its owner allowed that.

    The drawing is left out while it is the `revision` that is known; /ws/embed/{token} says when to
    read again.
    """
    del request
    return embedding.see_embedded(token, revision)
