"""CSV for a Swedish Excel."""

from datetime import date
from decimal import Decimal

from handslag.documents.semicolons import for_excel


def test_cells_stand_as_a_swedish_excel_reads_them() -> None:
    row = ("Åby; torget", date(2019, 6, 14), Decimal("1234.50"), 2, None, "=1+1")
    assert for_excel([row]) == '\ufeff"Åby; torget";2019-06-14;1234,5;2;;\'=1+1\r\n'.encode()
