"""The Vietnamese words that users read for roles, states, schedules and findings, each defined once."""
