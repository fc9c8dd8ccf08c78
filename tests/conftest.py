"""What holds for all tests."""

from hypothesis import settings

settings.register_profile("vethwork", deadline=None, max_examples=60, print_blob=True)
settings.load_profile("vethwork")
