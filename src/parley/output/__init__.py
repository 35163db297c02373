"""Outputs: one file per format; templates and style beside them, what they show in `view`."""
