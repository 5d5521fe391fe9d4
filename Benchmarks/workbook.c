/* Writes the cells of a workbook as a C program on libxlsxwriter does, and says how many milliseconds it took from the first call to the
   closed file: what `gtm` is held against.

   usage: workbook CELLS OUT.xlsx, where CELLS has a line a cell: sheet row column format kind and, behind a tab, a value or text; a line
   `S name` begins a sheet, a line `F code` adds a format with that number format. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <xlsxwriter.h>

typedef struct {
    int row, column, format;
    char kind;
    double number;
    char *text, *formula;
} Cell;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

int main(int count, char **arguments) {
    if (count != 3) return 64;
    FILE *file = fopen(arguments[1], "r");
    if (!file) return 66;
    static char *sheets[1000], *formats[65536];
    int sheet_count = 0, format_count = 0, cells = 0, room = 1 << 16;
    int *begins = calloc(1001, sizeof(int));
    Cell *all = malloc(room * sizeof(Cell));
    char *line = NULL;
    size_t size = 0;
    ssize_t length;
    while ((length = getline(&line, &size, file)) > 0) {
        if (line[length - 1] == '\n') line[--length] = 0;
        if (line[0] == 'S') {
            sheets[sheet_count] = strdup(line + 2);
            begins[sheet_count++] = cells;
        } else if (line[0] == 'F') {
            formats[format_count++] = strdup(line + 2);
        } else {
            if (cells == room) all = realloc(all, (room *= 2) * sizeof(Cell));
            Cell *cell = &all[cells++];
            int end = 0;
            if (sscanf(line, "%d %d %d %c%n", &cell->row, &cell->column, &cell->format, &cell->kind, &end) != 4) return 65;
            char *value = strchr(line + end, '\t'), *formula = value ? strchr(value + 1, '\t') : NULL;
            if (formula) *formula++ = 0;
            cell->text = value ? strdup(value + 1) : NULL;
            cell->formula = formula ? strdup(formula) : NULL;
            cell->number = value ? atof(value + 1) : 0;
        }
    }
    begins[sheet_count] = cells;

    double begin = now();
    lxw_workbook *workbook = workbook_new(arguments[2]);
    lxw_format **made = malloc((format_count + 1) * sizeof(lxw_format *));
    for (int at = 0; at < format_count; at++) {
        made[at] = workbook_add_format(workbook);
        if (strcmp(formats[at], "General")) format_set_num_format(made[at], formats[at]);
        format_set_indent(made[at], at % 15);
    }
    for (int sheet = 0; sheet < sheet_count; sheet++) {
        lxw_worksheet *worksheet = workbook_add_worksheet(workbook, sheets[sheet]);
        for (Cell *cell = all + begins[sheet]; cell < all + begins[sheet + 1]; cell++) {
            lxw_format *format = made[cell->format];
            if (cell->kind == 'n') worksheet_write_number(worksheet, cell->row, cell->column, cell->number, format);
            else if (cell->kind == 's') worksheet_write_string(worksheet, cell->row, cell->column, cell->text, format);
            else if (cell->kind == 'f')
                worksheet_write_formula_num(worksheet, cell->row, cell->column, cell->formula, format, cell->number);
            else if (cell->kind == 't')
                worksheet_write_formula_str(worksheet, cell->row, cell->column, cell->formula, format, cell->text);
            else worksheet_write_blank(worksheet, cell->row, cell->column, format);
        }
    }
    if (workbook_close(workbook) != LXW_NO_ERROR) return 73;
    printf("{\"milliseconds\": %.3f, \"cells\": %d}\n", now() - begin, cells);
    return 0;
}
