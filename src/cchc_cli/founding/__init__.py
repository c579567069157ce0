"""The texts of a new workspace: registry, calendar, settings, guide, what git and editors need. Nothing invented."""
