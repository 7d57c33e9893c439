"""Results of a survey, and what is hidden in them. As in `handslag.sentences`."""

RESULTS: dict[str, tuple[str, str]] = {
    # services/listening/results.py, exports.py, retention.py
    "survey_not_closed": (
        "Resultatet godkänns en gång, när enkäten är stängd. Stäng den, om det inte redan är gjort.",
        "Results are approved once, when the survey is closed. Close it, if that is not done already.",
    ),
    "survey_still_open": (
        "Svaren kan hämtas när enkäten är stängd. Stäng enkäten först.",
        "The answers can be fetched when the survey is closed. Close the survey first.",
    ),
    "results_too_few": (
        "Det finns färre än 20 svar, så inget kan visas eller hämtas.",
        "There are fewer than 20 answers, so nothing can be shown or fetched.",
    ),
    "disposal_undecided": (
        "Kommunens beslut om vad som får raderas (gallringsbeslutet) är inte inskrivet, så inget raderas. Skriv in beslutets nummer.",
        "The municipality has entered no decision on disposal, so nothing is erased. Enter its number.",
    ),
    "disposal_in_future": (
        "Beslutet kan inte vara taget senare än i dag. Rätta dagen.",
        "The decision cannot have been taken later than today. Correct the day.",
    ),
    "results_moved": (
        "Tabellerna gjordes den {day}, efter att du öppnade sidan. Inget är godkänt. Läs dem först, och godkänn sedan.",
        "The tables were made on {day}, after you opened the page. Nothing is approved. Read them first, and then "
        "approve.",
    ),
    "disposal_changed": (
        "Någon annan har ändrat beslutet sedan du öppnade sidan. Nu gäller {number} av den {day}, och radering "
        "pågår. Inget av ditt har sparats. Tryck igen om ditt ska gälla i stället.",
        "Somebody else has changed the decision since you opened the page. Now {number} of {day} holds, and "
        "disposal goes on. Nothing of yours has been saved. Press again if yours is to hold instead.",
    ),
    "disposal_held_meanwhile": (
        "Någon annan har ändrat beslutet sedan du öppnade sidan. Nu gäller {number} av den {day}, och all "
        "radering är stoppad. Inget av ditt har sparats. Tryck igen om ditt ska gälla i stället.",
        "Somebody else has changed the decision since you opened the page. Now {number} of {day} holds, and all "
        "disposal is stopped. Nothing of yours has been saved. Press again if yours is to hold instead.",
    ),
    "disposal_held": (
        "All radering är stoppad tills ni låter den fortsätta.",
        "All disposal is stopped until you let it go on.",
    ),
    # domain/listening/suppression.py
    "count_below_none": (
        "Ett antal i tabellen är mindre än noll. Räkna om underlaget.",
        "A count in the table is below zero. Count the answers again.",
    ),
}
