"""Published pages in a real browser, on the sample company in all languages and on odd ones."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import companies
from browser import Browser, problems

ROOT = pathlib.Path(__file__).resolve().parents[2]
GTM = os.environ.get("GTM", str(ROOT / ".build/release/gtm"))


class PageTests(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="gtm-page-"))
        cls.browser = Browser()

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        shutil.rmtree(cls.folder)

    def publish(self, pipeline, as_of):
        """The page of a pipeline's report."""
        done = subprocess.run([GTM, "run", str(pipeline), "--as-of", as_of, "--quiet"], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        return next(pipeline.parent.glob(f"reports/{pipeline.stem}/latest/report.html")).resolve()

    def check(self, page, **options):
        with self.browser.open(page) as open_page:
            print(f"  {page.relative_to(self.folder)}: {page.stat().st_size} bytes, {open_page.screens():.1f} screens, "
                  f"{open_page.printed()} printed pages, first paint after {self.browser.painted(page):.0f} ms")
        found = problems(self.browser, page, **options)
        index = page.parents[2] / "index.html"
        if index.exists():
            found += [("index", *problem) for problem in problems(self.browser, index)]
        self.assertEqual([], [": ".join(filter(None, problem)) for problem in found])

    def test_sample(self):
        pipelines = self.folder / "sample"
        shutil.copytree(ROOT / "pipelines", pipelines)
        text = (pipelines / "weekly.yml").read_text()
        text = text.replace("../sample-data", str(ROOT / "sample-data"))
        text = text.replace("{name: zh, locale: zh-Hans}", "{name: zh, locale: zh-Hans}, {name: de, locale: de}")
        (pipelines / "weekly.yml").write_text(text.replace("../reports", "reports").replace("../.gtm", "state"))
        english = self.publish(pipelines / "weekly.yml", "2026-11-15")
        editions = english.parent / "audiences"
        for page, language in ((english, "en"), (editions / "zh/report.html", "zh-Hans"), (editions / "de/report.html", "de")):
            with self.subTest(language):
                self.assertIn(f'lang="{language}"', page.read_text()[:400])
                self.check(page)

    def test_odd_companies(self):
        for company in companies.ALL:
            with self.subTest(company.name):
                folder = self.folder / company.name
                companies.write(company(), folder)
                language = "zh" if company is companies.Chinese else "en"
                page = self.publish(folder / f"{language}.yml", companies.AS_OF)
                self.check(page, widths=(360, 1440), schemes=("light",))


if __name__ == "__main__":
    unittest.main()
