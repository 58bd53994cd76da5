"""How the page looks: wide, on a telephone, in the dark and on A4.

What a colour says, a line or a word says as well. Every pair of colours has a contrast of 4.5 to 1
or more (WCAG 2.2, 1.4.3).
"""

from html import unescape

from planforge.findings import Message, msg
from planforge.writers.changes_html.wording import Say

_REMOVED = msg("[removed:")
_ADDED = msg("[added:")

LIGHT = """\
  --paper: #ffffff; --panel: #f4f6f8; --ink: #1b1f24; --quiet: #57606a; --line: #c5ccd3;
  --link: #0b4f9e; --gone: #8a1c12; --gone-bg: #ffe5e2; --come: #0d5424; --come-bg: #def5e3;
  --added: #0d6329; --removed: #a3231a; --joined: #6b3fa0; --moved: #0b4f9e;
  --field: #7d4a00; --words: #155f66;
"""
DARK = """\
  --paper: #14181d; --panel: #1d232a; --ink: #e6e9ed; --quiet: #a8b1bb; --line: #434d58;
  --link: #8ec2ff; --gone: #ffc4bd; --gone-bg: #4d1f1b; --come: #b5efc5; --come-bg: #163a21;
  --added: #7ddc97; --removed: #ff9d94; --joined: #cdb0ff; --moved: #8ec2ff;
  --field: #f2bd6b; --words: #7fd6de;
"""

_STYLE = """\
@media screen and (prefers-color-scheme: dark) { :root {
DARK} }
* { box-sizing: border-box; }
html { color-scheme: light dark; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  display: grid; grid-template: "front front" "side main" 1fr / 18rem minmax(0, 1fr);
  gap: 0 1.5rem; max-width: 90rem; margin: 0 auto; padding: 1rem 1.5rem 3rem;
  color: var(--ink); background: var(--paper); line-height: 1.45; overflow-wrap: break-word;
  font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
}
header { grid-area: front; }
aside { grid-area: side; align-self: start; position: sticky; top: 0; max-height: 100vh; }
aside { overflow-y: auto; padding: 0.5rem 0.5rem 1rem 0; }
main { grid-area: main; }
main:focus, h2:focus, h3:focus, tbody:focus { outline: none; }
h1, h2, h3, p, ul, dl, dd { margin: 0; padding: 0; }
h1 { font-size: 1.6rem; }
h2 { font-size: 1.2rem; }
h3 { font-size: 1.05rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
[hidden] { display: none !important; }
.unseen, .skip:not(:focus) {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap;
}
.skip { position: fixed; z-index: 2; inset: 0 auto auto 0; padding: 0.5rem; }
.skip { background: var(--paper); }
.aside, .signs, .none { color: var(--quiet); }

.sides { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem; }
.sides { margin: 0.75rem 0; }
.sides section { padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 0.4rem; }
.sides section { background: var(--panel); }
.sides h2 { font-size: 1rem; color: var(--quiet); }
.sides .title { font-weight: 600; }
.sides dl div { display: flex; flex-wrap: wrap; gap: 0 0.5rem; }
.sides dt { color: var(--quiet); }
.sides code { font-size: 0.85rem; color: var(--quiet); }
#relations { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0.5rem 0; list-style: none; }
#relations li { color: var(--tone); }
.js #relations li { border: 0; padding: 0; }
#relations li, #relations button {
  padding: 0.3rem 0.7rem; border: 1px solid; border-radius: 1rem;
}
#relations button { font: inherit; color: inherit; background: var(--paper); cursor: pointer; }
#relations button:hover { background: var(--panel); }
#relations button[aria-pressed="true"] { color: var(--paper); background: var(--tone); }
#relations button[aria-pressed="true"] .label::before { content: "✓ "; }
.signs { margin: 0.5rem 0 1rem; font-size: 0.9rem; }

#filters { display: grid; gap: 0.6rem; }
#filters label { display: grid; gap: 0.15rem; font-size: 0.9rem; font-weight: 600; }
#filters input[type="search"], #filters select, #filters button {
  width: 100%; min-height: 2.25rem; padding: 0.3rem 0.5rem; font: inherit; font-weight: 400;
  color: var(--ink); background: var(--paper); border: 1px solid var(--quiet);
  border-radius: 0.3rem;
}
#filters ::placeholder { color: var(--quiet); opacity: 1; }
#filters .switch { grid-template-columns: auto 1fr; gap: 0.5rem; font-weight: 400; }
#filters .switch input { width: 1.25rem; height: 1.25rem; margin: 0; accent-color: var(--link); }
#filters .buttons { display: grid; grid-template-columns: 1fr 1fr; gap: 0.5rem; }
#filters button { cursor: pointer; font-size: 0.9rem; background: var(--panel); }
#shown { margin: 0.75rem 0; font-size: 0.95rem; }
#shown:empty { display: none; }
nav summary { font-weight: 600; cursor: pointer; }
nav ul { list-style: none; font-size: 0.92rem; }
nav ul ul { padding-left: 0.9rem; }
nav li { padding: 0.12rem 0; }
nav li > span { color: var(--quiet); }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }

.chapter { margin-bottom: 1.5rem; }
.chapter > h2 { padding: 0.4rem 0; border-bottom: 2px solid var(--ink); }
.group > h3 { padding: 0.9rem 0 0.3rem; }
.sheet { content-visibility: auto; contain-intrinsic-size: auto 100vw auto 100vh; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; }
.field { width: 9.5rem; }
th, td { padding: 0.3rem 0.6rem; text-align: left; vertical-align: top; font-weight: 400; }
thead th { position: sticky; top: 0; z-index: 1; font-size: 0.85rem; font-weight: 600; }
thead th { color: var(--quiet); background: var(--paper); box-shadow: 0 1px var(--line); }
tbody { border-bottom: 1px solid var(--line); scroll-margin-top: 2.5rem; }
.chapter, .group, h2, h3 { scroll-margin-top: 0.5rem; }
tbody tr:last-child > * { padding-bottom: 0.9rem; }
tbody th[scope="row"] { color: var(--quiet); font-size: 0.9rem; }
.head th { padding-top: 0.8rem; border-left: 4px solid var(--tone); }
.name { font-weight: 600; }
.aside { font-size: 0.88rem; }
.at { float: right; padding: 0 0.3rem; font-size: 0.85rem; color: var(--quiet); }
.at:not(:hover) { text-decoration: none; }
.here, :target { background: var(--panel); }
.old, .new, .old p, .new p { white-space: pre-wrap; }
.old { border-left: 1px solid var(--line); }
.new, td[colspan], .none { border-left: 1px solid var(--line); }
.side { display: none; }
.tag {
  display: inline-block; padding: 0 0.5rem; border: 1px solid; border-radius: 0.8rem;
  font-size: 0.85rem; color: var(--tone); background: var(--paper);
}
.meaning, .remark p { font-style: italic; }
.meaning { margin-top: 0.2rem; color: var(--field); }
.kept td { color: var(--quiet); font-size: 0.9rem; }
.parts { list-style: none; }
.parts li + li { margin-top: 0.5rem; padding-top: 0.5rem; border-top: 1px dashed var(--line); }
del { color: var(--gone); background: var(--gone-bg); text-decoration: line-through; }
ins { color: var(--come); background: var(--come-bg); text-decoration: underline; }
ins:not(.whole) { font-weight: 600; }
.whole { text-decoration: none; background: none; }
.year { color: var(--quiet); text-decoration: underline dotted; text-underline-offset: 0.2em; }
.old del::before, .new ins::before, .old del::after, .new ins::after {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
}
del::before { content: REMOVED; }
ins::before { content: ADDED; }
.signs :is(del, ins)::before { content: none; }
.old del::after, .new ins::after { content: "]"; }
.js:not(.ready) .minor { display: none; }

.added { --tone: var(--added); }
.removed { --tone: var(--removed); }
.merged, .split { --tone: var(--joined); }
.moved { --tone: var(--moved); }
.field_changed { --tone: var(--field); }
.reworded { --tone: var(--words); }
.spelling_only, .year_only, .same { --tone: var(--quiet); }

@media screen and (max-width: 64rem) {
  body { display: block; padding: 1rem; }
  aside { position: static; max-height: none; padding: 0; }
  #filters { grid-template-columns: repeat(2, minmax(0, 1fr)); align-items: end; }
  #filters label:first-child, #filters .switch, #filters .buttons { grid-column: 1 / -1; }
  nav { margin-bottom: 1rem; }
  .field { width: 8rem; }
}
@media screen and (max-width: 40rem) {
  .sides, #filters { grid-template-columns: minmax(0, 1fr); }
  table, tbody, tr, tbody th, td { display: block; width: auto; }
  colgroup, td.none { display: none; }
  thead { position: absolute; clip-path: inset(50%); height: 1px; overflow: hidden; }
  th, td { padding: 0.2rem 0.6rem; }
  tbody th[scope="row"] { padding-top: 0.5rem; font-weight: 600; }
  tbody tr:last-child > * { padding-bottom: 0.2rem; }
  tbody { padding-bottom: 0.6rem; }
  td.old, td.new, td[colspan] { margin-left: 0.6rem; }
  .side { display: block; font-size: 0.8rem; color: var(--quiet); }
}

@page {
  size: A4; margin: 15mm 12mm 15mm 20mm;
  @bottom-right { content: counter(page) "/" counter(pages); font: 9pt sans-serif; }
}
@media print {
  .sheet { content-visibility: visible; }
  html { color-scheme: light; }
  body { display: block; max-width: none; padding: 0; font-size: 9pt; line-height: 1.3; }
  html { font-size: 9pt; }
  form, nav, .skip, .at { display: none !important; }
  aside { position: static; max-height: none; overflow: visible; padding: 0; }
  .sides section { background: none; }
  #relations button { padding: 0.1rem 0.4rem; }
  #relations button[aria-pressed="true"] { color: inherit; background: none; }
  .field { width: 24mm; }
  tbody tr:last-child > * { padding-bottom: 0.4rem; }
  .head th { padding-top: 0.4rem; }
  thead th { position: static; box-shadow: none; border-bottom: 0.75pt solid; color: inherit; }
  .here, :target { background: none; }
  tr, .parts li { break-inside: avoid; }
  tbody { break-inside: avoid; }
  h2, h3, thead, .head { break-after: avoid; }
  h2, h3 { break-inside: avoid; }
}
"""


def make_style(say: Say) -> str:
    """Return the style sheet; what it lets a screen reader say is in the language of ``say``."""
    style = _STYLE.replace("DARK", DARK)
    style = style.replace("REMOVED", _string(say, _REMOVED)).replace("ADDED", _string(say, _ADDED))
    return f"\n:root {{\n{LIGHT}}}\n{style}"


def _string(say: Say, message: Message) -> str:
    """Return a message as a string of CSS that cannot end the string or the style sheet."""
    escapes = {ord(sign): f"\\{ord(sign):x} " for sign in '"\\<>\n'}
    return f'"{unescape(say(message)).translate(escapes)}"'
