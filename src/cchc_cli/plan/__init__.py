"""The plans of a workspace, assembled from their files, and the registry of agencies."""
