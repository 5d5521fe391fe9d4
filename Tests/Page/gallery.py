"""Draws the first screens of the sample company and of the odd ones for docs/gallery.md, as docs/gallery/NAME.jpg."""

import os
import pathlib
import subprocess
import sys
import tempfile

import companies
from browser import Browser

ROOT = pathlib.Path(__file__).resolve().parents[2]
GTM = os.environ.get("GTM", str(ROOT / ".build/release/gtm"))


def published(pipeline, as_of, *options):
    """The page of a pipeline's report."""
    subprocess.run([GTM, "run", str(pipeline), "--as-of", as_of, "--quiet", *options], check=True)


def draw(browser, page, target, width=1280, height=860, scheme="light"):
    """The first screen of a page, at a bit more than half its size."""
    context = browser.chromium.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, device_scale_factor=0.6 if width > 640 else 0.8)
    opened = context.new_page()
    opened.goto(pathlib.Path(page).resolve().as_uri())
    opened.screenshot(path=str(target), type="jpeg", quality=72)
    context.close()
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size} bytes")


def main():
    gallery = ROOT / "docs/gallery"
    gallery.mkdir(exist_ok=True)
    browser = Browser()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for company in companies.ALL:
            home = folder / company.name
            companies.write(company(), home)
            language = "zh" if company.name == "all-chinese" else "en"
            published(home / f"{language}.yml", companies.AS_OF)
            draw(browser, next(home.glob(f"reports/{language}/latest/report.html")), gallery / f"{company.name}.jpg")
    sample = ROOT / "reports/weekly/2026-W46"
    draw(browser, sample / "report.html", gallery / "weekly.jpg")
    draw(browser, sample / "report.html", gallery / "weekly-dark.jpg", scheme="dark")
    draw(browser, sample / "report.html", gallery / "weekly-phone.jpg", width=360, height=740)
    draw(browser, sample / "audiences/zh/report.html", gallery / "weekly-zh.jpg")
    draw(browser, ROOT / "reports/quarterly/2026-Q3/report.html", gallery / "quarterly.jpg")
    browser.close()


if __name__ == "__main__":
    sys.exit(main())
