"""Records and a day → the state of each milestone and task."""
