"""What somebody at the desk tries, and pages in general. As in `handslag.sentences`."""

DESK: dict[str, tuple[str, str]] = {
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
        "Formuläret hann bli för gammalt. Öppna sidan på nytt och skicka därifrån.",
        "The form had become too old. Open the page anew and send it from there.",
    ),
    "too_many_attempts": (
        "Det blev för många försök. Vänta några minuter och försök igen.",
        "There have been too many attempts. Wait a few minutes and try again.",
    ),
    "database_away": (
        "Vi kan inte spara just nu. Vänta en stund och försök igen.",
        "We cannot save anything right now. Wait a while and try again.",
    ),
    "server_error": (
        "Något gick fel hos oss. Det du skrev kan vara osparat. Försök igen om en stund.",
        "Something went wrong on our side. What you wrote may not be saved. Try again in a while.",
    ),
    "no_promises_found": (
        "Vi hittade inga löften i texten. Kontrollera att det är sidan där löftena räknas upp, eller skriv dem "
        "för hand.",
        "We found no promises in the text. Check that it is the page that lists the promises, or write them "
        "by hand.",
    ),
    "text_too_heavy": (
        "Texten tar för lång tid att läsa. Klistra bara in den del där löftena står.",
        "The text takes too long to read. Paste only the part that holds the promises.",
    ),
    "page_of_another": (
        "Sidan handlar om {other}, och du arbetar för {name}. Ska den läsas in här ändå?",
        "The page is about {other}, and you work for {name}. Is it to be read in here all the same?",
    ),
    "already_published": (
        "Löftet är redan publicerat och kan inte ändras som utkast. Gör en ny version i stället.",
        "The promise is already published and cannot be changed as a draft. Make a new version instead.",
    ),
    "nothing_to_publish": (
        "Det finns inga utkast kvar att publicera här.",
        "There are no drafts left to publish here.",
    ),
    "draft_changed_meanwhile": (
        "Någon annan har ändrat ett utkast sedan du öppnade sidan. Nu står det ”{text}”. Inget har sparats. "
        "Läs igenom en gång till, och tryck sedan igen.",
        "Somebody else has changed a draft since you opened the page. It now says “{text}”. Nothing has been "
        "saved. Read it once more, and then press again.",
    ),
    "round_changed_meanwhile": (
        "Någon annan har ändrat vilka utkast eller löften som är med sedan du öppnade sidan. Inget har "
        "publicerats. Läs igenom en gång till, och tryck sedan igen.",
        "Somebody else has changed which drafts or promises are included since you opened the page. Nothing "
        "has been published. Read through once more, and then press again.",
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
    "activity_already_sent": (
        "Insatsen var redan sparad innan du ändrade den här. Rätta den på arbetsbordet, eller öppna formuläret "
        "på nytt för att logga en till.",
        "The activity had already been saved before you changed it here. Correct it on the desk, or open the form "
        "anew to log another.",
    ),
    # services/turns.py
    "gone_meanwhile": (
        "Någon annan har tagit bort det som sidan handlar om. Inget har sparats.",
        "Somebody else has removed what the page is about. Nothing has been saved.",
    ),
    "written_meanwhile": (
        "Någon annan skrev något här i samma stund, och de två går inte ihop. Inget av ditt har sparats. Öppna "
        "sidan på nytt, läs vad som står och försök igen.",
        "Somebody else wrote something here at the same moment, and the two do not go together. Nothing of yours "
        "has been saved. Open the page anew, read what it says and try again.",
    ),
    # services/shown.py, and what its parts say
    "shown_gone": (
        "Något av det som stod här när du öppnade sidan är borta. Inget har sparats. Läs igenom en gång till, "
        "och tryck sedan igen.",
        "Something that stood here when you opened the page is gone. Nothing has been saved. Read through once "
        "more, and then press again.",
    ),
    "verdict_standing_moved": (
        "Löftet eller det som är gjort har ändrats sedan du öppnade sidan. Inget har sparats. Läs överst hur det "
        "står till nu, och tryck igen om ert svar fortfarande stämmer.",
        "The promise, or what has been done for it, has changed since you opened the page. Nothing has been saved. "
        "Read at the top how it stands now, and press again if your answer still holds.",
    ),
    "verdict_said_meanwhile": (
        "Någon annan har svarat för er sedan du öppnade sidan: ”{reason}” Inget av ditt har sparats. Tryck igen "
        "om ditt svar ska gälla i stället.",
        "Somebody else has answered for you since you opened the page: “{reason}” Nothing of yours has been saved. "
        "Press again if your answer is to hold instead.",
    ),
    "period_closed_meanwhile": (
        "Någon annan har stängt perioden sedan du öppnade sidan. Inget av ditt har sparats.",
        "Somebody else has closed the period since you opened the page. Nothing of yours has been saved.",
    ),
    "period_evidence_moved": (
        "Det som är loggat i perioden har ändrats sedan du öppnade sidan. Nu räknas {done}. Inget har sparats. "
        "Läs tabellen en gång till, och tryck sedan igen.",
        "What is logged in the period has changed since you opened the page. Now {done} count. Nothing has been "
        "saved. Read the table once more, and then press again.",
    ),
    "baseline_changed": (
        "Någon annan har ändrat utgångsvärdet sedan du öppnade sidan. Nu står det {value} {unit}. Inget är låst. "
        "Gå tillbaka, läs igenom och lås sedan.",
        "Somebody else has changed the baseline since you opened the page. It now says {value} {unit}. Nothing is "
        "locked. Go back, read it through, and then lock.",
    ),
    "carried_meanwhile": (
        "Någon annan har valt vad som förs över sedan du öppnade sidan. Inget av ditt har sparats. Tryck igen om "
        "dina val ska gälla i stället.",
        "Somebody else has chosen what is carried over since you opened the page. Nothing of yours has been saved. "
        "Press again if your choices are to hold instead.",
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
    # services/keeping/responsibilities.py
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
    # services/keeping/links.py
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
    # models/columns.py: what no form or import has refused
    "value_too_long": (
        "{field} har {length} tecken. Korta till högst {longest}.",
        "{field} has {length} characters. Shorten it to at most {longest}.",
    ),
    "value_unstorable": (
        "{field} innehåller ett tecken eller ett tal som inte går att spara. Skriv om det.",
        "{field} has a character or a number that cannot be stored. Write it in another way.",
    ),
    "number_too_large": (
        "{field} är för stort. Skriv ett tal som är högst {most}.",
        "{field} is too large. Write a number that is at most {most}.",
    ),
    "day_out_of_range": (
        "{field} ska ligga mellan år {first} och år {last}.",
        "{field} must lie between the years {first} and {last}.",
    ),
    # config/run.py
    "stage_unknown": (
        "Steget {stage} finns inte. Välj ett av {stages}.",
        "There is no stage {stage}. Choose one of {stages}.",
    ),
}
