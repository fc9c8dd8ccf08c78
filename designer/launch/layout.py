"""Where things are: in the checkout, on the host, and the names that tell the processes so."""

from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
ENVIRONMENT = CHECKOUT / ".venv"
REQUIREMENTS = CHECKOUT / "requirements"
FRONTEND = CHECKOUT / "frontend"

HOST_NAME = "local"
"""The name of this host among the targets: its worker serves the queue `host.local`."""
