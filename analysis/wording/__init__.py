"""How the report names things: counts, lists, persons, countries, dates, periods and units. Pure."""
