#include "base/zone.h"

#include "base/buf.h"
#include "base/mem.h"
#include "base/zone_rule.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	OFFSET_MOST = 26 * 3600, /* RFC 9636, 3.2: readers may rely on -25 h < offset < 26 h */
	FILE_MOST = 1 << 20,     /* the largest of the database has 4 KiB */
	NAME_MOST = 255,
	HEADER = 44,
};

struct zone {
	int first; /* the offset before the first change */
	size_t count;
	int64_t *when;         /* ascending */
	int *offset;           /* from when[i] on */
	struct zone_rule rule; /* after the last change, where known */
};

/* Reading a TZif file: a stretch of bytes that is only ever taken from in front. */
struct reader {
	const unsigned char *ptr;
	size_t left;
};

struct counts {
	size_t isut, isstd, leap, time, type, chars;
};

static bool
take(struct reader *r, size_t size, const unsigned char **bytes)
{
	if (size > r->left)
		return false;
	*bytes = r->ptr;
	r->ptr += size;
	r->left -= size;
	return true;
}

static uint32_t
big32(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static int64_t
big_time(const unsigned char *p, size_t width)
{
	if (width == 4)
		return (int32_t)big32(p);
	return (int64_t)((uint64_t)big32(p) << 32 | big32(p + 4));
}

static bool
read_header(struct reader *r, struct counts *counts, char *version)
{
	const unsigned char *p;

	if (!take(r, HEADER, &p) || memcmp(p, "TZif", 4) != 0)
		return false;
	*version = (char)p[4];
	*counts = (struct counts){ big32(p + 20), big32(p + 24), big32(p + 28),
		                   big32(p + 32), big32(p + 36), big32(p + 40) };
	/* What RFC 9636, 3.1 demands. Leap seconds ("right/…") would make every second here wrong. */
	return counts->type > 0 && counts->type <= 256 && counts->leap == 0 &&
	       counts->time <= FILE_MOST && counts->chars <= FILE_MOST &&
	       counts->isut <= counts->type && counts->isstd <= counts->type;
}

static size_t
data_size(const struct counts *n, size_t width)
{
	return n->time * (width + 1) + n->type * 6 + n->chars + n->isstd + n->isut;
}

/* The offset of local time type `i`, of six bytes each; false when it is out of range. */
static bool
type_offset(const unsigned char *types, size_t i, int *offset)
{
	int32_t seconds = (int32_t)big32(types + i * 6);

	*offset = seconds;
	return seconds > -OFFSET_MOST && seconds < OFFSET_MOST;
}

/* One data block: changes and the offsets that they bring. */
static bool
read_data(struct zone *zone, struct reader *r, const struct counts *n, size_t width)
{
	const unsigned char *times, *indices, *types, *rest;

	if (!take(r, n->time * width, &times) || !take(r, n->time, &indices) ||
	    !take(r, n->type * 6, &types) || !take(r, n->chars + n->isstd + n->isut, &rest))
		return false;
	if (!type_offset(types, 0, &zone->first))
		return false;
	zone->when = mem_alloc(size_mul(n->time, sizeof *zone->when));
	zone->offset = mem_alloc(size_mul(n->time, sizeof *zone->offset));
	zone->count = n->time;
	for (size_t i = 0; i < n->time; i++) {
		zone->when[i] = big_time(times + i * width, width);
		if (indices[i] >= n->type || !type_offset(types, indices[i], &zone->offset[i]) ||
		    (i > 0 && zone->when[i] <= zone->when[i - 1]))
			return false;
	}
	return true;
}

static bool
read_footer(struct zone *zone, struct reader *r)
{
	struct str rest = { (const char *)r->ptr, r->left };
	size_t end;

	if (!str_starts(rest, "\n"))
		return false;
	rest = str_sub(rest, 1, rest.len);
	end = str_find(rest, '\n');
	if (end == rest.len)
		return false;
	return end == 0 || zone_rule_parse(&zone->rule, str_sub(rest, 0, end));
}

static bool
read_tzif(struct zone *zone, struct str file)
{
	struct reader r = { (const unsigned char *)file.ptr, file.len };
	const unsigned char *skipped;
	struct counts counts;
	char version;

	if (!read_header(&r, &counts, &version))
		return false;
	if (version == '\0')
		return read_data(zone, &r, &counts, 4);
	if (!take(&r, data_size(&counts, 4), &skipped) || !read_header(&r, &counts, &version))
		return false;
	return read_data(zone, &r, &counts, 8) && read_footer(zone, &r);
}

/* Names of the database: "Europe/Brussels", "Etc/GMT+1"; nothing that leaves its folder. */
static bool
name_is_safe(struct str name)
{
	struct str part;

	if (name.len == 0 || name.len > NAME_MOST)
		return false;
	for (size_t i = 0; i < name.len; i++) {
		char c = name.ptr[i];

		if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9') &&
		    (c == '\0' || !strchr("_+-/", c)))
			return false;
	}
	while (str_split(&name, '/', &part))
		if (part.len == 0)
			return false;
	return true;
}

/* The whole of a regular file of moderate size. */
static bool
read_small_file(struct buf *out, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat st;
	bool done = false;

	if (fd < 0)
		return false;
	if (fstat(fd, &st) < 0 || !S_ISREG(st.st_mode) || st.st_size > FILE_MOST)
		goto out;
	buf_reserve(out, FILE_MOST);
	for (;;) {
		ssize_t got = read(fd, out->ptr + out->len, FILE_MOST - out->len);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0) {
			done = got == 0;
			break;
		}
		out->len += (size_t)got;
	}
out:
	close(fd);
	return done;
}

struct zone *
zone_new(struct str name, bool *missing)
{
	const char *folder = getenv("TZDIR");
	struct buf path = { 0 }, file = { 0 };
	struct zone *zone = NULL;
	struct stat st;

	if (!folder || folder[0] == '\0')
		folder = "/usr/share/zoneinfo";
	*missing = stat(folder, &st) < 0 || !S_ISDIR(st.st_mode);
	if (*missing || !name_is_safe(name))
		return NULL;
	buf_printf(&path, "%s/%.*s", folder, STR_ARG(name));
	if (read_small_file(&file, path.ptr)) {
		zone = mem_alloc(sizeof *zone);
		if (!read_tzif(zone, buf_str(&file))) {
			zone_free(zone);
			zone = NULL;
		}
	}
	buf_release(&path);
	buf_release(&file);
	return zone;
}

void
zone_free(struct zone *zone)
{
	if (!zone)
		return;
	free(zone->when);
	free(zone->offset);
	free(zone);
}

/* How many changes of the table are at or before `utc`. */
static size_t
changes_until(const struct zone *zone, int64_t utc)
{
	size_t low = 0, high = zone->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (zone->when[middle] <= utc)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

int
zone_offset(const struct zone *zone, int64_t utc)
{
	size_t n = changes_until(zone, utc);

	if (n == zone->count && zone->rule.known)
		return zone_rule_offset(&zone->rule, utc);
	return n == 0 ? zone->first : zone->offset[n - 1];
}

int64_t
zone_next_change(const struct zone *zone, int64_t utc)
{
	/* Changes of the abbreviation alone are in the table too. */
	for (size_t i = changes_until(zone, utc); i < zone->count; i++) {
		utc = zone->when[i];
		if (zone_offset(zone, utc) != (i > 0 ? zone->offset[i - 1] : zone->first))
			return utc;
	}
	return zone->rule.known ? zone_rule_next(&zone->rule, utc) : INT64_MAX;
}

int64_t
zone_to_utc(const struct zone *zone, int64_t local)
{
	/* From a moment that is surely before it, change by change: the first offset under which the
	 * local time is reached before the next change is the one; a time that a change jumps over
	 * is counted on by the clock that was not put forward. */
	int64_t from = local - OFFSET_MOST;
	int offset = zone_offset(zone, from);

	for (;;) {
		int64_t change = zone_next_change(zone, from);
		int after;

		if (local - offset < change)
			return local - offset;
		after = zone_offset(zone, change);
		if (local - after < change)
			return local - offset;
		from = change;
		offset = after;
	}
}
