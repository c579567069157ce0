"""What is kept of each plan by itself: its head, and itself without most words.

Each stands under a key, a digest of all bytes that it was made from and of the program. What has another key, or cannot
be read, is as if it were not there.
"""

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import TypeVar
from zlib import compress, decompress

from msgspec import DecodeError, Raw, Struct, msgpack, structs

from cchc_cli.model import Settings
from cchc_cli.plan.plans import Plan
from cchc_cli.plan.slim import head, slim
from cchc_cli.reading.load import Shared
from cchc_cli.reading.settings import merged

T = TypeVar("T")
_QUICKLY, _SEAL = 1, 20


class Head(Struct, frozen=True, array_like=True):
    """The head of a sound plan, and the key of the plan."""

    folder: str
    key: bytes
    plan: Raw


class Heads(Struct, frozen=True, array_like=True):
    """The heads of a workspace, and the key of all plans together if they are sound together."""

    key: bytes
    sound: bytes
    heads: tuple[Head, ...]


def key(before: bytes, contents: Mapping[str, bytes]) -> bytes:
    """The key of what is made from some files, by path, and from what has the key `before`."""
    found = blake2b(before, digest_size=_SEAL)
    for path, data in sorted(contents.items()):
        found.update(f"\0{path}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
        found.update(data)
    return found.digest()


def together(keys: Iterable[bytes]) -> bytes:
    """The key of several things that have keys."""
    return blake2b(b"".join(keys), digest_size=_SEAL).digest()


def encoded(value: object) -> Raw:
    """A value as bytes."""
    return Raw(msgpack.encode(value))


def decoded(data: bytes | Raw, shape: type[T]) -> T:
    """The value of bytes."""
    return msgpack.decode(data, type=shape)


def sealed(value: object) -> bytes:
    """A value as it is kept: with a digest, by which damage is seen."""
    data = msgpack.encode(value)
    return _digest(data) + data


def opened(data: bytes | None, shape: type[T]) -> T | None:
    """A kept value; None if there is none, or what is there was not made so."""
    if data is None or data[:_SEAL] != _digest(data[_SEAL:]):
        return None
    try:
        return msgpack.decode(data[_SEAL:], type=shape)
    except DecodeError:
        return None


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=_SEAL).digest()


def head_of(plan: Plan) -> Raw:
    """The head of a plan, without the settings that it shares with others."""
    return encoded(structs.replace(head(plan), settings=Settings()))


def plan_of(found: Plan, shared: Shared) -> Plan:
    """The plan with its settings."""
    return structs.replace(found, settings=merged(found.file.settings, shared.settings))


def packed(own: bytes, plan: Plan) -> bytes:
    """A plan without most of its words, to be kept under its key."""
    data = msgpack.encode(structs.replace(slim(plan), settings=Settings()))
    return sealed((own, compress(data, _QUICKLY)))


def unpacked(own: bytes, data: bytes | None, shared: Shared) -> Plan | None:
    """The kept plan, if it has that key."""
    found = opened(data, tuple[bytes, bytes])
    if found is None or found[0] != own:
        return None
    return plan_of(decoded(decompress(found[1]), Plan), shared)
