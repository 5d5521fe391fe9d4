// Calls of the operating system that the C library hides from Swift behind _GNU_SOURCE.
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>
#ifdef __linux__
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
