"""The log of verbs: `record()` writes it, and one dictionary turns a verb into a sentence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, time

from handslag import clock
from handslag.models.models import LogEntry, Municipality, User
from handslag.sentences import Language, filled

# verb: (Swedish, English), filled as `handslag.sentences` says. Every verb in `services/` has its line here.
VERBS: dict[str, tuple[str, str]] = {
    "read_page": (
        "läste in en sida med {promises} {promises:löfte/löften}",
        "read in a page with {promises} {promises:promise/promises}",
    ),
    "add_draft": ("lade till ett utkast", "added a draft"),
    "set_contact": ("ändrade vem invånare kan fråga", "changed whom residents can ask"),
    "begin_round": ("började en omgång för hand", "began a round by hand"),
    "edit_draft": ("ändrade ett utkast", "changed a draft"),
    "discard_draft": ("tog bort ett utkast", "removed a draft"),
    "carry_over": (
        "valde vad som följer med från förra omgången: {promises} {promises:löfte/löften}",
        "chose what is carried over from the former round: {promises} {promises:promise/promises}",
    ),
    "publish_round": (
        "publicerade {promises} {promises:löfte/löften}",
        "published {promises} {promises:promise/promises}",
    ),
    "prolong_promise": ("förlängde löftet från {valid_from}", "prolonged the promise from {valid_from}"),
    "amend_promise": ("ändrade löftet från {valid_from}", "amended the promise from {valid_from}"),
    "replace_promise": (
        "ersatte löftet med löfte {by} från {valid_from}",
        "replaced the promise by promise {by} from {valid_from}",
    ),
    "withdraw_promise": ("återtog löftet från {valid_from}", "withdrew the promise from {valid_from}"),
    "review_promise": (
        "såg över löftet, nästa översyn {next_on}",
        "reviewed the promise, next review {next_on}",
    ),
    "log_activity": ("loggade en insats", "logged an activity"),
    "correct_activity": ("rättade en insats", "corrected an activity"),
    "plan_activities": (
        "planerade {activities} {activities:insats/insatser}",
        "planned {activities} {activities:activity/activities}",
    ),
    "confirm_plan": ("bekräftade en planerad insats som gjord", "confirmed a planned activity as done"),
    "confirm_part": (
        "bekräftade att den egna parten var med",
        "confirmed that their own party took part",
    ),
    "deny_part": (
        "sade att den egna parten inte var med",
        "said that their own party did not take part",
    ),
    "start_import": (
        "laddade upp en fil med {rows} {rows:rad/rader}",
        "uploaded a file of {rows} {rows:row/rows}",
    ),
    "import_activities": (
        "läste in {activities} {activities:insats/insatser} ur en fil",
        "read in {activities} {activities:activity/activities} from a file",
    ),
    "undo_import": (
        "tog tillbaka {activities} {activities:insats/insatser} ur en fil",
        "took back {activities} {activities:activity/activities} from a file",
    ),
    "set_terms": (
        "satte {terms} {terms:termin/terminer} för en huvudman",
        "set {terms} {terms:term/terms} of a school authority",
    ),
    "set_school": ("ändrade en skola i skollistan", "changed a school of the list"),
    "set_schools": (
        "läste in {schools} {schools:skola/skolor}",
        "read in {schools} {schools:school/schools}",
    ),
    "set_event": ("ändrade ett evenemang i kalendern", "changed an event of the calendar"),
    "add_storhelger": (
        "lade till {events} {events:storhelg/storhelger} för {year}",
        "added {events} great {events:holiday/holidays} of {year}",
    ),
    "remove_event": ("tog bort ett evenemang ur kalendern", "took an event off the calendar"),
    "set_place": ("ändrade en plats i platslistan", "changed a place of the list"),
    "remove_place": ("tog bort en plats ur platslistan", "took a place off the list"),
    "set_available_hours": (
        "skrev in tillgängliga timmar {start} till {end}",
        "entered available hours {start} to {end}",
    ),
    "remove_available_hours": (
        "tog bort tillgängliga timmar {start} till {end}",
        "took away available hours {start} to {end}",
    ),
    "set_baseline": ("skrev in ett utgångsvärde", "entered a baseline"),
    "lock_baseline": ("låste utgångsvärdet", "locked the baseline"),
    "create_survey": ("gjorde en enkät", "made a survey"),
    "import_survey": (
        "läste in en enkät ur en XLSForm, {unread} {unread:sak/saker} gick inte att läsa",
        "read in a survey from an XLSForm, {unread} {unread:thing/things} could not be read",
    ),
    "edit_survey": (
        "ändrade en enkät, som nu har {questions} {questions:fråga/frågor}",
        "changed a survey, now of {questions} {questions:question/questions}",
    ),
    "correct_words": (
        "ändrade texterna på språket {language} i en enkät, nu version {version}",
        "changed the words in the language {language} of a survey, now version {version}",
    ),
    "settle_unread": ("gick igenom vad en fil hade mer", "saw to what else a file held"),
    "set_frame": ("ändrade en enkäts dagar och information", "changed the days and notice of a survey"),
    "open_survey": (
        "öppnade en enkät med {questions} {questions:fråga/frågor}",
        "opened a survey of {questions} {questions:question/questions}",
    ),
    "close_survey": ("stängde en enkät", "closed a survey"),
    "issue_codes": (
        "gjorde {codes} {codes:kod/koder} till en enkät",
        "made {codes} {codes:code/codes} for a survey",
    ),
    "count_second_entry": ("skrev in papper två gånger", "typed in papers twice"),
    "enter_response": ("skrev in enkätsvar från papper", "entered survey answers from paper"),
    "approve_results": ("godkände resultatet av en enkät", "approved the results of a survey"),
    "set_population": ("läste in befolkningen {year}", "read in the population of {year}"),
    "export_survey": (
        "hämtade en fil ({file}) med {answers} svar ur en enkät",
        "took a file ({file}) of {answers} {answers:answer/answers} out of a survey",
    ),
    "decide_disposal": ("skrev in gallringsbeslutet", "entered the decision on disposal"),
    "hold_disposal": ("stoppade all gallring", "stopped all disposal"),
    "release_disposal": ("släppte på gallringen igen", "let disposal go on"),
    "plan_dialogue": ("planerade en dialog", "planned a dialogue"),
    "change_dialogue": ("ändrade planen för en dialog", "changed the plan of a dialogue"),
    "cancel_dialogue": ("ställde in en dialog", "called off a dialogue"),
    "count_heads": ("skrev in hur många som kom", "entered how many came"),
    "enter_cards": ("skrev in {cards} kort", "entered {cards} {cards:card/cards}"),
    "owe_answer": ("utlovade ett svar", "promised an answer"),
    "publish_answer": ("publicerade ett svar", "published an answer"),
    "add_stop": ("lade till ett stopp på en vandring", "added a stop to a walk"),
    "record_finding": ("skrev in en iakttagelse på en vandring", "entered a finding of a walk"),
    "follow_up_finding": ("följde upp en iakttagelse från en vandring", "followed up a finding of a walk"),
    "read_voices": (
        "läste {voices} {voices:synpunkt/synpunkter}",
        "read {voices} {voices:voice/voices}",
    ),
    "read_voice": ("läste en synpunkt", "read a voice"),
    "tell_of_reading": (
        "läste {voices} {voices:synpunkt/synpunkter} inom en timme, och de andra fick veta det",
        "read {voices} {voices:voice/voices} within an hour, and the others were told",
    ),
    "review_voice": ("granskade en synpunkt", "reviewed a voice"),
    "erase_voice": (
        "raderade {voices} {voices:synpunkt/synpunkter}",
        "erased {voices} {voices:voice/voices}",
    ),
    "name_held_reader": (
        "utsåg vem som läser det som hålls i karantän",
        "named who reads what is held in quarantine",
    ),
    "add_measurement": ("skrev in en ny mätning", "entered a new measurement"),
    "take_back_measurement": ("tog tillbaka en mätning", "took back a measurement"),
    "close_period": ("stängde en period", "closed a period"),
    "state_verdict": ("sade den egna partens mening", "said what their own party thinks"),
    "set_resident_check": (
        "bestämde att invånarna får frågan efter {weeks} {weeks:vecka/veckor}",
        "decided that residents are asked after {weeks} {weeks:week/weeks}",
    ),
    "end_resident_check": ("slutade fråga invånarna", "stopped asking residents"),
    "set_responsible": ("ändrade vem som är ansvarig", "changed who answers for it"),
}


@dataclass(frozen=True, slots=True)
class LogRow:
    at: datetime
    who: str
    swedish: str
    english: str


def said(verb: str, params: Mapping[str, object], language: Language = "sv") -> str:
    """What was done, as it follows a name: "Anna loggade en insats"."""
    return filled(VERBS[verb][0 if language == "sv" else 1], params, language)


def record(
    verb: str, *, actor: User, municipality: Municipality, kind: str, object_id: str, **params: object
) -> LogEntry:
    """Note that `actor` did `verb`. `params` are plain values; never free text a person wrote."""
    if verb not in VERBS:
        raise KeyError(verb)
    return LogEntry.objects.create(
        at=clock.now(),
        actor=actor,
        municipality=municipality,
        verb=verb,
        kind=kind,
        object_id=object_id,
        params=params,
    )


def record_day(verb: str, *, actor: User, municipality: Municipality, kind: str, object_id: str) -> None:
    """Note that `actor` did `verb` that day, once however often: neither the moment nor the number is kept.

    For what each is done to one answer, which a moment or an order would lead to.
    """
    entry = {"actor": actor, "municipality": municipality, "verb": verb, "kind": kind, "object_id": object_id}
    midnight = datetime.combine(clock.today(), time.min, clock.STOCKHOLM)
    if not LogEntry.objects.filter(at=midnight, **entry).exists():
        LogEntry.objects.create(at=midnight, **entry)


def log_rows(municipality: Municipality, object_ids: Iterable[str]) -> list[LogRow]:
    """Who did what to these things, latest first. One query."""
    rows = LogEntry.objects.filter(municipality=municipality, object_id__in=list(object_ids))
    return [
        LogRow(row.at, str(row.actor or ""), said(row.verb, row.params), said(row.verb, row.params, "en"))
        for row in rows.select_related("actor")
    ]
