"""One kind of document a module: template and view → text or bytes."""
