"""Härnösand, 5 April 2019: ten promises, two perspectives, six villages. The activities are made up."""

from datetime import date

from handslag.demo.towns import Closing, Correction, Deed, Hours, Indicator, Noticing, Occasion, Town, Word
from handslag.domain.judging.party_verdicts import Verdict
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Kind, Measure, Per, Spread

PAGE = """\
Nya medborgarlöften för Härnösand

Härnösands kommun och lokalpolisområde Södra Ångermanland har enats om nya medborgarlöften. \
De gäller från och med den 5 april 2019 och tills vidare.

Invånarna fick säga sitt vid två medborgardialoger och i en digital enkät. Svaren och den lokala \
lägesbilden från hösten 2018 gav två perspektiv.

Polis inom räckhåll

Polisen lovar att vid varje möjligt tillfälle arbeta för förtroende och kontakt med invånarna i hela kommunen.

  • Polisen lovar att lägga arbetstid i ytterområdena Ramvik/Hälledal, Brunne, Gussjö, Häggdånger, Viksjö och Älandsbro.
  • Polisen lovar att delta vid kommunens invånardialoger om trygghet under 2019.
  • Polisen och kommunen lovar att bidra till att elever i årskurs 8 vet mer om sexuella ofredanden och sociala medier.
  • Polisen och kommunen lovar att varje skoltermin besöka högstadie- och gymnasieskolor för att lära känna ungdomar.
  • Polisen och kommunen ska fortsätta att prioritera samverkan vid större evenemang och storhelger.
  • Polisen och kommunen ska införa en modell för sociala insatsgrupper (SIG).
  • Polisen och kommunen lovar att verka för gemensam information till invånarna om löftena under 2019.

Trygg trafik

Polisen och kommunen lovar att arbeta för en trygg trafikmiljö för oskyddade trafikanter.

  • Polisen lovar att vid minst två tillfällen under året göra förebyggande insatser mot motorburen ungdom.

Löftena undertecknades av lokalpolisområdeschefen och kommunstyrelsens ordförande.
"""

DIALOGUES = "Invånardialoger"
FEASTS = "Större evenemang och storhelger"
STANDING = Measure(kind=Kind.STANDING)

HARNOSAND = Town(
    slug="harnosand",
    name="Härnösands kommun",
    short_name="Härnösand",
    code="2280",
    page=PAGE,
    signed_on=date(2019, 4, 5),
    review_on=date(2019, 12, 31),
    schools=(
        "Brännaskolan",
        "Franzénskolan",
        "Härnösands gymnasium",
        "Wendela Hellmanskolan",
        "Älandsbro skola",
    ),
    terms=((date(2019, 1, 8), date(2019, 6, 12)), (date(2019, 8, 20), date(2019, 12, 20))),
    occasions=(
        Occasion(DIALOGUES, "Dialogmöte i Brunne", date(2019, 5, 14), "Brunne"),
        Occasion(DIALOGUES, "Dialogmöte i Viksjö", date(2019, 6, 4), "Viksjö"),
        Occasion(DIALOGUES, "Dialogmöte i Älandsbro", date(2019, 9, 12), "Älandsbro"),
        Occasion(FEASTS, "Valborg 2019", date(2019, 4, 30)),
        Occasion(FEASTS, "Midsommarafton 2019", date(2019, 6, 21)),
        Occasion(FEASTS, "Stadsfesten", date(2019, 8, 17)),
        Occasion(FEASTS, "Lucia 2019", date(2019, 12, 13)),
    ),
    measures={
        1: STANDING,
        2: Measure(Kind.COUNT, unit="arbetspass", per=Per.HALF_YEAR, spread=Spread.PLACE, minimal=True),
        3: Measure(Kind.EACH_EVENT, unit="dialog"),
        4: STANDING,
        5: Measure(Kind.COUNT, unit="besök", per=Per.TERM, spread=Spread.SCHOOL),
        6: Measure(Kind.EACH_EVENT, unit="insats"),
        7: Measure(Kind.MILESTONE),
        8: STANDING,
        9: STANDING,
    },
    series={3: DIALOGUES, 6: FEASTS},
    deeds=(
        Deed(
            (2, 1), date(2019, 4, 23), "Arbetspass med samtal vid affären.", hours=3, place="Ramvik/Hälledal"
        ),
        Deed((2, 1), date(2019, 5, 8), "Arbetspass med besök hos föreningar.", hours=2, place="Brunne"),
        Deed(
            (2, 1),
            date(2019, 5, 21),
            "Arbetspass, samtal med boende om inbrott.",
            hours=2,
            place="Häggdånger",
        ),
        Deed(
            (2, 1), date(2019, 6, 4), "Arbetspass med hastighetskontroll genom byn.", hours=3, place="Viksjö"
        ),
        Deed((2, 1), date(2019, 6, 11), "Arbetspass vid skolan och badplatsen.", hours=4, place="Älandsbro"),
        Deed((2, 1), date(2019, 7, 3), "Arbetspass vid badplatsen.", hours=2, place="Brunne"),
        Deed((2, 1), date(2019, 7, 9), "Arbetspass vid hamnen.", hours=2, place="Häggdånger"),
        Deed(
            (2,),
            date(2019, 7, 16),
            "Arbetspasset ställdes in: skogsbrand i länet tog alla i tjänst.",
            place="Gussjö",
            status=ActivityStatus.CANCELLED,
        ),
        Deed((2, 1), date(2019, 8, 6), "Arbetspass med samtal på loppmarknaden.", hours=2, place="Viksjö"),
        Deed((2, 1), date(2019, 8, 14), "Arbetspass vid idrottsplatsen.", hours=2, place="Älandsbro"),
        Deed(
            (2, 1), date(2019, 8, 27), "Arbetspass vid affären och hamnen.", hours=2, place="Ramvik/Hälledal"
        ),
        Deed(
            (2,),
            date(2019, 9, 17),
            "Arbetspass i byn, dag för dag-planen för hösten.",
            place="Gussjö",
            status=ActivityStatus.PLANNED,
        ),
        Deed(
            (3, 1),
            date(2019, 5, 14),
            "Två poliser var med hela kvällen.",
            place="Brunne",
            event="Dialogmöte i Brunne",
        ),
        Deed(
            (4,),
            date(2019, 5, 16),
            "Lektion för årskurs 8 tillsammans med elevhälsan.",
            party=Party.MUNICIPALITY,
            school="Brännaskolan",
        ),
        Deed((5,), date(2019, 4, 25), "Besök på rasten och i två klasser.", school="Franzénskolan"),
        Deed((5, 4), date(2019, 5, 9), "Besök i årskurs 8 om sociala medier.", school="Brännaskolan"),
        Deed((5,), date(2019, 8, 28), "Besök vid terminsstarten.", school="Härnösands gymnasium"),
        Deed((5,), date(2019, 8, 29), "Besök på rasten.", school="Älandsbro skola"),
        Deed(
            (6,),
            date(2019, 4, 30),
            "Gemensam närvaro på Valborg i centrum.",
            event="Valborg 2019",
            others=(Party.MUNICIPALITY,),
            confirmed_on=date(2019, 5, 3),
        ),
        Deed(
            (6,),
            date(2019, 6, 21),
            "Nattvandring tillsammans på midsommarafton.",
            event="Midsommarafton 2019",
            party=Party.MUNICIPALITY,
            others=(Party.POLICE,),
            confirmed_on=date(2019, 6, 24),
        ),
        Deed(
            (6,),
            date(2019, 8, 17),
            "Gemensam närvaro på stadsfesten.",
            event="Stadsfesten",
            others=(Party.MUNICIPALITY,),
        ),
        Deed(
            (8,), date(2019, 4, 5), "Löftena presenterades på kommunens webbplats.", party=Party.MUNICIPALITY
        ),
        Deed(
            (10, 9),
            date(2019, 6, 14),
            "Kontroll av mopeder och A-traktorer, samtal med ett femtiotal ungdomar.",
            hours=5,
        ),
        Deed(
            (10,),
            date(2019, 9, 20),
            "Andra insatsen, tillsammans med fritidsgården.",
            status=ActivityStatus.PLANNED,
        ),
    ),
    corrections=(Correction(22, date(2019, 6, 15), date(2019, 6, 18), "Insatsen började kvällen före."),),
    closings=(Closing(5, date(2019, 4, 5), date(2019, 6, 12), date(2019, 6, 28)),),
    words=(
        Word(
            3,
            Party.POLICE,
            Verdict.KEPT,
            "Två poliser var i Viksjö hela kvällen. Det är inte loggat än.",
            date(2019, 8, 20),
            "Dialogmöte i Viksjö",
        ),
        Word(
            3,
            Party.MUNICIPALITY,
            Verdict.CANNOT_SAY,
            "Vi har inga anteckningar om vilka som var där.",
            date(2019, 8, 22),
            "Dialogmöte i Viksjö",
        ),
    ),
    noticing=Noticing(
        2,
        12,
        date(2019, 7, 1),
        date(2019, 8, 30),
        (
            ("Ramvik/Hälledal", (17, 8, 9, 6)),
            ("Viksjö", (14, 8, 12, 8)),
            ("Älandsbro", (21, 9, 12, 8)),
            ("Gussjö", (1, 2, 9, 4)),
        ),
    ),
    hours=(
        Hours(Party.POLICE, date(2019, 4, 5), date(2019, 12, 31), 90),
        Hours(Party.MUNICIPALITY, date(2019, 4, 5), date(2019, 12, 31), 60),
    ),
    indicators=(
        Indicator(
            9,
            "Andel fordon som kör för fort utanför skolorna",
            "procent",
            "Kommunens mätning på tre gator i en vecka (påhittad)",
            "± 4 procentenheter",
            (date(2019, 3, 22), 38),
            ((date(2019, 8, 30), 35),),
        ),
    ),
)
