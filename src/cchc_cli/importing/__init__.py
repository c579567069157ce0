"""An appendix from Word, Excel, a web page or text → a draft plan, and the list of what was guessed."""
