"""What the language knows, as data: heads of names, boundaries, bodies, verbs and cues."""
