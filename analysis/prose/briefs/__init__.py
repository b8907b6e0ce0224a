"""The brief of a country: what it shows, chosen by rule, and what it says of it."""
