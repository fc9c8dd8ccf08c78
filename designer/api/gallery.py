"""Labs to begin with."""

from typing import Any

from django.http import HttpRequest
from ninja import Router

from designer.api.schemas import GalleryEntry
from designer.gallery import GALLERY

router = Router(tags=["labs"])


@router.get("/gallery", response=list[GalleryEntry])
def list_gallery(request: HttpRequest) -> list[dict[str, Any]]:
    """List the gallery, in the order in which a person learns."""
    del request
    return [
        {
            "id": entry.id,
            "title": entry.title,
            "summary": entry.summary,
            "topology": entry.topology.plain(),
        }
        for entry in GALLERY.values()
    ]
