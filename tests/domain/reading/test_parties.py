"""Parties: the words that name them, the short names a text introduces, and who only stands beside."""

import pytest

from handslag.domain.reading.finds import Span
from handslag.domain.reading.parties import mentions_in


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("polisen", "police"),
        ("Områdespolisen", "police"),
        ("Polismyndigheten", "police"),
        ("LPO", "police"),
        ("Tuna lokalpolisområde", "police"),
        ("Norra Tuna kommun", "municipality"),
        ("Tuna stad", "municipality"),
        ("socialtjänsten", "municipality"),
        ("kultur- och fritidsförvaltningen", "municipality"),
        ("stadsdelsnämnden", "municipality"),
        ("Räddningstjänsten", "rescue_service"),
        ("bostadsbolaget", "housing_company"),
        ("TunaBostäder", "housing_company"),
        ("kommunens bolag", "municipal_company"),
        ("Tekniska verken", "municipal_company"),
        ("fastighetsägarna", "property_owners"),
        ("företagarföreningen", "business_association"),
        ("Tunatrafiken", "public_transport"),
        ("vaktbolaget", "security_company"),
    ],
)
def test_a_party_is_known_by_its_word(words: str, party: str) -> None:
    assert [found.party for found in mentions_in(f"Sedan ska {words} synas.").all] == [party]


@pytest.mark.parametrize(
    "words", ["polisvolontärer", "polisbussen", "kommunikation", "motortrafiken", "statyn"]
)
def test_other_words_are_no_party(words: str) -> None:
    assert mentions_in(f"Sedan ska {words} synas.").all == ()


@pytest.mark.parametrize(
    "text",
    [
        "Tornbostäder (TBAB) bygger. Sedan lagar TBAB ljuset.",
        "FIC (Fastighetsägare i centrum) bygger. Sedan lagar FIC ljuset.",
        "Bostadsbolaget Eken bygger. Sedan lagar Eken ljuset.",
    ],
)
def test_a_short_name_stands_for_its_party(text: str) -> None:
    found = mentions_in(text).all
    assert found[-1].span.start > text.index("Sedan")
    assert {mention.party for mention in found} == {found[0].party}


def test_a_place_or_somebody_acted_upon_does_not_act() -> None:
    text = "Ungdomar i kommunen kan vända sig till polisen, säger socialtjänsten."
    acting = mentions_in(text).acting_within(Span(0, len(text)))
    assert [text[found.span.start : found.span.end] for found in acting] == ["socialtjänsten"]


def test_parties_named_in_a_row_are_joined() -> None:
    text = "polisen i Norra Tuna, kommunen samt räddningstjänsten möts, och bostadsbolaget lyssnar"
    joined = mentions_in(text).joined_from(0, len(text))
    assert [found.party for found in joined] == ["police", "municipality", "rescue_service"]
