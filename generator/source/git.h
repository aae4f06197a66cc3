#ifndef SOURCE_GIT_H
#define SOURCE_GIT_H
/*
 * git: content in a commit, read from the object database.
 *
 * Nothing is checked out; no index, filter or hook takes part; and the repository's configuration
 * is not even read, because whoever made the repository wrote it (one exception: the revision
 * "@{upstream}", which is defined there). Only trees and blobs are looked at.
 *
 * Library  libgit2 1.5 or later; its types stay in the .c. Names here begin with git_content_,
 *          since git_ is the library's.
 * Threads  git_content_read may be called by several at once.
 */
#include "source/source.h"

struct git_content;
struct listing;

/* `path` is an existing folder: a work tree or a folder in one, a bare repository, a .git. `rev`
 * NULL: HEAD. */
enum source_result git_content_open(struct git_content **content, const char *path, const char *rev,
                                    struct diag *diag);
void git_content_free(struct git_content *content); /* NULL does nothing */
bool git_content_is_bare(const struct git_content *content);
/* As source_git_folders and source_state have them. */
void git_content_folders(const struct git_content *content, const char **own, const char **shared);
struct str git_content_state(const struct git_content *content, struct arena *arena);
/* Adds all entries to the listing, in no order. */
int git_content_list(const struct git_content *content, struct listing *listing);
/* Reads the blob named by a listed entry. */
int git_content_read(const struct git_content *content, const struct source_entry *entry,
                     struct buf *out, struct diag *diag);
/* 1 when there is no such file: nothing reported. */
int git_content_read_path(const struct git_content *content, const char *path, struct buf *out,
                          struct diag *diag);
#endif
