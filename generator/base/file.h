#ifndef BASE_FILE_H
#define BASE_FILE_H
/*
 * file: whole files, in and out.
 *
 * Errors  go to diag as failures of the environment, unless said otherwise.
 */
#include "base/str.h"

#include <sys/types.h>

struct buf;
struct diag;
struct stat;

/* Appends all of `path` to `out`; -1, reported, when it cannot be read or does not fit out->max
 * (then out->full). */
int file_read(struct buf *out, const char *path, struct diag *diag);
/* Appends what is left of `fd`. -1 with errno; a full buffer is 0 and out->full. */
int file_read_fd(struct buf *out, int fd);
/* All of `data`, through short writes and signals. -1 with errno. */
int file_write_all(int fd, struct str data);
/* Puts `data` in place of whatever regular file is at `path`, in one step; what is no regular file
 * (a pipe, a device) is written to and never replaced. "-" and /dev/stdout are standard output. */
int file_replace(const char *path, struct str data, struct diag *diag);
/* Puts `data` in place of the regular file `name` of an open folder, in one step and following no link; mode
 * and, where that is allowed, owner stay. 1, and nothing is done, when it is no longer the file that
 * `seen` describes; -1 with errno. */
int file_replace_at(int folder, const char *name, const struct stat *seen, struct str data);
/* Makes the file `name` in an open folder, in one step. 1, and nothing is done, when something of that name is
 * there; -1 with errno. */
int file_create_at(int folder, const char *name, struct str data);
/* Makes the folder and those above it, as far as they are missing. -1 with errno. */
int file_make_folders(const char *path, mode_t mode);
/* Takes away a folder and all in it, following no link. -1 with errno of the first failure. */
int file_remove_tree(int parent, const char *name);
#endif
