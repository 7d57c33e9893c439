"""The verbs: everything a person can do is one function here."""
