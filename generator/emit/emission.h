#ifndef EMIT_EMISSION_H
#define EMIT_EMISSION_H
/*
 * emission: a site that is ready to be written, file by file: all of them by emit_site, or one when somebody asks for
 * it, as the preview does.
 *
 * Files    those of emit_site but offline.json, which tells of the bytes of all others.
 * Memory   guide and theme are borrowed, and must outlive it.
 * Threads  once it is made (and indexed), any number of them may write at once.
 */
#include "base/hash.h"
#include "base/str.h"

#include <stddef.h>

struct arena;
struct buf;
struct diag;
struct emission;
struct emit_options;
struct guide;
struct run;
struct theme;

/* Whoever takes the files that many threads write: its number, its bytes until it returns. -1: reported; what follows
 * would be in vain. */
struct emission_taker {
	int (*take)(void *context, size_t file, struct str bytes, struct diag *diag);
	void *context;
};

/* NULL: reported. */
struct emission *emission_new(const struct guide *guide, const struct theme *theme,
                              const struct emit_options *options, struct diag *diag);
void emission_free(struct emission *emission); /* NULL does nothing */

const struct run *emission_run(const struct emission *emission);
size_t emission_pages(const struct emission *emission);
size_t emission_files(const struct emission *emission); /* counts pages too, which come first */
struct str emission_path(const struct emission *emission, size_t file);
/* Writes the first `files` of them on `jobs` threads (0: one), in any order. -1: one of them failed, which is reported; the
 * others were written, unless nobody takes them any more. */
int emission_write_first(const struct emission *emission, size_t files, unsigned jobs,
                         const struct emission_taker *taker, struct diag *diag);

/* Once, before the two below. */
void emission_index(struct emission *emission);
bool emission_has(const struct emission *emission, struct str path);
/* Appends the file at `path`. 1: there is none of that name; -1: reported. */
int emission_write(const struct emission *emission, struct str path, struct buf *out,
                   struct diag *diag);
#endif
