"""The only code that speaks netlink: plans are executed here, and the kernel is observed."""
