"""The services of nodes: the process that keeps a lab's, and those that are ours."""
