"""The commands of policy-graph, one room of them a file; cli.py frames them."""
