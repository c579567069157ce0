"""A report's view → Markdown, HTML, Word; charts."""
