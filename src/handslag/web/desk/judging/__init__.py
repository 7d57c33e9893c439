"""The desk: what the parties say of promises themselves."""
