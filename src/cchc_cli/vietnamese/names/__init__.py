"""Vietnamese names: match keys, dictionary order, nearest names, and an index that finds the id that a text means."""

from cchc_cli.vietnamese.names.closeness import nearest
from cchc_cli.vietnamese.names.communes import commune_aliases, commune_names
from cchc_cli.vietnamese.names.index import Index, Match, Several, Unknown
from cchc_cli.vietnamese.names.keys import fold, key
from cchc_cli.vietnamese.names.order import collation
from cchc_cli.vietnamese.names.slugs import slug
from cchc_cli.vietnamese.names.written_out import abbreviated, initials, written_out

__all__ = [
    "Index",
    "Match",
    "Several",
    "Unknown",
    "abbreviated",
    "collation",
    "commune_aliases",
    "commune_names",
    "fold",
    "initials",
    "key",
    "nearest",
    "slug",
    "written_out",
]
