"""Answers to a survey, their receipts and codes. As in `handslag.sentences`."""

ANSWERS: dict[str, tuple[str, str]] = {
    # receipts.py, services/listening/intake/taking.py, form_tokens.py, codes.py
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
    "code_malformed": (
        "Det liknar inte en kod. En kod har tio tecken: bokstäver och siffror.",
        "This does not look like a code. A code has ten signs: letters and digits.",
    ),
    "code_refused": (
        "Koden gäller inte. Jämför den tecken för tecken. Varje kod räcker till ett svar.",
        "The code is not valid. Compare it sign by sign. Each code is good for one answer.",
    ),
    "code_wait": (
        "Många koder i rad har varit fel. Din är inte prövad än. Vänta tio sekunder och tryck på Skicka igen.",
        "Many codes in a row have been wrong. Yours is not tried yet. Wait ten seconds and press Send again.",
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
}
