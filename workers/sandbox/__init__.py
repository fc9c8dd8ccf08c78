"""Where labs live on the host: the holder, user namespaces, pins, locks, commands in a node."""
