"""What we say: one Swedish and one English sentence for every code of `handslag.domain`.

Rules carry codes and parameters, never sentences; the command line and the pages both speak
through here. A sentence says what is wrong and what to do about it. `{name}` is filled from the
parameters. Page texts that belong to a template stand in the template and in `locale/`.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Literal

from handslag.cli_sentences import COMMAND_LINE
from handslag.resident_sentences import ARABIC
from handslag.survey_sentences import SURVEYS

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
    # domain/voices.py
    "voice_too_long": (
        "Texten är {length} tecken. Den får vara högst {longest}. Korta den.",
        "The text is {length} characters. It may be at most {longest}. Shorten it.",
    ),
    # domain/dialogues.py, services/dialogues.py, services/walks.py, services/voices.py
    "dialogue_ends_before_start": (
        "Dialogen slutar innan den börjar. Ändra klockslagen.",
        "The dialogue ends before it starts. Change the times.",
    ),
    "answer_day_not_possible": (
        "Svaret ska komma på dialogens dag eller senare, högst ett år efter. Ändra dagen.",
        "The answer must come on the day of the dialogue or later, at most a year after. Change the day.",
    ),
    "dialogue_without_party": (
        "Ingen håller i dialogen. Välj minst en part.",
        "Nobody holds the dialogue. Choose at least one party.",
    ),
    "staff_dialogue_of_another_party": (
        "En medarbetardialog hålls av den egna parten och ingen annan. Välj bara din egen part.",
        "A staff dialogue is held by one's own party and no other. Choose only your own party.",
    ),
    "follows_no_walk": (
        "Bara en trygghetsvandring kan följa upp en annan. Ta bort valet av tidigare vandring.",
        "Only a safety walk can follow up another. Take away the earlier walk.",
    ),
    "dialogue_cancelled": ("Dialogen är inställd.", "The dialogue is called off."),
    "dialogue_over": (
        "Dialogen har redan hållits. Planen kan inte ändras i efterhand.",
        "The dialogue has been held. Its plan cannot be changed afterwards.",
    ),
    "dialogue_not_begun": (
        "Dialogen är {day}. Vänta till dess.",
        "The dialogue is on {day}. Wait until then.",
    ),
    "too_many_cards": (
        "Det är {cards} kort på en gång. Högst {most} går att spara samtidigt.",
        "That is {cards} cards at once. At most {most} can be saved together.",
    ),
    "cancel_without_reason": (
        "Skriv varför dialogen ställs in. De som tänkte komma ser det.",
        "Write why the dialogue is called off. Those who meant to come will see it.",
    ),
    "already_answered": ("Svaret är redan publicerat.", "The answer is already published."),
    "answer_empty": ("Skriv svaret.", "Write the answer."),
    "not_a_walk": (
        "Stopp och iakttagelser hör till en trygghetsvandring. Det här är en annan sorts dialog.",
        "Stops and findings belong to a safety walk. This is another kind of dialogue.",
    ),
    "follows_another_walk": (
        "Iakttagelsen hör till en annan vandring än den som följs upp här.",
        "The finding belongs to another walk than the one followed up here.",
    ),
    "finding_without_owner": (
        "Skriv vem som tar hand om det, som en roll.",
        "Write who takes care of it, as a role.",
    ),
    "staff_voice_never_quoted": (
        "Det som sägs i en medarbetardialog citeras aldrig offentligt.",
        "What is said in a staff dialogue is never quoted in public.",
    ),
    "voice_read_before": (
        "Du har redan läst den här synpunkten. Någon annan ska läsa den också.",
        "You have already read this voice. Somebody else must read it as well.",
    ),
    "voice_decided": (
        "Någon har redan sagt att synpunkten aldrig ska citeras.",
        "Somebody has already said that this voice is never to be quoted.",
    ),
    "reader_of_another_party": (
        "Den som läser det som hålls i karantän ska arbeta för din egen part här.",
        "Whoever reads what is held in quarantine must work for your own party here.",
    ),
    # fields.py, assessment_files.py, calendar_files.py
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
    # domain/promises.py, domain/activities.py, domain/calendar.py, domain/versions.py
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
    # domain/cells.py, domain/goals.py: why a cell has its status
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
        "Löftet gäller {days} av periodens {of_days} dagar. Av minst {at_least} blir det inget helt att bedöma.",
        "The promise covers {days} of the period's {of_days} days. Of at least {at_least}, nothing whole is due.",
    ),
    "part_of_period": (
        "Löftet gäller {days} av periodens {of_days} dagar, så minst {at_least} har minskats i samma mån.",
        "The promise covers {days} of the period's {of_days} days, so at least {at_least} is reduced as much.",
    ),
    "year_in_full": (
        "Löftet gäller {days} av {of_days} dagar, men nämner året och bedöms på hela.",
        "The promise covers {days} of {of_days} days, but names the year and is judged on all of it.",
    ),
    "minimal_reading": (
        "Löftet nämner inget antal. Vi räknar det minsta som gör orden sanna.",
        "The promise names no amount. We count the least that makes its words true.",
    ),
    "approximate_term": (
        "Terminens datum är ungefärliga (halvår), för skolans kalender saknas.",
        "The dates of the term are approximate (half-years), as the school's calendar is missing.",
    ),
    "aim_not_judged": (
        "En avsikt bedöms inte. Vad som gjorts för den visas.",
        "An aim is not judged. What was done for it is shown.",
    ),
    # domain/fulfilment.py, domain/counting.py: what concerns no single cell
    "planned": (
        "{activities} planerade insatser räknas inte.",
        "{activities} planned activities are not counted.",
    ),
    "cancelled": (
        "{activities} inställda insatser räknas inte.",
        "{activities} cancelled activities are not counted.",
    ),
    "denied": (
        "{activities} insatser räknas inte, för en part som sägs ha varit med säger att den inte var det.",
        "{activities} activities are not counted: a party said to have taken part says that it did not.",
    ),
    "after_the_day": (
        "{activities} insatser ligger efter dagen som bedömningen gäller och räknas inte.",
        "{activities} activities are after the day asked about and are not counted.",
    ),
    "outside_periods": (
        "{activities} insatser ligger utanför löftets perioder och räknas inte.",
        "{activities} activities are outside the periods of the promise and are not counted.",
    ),
    "not_placed": (
        "{activities} insatser saknar plats och räknas inte. Ange var de gjordes.",
        "{activities} activities have no place and are not counted. Say where they were done.",
    ),
    "other_place": (
        "{activities} insatser gjordes på platser som löftet inte nämner (eller som kan vara flera) och räknas inte.",
        "{activities} activities were at places the promise does not name (or that could be several); not counted.",
    ),
    "other_event": (
        "{activities} insatser hör till evenemang som löftet inte gäller och räknas inte.",
        "{activities} activities belong to events the promise is not about and are not counted.",
    ),
    "several_events": (
        "{activities} insatser kan höra till flera evenemang och räknas inte. Ange vilket.",
        "{activities} activities could belong to several events and are not counted. Say to which.",
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
    # services/queries/reports.py
    "nothing_in_period": (
        "Inget i löftet skulle göras under perioden.",
        "Nothing in the promise was to be done in the period.",
    ),
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
    # documents/sheets.py, documents/xlsx_text.py
    "sheet_empty": (
        "{file} har inga rader. Kontrollera att rätt blad ligger först och att filen är sparad.",
        "{file} has no rows. Check that the right sheet comes first and that the file is saved.",
    ),
    "sheet_one_column": (
        "{file} har bara en kolumn. Spara den som Excel (.xlsx), eller som CSV med semikolon mellan kolumnerna.",
        "{file} has only one column. Save it as Excel (.xlsx), or as CSV with semicolons between the columns.",
    ),
    "sheet_broken": (
        "{file} är skadad och går inte att läsa. Öppna den i Excel, spara om den som .xlsx och försök igen.",
        "{file} is damaged and cannot be read. Open it in Excel, save it anew as .xlsx and try again.",
    ),
    "sheet_broken_row": (
        "{file} har ett citattecken som inte avslutas, vid rad {row}. Rätta det eller spara filen som .xlsx.",
        "{file} has a quotation mark that is never closed, near row {row}. Correct it or save as .xlsx.",
    ),
    "sheet_not_excel": (
        "{file} är inte ett Excel-ark. Spara arket som .xlsx eller .csv.",
        "{file} is no Excel sheet. Save the sheet as .xlsx or .csv.",
    ),
    "sheet_not_sheet": (
        "{file} är varken ett kalkylark eller en kalender. Välj en fil i formatet .xlsx, .csv eller .ics.",
        "{file} is neither a sheet nor a calendar. Choose a .xlsx, .csv or .ics file.",
    ),
    "sheet_old": (
        "{file} är i ett äldre Excel-format. Öppna den och spara som .xlsx.",
        "{file} is in an older Excel format. Open it and save it as .xlsx.",
    ),
    "sheet_macros": (
        "{file} innehåller makron och läses därför inte. Spara den som .xlsx utan makron.",
        "{file} holds macros and is therefore not read. Save it as .xlsx without macros.",
    ),
    "sheet_bomb": (
        "{file} packar upp till mer än ett kalkylark får. Kopiera raderna till en ny fil.",
        "{file} unpacks to more than a sheet may. Copy the rows to a new file.",
    ),
    "sheet_formula": (
        "{file}: cell {cell} är en formel utan sparat värde. Öppna filen i Excel, spara och försök igen, "
        "eller skriv värdet i cellen.",
        "{file}: cell {cell} is a formula without a saved value. Open the file in Excel, save and try again, "
        "or write the value in the cell.",
    ),
    "sheet_too_long": (
        "{file} har fler än {most} rader. Dela den, till exempel efter år, och läs in delarna var för sig.",
        "{file} has more than {most} rows. Split it, for example by year, and read in the parts one by one.",
    ),
    "sheet_too_wide": (
        "{file} har fler än {most} kolumner. Ta bort dem som inte behövs.",
        "{file} has more than {most} columns. Remove those that are not needed.",
    ),
    "sheet_too_heavy": (
        "{file} tar för lång tid eller för mycket minne att läsa. Kopiera raderna till en ny fil utan formatering.",
        "{file} takes too much time or memory to read. Copy the rows to a new file without formatting.",
    ),
    # documents/calendars.py, documents/ics_text.py
    "ics_not_calendar": (
        "{file} är inte en kalenderfil. Exportera kalendern som iCalendar (.ics) och försök igen.",
        "{file} is no calendar file. Export the calendar as iCalendar (.ics) and try again.",
    ),
    "ics_cut_off": (
        "{file} tar slut mitt i. Exportera kalendern på nytt.",
        "{file} ends in the middle. Export the calendar again.",
    ),
    "ics_broken": (
        "{file} följer inte kalenderformatet och går inte att läsa. Exportera kalendern på nytt.",
        "{file} does not follow the calendar format and cannot be read. Export the calendar again.",
    ),
    "ics_broken_line": (
        "{file} har något på rad {row} som inte hör till en kalender. Exportera kalendern på nytt.",
        "{file} has something on line {row} that does not belong in a calendar. Export the calendar again.",
    ),
    "ics_broken_entry": (
        "{file}: posten ”{title}” har ett fel i {field}. Rätta den i kalendern och exportera på nytt.",
        "{file}: the entry “{title}” has something wrong in {field}. Correct it in the calendar, export again.",
    ),
    "ics_empty": (
        "{file} har inga poster från {first} till {last}. Exportera den tid som löftena gäller.",
        "{file} has no entries from {first} to {last}. Export the time the promises are valid.",
    ),
    "ics_too_many": (
        "{file} har fler poster än {most}. Exportera en kortare tid, eller en kalender med bara insatser.",
        "{file} has more entries than {most}. Export a shorter time, or a calendar of activities only.",
    ),
    # domain/importing/
    "import_no_rows": (
        "Det finns inga rader under rubrikerna. Kontrollera att rätt blad ligger först.",
        "There are no rows below the headings. Check that the right sheet comes first.",
    ),
    "import_no_day": ("Dagen saknas. Fyll i den.", "The day is missing. Fill it in."),
    "import_bad_day": (
        "”{value}” är inte en dag. Skriv som 2019-06-14, 14/6 2019 eller 14 juni 2019.",
        "“{value}” is no day. Write it as 2019-06-14, 14/6 2019 or 14 June 2019.",
    ),
    "import_bad_count": (
        "”{value}” är inte ett antal. Skriv ett heltal från 1 till {most}.",
        "“{value}” is no count. Write a whole number from 1 to {most}.",
    ),
    "import_bad_hours": (
        "”{value}” är inte ett antal timmar. Skriv som 2, 1,5 eller 1:30.",
        "“{value}” is no number of hours. Write it as 2, 1.5 or 1:30.",
    ),
    "import_unknown_status": (
        "”{value}” säger inte om insatsen är gjord. Skriv genomförd, planerad eller inställd.",
        "“{value}” does not say whether it was done. Write done, planned or cancelled.",
    ),
    "import_unknown_party": (
        "”{value}” är inte en part vi känner igen, eller flera. Skriv en, till exempel polisen eller kommunen.",
        "“{value}” is no party we know, or several. Write one, for example the police or the municipality.",
    ),
    "import_no_promise": (
        "Raden säger inte vilket löfte den gäller. Skriv löftets nummer.",
        "The row does not say which promise it is for. Write the number of the promise.",
    ),
    "import_unknown_promise": (
        "Inget löfte passar ”{value}”. Skriv löftets nummer i stället.",
        "No promise fits “{value}”. Write the number of the promise instead.",
    ),
    "import_several_promises": (
        "”{value}” kan gälla flera löften ({numbers}). Skriv löftets nummer i stället.",
        "“{value}” could be for several promises ({numbers}). Write the number of the promise instead.",
    ),
    "import_unknown_place": (
        "Platsen ”{value}” finns inte i kommunens lista. Rätta namnet eller lämna det tomt.",
        "The place “{value}” is not on the municipality's list. Correct the name or leave it empty.",
    ),
    "import_unknown_school": (
        "Skolan ”{value}” finns inte i kommunens lista. Rätta namnet eller lämna det tomt.",
        "The school “{value}” is not on the municipality's list. Correct the name or leave it empty.",
    ),
    "import_note_too_long": (
        "Anteckningen är längre än {most} tecken. Korta den.",
        "The note is longer than {most} characters. Shorten it.",
    ),
    "import_personal_data": (
        "Anteckningen innehåller personuppgifter, till exempel ett telefonnummer. Ta bort dem ur filen.",
        "The note holds personal data, for example a telephone number. Remove them from the file.",
    ),
    "import_doubled": (
        "Samma sak står på rad {first}.",
        "The same stands on row {first}.",
    ),
    "import_already_logged": (
        "En sådan insats är redan loggad den dagen.",
        "Such an activity is already logged for that day.",
    ),
    # services/imports.py
    "import_has_errors": (
        "{rows} rader kan inte läsas in. Rätta dem i filen, eller välj att läsa in resten utan dem.",
        "{rows} rows cannot be read in. Correct them in the file, or choose to read in the rest without them.",
    ),
    "import_nothing": (
        "Det finns inga rader att läsa in. Kontrollera vad varje kolumn är, eller välj en annan fil.",
        "There are no rows to read in. Check what each column is, or choose another file.",
    ),
    "import_not_done": (
        "Filen är inte inläst, så det finns inget att ta tillbaka.",
        "The file has not been read in, so there is nothing to take back.",
    ),
    "import_undone": (
        "Insatserna ur filen är redan tillbakatagna. Ladda upp filen igen om de ska läsas in.",
        "The activities from the file have already been taken back. Upload it again to read them in.",
    ),
    "import_corrected_since": (
        "{activities} av insatserna har rättats sedan dess, så filen kan inte tas tillbaka i ett svep. "
        "Rätta i stället de insatser som är fel.",
        "{activities} of the activities have been corrected since, so the file cannot be taken back at once. "
        "Correct the activities that are wrong instead.",
    ),
    "undo_without_reason": (
        "Skriv varför insatserna tas tillbaka. Det visas i historiken.",
        "Write why the activities are taken back. It is shown in the history.",
    ),
    "activity_taken_back": (
        "Insatsen är tillbakatagen tillsammans med filen den kom ur och kan inte rättas.",
        "The activity has been taken back with the file it came from and cannot be corrected.",
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
    "draft_without_events": (
        "Välj vilka tillfällen löftet ”{text}” gäller innan det publiceras.",
        "Choose which events the promise “{text}” is about before it is published.",
    ),
    "activity_without_promise": (
        "Välj minst ett löfte som insatsen gäller.",
        "Choose at least one promise that the activity is for.",
    ),
    "form_already_sent": (
        "Formuläret har redan skickats. Öppna det på nytt för att logga en till.",
        "The form has already been sent. Open it anew to log another.",
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
        "Löfte {number} är inte publicerat, så inget kan loggas på det.",
        "Promise {number} is not published, so nothing can be logged for it.",
    ),
    "promise_withdrawn": (
        "Löfte {number} (”{text}”) är återtaget från och med {day}. Det som gjordes före den dagen kan loggas.",
        "Promise {number} (“{text}”) is withdrawn from {day} on. What was done before that day can be logged.",
    ),
    "change_before_version": (
        "Ändringen gäller från {day}, men villkoren den ändrar gäller från {valid_from}. Välj en senare dag.",
        "The change is from {day}, but the terms it changes are from {valid_from}. Choose a later day.",
    ),
    "change_in_past": (
        "En ändring kan gälla tidigast från i dag, inte från {day}. Det som redan har bedömts ändras inte.",
        "A change can be from today at the earliest, not from {day}. What has been judged is not changed.",
    ),
    "change_after_end": (
        "Löftet gällde till {valid_to} och kan inte återtas från {day}. Välj en dag då det gäller.",
        "The promise ended on {valid_to} and cannot be withdrawn from {day}. Choose a day when it is valid.",
    ),
    "change_without_end": (
        "Ett löfte som gäller tills vidare behöver en dag då ni ser över det. Välj en dag.",
        "A promise until further notice needs a day when you look at it again. Choose a day.",
    ),
    "change_of_nothing": (
        "Ingenting skiljer sig från de villkor som gäller. Ändra något, eller gå tillbaka.",
        "Nothing differs from the terms in force. Change something, or go back.",
    ),
    "change_without_reason": (
        "Skriv varför. Skälet står på löftets sida, där alla kan läsa det.",
        "Write why. The reason stands on the page of the promise, where everybody can read it.",
    ),
    "changed_meanwhile": (
        "Någon annan ändrade löfte {number} medan du skrev. Allt du skrev står kvar. Läs de nya villkoren här "
        "och skicka igen om din ändring fortfarande stämmer.",
        "Somebody else changed promise {number} while you were writing. All you wrote is still here. Read the "
        "new terms on this page and send again if your change still holds.",
    ),
    "carried_twice": (
        "Löfte {number} är valt två gånger. Ett löfte kan bara fortsätta som ett.",
        "Promise {number} is chosen twice. A promise can only go on as one.",
    ),
    "carried_unknown_draft": (
        "Ett av utkasten finns inte kvar. Läs listan igen och välj om.",
        "One of the drafts is gone. Look at the list again and choose anew.",
    ),
    "gone_without_reason": (
        "Skriv varför löfte {number} inte följer med. Skälet blir offentligt.",
        "Write why promise {number} is not carried over. The reason becomes public.",
    ),
    "carried_without_reason": (
        "Löfte {number} får nya villkor. Skriv varför, där du väljer vad som följer med.",
        "Promise {number} gets new terms. Write why, where you choose what is carried over.",
    ),
    "not_published": (
        "Löftet är ett utkast. Ändra utkastet i stället.",
        "The promise is a draft. Change the draft instead.",
    ),
    "review_not_ahead": (
        "Nästa översyn måste ligga framåt i tiden, inte {day}. Välj en senare dag.",
        "The next review must be ahead, not {day}. Choose a later day.",
    ),
    "review_after_end": (
        "Löftet gäller till {valid_to}, så nästa översyn kan inte vara {day}. Välj en dag före slutet, eller "
        "förläng löftet.",
        "The promise ends on {valid_to}, so the next review cannot be {day}. Choose a day before the end, or "
        "prolong the promise.",
    ),
    "review_without_words": (
        "Skriv en mening om varför löftet står fast.",
        "Write a sentence about why the promise holds on.",
    ),
    "already_withdrawn": (
        "Löfte {number} är återtaget från och med {day}. Det går att ta upp igen med nya villkor.",
        "Promise {number} is withdrawn from {day} on. It can be taken up again with new terms.",
    ),
    "replaced_by_itself": (
        "Ett löfte kan inte ersätta sig självt. Välj ett annat löfte, eller ändra det här.",
        "A promise cannot replace itself. Choose another promise, or change this one.",
    ),
    "replacement_not_valid": (
        "Löfte {number} gäller inte den {day}, så det kan inte ersätta något då. Välj en annan dag eller ett "
        "annat löfte.",
        "Promise {number} is not valid on {day}, so it can replace nothing then. Choose another day or promise.",
    ),
    "plan_backwards": (
        "Sista dagen, {until}, ligger före den första, {first}. Rätta en av dem.",
        "The last day, {until}, is before the first, {first}. Correct one of them.",
    ),
    "plan_too_long": (
        "Det blir {times} gånger. Planera högst {most} åt gången: välj en tidigare sista dag.",
        "That is {times} times. Plan at most {most} at once: choose an earlier last day.",
    ),
    "not_planned": (
        "Insatsen är inte planerad längre. Titta på den som den står nu.",
        "The activity is no longer planned. Look at it as it stands now.",
    ),
    "activity_before_promise": (
        "Dagen {day} ligger före löftet, som gäller från {valid_from}. Rätta dagen eller välj ett annat löfte.",
        "The day {day} is before the promise, valid from {valid_from}. Correct the day or choose another promise.",
    ),
    "activity_after_promise": (
        "Dagen {day} ligger efter löftet, som gällde till {valid_to}. Rätta dagen eller välj ett annat löfte.",
        "The day {day} is after the promise, valid to {valid_to}. Correct the day or choose another promise.",
    ),
    "activity_without_hours": (
        "Löfte {number} räknas i timmar. Skriv hur länge det tog, annars räknas det inte.",
        "Promise {number} is counted in hours. Write how long it took, or it does not count.",
    ),
    "activity_without_place": (
        "Löfte {number} bedöms plats för plats. Välj var det gjordes, annars räknas det inte.",
        "Promise {number} is judged place by place. Choose where it was done, or it does not count.",
    ),
    "activity_without_school": (
        "Löfte {number} bedöms skola för skola. Välj vid vilken skola det gjordes.",
        "Promise {number} is judged school by school. Choose at which school it was done.",
    ),
    "personal_data": (
        "Texten innehåller en personuppgift: ”{words}”. Ta bort den. Skriv aldrig om enskilda.",
        "The text contains personal data: “{words}”. Take it away. Never write about individuals.",
    ),
    "correction_without_reason": (
        "Skriv varför du rättar. Det visas tillsammans med rättelsen.",
        "Write why you correct it. It is shown with the correction.",
    ),
    "denial_without_reason": (
        "Skriv varför ni inte var med. Det visas bredvid insatsen.",
        "Write why you were not there. It is shown beside the activity.",
    ),
    "party_not_asked": (
        "Insatsen väntar inte på svar från er. Gå tillbaka till listan över dagens saker.",
        "The activity does not wait for an answer of yours. Go back to the list of the day.",
    ),
    "answer_to_earlier_activity": (
        "Insatsen har rättats eller tagits tillbaka sedan du öppnade den. Svara på den som gäller nu.",
        "The activity has been corrected or taken back since you opened it. Answer the one that holds now.",
    ),
    "verdict_without_reason": (
        "Skriv varför ni tycker så. Det visas bredvid er bedömning.",
        "Write why you think so. It is shown beside what you say.",
    ),
    "verdict_on_no_period": (
        "Löftet har ingen sådan period som är slut. Välj en i listan.",
        "The promise has no such period that is over. Choose one of the list.",
    ),
    "check_not_open": (
        "Frågan om löftet är inte öppen nu. Ditt svar räknades inte.",
        "The question on this promise is not open now. Your answer was not counted.",
    ),
    "check_unknown_place": (
        "Platsen hör inte till löftet. Välj en i listan.",
        "The place does not belong to the promise. Choose one of the list.",
    ),
    "check_weeks": (
        "Skriv ett antal veckor från 1 till {most}.",
        "Write a number of weeks from 1 to {most}.",
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
    # services/responsibilities.py
    "responsible_not_member": (
        "Personen är inte med i kommunens arbetsbord. Bjud in personen först, eller välj någon annan.",
        "The person has no place at the municipality's desk. Invite them first, or choose somebody else.",
    ),
    "responsible_cannot_report": (
        "Den som undertecknar kan inte redovisa. Välj någon som får logga och stänga perioder.",
        "A signatory cannot report. Choose somebody who may log and close periods.",
    ),
    "responsible_for_no_party": (
        "Löftet är inte givet av den parten. Välj en av löftets parter.",
        "That party has not made the promise. Choose one of its parties.",
    ),
    "deputy_is_owner": (
        "Ansvarig och ersättare kan inte vara samma person. Välj någon annan som ersättare.",
        "Owner and deputy cannot be the same person. Choose somebody else as deputy.",
    ),
    # services/calendars.py, sources/skolverket
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
        "Insatser eller redovisningar hör till {place}. Platsen kan inte tas bort, men byta andra namn.",
        "Activities or reports belong to {place}. It cannot be removed, but its other names can change.",
    ),
    "not_school_register": (
        "Filen har inte Skolverkets form. Hämta skolenheterna igen som JSON och välj den filen.",
        "The file has not the form of Skolverket. Fetch the school units again as JSON and choose that file.",
    ),
    # services/hours.py, services/baselines.py, services/reports.py
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
    # sources/scb, domain/population.py
    "not_population": (
        "Filen är inte SCB:s tabell över folkmängd efter ålder i år och kön. Hämta den som CSV eller JSON-stat.",
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
    # services/results.py, exports.py, retention.py
    "survey_not_closed": (
        "Enkäten måste vara stängd och resultatet inte redan godkänt. Stäng enkäten först.",
        "The survey must be closed and its results not approved yet. Close the survey first.",
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
        "Kommunen har inget gallringsbeslut inskrivet, så inget raderas. Skriv in beslutets nummer.",
        "The municipality has entered no decision on disposal, so nothing is erased. Enter its number.",
    ),
    "disposal_in_future": (
        "Beslutet kan inte vara taget senare än i dag. Rätta dagen.",
        "The decision cannot have been taken later than today. Correct the day.",
    ),
    "disposal_held": (
        "All gallring är stoppad tills ni släpper på den igen.",
        "All disposal is stopped until you let it go on.",
    ),
    # domain/suppression.py
    "count_below_none": (
        "Ett antal i tabellen är mindre än noll. Räkna om underlaget.",
        "A count in the table is below zero. Count the answers again.",
    ),
    "hours_below_zero": (
        "Antalet timmar kan inte vara mindre än noll.",
        "The number of hours cannot be below zero.",
    ),
    "hours_removed": (
        "Uppgiften om timmar är redan borttagen.",
        "The figure of hours is taken away already.",
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
    # services/links.py
    "link_broken": (
        "Länken är inte hel. Kopiera hela adressen ur brevet, eller logga in och gör det där.",
        "The link is not whole. Copy the whole address from the mail, or log in and do it there.",
    ),
    "link_expired": (
        "Länken gällde till {until}. Logga in och gör det där.",
        "The link was valid until {until}. Log in and do it there.",
    ),
    "link_used": (
        "Länken har redan använts, och gäller bara en gång. Logga in om något ska ändras.",
        "The link has been used already, and works once only. Log in if something is to be changed.",
    ),
    "link_of_another": (
        "Länken är till någon annan än den som är inloggad. Gör det på arbetsbordet i ditt eget namn.",
        "The link is for somebody other than who is logged in. Do it on the desk in your own name.",
    ),
    "link_settled": (
        "Det är redan gjort. Du behöver inte göra något mer.",
        "It is done already. There is nothing more for you to do.",
    ),
    # config/run.py
    "stage_unknown": (
        "Steget {stage} finns inte. Välj ett av {stages}.",
        "There is no stage {stage}. Choose one of {stages}.",
    ),
    # domain/surveys and their files
    **SURVEYS,
    # receipts.py, services/responses.py, form_tokens.py, codes.py
    "receipt_malformed": (
        "Det ser inte ut som en kvittokod. Den har 26 bokstäver och siffror, i grupper om fyra.",
        "That does not look like a receipt code. It has 26 letters and digits, in groups of four.",
    ),
    "receipt_unknown": (
        "Det finns inget svar med den koden. Jämför tecken för tecken. Kanske är svaret redan taget tillbaka.",
        "There is no answer with that code. Compare it sign by sign. Perhaps the answer has been taken back.",
    ),
    "survey_closed_for_withdrawal": (
        "Enkäten är stängd och svaren är sammanräknade. Nu går det inte att ta tillbaka ett svar.",
        "The survey is closed and the answers are counted. An answer can no longer be taken back.",
    ),
    "survey_not_taking": (
        "Enkäten tar inte emot svar nu. Inget är sparat.",
        "The survey does not take answers now. Nothing is stored.",
    ),
    "form_broken": (
        "Formuläret går inte att känna igen. Inget är sparat. Öppna enkäten igen.",
        "The form cannot be recognised. Nothing is stored. Open the survey again.",
    ),
    "form_too_big": (
        "Det är för mycket i formuläret. Inget är sparat. Korta texterna och skicka igen.",
        "There is too much in the form. Nothing is stored. Shorten the texts and send again.",
    ),
    "answer_not_stored": (
        "Svaret kunde inte sparas just nu. Tryck på Skicka igen om en stund. Det räknas en gång.",
        "The answer could not be stored just now. Press Send again in a while. It counts once.",
    ),
    "answer_ranked_twice": (
        "Samma sak står på två platser. Välj en sak per plats.",
        "The same thing stands in two places. Choose one thing for each place.",
    ),
    "code_unknown": (
        "Koden finns inte. Jämför tecken för tecken, eller svara utan kod om det går.",
        "There is no such code. Compare it sign by sign, or answer without a code if you can.",
    ),
    "code_used": (
        "Koden är redan använd. Varje kod räcker till ett svar.",
        "The code has been used. Each code is good for one answer.",
    ),
    "code_needed": (
        "Skriv koden som står på brevet eller lappen. Enkäten tar bara emot svar med kod.",
        "Write the code from the letter or the slip. The survey takes answers with a code only.",
    ),
    "codes_number": (
        "Välj hur många koder du vill ha, från 1 till {most}.",
        "Choose how many codes you want, from 1 to {most}.",
    ),
    "codes_not_now": (
        "Koder kan göras till en enkät som är utkast eller öppen och som tar emot svar med kod.",
        "Codes can be made for a survey that is a draft or open, and that takes answers by code.",
    ),
    # cli.py
    **COMMAND_LINE,
}


def say(
    code: str, params: Mapping[str, object] | None = None, language: Language | Literal["ar"] = "sv"
) -> str:
    """The sentence for `code` in `language`, its gaps filled from `params`. Raises KeyError if unknown.

    In Arabic what residents meet in a survey; the rest in Swedish.
    """
    own = language if language in ("sv", "en") else "en" if code in ARABIC else "sv"
    swedish, english = SENTENCES[code]
    words = ARABIC.get(code, swedish) if language == "ar" else swedish if language == "sv" else english
    return words.format_map({name: in_words(value, own) for name, value in (params or {}).items()})


def in_words(value: object, language: Language) -> object:
    """A date as people write it (2 september 2019), a decimal with its comma; the rest as it is."""
    if isinstance(value, date):
        return f"{value.day} {MONTHS[language][value.month - 1]} {value.year}"
    if isinstance(value, Decimal):
        plain = f"{value.normalize():f}"
        return plain.replace(".", ",") if language == "sv" else plain
    return value
