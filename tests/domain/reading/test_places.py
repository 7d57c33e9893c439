import pytest

from tests.domain.reading.promised import fields_of, under, words


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Polisen fotpatrullerar i Ekby, Sandvik och på Storgatan.", ["Ekby", "Sandvik", "Storgatan"]),
        ("Vi lägger arbetstid i ytterområdena, Ekby/Sandvik och Tallåsen.", ["Ekby/Sandvik", "Tallåsen"]),
        ("Insatser i orter som till exempel Ekby och Sandvik.", ["Ekby", "Sandvik"]),
        ("Göra centrala Norrby tryggare.", ["centrala Norrby"]),
        ("Mer ljus i Norrby centrum.", ["Norrby centrum"]),
        ("Vi är på torget, vid resecentrum och badhuset.", ["torget", "resecentrum", "badhuset"]),
        ("Polisen finns på biblioteket i Ekby.", ["biblioteket i Ekby"]),
        ("Kontroller på E4, väg 335 och Rv 87.", ["E4", "väg 335", "Rv 87"]),
        ("Ordningsvakter vid ICA och utanför Stora torget.", ["ICA", "Stora torget"]),
        ("Platser såsom ICA, MAX, skolor och torget.", ["ICA", "MAX", "torget"]),
        ("Vi röjer längs Ågatan (12B) och Kyrkstigen.", ["Ågatan (12B)", "Kyrkstigen"]),
        ("Polisen besöker Björkskolan varje månad.", ["Björkskolan"]),
        ("Kvällar i kvarteret Gjutaren och på Folkets hus.", ["Gjutaren", "Folkets hus"]),
        ("Ljus på sträckan Ekby–Sandvik.", ["Ekby", "Sandvik"]),
        ("Torget ska få bättre ljus.", ["Torget"]),
        ("Mer närvaro i de östra delarna av Tallåsen.", ["Tallåsen"]),
    ],
)
def test_a_place_is_found_by_the_words_of_place_before_it(text: str, places: list[str]) -> None:
    assert words(fields_of(text).places) == places


@pytest.mark.parametrize(
    "text",
    [
        "Vi arbetar i hela Norrby kommun.",
        "Tryggare trafik i Norrby.",
        "Samverka i Ekby och Sandvik kommuner.",
        "Fler områden i Effektiv samordning för trygghet (EST).",
        "Kampanjer i Maj och på Valborg.",
        "Frågor besvaras på Facebook och via Socialförvaltningen.",
        "Hålla den årliga vandringen med trygghet i centrum.",
        "Insatser på otrygga platser, i byar och i grundskolan.",
        "Vi bjuder in till Ekby räddningstjänst.",
        "Trafikkontroller enligt Tallmodellen.",
        "Vi berättar om löftena i Norrbybladet.",
    ],
)
def test_no_place(text: str) -> None:
    assert words(fields_of(text).places) == []


def test_the_whole_area_listed_with_others_means_the_town() -> None:
    assert words(fields_of("Vandringar i Norrby och Ekby.").places) == ["Norrby", "Ekby"]


@pytest.mark.parametrize(
    ("heading", "places"),
    [
        ("Löften gällande Ekby:", ["Ekby"]),
        ("Ekby centrum", ["Ekby centrum"]),
        ("I Norrby lovar vi:", []),
        ("Trafik", []),
    ],
)
def test_a_place_is_inherited_from_the_heading_above(heading: str, places: list[str]) -> None:
    assert words(under(heading, "Minst fyra trafikkontroller.").places) == places
