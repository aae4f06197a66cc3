#ifndef SOURCE_FOLDER_H
#define SOURCE_FOLDER_H
/*
 * folder: content in a plain folder, as it lies there now.
 *
 * Links    the folder itself may be reached through one; beneath it, none is followed.
 * Others   FIFOs, sockets and devices are listed, and never waited for.
 * Nested   a folder that has a .git of its own is a submodule: listed, not entered.
 */
#include "source/source.h"

struct folder;
struct listing;

enum source_result folder_open(struct folder **folder, const char *path, struct diag *diag);
void folder_free(struct folder *folder); /* NULL does nothing */
/* Whether it looks like git's own folder (a bare repository, or a .git) rather than content. */
bool folder_is_git(const struct folder *folder);
/* Adds all entries to the listing, in no order. */
int folder_list(const struct folder *folder, struct listing *listing);
/* As source_read; 1 when there is no such file, nothing reported. */
int folder_read(const struct folder *folder, const char *path, struct buf *out, struct diag *diag);
/* As source_replace. */
int folder_replace(const struct folder *folder, const char *path, struct str was, struct str text,
                   struct diag *diag);
/* As source_create. */
int
folder_create(const struct folder *folder, const char *path, struct str text, struct diag *diag);
#endif
