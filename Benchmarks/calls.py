"""Writes a C library that, loaded before libxlsxwriter (`LD_PRELOAD`), passes each call on to it and adds up how long it stays there: what a
C program takes that makes the very same calls, with all formats, charts, tables and print set-ups of a workbook.

The calls go to a copy of the library apart from the program, which packs its workbooks itself: there the library finds minizip, as in any
other program. The file named by `XLSX_CALLS` gets the milliseconds within the library when a workbook is closed. Calls of one thread only are
counted, as a workbook is written by one.
"""
import pathlib, re

HEADERS = pathlib.Path("/usr/include/xlsxwriter")
BEGIN = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <xlsxwriter.h>

static __thread int depth;
static __thread double entered, within;

// A function of the library, loaded once more with all that it needs.
static void *function(const char *name) {
    static void *library;
    if (!library) library = dlmopen(LM_ID_NEWLM, "libxlsxwriter.so", RTLD_NOW);
    if (!library) {
        fprintf(stderr, "%s\n", dlerror());
        abort();
    }
    return dlsym(library, name);
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static void enter(void) {
    if (depth++) return;
    entered = now();
}

static void leave(int is_last) {
    if (--depth) return;
    within += now() - entered;
    char *path = is_last ? getenv("XLSX_CALLS") : NULL;
    FILE *file = path ? fopen(path, "w") : NULL;
    if (file) {
        fprintf(file, "%.3f\n", within);
        fclose(file);
    }
    if (is_last) within = 0;
}
"""


def prototypes():
    """The library's functions: return type, name, parameters as (declaration, name)."""
    found = {}
    for header in sorted(HEADERS.glob("*.h")):
        text = re.sub(r"/\*.*?\*/", "", header.read_text(), flags=re.S)
        # What is declared for the library's own tests alone.
        text = re.sub(r"#ifdef TESTING.*?#endif", "", text, flags=re.S)
        for match in re.finditer(r"^([a-z_0-9 ]+?[ *]+)((?:workbook|worksheet|chart|format)_\w+)\(([^;{}()]*)\);", text, flags=re.M):
            result, name, inside = match.group(1).strip(), match.group(2), " ".join(match.group(3).split())
            if "..." in inside or result.startswith(("static", "typedef")):
                continue
            parameters = [] if inside in ("", "void") else [part.strip() for part in inside.split(",")]
            names = [re.sub(r"\[.*?\]$", "", part).split()[-1].lstrip("*") for part in parameters]
            found[name] = (result, parameters, names)
    return found


def source():
    """The library as C."""
    parts = [BEGIN]
    for name, (result, parameters, names) in sorted(prototypes().items()):
        kept, given = ("", "") if result == "void" else (f"{result} come_back = ", "return come_back;")
        parts.append(f"""
{result} {name}({", ".join(parameters) or "void"}) {{
    static __typeof__({name}) *real;
    if (!real) real = function("{name}");
    enter();
    {kept}real({", ".join(names)});
    leave({int(name == "workbook_close")});
    {given}
}}""")
    return "\n".join(parts) + "\n"
