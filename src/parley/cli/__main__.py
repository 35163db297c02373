"""`python -m parley.cli`."""

from parley.cli.app import main

main()
