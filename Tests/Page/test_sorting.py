"""The page's script: it sorts tables, tells charts' values under the pointer, and is not needed to read."""

import pathlib
import re
import unittest

from browser import Browser

PAGE = pathlib.Path(__file__).resolve().parents[2] / "reports/weekly/latest/report.html"
ENDS, SEGMENTS = "#t-ends-ahead", "#t-revenue-by-segment"


def number(text):
    """What a cell written in full says; None where it is undefined."""
    text = re.sub(r"[^0-9.−-]", "", text).replace("−", "-")
    return float(text) if text else None


class SortingTests(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.browser = Browser()

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()

    def setUp(self):
        # As a reader has it: the page's own policy holds.
        self.context = self.browser.chromium.new_context(viewport={"width": 1440, "height": 900})
        self.addCleanup(self.context.close)
        self.page = self.context.new_page()
        self.said = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.goto(PAGE.as_uri())
        self.addCleanup(lambda: self.assertEqual([], self.said))

    def cells(self, table, column):
        return self.page.locator(f"{table} tbody tr > :nth-child({column})").all_text_contents()

    def unfold(self, table):
        self.page.locator(f"details:has({table}) > summary").first.click()

    def head(self, table, column):
        return self.page.locator(f"{table} thead th").nth(column - 1)

    def test_numbers_are_sorted_by_their_exact_values(self):
        self.unfold(ENDS)
        before = [number(text) for text in self.cells(ENDS, 3)]
        head = self.head(ENDS, 3)
        button = head.locator("button")
        button.click()
        self.assertEqual("descending", head.get_attribute("aria-sort"))
        self.assertEqual(sorted(before, reverse=True), [number(text) for text in self.cells(ENDS, 3)])
        button.click()
        self.assertEqual("ascending", head.get_attribute("aria-sort"))
        self.assertEqual(sorted(before), [number(text) for text in self.cells(ENDS, 3)])
        button.click()
        self.assertIsNone(head.get_attribute("aria-sort"))
        self.assertEqual(before, [number(text) for text in self.cells(ENDS, 3)])

    def test_what_is_undefined_stays_last_both_ways(self):
        self.unfold(ENDS)
        head = self.head(ENDS, 7)
        values = [number(text) for text in self.cells(ENDS, 7)]
        self.assertTrue(None in values and len(set(values)) > 2)
        for _ in range(2):
            head.locator("button").click()
            shown = [number(text) for text in self.cells(ENDS, 7)]
            self.assertEqual([None] * values.count(None), shown[-values.count(None):])
            defined = shown[:-values.count(None)]
            self.assertEqual(sorted(defined, reverse=head.get_attribute("aria-sort") == "descending"), defined)

    def test_texts_and_dates_are_sorted_by_code_point(self):
        self.unfold(ENDS)
        for column in (1, 2):
            texts = self.cells(ENDS, column)
            head = self.head(ENDS, column)
            head.locator("button").click()
            self.assertEqual("ascending", head.get_attribute("aria-sort"))
            self.assertEqual(sorted(texts), self.cells(ENDS, column))
            self.assertEqual(1, self.page.locator(f"{ENDS} th[aria-sort]").count())

    def test_rows_move_whole_and_the_total_stays_on_top(self):
        rows = self.page.locator(f"{SEGMENTS} tbody tr")
        before = rows.all_text_contents()
        orders = set()
        for column in range(1, 8):
            self.head(SEGMENTS, column).locator("button").click()
            after = rows.all_text_contents()
            self.assertEqual(before[0], after[0])
            self.assertEqual(sorted(before), sorted(after))
            orders.add(tuple(after))
        self.assertGreater(len(orders), 2)

    def test_the_keyboard_sorts(self):
        head = self.head(SEGMENTS, 3)
        head.locator("button").focus()
        self.page.keyboard.press("Enter")
        self.assertEqual("descending", head.get_attribute("aria-sort"))
        self.page.keyboard.press("Space")
        self.assertEqual("ascending", head.get_attribute("aria-sort"))

    def test_what_cannot_be_compared_is_not_sorted(self):
        heads = self.page.locator("#t-scorecard thead th")
        has_button = [heads.nth(place).locator("button").count() == 1 for place in range(heads.count())]
        self.assertTrue(has_button[0])
        self.assertFalse(any(has_button[1:7]))

    def test_a_name_leads_to_its_definition_and_unfolds_it(self):
        link = self.page.locator("#t-scorecard tbody th a").first
        place = link.get_attribute("href")
        link.click()
        self.page.wait_for_function("document.querySelector(':target')?.checkVisibility()")
        self.assertEqual(place, self.page.evaluate("location.hash"))
        box = self.page.locator(place).bounding_box()
        self.assertTrue(0 <= box["y"] < 900, box)
        row = self.page.locator(f"tr:has({place})").text_content()
        self.assertIn(link.get_attribute("title"), row)

    def test_over_a_chart_the_pointer_shows_what_stands_in_its_table(self):
        figure = self.page.locator("#c-arr-movements")
        figure.locator("svg.plot").hover()
        titles = figure.locator(".slot title").all_text_contents()
        rows = figure.locator("tbody tr")
        self.assertEqual(rows.count(), len(titles))
        for place, title in enumerate(titles):
            cells = [text.strip() for text in rows.nth(place).locator("th, td").all_text_contents()]
            self.assertTrue(title.startswith(cells[0] + ": ") and all(cell in title for cell in cells), (title, cells))
        box = figure.locator(".slot").last.bounding_box()
        plot = figure.locator("svg.plot").bounding_box()
        self.assertLess(abs(box["x"] + box["width"] - plot["x"] - plot["width"]), 12)

    def test_without_its_script_the_page_is_read_whole(self):
        context = self.browser.chromium.new_context(viewport={"width": 1440, "height": 900}, java_script_enabled=False)
        self.addCleanup(context.close)
        page = context.new_page()
        page.goto(PAGE.as_uri())
        self.assertEqual(0, page.locator("button").count())
        text = "main :is(p, h1, h2, h3, th, td, li, summary)"
        self.assertEqual(page.locator(text).all_text_contents(), self.page.locator(text).all_text_contents())
        place = page.locator("#t-scorecard tbody th a").first
        place.click()
        self.assertTrue(page.locator(place.get_attribute("href")).is_visible())

    def test_the_script_moves_nothing(self):
        context = self.browser.chromium.new_context(viewport={"width": 1440, "height": 900}, java_script_enabled=False)
        self.addCleanup(context.close)
        page = context.new_page()
        page.goto(PAGE.as_uri())
        for place in ("#s-revenue", "#s-plan", "footer"):
            self.assertAlmostEqual(page.locator(place).bounding_box()["y"], self.page.locator(place).bounding_box()["y"], delta=0.6)

    def test_a_sorted_page_is_accessible_and_prints_the_same(self):
        for scheme in ("light", "dark"):
            with self.browser.open(PAGE, 1440, scheme) as page:
                sheets = page.printed()
                page.page.locator(f"{SEGMENTS} thead button").nth(2).click()
                page.page.locator("#t-scorecard thead button").first.click()
                self.assertEqual([], page.violations())
                self.assertEqual(sheets, page.printed())
                self.assertEqual([], page.said)


if __name__ == "__main__":
    unittest.main()
