/* The target that adds smaller versions: what it puts where, and what it takes from the cache. */
#include "command/precompress.h"

#include "../check.h"
#include "base/buf.h"
#include "base/cache.h"
#include "base/diag.h"
#include "base/file.h"
#include "site/compress.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

static const char page[] =
	"<p>Boulangerie Dumont</p><p>Boulangerie Dumont</p><p>Boulangerie Dumont</p>"
	"<p>Boulangerie Dumont</p><p>Boulangerie Dumont</p><p>Boulangerie Dumont</p>"
	"<p>Boulangerie Dumont</p><p>Boulangerie Dumont</p><p>Boulangerie Dumont</p>"
	"<p>Boulangerie Dumont</p><p>Boulangerie Dumont</p><p>Boulangerie Dumont</p>";

/* A site that notes what is put: "PATH SIZE;", and what is asked for. */
struct site {
	struct buf log;
	struct hash last; /* of the bytes put last */
	const char *fails;
	size_t kept;
};

struct fixture {
	char folder[64];
	struct diag *diag;
	struct cache *cache;
	struct site site;
	struct target inner, target;
	struct precompress precompress;
};

static int
put(void *context, struct str path, struct str bytes, struct diag *diag)
{
	struct site *site = context;

	(void)diag;
	buf_printf(&site->log, "%.*s %s;", STR_ARG(path),
	           bytes.len == sizeof page - 1 ? "whole" : "less");
	site->last = hash_of(bytes);
	return site->fails && str_is(path, site->fails) ? -1 : 0;
}

static bool
keep(void *context, struct str path, size_t size, struct hash hash)
{
	struct site *site = context;

	(void)path;
	(void)size;
	(void)hash;
	site->kept++;
	return true;
}

static int
set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	strcpy(f->folder, "/tmp/quartier-precompress-XXXXXX");
	if (!mkdtemp(f->folder))
		return -1;
	f->diag = diag_new();
	f->cache = cache_new(f->folder);
	f->inner = (struct target){ .put = put, .keep = keep, .context = &f->site };
	f->target = precompress_target(&f->precompress, &f->inner, f->cache);
	*state = f;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *f = *state;

	cache_free(f->cache);
	diag_free(f->diag);
	buf_release(&f->site.log);
	file_remove_tree(AT_FDCWD, f->folder);
	free(f);
	return 0;
}

static int
put_page(struct fixture *f, const char *path)
{
	buf_clear(&f->site.log);
	return target_put(&f->target, str(path), STR(page), f->diag);
}

static void
a_text_has_two_smaller_versions_beside_it(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(put_page(f, "a/index.html"), 0);
	assert_string_equal(f->site.log.ptr,
	                    "a/index.html whole;a/index.html.gz less;a/index.html.br less;");
	assert_int_equal(put_page(f, "a.webp"), 0);
	assert_string_equal(f->site.log.ptr, "a.webp whole;");
}

static void
what_cannot_be_put_ends_it(void **state)
{
	static const struct {
		const char *fails, *log;
	} cases[] = {
		{ "index.html", "index.html whole;" },
		{ "index.html.gz", "index.html whole;index.html.gz less;" },
		{ "index.html.br", "index.html whole;index.html.gz less;index.html.br less;" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		f->site.fails = cases[i].fails;
		assert_int_equal(put_page(f, "index.html"), -1);
		assert_string_equal(f->site.log.ptr, cases[i].log);
	}
}

/* What is kept is never seen, and so could have no versions. */
static void
no_text_is_kept_unread(void **state)
{
	struct fixture *f = *state;
	struct hash hash = hash_of(STR(page));

	assert_true(f->target.keep(f->target.context, STR("a.webp"), 5000, hash));
	assert_int_equal(f->site.kept, 1);
	assert_false(f->target.keep(f->target.context, STR("a.svg"), 5000, hash));
	assert_int_equal(f->site.kept, 1);
	assert_true(f->target.keep(f->target.context, STR("a.svg"), 50, hash));
	f->inner.keep = NULL;
	assert_false(f->target.keep(f->target.context, STR("a.webp"), 5000, hash));
}

/* An entry under the page's key: what the versions are taken from. */
static void
the_cache_is_believed_only_when_it_makes_sense(void **state)
{
	static const struct {
		const char *entry;
		size_t len;
		const char *log; /* NULL: as made anew */
	} cases[] = {
		{ "", 0, NULL },
		{ "\1\0\0", 3, NULL },
		{ "\4\0\0\0abc", 7, NULL },
		{ "\xff\xff\xff\xff"
		  "abc",
		  7, NULL },
		{ "\2\0\0\0abc", 7, "i.html whole;i.html.gz less;i.html.br less;" },
		{ "\3\0\0\0abc", 7, "i.html whole;i.html.gz less;" },
		{ "\0\0\0\0", 4, "i.html whole;" },
	};
	struct fixture *f = *state;
	struct hash key = hash_mix(compress_recipe(), hash_of(STR(page))), anew;

	assert_int_equal(put_page(f, "i.html"), 0);
	anew = f->site.last;
	for (size_t i = 0; i < countof(cases); i++) {
		cache_put(f->cache, key, (struct str){ cases[i].entry, cases[i].len });
		assert_int_equal(put_page(f, "i.html"), 0);
		assert_int_equal(hash_eq(f->site.last, anew), !cases[i].log);
		if (cases[i].log)
			assert_string_equal(f->site.log.ptr, cases[i].log);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_text_has_two_smaller_versions_beside_it, set_up,
		                                tear_down),
		cmocka_unit_test_setup_teardown(what_cannot_be_put_ends_it, set_up, tear_down),
		cmocka_unit_test_setup_teardown(no_text_is_kept_unread, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_cache_is_believed_only_when_it_makes_sense,
		                                set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
