"""A worker's settings; of the workers only this module reads the environment."""

import os
from dataclasses import dataclass
from pathlib import Path

from designer.topology.checks import Limits
from workers.sandbox.run_dir import usual_run_dir, wants_host_namespace


def env_text(name: str, default: str) -> str:
    """Return a text; an empty variable counts as none."""
    return os.environ.get(name) or default


def env_int(name: str, default: int) -> int:
    """Return a whole number; anything else ends the start."""
    return int(env_text(name, str(default)))


@dataclass(frozen=True, slots=True)
class Settings:
    """What a host worker is told."""

    run_dir: Path
    redis_socket: Path
    task_key_file: Path
    host: str
    host_namespace: bool
    run_limit_s: int
    patience_s: float
    limits: Limits


def read_settings() -> Settings:
    """Return the settings as the environment has them."""
    run_dir = usual_run_dir()
    state_dir = Path(env_text("VETHWORK_STATE_DIR", "/var/lib/vethwork"))
    usual = Limits()
    return Settings(
        run_dir=run_dir,
        redis_socket=Path(env_text("VETHWORK_REDIS_SOCKET", str(run_dir / "redis/redis.sock"))),
        task_key_file=Path(env_text("VETHWORK_TASK_KEY_FILE", str(state_dir / "keys/task-key"))),
        host=env_text("VETHWORK_HOST_NAME", "local"),
        host_namespace=wants_host_namespace(),
        run_limit_s=env_int("VETHWORK_RUN_LIMIT_S", 600),
        patience_s=env_int("VETHWORK_LOCK_PATIENCE_S", 60),
        limits=Limits(
            document_bytes=env_int("VETHWORK_MAX_DOCUMENT_BYTES", usual.document_bytes),
            nodes=env_int("VETHWORK_MAX_NODES", usual.nodes),
            links=env_int("VETHWORK_MAX_LINKS", usual.links),
            routes=env_int("VETHWORK_MAX_ROUTES", usual.routes),
            rules=env_int("VETHWORK_MAX_RULES", usual.rules),
            addresses=env_int("VETHWORK_MAX_ADDRESSES", usual.addresses),
            expectations=env_int("VETHWORK_MAX_EXPECTATIONS", usual.expectations),
            vlan_ranges=env_int("VETHWORK_MAX_VLAN_RANGES", usual.vlan_ranges),
            shapes=env_int("VETHWORK_MAX_SHAPES", usual.shapes),
        ),
    )
