#ifndef SOURCE_GIT_COMPARE_H
#define SOURCE_GIT_COMPARE_H
/*
 * git_compare: what lies between two commits, and between a commit and files on disk.
 */
#include "source/git.h"

enum { GIT_NAME = 40 }; /* characters of an object's id */

/* The commit that is read, NUL-terminated; empty where the revision names none but a folder. */
void git_content_commit(const struct git_content *content, char name[GIT_NAME + 1]);
/* The commit from which both of one repository came, as "a...b" means it. 1: there is none that is known here.
 * -1: reported. */
int git_content_base(const struct git_content *a, const struct git_content *b,
                     char name[GIT_NAME + 1], struct diag *diag);
/* The identity (source_entry) that a file of these bytes has in a commit; empty: it cannot be told. */
void git_blob_name(struct str bytes, char name[GIT_NAME + 1]);
#endif
