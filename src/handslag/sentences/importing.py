"""How a file of activities was read, and what of it was not. As in `handslag.sentences`."""

IMPORTING: dict[str, tuple[str, str]] = {
    # documents/xlsx_text.py, documents/separated.py
    "sheet_chosen": (
        "Filen har flera blad. Vi läste bladet ”{sheet}”, inte {others}.",
        "The file has several sheets. We read the sheet ”{sheet}”, not {others}.",
    ),
    "sheet_others_alike": (
        "Även {others} ser ut att hålla insatser. Spara varje blad som en egen fil och läs in det för sig.",
        "{others} also seem to hold activities. Save each sheet as a file of its own and read it in by itself.",
    ),
    "sheet_hidden": (
        "Filen har dolda blad som inte lästes: {sheets}.",
        "The file has hidden sheets that were not read: {sheets}.",
    ),
    "sheet_hidden_rows": (
        "Raderna är dolda i arket men läses ändå. Ta bort dem ur filen om de inte ska med.",
        "The rows are hidden in the sheet but are read all the same. Remove them from the file if they should not.",
    ),
    "sheet_merged": (
        "Sammanslagna celler gäller alla sina rader.",
        "Merged cells hold for all their rows.",
    ),
    "sheet_from_1904": (
        "Filen räknar dagar från 1904, som äldre Excel för Mac. Dagarna är omräknade.",
        "The file counts days from 1904, as older Excel for Mac. The days have been converted.",
    ),
    "sheet_old_encoding": (
        "Filen är sparad med gamla teckenkoder ({encoding}). Se efter att å, ä och ö blev rätt.",
        "The file is saved with old character codes ({encoding}). Check that å, ä and ö came out right.",
    ),
    "sheet_torn_quotes": (
        "Ett citattecken står ensamt eller mitt i en cell. Vi läste det som ett vanligt tecken.",
        "A quotation mark stands alone or within a cell. We read it as any other character.",
    ),
    "sheet_short_rows": (
        "Raden har färre celler än rubrikraden. Se efter att värdena hamnade i rätt kolumn.",
        "The row has fewer cells than the headings. Check that its values are in the right columns.",
    ),
    # documents/ics_text.py
    "ics_entry_bad": (
        "Posten ”{title}” (rad {line} i filen) är inte läst: {field} är ”{value}”. Rätta den i kalendern.",
        "The entry “{title}” (line {line} of the file) is not read: {field} is “{value}”. Correct it in the calendar.",
    ),
    "ics_entry_missing": (
        "Posten ”{title}” (rad {line} i filen) är inte läst: den har ingen starttid (DTSTART).",
        "The entry “{title}” (line {line} of the file) is not read: it has no start (DTSTART).",
    ),
    "ics_ends_early": (
        "Kalendern tar slut mitt i. Den sista hela posten är ”{title}”. Exportera kalendern på nytt för det som saknas.",
        "The calendar ends in the middle. The last whole entry is “{title}”. Export it again for what is missing.",
    ),
    "ics_entry_broken": (
        "Posten ”{title}” (rad {line} i filen) är inte läst: rad {row} hör inte hemma i den.",
        "The entry “{title}” (line {line} of the file) is not read: line {row} does not belong in it.",
    ),
    "ics_entry_often": (
        "Posten ”{title}” (rad {line} i filen) är inte läst: den upprepas oftare än en gång om dagen.",
        "The entry “{title}” (line {line} of the file) is not read: it is repeated more than once a day.",
    ),
    "ics_entries_more": (
        "Ytterligare {number} {number:post/poster} är inte {number:läst/lästa}.",
        "{number} further {number:entry is/entries are} not read.",
    ),
    "ics_zone_unknown": (
        "Tidszonen ”{zone}” känner vi inte till. Tiderna lästes som svensk tid.",
        "We do not know the time zone “{zone}”. Its times were read as Swedish time.",
    ),
    "ics_zone_unsure": (
        "Tidszonen ”{zone}” säger inget om sommartid. Tider nära midnatt kan ha hamnat på fel dag.",
        "The time zone “{zone}” says nothing of summer time. Times near midnight may be on the wrong day.",
    ),
    "ics_tasks": (
        "{number} {number:uppgift/uppgifter} i kalendern är inte {number:läst/lästa}: bara poster med en dag läses.",
        "{number} {number:task/tasks} of the calendar {number:is/are} not read: only entries with a day are.",
    ),
    "ics_several_days": (
        "{number} {number:post/poster} sträcker sig över flera dagar, till exempel ”{title}”. "
        "Sådana räknas en gång, på sin första dag.",
        "{number} {number:entry goes/entries go} over several days, for example “{title}”. "
        "Such are counted once, on their first day.",
    ),
    # domain/importing/
    "import_headings_at": (
        "Rubrikerna står på rad {number}. Det som står ovanför är inte läst.",
        "The headings stand on row {number}. What stands above them is not read.",
    ),
    "import_columns_unused": (
        "De här kolumnerna används inte: {columns}.",
        "These columns are not used: {columns}.",
    ),
    "import_day_unsure": (
        "Ett datum som ”{value}” kan betyda två dagar. Vi läste det som {day}. "
        "Är det fel: skriv datumen som 2019-06-14 i filen.",
        "A date such as “{value}” can mean two days. We read it as {day}. "
        "If that is wrong, write the dates as 2019-06-14 in the file.",
    ),
    "import_day_month_first": (
        "Datumen har månaden först: ”{value}” lästes som {day}.",
        "The dates have the month first: “{value}” was read as {day}.",
    ),
    "import_day_two_digits": (
        "Året har två siffror: ”{value}” lästes som {day}.",
        "The year has two digits: “{value}” was read as {day}.",
    ),
    "import_day_serial": (
        "Talet ”{value}” lästes som Excels nummer för {day}.",
        "The number “{value}” was read as Excel's number for {day}.",
    ),
    "import_day_moment": (
        "Tiden ”{value}” är {day} i Sverige, så den dagen gäller.",
        "The time “{value}” is {day} in Sweden, so that is the day.",
    ),
    "import_hours_clock": (
        "”{value}” lästes som {hours} timmar. Är det ett klockslag: välj att kolumnen inte används.",
        "“{value}” was read as {hours} hours. If it is a time of day, choose not to use the column.",
    ),
    "import_hours_decimals": (
        "”{value}” lästes som {hours} timmar, inte som tusental.",
        "“{value}” was read as {hours} hours, not as thousands.",
    ),
    "import_called_off": (
        "Läst som inställt, för det står så: ”{value}”.",
        "Read as called off, because it says so: “{value}”.",
    ),
    "import_no_is_cancelled": (
        "”{value}” lästes som inställt, för dagen har varit.",
        "“{value}” was read as called off, because its day has passed.",
    ),
    "import_no_is_planned": (
        "”{value}” lästes som planerat, för dagen har inte varit.",
        "“{value}” was read as planned, because its day has not come.",
    ),
    "import_perhaps_called_off": (
        "”{value}” kan betyda att det ställdes in. Gå tillbaka och välj hur sådant ska läsas.",
        "“{value}” may mean that it was called off. Go back and choose how such words are read.",
    ),
    "import_two_days": (
        "”{value}” kan betyda {one} eller {other}. Skriv dagen som 2019-06-14.",
        "“{value}” can mean {one} or {other}. Write the day as 2019-06-14.",
    ),
    "import_day_far": (
        "{day} ligger för långt fram: högst fem år. Rätta dagen.",
        "{day} lies too far ahead: five years at most. Correct the day.",
    ),
    "import_row_too_long": (
        "Raden har fler celler än rubrikraden, så värdena kan ha hamnat i fel kolumn. "
        "Står ett tal med kommatecken, som 1,5? Spara filen med semikolon eller som .xlsx.",
        "The row has more cells than the headings, so its values may be in the wrong columns. "
        "Is there a number with a comma, such as 1,5? Save the file with semicolons or as .xlsx.",
    ),
    "import_merged_number": (
        "”{value}” står i en cell som är sammanslagen över flera rader. Skriv ett tal på varje rad.",
        "“{value}” stands in a cell that is merged over several rows. Write a number on each row.",
    ),
    "import_formula": (
        "”{value}” är en formel utan sparat värde. Öppna filen i Excel och spara, eller skriv värdet i cellen.",
        "“{value}” is a formula without a saved value. Open the file in Excel and save, or write the value.",
    ),
    "import_error_value": (
        "Cellen visar felet {value}. Skriv värdet i cellen.",
        "The cell shows the error {value}. Write the value in the cell.",
    ),
}
