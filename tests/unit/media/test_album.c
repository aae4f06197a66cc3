/* album: all pictures of a site, made once, found again, whatever happened to the cache. */
#include "shelf.h"

#include "decoded.h"

#include <errno.h>

static int
set_up(void **state)
{
	struct shelf *s = mem_alloc(sizeof *s);

	shelf_set_up(s);
	*state = s;
	return 0;
}

static int
tear_down(void **state)
{
	shelf_tear_down(*state);
	free(*state);
	return 0;
}

/* "photos/a-32." and ten digits and ".webp". */
static void
assert_name(struct str path, const char *beginning, const char *end)
{
	size_t from = strlen(beginning), len = strlen(end);

	if (!str_starts(path, beginning) || !str_ends(path, end) || path.len != from + 10 + len)
		fail_msg("%.*s is not %s…%s", STR_ARG(path), beginning, end);
	for (size_t i = from; i < from + 10; i++)
		assert_non_null(strchr("0123456789abcdef", path.ptr[i]));
}

static void
assert_reported(struct shelf_album *a, const char *want)
{
	char *got = album_reports(a);

	if (strcmp(got, want) != 0)
		fail_msg("%s\nis not\n%s", got, want);
	free(got);
}

static void
photos_and_cards_are_found_by_what_they_are_of(void **state)
{
	struct shelf *s = *state;
	struct photo facade = shelf_draw(s, "Dumont façade.JPG", 300, 200);
	struct photo tiny = shelf_draw(s, "été.jpeg", 50, 40);
	struct social social = { .title = STR("Dumont"), .accent = STR("#9a3412") };
	const struct album_photo *photo;
	struct shelf_album a;
	struct shelf_site site;
	struct decoded d;

	site_init(&site);
	album_open(&a, s, NULL, NULL);
	album_want(&a, &facade, 32, 64);
	album_want(&a, &tiny, 32, 640);
	album_add_card(a.album, STR("dumont"), &social, &facade);
	album_add_card(a.album, STR("bare"), &social, NULL);
	assert_int_equal(album_run(&a, &site), 0);
	photo = album_photo(a.album, facade.file);
	assert_non_null(photo);
	assert_int_equal(photo->width, 300);
	assert_int_equal(photo->height, 200);
	assert_true(str_starts(photo->gradient, "linear-gradient("));
	assert_int_equal(photo->len, 2);
	assert_name(photo->items[0].path, "photos/dumont-facade-32.", ".webp");
	assert_name(photo->items[1].path, "photos/dumont-facade-64.", ".webp");
	d = decoded_of(site_bytes(&site, "photos/dumont-facade-64."));
	assert_int_equal(d.width, photo->items[1].width);
	assert_int_equal(d.height, photo->items[1].height);
	decoded_release(&d);
	photo = album_photo(a.album, tiny.file);
	assert_int_equal(photo->len, 2);
	assert_name(photo->items[1].path, "photos/ete-50.", ".webp");
	assert_name(album_card(a.album, STR("dumont")), "social/dumont.", ".jpg");
	assert_name(album_card(a.album, STR("bare")), "social/bare.", ".jpg");
	assert_int_equal(decode_type(site_bytes(&site, "social/bare.")), DECODE_JPEG);
	assert_int_equal(album_card(a.album, STR("other")).len, 0);
	assert_null(album_photo(a.album, STR("photos/other.jpg")));
	assert_null(album_document(a.album, facade.file));
	assert_int_equal(site.put, 6);
	assert_int_equal(site.told, 3);
	assert_int_equal(site.of, 3);
	album_close(&a);
	site_release(&site);
}

static void
what_several_places_want_of_a_photo_is_made_once(void **state)
{
	struct shelf *s = *state;
	struct photo photo = shelf_draw(s, "a.jpg", 400, 300), elsewhere = photo;
	const struct album_photo *made;
	struct shelf_album a;
	struct shelf_site site;

	elsewhere.at = (struct pos){ "merchants/b.md", 9, 1 };
	site_init(&site);
	album_open(&a, s, NULL, NULL);
	album_want(&a, &elsewhere, 100, 200);
	album_want(&a, &photo, 50, 100);
	album_want(&a, &elsewhere, 200, 999);
	album_want(&a, &photo, 100, 0);
	assert_int_equal(album_run(&a, &site), 0);
	made = album_photo(a.album, photo.file);
	assert_int_equal(made->len, 4);
	assert_int_equal(made->items[0].width, 50);
	assert_int_equal(made->items[1].width, 100);
	assert_int_equal(made->items[2].width, 200);
	assert_int_equal(made->items[3].width, 400);
	assert_int_equal(site.put, 4);
	assert_int_equal(site.again, 0);
	/* The least of the widest use; told where it is first named. */
	assert_reported(&a, "");
	album_close(&a);
	site_release(&site);
}

static void
every_width_that_a_theme_can_ask_for_is_made(void **state)
{
	struct shelf *s = *state;
	struct photo photo = shelf_draw(s, "a.jpg", 400, 30);
	struct shelf_album a;
	struct shelf_site site;

	site_init(&site);
	album_open(&a, s, NULL, NULL);
	for (unsigned use = 0; use < 5; use++) { /* of six widths */
		unsigned widths[6];

		for (unsigned i = 0; i < 6; i++)
			widths[i] = 40 + 50 * i + use;
		album_add(a.album, &photo, &(struct album_use){ widths, 6, 1 });
	}
	assert_int_equal(album_run(&a, &site), 0);
	assert_int_equal(album_photo(a.album, photo.file)->len, 30);
	album_close(&a);
	site_release(&site);
}

static void
two_photos_with_the_same_bytes_have_names_of_their_own(void **state)
{
	struct shelf *s = *state;
	struct photo a_photo = shelf_draw(s, "a.jpg", 200, 100);
	struct photo b_photo = shelf_draw(s, "b.jpg", 200, 100);
	struct social social = { .title = STR("A") };
	struct shelf_album a;
	struct shelf_site site;

	site_init(&site);
	album_open(&a, s, s->cache, NULL);
	album_want(&a, &a_photo, 32, 0);
	album_want(&a, &b_photo, 32, 0);
	album_add_card(a.album, STR("a"), &social, &a_photo);
	album_add_card(a.album, STR("b"), &social, &a_photo);
	assert_int_equal(album_run(&a, &site), 0);
	assert_int_equal(site.put, 4);
	assert_int_equal(site.again, 0);
	assert_true(str_eq(site_bytes(&site, "photos/a-32."), site_bytes(&site, "photos/b-32.")));
	assert_true(str_eq(site_bytes(&site, "social/a."), site_bytes(&site, "social/b.")));
	assert_false(str_eq(str_sub(album_photo(a.album, a_photo.file)->items[0].path, 12, 22),
	                    str_sub(album_photo(a.album, b_photo.file)->items[0].path, 12, 22)));
	album_close(&a);
	site_release(&site);
}

/* ---- a whole guide, and its cache ---- */

enum { GUIDE = 5 };

struct guide {
	struct photo photos[GUIDE];
	struct str slugs[GUIDE];
};

static void
guide_draw(struct guide *guide, struct shelf *s)
{
	for (unsigned i = 0; i < GUIDE; i++) {
		struct str name = arena_printf(s->arena, "photo-%u.jpg", i);

		guide->photos[i] = shelf_draw(s, name.ptr, 700 + 10 * i, 400);
		guide->slugs[i] = arena_printf(s->arena, "shop-%u", i);
	}
}

static void
guide_want(struct shelf_album *a, const struct guide *guide)
{
	for (unsigned i = 0; i < GUIDE; i++) {
		struct social social = { .title = guide->slugs[i], .accent = STR("#9a3412") };

		album_want(a, &guide->photos[i], 64, 200);
		album_add_card(a->album, guide->slugs[i], &social,
		               i % 2 ? &guide->photos[i] : NULL);
	}
}

/* Makes the whole guide into `site`; how often something was put there. */
static size_t
guide_make(const struct shelf *s, const struct guide *guide, const char *cache, unsigned jobs,
           struct shelf_site *site)
{
	struct shelf_album a;
	size_t before = site->put;

	album_open(&a, s, cache, &(struct shelf_limits){ .jobs = jobs });
	guide_want(&a, guide);
	assert_int_equal(album_run(&a, site), 0);
	for (unsigned i = 0; i < GUIDE; i++) {
		assert_int_equal(album_photo(a.album, guide->photos[i].file)->len, 2);
		assert_non_null(site_find(site, album_card(a.album, guide->slugs[i])));
	}
	assert_reported(&a, "");
	album_close(&a);
	return site->put - before;
}

/* The same in a site of its own. */
static struct hash
guide_hash(const struct shelf *s, const struct guide *guide, const char *cache, unsigned jobs)
{
	struct shelf_site site;
	struct hash hash;

	site_init(&site);
	assert_int_equal(guide_make(s, guide, cache, jobs, &site), 3 * GUIDE);
	assert_int_equal(site.again, 0);
	hash = site_hash(&site);
	site_release(&site);
	return hash;
}

static void
the_number_of_threads_does_not_show(void **state)
{
	struct shelf *s = *state;
	struct guide guide;
	struct hash one;

	guide_draw(&guide, s);
	one = guide_hash(s, &guide, NULL, 1);
	assert_true(hash_eq(guide_hash(s, &guide, NULL, 8), one));
	assert_true(hash_eq(guide_hash(s, &guide, s->cache, 3), one));
}

/* Names, inodes and times of all entries: one that was written again has another inode. */
static void
add_entry(void *context, const char *path, size_t index)
{
	struct hash *hash = context;
	struct stat st;
	char text[300];

	(void)index;
	assert_int_equal(stat(path, &st), 0);
	snprintf(text, sizeof text, "%s %llu %lld.%09ld", path, (unsigned long long)st.st_ino,
	         (long long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec);
	*hash = hash_mix(*hash, hash_of(str(text)));
}

static struct hash
cache_hash(const struct shelf *s)
{
	struct hash hash = { 0, 0 };

	cache_entries(s->cache, add_entry, &hash);
	return hash;
}

static void
a_warm_cache_makes_nothing_again(void **state)
{
	struct shelf *s = *state;
	struct shelf_site site;
	struct guide guide;
	struct hash cold, cached;

	guide_draw(&guide, s);
	site_init(&site);
	assert_int_equal(guide_make(s, &guide, s->cache, 2, &site), 3 * GUIDE);
	cold = site_hash(&site);
	cached = cache_hash(s);
	/* For each photo what its bytes are, for each task what became of it (of the two with cards, without
	 * these as well), and each file. */
	assert_int_equal(cache_entries(s->cache, NULL, NULL), GUIDE + (GUIDE + 3) + 2 + 3 * GUIDE);
	/* The site is there: nothing is put. */
	assert_int_equal(guide_make(s, &guide, s->cache, 2, &site), 0);
	assert_true(hash_eq(site_hash(&site), cold));
	assert_true(hash_eq(cache_hash(s), cached));
	/* The site is not: everything comes from the cache. */
	assert_true(hash_eq(guide_hash(s, &guide, s->cache, 2), cold));
	assert_true(hash_eq(cache_hash(s), cached));
	site_release(&site);
}

/* Another title on each card: pages name it at once, and it comes with the next album. */
static void
cards_of_known_photos_can_be_made_later(void **state)
{
	struct shelf *s = *state;
	struct shelf_site site;
	struct shelf_album a;
	struct guide guide;
	struct str paths[GUIDE];

	guide_draw(&guide, s);
	site_init(&site);
	guide_make(s, &guide, s->cache, 1, &site);
	for (unsigned i = 0; i < GUIDE; i++)
		guide.slugs[i] = arena_printf(s->arena, "other-%u", i);
	album_open(&a, s, s->cache, &(struct shelf_limits){ .jobs = 2, .cards_later = true });
	guide_want(&a, &guide);
	site.put = 0;
	assert_int_equal(album_run(&a, &site), 0);
	assert_int_equal(site.put, 0);
	assert_true(album_is_late(a.album));
	for (unsigned i = 0; i < GUIDE; i++) {
		assert_int_equal(album_photo(a.album, guide.photos[i].file)->len, 2);
		paths[i] = arena_str(s->arena, album_card(a.album, guide.slugs[i]));
		assert_null(site_find(&site, paths[i]));
	}
	album_close(&a);
	assert_int_equal(guide_make(s, &guide, s->cache, 1, &site), GUIDE);
	for (unsigned i = 0; i < GUIDE; i++)
		assert_non_null(site_find(&site, paths[i]));
	site_release(&site);
}

static void
a_file_of_the_site_that_was_changed_is_put_again(void **state)
{
	struct shelf *s = *state;
	struct shelf_site site;
	struct guide guide;

	guide_draw(&guide, s);
	site_init(&site);
	guide_make(s, &guide, s->cache, 1, &site);
	site.files[3].bytes.len--;
	assert_int_equal(guide_make(s, &guide, s->cache, 1, &site), 1);
	site_release(&site);
}

static void
cut(void *context, const char *path, size_t index)
{
	struct stat st;

	(void)context;
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(truncate(path, (off_t)(index * 31) % st.st_size), 0);
}

static void
turn_a_bit(void *context, const char *path, size_t index)
{
	int fd = open(path, O_RDWR);
	off_t at;
	char byte;

	(void)context;
	assert_true(fd >= 0);
	at = (off_t)(index * 97) % lseek(fd, 0, SEEK_END);
	assert_int_equal(pread(fd, &byte, 1, at), 1);
	byte ^= 4;
	assert_int_equal(pwrite(fd, &byte, 1, at), 1);
	close(fd);
}

static void
empty(void *context, const char *path, size_t index)
{
	(void)context;
	(void)index;
	assert_int_equal(truncate(path, 0), 0);
}

static void
take_away_some(void *context, const char *path, size_t index)
{
	(void)context;
	if (index % 3 == 1)
		assert_int_equal(unlink(path), 0);
}

static void
put_a_folder_there(void *context, const char *path, size_t index)
{
	(void)context;
	(void)index;
	assert_int_equal(unlink(path), 0);
	assert_int_equal(mkdir(path, 0755), 0);
}

/* Each entry takes the place of the one before. */
static void
exchange(void *context, const char *path, size_t index)
{
	char *last = context;

	if (index > 0)
		assert_int_equal(renameat2(AT_FDCWD, last, AT_FDCWD, path, RENAME_EXCHANGE), 0);
	snprintf(last, 256, "%s", path);
}

static void
whatever_happened_to_the_cache_the_result_is_right(void **state)
{
	static void (*const mishaps[])(void *, const char *, size_t) = {
		cut, turn_a_bit, empty, take_away_some, exchange, put_a_folder_there,
	};
	struct shelf *s = *state;
	struct guide guide;
	struct hash right;
	char last[256];

	guide_draw(&guide, s);
	right = guide_hash(s, &guide, s->cache, 2);
	for (size_t i = 0; i < countof(mishaps); i++) {
		cache_entries(s->cache, mishaps[i], last);
		assert_true(hash_eq(guide_hash(s, &guide, s->cache, 2), right));
		/* And the next time it is mended. */
		assert_true(hash_eq(guide_hash(s, &guide, s->cache, 2), right));
	}
}

/* The whole folder: read-only, a file, a link to nowhere, of a file system that is read-only. */
static void
without_a_cache_that_can_be_written_the_result_is_right(void **state)
{
	struct shelf *s = *state;
	struct guide guide;
	struct hash right;
	char path[128];
	FILE *file;

	guide_draw(&guide, s);
	right = guide_hash(s, &guide, NULL, 2);
	assert_true(hash_eq(guide_hash(s, &guide, "/proc/no-such-folder", 2), right));
	assert_true(hash_eq(guide_hash(s, &guide, "/sys/kernel", 2), right));
	snprintf(path, sizeof path, "%s/file", s->folder);
	file = fopen(path, "w");
	assert_non_null(file);
	fclose(file);
	assert_true(hash_eq(guide_hash(s, &guide, path, 2), right));
	snprintf(path, sizeof path, "%s/link", s->folder);
	assert_int_equal(symlink("/nowhere/at/all", path), 0);
	assert_true(hash_eq(guide_hash(s, &guide, path, 2), right));
	assert_int_equal(mkdir(s->cache, 0555), 0);
	assert_true(hash_eq(guide_hash(s, &guide, s->cache, 2), right));
}

struct builder {
	const struct shelf *shelf;
	const struct guide *guide;
	struct hash hash;
};

static void *
build(void *context)
{
	struct builder *b = context;

	b->hash = guide_hash(b->shelf, b->guide, b->shelf->cache, 2);
	return NULL;
}

static void
two_builds_at_once_share_a_cache(void **state)
{
	struct shelf *s = *state;
	struct guide guide;
	struct hash right;
	struct builder builders[2];
	pthread_t thread;

	guide_draw(&guide, s);
	right = guide_hash(s, &guide, NULL, 1);
	for (int round = 0; round < 2; round++) { /* cold, warm */
		for (int i = 0; i < 2; i++)
			builders[i] = (struct builder){ s, &guide, { 0, 0 } };
		assert_int_equal(pthread_create(&thread, NULL, build, &builders[0]), 0);
		build(&builders[1]);
		assert_int_equal(pthread_join(thread, NULL), 0);
		assert_true(hash_eq(builders[0].hash, right));
		assert_true(hash_eq(builders[1].hash, right));
	}
}

/* ---- what changes the result ---- */

static void
another_photo_card_or_focus_gives_another_name(void **state)
{
	struct shelf *s = *state;
	struct str seen[5];
	struct shelf_site site;

	site_init(&site);
	for (int i = 0; i < 5; i++) {
		struct photo photo = shelf_draw(s, "a.jpg", i == 1 ? 2402 : 2400, 700);
		struct photo other = photo;
		struct social social = { .title = i == 2 ? STR("B") : STR("A") };
		struct shelf_album a;

		other.at.line++;
		if (i == 3) /* said where it is named the second time */
			other.focus_x = other.focus_y = 0;
		album_open(&a, s, s->cache, NULL);
		album_want(&a, &other, 64, 0);
		album_add_card(a.album, STR("a"), &social, &photo);
		assert_int_equal(album_run(&a, &site), 0);
		seen[i] = arena_str(s->arena, album_card(a.album, STR("a")));
		if (i == 1)
			assert_int_equal(site.put, 4); /* with the photo itself */
		album_close(&a);
	}
	for (int i = 0; i < 4; i++)
		for (int j = 0; j < i; j++)
			assert_false(str_eq(seen[i], seen[j]));
	assert_true(str_eq(seen[4], seen[0]));
	site_release(&site);
}

static void
a_limit_holds_for_photos_that_are_known(void **state)
{
	struct shelf *s = *state;
	struct photo photo = shelf_draw(s, "a.jpg", 1100, 1000);
	static const struct {
		struct shelf_limits limits;
		const char *report;
	} cases[] = {
		{ { .jobs = 1 }, "" },
		{ { .jobs = 1, .bytes = 0, .pixels = 1099999 },
		  "merchants/a.md:4:10: error: a.jpg has more than 1 megapixels [photo]\n"
		  "  hint: make it smaller, or raise photo-pixels under limits in quartier.yml\n" },
		{ { .jobs = 1, .bytes = 1, .pixels = 0 },
		  "merchants/a.md:4:10: error: a.jpg is larger than 0 MiB [photo]\n"
		  "  hint: make it smaller, or raise photo-bytes under limits in quartier.yml\n" },
		{ { .jobs = 1, .bytes = 0, .pixels = 1100000 }, "" },
	};

	for (size_t i = 0; i < countof(cases); i++) {
		struct shelf_album a;
		struct shelf_site site;

		site_init(&site);
		album_open(&a, s, s->cache, &cases[i].limits);
		album_want(&a, &photo, 64, 0);
		assert_int_equal(album_run(&a, &site), *cases[i].report ? -1 : 0);
		assert_int_equal(site.put, *cases[i].report ? 0 : 1);
		assert_reported(&a, cases[i].report);
		album_close(&a);
		site_release(&site);
	}
}

/* ---- failures ---- */

static void
only_looking_writes_nothing(void **state)
{
	struct shelf *s = *state;
	struct photo photo = shelf_draw(s, "a.jpg", 20, 20);
	struct social social = { .title = STR("A") };

	for (int round = 0; round < 2; round++) {
		struct shelf_album a;

		album_open(&a, s, s->cache, NULL);
		album_want(&a, &photo, 320, 0);
		album_add_card(a.album, STR("a"), &social, &photo);
		album_add_card(a.album, STR("b"), &social, NULL);
		assert_int_equal(album_run(&a, NULL), 0);
		assert_null(album_photo(a.album, photo.file));
		assert_int_equal(cache_entries(s->cache, NULL, NULL), 0);
		assert_reported(
			&a, "merchants/a.md:4:10: note: a.jpg is only 20 pixels wide, and looks "
			    "poor where it is shown large [photo]\n"
			    "  hint: 320 pixels or more are good\n");
		album_close(&a);
	}
}

static void
a_full_disk_ends_it(void **state)
{
	struct shelf *s = *state;
	struct guide guide;

	guide_draw(&guide, s);
	for (size_t most = 0; most < 3 * GUIDE; most += 4) {
		struct shelf_album a;
		struct shelf_site site;
		char *got;

		site_init(&site);
		site.most = most;
		album_open(&a, s, NULL, &(struct shelf_limits){ .jobs = 2 });
		guide_want(&a, &guide);
		assert_int_equal(album_run(&a, &site), -1);
		assert_true(diag_environment_failed(a.diag));
		got = album_reports(&a);
		assert_non_null(strstr(got, "No space left"));
		free(got);
		album_close(&a);
		site_release(&site);
	}
}

static void
a_file_that_is_gone_is_left_to_its_reader(void **state)
{
	struct shelf *s = *state;
	struct photo photo = { .file = STR("photos/none.jpg"), .focus_x = -1, .focus_y = -1 };
	struct shelf_album a;
	struct shelf_site site;

	site_init(&site);
	album_open(&a, s, NULL, NULL);
	album_want(&a, &photo, 320, 0);
	assert_int_equal(album_run(&a, &site), 0);
	assert_null(album_photo(a.album, photo.file));
	assert_reported(&a, "");
	album_close(&a);
	site_release(&site);
	album_open(&a, s, NULL, NULL);
	assert_int_equal(album_run(&a, NULL), 0); /* nothing at all is wanted */
	album_close(&a);
	assert_null(album_photo(NULL, photo.file));
	assert_null(album_document(NULL, photo.file));
	assert_int_equal(album_card(NULL, STR("a")).len, 0);
}

/* ---- reports ---- */

static void
draw_grey(struct buf *out, unsigned grey)
{
	struct pixels pixels;

	pixels_init(&pixels, 400, 300, 3);
	for (size_t i = 0; i < pixels.stride * 300; i++)
		pixels.data[i] = (uint8_t)(grey + made_noise((unsigned)i, 1) % 6);
	drawn_jpeg(out, &pixels, 0, 90);
	pixels_release(&pixels);
}

static void
draw_part(struct buf *out, double part)
{
	struct made_jpeg how = {
		.width = 800, .height = 600, .space = JCS_RGB, .stored = JCS_YCbCr
	};

	made_jpeg(out, &how);
	out->len = (size_t)((double)out->len * part);
}

static void
draw_dark(struct buf *out)
{
	draw_grey(out, 2);
}

static void
draw_sound(struct buf *out)
{
	drawn_photo(out, 400, 300, 1);
}

static void
draw_nearly_all(struct buf *out)
{
	draw_part(out, 0.95);
}

static void
draw_half(struct buf *out)
{
	draw_part(out, 0.5);
}

static void
draw_animation(struct buf *out)
{
	made_gif(out, &(struct made_gif){
			      .width = 400, .height = 300, .wide = 400, .tall = 300, .frames = 3 });
}

static void
draw_nothing(struct buf *out)
{
	(void)out;
}

static void
draw_letter(struct buf *out)
{
	buf_adds(out, "Bonjour");
}

static void
draw_svg(struct buf *out)
{
	buf_adds(out, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
}

static void
draw_header_alone(struct buf *out)
{
	draw_part(out, 0.001);
}

static void
draw_flyer(struct buf *out)
{
	drawn_pdf(out, 200, 300, "0 0 1 rg");
}

static void
draw_broken_flyer(struct buf *out)
{
	buf_adds(out, "%PDF-1.7\nnothing of that kind\n");
}

static void
every_photo_that_is_less_than_good_is_told(void **state)
{
	static const char again[] = "  hint: ask for it again, or take another photo\n",
			  export[] = "  hint: export it as JPEG, PNG or WebP\n",
			  as_pdf[] =
				  "  hint: export it as PDF, or give its name the right ending\n",
			  none[] = "";
	static const struct {
		void (*draw)(struct buf *out);
		const char *name;
		bool error;
		const char *report, *hint;
	} cases[] = {
		{ draw_sound, "a.jpg", false, NULL, none },
		{ draw_sound, "really-a-jpeg.png", false, NULL, none },
		{ draw_dark, "d.jpg", false, "note: d.jpg is very dark", none },
		{ draw_nearly_all, "n.jpg", false,
		  "warning: n.jpg is damaged: 92 % of the picture is there, and shown", again },
		{ draw_half, "h.jpg", true,
		  "error: h.jpg is damaged: only 47 % of the picture is there", again },
		{ draw_header_alone, "c.jpg", true, "error: c.jpg is damaged and cannot be read",
		  again },
		{ draw_animation, "g.gif", false,
		  "note: g.gif is animated; its first picture is shown", none },
		{ draw_nothing, "e.jpg", true, "error: e.jpg is not a picture that can be read",
		  export },
		{ draw_letter, "l.jpg", true, "error: l.jpg is not a picture that can be read",
		  export },
		{ draw_svg, "s.png", true,
		  "error: s.png is a file of type SVG, which cannot be shown", export },
		{ draw_flyer, "f.jpg", true,
		  "error: f.jpg is a file of type PDF, which cannot be shown", export },
		{ draw_flyer, "f.PDF", false, NULL, none },
		{ draw_sound, "p.pdf", true,
		  "error: p.pdf is not a PDF, as its name says, but a file of type JPEG", as_pdf },
		{ draw_letter, "q.pdf", true, "error: q.pdf is not a PDF that can be read",
		  as_pdf },
#ifdef QUARTIER_PDF
		{ draw_broken_flyer, "b.pdf", false,
		  "warning: no page of b.pdf can be drawn; it is a link alone",
		  "  hint: open it: is it damaged, or does it ask for a password?\n" },
#else
		{ draw_broken_flyer, "b.pdf", false, NULL, none },
#endif
	};
	struct shelf *s = *state;

	for (size_t i = 0; i < countof(cases); i++)
		for (int round = 0; round < 3; round++) { /* cold, warm, only looked at */
			struct buf bytes = { 0 };
			struct shelf_album a;
			struct shelf_site site;
			struct photo photo;
			char want[300] = "";

			if (cases[i].report)
				snprintf(want, sizeof want, "merchants/a.md:4:10: %s [photo]\n%s",
				         cases[i].report, cases[i].hint);
			cases[i].draw(&bytes);
			photo = shelf_write(s, cases[i].name, buf_str(&bytes));
			buf_release(&bytes);
			site_init(&site);
			album_open(&a, s, round < 2 ? s->cache : NULL, NULL);
			album_want(&a, &photo, 320, 0);
			assert_int_equal(album_run(&a, round < 2 ? &site : NULL),
			                 cases[i].error ? -1 : 0);
			assert_reported(&a, want);
			assert_true(round == 2 || cases[i].error == (site.put == 0));
			album_close(&a);
			site_release(&site);
		}
}

/* ---- flyers ---- */

static void
a_pdf_is_published_and_its_first_page_shown(void **state)
{
	struct shelf *s = *state;
	struct buf pdf = { 0 };
	struct photo flyer;
	const struct album_document *document;

	drawn_pdf(&pdf, 200, 300, "1 0 0 rg");
	flyer = shelf_write(s, "Soldes d'été.pdf", buf_str(&pdf));
	for (int round = 0; round < 2; round++) {
		struct shelf_album a;
		struct shelf_site site;

		site_init(&site);
		album_open(&a, s, s->cache, NULL);
		album_want(&a, &flyer, 320, 640);
		assert_int_equal(album_run(&a, &site), 0);
		document = album_document(a.album, flyer.file);
		assert_non_null(document);
		assert_name(document->path, "flyers/soldes-d-ete.", ".pdf");
		assert_int_equal(document->size, pdf.len);
		assert_true(str_eq(site_find(&site, document->path)->bytes, buf_str(&pdf)));
#ifdef QUARTIER_PDF
		assert_int_equal(album_photo(a.album, flyer.file)->len, 2);
		assert_name(album_photo(a.album, flyer.file)->items[0].path,
		            "photos/soldes-d-ete-320.", ".webp");
		assert_int_equal(site.put, 3);
#else
		assert_null(album_photo(a.album, flyer.file));
		assert_int_equal(site.put, 1);
#endif
		/* And what is there stays. */
		site.put = 0;
		album_close(&a);
		album_open(&a, s, s->cache, NULL);
		album_want(&a, &flyer, 320, 640);
		assert_int_equal(album_run(&a, &site), 0);
		assert_int_equal(site.put, 0);
		album_close(&a);
		site_release(&site);
	}
	buf_release(&pdf);
}

static void
the_same_bytes_under_another_ending_are_no_flyer(void **state)
{
	struct shelf *s = *state;
	struct buf pdf = { 0 };
	struct photo flyer, photo;
	struct shelf_album a;
	struct shelf_site site;

	drawn_pdf(&pdf, 200, 300, "1 0 0 rg");
	flyer = shelf_write(s, "a.pdf", buf_str(&pdf));
	photo = shelf_write(s, "b.jpg", buf_str(&pdf));
	buf_release(&pdf);
	for (int round = 0; round < 2; round++) {
		site_init(&site);
		album_open(&a, s, s->cache, NULL);
		album_want(&a, &flyer, 320, 0);
		album_want(&a, &photo, 320, 0);
		assert_int_equal(album_run(&a, &site), -1);
		assert_null(album_photo(a.album, photo.file));
		assert_null(album_document(a.album, photo.file));
		album_close(&a);
		site_release(&site);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

/* ThreadSanitizer, which makes everything ten times as slow, is shown what threads do and no more. */
#ifdef __SANITIZE_THREAD__
enum { ALL = false };
#else
enum { ALL = true };
#endif

int
main(void)
{
	const struct CMUnitTest threaded[] = {
		TEST(the_number_of_threads_does_not_show),
		TEST(a_warm_cache_makes_nothing_again),
		TEST(two_builds_at_once_share_a_cache),
		TEST(a_full_disk_ends_it),
	};
	const struct CMUnitTest others[] = {
		TEST(photos_and_cards_are_found_by_what_they_are_of),
		TEST(what_several_places_want_of_a_photo_is_made_once),
		TEST(every_width_that_a_theme_can_ask_for_is_made),
		TEST(two_photos_with_the_same_bytes_have_names_of_their_own),
		TEST(cards_of_known_photos_can_be_made_later),
		TEST(a_file_of_the_site_that_was_changed_is_put_again),
		TEST(whatever_happened_to_the_cache_the_result_is_right),
		TEST(without_a_cache_that_can_be_written_the_result_is_right),
		TEST(another_photo_card_or_focus_gives_another_name),
		TEST(a_limit_holds_for_photos_that_are_known),
		TEST(only_looking_writes_nothing),
		TEST(a_file_that_is_gone_is_left_to_its_reader),
		TEST(every_photo_that_is_less_than_good_is_told),
		TEST(a_pdf_is_published_and_its_first_page_shown),
		TEST(the_same_bytes_under_another_ending_are_no_flyer),
	};
	int failed = cmocka_run_group_tests(threaded, NULL, NULL);

	return ALL ? failed + cmocka_run_group_tests(others, NULL, NULL) : failed;
}
