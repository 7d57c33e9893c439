"""Nouns for persons and the adjectives that stand before them: closed classes with their compounds."""

import re

from handslag.domain.reading.tokens import Endings, listed

GRADE = listed("årskurs åk årskurserna")
# Also as the end of a compound: "skolelever", "butiksägare", "kommuninvånare".
_ENDINGS = Endings(
    "ungdom ungdomar ungdomarna elev elever eleverna föräldrar föräldrarna tonåringar tonåringarna"
    " vårdnadshavare vårdnadshavarna invånare invånarna innevånare innevånarna medborgare medborgarna"
    " pensionärer pensionärerna seniorer seniorerna trafikanter trafikanterna cyklister cyklisterna"
    " bilister bilisterna fotgängare fotgängarna förare förarna mopedister resenärer resenärerna"
    " besökare besökarna turister turisterna gäster gästerna offer offren offret målgrupp målgruppen"
    " målgrupper målgrupperna riskgrupper ungdomsgrupper ungdomsgäng företagare företagarna"
    " näringsidkare näringsidkarna handlare handlarna ägare ägarna ägaren medarbetare medarbetarna"
    " ledare ledarna krögare krögarna missbrukare missbrukarna brukare brukarna gärningsmän"
    " gärningspersoner förövare langare langarna studenter studenterna klassare klassarna åringar"
    " åringarna pojkar pojkarna flickor flickorna killar tjejer människor människorna personer"
    " personerna individer individerna familjer familjerna barn barnen allmänhet allmänheten kriminella"
    " brottsaktiva boende boenden nattvandrargrupper föreningar föreningarna åkare deltagare unga"
    " hushåll hushållen kvinnor kvinnorna utövare konsumenter säljare yrkesverksamma skolungdom gäng"
    " klasser rattfyllerister aktiva nyckelpersoner"
)
_ALONE = listed(
    "ungas yngre äldre äldres seniorer folk folket män männen kunder kunderna nyanlända anhöriga"
    " närstående hemlösa funktionsnedsatta utlandsfödda grannar grannarna bybor ortsbor missbrukande"
    " butiksanställda asylsökande våldsutsatta cyklande gående medborgaren invånaren tonåring pensionär"
    " senior vuxen"
)
# They end like a person and are none: organisations, things, those who promise or help, adverbs.
_NOT_PERSONS = listed(
    "fritidsledare ungdomsledare gruppledare projektledare utredningsledare sekunder utförare"
    " genomförare grannsamverkansföreningar företagsföreningar fastighetsägareföreningar tunga spunga"
    " lunga folkpersoner poliser kontaktpersoner fältassistenter aktiva proaktiva interaktiva"
    " alternativa attraktiva effektiva företagarföreningar näringslivsföreningar vuxenvandrargrupper"
    " aktivare nyckelpersoner samarbetspartner hyresvärdar ordningsstörare enkätdeltagare mötesdeltagare"
    " klasser"
)
_ADJECTIVE = re.compile(
    r"\A(?:unga?|äldre|yngre|nyanlända|utlandsfödda|nya|utvalda|utsatta|sårbara|enskilda|ensamma|vuxna|gamla|små|kriminella"
    r"|[^\W\d_]{2,25}(?:liga?|iska|sk|[aeruis][dt]de|skyddade|ade|erade|ella|aktiva|ande|ende|burna?|buren|burne|lösa|satta|dda)"
    r"|\d+:[ea])",
    re.IGNORECASE,
)
_NOT_ADJECTIVES = listed(
    "samtliga många övriga olika berörda följande gällande angående avseende rörande motsvarande"
    " gemensamma enligt särskilda verkande syftande behöriga boende beträffande inklusive"
    " godkände ledande lokala"
)


def is_person(low: str) -> bool:
    """Whether the word, in lower case, is a noun for persons; a genitive s does not count."""
    return _names_persons(low) or (low[-1:] == "s" and _names_persons(low[:-1])) or low == "klasser"


def _names_persons(word: str) -> bool:
    return word in _ALONE or (_ENDINGS.end(word) and word not in _NOT_PERSONS)


def is_described(low: str) -> bool:
    """Whether the word is a participle that can stand for the persons it describes: "drogpåverkade"."""
    return low.endswith(("påverkade", "utsatta", "drabbade", "sökande"))


def may_be_group(low: str) -> bool:
    """Whether the word alone may be a group: asked first, as nearly all words cannot."""
    return low in GRADE or low == "personal" or is_described(low) or is_person(low)


def is_adjective(low: str) -> bool:
    """Whether the word may describe persons; determiners ("samtliga", "många") and verbs are none."""
    return low not in _NOT_ADJECTIVES and _ADJECTIVE.fullmatch(low) is not None
