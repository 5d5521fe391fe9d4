"""Companies in another dress have the same values: what a feature only dresses changes nothing."""

import os
import unittest

import disguises
import reference
from casework import Case
from companies import generate
from features import ALL

SEEDS = (3, 18, 29)


class Dress(Case):
    def values(self, seed, features):
        """The rows of metrics.csv, and movements without their customers."""
        folder = os.path.join(self.folder.name, "company")
        as_of, period = generate(seed, folder, frozenset(features))
        try:
            metrics, moves, _, _, _ = reference.compute(folder, as_of, period)
        except reference.Refused as refused:
            return refused.status, None
        return metrics, sorted(m[:1] + m[2:] for m in moves)

    def check_same(self, *features, only_totals=False):
        for seed in SEEDS:
            plain, dressed = self.values(seed, ()), self.values(seed, features)
            if only_totals and plain[1] is not None:
                plain, dressed = ([[r for r in rows if not r[5]], moves] for rows, moves in (plain, dressed))
            self.assertEqual(plain, dressed, (seed, features))

    def test_placeholders_and_words_for_missing(self):
        self.check_same("placeholders")

    def test_headers_and_units(self):
        self.check_same("headers")

    def test_rates_of_several_units(self):
        self.check_same("rate_units")

    def test_mended_rows(self):
        self.check_same("mended")

    def test_rows_that_cannot_be_used(self):
        self.check_same("rejects", "no_days")

    def test_members_change_no_total(self):
        self.check_same("members", only_totals=True)

    def test_ids_of_every_kind(self):
        kinds = dict(disguises.ID_KINDS)
        try:
            disguises.Disguise.twins = False
            for kind in kinds:
                disguises.ID_KINDS = {kind: kinds[kind]}
                self.check_same("ids")
        finally:
            disguises.ID_KINDS, disguises.Disguise.twins = kinds, True

    def test_everything_at_once_is_computed(self):
        for seed in SEEDS:
            self.values(seed, ALL)

    def test_the_plain_company_does_not_depend_on_features(self):
        texts = []
        for features in ((), ("late",), ("ids",)):
            folder = os.path.join(self.folder.name, "one")
            generate(3, folder, frozenset(features))
            with open(os.path.join(folder, "inbox", "fx_rates.csv"), encoding="utf-8") as stream:
                texts.append(stream.read())
        self.assertEqual(len(set(texts)), 1)


if __name__ == "__main__":
    unittest.main()
