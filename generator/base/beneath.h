#ifndef BASE_BENEATH_H
#define BASE_BENEATH_H
/*
 * beneath: opens what lies beneath a folder and nowhere else.
 *
 * No symbolic link is followed on the way, in the last part or before it, and no ".." is taken; a
 * FIFO or a device is never waited for. (The folder itself is the caller's: it may have been
 * reached through a link.)
 *
 * Format  paths relative to the folder, parts separated by '/'.
 * Errors  -1 with errno: ELOOP or ENOTDIR where a link lies in the way, EXDEV for a path that is
 *         not normal, others as open(2).
 */
#include "base/str.h"

/* Whether `path` is relative and has no empty, "." or ".." part and no NUL. */
bool beneath_is_normal(struct str path);

/* As openat(2) with `flags`, O_CLOEXEC always added. Files may be opened, not made. */
int beneath_open(int folder, const char *path, int flags);

/* The same, part by part: what beneath_open does where the kernel has no openat2(2) (before Linux
 * 5.6, and in containers that forbid what they do not know). */
int beneath_walk(int folder, const char *path, int flags);
#endif
