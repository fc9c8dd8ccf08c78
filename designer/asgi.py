"""The web server's entry: HTTP to Django, WebSockets to the consumers."""

import os
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from channels.auth import AuthMiddlewareStack
from channels.generic.websocket import AsyncWebsocketConsumer
from channels.routing import ProtocolTypeRouter, URLRouter
from channels.security.websocket import AllowedHostsOriginValidator
from django.core.asgi import get_asgi_application
from django.urls import path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "designer.settings")
_django = get_asgi_application()

from django.conf import settings  # noqa: E402

from designer.consumers.deriver import deriver  # noqa: E402 (as below)
from designer.consumers.document_socket import DocumentSocket  # noqa: E402 (as below)
from designer.consumers.embed_events import EmbedEvents  # noqa: E402 (as below)
from designer.consumers.lab_events import LabEvents  # noqa: E402 (as below)
from designer.consumers.lab_rates import LabRates  # noqa: E402 (as above)
from designer.consumers.run_events import RunEvents  # noqa: E402 (needs Django's apps)

Scope = dict[str, Any]
Message = Mapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

TOO_LARGE = b'{"code": "too-large", "message": "the request is larger than %d bytes: split it"}'


class BodyLimit:
    """Refuse a body that is too large while it comes in; Django would first store all of it."""

    def __init__(self, inner: App, limit_bytes: int) -> None:
        self._inner = inner
        self._limit_bytes = limit_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take the body in, up to the limit, and hand it on in one piece."""
        declared = dict(scope["headers"]).get(b"content-length", b"0")
        if declared.isdigit() and int(declared) > self._limit_bytes:
            await self._refuse(send)
            return
        body = bytearray()
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                return
            body += message.get("body", b"")
            if len(body) > self._limit_bytes:
                await self._refuse(send)
                return
            if not message.get("more_body"):
                break
        await self._inner(scope, _once(bytes(body), receive), send)

    async def _refuse(self, send: Send) -> None:
        content = TOO_LARGE % self._limit_bytes
        headers = [
            (b"content-type", b"application/json"),
            (b"content-length", str(len(content)).encode()),
            (b"connection", b"close"),
        ]
        await send({"type": "http.response.start", "status": 413, "headers": headers})
        await send({"type": "http.response.body", "body": content})


def _once(body: bytes, receive: Receive) -> Receive:
    """Return a receiver that gives the body, and then what else the server has to say."""
    given = False

    async def receive_body() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive_body


def _with_session(consumer: type[AsyncWebsocketConsumer]) -> Any:
    return AuthMiddlewareStack(consumer.as_asgi())


application = ProtocolTypeRouter(
    {
        "http": BodyLimit(_django, settings.MAX_BODY_BYTES),
        "websocket": AllowedHostsOriginValidator(
            URLRouter(
                [
                    path("ws/embed/<str:token>", EmbedEvents.as_asgi()),
                    path("ws/runs/<uuid:run_id>", _with_session(RunEvents)),
                    path("ws/labs/<uuid:lab_id>/document", _with_session(DocumentSocket)),
                    path("ws/labs/<uuid:lab_id>/rates", _with_session(LabRates)),
                    path("ws/labs/<uuid:lab_id>", _with_session(LabEvents)),
                ]
            ),
        ),
    }
)

deriver.start()  # it takes a second, so ahead of whoever asks first
