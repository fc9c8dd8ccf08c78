"""Which address is what."""

from django.urls import path

from designer import pages
from designer.api import api

handler404 = pages.show_not_found

urlpatterns = [
    path("api/", api.urls),
    path("sign-in/<str:token>", pages.sign_in_by_link),
    path("share/<str:token>", pages.open_share_link),
    path("embed/<str:token>", pages.show_embedded),
    path("", pages.show_app),
    path("sign-in", pages.show_app),
    path("labs/<uuid:lab>", pages.show_lab),
]
