"""Meaning of the atlas: tables, views, measures and words, usable without a screen."""
