"""The texts of a new workspace: registry, calendar, settings, guide, files for git and editors. No data is guessed."""
