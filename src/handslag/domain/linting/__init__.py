"""Advice to whoever drafts a promise: what a resident could not tell afterwards, and how to say it.

Lint never blocks. Every rule is one file in `rules/` and one heading in docs/rules/linting.md.
"""

from handslag.domain.linting.advice import lint, lint_terms, lint_text
from handslag.domain.linting.rule import Finding, Level, Rule, all_rules

__all__ = ["Finding", "Level", "Rule", "all_rules", "lint", "lint_terms", "lint_text"]
