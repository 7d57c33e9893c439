"""What we say: one Swedish and one English sentence for every code of `handslag.domain`.

Rules carry codes and parameters, never sentences; the command line and the pages both speak
through here. A sentence says what is wrong and what to do about it. `{name}` is filled from the
parameters. Page texts that belong to a template stand in the template and in `locale/`.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Literal

Language = Literal["sv", "en"]

MONTHS: dict[Language, tuple[str, ...]] = {
    "sv": (
        *("januari", "februari", "mars", "april", "maj", "juni"),
        *("juli", "augusti", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}

# code: (Swedish, English). Kept in groups, one per module that gives the codes.
SENTENCES: dict[str, tuple[str, str]] = {
    # domain/promises.py
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
    # documents/
    "file_missing": (
        "{file} finns inte. Kontrollera namnet och mappen.",
        "{file} does not exist. Check the name and the folder.",
    ),
    "file_is_folder": (
        "{file} är en mapp. Ange en fil i mappen.",
        "{file} is a folder. Name a file in it.",
    ),
    "file_not_allowed": (
        "{file} får inte läsas av dig. Be den som äger filen om rätt att läsa den.",
        "You may not read {file}. Ask its owner for permission.",
    ),
    "file_unreadable": (
        "{file} går inte att läsa ({why}). Kopiera filen till din egen disk och försök igen.",
        "{file} cannot be read ({why}). Copy it to your own disk and try again.",
    ),
    "file_too_large": (
        "{file} är större än {megabytes} MB. Dela upp filen eller spara den utan bilder.",
        "{file} is larger than {megabytes} MB. Split it or save it without pictures.",
    ),
    "file_too_heavy": (
        "{file} tar för lång tid eller för mycket minne att läsa. Spara texten som en vanlig textfil (.txt).",
        "{file} takes too much time or memory to read. Save its text as a plain text file (.txt).",
    ),
    "file_empty": (
        "{file} är tom. Kontrollera att texten är sparad.",
        "{file} is empty. Check that the text was saved.",
    ),
    "file_no_text": (
        "{file} innehåller ingen text som syns. Kontrollera att det är rätt fil.",
        "{file} holds no visible text. Check that it is the right file.",
    ),
    "file_binary": (
        "{file} är inte en text. Ange en fil i formatet .txt, .html, .docx eller .pdf.",
        "{file} is not a text. Name a .txt, .html, .docx or .pdf file.",
    ),
    "file_encoding_mixed": (
        "{file} blandar teckenkodningar (först på rad {row}). Spara om filen som UTF-8.",
        "{file} mixes character encodings (first on line {row}). Save it again as UTF-8.",
    ),
    "file_encoding_twice": (
        "{file} har fått å, ä och ö förvanskade (till exempel Ã¥). Spara om originalet som UTF-8.",
        "{file} has its å, ä and ö garbled (for example Ã¥). Save the original again as UTF-8.",
    ),
    "file_encoding_unknown": (
        "{file} har en teckenkodning som inte känns igen. Spara om filen som UTF-8.",
        "{file} has a character encoding that is not recognised. Save it again as UTF-8.",
    ),
    "file_locked": (
        "{file} är skyddad med lösenord. Spara en kopia utan lösenord.",
        "{file} is protected by a password. Save a copy without one.",
    ),
    "file_macros": (
        "{file} innehåller makron och läses därför inte. Spara den som .docx utan makron.",
        "{file} holds macros and is therefore not read. Save it as .docx without macros.",
    ),
    "file_old_word": (
        "{file} är i ett äldre Office-format. Öppna den och spara som .docx.",
        "{file} is in an older Office format. Open it and save it as .docx.",
    ),
    "file_rtf": (
        "{file} är i formatet RTF. Öppna den och spara som .docx.",
        "{file} is in the RTF format. Open it and save it as .docx.",
    ),
    "file_needs_package": (
        "Paketet {package} saknas för att läsa {file}. Installera det med: pip install 'handslag[documents]'",
        "The package {package} is missing to read {file}. Install it with: pip install 'handslag[documents]'",
    ),
    "docx_not_word": (
        "{file} är inte ett Word-dokument. Spara texten som .docx, .pdf eller .txt.",
        "{file} is not a Word document. Save its text as .docx, .pdf or .txt.",
    ),
    "docx_broken": (
        "{file} är skadad och kan inte packas upp. Hämta filen igen eller spara om den.",
        "{file} is damaged and cannot be unpacked. Fetch it again or save it anew.",
    ),
    "docx_bomb": (
        "{file} packar upp till mer än ett Word-dokument får. Spara texten i en ny fil.",
        "{file} unpacks to more than a Word document may. Save its text in a new file.",
    ),
    "docx_entities": (
        "{file} innehåller XML-definitioner som inte hör hemma i Word. Spara om den i Word.",
        "{file} holds XML definitions that do not belong in Word. Save it anew in Word.",
    ),
    "pdf_broken": (
        "{file} är skadad eller inte en PDF. Hämta filen igen eller spara texten som .txt.",
        "{file} is damaged or no PDF. Fetch it again or save its text as .txt.",
    ),
    "pdf_scanned": (
        "{file} innehåller bara bilder av text. Kör texttolkning (OCR) på den eller skriv av texten.",
        "{file} holds only pictures of text. Run text recognition (OCR) on it or type the text.",
    ),
    "pdf_too_many_pages": (
        "{file} har {pages} sidor; högst {most} läses. Spara sidorna med löftena i en egen fil.",
        "{file} has {pages} pages; at most {most} are read. Save those with the promises in a file.",
    ),
    # services/ and web/
    "not_found": (
        "Sidan finns inte. Kontrollera adressen eller börja om från startsidan.",
        "There is no such page. Check the address or start again from the front page.",
    ),
    "not_allowed": (
        "Din roll får inte göra det här. Be kommunens samordnare om hjälp.",
        "Your role may not do this. Ask the municipality's coordinator for help.",
    ),
    "form_expired": (
        "Formuläret hann bli för gammalt. Gå tillbaka, ladda om sidan och skicka igen.",
        "The form had become too old. Go back, reload the page and send it again.",
    ),
    "server_error": (
        "Något gick fel hos oss. Det du skrev kan vara osparat. Försök igen om en stund.",
        "Something went wrong on our side. What you wrote may not be saved. Try again in a while.",
    ),
    "no_promises_found": (
        "Vi hittade inga löften i texten. Kontrollera att det är sidan där löftena räknas upp.",
        "We found no promises in the text. Check that it is the page that lists the promises.",
    ),
    "already_published": (
        "Löftet är redan publicerat och kan inte ändras som utkast. Gör en ny version i stället.",
        "The promise is already published and cannot be changed as a draft. Make a new version instead.",
    ),
    "nothing_to_publish": (
        "Det finns inga utkast kvar att publicera här.",
        "There are no drafts left to publish here.",
    ),
    "draft_without_party": (
        "Det saknas vem som lovar i löftet ”{text}”. Välj minst en part.",
        "The promise “{text}” does not say who promises. Choose at least one party.",
    ),
    "draft_without_measure": (
        "Välj hur löftet ”{text}” ska bedömas innan det publiceras.",
        "Choose how the promise “{text}” is to be judged before it is published.",
    ),
    "activity_without_promise": (
        "Välj minst ett löfte som insatsen gäller.",
        "Choose at least one promise that the activity is for.",
    ),
    "amount_not_positive": (
        "Antal och timmar måste vara större än noll.",
        "Count and hours must be more than zero.",
    ),
    "activity_in_future": (
        "Dagen {day} har inte varit än. Logga insatsen som planerad, eller rätta dagen.",
        "The day {day} has not been yet. Log the activity as planned, or correct the day.",
    ),
    "unknown_place_or_promise": (
        "Platsen eller löftet hör inte till den här kommunen. Välj ur listan.",
        "The place or promise does not belong to this municipality. Choose from the list.",
    ),
    "promise_not_public": (
        "Löfte {number} är inte publicerat (eller är tillbakadraget), så inget kan loggas på det.",
        "Promise {number} is not published (or is withdrawn), so nothing can be logged for it.",
    ),
    "activity_before_promise": (
        "Dagen {day} ligger före löftet, som gäller från {valid_from}. Rätta dagen eller välj ett annat löfte.",
        "The day {day} is before the promise, valid from {valid_from}. Correct the day or choose another promise.",
    ),
    "activity_after_promise": (
        "Dagen {day} ligger efter löftet, som gällde till {valid_to}. Rätta dagen eller välj ett annat löfte.",
        "The day {day} is after the promise, valid to {valid_to}. Correct the day or choose another promise.",
    ),
    "correction_without_reason": (
        "Skriv varför du rättar. Det visas tillsammans med rättelsen.",
        "Write why you correct it. It is shown with the correction.",
    ),
    "already_corrected": (
        "Någon annan har redan rättat insatsen. Öppna den igen och se om din rättelse behövs.",
        "Somebody else has already corrected the activity. Open it again and see if yours is needed.",
    ),
    "period_backwards": (
        "Perioden slutar ({end}) innan den börjar ({start}).",
        "The period ends ({end}) before it starts ({start}).",
    ),
    "period_not_over": (
        "Perioden pågår till {end} och kan stängas först dagen efter.",
        "The period lasts until {end} and can be closed the day after.",
    ),
    # config/run.py
    "stage_not_built": (
        "Steget {stage} är inte byggt än. Välj draft, signed eller followup.",
        "The stage {stage} is not built yet. Choose draft, signed or followup.",
    ),
    "stage_unknown": (
        "Steget {stage} finns inte. Välj ett av {stages}.",
        "There is no stage {stage}. Choose one of {stages}.",
    ),
}


def say(code: str, params: Mapping[str, object] | None = None, language: Language = "sv") -> str:
    """The sentence for `code` in `language`, its gaps filled from `params`. Raises KeyError if unknown."""
    shown = {name: in_words(value, language) for name, value in (params or {}).items()}
    return SENTENCES[code][0 if language == "sv" else 1].format_map(shown)


def in_words(value: object, language: Language) -> object:
    """A date as people write it (2 september 2019), a decimal with its comma; the rest as it is."""
    if isinstance(value, date):
        return f"{value.day} {MONTHS[language][value.month - 1]} {value.year}"
    if isinstance(value, Decimal):
        plain = f"{value.normalize():f}"
        return plain.replace(".", ",") if language == "sv" else plain
    return value
