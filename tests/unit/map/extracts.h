#ifndef TESTS_UNIT_MAP_EXTRACTS_H
#define TESTS_UNIT_MAP_EXTRACTS_H
/* extracts: extracts read from texts in a test, and from the real ones in ../shared/data/osm. */
#include "../check.h"

#include "../card/reports.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "map/extract.h"

enum { EXTRACTS_MOST = 256 * 1024 * 1024 };

struct reading {
	struct arena *arena;
	struct diag *diag;
	struct extract extract;
};

static inline int
reading_set_up(void **state)
{
	struct reading *r = calloc(1, sizeof *r);

	r->arena = arena_new();
	r->diag = diag_new();
	*state = r;
	return 0;
}

static inline int
reading_tear_down(void **state)
{
	struct reading *r = *state;

	extract_free(&r->extract);
	diag_free(r->diag);
	arena_free(r->arena);
	free(r);
	return 0;
}

/* Forgets what was read before. */
static inline int
read_bytes(struct reading *r, struct str bytes, uint64_t most)
{
	extract_free(&r->extract);
	diag_free(r->diag);
	r->diag = diag_new();
	return extract_read(&r->extract, bytes, "map/quartier.osm", most, r->diag);
}

static inline int
read_text(struct reading *r, const char *text)
{
	return read_bytes(r, str(text), EXTRACTS_MOST);
}

/* The text must be read, and nothing be said of it. */
static inline const struct extract *
read_well(struct reading *r, const char *text)
{
	char *said;

	assert_int_equal(read_text(r, text), 0);
	said = reports(r->diag);
	assert_string_equal(said, "");
	free(said);
	return &r->extract;
}

static inline void
assert_said(struct reading *r, const char *part)
{
	char *said = reports(r->diag);

	if (!strstr(said, part))
		fail_msg("\"%s\" is not in:\n%s", part, said);
	free(said);
}

/* Skips the test where the real ones are not. To be released. */
static inline struct buf
real_extract(const char *name)
{
	const char *folder = getenv("QUARTIER_SHARED_DATA");
	struct buf bytes = { 0 };
	char path[512], part[65536];
	size_t len;
	FILE *file;

	snprintf(path, sizeof path, "%s/osm/%s", folder ? folder : "../shared/data", name);
	file = fopen(path, "rb");
	if (!file) {
		print_message("skipped: %s is not there\n", path);
		skip();
	}
	while ((len = fread(part, 1, sizeof part, file)) > 0)
		buf_add(&bytes, (struct str){ part, len });
	fclose(file);
	return bytes;
}
#endif
