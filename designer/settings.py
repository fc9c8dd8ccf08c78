"""Django's settings; on the web side only this module reads the environment."""

import os
import re
import secrets
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url

from designer.launch.layout import CHECKOUT, HOST_NAME, layout
from designer.topology.checks import Limits


def env_text(name: str, default: str) -> str:
    """Return a text; an empty variable counts as none."""
    return os.environ.get(name) or default


def env_int(name: str, default: int) -> int:
    """Return a whole number; anything else ends the start."""
    return int(env_text(name, str(default)))


def env_bool(name: str, *, default: bool) -> bool:
    """Return a switch: yes, true, on and 1 switch it on, whatever the case."""
    return env_text(name, str(default)).lower() in {"1", "true", "yes", "on"}


def env_list(name: str) -> list[str]:
    """Return the words between commas."""
    return [word.strip() for word in env_text(name, "").split(",") if word.strip()]


def _secret(file: Path) -> str:
    """Without a file, a secret that lasts as long as this process: for commands, not servers."""
    return file.read_text().strip() if file.exists() else secrets.token_urlsafe(48)


_LAYOUT = layout()

# -- where things are ---------------------------------------------------------------------
PUBLIC_URL = env_text("VETHWORK_PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/")
FRONTEND_DIST = Path(env_text("VETHWORK_FRONTEND_DIST", str(CHECKOUT / "frontend" / "dist")))
REDIS_SOCKET = Path(env_text("VETHWORK_REDIS_SOCKET", str(_LAYOUT.redis_socket)))
TASK_KEY_FILE = Path(env_text("VETHWORK_TASK_KEY_FILE", str(_LAYOUT.task_key_file)))
TARGET_HOST = env_text("VETHWORK_HOST_NAME", HOST_NAME)

# -- what is allowed ----------------------------------------------------------------------
HOST_NAMESPACE = env_bool("VETHWORK_HOST_NAMESPACE", default=False)
"""Whether a switch drawn in the host's namespace goes there; the host worker has it too."""

_USUAL = Limits()
LIMITS = Limits(
    document_bytes=env_int("VETHWORK_MAX_DOCUMENT_BYTES", _USUAL.document_bytes),
    nodes=env_int("VETHWORK_MAX_NODES", _USUAL.nodes),
    links=env_int("VETHWORK_MAX_LINKS", _USUAL.links),
    routes=env_int("VETHWORK_MAX_ROUTES", _USUAL.routes),
    rules=env_int("VETHWORK_MAX_RULES", _USUAL.rules),
    addresses=env_int("VETHWORK_MAX_ADDRESSES", _USUAL.addresses),
    expectations=env_int("VETHWORK_MAX_EXPECTATIONS", _USUAL.expectations),
    vlan_ranges=env_int("VETHWORK_MAX_VLAN_RANGES", _USUAL.vlan_ranges),
    shapes=env_int("VETHWORK_MAX_SHAPES", _USUAL.shapes),
)
MAX_BODY_BYTES = env_int("VETHWORK_MAX_BODY_BYTES", 2 * LIMITS.document_bytes)
"""Of a request; a document grows when JSON quotes it."""

MAX_SHARED_BYTES = env_int("VETHWORK_MAX_SHARED_BYTES", 4 * LIMITS.document_bytes)
"""Of a document that people edit together, with what Yjs remembers of what was deleted."""

MAX_LABS_PER_USER = env_int("VETHWORK_MAX_LABS_PER_USER", 500)
MAX_SOCKETS_PER_USER = env_int("VETHWORK_MAX_SOCKETS_PER_USER", 30)
MAX_SOCKETS_PER_LINK = env_int("VETHWORK_MAX_SOCKETS_PER_LINK", 300)
"""Of all together who see a lab by the same share link."""

MAX_MEMBERS_PER_LAB = env_int("VETHWORK_MAX_MEMBERS_PER_LAB", 200)
MAX_SHARE_LINKS_PER_LAB = env_int("VETHWORK_MAX_SHARE_LINKS_PER_LAB", 50)
RUNS_KEPT = env_int("VETHWORK_RUNS_KEPT", 30)
RUN_LIMIT_S = env_int("VETHWORK_RUN_LIMIT_S", 600)
MAX_NAMED_VERSIONS = env_int("VETHWORK_MAX_NAMED_VERSIONS", 100)
AUTOMATIC_VERSIONS_KEPT = env_int("VETHWORK_AUTOMATIC_VERSIONS_KEPT", 60)
SIGN_INS_PER_MINUTE = env_int("VETHWORK_SIGN_INS_PER_MINUTE", 20)
LOST_AFTER_S = env_int("VETHWORK_LOST_AFTER_S", 30)
"""How long a run may show no sign of life, with no worker alive, before it is given up."""

# -- Django -------------------------------------------------------------------------------
DEBUG = False
SECRET_KEY = _secret(Path(env_text("VETHWORK_SECRET_FILE", str(_LAYOUT.secret_file))))
_HTTPS = PUBLIC_URL.startswith("https:")
_OWN_NAMES = ["localhost", "127.0.0.1", "[::1]"]
ALLOWED_HOSTS = [
    urlsplit(PUBLIC_URL).hostname or "localhost",
    *_OWN_NAMES,
    *env_list("VETHWORK_ALLOWED_HOSTS"),
]
ROOT_URLCONF = "designer.urls"
ASGI_APPLICATION = "designer.asgi.application"
INSTALLED_APPS = [
    "designer",  # first, for its commands go before others of the same name
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "ninja",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "designer.middleware.SafeHeaders",
    "designer.middleware.StaticFiles",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [CHECKOUT / "designer" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
USE_I18N = False
APPEND_SLASH = False

# -- the database -------------------------------------------------------------------------
_SQLITE = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=20000",
}
DATABASES = {
    "default": dj_database_url.config(default=f"sqlite:///{_LAYOUT.web_state}/vethwork.sqlite3")
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = _SQLITE
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# -- sessions and headers -----------------------------------------------------------------
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if _HTTPS else []
CSRF_FAILURE_VIEW = "designer.pages.refuse_forgery"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if _HTTPS else 0
if env_bool("VETHWORK_BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"
LOGIN_URL = "/sign-in"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator")
]
DATA_UPLOAD_MAX_MEMORY_SIZE = MAX_BODY_BYTES

# -- what browsers get --------------------------------------------------------------------
STATIC_URL = "/static/"
STATICFILES_DIRS = [FRONTEND_DIST] if FRONTEND_DIST.exists() else []
WHITENOISE_USE_FINDERS = True
WHITENOISE_ALLOW_ALL_ORIGINS = False


def WHITENOISE_IMMUTABLE_FILE_TEST(_path: str, url: str) -> bool:  # noqa: N802 - whitenoise's name
    """Vite puts a hash into the names below assets/, so a browser may keep those for ever."""
    return re.match(r"^/static/assets/.+[-.][0-9A-Za-z_-]{8,12}\..+$", url) is not None


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "filters": {"untold": {"()": "designer.transport.untold.WithoutTokens"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["untold"],
        }
    },
    # The web server has handlers of its own.
    "loggers": {name: {"filters": ["untold"]} for name in ("uvicorn.error", "uvicorn.access")},
    "root": {"handlers": ["console"], "level": env_text("VETHWORK_LOG_LEVEL", "WARNING")},
}
