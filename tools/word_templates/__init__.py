"""Builds templates/*.docx from named styles: `python -m tools.word_templates`.

One document a module (`periodic.py` → templates/periodic.docx), found by listing the folder: it holds
`build() -> docx.document.Document`. The parts that documents are put together from:

    styles      PARAGRAPHS: every named style, one row each; lengths in twentieths of a point
    text        paragraph(holder, text, style), kept (with the next), command(holder, "if …"), known(value, wanted)
    lines       line(holder, room, length), fitted(holder, room, letters, ranges): drawn lines
    page        blank_document(title), begin_section(document, landscape=…), PORTRAIT_WIDTH, LANDSCAPE_WIDTH
    letterhead  letterhead(document, …), heading(document, …), addressees(document)
    signature   signature(document, …), after a paragraph in the style "Nội dung cuối"
    annexes     annex(document, "Phụ lục I", "TIÊU ĐỀ")
    tables      Column, table(document, columns, lines, width, kind), each(columns, "row in report.overdue"), optional;
                lines are Command, Heading, Cells
    milestones  the columns of tables that list milestones; counts: the tables by section and agency
    grids       tables without a head: grid(document, widths, lines=…), row(table), cell(row)

A holder is a document or a cell. Texts hold Jinja tags as they stand in Word; a tag stays whole in one run, and
`{{ blank("…") }}` becomes a highlighted run of its own. Commands that leave no paragraph or row behind are written by
`command` and `Command` (docxtpl's `{%p … %}` and `{%tr … %}`). A cell needs a paragraph that is always there.
"""
