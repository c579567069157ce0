"""Rules for records, whose findings are errors. They run only if a plan has records."""
