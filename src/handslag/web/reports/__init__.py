"""Reports and their sheets in words: the blocks that page, PDF and Word file print."""
