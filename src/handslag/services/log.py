"""The log of verbs: `record()` writes it, and one dictionary turns a verb into a sentence."""

from collections.abc import Mapping

from handslag import clock
from handslag.models.models import LogEntry, Municipality, User
from handslag.sentences import Language

# verb: (Swedish, English). Every verb in `services/` has its line here.
VERBS: dict[str, tuple[str, str]] = {
    "read_page": ("läste in en sida med {promises} löften", "read in a page with {promises} promises"),
    "add_draft": ("lade till ett utkast", "added a draft"),
    "edit_draft": ("ändrade ett utkast", "changed a draft"),
    "discard_draft": ("tog bort ett utkast", "removed a draft"),
    "publish_round": ("publicerade {promises} löften", "published {promises} promises"),
    "log_activity": ("loggade en insats", "logged an activity"),
    "correct_activity": ("rättade en insats", "corrected an activity"),
    "start_import": ("laddade upp en fil med {rows} rader", "uploaded a file of {rows} rows"),
    "import_activities": (
        "läste in {activities} insatser ur en fil",
        "read in {activities} activities from a file",
    ),
    "undo_import": (
        "tog tillbaka {activities} insatser ur en fil",
        "took back {activities} activities from a file",
    ),
    "close_period": ("stängde en period", "closed a period"),
}


def said(verb: str, params: Mapping[str, object], language: Language = "sv") -> str:
    """What was done, as it follows a name: "Anna loggade en insats"."""
    return VERBS[verb][0 if language == "sv" else 1].format_map(params)


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
