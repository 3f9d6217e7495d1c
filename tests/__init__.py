"""Tests; they mirror the paths of what they test."""
