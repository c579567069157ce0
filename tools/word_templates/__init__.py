"""Builds templates/*.docx from named styles: `python -m tools.word_templates`.

Each document has one module (`periodic.py` → templates/periodic.docx), found by listing the folder, which holds
`build() -> docx.document.Document`. Documents are put together from these parts:

    styles      PARAGRAPHS: every named style, one row each; lengths in twentieths of a point
    text        paragraph(holder, text, style), kept (with the next), command(holder, "if …"), blank, known
    lines       line(holder, room, length), fitted(holder, room, letters, ranges): drawn lines
    page        blank_document(title), begin_section(document, landscape=…), PORTRAIT_WIDTH, LANDSCAPE_WIDTH
    letterhead  letterhead(document, …), heading(document, …), addressees(document)
    signature   signature(document, …), after a paragraph in the style "Nội dung cuối"
    annexes     annex(document, "Phụ lục I", "TIÊU ĐỀ")
    tables      Column, table(document, columns, lines, width, kind), each(columns, "row in report.overdue"), optional;
                lines are Command, Heading, Cells
    milestones  the columns of tables that list milestones
    counts      the tables by section and by agency
    periodic_annexes  the annexes of the periodic report
    grids       tables without a head: grid(document, widths, lines=…), row(table), cell(row)

A holder is a document or a cell. Texts hold Jinja tags as they are typed in Word; each tag is written in one run, and
`{{ blank("…") }}` becomes a highlighted run of its own. `command` and `Command` write commands that leave no paragraph
or row in the document (docxtpl's `{%p … %}` and `{%tr … %}`). Each cell needs a paragraph that no command removes.
"""
