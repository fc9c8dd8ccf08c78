"""Print an address at which a user is signed in once."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser

from designer.services import accounts


class Command(BaseCommand):
    """Make a link that signs in once, and the first user where there is none."""

    help = "Print a link that signs a user in once; the first user is made where there is none."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take whom it is for, and for how long."""
        parser.add_argument("--user", help="user name; default: the first user")
        parser.add_argument("--minutes", type=int, default=60, help="how long the link is good")

    def handle(self, *_: Any, **options: Any) -> None:
        """Print the link as the last line."""
        user = self._find(options["user"]) if options["user"] else accounts.first_user()
        token = accounts.make_sign_in_token(user, timedelta(minutes=options["minutes"]))
        self.stdout.write(f"{settings.PUBLIC_URL}/sign-in/{token}")

    def _find(self, name: str) -> User:
        user = User.objects.filter(username=name, is_active=True).first()
        if user is None:
            raise CommandError(f"there is no active user {name!r}: createsuperuser makes one")
        return user
