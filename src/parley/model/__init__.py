"""The values that all stages exchange: frozen dataclasses, standard library only, no I/O."""
