"""parley reads what many outlets wrote about one event and gives one sourced, cross-checked account."""

__version__ = "0.1.0"
__all__ = ["__version__"]
