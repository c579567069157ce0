"""One module for each kind of document: template and view → text or bytes."""
