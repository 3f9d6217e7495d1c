"""The evidence model, the library that holds the truth, and the graph made from it."""
