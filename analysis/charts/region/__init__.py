"""Charts of countries: dots, a map of the region, a matrix of those spoken of together."""
