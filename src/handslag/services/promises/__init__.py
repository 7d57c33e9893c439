"""From a page to drafts, from drafts to a round, from a version to the next."""
