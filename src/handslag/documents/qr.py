"""QR codes as SVG, to stand beside the same address in plain text."""

from io import BytesIO

import segno


def qr_svg(address: str) -> str:
    """`address` as a QR code that survives a quarter of it being torn or dirty (level Q), as an SVG text."""
    out = BytesIO()
    segno.make(address, error="q", micro=False).save(
        out, kind="svg", border=0, dark="#17212b", xmldecl=False, svgns=True, nl=False, omitsize=True
    )
    return out.getvalue().decode()
