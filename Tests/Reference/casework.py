"""What the tests share: a company of files written by hand, and the values computed of it."""

import json
import os
import tempfile
import unittest
from datetime import date

import reference


class Case(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        os.mkdir(os.path.join(self.folder.name, "inbox"))

    def put(self, name, text, changed=None, folder="inbox"):
        """Writes a file of the inbox; `changed` is the day of its last change."""
        path = os.path.join(self.folder.name, folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as stream:
            stream.write("\n".join(line.strip(" ") for line in text.strip().splitlines()) + "\n")
        if changed:
            when = date.fromisoformat(changed).toordinal() - date(1970, 1, 1).toordinal()
            os.utime(path, (when * 86400 + 43200,) * 2)

    def compute(self, as_of, period=None, **settings):
        """(metric, period, dimension, member) -> value; the rows of movements.csv and cohorts.csv."""
        path = os.path.join(self.folder.name, "settings.json")
        with open(path, "w", encoding="utf-8") as stream:
            json.dump({"dimensions": [], **settings}, stream)
        metrics, moves, cohorts, _, _ = reference.compute(
            self.folder.name, date.fromisoformat(as_of), period)
        return {(r[0], r[2], r[5], r[6]): r[7] for r in metrics}, moves, cohorts

    def month(self, as_of, *names, **settings):
        """The totals of some metrics in the month that holds the as-of date."""
        values, _, _ = self.compute(as_of, as_of[:7], grain="month", periods=1, **settings)
        return [values[name, as_of[:7], "", ""] for name in names]

    def members(self, as_of, metric, dimension, **settings):
        """member -> value of a metric in the month that holds the as-of date."""
        values, _, _ = self.compute(as_of, as_of[:7], grain="month", periods=1,
                                    dimensions=[dimension], **settings)
        return {k[3]: v for k, v in values.items() if k[0] == metric and k[2] == dimension}

    def refused(self, as_of, **settings):
        """The exit status of a company that publishes nothing."""
        with self.assertRaises(reference.Refused) as raised:
            self.month(as_of, "arr", **settings)
        return raised.exception.status

    def total(self, values, metric, period):
        return values[metric, period, "", ""]
