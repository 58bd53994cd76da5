"""The theme: Word asks for one, and offers its fonts and colours beside those of the styles."""

from parts.wordml import DECLARATION, DRAWING
from planforge.standards import Standard

_COLORS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": "44546A",
    "lt2": "E7E6E6",
    "accent1": "C00000",
    "accent2": "1F4E79",
    "accent3": "548235",
    "accent4": "BF8F00",
    "accent5": "5B3A8E",
    "accent6": "7F7F7F",
    "hlink": "0563C1",
    "folHlink": "954F72",
}
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_STROKE = f'<a:ln w="9525">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_part(standard: Standard) -> str:
    """Return a theme of one typeface and plain black lines."""
    return (
        f'{DECLARATION}<a:theme xmlns:a="{DRAWING}/main" name="{standard.id}"><a:themeElements>'
        f"{_color_scheme()}{_font_scheme(standard.font.family)}{_format_scheme()}"
        "</a:themeElements></a:theme>"
    )


def _color_scheme() -> str:
    colors = (f'<a:{k}><a:srgbClr val="{rgb}"/></a:{k}>' for k, rgb in _COLORS.items())
    return f'<a:clrScheme name="planforge">{"".join(colors)}</a:clrScheme>'


def _font_scheme(family: str) -> str:
    fonts = f'<a:latin typeface="{family}"/><a:ea typeface=""/><a:cs typeface=""/>'
    return (
        f'<a:fontScheme name="planforge"><a:majorFont>{fonts}</a:majorFont>'
        f"<a:minorFont>{fonts}</a:minorFont></a:fontScheme>"
    )


def _format_scheme() -> str:
    """Each list has the three grades that the schema asks for."""
    return (
        f'<a:fmtScheme name="planforge"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_STROKE * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
    )
