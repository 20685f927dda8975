"""Finished things to bytes: one format a file, the same bytes for the same input on every run."""
