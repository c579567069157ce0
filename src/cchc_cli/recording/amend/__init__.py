"""An officer's wish to change a plan by a decision → edits of its files, or a fault that says why it cannot be made."""
