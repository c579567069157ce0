"""Vietnamese words for every record and field of the files: one place a field (a test counts them)."""

from cchc_cli.schema.words import agencies, appendix, plan, records, shared
from cchc_cli.schema.words.said import Record, Refers, Said

RECORDS: dict[str, Record] = {
    **agencies.RECORDS,
    **appendix.RECORDS,
    **plan.RECORDS,
    **records.RECORDS,
    **shared.RECORDS,
}
"""By the name of the record in `model`."""

__all__ = ["RECORDS", "Record", "Refers", "Said"]
