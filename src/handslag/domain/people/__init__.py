"""Who works with promises."""
