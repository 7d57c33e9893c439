"""Promises, their files, and why a cell has its status. As in `handslag.sentences`."""

PROMISES: dict[str, tuple[str, str]] = {
    # files/
    "not_utf8": (
        "Filen är inte sparad som UTF-8. Spara den igen och välj teckenkodningen UTF-8.",
        "The file is not saved as UTF-8. Save it again and choose the encoding UTF-8.",
    ),
    "not_json": (
        "Det här går inte att läsa som JSON. Se efter om ett komma, citattecken eller en parentes saknas.",
        "This cannot be read as JSON. See if a comma, quotation mark or bracket is missing.",
    ),
    "not_csv": (
        "Det här går inte att läsa som CSV. Se efter om ett citattecken saknas.",
        "This cannot be read as CSV. See if a quotation mark is missing.",
    ),
    "missing_columns": (
        "Första raden saknar {columns}. Lägg till det som kolumn.",
        "The first row lacks {columns}. Add it as a column.",
    ),
    "wrong_number_of_cells": (
        "Raden har {cells} fält men det finns {columns} kolumner. Sätt text med komma inom citattecken.",
        "The row has {cells} cells but there are {columns} columns. Put text with commas in quotation marks.",
    ),
    "unknown_field": (
        "{field} känns inte igen. Rätta stavningen eller ta bort det.",
        "{field} is not known. Correct the spelling or remove it.",
    ),
    "missing_field": ("{field} saknas. Fyll i det.", "{field} is missing. Fill it in."),
    "not_text": ("{field} ska vara text, men är {value}.", "{field} must be text, but is {value}."),
    "not_texts": (
        "{field} ska vara en lista med texter, men är {value}.",
        "{field} must be a list of texts, but is {value}.",
    ),
    "not_object": (
        "{field} ska vara ett objekt med namn och värden inom {{ }}.",
        "{field} must be an object with names and values in {{ }}.",
    ),
    "not_list": ("{field} ska vara en lista inom [ ].", "{field} must be a list in [ ]."),
    "not_true_or_false": (
        "{field} ska vara true eller false, men är {value}.",
        "{field} must be true or false, but is {value}.",
    ),
    "bad_date": (
        "{field} är {value}, som inte är en dag. Skriv den som 2019-06-01.",
        "{field} is {value}, which is no date. Write it as 2019-06-01.",
    ),
    "bad_number": (
        "{field} är {value}, som inte är ett tal. Skriv det som 2 eller 37.5.",
        "{field} is {value}, which is no number. Write it as 2 or 37.5.",
    ),
    "unknown_word": (
        "{field} är {value}, men ska vara något av {words}.",
        "{field} is {value} but must be one of {words}.",
    ),
    "twice": (
        "{field}: {value} står två gånger. Ta bort det ena.",
        "{field}: {value} stands twice. Remove one of them.",
    ),
    "unknown_promise": (
        "Löftet {value} finns inte bland löftena. Rätta id eller lägg till löftet.",
        "The promise {value} is not among the promises. Correct the id or add the promise.",
    ),
    "unknown_place": (
        "Platsen {value} hör inte till löftet {promise}, eller kan vara flera av dess platser. Rätta namnet.",
        "The place {value} is not one of promise {promise}, or could be several of them. Correct the name.",
    ),
    "report_for_place": (
        "Löftet {promise} bedöms inte plats för plats. Lämna platsen ({value}) tom.",
        "The promise {promise} is not judged place by place. Leave the place ({value}) empty.",
    ),
    "closed_too_early": (
        "Perioden pågår till {end} och kan inte stängas redan {closed_on}.",
        "The period lasts until {end} and cannot be closed as early as {closed_on}.",
    ),
    # domain/promises/terms.py, domain/keeping/activities.py, domain/judging/calendar.py, domain/judging/versions.py
    "review_before_start": (
        "Löftet ska ses över {review_on}, innan det börjar gälla ({valid_from}). Rätta ett av datumen.",
        "The promise is to be reviewed on {review_on}, before it starts ({valid_from}). Correct one of the dates.",
    ),
    "by_outside_validity": (
        "Det ska vara klart {by}, men den dagen gäller inte löftet (från {valid_from}). Rätta ett av datumen.",
        "It is due on {by}, a day the promise does not cover (from {valid_from}). Correct one of the dates.",
    ),
    "negative_amount": (
        "Antalet är {value}, men får inte vara mindre än noll. Ta bort minustecknet eller raden.",
        "The amount is {value} but must not be below zero. Remove the minus sign or the row.",
    ),
    "report_backwards": (
        "Redovisningen slutar ({end}) innan den börjar ({start}). Rätta ett av datumen.",
        "The report ends ({end}) before it starts ({start}). Correct one of the dates.",
    ),
    "event_backwards": (
        "Evenemanget {event} slutar ({end}) innan det börjar ({start}). Rätta ett av datumen.",
        "The event {event} ends ({end}) before it starts ({start}). Correct one of the dates.",
    ),
    "unknown_event": (
        "Evenemanget {value} finns inte i kalendern. Lägg till det där eller rätta namnet.",
        "The event {value} is not in the calendar. Add it there or correct the name.",
    ),
    "periods_overlap": (
        "Två perioder i kalendern har dagar gemensamt ({start} till {end}). Rätta den enas datum.",
        "Two periods of the calendar share days ({start} to {end}). Correct the dates of one.",
    ),
    "holidays_before_2005": (
        "Helgdagarna räknas från 2005, då lagen fick sin nuvarande lydelse; {year} går inte.",
        "Holidays are computed from 2005, when the act got its present wording; {year} cannot be.",
    ),
    "duplicate_promise": (
        "Löftet {promise} står två gånger med version {version}. Ge dem olika id eller olika version.",
        "The promise {promise} stands twice with version {version}. Give them different ids or versions.",
    ),
    "version_not_later": (
        "Löftet {promise}: version {version} måste börja gälla senare än versionen före.",
        "Promise {promise}: version {version} must start later than the version before it.",
    ),
    "version_of_another": (
        "Alla versioner måste ha samma id som löftet {promise}.",
        "All versions must have the same id as the promise {promise}.",
    ),
    # domain/judging/cells.py, domain/judging/goals.py: why a cell has its status
    "target_reached": ("Gjort: {done} av {target}.", "Done: {done} of {target}."),
    "on_track_due": (
        "{done} av {target} gjort, {due} skulle vara gjort nu. Kvar: {needed} på {days_left} dagar.",
        "{done} of {target} done, {due} due by now. Left: {needed} in {days_left} days.",
    ),
    "behind_due": (
        "{done} av {target} gjort, men {due} skulle vara gjort nu. Kvar: {needed} på {days_left} dagar.",
        "{done} of {target} done, but {due} due by now. Left: {needed} in {days_left} days.",
    ),
    "closed_short": (
        "{done} av {target} gjort när perioden stängdes {closed_on}.",
        "{done} of {target} done when the period was closed on {closed_on}.",
    ),
    "not_reported": (
        "{done} av {target} är känt. Perioden är slut men ingen har redovisat den sedan {since}.",
        "{done} of {target} is known. The period is over but nobody has reported on it since {since}.",
    ),
    "not_begun": ("Börjar {start}.", "Begins on {start}."),
    "due_later": (
        "Ska vara klart {due_on}. Hittills {done} av {target}.",
        "Due on {due_on}. So far {done} of {target}.",
    ),
    "no_last_day": (
        "Löftet säger inte när det ska vara klart. Hittills {done} av {target}.",
        "The promise does not say when it is due. So far {done} of {target}.",
    ),
    "period_too_short": (
        "Löftet gäller bara {days} av periodens {of_days} dagar. Det är för kort tid för att kräva minst {at_least}.",
        "The promise covers only {days} of the period's {of_days} days. That is too short to ask for at least {at_least}.",
    ),
    "part_of_period": (
        "Löftet gäller {days} av periodens {of_days} dagar, så målet (minst {at_least}) är sänkt lika mycket.",
        "The promise covers {days} of the period's {of_days} days, so the target (at least {at_least}) is lowered as much.",
    ),
    "year_in_full": (
        "Löftet gäller {days} av {of_days} dagar, men nämner året. Därför räknas hela året.",
        "The promise covers {days} of {of_days} days, but names the year. So all of the year counts.",
    ),
    "minimal_reading": (
        "Löftet säger inte hur många gånger. Då räknar vi minst en.",
        "The promise does not say how many times. Then we count at least one.",
    ),
    "approximate_term": (
        "Skolans terminer är inte inskrivna, så halvår räknas i stället.",
        "The school's terms are not entered, so half-years are counted instead.",
    ),
    "aim_not_judged": (
        "En avsikt bedöms inte. Vad som gjorts för den visas.",
        "An aim is not judged. What was done for it is shown.",
    ),
    # domain/judging/fulfilment.py, domain/judging/counting.py: what concerns no single cell
    "planned": (
        "{activities} {activities:planerad insats/planerade insatser} räknas inte.",
        "{activities} planned {activities:activity is/activities are} not counted.",
    ),
    "cancelled": (
        "{activities} {activities:inställd insats/inställda insatser} räknas inte.",
        "{activities} cancelled {activities:activity is/activities are} not counted.",
    ),
    "denied": (
        "{activities} {activities:insats/insatser} räknas inte, för en part som sägs ha varit med säger att den inte var det.",
        "{activities} {activities:activity is/activities are} not counted: a party said to have taken part says that it did not.",
    ),
    "after_the_day": (
        "{activities} {activities:insats/insatser} ligger efter dagen som bedömningen gäller och räknas inte.",
        "{activities} {activities:activity/activities} after the day asked about: not counted.",
    ),
    "outside_periods": (
        "{activities} {activities:insats/insatser} ligger utanför löftets perioder och räknas inte.",
        "{activities} {activities:activity/activities} outside the periods of the promise: not counted.",
    ),
    "not_placed": (
        "{activities} {activities:insats/insatser} saknar plats och räknas inte. Ange var {activities:den/de} gjordes.",
        "{activities} {activities:activity/activities} without a place: not counted. Say where.",
    ),
    "other_place": (
        "{activities} {activities:insats/insatser} på platser som löftet inte nämner (eller som kan vara flera) räknas inte.",
        "{activities} {activities:activity/activities} at places the promise does not name (or that could be several): not counted.",
    ),
    "other_event": (
        "{activities} {activities:insats/insatser} hör till evenemang som löftet inte gäller och räknas inte.",
        "{activities} {activities:activity/activities} of events the promise is not about: not counted.",
    ),
    "several_events": (
        "{activities} {activities:insats/insatser} kan höra till flera evenemang och räknas inte. Ange vilket.",
        "{activities} {activities:activity/activities} that could belong to several events: not counted. Say to which.",
    ),
    "no_places": (
        "Löftet ska bedömas plats för plats men nämner ingen plats.",
        "The promise is to be judged place by place but names no place.",
    ),
    "no_schools": (
        "Löftet ska bedömas skola för skola men varken det eller kalendern nämner någon skola.",
        "The promise is to be judged school by school but neither it nor the calendar names a school.",
    ),
    "no_events": (
        "Inget evenemang under löftets tid står i kalendern, så det finns inget att bedöma.",
        "The calendar has no event during the promise, so there is nothing to judge.",
    ),
    "no_periods": (
        "Kalendern har ingen period under löftets tid, så det finns inget att bedöma.",
        "The calendar has no period during the promise, so there is nothing to judge.",
    ),
    # services/showing/reads/reports.py
    "nothing_in_period": (
        "Inget i löftet skulle göras under perioden.",
        "Nothing in the promise was to be done in the period.",
    ),
    # domain/promises/terms.py
    "at_least_not_positive": (
        "Minst-antalet måste vara större än noll, men är {value}.",
        "The least number must be more than zero, but is {value}.",
    ),
    "count_not_whole": (
        "Ett antal gånger måste vara ett heltal, men är {value}.",
        "A number of times must be a whole number, but is {value}.",
    ),
    "validity_backwards": (
        "Löftet slutar gälla ({valid_to}) innan det börjar gälla ({valid_from}). Rätta ett av datumen.",
        "The promise ends ({valid_to}) before it starts ({valid_from}). Correct one of the dates.",
    ),
    "unknown_party": (
        "Parten {value} känns inte igen. Skriv till exempel police eller municipality.",
        "The party {value} is not known. Write for example police or municipality.",
    ),
}
