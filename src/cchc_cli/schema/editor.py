"""Settings of VS Code's YAML extension that assign the schemas to files without using the network."""

from cchc_cli.schema.kinds import KINDS

EXTENSION = "redhat.vscode-yaml"
FOLDER = ".vscode/schemas"
"""The folder of the schemas, relative to the workspace."""


def file_name(kind: str) -> str:
    """The name of the schema's file in `FOLDER`."""
    return f"{kind}.json"


def settings() -> dict[str, object]:
    """`.vscode/settings.json`: the schema of each kind of file; network look-ups and formatting on save are off."""
    return {
        "yaml.schemas": {f"./{FOLDER}/{file_name(name)}": kind.path for name, kind in KINDS.items()},
        "yaml.schemaStore.enable": False,
        "yaml.format.enable": False,
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.formatOnSave": False},
        "files.eol": "\n",
        "files.encoding": "utf8",
    }


def extensions() -> dict[str, object]:
    """`.vscode/extensions.json`: the recommended extensions."""
    return {"recommendations": [EXTENSION]}
