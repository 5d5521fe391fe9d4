"""What a cell means: missing, a placeholder of a date, an id as it is compared, a member's name."""

import re
import unicodedata
from collections import Counter

MISSING = {"", "na", "n/a", "null", "none", "-", "\u2014", "#n/a", "nan"}
NAMES = {"name", "company", "campaign", "team", "vendor"}      # NA and None are values there
VALUES = {"na", "none"}
PLACEHOLDERS = {"0000-00-00", "0001-01-01", "1900-01-00", "1970-01-01", "2099-12-31", "9999-12-31",
                "never", "ongoing", "永久", "长期"}
DATES = {"date", "at", "hired_on", "left_on"}
IDS = {"subscription_id", "customer_id", "response_id", "respondent_id", "lead_id",
       "opportunity_id"}
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)
SALESFORCE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"


def is_date(column):
    return column in DATES or column.endswith(("_at", "_date"))


def is_placeholder(text):
    """Whether a date, with or without a time of day, means that there is none."""
    return re.sub(r"[T ]\d\d:\d\d.*$", "", text.strip()).lower() in PLACEHOLDERS


def cleaned(column, text, dimensions):
    """The text of a cell, '' where it is missing."""
    word = text.strip().lower()
    if word in MISSING and not (word in VALUES and (column in NAMES or column in dimensions)):
        return ""
    if is_date(column) and is_placeholder(text):
        return ""
    if column in dimensions and fold(text) == "(none)":
        return ""
    return text


# Members

def fold(text):
    """A member without case, runs of spaces, width and Unicode form."""
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(text.split())


class Spellings:
    """How the members of each dimension are most often written in all rows of all sources."""

    def __init__(self):
        self.counts = {}                     # (dimension, folded) -> how often each is written

    def note(self, dimension, text):
        self.counts.setdefault((dimension, fold(text)), Counter())[text.strip()] += 1

    def shown(self, dimension, text):
        counts = self.counts[dimension, fold(text)]
        return min(counts, key=lambda spelling: (-counts[spelling], spelling))


# Ids

def check_letters(identity):
    """The three letters that make a Salesforce id of 15 characters one of 18."""
    return "".join(SALESFORCE[sum(1 << i for i, letter in enumerate(identity[n:n + 5])
                                  if "A" <= letter <= "Z")] for n in (0, 5, 10))


def compared(text):
    """An id without what exports do to it."""
    text = unicodedata.normalize("NFKC", text)
    text = "".join(c for c in text if unicodedata.category(c) != "Cf").strip()
    guarded = re.fullmatch(r'="(.*)"', text, re.S)
    if guarded:
        text = guarded.group(1).strip()
    elif text.startswith("'") and len(text) > 1:
        text = text[1:].strip()
    text = re.sub(r"^(mailto:|urn:uuid:)", "", text, flags=re.I)
    braced = re.fullmatch(r"\{(.*)\}", text, re.S)
    if braced:
        text = braced.group(1).strip()
    if UUID.fullmatch(text) or re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", text):
        return text.lower()
    if re.fullmatch(r"[0-9]+\.0", text):
        return text[:-2]
    if re.fullmatch(r"[0-9A-Za-z]{18}", text) and check_letters(text[:15]) == text[15:]:
        return text[:15]
    return text


def parts(text):
    """The ids of a cell that may hold several."""
    return [part.strip() for part in re.split(r"[;,|\n]", text) if part.strip()]


class Identities:
    """All ids of all files, by column: which are one, and how each is shown.

    Files are noted oldest first. Ids of digits that differ in leading zeros only are one where
    no file has two of them.
    """

    def __init__(self):
        self.first = {}                      # (column, compared) -> as the oldest file has it
        self.numbers = {}                    # (column, digits without zeros) -> file -> ids

    def note(self, column, text, file):
        key = compared(text)
        self.first.setdefault((column, key), text.strip())
        if re.fullmatch("[0-9]+", key):
            files = self.numbers.setdefault((column, key.lstrip("0")), {})
            files.setdefault(file, []).append(key)

    def shown(self, column, text):
        key = compared(text)
        files = self.numbers.get((column, key.lstrip("0")), {}) if re.fullmatch("[0-9]+", key) else {}
        if files and all(len(set(keys)) == 1 for keys in files.values()):
            key = next(iter(files.values()))[0]
        return self.first[column, key]


def is_scientific(text):
    return re.fullmatch(r"\d+([.,]\d+)?E\+?\d+", text.strip(), re.I) is not None
