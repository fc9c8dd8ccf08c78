"""Desired against observed: operations that make a host equal the drawing, in order."""
