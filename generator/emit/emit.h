#ifndef EMIT_EMIT_H
#define EMIT_EMIT_H
/*
 * emit: every file of a site from a guide and a theme; one .c per kind of output.
 */
#include "base/str.h"

struct diag;
struct guide;
struct output;
struct theme;
struct buf;

struct emit_options {
	struct str base_url; /* --base-url or quartier.yml's url, ends in / */
	unsigned jobs;
	void (*progress)(void *context, size_t done, size_t all); /* may be NULL; any thread */
	void *progress_context;
};

struct emit_counts {
	size_t pages, files; /* files counts pages too */
};

int
emit_site(const struct guide *guide, const struct theme *theme, const struct emit_options *options,
          const struct output *output, struct emit_counts *counts, struct diag *diag);
/* The JSON that the template of the page at `url_path` ("/merchants/dumont/") receives. 1: no such page;
 * the nearest ones are in the hint. */
int emit_context(const struct guide *guide, const struct theme *theme,
                 const struct emit_options *options, struct str url_path, struct buf *out,
                 struct diag *diag);
#endif
