"""Rules whose findings are errors: the figures of a plan that breaks one are not reliable."""
