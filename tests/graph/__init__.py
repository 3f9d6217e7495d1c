"""Tests of the graph rooms."""
