"""The page about all open plans: the answers of `due`, `stats` and `show` as finished strings for one HTML template."""
