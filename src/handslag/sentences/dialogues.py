"""Dialogues and the voices in them. As in `handslag.sentences`."""

DIALOGUES: dict[str, tuple[str, str]] = {
    # domain/listening/voices.py
    "voice_too_long": (
        "Texten är {length} tecken. Den får vara högst {longest}. Korta den.",
        "The text is {length} characters. It may be at most {longest}. Shorten it.",
    ),
    # domain/listening/dialogues.py, services/listening/dialogues.py, services/listening/walks.py, services/listening/voices.py
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
    "dialogue_has_begun": (
        "Det som sades den dagen är redan inskrivet. Dagen kan inte ändras.",
        "What was said that day is already written in. The day cannot be changed.",
    ),
    "answer_is_given": (
        "Svaret är redan publicerat. Låt den som svarar och dagen stå som de var.",
        "The answer is already published. Leave who answers and the day as they were.",
    ),
    "fewer_came_than_in_groups": (
        "Åldrarna är tillsammans {counted} personer, men du skrev att {came} kom. Ändra det som är fel.",
        "The ages are {counted} people together, but you wrote that {came} came. Change what is wrong.",
    ),
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
    "already_answered": (
        "Svaret är redan publicerat: ”{answer}” Ditt har inte sparats.",
        "The answer is already published: “{answer}” Yours has not been saved.",
    ),
    "asked_changed": (
        "Någon har ändrat frågan eller dialogen sedan du öppnade sidan. Nu står det ”{what}”. Svaret har inte "
        "publicerats. Läs igenom en gång till, och tryck sedan igen.",
        "Somebody has changed the question or the dialogue since you opened the page. It now says “{what}”. The "
        "answer has not been published. Read it once more, and then press again.",
    ),
    "cards_came_meanwhile": (
        "Det har kommit mer som invånare sagt sedan du öppnade sidan: nu {cards} kort. Svaret har inte "
        "publicerats. Läs dem, och tryck sedan igen.",
        "More that residents said has come in since you opened the page: now {cards} cards. The answer has not "
        "been published. Read them, and then press again.",
    ),
    "answer_empty": ("Skriv svaret.", "Write the answer."),
    "not_a_walk": (
        "Stopp och iakttagelser hör till en trygghetsvandring. Det här är en annan sorts dialog.",
        "Stops and findings belong to a safety walk. This is another kind of dialogue.",
    ),
    "follows_another_walk": (
        "Iakttagelsen hör till en annan vandring än den som följs upp här.",
        "The finding belongs to another walk than the one followed up here.",
    ),
    "finding_without_words": ("Skriv vad ni såg.", "Write what you saw."),
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
}
