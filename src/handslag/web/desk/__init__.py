"""The desk: where promises are prepared, logged and reported."""
