"""What was typed on the command line → values; what is offered when Tab is pressed."""
