"""Small things that all modules share: exact numbers, dated facts, members."""

from collections import namedtuple
from decimal import Decimal
from fractions import Fraction

STANDARD_STAGES = ["lead", "mql", "sql", "opportunity", "won"]
NONE = "(none)"
TOTAL = ("", "")

# One dated amount of a measure: `keys` are the (dimension, member) pairs it belongs to.
Fact = namedtuple("Fact", "day keys value")


def half_even(value):
    """A fraction rounded half-even to a whole number."""
    return round(Fraction(value))


def number(text):
    return Fraction(Decimal(text))


def add_up(pairs):
    """Sums (keys, value) pairs by key; the total is always there."""
    result = {TOTAL: Fraction(0)}
    for keys, value in pairs:
        for key in keys:
            result[key] = result.get(key, 0) + value
    return result
