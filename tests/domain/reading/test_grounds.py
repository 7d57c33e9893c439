"""What the promises rest on, and the roles of those who signed."""

from handslag.domain.reading import read


def test_grounds_are_read_outside_the_promises() -> None:
    page = "Löftet bygger på en lägesbild och en enkät.\n\nVi lovar:\n• Hålla en medborgardialog"
    assert [found.ground for found in read(page).grounds] == ["situation_picture", "survey"]


def test_a_dialogue_is_a_ground() -> None:
    page = "Löftet bygger på samtal med boende."
    [ground] = read(page).grounds
    assert page[ground.span.start : ground.span.end] == "samtal med"


def test_signatories_are_roles_and_never_names() -> None:
    page = (
        "Löftet skrevs under av Ada Ek, chef för lokalpolisen Södra Tuna och Bo Al, kommunalråd (X) i Tuna."
    )
    assert [role.value for role in read(page).signatories] == [
        "chef för lokalpolisen Södra Tuna",
        "kommunalråd",
    ]


def test_a_role_on_a_line_of_its_own_is_a_signature() -> None:
    page = "Polisen lovar att synas.\n\nLokalpolisområdeschef    Kommunstyrelsens ordförande"
    assert [role.value for role in read(page).signatories] == [
        "Lokalpolisområdeschef",
        "Kommunstyrelsens ordförande",
    ]


def test_a_role_that_only_speaks_did_not_sign() -> None:
    assert read("Det blir bra, säger kommunchefen Bo Al.").signatories == ()
