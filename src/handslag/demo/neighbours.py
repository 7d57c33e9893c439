"""Kramfors and Sollefteå 2019: the same police area, their own promises. The activities are made up."""

from datetime import date

from handslag.demo.towns import Closing, Deed, Occasion, Town
from handslag.domain.keeping.activities import ActivityStatus
from handslag.domain.people.parties import Party
from handslag.domain.promises.terms import Kind, Measure, Per, Spread

KRAMFORS_PAGE = """\
Medborgarlöfte för Kramfors 2019

Kramfors kommun och lokalpolisområde Södra Ångermanland har skrivit under ett medborgarlöfte som gäller under 2019.

Polisen lovar att:

  • lägga arbetstid i Nordingrå och Ullånger för att få kontakt med dem som bor där.
  • minska ordningsstörningar och narkotikabrott i Kramfors centrum jämfört med 2018.

Polisen och Kramfors kommun lovar att tillsammans:

  • hålla en gemensam informationsdag för elever i årskurs 7.
  • hålla en medborgardialog om vad som känns otryggt.
  • gå en trygghetsvandring.
"""

SOLLEFTEA_PAGE = """\
Medborgarlöfte för Sollefteå 2019

Sollefteå kommun och lokalpolisområde Södra Ångermanland har skrivit under ett medborgarlöfte som gäller under 2019.

Polisen lovar att:

  • lägga arbetstid i Ramsele och Junsele för att möta folk på orten.

Polisen och Sollefteå kommun lovar att tillsammans:

  • fortsätta med trygghetsvandringar i kommunen.
  • hålla en medborgardialog där invånarna får säga sitt om trygghet.
"""

IN_PLACES = Measure(Kind.COUNT, unit="arbetspass", per=Per.YEAR, spread=Spread.PLACE, minimal=True)

KRAMFORS = Town(
    slug="kramfors",
    name="Kramfors kommun",
    short_name="Kramfors",
    code="2282",
    page=KRAMFORS_PAGE,
    signed_on=date(2019, 1, 1),
    valid_to=date(2019, 12, 31),
    occasions=(
        Occasion("Trygghetsvandringar", "Trygghetsvandring i centrum", date(2019, 5, 23), "Kramfors centrum"),
    ),
    measures={
        1: IN_PLACES,
        2: Measure(Kind.STANDING),
        3: Measure(Kind.MILESTONE, unit="informationsdag", by=date(2019, 6, 12)),
        4: Measure(Kind.MILESTONE, unit="medborgardialog"),
        5: Measure(Kind.EACH_EVENT, unit="trygghetsvandring"),
    },
    series={5: "Trygghetsvandringar"},
    deeds=(
        Deed((1,), date(2019, 3, 12), "Arbetspass vid skolan och affären.", hours=3, place="Nordingrå"),
        Deed((1,), date(2019, 5, 7), "Arbetspass med trafikkontroll.", hours=2, place="Ullånger"),
        Deed(
            (5,),
            date(2019, 5, 23),
            "Vandringen gick genom centrum och parken.",
            party=Party.MUNICIPALITY,
            event="Trygghetsvandring i centrum",
        ),
    ),
    closings=(
        Closing(
            3,
            date(2019, 1, 1),
            date(2019, 6, 12),
            date(2019, 6, 20),
            cause="Skolorna kunde inte enas om en dag före sommaren.",
            decision="Dagen hålls i september i stället.",
        ),
    ),
)

SOLLEFTEA = Town(
    slug="solleftea",
    name="Sollefteå kommun",
    short_name="Sollefteå",
    code="2283",
    page=SOLLEFTEA_PAGE,
    signed_on=date(2019, 1, 1),
    valid_to=date(2019, 12, 31),
    measures={
        1: IN_PLACES,
        2: Measure(Kind.COUNT, unit="trygghetsvandring", per=Per.HALF_YEAR, minimal=True),
        3: Measure(Kind.MILESTONE, unit="medborgardialog"),
    },
    deeds=(
        Deed((1,), date(2019, 2, 19), "Arbetspass på orten.", hours=3, place="Ramsele"),
        Deed((1,), date(2019, 8, 14), "Arbetspass på orten.", hours=3, place="Junsele"),
        Deed((3,), date(2019, 4, 10), "Öppet möte i biblioteket.", party=Party.MUNICIPALITY),
        Deed(
            (2,),
            date(2019, 10, 3),
            "Vandring i centrum.",
            party=Party.MUNICIPALITY,
            status=ActivityStatus.PLANNED,
        ),
    ),
)
