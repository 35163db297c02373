"""Stage of the pipeline; see docs/architecture.md."""
