/*
 * history: what the program knows of the past of each file of a content folder, for the tests to hold
 * beside git's own words:
 *
 *     history CONTENT [CACHE]      "PATH CREATED CHANGED CHANGES" a line; - where nothing is known
 */
#include "source/history.h"
#include "base/cache.h"
#include "base/diag.h"
#include "source/source.h"

#include <inttypes.h>

static void
print_time(int64_t utc)
{
	if (utc == HISTORY_UNKNOWN)
		fputs(" -", stdout);
	else
		printf(" %" PRId64, utc);
}

static void
print(const struct history *history, const struct source *source)
{
	size_t len;
	const struct source_entry *entries = source_entries(source, &len);

	for (size_t i = 0; i < len; i++) {
		const struct history_file *file = history_find(history, entries[i].path);

		fputs(entries[i].path.ptr, stdout);
		print_time(file ? file->created : HISTORY_UNKNOWN);
		print_time(file ? file->changed : HISTORY_UNKNOWN);
		printf(" %" PRIu32 "\n", file ? file->changes : 0);
	}
}

int
main(int argc, char **argv)
{
	struct source_options options = { .path = argc > 1 ? argv[1] : "." };
	struct diag *diag = diag_new();
	struct cache *cache = cache_new(argc > 2 ? argv[2] : NULL);
	struct source *source = NULL;
	struct history *history;
	bool open = source_open(&source, &options, diag) == SOURCE_OK &&
	            source_list(source, 0, diag) == 0;

	if (open) {
		history = history_new(source, cache, diag);
		print(history, source);
		history_free(history);
	}
	diag_print(diag, stderr, DIAG_TEXT, false);
	diag_free(diag);
	source_free(source);
	cache_free(cache);
	return open ? 0 : 1;
}
