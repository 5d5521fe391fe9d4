// Blocks of all sizes are made, changed, moved and given back by several threads while pages leave memory: none loses what is in it.
//
// Prints whether blocks lie in a file of the folder that is given, and how many parts of it are still in use at the end.
#include <malloc.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "spill.h"

enum { slots = 40, turns = 600 };

static void check(int fits, const char *what) {
    if (fits) return;
    puts(what);
    exit(1);
}

static int holds(const unsigned char *block, size_t size, unsigned char value) {
    for (size_t at = 0; at < size; at += 4093) if (block[at] != value) return 0;
    return 1;
}

static void *hammer(void *number) {
    unsigned seed = (unsigned)(size_t)number;
    unsigned char *blocks[slots] = {0}, values[slots] = {0};
    size_t sizes[slots] = {0};
    for (int turn = 0; turn < turns; turn++) {
        int at = rand_r(&seed) % slots;
        check(!blocks[at] || holds(blocks[at], sizes[at], values[at]), "a block lost what is in it");
        size_t size = (size_t)rand_r(&seed) % (rand_r(&seed) % 3 ? 1 << 20 : 4000) + 1;
        size_t before = blocks[at] ? sizes[at] : 0;
        switch (rand_r(&seed) % 4) {
        case 0:
            free(blocks[at]);
            blocks[at] = malloc(size);
            break;
        case 1:
            free(blocks[at]);
            blocks[at] = calloc(1, size);
            check(holds(blocks[at], size, 0), "a new block is not of zeros");
            break;
        case 2:
            blocks[at] = realloc(blocks[at], size);
            check(holds(blocks[at], before < size ? before : size, values[at]), "a block that moved lost what was in it");
            break;
        default:
            free(blocks[at]);
            blocks[at] = NULL;
            continue;
        }
        sizes[at] = size;
        values[at] = (unsigned char)turn;
        check(malloc_usable_size(blocks[at]) >= size, "a block is too small");
        memset(blocks[at], values[at], size);
        if (turn % 50 == 0) spill_let_go();
    }
    for (int at = 0; at < slots; at++) free(blocks[at]);
    return NULL;
}

int main(int count, char **arguments) {
    check(count == 2, "usage: spill FOLDER");
    // A block from before.
    unsigned char *early = malloc(1 << 20);
    memset(early, 7, 1 << 20);
    int begun = spill_begin(arguments[1], 4 << 20);
    pthread_t threads[4];
    for (size_t at = 0; at < 4; at++) pthread_create(&threads[at], NULL, hammer, (void *)(at + 1));
    for (int at = 0; at < 4; at++) pthread_join(threads[at], NULL);
    early = realloc(early, 3 << 20);
    check(holds(early, 1 << 20, 7), "a block from before lost what was in it");
    free(early);
    int parts = 0;
    char line[400];
    FILE *maps = fopen("/proc/self/maps", "r");
    while (fgets(line, sizeof line, maps)) parts += strstr(line, "(deleted)") != NULL;
    printf("%d %d\n", begun, parts);
    return 0;
}
