"""What we say: one Swedish and one English sentence for every code of `handslag.domain`.

Rules carry codes and parameters, never sentences; the command line and the pages both speak
through here. A sentence says what is wrong and what to do about it. `{name}` is filled from the
parameters. Page texts that belong to a template stand in the template and in `locale/`.
"""

from collections.abc import Mapping
from typing import Literal

Language = Literal["sv", "en"]

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
        "{file} packar upp till mer än ett Word-dokument får och läses därför inte. Spara texten i en ny fil.",
        "{file} unpacks to more than a Word document may and is not read. Save its text in a new file.",
    ),
    "docx_entities": (
        "{file} innehåller XML-definitioner som inte hör hemma i Word och läses därför inte. Spara om den i Word.",
        "{file} holds XML definitions that do not belong in Word and is not read. Save it anew in Word.",
    ),
    "pdf_broken": (
        "{file} är skadad eller inte en PDF. Hämta filen igen eller spara texten som .txt.",
        "{file} is damaged or no PDF. Fetch it again or save its text as .txt.",
    ),
    "pdf_scanned": (
        "{file} innehåller bara bilder av text. Kör texttolkning (OCR) på den eller skriv av texten i en .txt-fil.",
        "{file} holds only pictures of text. Run text recognition (OCR) on it or type the text into a .txt file.",
    ),
    "pdf_too_many_pages": (
        "{file} har {pages} sidor; högst {most} läses. Spara sidorna med löftena i en egen fil.",
        "{file} has {pages} pages; at most {most} are read. Save the pages with the promises in a file of their own.",
    ),
}


def say(code: str, params: Mapping[str, object] | None = None, language: Language = "sv") -> str:
    """The sentence for `code` in `language`, its gaps filled from `params`. Raises KeyError if unknown."""
    return SENTENCES[code][0 if language == "sv" else 1].format_map(params or {})
