"""Pages in a real browser: Debian's Chromium by playwright, axe-core, and what `look.js` sees."""

import pathlib
import re
import tempfile

from playwright.sync_api import sync_playwright

HERE = pathlib.Path(__file__).resolve().parent
LOOK = (HERE / "look.js").read_text()
# WCAG 2.0 to 2.2, A and AA, and best practices.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]


def axe_source():
    import axe_playwright_python
    return (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()


class Browser:
    """One browser for all pages."""

    def __init__(self):
        self.playwright = sync_playwright().start()
        self.chromium = self.playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        self.axe = axe_source()

    def close(self):
        self.chromium.close()
        self.playwright.stop()

    def open(self, path, width=1440, scheme="light", part=""):
        return Page(self, path, width, scheme, part)

    def painted(self, path):
        """Milliseconds from when a page is asked for to its first paint, in a window that has come to rest; nothing of the checks is in the
        page until then."""
        context = self.chromium.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB", bypass_csp=True)
        try:
            page = context.new_page()
            page.wait_for_timeout(REST)
            page.goto(pathlib.Path(path).resolve().as_uri())
            return page.evaluate(PAINTED)
        finally:
            context.close()


class Page:
    """A page in a window, opened by a link to one of its parts if one is named; what it asks for and says meanwhile is kept."""

    def __init__(self, browser, path, width, scheme, part):
        self.browser = browser
        # The page's own policy lets no script in; the checks come past it.
        self.context = browser.chromium.new_context(
            viewport={"width": width, "height": 900 if width >= 640 else 740}, color_scheme=scheme, bypass_csp=True, locale="en-GB")
        self.page = self.context.new_page()
        self.said, self.asked = [], []
        self.url = pathlib.Path(path).resolve().as_uri()
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: request.url != self.url and self.asked.append(request.url))
        self.page.goto(self.url + part)
        self.page.evaluate(LOOK + "; window.GtmLook = GtmLook")
        # What is below the first screen is laid out soon after that is painted.
        self.page.wait_for_function("GtmLook.isWhole()")
        self.page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.close()

    def look(self, what):
        """What is wrong with one thing; see look.js."""
        return self.page.evaluate(f"GtmLook.{what}()")

    def fold(self, is_open):
        self.page.evaluate(f"GtmLook.fold({'true' if is_open else 'false'})")

    def violations(self):
        """What axe-core finds, in words."""
        self.page.evaluate(self.browser.axe)
        found = self.page.evaluate("tags => axe.run({runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})", TAGS)
        return [f"{v['id']} ({v['help']}): {n['html'][:160]}" for v in found["violations"] for n in v["nodes"][:3]]

    def screens(self):
        """How many windows high the page is."""
        return self.page.evaluate("document.documentElement.scrollHeight / innerHeight")

    def printed(self):
        """How many sheets of paper it takes."""
        import io
        from pypdf import PdfReader
        return len(PdfReader(io.BytesIO(self.page.pdf(prefer_css_page_size=True, print_background=True))).pages)


# The largest file in bytes, the most windows of 1,440 × 900, the most sheets of paper, the most milliseconds that its
# first paint takes longer than that of an empty page.
LARGEST, SCREENS, SHEETS, PAINT = 400_000, 10, 8, 200
# How often a page is opened for its first paint: a machine that is busy is slow now and then, a page that is slow is so each time.
OPENINGS = 20
# How many milliseconds a new window is left alone before a page is asked for.
REST = 300
PAINTED = """new Promise(done => new PerformanceObserver(list =>
    list.getEntriesByName("first-contentful-paint").forEach(entry => done(entry.startTime))).observe({type: "paint", buffered: true}))"""
LOOKS = ("sideways", "targets", "clipped", "overflows", "emptyCharts", "labels")


def problems(browser, path, widths=(360, 768, 1440), schemes=("light", "dark"), largest=LARGEST):
    """Everything wrong with a page, as `(check, where, what)`."""
    found = []

    def note(check, where, texts):
        found.extend((check, where, text) for text in texts)

    if path.stat().st_size >= largest:
        note("size", "", [f"{path.stat().st_size} bytes"])
    for width in widths:
        for scheme in schemes:
            where = f"{width} {scheme}"
            with browser.open(path, width, scheme) as page:
                if scheme == schemes[0]:
                    if width == 1440 and page.screens() > SCREENS:
                        note("length", where, [f"{page.screens():.1f} screens"])
                    for is_open in (True, False):
                        page.fold(is_open)
                        for check in LOOKS:
                            note(check, where, page.look(check))
                note("axe", where, page.violations())
                note("said", where, page.said)
                note("asked", where, page.asked)
        known = parts(path)
        for part in {known[len(known) // 2], known[-1]} if known else ():
            with browser.open(path, width, part=part) as page:
                note("strayed", f"{width} {part}", page.look("strayed"))
    with browser.open(path, 1280) as page:
        page.fold(True)
        note("newest", "1280", page.look("newest"))
    with browser.open(path) as page:
        if page.printed() > SHEETS:
            note("paper", "", [f"{page.printed()} printed pages"])
    paint = first_paint(browser, path)
    if paint >= PAINT:
        note("paint", "", [f"first paint {paint:.0f} ms after that of an empty page, at best"])
    return found


def parts(path):
    """The addresses of a page's sections."""
    return ["#" + part for part in re.findall(r'<section id="([^"]+)"', path.read_text())]


def first_paint(browser, path):
    """How many milliseconds later than an empty page a page is painted first, each at its best; opened until that is soon enough, or so
    many times."""
    with tempfile.TemporaryDirectory() as folder:
        empty = pathlib.Path(folder) / "empty.html"
        empty.write_text("<!doctype html><title>empty</title><p>x</p>")
        best = {path: float("inf"), empty: float("inf")}
        for _ in range(OPENINGS):
            for which in best:
                best[which] = min(best[which], browser.painted(which))
            if best[path] - best[empty] < PAINT:
                break
        return best[path] - best[empty]
