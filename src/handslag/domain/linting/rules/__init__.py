"""One rule in each file; `handslag.domain.linting.rule.rules` finds them by themselves."""
