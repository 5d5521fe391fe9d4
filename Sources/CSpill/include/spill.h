// Large blocks of memory that lie in a file, for runs that may use little memory.
//
// The program's `malloc` is replaced by one that does the same as the C library's, until ``spill_begin``. From then on blocks of 128 KiB
// and more count, and once those in memory come to what is allowed, further ones are parts of a file that is mapped into memory: the
// system writes to it what nobody looks at, and reads it again where somebody does. So tables of rows need no other code where they are
// larger than memory. The file has no name; it goes with the process, however that ends.
#pragma once
#include <stddef.h>

// Has the C library give blocks of a MiB and more back to the system as soon as they are freed: tables come and go, and each thread would
// keep room for its own. To be called before the first of them.
void spill_prepare(void);

// Has further large blocks lie in a file of a folder once those in memory come to so many bytes. Does nothing a second time.
// Gives 1 where that is so now; 0 where the folder cannot hold such a file, or is itself in memory.
int spill_begin(const char *folder, size_t allowed);

// Takes out of the process's memory the pages that are in files anyway: those of large blocks, and of the program itself. What is needed
// comes back when it is looked at.
void spill_let_go(void);
