"""What was said before the promises: dialogues in Härnösand in the autumn of 2018. All of it is made up."""

from dataclasses import dataclass
from datetime import date, time

from handslag.domain.listening.dialogues import DialogueKind, Group
from handslag.domain.listening.voices import VoiceKind
from handslag.domain.surveys import Lane

GOOD, BETTER = VoiceKind.STRENGTH, VoiceKind.IMPROVEMENT
OLD, GROWN, YOUNG = Group.OLDER, Group.ADULTS, Group.YOUNG


@dataclass(frozen=True, slots=True)
class SaidCard:
    """One statement card. `quoted` ones have been read and approved by two."""

    text: str
    kind: VoiceKind
    place: str = ""
    group: Group | None = None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Owed:
    """What was asked at the dialogue, who answers by when, and the answer when it came."""

    what: str
    role: str
    due_on: date
    answer: str = ""
    answered_on: date | None = None


@dataclass(frozen=True, slots=True)
class DemoDialogue:
    """A dialogue as it was planned on `planned_on`, and as it went. `first` answers to all of it."""

    kind: DialogueKind
    name: str
    purpose: str
    influence: str
    venue: str
    planned_on: date
    held_on: date
    starts: time
    ends: time
    access_needs: str
    first: Owed
    place: str = ""
    heads: tuple[tuple[Group, int], ...] = ()
    cards: tuple[SaidCard, ...] = ()
    also: tuple[Owed, ...] = ()


PURPOSE = "Vi vill veta vad som gör dig trygg där du bor, och vad som borde bli bättre."
INFLUENCE = (
    "Du kan påverka var polisen och kommunen lägger sin tid 2019 och vad vi lovar. "
    "Hur många poliser som finns bestäms inte här."
)
ACCESS = "Ingång utan trappor, hörslinga och kaffe. Barn är välkomna. Säg till om du behöver tolk."
ANSWER = (
    "Ni sa mest att polisen syns för lite utanför centrum, att mopeder och A-traktorer kör för fort och att "
    "det är mörkt vid busshållplatser. Därför lovar vi arbetstid i sex ytterområden och minst två insatser "
    "om året mot motorburen ungdom. Gatljusen är inget löfte: kommunen byter dem enligt sin egen plan, och "
    "den finns på kommunens webbplats."
)
BRUNNE_ANSWER = (
    "Ni bad om fler arbetspass i byn och om lägre fart förbi bygdegården. Ett arbetspass till är planerat i höst. "
    "Farten mäter kommunen i augusti, och siffrorna står då vid löftet om trygg trafik."
)
SURVEY_OPENS, SURVEY_CLOSES = date(2018, 10, 15), date(2018, 12, 14)
SURVEY_PURPOSE = {
    "sv": "Svaren blir en del av lägesbilden och av löftena för 2019.",
    "en": "The answers become part of the picture of the situation and of the promises for 2019.",
    "ar": "تصبح الإجابات جزءًا من صورة الوضع ومن وعود عام 2019.",
}
SURVEY_CONTROLLER = {
    "sv": "Kommunstyrelsen",
    "en": "The municipal executive board",
    "ar": "اللجنة التنفيذية للبلدية",
}
PLACES = ("Ramvik/Hälledal", "Brunne", "Gussjö", "Häggdånger", "Viksjö", "Älandsbro")

CARDS = (
    SaidCard("Föreningarna har öppet på kvällarna, då är det folk i rörelse.", GOOD, "Älandsbro", OLD, True),
    SaidCard("Grannar som tittar till varandra.", GOOD, "Älandsbro", OLD),
    SaidCard("Det är lugnt och man känner folk.", GOOD, "Brunne", GROWN),
    SaidCard("Badplatsen är fin och välskött.", GOOD, "Älandsbro", GROWN),
    SaidCard("Fritidsgården har bra ledare.", GOOD, "", GROWN),
    SaidCard("Affären är en mötesplats.", GOOD, "Ramvik/Hälledal", OLD, True),
    SaidCard("Skolan svarar när man ringer.", GOOD, "Älandsbro", GROWN),
    SaidCard("Nattvandrarna på Valborg.", GOOD, "", GROWN),
    SaidCard("Det är plogat på vintern.", GOOD, "Viksjö", OLD),
    SaidCard("Bussen går i alla fall på vardagar.", GOOD, "Häggdånger", OLD),
    SaidCard("Idrottsklubben tar hand om ungdomarna.", GOOD, "Älandsbro", YOUNG),
    SaidCard("Jag är aldrig rädd här.", GOOD, "Gussjö", OLD),
    SaidCard("Vi ser aldrig någon polis i byn.", BETTER, "Gussjö", OLD, True),
    SaidCard("Polisen borde stanna till vid affären ibland.", BETTER, "Ramvik/Hälledal", OLD),
    SaidCard("A-traktorer kör fort förbi skolan.", BETTER, "Älandsbro", GROWN, True),
    SaidCard("Mopeder utan ljus på gångvägen.", BETTER, "Älandsbro", OLD),
    SaidCard("Ingen håller hastigheten genom byn.", BETTER, "Viksjö", OLD, True),
    SaidCard("Mörkt vid busshållplatsen.", BETTER, "Häggdånger", GROWN),
    SaidCard("Gatljusen släcks för tidigt.", BETTER, "Brunne", GROWN),
    SaidCard("Inbrott i båthus och ingen kommer.", BETTER, "Häggdånger", OLD),
    SaidCard("Det dröjer när man ringer 114 14.", BETTER, "", OLD),
    SaidCard("Ungdomarna har ingenstans att vara på helgen.", BETTER, "Brunne", GROWN),
    SaidCard("Prata med åttorna om vad man får göra på nätet.", BETTER, "", GROWN),
    SaidCard("Jag vill veta vem jag ska ringa när det inte är bråttom.", BETTER, "", OLD),
    SaidCard("Buskörning på isen vid lunden.", BETTER, "Älandsbro", OLD),
    SaidCard("Det är skräp och trasigt vid stationen.", BETTER, "Älandsbro", YOUNG),
    SaidCard("Fler vuxna ute när det är fest.", BETTER, "", YOUNG),
    SaidCard("Berätta efteråt vad det blev av det vi sagt.", BETTER, "", OLD, True),
    SaidCard("Övergångsstället vid skolan syns inte.", BETTER, "Älandsbro", GROWN),
    SaidCard("Polisen borde komma till skolan mer än en gång.", BETTER, "", GROWN),
    SaidCard("Ring mig på 070-174 06 05 om isen.", BETTER, "Älandsbro", OLD),
    SaidCard("Min granne kör alltid för fort.", BETTER, "Viksjö", GROWN),
)

CENTRE_CARDS = (
    SaidCard("Det är folk på torget också på kvällen.", GOOD, "", GROWN, True),
    SaidCard("Väktarna hälsar.", GOOD, "", YOUNG),
    SaidCard("Biblioteket har öppet sent.", GOOD, "", OLD),
    SaidCard("Ljuset i parken är bra sedan det byttes.", GOOD, "", GROWN),
    SaidCard("Fältarna är ute på fredagar.", GOOD, "", GROWN),
    SaidCard("Det går att prata med polisen på torgdagen.", GOOD, "", OLD),
    SaidCard("Tunneln vid stationen är mörk.", BETTER, "", YOUNG, True),
    SaidCard("Det säljs droger bakom skolan.", BETTER, "", GROWN),
    SaidCard("Fulla människor vid bänkarna på dagen.", BETTER, "", OLD),
    SaidCard("Bilar kör genom gågatan.", BETTER, "", OLD),
    SaidCard("Samma gäng skriker efter oss på väg till träningen.", BETTER, "", YOUNG),
    SaidCard("Polisen borde gå till fots på kvällen.", BETTER, "", GROWN, True),
    SaidCard("Cyklar stjäls vid gymnasiet.", BETTER, "", YOUNG),
    SaidCard("Berätta på sociala medier vad som händer.", BETTER, "", YOUNG),
    SaidCard("Fler aktiviteter på lov.", BETTER, "", GROWN),
    SaidCard("Snöhögarna skymmer övergångsstället.", BETTER, "", OLD),
    SaidCard("Det dröjer för länge innan någon kommer.", BETTER, "", GROWN),
    SaidCard("Ha koll på storhelgerna, då är det stökigt.", BETTER, "", GROWN),
    SaidCard("Elmopeder på trottoaren.", BETTER, "", OLD),
    SaidCard("Träffa eleverna innan något har hänt.", BETTER, "", GROWN),
    SaidCard("Ni frågade förra året också. Vad blev det av det?", BETTER, "", OLD, True),
)

DIALOGUES = (
    DemoDialogue(
        kind=DialogueKind.MEETING,
        name="Dialogmöte i Älandsbro",
        purpose=PURPOSE,
        influence=INFLUENCE,
        venue="Älandsbro skola, matsalen",
        place="Älandsbro",
        planned_on=date(2018, 9, 11),
        held_on=date(2018, 10, 9),
        starts=time(18),
        ends=time(20),
        access_needs=ACCESS,
        first=Owed("", "samordnaren och kommunpolisen", date(2019, 3, 31), ANSWER, date(2019, 4, 5)),
        heads=((Group.CHILDREN, 6), (YOUNG, 11), (GROWN, 24), (OLD, 33)),
        cards=CARDS,
        also=(
            Owed(
                "Vem byter lamporna vid busshållplatserna?",
                "kommunens gatuchef",
                date(2018, 11, 15),
                "Trafikverket äger lamporna vid landsvägen och kommunen dem i byn. Båda är anmälda.",
                date(2018, 11, 12),
            ),
        ),
    ),
    DemoDialogue(
        kind=DialogueKind.MEETING,
        name="Dialogmöte i centrum",
        purpose=PURPOSE,
        influence=INFLUENCE,
        venue="Biblioteket, Härnösand",
        planned_on=date(2018, 10, 22),
        held_on=date(2018, 11, 27),
        starts=time(17, 30),
        ends=time(19, 30),
        access_needs=ACCESS,
        first=Owed("", "samordnaren och kommunpolisen", date(2019, 4, 30), ANSWER, date(2019, 4, 5)),
        heads=((YOUNG, 14), (GROWN, 27), (OLD, 21)),
        cards=CENTRE_CARDS,
    ),
    # The dialogues of 2019 that the police promised to take part in.
    DemoDialogue(
        kind=DialogueKind.MEETING,
        name="Dialogmöte i Brunne",
        purpose=PURPOSE,
        influence=INFLUENCE,
        venue="Bygdegården i Brunne",
        place="Brunne",
        planned_on=date(2019, 4, 16),
        held_on=date(2019, 5, 14),
        starts=time(18),
        ends=time(19, 30),
        access_needs=ACCESS,
        first=Owed("", "samordnaren", date(2019, 6, 30), BRUNNE_ANSWER, date(2019, 6, 24)),
        heads=((GROWN, 17), (OLD, 22)),
    ),
    DemoDialogue(
        kind=DialogueKind.MEETING,
        name="Dialogmöte i Viksjö",
        purpose=PURPOSE,
        influence=INFLUENCE,
        venue="Viksjö skola",
        place="Viksjö",
        planned_on=date(2019, 5, 7),
        held_on=date(2019, 6, 4),
        starts=time(18),
        ends=time(19, 30),
        access_needs=ACCESS,
        first=Owed("", "samordnaren och kommunpolisen", date(2019, 8, 15)),
    ),
    DemoDialogue(
        kind=DialogueKind.MEETING,
        name="Dialogmöte i Älandsbro",
        purpose=PURPOSE,
        influence=INFLUENCE,
        venue="Älandsbro skola, matsalen",
        place="Älandsbro",
        planned_on=date(2019, 8, 20),
        held_on=date(2019, 9, 12),
        starts=time(18),
        ends=time(20),
        access_needs=ACCESS,
        first=Owed("", "samordnaren och kommunpolisen", date(2019, 10, 31)),
    ),
)

# How many answers came by which lane up to which day, and how the made-up people lean in each question.
SURVEY_ANSWERS = (
    (date(2018, 10, 29), Lane.OPEN_LINK, 138),
    (date(2018, 11, 12), Lane.OPEN_LINK, 147),
    (date(2018, 11, 19), Lane.STAFF, 23),
    (date(2018, 11, 29), Lane.OPEN_LINK, 141),
    (date(2018, 12, 11), Lane.STAFF, 11),
)
SURVEY_LEANINGS: dict[str, tuple[int, ...]] = {
    "safe_evening": (14, 31, 12, 22, 9, 12),
    "unsafe_when": (2, 3, 31, 42, 28, 17, 12),
    "knows_promises": (11, 22, 67),
    "age": (3, 15, 29, 32, 21),
    "gender": (55, 43, 2),
}
SURVEY_APPROVED = date(2019, 1, 15)
