"""By whom something was done, as people write it in the cells of a sheet."""

import re
from functools import lru_cache
from typing import Final

from handslag.domain.errors import BadInput
from handslag.domain.people.parties import Party

# Part of a word → party; the first that is found, so that "kommunpolis" is the police.
_PARTIES: Final = {
    "polis": Party.POLICE,
    "police": Party.POLICE,
    "räddningstj": Party.RESCUE_SERVICE,
    "rescue": Party.RESCUE_SERVICE,
    "bostad": Party.HOUSING_COMPANY,
    "housing": Party.HOUSING_COMPANY,
    "kommunala bolag": Party.MUNICIPAL_COMPANY,
    "municipal company": Party.MUNICIPAL_COMPANY,
    "fastighetsäg": Party.PROPERTY_OWNERS,
    "property": Party.PROPERTY_OWNERS,
    "företagar": Party.BUSINESS_ASSOCIATION,
    "näringsliv": Party.BUSINESS_ASSOCIATION,
    "business": Party.BUSINESS_ASSOCIATION,
    "kollektivtrafik": Party.PUBLIC_TRANSPORT,
    "transport": Party.PUBLIC_TRANSPORT,
    "väktar": Party.SECURITY_COMPANY,
    "ordningsvakt": Party.SECURITY_COMPANY,
    "bevakningsf": Party.SECURITY_COMPANY,
    "security": Party.SECURITY_COMPANY,
    "kommun": Party.MUNICIPALITY,
    "municipality": Party.MUNICIPALITY,
    "skola": Party.MUNICIPALITY,
    "socialtj": Party.MUNICIPALITY,
}
_SEVERAL: Final = re.compile(r"[,;/+&]| och | and | samt ")


@lru_cache(maxsize=4096)
def party_in(text: str) -> Party:
    """The one party that is meant. Raises `BadInput("import_unknown_party")`, also for several."""
    written = " ".join(text.casefold().split())
    if written in set(Party):
        return Party(written)
    found = None if _SEVERAL.search(written) else next((part for part in _PARTIES if part in written), None)
    if found is None:
        raise BadInput("import_unknown_party", value=text)
    return _PARTIES[found]
