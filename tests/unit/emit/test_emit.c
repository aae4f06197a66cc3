/* A whole site, into memory. */
#include "town.h"

#include "base/file.h"
#include "base/pool.h"
#include "emit/emission.h"
#include "emit/emit.h"
#include "emit/output.h"
#include "theme/texts.h"

#include <pthread.h>
#include <stdatomic.h>

struct memory_file {
	struct str path, bytes;
};

struct memory {
	pthread_mutex_t lock;
	struct arena *arena;
	struct memory_file *files;
	size_t len;
	size_t room; /* files that fit; then the disk is full */
};

static int
memory_put(void *context, struct str path, struct str bytes, struct diag *diag)
{
	struct memory *memory = context;
	int rc = 0;

	pthread_mutex_lock(&memory->lock);
	if (memory->len == memory->room) {
		diag_environment(diag, "full");
		rc = -1;
	} else {
		memory->files = arena_push(memory->arena, memory->files, &memory->len,
		                           sizeof *memory->files);
		memory->files[memory->len - 1] =
			(struct memory_file){ arena_str(memory->arena, path),
			                      arena_str(memory->arena, bytes) };
	}
	pthread_mutex_unlock(&memory->lock);
	return rc;
}

static int
by_path(const void *a, const void *b)
{
	const struct memory_file *x = a, *y = b;

	return str_cmp(x->path, y->path);
}

static void
town_texts_of(struct town *t, enum lang lang)
{
	struct texts_catalogue catalogue = { 0 };
	struct str path = arena_printf(t->arena, "themes/marche/i18n/%s.yml", lang_code(lang));
	struct buf yaml = { 0 };

	assert_int_equal(file_read(&yaml, path.ptr, t->diag), 0);
	assert_int_equal(texts_read(&catalogue, t->arena, arena_str(t->arena, buf_str(&yaml)),
	                            path.ptr, false, t->diag),
	                 0);
	t->theme.texts[lang] = catalogue.map;
	buf_release(&yaml);
}

static int
emit_town(struct town *t, struct memory *memory, unsigned jobs, struct emit_counts *counts)
{
	struct emit_options options = { .base_url = t->config.url, .jobs = jobs };
	struct output output = { memory_put, memory };
	int rc;

	if (!t->theme.templates)
		town_theme(t);
	town_texts_of(t, LANG_FR);
	town_texts_of(t, LANG_NL);
	pthread_mutex_init(&memory->lock, NULL);
	memory->arena = t->arena;
	rc = emit_site(&t->guide, &t->theme, &options, &output, counts, t->diag);
	pthread_mutex_destroy(&memory->lock);
	if (memory->len > 0)
		qsort(memory->files, memory->len, sizeof *memory->files, by_path);
	return rc;
}

static const struct memory_file *
find_file(const struct memory *memory, const char *path)
{
	struct memory_file key = { .path = str(path) };

	return bsearch(&key, memory->files, memory->len, sizeof key, by_path);
}

static void
a_site_has_all_its_files_each_once(void **state)
{
	static const char *const want[] = {
		"index.html",
		"map/index.html",
		"merchants/index.html",
		"merchants/dumont/index.html",
		"merchants/dumont/feed.xml",
		"merchants/dumont/dumont.vcf",
		"merchants/zoe/zoe.vcf",
		"categories/index.html",
		"categories/bakery/index.html",
		"categories/bakery/feed.xml",
		"streets/rue-du-commerce/index.html",
		"offers/croissants/index.html",
		"events/marche/index.html",
		"news/travaux/index.html",
		"routes/index.html",
		"search/index.html",
		"legal/index.html",
		"404.html",
		"nl/index.html",
		"nl/merchants/dumont/index.html",
		"nl/merchants/dumont/feed.xml",
		"nl/feed.xml",
		"nl/agenda.ics",
		"nl/search.json",
		"nl/manifest.webmanifest",
		"feed.xml",
		"agenda.ics",
		"search.json",
		"merchants.geojson",
		"manifest.webmanifest",
		"robots.txt",
		"sitemap.xml",
		"_headers",
	};
	struct town *t = *state;
	struct memory memory = { .room = SIZE_MAX };
	struct emit_counts counts;

	assert_int_equal(emit_town(t, &memory, 2, &counts), 0);
	assert_int_equal(counts.files, memory.len);
	assert_true(counts.pages > 30 && counts.pages < counts.files);
	for (size_t i = 0; i < countof(want); i++)
		if (!find_file(&memory, want[i]))
			fail_msg("no %s", want[i]);
	for (size_t i = 1; i < memory.len; i++)
		assert_false(str_eq(memory.files[i - 1].path, memory.files[i].path));
}

static void
one_thread_and_many_write_the_same_bytes(void **state)
{
	struct town *t = *state;
	struct memory one = { .room = SIZE_MAX }, many = { .room = SIZE_MAX };
	struct emit_counts counts;

	assert_int_equal(emit_town(t, &one, 1, &counts), 0);
	assert_int_equal(emit_town(t, &many, 8, &counts), 0);
	assert_int_equal(one.len, many.len);
	for (size_t i = 0; i < one.len; i++) {
		assert_true(str_eq(one.files[i].path, many.files[i].path));
		assert_true(str_eq(one.files[i].bytes, many.files[i].bytes));
	}
}

static void
the_clock_alone_changes_nothing(void **state)
{
	struct town *t = *state;
	struct memory now = { .room = SIZE_MAX }, later = { .room = SIZE_MAX };
	struct emit_counts counts;

	assert_int_equal(emit_town(t, &now, 1, &counts), 0);
	t->guide.now = (struct moment){ day("2026-06-12"), 1000 };
	t->guide.now_utc += 2 * 86400;
	assert_int_equal(emit_town(t, &later, 1, &counts), 0);
	for (size_t i = 0; i < now.len; i++)
		if (!str_eq(now.files[i].bytes, later.files[i].bytes))
			fail_msg("%.*s differs", STR_ARG(now.files[i].path));
}

struct asking {
	const struct emission *emission;
	const struct memory *site;
	struct buf outs[4]; /* of the workers */
	struct diag *diags[4];
	atomic_size_t same, missing;
};

static void
ask_for_file(void *context, unsigned worker, size_t index)
{
	struct asking *asking = context;
	const struct memory_file *file = &asking->site->files[index];
	struct buf *out = &asking->outs[worker];
	int rc;

	buf_clear(out);
	rc = emission_write(asking->emission, file->path, out, asking->diags[worker]);
	if (rc == 0 && str_eq(buf_str(out), file->bytes))
		atomic_fetch_add(&asking->same, 1);
	if (rc == 1 && str_ends(file->path, "offline.json"))
		atomic_fetch_add(&asking->missing, 1);
}

static void
any_file_can_be_asked_for_alone_by_any_thread(void **state)
{
	struct town *t = *state;
	struct memory site = { .room = SIZE_MAX };
	struct emit_counts counts;
	struct emit_options options = { .base_url = t->config.url, .jobs = 2 };
	struct asking asking = { 0 };
	struct emission *emission;

	assert_int_equal(emit_town(t, &site, 2, &counts), 0);
	emission = emission_new(&t->guide, &t->theme, &options, t->diag);
	assert_non_null(emission);
	emission_index(emission);
	asking.emission = emission;
	asking.site = &site;
	for (size_t i = 0; i < countof(asking.diags); i++)
		asking.diags[i] = diag_new();
	pool_run(countof(asking.outs), site.len, ask_for_file, &asking);
	assert_int_equal(atomic_load(&asking.missing), t->config.languages_len);
	assert_int_equal(atomic_load(&asking.same) + atomic_load(&asking.missing), site.len);
	assert_true(emission_has(emission, STR("merchants/dumont/index.html")));
	assert_false(emission_has(emission, STR("merchants/dumont")));
	assert_int_equal(emission_write(emission, STR("../x"), &asking.outs[0], t->diag), 1);
	assert_int_equal(emission_write(emission, STR(""), &asking.outs[0], t->diag), 1);
	for (size_t i = 0; i < countof(asking.outs); i++) {
		buf_release(&asking.outs[i]);
		diag_free(asking.diags[i]);
	}
	emission_free(emission);
}

static void
a_full_disk_ends_the_run(void **state)
{
	struct town *t = *state;
	struct memory memory = { .room = 5 };
	struct emit_counts counts;

	assert_int_equal(emit_town(t, &memory, 1, &counts), -1);
	assert_true(diag_environment_failed(t->diag));
	assert_int_equal(memory.len, 5);
}

static void
a_theme_that_lacks_a_template_is_reported_before_anything_is_written(void **state)
{
	struct town *t = *state;
	struct memory memory = { .room = SIZE_MAX };
	struct emit_counts counts;

	t->theme.templates = mustache_set_new();
	assert_int_equal(
		mustache_add(t->theme.templates, STR("home"), "home.mustache", STR("x"), t->diag),
		0);
	assert_int_equal(mustache_link(t->theme.templates, t->diag), 0);
	assert_int_equal(emit_town(t, &memory, 1, &counts), -1);
	assert_int_equal(memory.len, 0);
	assert_true(diag_count(t->diag, DIAG_ERROR) > 10);
}

struct seen {
	size_t done, all;
};

static void
see(void *context, size_t done, size_t all)
{
	struct seen *seen = context;

	if (done > seen->done)
		*seen = (struct seen){ done, all };
}

static void
progress_ends_with_all_files(void **state)
{
	struct town *t = *state;
	struct memory memory = { .room = SIZE_MAX, .arena = t->arena };
	struct seen seen = { 0, 0 };
	struct emit_options options = {
		.base_url = t->config.url, .jobs = 1, .progress = see, .progress_context = &seen
	};
	struct output output = { memory_put, &memory };
	struct emit_counts counts;

	town_theme(t);
	town_texts_of(t, LANG_FR);
	town_texts_of(t, LANG_NL);
	pthread_mutex_init(&memory.lock, NULL);
	assert_int_equal(emit_site(&t->guide, &t->theme, &options, &output, &counts, t->diag), 0);
	pthread_mutex_destroy(&memory.lock);
	assert_int_equal(seen.done, counts.files);
	assert_int_equal(seen.all, counts.files);
}

static void
a_page_is_named_by_its_path_however_it_is_typed(void **state)
{
	static const char *const paths[] = { "/merchants/dumont/", "/merchants/dumont",
		                             "merchants/dumont", "/merchants/dumont/index.html",
		                             "/guide/merchants/dumont/" };
	struct town *t = *state;
	struct emit_options options = { .base_url = t->config.url, .jobs = 1 };

	town_texts_of(t, LANG_FR);
	town_texts_of(t, LANG_NL);
	for (size_t i = 0; i < countof(paths); i++) {
		const struct value *context;

		buf_clear(&t->out);
		assert_int_equal(emit_context(&t->guide, &t->theme, &options, str(paths[i]),
		                              &t->out, t->diag),
		                 0);
		context = read_json(t->arena, buf_str(&t->out));
		assert_non_null(context);
		assert_str(json_text_at(context, "merchant.slug"), "dumont");
		assert_str(json_text_at(context, "site.name"), "Quartier du Moulin");
		assert_non_null(read_json(t->arena, json_text_at(context, "page.head_jsonld")));
	}
}

static void
an_unknown_page_is_answered_with_the_nearest(void **state)
{
	struct town *t = *state;
	struct emit_options options = { .base_url = t->config.url, .jobs = 1 };
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	town_texts_of(t, LANG_FR);
	town_texts_of(t, LANG_NL);
	assert_int_equal(emit_context(&t->guide, &t->theme, &options, STR("/merchants/dumond/"),
	                              &t->out, t->diag),
	                 1);
	assert_int_equal(t->out.len, 0);
	diag_print(t->diag, out, DIAG_TEXT, false);
	fclose(out);
	assert_contains(str(text), "the site has no page \"/merchants/dumond/\"");
	assert_contains(str(text), "/merchants/dumont/?");
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		in_town(a_site_has_all_its_files_each_once),
		in_town(one_thread_and_many_write_the_same_bytes),
		in_town(any_file_can_be_asked_for_alone_by_any_thread),
		in_town(the_clock_alone_changes_nothing),
		in_town(a_full_disk_ends_the_run),
		in_town(a_theme_that_lacks_a_template_is_reported_before_anything_is_written),
		in_town(progress_ends_with_all_files),
		in_town(a_page_is_named_by_its_path_however_it_is_typed),
		in_town(an_unknown_page_is_answered_with_the_nearest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
