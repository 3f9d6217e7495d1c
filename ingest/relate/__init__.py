"""Relating: claims, grants and measures from resolved scenes and their clauses."""
