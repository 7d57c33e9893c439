"""The verbs by which Swedish promises: who lovar, ska, kommer att, förbinder sig, åtar sig."""

import re
from typing import Final

from handslag.domain.reading.patterns import Pattern

# An item without a subject begins with what shall be done. Adjectives in -a are told apart by form.
INFINITIVE: Final = re.compile(
    r"""(?:[Aa]tt\s)?(?!(?:alla|andra|bra|båda|centrala|de|dessa|detta|egna|extra|fasta|flera|fria|goda
            |gärna|lokala
        |mera|många|nya|nästa|ofta|rena|samma|sena|sociala|särskilda|trygga|unga|utsatta|vanliga|våra|öppna)\b
        |\w{1,25}(?:ig|isk|bar|sam|lös|full)a\b|(?!f?ö?r?v[aä]rna)\w{2,25}(?:arna|erna|orna|ena|löften)\b)
        (?:\w{1,25}a|\w{2,25}as|ses|be|bli|bo|dra|få|förse|förstå|föreslå|ge|gå|ha|klä|le|må|nå|se|ske|slå|stå|ta|tro|åtgå
        |(?:an|av|be|bi|er|fram|för|genom|in|inne|kvar|med|mot|när|om|på|re|sam|till|upp|ut|vid|å|över)\w{0,8}
        (?:bli|dra|få|ge|gå|ha|må|nå|se|ske|slå|stå|ta))\b""",
    re.VERBOSE | re.IGNORECASE,
)

# "kommer" promises only with an "att" after it, which may stand far off.
PROMISES: Final = Pattern(
    r"""(?x)\b(?: (?P<vow>lovar|lovade|lova[ts]|utlova[rts]|utlovades?|förbinder\ssig|förband\ssig|åtar\ssig
            |åtog\ssig
            |(?:är|kommit|kommer)\söverens\som\satt|enats\som\satt)
        | (?P<shall>ska|skall|skulle|kommer(?=\b[^.!?]{0,160}\batt\b)) )\b""",
    "ska lova kommer skulle åta åtog förbind förband överens enats",
)
PASSIVE: Final = re.compile(r"(?:ska|skall|skulle)\s(?:\w{1,20}\s){0,2}?\w{2,24}(?:as|es|ås)\b")
