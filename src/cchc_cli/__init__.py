"""cchc: an administrative-reform plan kept as YAML, asked, checked and reported from the command line."""

__version__ = "0.1.0"
