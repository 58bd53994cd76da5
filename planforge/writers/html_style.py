"""How the web page looks: on a screen, on a telephone and on paper.

A writer opens no file, so the figures of Nghị định 30/2020/NĐ-CP stand here once more; the
tests hold them against the standard. Classes carry the names of roles and elements.
"""

STYLE = """\
:root { color-scheme: light; --ink: #000; --link: #0b3d91; --line: 0.75pt solid var(--ink); }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; color: var(--ink); background: #e4e4e4;
  font-family: "Times New Roman", "Liberation Serif", serif; font-size: 14pt; line-height: 1.15;
}
.sheet {
  width: min(210mm, 100%); margin: 8mm auto; padding: 20mm 15mm 20mm 30mm;
  background: #fff; box-shadow: 0 1px 6px rgb(0 0 0 / 40%); overflow-wrap: break-word;
}
.sheet.landscape { width: min(297mm, 100%); }
p, h1, h2, h3, h4, h5, h6, ol, ul { margin: 0; padding: 0; font: inherit; }
ol, ul { list-style: none; }
.plain { font-weight: normal; }
del { text-decoration: line-through; }
ins { font-weight: bold; text-decoration: underline; }
a { color: var(--link); }
:target { scroll-margin-top: 2em; background: #fff3b0; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }

.letterhead, .closing {
  display: grid; grid-template-columns: minmax(0, 65fr) minmax(0, 100fr); text-align: center;
}
.parent, .issuer, .national_title { font-size: 12pt; }
.number, .place_date, .motto { font-size: 13pt; }
.issuer, .national_title, .motto, .document_type, .subject { font-weight: bold; }
.place_date, .note { font-style: italic; }
.ruled { display: inline-block; }
.ruled::after {
  content: ""; display: block; width: 45%; margin: 2pt auto 6pt; border-top: var(--line);
}
.motto .ruled::after { width: 100%; }
.title { margin: 12pt 0; text-align: center; text-wrap: balance; }
.document_type, .subject { display: block; font-size: 14pt; }
.note { font-size: 14pt; }

.authority, .basis, .article, .body, .dash, .plus, .heading, .subheading, .point {
  margin-top: 6pt; font-size: 14pt; line-height: 1.27; text-align: justify; text-indent: 12.7mm;
}
.basis { font-style: italic; }
.heading, .subheading, .part, .part_title, .authority, .appendix_label, .appendix_title {
  font-weight: bold;
}
.authority { margin: 12pt 0 6pt; text-align: center; text-indent: 0; }
.part, .part_title, .appendix_label, .appendix_title { font-size: 14pt; text-align: center; }
.part { margin-top: 12pt; }
.part_title { margin-bottom: 6pt; }
.appendix_title, .appendix_note { text-wrap: balance; }
.appendix_note { font-size: 14pt; font-style: italic; text-align: center; }
.appendix_note::after {
  content: ""; display: block; width: 35mm; margin: 2pt auto 0; border-top: var(--line);
}
sup { font-size: 0.7em; line-height: 0; }
sup a { padding: 0 0.15em; }

.scroll { position: relative; margin-top: 12pt; overflow-x: auto; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; font-size: 12pt; }
th, td { padding: 2pt 1.5mm; border: 0.5pt solid var(--ink); font-weight: normal; }
td, tbody th { text-align: left; vertical-align: top; }
td > p + p { margin-top: 4pt; }
.column_heading, .group, .group_number { font-weight: bold; }
.column_heading, .group_number, .cell_centered { text-align: center; }

.closing { margin-top: 4mm; align-items: first baseline; }
.recipients { text-align: left; }
.recipients_title { font-size: 12pt; font-weight: bold; font-style: italic; }
.recipients_list { font-size: 11pt; }
.powers, .signer { font-size: 14pt; font-weight: bold; }
.signer { margin-top: 5lh; }
.footnotes { margin-top: 8mm; font-size: 10pt; text-align: justify; }
.footnotes::before { content: ""; display: block; width: 50mm; border-top: var(--line); }
.footnotes li { margin-top: 3pt; }

@media screen and (max-width: 50rem) {
  .sheet { margin: 0 0 0.5rem; padding: 1.5rem 4%; }
  .scroll table { min-width: 54rem; }
}
@media screen and (max-width: 40rem) {
  .letterhead, .closing { grid-template-columns: minmax(0, 1fr); row-gap: 6pt; }
  .closing { row-gap: 18pt; }
  .basis, .article, .body, .dash, .plus, .heading, .subheading, .point {
    line-height: 1.5; text-align: left; text-indent: 0;
  }
}

@page { size: A4; margin: 20mm 15mm 20mm 30mm; }
@counter-style no-number { system: cyclic; symbols: ""; suffix: ""; }
@counter-style page-number { system: extends decimal; range: 2 infinite; fallback: no-number; }
@media print {
  body { background: none; orphans: 2; widows: 2; }
  .sheet, .sheet.landscape {
    width: auto; margin: 0; padding: 0; background: none; box-shadow: none; break-before: page;
  }
  .sheet:first-child { break-before: auto; }
  .scroll { overflow: visible; padding: 0 1px; }
  thead { display: table-header-group; }
  /* A browser prints the top border of a repeated heading again at the foot of the page. */
  thead th { position: relative; border-top-style: hidden; }
  thead th::before {
    content: ""; position: absolute; inset: 0 -0.5px auto; border-top: 0.5pt solid var(--ink);
  }
  /* A row moves with all the rows that its merged cells reach over: not with more than two. */
  tr:not(.long, :has(> [rowspan]:not([rowspan="2"], [rowspan="3"]))), td:not([rowspan]) {
    break-inside: avoid;
  }
  .long > td { break-inside: auto; }
  .letterhead, .title, h1, h2, h3, h4, h5, h6, .part, .part_title, .authority,
  .appendix_label, .appendix_title, .appendix_note, tr.group { break-after: avoid; }
  .closing, .footnotes li { break-inside: avoid; }
  .closing { break-before: avoid; }
  a { color: inherit; text-decoration: none; }
  :target { background: none; }
}
"""


def page_style(number: int, *, landscape: bool) -> str:
    """Return the style of the pages of part ``number``, from 1.

    Each part counts its own pages (PL I.III.1.đ) and shows no number on its first (PL I.I.7).
    Browsers neither start the page counter again nor know the first page of a part, so that
    every part has a counter of its own, and ``page-number`` prints nothing below 2.
    """
    size = "A4 landscape" if landscape else "A4"
    return (
        f"#part-{number} {{ page: part-{number}; }}\n"
        f"@page part-{number} {{\n"
        f"  size: {size}; counter-increment: part-{number};\n"
        f"  @top-center {{ content: counter(part-{number}, page-number);"
        ' font: 13pt "Times New Roman", "Liberation Serif", serif; }\n'
        "}\n"
    )
