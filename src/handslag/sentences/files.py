"""Files that somebody hands in, and what is read out of them. As in `handslag.sentences`."""

FILES: dict[str, tuple[str, str]] = {
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
        "Du har inte rätt att läsa {file}. Be den som äger filen om det.",
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
    "paper_too_heavy": (
        "Filen tar för lång tid att göra just nu. Försök igen om en stund, eller läs sidan i stället.",
        "The file takes too long to make just now. Try again in a while, or read the page instead.",
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
    "file_odt": (
        "{file} är i formatet ODT. Öppna den och spara som .docx.",
        "{file} is in the ODT format. Open it and save it as .docx.",
    ),
    "file_pages": (
        "{file} är gjord i Pages. Öppna den och exportera den som Word (.docx) eller PDF.",
        "{file} was made in Pages. Open it and export it as Word (.docx) or PDF.",
    ),
    "file_outlook": (
        "{file} är ett brev sparat i Outlooks eget format. Öppna det och spara det som .eml eller .txt.",
        "{file} is a message in Outlook's own format. Open it and save it as .eml or .txt.",
    ),
    "file_word_xml": (
        "{file} är ett Word-dokument sparat som XML. Öppna det i Word och spara som .docx.",
        "{file} is a Word document saved as XML. Open it in Word and save it as .docx.",
    ),
    "mail_broken": (
        "{file} är skadad: här finns ingen text. Spara sidan eller brevet på nytt.",
        "{file} is damaged: there is no text in it. Save the page or the message again.",
    ),
    "html_frames": (
        "{file} visar bara andra sidor i ramar. Öppna den sida som har löftena och spara den.",
        "{file} only shows other pages in frames. Open the page with the promises and save that.",
    ),
    "file_needs_package": (
        "Paketet {package} saknas för att läsa {file}. Installera det med: pip install 'handslag[documents]'",
        "The package {package} is missing to read {file}. Install it with: pip install 'handslag[documents]'",
    ),
    # what stood in a page or a file and was not read
    "unread_table_row": (
        "{number} {number:tabellrad/tabellrader} lästes inte: rad {lines}.",
        "{number} {number:row of a table was/rows of tables were} not read: line {lines}.",
    ),
    "unread_hidden": (
        "{number} {number:dold del/dolda delar} lästes inte.",
        "{number} hidden {number:part was/parts were} not read.",
    ),
    "unread_furniture": (
        "Menyer, sidfot och det som står vid sidan av lästes inte.",
        "Menus, the foot of the page and what stands beside the text were not read.",
    ),
    "unread_running_head": (
        "Sidhuvud och sidfot lästes inte.",
        "The heads and feet of the pages were not read.",
    ),
    "unread_comment": ("Kommentarerna lästes inte.", "The comments were not read."),
    "unread_picture": (
        "{number} {number:bild/bilder} lästes inte. Står det löften i bild behöver du skriva in dem.",
        "{number} {number:picture was/pictures were} not read. Promises in pictures must be typed in.",
    ),
    "unread_picture_on_pages": (
        "{number} {number:bild/bilder} lästes inte: sida {pages}. Står det löften i bild behöver du skriva in dem.",
        "{number} {number:picture was/pictures were} not read: page {pages}. Promises in pictures must be typed in.",
    ),
    "unread_hidden_on_pages": (
        "{number} {number:dold del/dolda delar} lästes inte: sida {pages}.",
        "{number} hidden {number:part was/parts were} not read: page {pages}.",
    ),
    "unread_letters": (
        "Bokstäver på sida {pages} gick inte att läsa. Skriv in det som saknas.",
        "Letters on page {pages} could not be read. Type in what is missing.",
    ),
    "unread_embedded": (
        "Diagram och inbäddade filer lästes inte.",
        "Charts and embedded files were not read.",
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
    "pdf_letters": (
        "{file} säger inte vilka bokstäver den visar. Öppna den, skriv ut den som ny PDF och kör texttolkning (OCR).",
        "{file} does not say which letters it shows. Open it, print it as a new PDF and run text recognition (OCR).",
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
    "sheet_far_cell": (
        "{file} har något i cell {cell}, långt nedanför de andra raderna. Ta bort den raden och försök igen.",
        "{file} has something in cell {cell}, far below the other rows. Remove that row and try again.",
    ),
    "sheet_too_wide": (
        "{file} har fler än {most} kolumner: det står något i cell {cell}. Ta bort kolumner som inte behövs.",
        "{file} has more than {most} columns: something stands in cell {cell}. Remove columns not needed.",
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
        "”{value}” är inte ett antal timmar. Skriv som 2, 1,5 eller 1:30, högst {most}.",
        "“{value}” is no number of hours. Write it as 2, 1.5 or 1:30, {most} at most.",
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
    "import_logged_for_some": (
        "En sådan insats är redan loggad den dagen, men inte för löfte {promises}. Rätta den som är loggad i stället.",
        "Such an activity is already logged for that day, but not for promise {promises}. Correct that one instead.",
    ),
    # services/keeping/imports.py
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
}
