// Calls of the operating system that the C library hides from Swift behind _GNU_SOURCE.
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#ifdef __linux__
#include <malloc.h>
#include <sys/syscall.h>
// Two folders change places in one step.
static inline int exchange_paths(const char *one, const char *other) {
    return (int)syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, 2u /* RENAME_EXCHANGE */);
}
// Waits until all that was written to the file system of an open file is on its disk.
static inline int sync_file_system(int descriptor) { return (int)syscall(SYS_syncfs, descriptor); }
// A pipe that programs started by another thread do not get.
static inline int pipe_of_own(int ends[2]) { return (int)syscall(SYS_pipe2, ends, O_CLOEXEC); }
#else
static inline int exchange_paths(const char *one, const char *other) {
    (void)one, (void)other;
    errno = ENOSYS;
    return -1;
}
static inline int sync_file_system(int descriptor) { return fsync(descriptor); }
static inline int pipe_of_own(int ends[2]) {
    if (pipe(ends) != 0) return -1;
    return fcntl(ends[0], F_SETFD, FD_CLOEXEC) | fcntl(ends[1], F_SETFD, FD_CLOEXEC);
}
#endif

// The bytes of the process that are in memory; 0 where that cannot be told.
//
// With `own` those alone that are in no file: the system can have the others back at any time.
static inline size_t resident_bytes(int own) {
    char text[64];
    int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    ssize_t count = read(file, text, sizeof text - 1);
    close(file);
    if (count <= 0) return 0;
    text[count] = 0;
    char *second = strchr(text, ' ');
    if (!second) return 0;
    char *third = NULL;
    size_t pages = strtoull(second, &third, 10), shared = own && third ? strtoull(third, NULL, 10) : 0;
    return (pages > shared ? pages - shared : 0) * (size_t)sysconf(_SC_PAGESIZE);
}

// Gives what was freed back to the system.
static inline void give_back_memory(void) {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

// What is said, and the limit in pages, where memory runs out. A handler of signals may make nothing, which only C can promise.
struct out_of_memory {
    const char *words;
    size_t length, pages;
};
static inline struct out_of_memory *out_of_memory(void) {
    static struct out_of_memory kept;
    return &kept;
}

// Whether the process has more than two thirds of the memory that it may have.
static inline int is_near_limit(void) {
    char text[32];
    int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    if (file < 0) return 1;
    ssize_t count = read(file, text, sizeof text);
    close(file);
    size_t pages = 0;
    for (ssize_t at = 0; at < count && text[at] >= '0' && text[at] <= '9'; at++) pages = pages * 10 + (size_t)(text[at] - '0');
    return pages > out_of_memory()->pages / 3 * 2;
}

static inline void crashed(int number) {
    if (is_near_limit()) {
        ssize_t written = write(STDERR_FILENO, out_of_memory()->words, out_of_memory()->length);
        (void)written;
        _exit(71);
    }
    // Back to the crash, which now ends the process.
    signal(number, SIG_DFL);
}

// The least memory that the limits of the process leave it, in bytes; 0 where there is none.
static inline size_t memory_limit(void) {
    size_t least = 0;
    int kinds[] = {RLIMIT_AS, RLIMIT_DATA};
    for (int at = 0; at < 2; at++) {
        struct rlimit limit;
        if (getrlimit(kinds[at], &limit) == 0 && limit.rlim_cur != RLIM_INFINITY && (least == 0 || limit.rlim_cur < least))
            least = limit.rlim_cur;
    }
    return least;
}

// Ends the process with 71 and words where it crashes close to its limit of memory; another crash is as it was.
static inline void watch_out_of_memory(const char *words) {
    if (memory_limit() == 0) return;
    out_of_memory()->words = strdup(words);
    out_of_memory()->length = strlen(words);
    out_of_memory()->pages = memory_limit() / (size_t)sysconf(_SC_PAGESIZE);
    int numbers[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT};
    for (int at = 0; at < 5; at++) {
        struct sigaction action;
        memset(&action, 0, sizeof action);
        action.sa_handler = crashed;
        action.sa_flags = SA_ONSTACK;
        sigaction(numbers[at], &action, NULL);
    }
}
