"""Which schema an editor uses for which file: settings of VS Code's YAML extension, with no need of the network."""

from cchc_cli.schema.kinds import KINDS

EXTENSION = "redhat.vscode-yaml"
FOLDER = ".vscode/schemas"
"""Where the schemas stand, relative to the workspace."""


def file_name(kind: str) -> str:
    """The schema's file in `FOLDER`."""
    return f"{kind}.json"


def settings() -> dict[str, object]:
    """`.vscode/settings.json`: the schema of each kind of file; nothing looked up on the network or rewritten."""
    return {
        "yaml.schemas": {f"./{FOLDER}/{file_name(name)}": kind.path for name, kind in KINDS.items()},
        "yaml.schemaStore.enable": False,
        "yaml.format.enable": False,
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.formatOnSave": False},
        "files.eol": "\n",
        "files.encoding": "utf8",
    }


def extensions() -> dict[str, object]:
    """`.vscode/extensions.json`."""
    return {"recommendations": [EXTENSION]}
