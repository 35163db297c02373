"""The composition root: the only place where the stages meet."""
