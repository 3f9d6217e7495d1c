"""Tables of constructions: names in systematically varied surroundings, in our own words."""
