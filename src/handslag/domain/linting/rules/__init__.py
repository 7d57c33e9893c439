"""One rule in each file; `handslag.domain.linting.rule.all_rules` finds them by themselves."""
