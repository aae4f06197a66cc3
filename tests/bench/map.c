/*
 * map: how long an extract takes to become a map, and how much memory, beside expat alone on the same bytes.
 *
 *   map STYLE EXTRACT…
 *
 * One core; the shortest of some runs. Memory is the peak of a process of its own that does all of it, beyond what it
 * had when it began: the extract's text.
 */
#include "map/map.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/cache.h"
#include "base/diag.h"
#include "base/file.h"
#include "map/draw.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <zlib.h>

enum { RUNS = 5, STEPS_MOST = 40 };

static const uint64_t most = UINT64_C(4) << 30;

struct bench {
	struct str style, bytes; /* files as they are */
	const char *style_file, *file;
	struct str xml;
	struct diag *diag;
	struct step {
		char name[40];
		double seconds;
	} steps[STEPS_MOST];
	size_t len, next; /* steps known; the next of this run */
	size_t files, raw, packed;
	size_t picture, picture_packed;
};

static double
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* What passed since `*from`, into the row of that name; the shortest counts. */
static void
note(struct bench *b, const char *name, double *from)
{
	double now = seconds(), took = now - *from;
	struct step *step = &b->steps[b->next++];

	if (b->next > b->len) {
		b->len = b->next;
		snprintf(step->name, sizeof step->name, "%s", name);
		step->seconds = took;
	} else if (took < step->seconds) {
		step->seconds = took;
	}
	*from = seconds();
}

/* --- expat alone -------------------------------------------------------------------------------- */

static void
on_start(void *context, const XML_Char *name, const XML_Char **attributes)
{
	(void)context;
	(void)name;
	(void)attributes;
}

static void
on_end(void *context, const XML_Char *name)
{
	(void)context;
	(void)name;
}

static void
run_expat(struct bench *b)
{
	double from = seconds();
	XML_Parser parser = XML_ParserCreate(NULL);

	XML_SetElementHandler(parser, on_start, on_end);
	for (size_t at = 0; at < b->xml.len; at += 1 << 16)
		XML_Parse(parser, b->xml.ptr + at,
		          (int)(b->xml.len - at < 1 << 16 ? b->xml.len - at : 1 << 16),
		          at + (1 << 16) >= b->xml.len);
	XML_ParserFree(parser);
	note(b, "expat alone", &from);
}

/* --- the map, step by step ---------------------------------------------------------------------- */

static void
run_labels(struct bench *b, const struct map *map, double *from)
{
	for (size_t i = 0; i < map->atlas.zooms_len; i++) {
		const struct atlas_zoom *z = &map->atlas.zooms[i];
		struct arena *arena = arena_new();
		struct labels labels;
		char name[40];

		labels_place(&labels, arena, &map->scene, z->zoom + 1, LANG_FR, map->atlas.area,
		             NULL, 0);
		snprintf(name, sizeof name, "  names, zoom %d: %zu", z->zoom + 1, labels.len);
		arena_free(arena);
		note(b, name, from);
	}
}

static void
run_picture(struct bench *b, const struct map *map, double *from)
{
	const struct atlas *atlas = &map->atlas;
	double pixels = mercator_pixels(atlas->picture_zoom);
	struct arena *arena = arena_new();
	struct labels labels;
	struct buf out = { 0 };
	struct draw_options options = {
		.zoom = atlas->picture_zoom,
		.x = atlas->shown.x0 * pixels,
		.y = atlas->shown.y0 * pixels,
		.width = atlas->picture_width,
		.height = atlas->picture_height,
		.labels = &labels,
	};

	labels_place(&labels, arena, &map->scene, atlas->picture_zoom, LANG_FR, atlas->shown, NULL,
	             0);
	draw_map(&out, arena, &map->scene, &options);
	buf_release(&out);
	arena_free(arena);
	note(b, "  picture of the whole", from);
}

static size_t
packed_size(struct str bytes)
{
	z_stream z = { 0 };
	size_t size;
	Bytef *room;

	deflateInit2(&z, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
	size = deflateBound(&z, bytes.len);
	room = malloc(size);
	z.next_in = (Bytef *)bytes.ptr;
	z.avail_in = (uInt)bytes.len;
	z.next_out = room;
	z.avail_out = (uInt)size;
	deflate(&z, Z_FINISH);
	size = z.total_out;
	deflateEnd(&z);
	free(room);
	return size;
}

static int
drop(void *context, struct str path, struct str bytes, struct diag *diag)
{
	(void)context;
	(void)path;
	(void)bytes;
	(void)diag;
	return 0;
}

static int
weigh(void *context, struct str path, struct str bytes, struct diag *diag)
{
	struct bench *b = context;
	size_t packed = packed_size(bytes);

	(void)diag;
	b->files++;
	b->raw += bytes.len;
	b->packed += packed;
	if (str_starts(path, "atlas/plan-")) {
		b->picture = bytes.len;
		b->picture_packed = packed;
	}
	return 0;
}

static void
make_atlas(struct bench *b, const struct map *map,
           int (*put)(void *, struct str, struct str, struct diag *))
{
	struct atlas_sink sink = { .put = put, .context = b };
	struct cache *cache = cache_new(NULL);

	atlas_make(&map->atlas, cache, 1, &sink, b->diag);
	cache_free(cache);
}

static bool
run_map(struct bench *b)
{
	static const enum lang languages[] = { LANG_FR };
	struct map map = { .arena = arena_new() };
	double from = seconds();
	bool drawn = false;

	if (extract_read(&map.extract, b->bytes, b->file, most, b->diag) == 0) {
		note(b, "extract_read", &from);
		map.addresses = addresses_new(&map.extract, STR("BE"));
		note(b, "addresses_new", &from);
		map.paths = paths_new(&map.extract);
		note(b, "paths_new", &from);
		drawn = map_dress(&map, b->style, b->style_file, box_none(), languages, 1,
		                  b->diag) == 0 &&
		        map.drawn;
		note(b, "style, scene, plan", &from);
	}
	if (drawn) {
		make_atlas(b, &map, drop);
		note(b, "names and drawings, all", &from);
		run_labels(b, &map, &from);
		run_picture(b, &map, &from);
	}
	paths_free(map.paths);
	addresses_free(map.addresses);
	extract_free(&map.extract);
	arena_free(map.arena);
	return drawn;
}

/* --- memory and weight -------------------------------------------------------------------------- */

static size_t
peak(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return (size_t)usage.ru_maxrss * 1024;
}

/* In a process of its own, or the peak would be that of what came before. */
static void
weigh_map(struct bench *b)
{
	static const enum lang languages[] = { LANG_FR };
	pid_t child = fork();
	size_t before = peak();
	struct map *map;

	if (child != 0) {
		waitpid(child, NULL, 0);
		return;
	}
	map = map_new(b->bytes, str(b->file), most, STR("BE"), b->diag);
	if (map &&
	    map_dress(map, b->style, b->style_file, box_none(), languages, 1, b->diag) == 0 &&
	    map->drawn) {
		make_atlas(b, map, drop);
		printf("  %-28s %8.1f bytes per byte of XML, beside the text itself\n",
		       "peak of memory", (double)(peak() - before) / (double)b->xml.len);
		make_atlas(b, map, weigh);
		printf("  %-28s %8zu files, %.0f KB, %.0f KB packed\n", "tiles", b->files,
		       (double)b->raw / 1024, (double)b->packed / 1024);
		printf("  %-28s %8.1f KB, %.1f KB packed\n", "picture", (double)b->picture / 1024,
		       (double)b->picture_packed / 1024);
	}
	fflush(stdout);
	_exit(0);
}

/* --- the figures -------------------------------------------------------------------------------- */

/* Plain or gzipped. */
static void
unpack(const char *path, struct buf *out)
{
	gzFile file = gzopen(path, "rb");
	char piece[1 << 16];
	int got;

	while (file && (got = gzread(file, piece, sizeof piece)) > 0)
		buf_add(out, (struct str){ piece, (size_t)got });
	if (file)
		gzclose(file);
}

static void
print(const struct bench *b)
{
	double expat = 0, all = 0, mega = (double)b->xml.len / 1e6;

	for (size_t i = 0; i < b->len; i++) {
		const struct step *step = &b->steps[i];

		printf("  %-28s %8.1f ms\n", step->name, step->seconds * 1e3);
		if (i == 0)
			expat = step->seconds;
		else if (step->name[0] != ' ')
			all += step->seconds;
	}
	printf("  %-28s %8.1f ms; beyond expat %.3f s per 10 MB of XML\n", "together", all * 1e3,
	       (all - expat) / mega * 10);
}

static void
measure(struct str style, const char *style_file, const char *path)
{
	struct bench b = { .style = style, .style_file = style_file, .file = path };
	struct buf bytes = { 0 }, xml = { 0 };

	b.diag = diag_new();
	unpack(path, &xml);
	if (file_read(&bytes, path, b.diag) == 0 && xml.len > 0) {
		b.bytes = buf_str(&bytes);
		b.xml = buf_str(&xml);
		printf("\n%s: %.1f MB of XML\n", path, (double)xml.len / 1e6);
		fflush(stdout);
		weigh_map(&b);
		for (int i = 0; i < RUNS; i++) {
			b.next = 0;
			run_expat(&b);
			run_map(&b);
		}
		print(&b);
	}
	if (diag_count(b.diag, DIAG_ERROR) > 0)
		diag_print(b.diag, stderr, DIAG_TEXT, false);
	diag_free(b.diag);
	buf_release(&bytes);
	buf_release(&xml);
}

/* What one extract leaves in the heap must not be taken for the next one's. */
static void
measure_apart(struct str style, const char *style_file, const char *path)
{
	pid_t child = fork();

	if (child != 0) {
		waitpid(child, NULL, 0);
		return;
	}
	measure(style, style_file, path);
	fflush(stdout);
	_exit(0);
}

int
main(int argc, char **argv)
{
	struct diag *diag = diag_new();
	struct buf style = { 0 };
	int rc = 0;

	if (argc < 3) {
		fprintf(stderr, "map STYLE EXTRACT…\n");
		return 2;
	}
	if (file_read(&style, argv[1], diag) < 0) {
		diag_print(diag, stderr, DIAG_TEXT, false);
		rc = 1;
	}
	for (int i = 2; i < argc && rc == 0; i++)
		measure_apart(buf_str(&style), argv[1], argv[i]);
	buf_release(&style);
	diag_free(diag);
	return rc;
}
