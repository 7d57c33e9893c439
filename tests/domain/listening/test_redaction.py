from itertools import pairwise
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handslag.domain.listening import redaction
from handslag.domain.listening.redaction import PersonalDataKind, findings, redact


def _certain(text: str) -> list[str]:
    return [text[find.span.start : find.span.end] for find in findings(text) if find.is_certain]


def _flagged(text: str, kind: PersonalDataKind = PersonalDataKind.NAME) -> list[str]:
    return [text[find.span.start : find.span.end] for find in findings(text) if find.kind is kind]


@pytest.mark.parametrize(
    "number",
    [
        "121212-1212",
        "19121212-1212",
        "121212+1212",
        "1212121212",
        "121212 1212",
        "121212–1212",
        "701063-2391",
        "850709-T123",
        "121212-1213",
        "12 12 12-1212",
        "1912-12-12-1212",
        "121212 - 1212",
        "121212/1212",
        "121212--1212",
    ],
)
def test_masks_a_personal_number_by_its_shape(number: str) -> None:
    assert redact(f"Det var {number}, tror jag.") == "Det var [personnummer], tror jag."


@pytest.mark.parametrize(
    "text",
    [
        "Organisationsnummer 556016-0680",
        "Perioden 2024-01-01–2024-12-31",
        "Den 121312-1212 finns inte.",
        "Diarienummer KS 2024/00123",
        "Summan 1212121213 kronor",
    ],
)
def test_leaves_alone_other_numbers(text: str) -> None:
    assert findings(text) == ()


def test_a_wrong_number_that_may_be_a_date_and_a_clock_is_only_flagged() -> None:
    text = "Loggat 20260412-1830 vid torget."
    assert (_certain(text), _flagged(text, PersonalDataKind.IDENTITY_NUMBER)) == ([], ["20260412-1830"])


@pytest.mark.parametrize(
    "number",
    [
        "(070) 174 06 05",
        "070.174.06.05",
        "070–174 06 05",
        "(+46) 70-174 06 05",
        "070-174 06 05",
        "0611-348000",
        "+46 70 174 06 05",
        "0701740605",
        "08-123 45 67",
        "0046 8 123 45 67",
    ],
)
def test_masks_a_telephone_number(number: str) -> None:
    assert redact(f"Ring {number} i kväll") == "Ring [telefonnummer] i kväll"


@pytest.mark.parametrize(
    "text",
    [
        "Ring 112 eller 114 14.",
        "Växeln har 077-114 14 00.",
        "Öppet 0800-1600",
        "Öppet 08.00–16.00 alla dagar.",
        "Den 01.02.2019 klockan 12.30.",
        "Det kostade 45 000–50 000 kr.",
    ],
)
def test_leaves_alone_public_numbers_clocks_and_sums(text: str) -> None:
    assert findings(text) == ()


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("Mejla åsa.öberg@härnösand.exempel!", "Mejla [e-post]!"),
        ("Mejla k_l snabela exempel punkt se!", "Mejla [e-post]!"),
        ("Mejla k_l [at] exempel(punkt)se!", "Mejla [e-post]!"),
        ("Se https://exempel.se/p?x=1, tack.", "Se [länk], tack."),
        ("Se exempel.se/t/12.", "Se [länk]."),
        ("Läs mer på polisen.se.", "Läs mer på polisen.se."),
        ("@kalle_1 filmade", "[konto] filmade"),
        ("Ärende 5000-K123456-24", "Ärende [ärendenummer]"),
        ("Vid 62.6325, 17.9384", "Vid [koordinater]"),
    ],
)
def test_masks_addresses_on_the_net_case_numbers_and_positions(text: str, redacted: str) -> None:
    assert redact(text) == redacted


@pytest.mark.parametrize("plate", ["ABC 123", "ABC123", "ABC 12D", "abc12d", "ABC - 123", "ABC.123"])
def test_masks_a_vehicle_plate(plate: str) -> None:
    assert redact(f"En Volvo, {plate}.") == "En Volvo, [registreringsnummer]."


def test_masks_a_plate_in_small_letters_where_it_is_called_one() -> None:
    assert (
        redact("mopeden med reg abc 12d, men bad 123") == "mopeden med reg [registreringsnummer], men bad 123"
    )


@pytest.mark.parametrize("text", ["MAX 100 personer", "SOU 2021:49", "IQV 123", "EST 2024", "ABC 1234"])
def test_leaves_alone_what_is_no_plate(text: str) -> None:
    assert findings(text) == ()


@pytest.mark.parametrize(
    ("text", "redacted"),
    [
        ("Bor på Storgatan 12 B, lgh 1102.", "Bor på Storgatan [husnummer]."),
        ("Bor på Storgatan 12c, 2 tr.", "Bor på Storgatan [husnummer]."),
        ("Karl Johans väg 5", "Karl Johans väg [husnummer]"),
        ("Nära Ekbacken nr 7", "Nära Ekbacken nr [husnummer]"),
    ],
)
def test_masks_the_house_number_and_keeps_the_street(text: str, redacted: str) -> None:
    assert redact(text) == redacted


@pytest.mark.parametrize(
    "text",
    [
        "Kontroll av mopeder, samtal med ett femtiotal ungdomar på Storgatan.",
        "Storgatan 5 gånger, Skolvägen 40 km/h, Bergsgatan 2024",
        "Hamngatan 18–20 varje fredag",
        "Väg 90 och vägen 331",
        "Per år blir det två vandringar i Maria park.",
        "Polisen Södra Ångermanland och Röda Korset var med.",
        "De som bor i centrum tackade polisen.",
        "Olof Palmes plats behöver fler bänkar.",
    ],
)
def test_leaves_alone_a_note_of_an_activity(text: str) -> None:
    assert findings(text) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jag såg Anna Svensson där.", ["Anna Svensson"]),
        ("Fatima och Lars-Erik vet.", ["Fatima", "Lars-Erik"]),
        ("Det är Annas moped.", ["Annas"]),
        ("Per Lindgren kör för fort.", ["Per Lindgren"]),
        ("Grannen Xerto spelar musik.", ["Xerto"]),
        ("Fråga K. Öman om det.", ["K. Öman"]),
        ("alla vet att det är andersson", ["andersson"]),
        ("Jag mötte Xiu Zhao vid bion.", ["Xiu Zhao"]),
    ],
)
def test_flags_a_likely_name_and_never_cuts_it(text: str, names: list[str]) -> None:
    assert (_flagged(text), redact(text)) == (names, text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Det är killen som bor ovanför.", "killen som bor"),
        ("Min granne säljer sprit.", "Min granne"),
        ("Hon på tredje våningen skriker.", "Hon på tredje"),
        ("Ägaren till den röda bilen", "Ägaren till den"),
    ],
)
def test_flags_words_that_point_somebody_out(text: str, words: str) -> None:
    assert _flagged(text, PersonalDataKind.POINTS_OUT) == [words]


def test_finds_stand_in_order() -> None:
    text = "Anna, 070-174 06 05, bil ABC 123"
    assert [find.kind for find in findings(text)] == [
        PersonalDataKind.NAME,
        PersonalDataKind.PHONE,
        PersonalDataKind.VEHICLE,
    ]


ALPHABET = st.sampled_from("019-+ ABCabcåÅ@.,:/\n") | st.characters()


@settings(max_examples=150, deadline=None)
@given(st.text(ALPHABET, max_size=80))
def test_never_raises_and_no_find_overlaps_another(text: str) -> None:
    spans = [find.span for find in findings(text)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))


@settings(max_examples=150, deadline=None)
@given(st.text(ALPHABET, max_size=80))
def test_what_is_redacted_has_nothing_certain_left(text: str) -> None:
    assert redact(redact(text)) == redact(text)


@pytest.mark.parametrize(
    "text",
    [
        "Killen i kiosken säljer knark.",
        "Hon slog min son.",
        "Vaktmästaren där tafsar på folk.",
        "Jag vågar inte gå ut för att min man slår mig.",
        "min sambo hotar mig när vi är ensamma",
        "Pappa slog oss igår.",
        "Mitt ex förföljer mig.",
        "Hennes bror säljer droger.",
        "min förra kille misshandlade mig",
        "Våra föräldrar slår oss.",
        "Min före detta man hotade mig.",
        "deras son stjäl cyklar",
        "Min styvpappa tafsar.",
        "Hans exfru stalkar oss.",
        "farsan kör full",
        "Vår hyresvärd lurar alla.",
        "Min chef trakasserar mig.",
        "Min man brukar slå mig.",
    ],
)
def test_flags_a_text_that_accuses_somebody(text: str) -> None:
    assert _flagged(text, PersonalDataKind.ACCUSES) != []


@pytest.mark.parametrize(
    "text",
    [
        "Det säljs knark bakom skolan.",
        "Många är rädda för inbrott.",
        "Ungdomar slåss på torget.",
        "Min man är rädd i parken.",
        "Han åker sparkcykel.",
    ],
)
def test_a_text_that_accuses_nobody_is_left_alone(text: str) -> None:
    assert findings(text) == ()


_PIECES = (
    *(
        "850101-1234",
        "070-123 45 67",
        "٠٧٠١٢٣٤٥٦٧",
        "5000-K123-20",
        "62.123, 17.456",
        "bil abc 123",
        "lgh 1203",
    ),
    *("a@b.se", "x SNABEL-A y.se", "x ſnabel-a y punkt se", "x (at) y.se", "x at y.se", "@konto", "ex.se/q"),
    *(
        "WWW.hej.nu",
        "Skolvägen 12",
        "kıllen",
        "Kİllen",
        "HAN",
        "polisen",
        "säljer",
        "som",
        "bor",
        "min granne",
    ),
    *("ägaren", "till", "bilen", "langar", "hotar", "Anna", "Berg", "herr", "\n", "\u00a0", "."),
)


@given(st.lists(st.sampled_from(_PIECES), max_size=12).map(" ".join))
def test_what_is_seen_at_a_glance_hides_no_find(text: str) -> None:
    every_time = tuple((lambda _: True, find) for _, find in redaction._FINDERS)
    with patch.object(redaction, "_FINDERS", every_time):
        found = findings(text)
    assert findings(text) == found


_HYPHENS = [
    "\u2010",
    "\u2011",
    "\u2012",
    "\u2013",
    "\u2014",
    "\u2015",
    "\u2212",
    "\ufe58",
    "\ufe63",
    "\uff0d",
    "\u2043",
]
_BLANKS = [
    "\u00a0",
    "\u2002",
    "\u2007",
    "\u2009",
    "\u200a",
    "\u200b",
    "\u202f",
    "\u205f",
    "\u2060",
    "\u3000",
    "\ufeff",
    "\t",
]


@pytest.mark.parametrize("mark", [*_HYPHENS, *_BLANKS, "\u00b7", "_", "\u00ad", "\u200d"])
def test_a_telephone_number_is_masked_whatever_stands_between_its_digits(mark: str) -> None:
    assert redact(f"Nås på 070{mark}123{mark}45{mark}67 nu") == "Nås på [telefonnummer] nu"


@pytest.mark.parametrize("dash", [*_HYPHENS, "-\u200b", "\u00a0-\u00a0"])
def test_a_personal_number_is_masked_whatever_its_dash(dash: str) -> None:
    assert redact(f"Det var 19850709{dash}1234, tror jag.") == "Det var [personnummer], tror jag."


@pytest.mark.parametrize("zeros", ["０７０", "𝟬𝟳𝟬", "⓪⑦⓪", "⁰⁷⁰", "0\u03367\u03360"])
def test_digits_of_every_shape_are_digits(zeros: str) -> None:
    assert redact(f"Ring {zeros}-174 06 05") == "Ring [telefonnummer]"


@pytest.mark.parametrize(
    "address",
    ["anna\u200b@exempel.se", "anna＠exempel．se", "anna@ex\u00adempel.se", "a\u2060nna﹫exempel.se"],
)
def test_an_address_is_masked_with_what_is_hidden_in_it(address: str) -> None:
    assert redact(f"Skriv till {address} nu") == "Skriv till [e-post] nu"


@pytest.mark.parametrize(
    "text", ["Öppet 08.00\u201316.00", "Pris 1\u00a0234\u00a0567 kr", "2019\u201101\u201101", "−5 till −12"]
)
def test_other_numbers_are_left_alone_whatever_their_signs(text: str) -> None:
    assert redact(text) == text
