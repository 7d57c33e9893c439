"""XLSForm, the spreadsheet that survey tools share: read and written. See docs/rules/surveys.md."""

from handslag.documents.xlsforms.notes import Unread
from handslag.documents.xlsforms.reading import XlsForm, read_xlsform
from handslag.documents.xlsforms.writing import write_xlsform

__all__ = ["Unread", "XlsForm", "read_xlsform", "write_xlsform"]
