"""Desired against observed: the operations that make a host equal the drawing, in the kernel's order."""
