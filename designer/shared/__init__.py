"""A lab's drawing as a document that several people edit at once; without Django or a network."""
