"""Tests of everything that leaves the screen."""
