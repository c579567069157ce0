"""Rules whose findings are errors: a plan that breaks one cannot be relied on."""
