"""How each shipped model is made: `python -m training.encoder`, `python -m training.parser`. Needs torch; parley does not."""
