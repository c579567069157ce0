"""Workspaces → flat typed tables for other engines (DuckDB, Spark, Parquet): one row a milestone, member, entry …"""
