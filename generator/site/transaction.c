#include "site/transaction.h"

#include "base/arena.h"
#include "base/beneath.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "site/marker.h"
#include "site/place.h"
#include "site/staging.h"
#include "site/tree.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct put {
	struct str path; /* NUL-terminated */
	size_t size;
	bool same; /* as in the site that is there: not staged */
	bool done;
};

struct transaction {
	struct place place;
	pthread_mutex_t mutex;  /* guards all below */
	struct staging staging; /* opened when something differs */
	struct arena *arena;
	struct put **puts;
	size_t len;
	bool failed; /* what is staged is incomplete */
};

static void
transaction_free(struct transaction *t)
{
	staging_release(&t->staging);
	place_release(&t->place);
	arena_free(t->arena);
	pthread_mutex_destroy(&t->mutex);
	free(t);
}

/* Where there is no site, the staging folder is the only lock; where it is left from a build that
 * was killed, it comes before the site, which may have to be put back from it. */
static int
begin(struct transaction *t, const char *site, struct diag *diag)
{
	if (place_find(&t->place, site, diag) != 0)
		return -1;
	if (staging_exists(&t->place) && staging_open(&t->staging, &t->place, diag) != 0)
		return -1;
	if (place_take(&t->place, diag) != 0)
		return -1;
	if (t->place.site < 0 && !t->staging.place)
		return staging_open(&t->staging, &t->place, diag);
	return 0;
}

int
transaction_begin(struct transaction **transaction, const char *site, struct diag *diag)
{
	struct transaction *t = mem_alloc(sizeof *t);

	t->arena = arena_new();
	pthread_mutex_init(&t->mutex, NULL);
	*transaction = t;
	if (begin(t, site, diag) == 0)
		return 0;
	transaction_free(t);
	*transaction = NULL;
	return -1;
}

void
transaction_abort(struct transaction *transaction)
{
	if (transaction)
		transaction_free(transaction);
}

/* Whether the file holds just these bytes; nothing is reported: a file that cannot be read is
 * another one. */
static bool
file_holds(int folder, const char *path, struct str bytes)
{
	char chunk[64 * 1024];
	struct stat st;
	int fd = beneath_open(folder, path, O_RDONLY);
	bool same = fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
	            (uintmax_t)st.st_size == bytes.len;

	while (same && bytes.len > 0) {
		ssize_t n = read(fd, chunk, sizeof chunk);

		if (n < 0 && errno == EINTR)
			continue;
		same = n > 0 && (size_t)n <= bytes.len && memcmp(chunk, bytes.ptr, (size_t)n) == 0;
		if (same)
			bytes = str_sub(bytes, (size_t)n, bytes.len);
	}
	if (fd >= 0)
		close(fd);
	return same;
}

/* The same, by the hash of the bytes. */
static bool
file_hashes(int folder, const char *path, size_t size, struct hash hash)
{
	struct buf bytes = { .max = size };
	int fd = beneath_open(folder, path, O_RDONLY);
	struct stat st;
	bool same = fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
	            (uintmax_t)st.st_size == size && file_read_fd(&bytes, fd) == 0 && !bytes.full &&
	            bytes.len == size && hash_eq(hash_of(buf_str(&bytes)), hash);

	buf_release(&bytes);
	if (fd >= 0)
		close(fd);
	return same;
}

static void
report_path(const struct transaction *t, const char *path, struct diag *diag)
{
	struct buf whole = { 0 };
	int why = errno;

	buf_printf(&whole, "%s/%s", t->place.path, path);
	errno = why;
	diag_errno(diag, whole.ptr, _("cannot write"));
	buf_release(&whole);
}

static int
check_path(struct str path, struct diag *diag)
{
	if (beneath_is_normal(path) && !str_is(path, MARKER_NAME))
		return 0;
	diag_environment(diag, _("\"%.*s\" is not a path in a site"), STR_ARG(path));
	return -1;
}

static struct put *
add_put(struct transaction *t, struct str path, size_t size)
{
	struct put *put;

	pthread_mutex_lock(&t->mutex);
	put = arena_alloc(t->arena, sizeof *put);
	put->path = arena_str(t->arena, path);
	put->size = size;
	t->puts = arena_push(t->arena, t->puts, &t->len, sizeof *t->puts);
	t->puts[t->len - 1] = put;
	pthread_mutex_unlock(&t->mutex);
	return put;
}

/* The staging folder is made when the first file differs: until then, nothing is written. */
static int
need_staging(struct transaction *t, struct diag *diag)
{
	int rc = 0;

	pthread_mutex_lock(&t->mutex);
	if (t->failed)
		rc = -1; /* reported by whom it happened to first */
	else if (!t->staging.place)
		rc = staging_open(&t->staging, &t->place, diag);
	if (rc != 0)
		t->failed = true;
	pthread_mutex_unlock(&t->mutex);
	return rc;
}

int
transaction_put(struct transaction *transaction, struct str path, struct str bytes,
                struct diag *diag)
{
	struct transaction *t = transaction;
	struct put *put;

	if (check_path(path, diag) != 0)
		return -1;
	put = add_put(t, path, bytes.len);
	put->same = t->place.site >= 0 && file_holds(t->place.site, put->path.ptr, bytes);
	if (!put->same) {
		if (need_staging(t, diag) != 0)
			return -1;
		if (staging_write(&t->staging, put->path.ptr, bytes) != 0) {
			report_path(t, put->path.ptr, diag);
			return -1;
		}
	}
	put->done = true;
	return 0;
}

bool
transaction_keep(struct transaction *transaction, struct str path, size_t size, struct hash hash)
{
	struct transaction *t = transaction;
	const char *name;
	struct put *put;

	if (t->place.site < 0 || !beneath_is_normal(path) || str_is(path, MARKER_NAME))
		return false;
	pthread_mutex_lock(&t->mutex);
	name = arena_cstr(t->arena, path);
	pthread_mutex_unlock(&t->mutex);
	if (!file_hashes(t->place.site, name, size, hash))
		return false;
	put = add_put(t, path, size);
	put->same = put->done = true;
	return true;
}

static int
by_path(const void *a, const void *b)
{
	return str_cmp((*(struct put *const *)a)->path, (*(struct put *const *)b)->path);
}

/* Sorts and counts what was put. A file that was not put whole, or twice, is no site. */
static int
count_puts(struct transaction *t, struct transaction_result *result, struct diag *diag)
{
	if (t->len > 0)
		qsort(t->puts, t->len, sizeof *t->puts, by_path);
	for (size_t i = 0; i < t->len; i++) {
		const struct put *put = t->puts[i];

		if (!put->done)
			return -1; /* reported when it happened */
		if (i > 0 && str_eq(put->path, t->puts[i - 1]->path)) {
			diag_environment(diag, _("%s/%s: two pages would have this address"),
			                 t->place.path, put->path.ptr);
			return -1;
		}
		result->files++;
		result->written += !put->same;
		result->bytes += put->size;
	}
	return 0;
}

/* Counts the files of the old site that the new one does not have. */
static int
count_removed(struct transaction *t, struct transaction_result *result, struct diag *diag)
{
	struct tree old;
	size_t at = 0;

	if (t->place.site < 0)
		return 0;
	if (tree_list(&old, t->arena, t->place.site) != 0) {
		diag_errno(diag, t->place.path, _("cannot read"));
		return -1;
	}
	for (size_t i = 0; i < old.len; i++) {
		while (at < t->len && str_cmp(t->puts[at]->path, old.paths[i]) < 0)
			at++;
		if (at < t->len && str_eq(t->puts[at]->path, old.paths[i]))
			continue;
		result->removed += !str_is(old.paths[i], MARKER_NAME);
	}
	return 0;
}

static int
stage_rest(const struct transaction *t, struct str marker, struct diag *diag)
{
	for (size_t i = 0; i < t->len; i++) {
		const struct put *put = t->puts[i];

		if (put->same && staging_keep(&t->staging, put->path.ptr) != 0) {
			report_path(t, put->path.ptr, diag);
			return -1;
		}
	}
	if (staging_write(&t->staging, MARKER_NAME, marker) == 0)
		return 0;
	report_path(t, MARKER_NAME, diag);
	return -1;
}

static int
check_still_there(const struct transaction *t, struct diag *diag)
{
	if (place_holds(&t->place))
		return 0;
	diag_environment(diag, _("%s was made or replaced by another program during this build"),
	                 t->place.path);
	diag_hint(diag, _("build again, one build at a time"));
	return -1;
}

static int
exchange(const struct transaction *t, struct str marker, struct diag *diag)
{
	if (stage_rest(t, marker, diag) != 0 || check_still_there(t, diag) != 0)
		return -1;
	if (staging_exchange(&t->staging) == 0)
		return 0;
	diag_errno(diag, t->place.path, _("cannot put the new site in place"));
	return -1;
}

static int
commit(struct transaction *t, struct str marker, struct transaction_result *result,
       struct diag *diag)
{
	if (count_puts(t, result, diag) != 0 || count_removed(t, result, diag) != 0)
		return -1;
	if (t->place.site >= 0 && result->written == 0 && result->removed == 0) {
		if (check_still_there(t, diag) != 0)
			return -1;
		if (file_holds(t->place.site, MARKER_NAME, marker))
			return 0;
		/* The pages are the same, and so the marker alone is put in place. */
		if (need_staging(t, diag) != 0)
			return -1;
		if (staging_replace_marker(&t->staging, marker) == 0)
			return 0;
		report_path(t, MARKER_NAME, diag);
		return -1;
	}
	return need_staging(t, diag) == 0 ? exchange(t, marker, diag) : -1;
}

int
transaction_commit(struct transaction *transaction, struct str marker,
                   struct transaction_result *result, struct diag *diag)
{
	int rc;

	*result = (struct transaction_result){ 0 };
	rc = commit(transaction, marker, result, diag);
	transaction_free(transaction);
	return rc;
}
