"""What has been erased is in no byte that is kept: not in tables, logs, free space, folders or backups.

Residents write in a survey: some take it back while it waits, some when it is stored, and at the end
retention erases the rest. Others speak at a dialogue, and half of them are erased at the desk. The attacker
has all files of the database with its log and its free space, the folders of keys, a backup of the database
from before each erasing, and every row that waited, as it was. He looks for the words as text, as digits, in
base64 and in UTF-16, and tries every 32 bytes in the folders of keys as a key to everything that is sealed.

Both databases, each in a process of its own. So that the search proves something, what is not erased must be
opened, and what is erased must have been with the keys of before. The last line has the figures; bar: 0.
"""

import os
import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from secrets import choice, token_hex
from typing import Any

from answering.databases import database_files, on_both, open_survey, program, town_with

PEOPLE, GO_BACK, CARDS = 45, 5, 10
WORDS = re.compile(rb"words:([0-9a-z]{10}:[0-9a-f]{32}):((?:[0-9a-f]{2}){29,})")
NONCE, KEY = 12, 32
Sealed = tuple[bytes, bytes]  # what it is bound to, and nonce with content


@dataclass(slots=True)
class Attacker:
    """Everything that he has kept."""

    data: Path
    sealed: set[Sealed] = field(default_factory=set)
    keys: set[bytes] = field(default_factory=set)  # of before, only to show that they would have opened it
    backups: int = 0

    def copy(self) -> None:
        """A backup of the database, what waits, and the keys of this moment."""
        from handslag.models.models import SealedResponse

        self.backups += 1
        _back_up(self.data / f"backup-{self.backups}")
        self.sealed |= {(row.pk.bytes, bytes(row.sealed)) for row in SealedResponse.objects.all()}
        self.keys |= _windows(self.data)

    def files(self) -> list[bytes]:
        paths = {*database_files(self.data), *(path for path in self.data.rglob("*") if path.is_file())}
        return [path.read_bytes() for path in sorted(paths) if "static" not in path.parts]


def main() -> int:
    if "alone" in sys.argv:
        return _alone(Path(os.environ["HANDSLAG_DATA"]))
    lines, status = on_both(__file__)
    print(f"erased: {' · '.join(lines)}; bar 0")
    return status


def _alone(data: Path) -> int:
    town = town_with()
    from django.db import connection

    attacker = Attacker(data)
    erased, kept = _erase_all(town, attacker)
    files = attacker.files()
    plain = sum(way in file for file in files for word in erased for way in _ways(word))
    everything = attacker.sealed | {
        (bound, bytes.fromhex(content.decode())) for file in files for bound, content in WORDS.findall(file)
    }
    now, before = _opened(everything, _windows(data)), _opened(everything, attacker.keys)
    opened = sum(word.encode() in now for word in erased)
    shown = (sum(word.encode() in now for word in kept), sum(word.encode() in before for word in erased))
    print(
        f"{connection.vendor}: {len(erased)} texts erased, {sum(map(len, files)) >> 20} MB of files and "
        f"{attacker.backups} backups with {len(everything)} sealed ones: {plain} times in plain, {opened} "
        f"opened ({shown[1]} with the keys of before; {shown[0]} of {len(kept)} that are kept)"
    )
    return int(bool(plain or opened or shown != (len(kept), len(erased))))


def _erase_all(town: Any, attacker: Attacker) -> tuple[list[str], list[str]]:
    """Write and erase in every way that there is. Gives the words erased and those kept."""
    from handslag.domain.people.parties import Party
    from handslag.domain.permissions import Role
    from handslag.models.models import Membership, User, Voice
    from handslag.services.listening.responses import withdraw_response
    from handslag.services.listening.surveys import close_survey
    from handslag.services.listening.voices import erase_voice

    anna = User.objects.create_user(email="anna@example.org", password=token_hex(), name="anna")
    Membership.objects.create(user=anna, municipality=town, role=Role.COORDINATOR, party=Party.MUNICIPALITY)
    survey = open_survey(town, "enkat")
    erased = [_word() for _ in range(PEOPLE)]
    codes = [_answer(survey, word) for word in erased]
    attacker.copy()
    for code in codes[:GO_BACK] + codes[-GO_BACK:]:  # stored, and waiting
        withdraw_response(code)
    cards = [_word() for _ in range(CARDS)]
    _speak(town, cards)
    attacker.copy()
    for voice in Voice.objects.filter(channel="card"):
        if any(word in voice.text for word in cards[: CARDS // 2]):
            erase_voice(anna, voice=voice)
    close_survey(anna, survey=survey)
    attacker.copy()
    _dispose(town)
    return erased + cards[: CARDS // 2], cards[CARDS // 2 :]


def _word() -> str:
    """A word that nobody else writes, and that looks like no number or name."""
    return "ord" + "".join(choice("bdfgklmnprst") for _ in range(14))


def _answer(survey: Any, word: str) -> bytes:
    """The receipt code of an answer with one text."""
    from handslag.domain.surveys import Lane
    from handslag.services.listening.intake.form_tokens import new_token, read_token
    from handslag.services.listening.intake.taking import hand_in, take_response

    form = read_token(survey.public_id, new_token(survey.public_id))
    text = f"Belysningen vid {word} borde lagas."
    take_response(hand_in(survey.pk, survey.defined(), {"kvall": 3, "text": text}, Lane.OPEN_LINK, form))
    return form.code


def _speak(town: Any, words: Iterable[str]) -> None:
    from django.db import transaction

    from handslag import clock
    from handslag.domain.listening.voices import Channel, SourceKind
    from handslag.services.listening.voices import Said, Source, keep_voices

    source = Source(town, Channel.CARD, SourceKind.DIALOGUE, "abcdefghjk", clock.today())
    with transaction.atomic():
        keep_voices(source, [Said(token_hex(16), f"Vid {word} är det mörkt.") for word in words])


def _dispose(town: Any) -> None:
    from handslag import clock
    from handslag.models.models import DisposalDecision
    from handslag.services.listening.retention import dispose

    DisposalDecision.objects.create(municipality=town, number="KS 2026-1", decided_on=clock.today())
    dispose(town, clock.today() + timedelta(days=91))


def _back_up(path: Path) -> None:
    """As docs/run/hosting.md says to."""
    from django.db import connection

    url = os.environ.get("HANDSLAG_DATABASE_URL", "")
    if url:
        subprocess.run([str(program("pg_dump")), "-f", path, url], check=True)
    else:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(path)])


def _ways(word: str) -> list[bytes]:
    """The word as it may stand in a file."""
    plain = word.encode()
    three = [b64encode(bytes(n) + plain)[4:-4] for n in range(3)]
    return [plain, plain.hex().encode(), plain.hex().upper().encode(), word.encode("utf-16-le"), *three]


def _windows(data: Path) -> set[bytes]:
    """Every 32 bytes in the folders of keys, but for those that are nearly all zero."""
    folders = [data / "keys", data / "word-keys"]
    files = [path.read_bytes() for folder in folders for path in folder.glob("*") if path.is_file()]
    windows = {file[at : at + KEY] for file in files for at in range(len(file) - KEY + 1)}
    return {window for window in windows if window.count(0) < KEY // 2}


def _opened(sealed: Iterable[Sealed], keys: Iterable[bytes]) -> bytes:
    """Everything that any of the keys opens."""
    import zlib

    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    found = []
    boxes = [AESGCM(key) for key in keys]
    for bound, packed in sealed:
        for box in boxes:
            with suppress(InvalidTag):
                plain = box.decrypt(packed[:NONCE], packed[NONCE:], bound)
                with suppress(zlib.error):
                    plain = zlib.decompressobj().decompress(plain)
                found.append(plain)
    return b"\n".join(found)


if __name__ == "__main__":
    sys.exit(main())
