"""Rules whose findings are warnings or remarks: worth an officer's look."""
