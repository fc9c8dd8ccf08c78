"""`python -m tests.soak`: how many people can edit one lab, for how long, and lose nothing."""

import argparse
import sys
from dataclasses import fields

from tests.soak.soak import Course, Soak
from tests.stack.browser import Browser
from tests.stack.stack import Stack

OTHER = "bob"


def main() -> None:
    """Start the whole program, let everybody edit, and say what all have in the end."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=main.__doc__)
    for field in fields(Course):
        parser.add_argument(f"--{field.name}", type=int, default=field.default, metavar="N")
    course = Course(**vars(parser.parse_args()))
    stack = Stack()
    try:
        stack.start()
        stack.command("sign_in_link")
        make = f"from django.contrib.auth.models import User; User.objects.create_user('{OTHER}')"
        stack.command("shell", "--no-imports", "-c", make)
        owner = Browser(stack, "admin")
        lab = owner.new_lab(name="Soak")
        owner.post(f"/api/labs/{lab}/members", {"username": OTHER, "role": "edit"}, "PUT")
        soak = Soak(stack, [owner, Browser(stack, OTHER)], lab, course)
        outcome = soak.run(lambda text: print(text, file=sys.stderr))  # noqa: T201 - it is a command
        print(f"{course}: all agree on {outcome}")  # noqa: T201 - its answer
    finally:
        stack.stop()


if __name__ == "__main__":
    main()
