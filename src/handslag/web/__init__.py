"""The pages, grouped by who reads them."""
