"""A made-up noticeboard, patrol sheet and survey on paper."""

from datetime import date

from handslag.documents.blocks import Sign
from handslag.documents.paper import (
    Noticeboard,
    PaperForm,
    PaperNote,
    PaperQuestion,
    PatrolSheet,
    Posted,
    Poster,
    Task,
    Tick,
)

BEHIND = Sign("BEHIND", "Behind")


def posted(number: int) -> Posted:
    return Posted(f"{number}.", f"Promised thing {number}.", BEHIND, "1 of 2.")


def task(number: int) -> Task:
    shown = f"example.org/log/?promise={number}"
    return Task(f"{number}.", "Two checks.", BEHIND, "1 of 2.", "Brunne", f"https://{shown}", shown)


NOTICEBOARD = Noticeboard(
    title="How is it going?",
    language="en",
    on=date(2019, 9, 2),
    owner="Härnösand’s citizen promises",
    lead="What was promised.",
    tally=((BEHIND, 2),),
    promises=(posted(1), posted(2)),
    more=tuple(f"and {number} more" for number in range(1, 311)),
    call="Read more",
    address="https://example.org/harnosand/",
    shown="example.org/harnosand",
    foot="Counted on 2 September 2019.",
    notice="The activities are made up.",
)
PATROL = PatrolSheet(
    title="Patrol sheet",
    language="en",
    on=date(2019, 9, 2),
    owner="Härnösand’s citizen promises",
    lead="Point the phone at the code.",
    tasks=(task(1), task(2)),
    places_title="Places",
    places=("Brunne", "Gussjö"),
    foot="Printed 2 September 2019.",
    page_words=("Page", "of"),
)
SURVEY = PaperForm(
    title="How safe are you?",
    language="en",
    direction="ltr",
    on=date(2019, 9, 2),
    owner="Härnösand",
    lead=("Write no names.",),
    parts=(
        PaperNote("Where you live", "en", is_heading=True),
        PaperQuestion("1", "Out after dark?", "", "Tick one.", "", "ticks", "en", (Tick("1", "Yes"),)),
        PaperQuestion("2", "How safe?", "", "", "Only if yes.", "scale", "en", (Tick("1", ""),), ("A", "B")),
        PaperQuestion("3", "What first?", "", "", "", "order", "en", (Tick("1", "Light"),)),
        PaperQuestion("4", "In your words", "", "", "", "lines", "en"),
    ),
    thanks="Thank you.",
    foot="How safe are you?",
    page_words=("Page", "of"),
)

POSTER = Poster(
    title="Dialogue meeting in Brunne",
    language="en",
    on=date(2018, 10, 9),
    owner="The police and the municipality",
    when="9 October 2018, 18:00–20:00",
    where="Brunne school",
    lead="We want to know where you feel safe.",
    facts=(("What you can influence", "Where the police walk."), ("You meet", "A municipal police officer")),
    call="Read more",
    address="https://example.org/harnosand/dialoger/abcdefghjk/",
    shown="example.org/harnosand/dialoger/abcdefghjk",
    foot="Härnösand’s citizen promises",
)
