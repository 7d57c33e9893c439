"""Files from outside, turned into text. Imports no Django; plain text needs the standard library only."""
