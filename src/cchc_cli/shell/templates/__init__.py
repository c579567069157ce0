"""Templates found, tried and filled."""
