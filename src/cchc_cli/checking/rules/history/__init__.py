"""Rules of what changed between two states of the plans: one rule a file (`validate --base`)."""
