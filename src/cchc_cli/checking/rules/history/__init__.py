"""Rules for changes between two states of the plans, one rule a file (`validate --base`)."""
