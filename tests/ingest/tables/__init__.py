"""Tables through their mappings."""
