"""What a reader is shown: typed values made from a brief, the same for the page, Markdown and the terminal."""
