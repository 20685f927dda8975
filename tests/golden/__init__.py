"""Specifications as they are meant to be; a reviewer reads the difference."""
