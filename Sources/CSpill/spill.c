#define _GNU_SOURCE
#include <stdlib.h>

#include "spill.h"

#ifdef __GLIBC__
#include <dlfcn.h>
#include <fcntl.h>
#include <link.h>
#include <malloc.h>
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/vfs.h>
#include <unistd.h>

// The C library's own.
extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void __libc_free(void *);

enum { large = 1 << 17, page = 1 << 12, head = 64 };
// Addresses are given once only: so many for blocks in the file, at their offsets in it, and as many for blocks in memory behind them.
static const size_t span = (size_t)1 << 40;

// What stands before a block.
struct block {
    size_t size;
};

// Where the addresses begin; NULL until blocks are ours.
static _Atomic(char *) start;
static int file = -1;
static size_t most;
static _Atomic size_t next_in_file, next_in_memory, in_memory;

static int is_ours(const void *pointer) {
    const char *first = atomic_load_explicit(&start, memory_order_acquire);
    return first && (size_t)((const char *)pointer - first) < 2 * span;
}

static struct block *block_of(void *pointer) { return (struct block *)((char *)pointer - head); }

// A part of the addresses of one kind; NULL where none are left.
static char *take(_Atomic size_t *next, size_t from, size_t size) {
    size_t at = atomic_fetch_add(next, size);
    return at + size <= span ? start + from + at : NULL;
}

static void *in_a_file(size_t size) {
    char *place = take(&next_in_file, 0, size);
    // The room is taken first: where the disk is full, memory is used.
    if (!place || fallocate(file, FALLOC_FL_KEEP_SIZE, place - start, (off_t)size) != 0) return NULL;
    void *mapped = mmap(place, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, file, place - start);
    return mapped == MAP_FAILED ? NULL : mapped;
}

static void *in_own_memory(size_t size) {
    char *place = take(&next_in_memory, span, size);
    if (!place || mprotect(place, size, PROT_READ | PROT_WRITE) != 0) return NULL;
    atomic_fetch_add(&in_memory, size);
    return place;
}

// A block of zeros; NULL where it is to come from the C library.
static void *make(size_t wanted) {
    if (wanted > span / 2) return NULL;
    size_t size = (wanted + head + page - 1) & ~(size_t)(page - 1);
    char *place = atomic_load(&in_memory) + size > most ? in_a_file(size) : NULL;
    if (!place) place = in_own_memory(size);
    if (!place) return NULL;
    ((struct block *)place)->size = size;
    return place + head;
}

static void unmake(void *pointer) {
    struct block *block = block_of(pointer);
    size_t size = block->size, offset = (size_t)((char *)block - start);
    mmap(block, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED, -1, 0);
    if (offset < span) {
        fallocate(file, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, (off_t)offset, (off_t)size);
    } else {
        atomic_fetch_sub(&in_memory, size);
    }
}

static int is_large(size_t size) { return size >= large && atomic_load_explicit(&start, memory_order_acquire); }

void *malloc(size_t size) {
    void *pointer = is_large(size) ? make(size) : NULL;
    return pointer ? pointer : __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
    size_t all;
    void *pointer = !__builtin_mul_overflow(count, size, &all) && is_large(all) ? make(all) : NULL;
    return pointer ? pointer : __libc_calloc(count, size);
}

void *realloc(void *pointer, size_t size) {
    if (!pointer) return malloc(size);
    if (!is_ours(pointer)) return __libc_realloc(pointer, size);
    size_t room = block_of(pointer)->size - head;
    if (size <= room && size > room / 2) return pointer;
    void *other = malloc(size);
    if (!other) return NULL;
    memcpy(other, pointer, size < room ? size : room);
    unmake(pointer);
    return other;
}

void free(void *pointer) {
    if (is_ours(pointer)) unmake(pointer); else __libc_free(pointer);
}

size_t malloc_usable_size(void *pointer) {
    static _Atomic(size_t (*)(void *)) own;
    if (pointer && is_ours(pointer)) return block_of(pointer)->size - head;
    size_t (*known)(void *) = atomic_load_explicit(&own, memory_order_relaxed);
    if (!known) {
        *(void **)&known = dlsym(RTLD_NEXT, "malloc_usable_size");
        atomic_store_explicit(&own, known, memory_order_relaxed);
    }
    return known(pointer);
}

void spill_prepare(void) {
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
    mallopt(M_TRIM_THRESHOLD, 1 << 25);
}

int spill_begin(const char *folder, size_t allowed) {
    if (start) return 1;
    struct rlimit limit;
    if (getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY) return 0;
    int opened = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (opened < 0) return 0;
    struct statfs system;
    const long tmpfs = 0x01021994, ramfs = 0x858458f6;
    int is_disk = fstatfs(opened, &system) == 0 && system.f_type != tmpfs && system.f_type != ramfs;
    // Room can be taken and given back one block after the other.
    is_disk = is_disk && ftruncate(opened, (off_t)span) == 0 && fallocate(opened, FALLOC_FL_KEEP_SIZE, 0, page) == 0
        && fallocate(opened, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0, page) == 0;
    void *addresses = is_disk
        ? mmap(NULL, 2 * span, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0) : MAP_FAILED;
    if (addresses == MAP_FAILED) {
        close(opened);
        return 0;
    }
    file = opened;
    most = allowed;
    // What the C library gives back to the system must not depend on what it gave before.
    mallopt(M_MMAP_THRESHOLD, large);
    mallopt(M_TRIM_THRESHOLD, large);
    mallopt(M_ARENA_MAX, 1);
    atomic_store_explicit(&start, addresses, memory_order_release);
    return 1;
}

static int let_go_of(struct dl_phdr_info *object, size_t size, void *nothing) {
    (void)size, (void)nothing;
    for (int at = 0; at < object->dlpi_phnum; at++) {
        const ElfW(Phdr) *part = &object->dlpi_phdr[at];
        if (part->p_type != PT_LOAD || part->p_flags & PF_W) continue;
        uintptr_t first = (object->dlpi_addr + part->p_vaddr) & ~(uintptr_t)(page - 1);
        uintptr_t end = (object->dlpi_addr + part->p_vaddr + part->p_filesz) & ~(uintptr_t)(page - 1);
        if (end > first) madvise((void *)first, end - first, MADV_DONTNEED);
    }
    return 0;
}

void spill_let_go(void) {
    char *first = atomic_load_explicit(&start, memory_order_acquire);
    if (!first) return;
    size_t used = next_in_file < span ? next_in_file : span;
    if (used > 0) madvise(first, used, MADV_DONTNEED);
    dl_iterate_phdr(let_go_of, NULL);
}
#else
void spill_prepare(void) {}
int spill_begin(const char *folder, size_t allowed) {
    (void)folder, (void)allowed;
    return 0;
}
void spill_let_go(void) {}
#endif
