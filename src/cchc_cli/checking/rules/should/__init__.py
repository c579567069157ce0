"""Rules whose findings are warnings or remarks."""
