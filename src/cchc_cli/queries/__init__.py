"""Questions about plans on a day → frozen answers; no clock, no screen."""
