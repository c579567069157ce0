"""The next plan from one that ends: what is carried over, renumbered, moved to the new time, and left for a person."""
