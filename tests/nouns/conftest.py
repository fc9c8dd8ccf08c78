"""What these tests share with those of the kernel."""

from tests.kernel.conftest import run_dir

__all__ = ["run_dir"]
