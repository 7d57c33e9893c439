"""Calendars, registers, hours, baselines, the population. As in `handslag.sentences`."""

LISTS: dict[str, tuple[str, str]] = {
    # services/keeping/registers.py, sources/skolverket
    "break_outside_terms": (
        "Lovet {name} ligger inte inom en termin. Rätta lovets dagar eller terminens.",
        "The break {name} is not within a term. Correct the days of the break or of the term.",
    ),
    "unknown_authority": (
        "Huvudmannen {value} finns inte. Lägg till den bland läsårstiderna först.",
        "There is no school authority {value}. Add it among the terms first.",
    ),
    "authority_known": (
        "Huvudmannen {name} finns redan. Ändra terminerna där.",
        "The school authority {name} is there already. Change its terms there.",
    ),
    "unknown_school": (
        "Skolan {value} finns inte i listan. Gå tillbaka till listan och börja om därifrån.",
        "The school {value} is not in the list. Go back to the list and start again from there.",
    ),
    "school_known": (
        "Skolan {name} finns redan i listan. Ändra den där, eller ge den nya ett annat namn.",
        "The school {name} is in the list already. Change it there, or give the new one another name.",
    ),
    "no_schools_to_add": (
        "Det finns ingen skola att lägga till. Välj minst en.",
        "There is no school to add. Choose at least one.",
    ),
    "storhelger_known": (
        "Alla storhelger {year} finns redan i serien.",
        "All great holidays of {year} are in the series already.",
    ),
    "event_removed": (
        "Evenemanget är redan borttaget ur kalendern.",
        "The event is off the calendar already.",
    ),
    "name_of_another_place": (
        "{name} är redan ett namn på {place}. Ta bort det där först, annars räknas insatser på ingendera.",
        "{name} is a name of {place} already. Take it away there first, or activities count at neither.",
    ),
    "not_a_position": (
        "Latitud är högst 90 grader och longitud högst 180. Skriv av dem från kartan, latitud först.",
        "Latitude is at most 90 degrees and longitude at most 180. Copy them from the map, latitude first.",
    ),
    "place_in_use": (
        "Något är redovisat, planerat eller sagt om {place}. Platsen kan inte tas bort, men byta andra namn.",
        "Something is reported, planned or told about {place}. It cannot be removed, but its other names can change.",
    ),
    "schools_without_names": (
        "I filen finns ingen kolumn med skolornas namn. Skriv rubriken Skola överst i den.",
        "The file has no column with the names of the schools. Write the heading Skola at its top.",
    ),
    "not_school_register": (
        "Filen har inte Skolverkets form. Hämta skolenheterna därifrån igen (filtypen JSON) och välj den filen.",
        "The file has not the form of Skolverket. Fetch the school units again as JSON and choose that file.",
    ),
    # services/keeping/hours.py, services/promises/baselines.py
    "hours_below_zero": (
        "Antalet timmar kan inte vara mindre än noll.",
        "The number of hours cannot be below zero.",
    ),
    "measured_in_future": (
        "{day} har inte varit än. Skriv den dag då värdet mättes.",
        "{day} has not been yet. Write the day on which the value was measured.",
    ),
    "no_baseline": (
        "Det finns inget utgångsvärde att låsa. Skriv in ett först.",
        "There is no baseline to lock. Enter one first.",
    ),
    "baseline_locked": (
        "Utgångsvärdet är låst och kan inte ändras.",
        "The baseline is locked and cannot be changed.",
    ),
    "baseline_too_late": (
        "Den första insatsen är redan gjord. Ett utgångsvärde låses före den, annars kan det väljas efteråt.",
        "The first activity is done already. A baseline is locked before it, or it could be chosen afterwards.",
    ),
    "baseline_not_locked": (
        "En ny mätning kräver ett låst utgångsvärde. Lås det innan den första insatsen görs.",
        "A new measurement needs a locked baseline. Lock it before the first activity is done.",
    ),
    "measured_before_baseline": (
        "Utgångsvärdet mättes {day}. En ny mätning måste vara från en senare dag.",
        "The baseline was measured on {day}. A new measurement must be from a later day.",
    ),
    "measurement_without_reason": (
        "Skriv varför mätningen tas tillbaka.",
        "Write why the measurement is taken back.",
    ),
    "measurement_taken_back": (
        "Mätningen är redan tillbakatagen.",
        "The measurement is taken back already.",
    ),
    # analysis/weighting.py
    "margin_codes": (
        "{margin}: alla som svarat måste höra till en av grupperna. Se över indelningen.",
        "{margin}: all who answered must belong to one of the groups. Look at the division.",
    ),
    "margin_class_empty": (
        "{margin}: ingen i grupp {number} har svarat, så svaren går inte att vikta. Slå ihop den med en annan.",
        "{margin}: nobody in group {number} answered, so there is nothing to weight. Join it with another.",
    ),
    "margin_class_unknown": (
        "{margin}: i grupp {number} finns svar men ingen befolkning. Se över siffrorna.",
        "{margin}: group {number} has answers but no population. Look at the figures.",
    ),
    "raking_no_end": (
        "Svaren går inte att vikta till alla grupper på samma gång. Använd färre eller större grupper.",
        "The answers cannot be weighted to all groups at once. Use fewer or larger groups.",
    ),
    # sources/scb, domain/listening/population.py
    "not_population": (
        "Filen är inte SCB:s tabell över folkmängd efter ålder i år och kön. Hämta den därifrån igen (filtypen CSV eller JSON-stat).",
        "The file is not SCB's table of population by age in years and sex. Fetch it as CSV or JSON-stat.",
    ),
    "population_elsewhere": (
        "Filen har inga siffror för kommun {municipality}. Välj er kommun när du hämtar den.",
        "The file has no figures for municipality {municipality}. Choose yours when you fetch it.",
    ),
    "population_incomplete": (
        "I filen saknas någon ålder från 0 till 100 eller ett av könen. Hämta alla åldrar och båda könen.",
        "The file lacks an age from 0 to 100, or one of the sexes. Fetch all ages and both sexes.",
    ),
}
