"""Each check finds what it looks for on a page that is spoiled so."""

import pathlib
import tempfile
import unittest

import browser

PAGE = pathlib.Path(__file__).resolve().parents[2] / "reports/weekly/latest/report.html"

SPOILED = {
    "sideways": '<div style="width: 2000px">wide</div>',
    "targets": '<p><a href="#top" style="font-size: 6px">x</a></p>',
    "clipped": '<div style="width: 2rem; overflow: hidden; white-space: nowrap">longer than its box</div>',
    "overflows": '<p style="width: 2rem; white-space: nowrap">longer than its paragraph</p>',
    "emptyCharts": '<svg class="plot" viewBox="0 0 400 200" width="400" height="200" role="img" aria-label="none"></svg>',
    "labels": '<svg viewBox="0 0 400 40" width="400" height="40" role="img" aria-label="two">'
              '<text x="9" y="20">one</text><text x="12" y="21">two</text></svg>',
    "axe": '<p style="color: #aaaaaa; background: #ffffff">hardly to be read</p>',
    "said": '<script>console.warn("something")</script>',
    "asked": '<img alt="nothing" src="http://127.0.0.1:9/nothing.png"/>',
    "strayed": "<style>section { scroll-margin-top: 200px; }</style>",
    "length": '<div style="height: 9000px">high</div>',
    "paper": '<div style="height: 20000px">high</div>',
    "newest": '<div class="scroll" style="width: 20rem" role="region" tabindex="0" aria-label="old"><table><thead><tr>'
              '<th>Metric</th>' + "".join(f'<th scope="col">{" " * 3}2026-W{n} {"x" * 12}</th>' for n in range(10, 30))
              + '</tr></thead><tbody><tr><th scope="row">x</th></tr></tbody></table></div>',
    "size": "<!--" + "x" * 400_000 + "-->",
    "paint": "<script>for (const start = Date.now(); Date.now() - start < 300;);</script>",
}


class CheckTests(unittest.TestCase):
    def test_each_check_finds_what_it_looks_for(self):
        chromium = browser.Browser()
        self.addCleanup(chromium.close)
        html = PAGE.read_text()
        with tempfile.TemporaryDirectory() as folder:
            for check, spoil in SPOILED.items():
                with self.subTest(check):
                    path = pathlib.Path(folder) / f"{check}.html"
                    # What keeps a page from being painted stands before all that is painted.
                    place = "</head>" if check == "paint" else "</main>"
                    path.write_text(html.replace(place, spoil + place))
                    found = {problem[0] for problem in browser.problems(chromium, path, widths=(1440,), schemes=("light",))}
                    self.assertIn(check, found)
                    # Nothing else is taken for it.
                    related = {"axe", "overflows", "clipped", "sideways", "length", "paper", "said", "asked"}
                    self.assertLessEqual(found - {check}, related)


if __name__ == "__main__":
    unittest.main()
