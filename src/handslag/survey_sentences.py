"""What we say of surveys: answers, conditions, definitions and their files. As in `handslag.sentences`."""

SURVEYS: dict[str, tuple[str, str]] = {
    # domain/surveys/checking.py
    "answer_required": ("Svara på frågan för att gå vidare.", "Answer the question to go on."),
    "answer_not_whole": (
        "”{value}” är inget heltal. Skriv ett heltal med siffror, till exempel 3.",
        "“{value}” is not a whole number. Write a whole number in figures, such as 3.",
    ),
    "answer_not_number": (
        "”{value}” är inget tal. Skriv talet med siffror, till exempel 2,5.",
        "“{value}” is not a number. Write the number in figures, such as 2.5.",
    ),
    "answer_not_day": (
        "”{value}” är inget datum. Skriv år, månad och dag, till exempel 2026-05-04.",
        "“{value}” is not a date. Write year, month and day, such as 2026-05-04.",
    ),
    "paper_script": (
        "Pappersformuläret kan inte skrivas ut på språket {language}: teckensnitten saknar dess bokstäver.",
        "The form cannot be printed in the language {language}: our fonts do not have its letters.",
    ),
    "unknown_language": (
        "Enkäten finns inte på språket {language}. Välj ett av dess språk.",
        "The survey is not in the language {language}. Choose one of its languages.",
    ),
    "answer_unknown_choice": (
        "Svaret finns inte bland dem du kan välja. Välj ett av dem som visas.",
        "That is not one of the answers you can choose. Choose one of those shown.",
    ),
    "answer_out_of_range": (
        "Svara med ett tal från {lowest} till {highest}.",
        "Answer with a number from {lowest} to {highest}.",
    ),
    "answer_too_low": ("Talet måste vara minst {lowest}.", "The number must be at least {lowest}."),
    "answer_too_high": ("Talet får vara högst {highest}.", "The number must be at most {highest}."),
    "answer_too_many": (
        "Du har valt {count}. Välj högst {most}.",
        "You have chosen {count}. Choose at most {most}.",
    ),
    "answer_too_few": (
        "Du har valt {count}. Välj minst {fewest}.",
        "You have chosen {count}. Choose at least {fewest}.",
    ),
    "answer_too_long": (
        "Texten är {count} tecken. Korta den till högst {most} tecken.",
        "The text is {count} characters. Shorten it to at most {most} characters.",
    ),
    "answer_constraint": ("{message}", "{message}"),
    "answer_refused": (
        "Svaret stämmer inte med vad frågan ber om. Läs frågan igen och ändra svaret.",
        "The answer is not what the question asks for. Read the question again and change the answer.",
    ),
    # domain/surveys/expressions.py, patterns.py
    "expression_too_long": (
        "Villkoret är längre än {most} tecken. Dela upp det på flera frågor.",
        "The condition is longer than {most} characters. Divide it between several questions.",
    ),
    "expression_unreadable": (
        "Villkoret går inte att läsa vid ”{words}”. Se efter om ett citattecken, en parentes eller ${{…}} saknas.",
        "The condition cannot be read at “{words}”. See if a quotation mark, a bracket or ${{…}} is missing.",
    ),
    "expression_unfinished": (
        "Villkoret slutar mitt i. Skriv klart det.",
        "The condition ends half way. Complete it.",
    ),
    "expression_function": (
        "Villkoret använder {function}(), som inte finns här. Skriv om det utan.",
        "The condition uses {function}(), which does not exist here. Write it without.",
    ),
    "expression_arguments": (
        "{function}() ska ha {wanted} värden inom parentesen.",
        "{function}() takes {wanted} values within its brackets.",
    ),
    "expression_too_deep": (
        "Villkoret har för många led eller parenteser i varandra. Högst {most} nivåer går att läsa.",
        "The condition has too many parts or brackets within each other. At most {most} levels can be read.",
    ),
    "pattern_not_text": (
        "Mönstret i regex() ska stå inom citattecken.",
        "The pattern in regex() must stand in quotation marks.",
    ),
    "pattern_too_long": (
        "Mönstret i regex() är längre än {most} tecken. Korta det.",
        "The pattern in regex() is longer than {most} characters. Shorten it.",
    ),
    "pattern_unreadable": (
        "Mönstret {pattern} går inte att läsa. Se efter om en parentes eller hakparentes saknas.",
        "The pattern {pattern} cannot be read. See if a bracket is missing.",
    ),
    "pattern_costly": (
        "Mönstret {pattern} kan ta orimligt lång tid att pröva. Skriv ett enklare.",
        "The pattern {pattern} could take unreasonably long to try. Write a simpler one.",
    ),
    # domain/surveys/stored.py, definitions.py
    "survey_record": ("Enkätens frågor går inte att läsa.", "The questions of the survey cannot be read."),
    "unknown_question": ("Det finns ingen fråga {name}.", "There is no question {name}."),
}
