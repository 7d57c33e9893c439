"""The words, in lower case, by which headings and lead-ins say what follows: closed classes, no names."""

import re
from typing import Final


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.VERBOSE)


# Page furniture and signatures: neither heading nor text.
FURNITURE: Final = _words(
    r"""\W{0,3}(?:sök\b|meny\b|stäng\b|till\stoppen|lyssna\b|skriv\sut|dela\b|kopiera\b|publicer|uppdaterad
            |återställ
        |senast\s(?:ändrad|uppdaterad)|sidansvarig|du\när\shär|gå\sdirekt|hoppa\s
            |till\s(?:\w{1,12})?innehåll|skip\sto
        |javascript|visa\s(?:större|fler|mer|kontakt)|ladda\s(?:ner|ned)|tipsa|kakor|cookies|foto\b|bild\b
            |på\sbilden|datum\b
        |pressmeddelande|https?:|www\.|\d{1,2}\s\w{3,9}\s\d{4}$|\w{3}\s\d{1,2},\s\d{4}|kl\.?\s\d
            |[^\n]{0,40}\s(?:-\s-|[•|])\s
        |(?:tf\.?\s)?(?:chefen\sför|lokalpolisområdeschef|kommunstyrelsens\s\w{0,8}\s?ordförande|kommunpolis
            |kommunalråd
           |kommunchef|chef\s|undertecknas?\b)[^:]{0,90}$)"""
)
# What follows is never a promise: aims, results, what pledges are.
SHUTS: Final = _words(
    r"""\b(?:mål(?:et|en|sättning\w*|bild\w*)?|vision\w*|effekt(?:er|en|mål)?|resultat\w*|uppföljning\w*
            |utvärdering\w*|utfall\w*
        |följ(?:er|s)\s(?:vi\s)?upp|vad\s(?:är|betyder|innebär)|varför|om\smedborgarlöfte\w*|kontakt\w*
            |läs\s(?:mer|också|även)
        |frågor|underskrift\w*|relatera\w*|dokument\w*|fakta|mer\sinformation|följ\s(?:med|arbetet|oss)|vill\svi\suppnå
            |vi\svill|på\ssikt
        |förvänta\w*|så\shär\shar|så\s(?:gick|har)|så\s(?:här\s)?berättar|hur\sdet\s(?:går|gick|har)|syfte\w*|har\s(?:gjort|genomfört)s?|gjordes|genomfördes
        |(?:medborgar)?löft\w{2,4}\s(?:ska|skall|syftar|ger|tas|togs|kom)|(?:tas|togs|tar
            |arbetar)\s(?:vi\s)?fram)\b"""
)
# Promises follow, said outright.
OPENS: Final = _words(
    r"""\b(?:(?:ut)?lov(?:ar|ade|at|as)|förbinder\ssig|åtar\ssig|ansvarar\sför|bidrar\smed|punkterna
            |följande|lyder|fanns\smed\si
        |exempel\spå\s\w{0,12}(?:aktivitet|åtgärd|insats)\w{0,4}|ska\s(?:vi\s)?(?:göra|genomföra)s?
        |(?:det|detta|så|här|vi|vad)\s(?:\w{1,12}\s){0,3}?(?:ska|skall|gör|kommer|genomför|uppfyller|lovar))\b
      | \b(?:genom|innebär)(?:\satt)?\W{0,4}$ | \b(?:löftena?t?|löften)\s(?:\w{1,12}\s){0,2}?är\W{0,2}$
      | \bär\slöfte\w{0,3}\W{0,2}$ | \bgäller\s\d{4}
      | ^\W{0,3}(?:(?:gemensamma|planerade|konkreta|polisens|kommunens|polisiära?|kommunala|våra|lokala
        |prioriterade)\s){0,2}
        (?:aktivitet(?:er)?|åtgärder(?:na)?|åtaganden?|insatser(?:na)?|handlingsplan)\b"""
)
AGREED: Final = _words(r"\b(?:kommit\söverens\som|överens\som|enats\som|beslutat)\b")
SHALL: Final = _words(r"\b(?:ska|skall|skulle|kommer)\b")
# Background follows.
CLOSES: Final = _words(
    r"""\b(?:läge|läget|lägesbild\w*|problembild\w*|bakgrund\w*|inledning\w*|nuläge\w*|situation(?:en)?
            |problem\w*|utmaning\w*|orsak\w*
        |(?:prioriterade\s|fokus|problem|insats|utvalda\s|samverkans)?område(?:n|na)?|fokus|inriktning\w*
            |prioriterar|sammanfatt\w*
        |dialog(?:er|en|erna)?|önska\w*|visa(?:r|de)|framkom\w*|enkät\w*|undersökning\w*|överenskommelse\w*
            |lyssnar)\b"""
)
PLEDGE: Final = _words(r"(?:medborgar)?löfte\w{0,4}|löften\w{0,2}|åtagande\w{0,2}")
NUMBERED: Final = _words(
    r"""\w{0,12}(?:löfte|löften|åtagande|område|mål|tema|punkt)t?\s(?:nr\.?\s|nummer\s)?
        (?:\d{1,2}|ett|två|tre|fyra|fem)\b(?!\d)"""
)
TOGETHER: Final = _words(r"\b(?:tillsammans|gemensam\w{0,2}|ihop|i\ssamverkan|båda|parterna|aktörerna)\b")
FOLLOWUP: Final = _words(r"\b(?:uppföljning|redovisning|utvärdering|resultat|så\s(?:här\s)?(?:gick|har))")
# What a paper that holds promises is called.
PAPER: Final = _words(
    r"\b(?:\w{0,20}överenskommelse|avtal|\w{0,12}plan|program|avsiktsförklaring|samverkan\w{0,20}|samarbete\w{0,12})\w{0,3}\b"
)
PRONOUN: Final = _words(r"(?:vi|det|de|den|här|där|man|ni|du)\b")
# A lead-in that points back to what was just said: "Det gör vi så här:".
POINTS_BACK: Final = _words(
    r"\W{0,3}(?:det|detta|så|hur|genom|för\satt\s(?:nå|hålla|uppfylla)|aktiviteter|åtgärder|insatser)\b"
)
# What may stand in a heading besides a theme: function words, months, and the words of every pledge.
NO_THEME: Final = _words(
    r"""(?:och|samt|med|av|för|i|inom|på|till|från|att|som|den|det|de|detta|dessa|här|så|är|vi|vår|våra|vårt
            |sin|sina|sitt|ni|dig
        |er|sig|en|ett|under|mellan|också|även|nu|vad|hur|vem|vilka|nytt|nya|ny|år|året|åren|årets|hela
            |bland|annat|bl|a|andra
        |genom|följande|därför|gäller|punkterna|punkter|nedan|nedanstående|parterna|aktörerna|båda|bägge
            |samma|perioden
        |tid|tiden|tidsperiod|tidsperioden|jan\w*|feb\w*|mars|april|maj|juni|juli|aug\w*|sep\w*|okt\w*
            |nov\w*|dec\w*
        |ska|skall|skulle|kommer|lovar|lovade|lova|göra|gör|göras|görs|genomföra|genomför|genomförs|arbeta
            |arbetar|nå
        |uppfyller|åstadkomma|ansvarar|ansvar|bidrar|stöttar|förbinder|åtar|innebär|tillsammans|ihop
            |gemensamt|gemensamma
        |gemensam|samverkan|respektive|vilket|detsamma|lyder|fanns|del|delar|polisiära?|kommunala
            |medborgarlöfte\w*|löfte\w*
        |löften\w*|medborgare\w*|medborgarna|invånare\w*|invånarna|aktivitet\w*|åtgärd\w*|åtagande\w*
            |insatser\w*
        |lokala|lokalt|särskilt|överens|enats|beslutat)"""
)
