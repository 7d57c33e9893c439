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
        "Enkäten kan inte skrivas ut på språket {language}: teckensnitten saknar dess bokstäver. På skärmen går det bra att svara.",
        "The survey cannot be printed in the language {language}: our fonts lack its letters. It can be answered on a screen.",
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
    # domain/surveys/faults.py
    "survey_no_title": ("Enkäten saknar rubrik.", "The survey has no title."),
    "survey_no_questions": (
        "Enkäten har ingen fråga att svara på. Lägg till minst en.",
        "The survey has no question to answer. Add at least one.",
    ),
    "survey_too_many_questions": (
        "Enkäten har {count} frågor. Högst {most} går att ha; ingen orkar svara på fler.",
        "The survey has {count} questions. At most {most} are possible; nobody would answer more.",
    ),
    "name_twice": (
        "Namnet {name} används två gånger. Ge den ena ett annat.",
        "The name {name} is used twice. Give one of them another.",
    ),
    "name_unusable": (
        "Namnet ”{name}” går inte att använda. Börja med en bokstav, och skriv bara bokstäver, siffror och _.",
        "The name “{name}” cannot be used. Begin with a letter, and write only letters, figures and _.",
    ),
    "question_no_label": (
        "Frågan saknar text på enkätens första språk.",
        "The question has no words in the first language of the survey.",
    ),
    "label_with_answer": (
        "Texten har ${{…}} i sig, som skulle fyllas i ur ett svar. Det går inte här. Skriv om texten utan.",
        "The words hold ${{…}}, to be filled in from an answer. That is not possible here. Write them without.",
    ),
    "text_under_condition": (
        "En fråga att skriva på kan inte ha villkor: texten skulle visa vad den som skrev har svarat."
        " Ta bort villkoret, eller fråga alla.",
        "A question to write on cannot have a condition: the text would show what its writer has answered."
        " Take the condition away, or ask everybody.",
    ),
    "condition_on_text": (
        "Villkoret frågar efter vad någon har skrivit. Då syns det på svaren vem som skrev. Fråga efter ett val.",
        "The condition asks what somebody has written. The answers would show who wrote. Ask about a choice.",
    ),
    "scale_unusable": (
        "Skalan ska gå uppåt och ha högst {most} steg.",
        "The scale must go upwards and have at most {most} steps.",
    ),
    "too_few_choices": (
        "Frågan behöver minst två svar att välja.",
        "The question needs at least two choices.",
    ),
    "too_many_choices": (
        "Frågan har fler än {most} svar att välja. Ta bort några.",
        "The question has more than {most} choices. Take some away.",
    ),
    "choice_code_twice": ("Två av svaren har samma nummer.", "Two of the choices have the same number."),
    "choice_twice": ("Två av svaren heter likadant.", "Two of the choices have the same name."),
    "choice_no_label": (
        "Ett av svaren saknar text på enkätens första språk.",
        "One of the choices has no words in the first language of the survey.",
    ),
    "condition_unknown": (
        "Villkoret frågar om {name}, som inte är någon fråga här.",
        "The condition asks about {name}, which is no question here.",
    ),
    "condition_later": (
        "Villkoret frågar om {name}, som kommer senare. Flytta upp den frågan, eller ändra villkoret.",
        "The condition asks about {name}, which comes later. Move that question up, or change the condition.",
    ),
    "condition_circle": (
        "Villkoret går runt: {name} beror på sig själv. Ändra villkoret.",
        "The condition goes in a circle: {name} depends on itself. Change the condition.",
    ),
    # domain/surveys/editing.py
    "page_not_empty": (
        "Sidan har frågor. Flytta dem till en annan sida först.",
        "The page has questions. Move them to another page first.",
    ),
    "first_language_stays": (
        "Enkätens första språk går inte att byta. Det är på det frågorna är skrivna.",
        "The first language of the survey cannot change. The questions were written in it.",
    ),
    "words_taken_away": (
        "”{words}” får inte bli tomt. Enkäten är öppen och någon kan läsa texten nu.",
        "“{words}” must not become empty. The survey is open and somebody may be reading it now.",
    ),
    "correction_too_large": (
        "Det är mer än ett skrivfel: ”{words}” blir något annat. Enkäten är öppen, och svaren hör till frågan som den var.",
        "That is more than a slip of the pen: “{words}” becomes something else. The survey is open, and the answers belong to the question as it was.",
    ),
    # domain/surveys/clarity.py
    "survey_long": (
        "Enkäten har {count} frågor. Efter {most} slutar många svara.",
        "The survey has {count} questions. After {most} many people stop.",
    ),
    "question_long": (
        "Meningen har {count} ord. Skriv högst {most}, eller dela den.",
        "The sentence has {count} words. Write at most {most}, or divide it.",
    ),
    "question_hard": (
        "Meningen är svår att läsa (LIX {lix}). Byt långa ord mot korta.",
        "The sentence is hard to read (LIX {lix}). Change long words for short ones.",
    ),
    "easy_not_easy": (
        "Det är inte lättläst än: {count} ord i en mening. Skriv högst {most}, med korta ord.",
        "This is not easy to read yet: {count} words in a sentence. Write at most {most}, with short words.",
    ),
    "question_double": (
        "Ordet ”{words}” tyder på två frågor i en. Fråga om en sak i taget.",
        "The word “{words}” suggests two questions in one. Ask about one thing at a time.",
    ),
    "question_leading": (
        "”{words}” lutar åt ett svar. Fråga så att alla svar är lika lätta att ge.",
        "“{words}” leans towards one answer. Ask so that all answers are equally easy to give.",
    ),
    "question_personal": (
        "”{words}”: frågan ber om något som pekar ut den som svarar. Ta bort den. Enkäten lovar att inte veta vem.",
        "“{words}”: the question asks for something that points out who answers. Remove it. The survey promises not to know who.",
    ),
    "question_negative": (
        "Frågan har två nekande ord. Då är det svårt att veta vad ett nej betyder.",
        "The question has two negatives. Then it is hard to tell what a no means.",
    ),
    "question_abbreviation": (
        "Skriv ut vad {words} betyder.",
        "Write out what {words} means.",
    ),
    "question_many_choices": (
        "Frågan har {count} svar att välja mellan. Slå ihop några.",
        "The question has {count} choices. Put some of them together.",
    ),
    # services/listening/surveys.py
    "survey_locked": (
        "Enkäten har öppnat, och frågorna är låsta. Stavfel kan rättas.",
        "The survey has opened, and its questions are locked. Slips of the pen can be put right.",
    ),
    "survey_over": ("Enkäten är stängd och kan inte ändras.", "The survey is closed and cannot be changed."),
    "survey_not_open": ("Enkäten är inte öppen.", "The survey is not open."),
    "survey_not_ready": (
        "Enkäten kan inte öppnas än. {count} saker är kvar att göra.",
        "The survey cannot be opened yet. {count} things are left to do.",
    ),
    "survey_moved": (
        "Någon har ändrat enkäten sedan du öppnade sidan. Den är inte öppnad. Läs den först, och öppna den sedan.",
        "Somebody has changed the survey since you opened the page. It is not open. Read it first, and then open it.",
    ),
    "notice_locked": (
        "Informationen före frågorna är låst när enkäten är öppen. Den har redan lästs.",
        "The notice before the questions is locked while the survey is open. It has been read already.",
    ),
    "closes_before_opens": (
        "Sista dagen är före den första. Ändra en av dem.",
        "The last day is before the first. Change one of them.",
    ),
    "unread_left": (
        "Filen hade {count} saker som inte är med. Gå igenom dem.",
        "The file held {count} things that are left out. See to them.",
    ),
    "no_lanes": ("Välj hur svar får komma in.", "Choose how answers may come in."),
    "no_last_day": ("Välj sista dag att svara.", "Choose the last day to answer."),
    "last_day_passed": (
        "Sista dagen att svara har varit. Välj en ny.",
        "The last day to answer has passed. Choose another.",
    ),
    "no_notice": (
        "Skriv vad svaren är till för och vem som ansvarar för dem.",
        "Write what the answers are for and who is responsible for them.",
    ),
    "xlsform_places": (
        "Listan places byts mot kommunens egna platser.",
        "The list places is replaced by the municipality's own places.",
    ),
    # documents/xlsforms
    "xlsform_no_survey": (
        "{file} är inget kalkylark för enkäter (XLSForm): bladet survey med kolumnerna type och name saknas eller är tomt.",
        "{file} is no XLSForm: the sheet survey with the columns type and name is missing or empty.",
    ),
    "xlsform_no_questions": (
        "Ingen fråga i {file} går att ha här.",
        "No question in {file} can be had here.",
    ),
    "xlsform_too_long": (
        "{file} har {count} frågor. Högst {most} går att ha; ingen orkar svara på fler.",
        "{file} has {count} questions. At most {most} are possible; nobody would answer more.",
    ),
    "xlsform_language_taken": (
        "En annan kolumn är på samma språk. Den här lästes som {language}.",
        "Another column is in the same language. This one was read as {language}.",
    ),
    "xlsform_column_twice": (
        "Kolumnen {other} säger samma sak och gäller. ”{words}” är inte med.",
        "The column {other} says the same thing and counts. “{words}” is left out.",
    ),
    "xlsform_markup": (
        "Fetstil, rubriker, länkar och färger visas inte här. Orden är med.",
        "Bold, headings, links and colours are not shown here. The words are there.",
    ),
    "xlsform_cell_error": (
        "Cellen visar felet {words} i Excel. Den räknas som tom.",
        "The cell shows the error {words} in Excel. It counts as empty.",
    ),
    "xlsform_cell_date": (
        "Cellen är ett datum och lästes som {words}. Se efter om Excel har ändrat det du skrev.",
        "The cell is a date and was read as {words}. See whether Excel has changed what you wrote.",
    ),
    "xlsform_merged": (
        "Rad {first}–{last} är en sammanslagen cell. Det som står i den räknas på varje rad.",
        "Rows {first}–{last} are one merged cell. What it says counts on each row.",
    ),
    "xlsform_group_empty": (
        "Gruppen ”{label}” har ingen fråga som går att ha här. Rubriken är inte med.",
        "The group “{label}” has no question that can be had here. Its heading is left out.",
    ),
    "xlsform_sheet": ("Bladet läses inte.", "The sheet is not read."),
    "xlsform_language": (
        "Språket ”{language}” känns inte igen. Skriv det som Svenska (sv).",
        "The language “{language}” is not known. Write it as Swedish (sv).",
    ),
    "xlsform_cell_unread": ("Cellen läses inte.", "The cell is not read."),
    "xlsform_column_unread": (
        "Kolumnen läses inte. Den har något på {rows} rader.",
        "The column is not read. It holds something on {rows} rows.",
    ),
    "xlsform_no_type": (
        "Raden har ingen typ och är inte med.",
        "The row has no type and is left out.",
    ),
    "xlsform_type": (
        "Frågan {name} är av typen {type}, som inte finns här, och är inte med.",
        "The question {name} is of the type {type}, which does not exist here, and is left out.",
    ),
    "xlsform_watching": (
        "{type} samlar in något om personen, telefonen eller tiden. Det sparas aldrig här, och är inte med.",
        "{type} collects something about the person, the phone or the time. That is never stored here, and is left out.",
    ),
    "xlsform_calculation": (
        "{name} är en uträkning. Sådana görs inte här, och den är inte med.",
        "{name} is a calculation. Those are not done here, and it is left out.",
    ),
    "xlsform_repeat": (
        "Frågor som upprepas finns inte här. Raderna {first}–{last} är inte med.",
        "Questions that repeat do not exist here. Rows {first}–{last} are left out.",
    ),
    "xlsform_inner_group": (
        "En grupp i en grupp blir en del av den yttre. Dess rubrik är inte med.",
        "A group within a group becomes part of the outer one. Its heading is left out.",
    ),
    "xlsform_group_open": (
        "En grupp slutar aldrig. Den räknas till sista raden.",
        "A group never ends. It is taken to go on to the last row.",
    ),
    "xlsform_group_not_open": (
        "Här slutar en grupp som aldrig har börjat. Raden är inte med.",
        "A group ends here that never began. The row is left out.",
    ),
    "xlsform_no_list": (
        "Listan {list} finns inte i bladet choices. Frågan är inte med.",
        "There is no list {list} in the sheet choices. The question is left out.",
    ),
    "xlsform_no_label": ("{name} saknar text.", "{name} has no words."),
    "xlsform_filled_in": (
        "Texten har ${{…}} i sig, som skulle fyllas i ur ett svar. Det görs inte här.",
        "The words hold ${{…}}, to be filled in from an answer. That is not done here.",
    ),
    "xlsform_required": (
        "”{condition}” är varken yes eller no. Frågan är frivillig.",
        "“{condition}” is neither yes nor no. The question is optional.",
    ),
    "xlsform_appearance": (
        "Utseendet {appearance} läses inte. Frågan ser ut som andra av sitt slag.",
        "The appearance {appearance} is not read. The question looks like others of its kind.",
    ),
    "xlsform_parameters": ("{parameters} läses inte.", "{parameters} is not read."),
    "xlsform_range": (
        "Skalan ”{parameters}” går inte i hela steg om 1. Frågan är inte med.",
        "The scale “{parameters}” does not go in whole steps of 1. The question is left out.",
    ),
    "xlsform_name": (
        "Namnet ”{written}” är tomt, används redan eller går inte att ha. Frågan heter {name}.",
        "The name “{written}” is empty, taken or cannot be used. The question is called {name}.",
    ),
    "xlsform_untranslated": ("Översättning saknas.", "A translation is missing."),
    "xlsform_version": (
        "Versionen ”{version}” är inget heltal. Räkningen börjar på 1.",
        "The version “{version}” is not a whole number. Counting starts at 1.",
    ),
    "xlsform_choice_unnamed": (
        "Raden saknar lista eller namn och är inte med.",
        "The row lacks a list or a name and is left out.",
    ),
    "xlsform_choice_twice": (
        "{name} finns redan i listan. Raden är inte med.",
        "{name} is in the list already. The row is left out.",
    ),
    "xlsform_choice_no_label": (
        "{name} saknar text. Namnet visas i stället.",
        "{name} has no words. Its name is shown instead.",
    ),
    "xlsform_code": (
        "”{number}” är inget heltal. Svaret får ett ledigt nummer.",
        "“{number}” is not a whole number. The choice gets a free number.",
    ),
}
