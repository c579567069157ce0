"""A count and what it is a share of."""

from msgspec import Struct


class Rate(Struct, frozen=True):
    """A count and what it is a share of."""

    done: int
    of: int

    @property
    def is_whole(self) -> bool:
        """Whether it is 100 %."""
        return 0 < self.of == self.done
