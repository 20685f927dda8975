"""Answers kept beside the dataset that they were worked out from, and let go with it."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Hashable
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from indicators.load import Dataset

Rest = ParamSpec("Rest")
Answer = TypeVar("Answer")


def remembered(size: int) -> Callable[[Callable[Concatenate[Dataset, Rest], Answer]], Callable[..., Answer]]:
    """Return a decorator for functions of a dataset: the `size` newest answers of each dataset are kept while it lives.

    A plain lru_cache would hold every dataset that was ever asked, the largest thing in the process.
    """

    def decorate(function: Callable[Concatenate[Dataset, Rest], Answer]) -> Callable[..., Answer]:
        held: weakref.WeakKeyDictionary[Dataset, Callable[..., Answer]] = weakref.WeakKeyDictionary()

        @wraps(function)
        def answer(dataset: Dataset, *rest: Hashable, **named: Hashable) -> Answer:
            known = held.get(dataset)
            if known is None:
                known = held.setdefault(dataset, lru_cache(maxsize=size)(_of(function, weakref.ref(dataset))))
            return known(*rest, **named)

        return answer

    return decorate


def _of(function: Callable[..., Answer], dataset: weakref.ref) -> Callable[..., Answer]:
    return lambda *rest, **named: function(dataset(), *rest, **named)
