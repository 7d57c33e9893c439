"""What a municipality says of itself."""

from handslag.domain.errors import BadInput
from handslag.domain.listening.redaction import PersonalDataKind, findings
from handslag.domain.permissions import Action
from handslag.models.models import Municipality, User
from handslag.services.access import require
from handslag.services.log import record
from handslag.services.turns import in_turn

_A_FUNCTION_HAS = {PersonalDataKind.EMAIL, PersonalDataKind.PHONE}


@in_turn
def set_contact(actor: User, *, municipality: Municipality, contact: str) -> Municipality:
    """Say whom residents can ask: a function's name, address or telephone, or nobody ("").

    - it stands on every public page of the municipality

    Raises `BadInput("personal_data")` for what is certainly a person's, such as a personal identity number.
    """
    require(actor, municipality, Action.SET_CONTACT)
    words = " ".join(contact.split())
    for found in findings(words):
        if found.is_certain and found.kind not in _A_FUNCTION_HAS:
            said = words[found.span.start : found.span.end]
            raise BadInput("personal_data", field="contact", words=said)
    municipality.contact = words
    municipality.save(update_fields=["contact"])
    record(
        "set_contact",
        actor=actor,
        municipality=municipality,
        kind="municipality",
        object_id=municipality.slug,
    )
    return municipality
