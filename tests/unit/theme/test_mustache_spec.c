/*
 * The official specification's own files (mustache/spec v1.4), all but lambdas, in lenient mode: the
 * specification shows nothing for a partial that does not exist.
 */
#include "theme/mustache.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "values.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

static const char *const files[] = { "comments", "delimiters", "interpolation",  "inverted",
	                             "partials", "sections",   "~dynamic-names", "~inheritance" };

static const char *const forms[] = { "yml", "json" };

static bool
passes(struct arena *arena, const struct yaml_node *test, struct diag *diag)
{
	struct mustache_set *set = mustache_set_new();
	const struct value *data = value_from_yaml(arena, yaml_get(test, "data"));
	const struct yaml_node *partials = yaml_get(test, "partials");
	struct buf out = { 0 };
	bool same;
	int rc;

	mustache_set_lenient(set);
	rc = mustache_add(set, STR(" main"), "main", yaml_get(test, "template")->text, diag);
	for (const struct yaml_node *p = partials ? partials->first : NULL; p && rc == 0;
	     p = p->next)
		rc = mustache_add(set, p->key, p->key.ptr, p->text, diag);
	if (rc == 0)
		rc = mustache_link(set, diag);
	if (rc == 0)
		rc = mustache_render(set, mustache_find(set, STR(" main")), &out, &data, 1, diag);
	same = rc == 0 && str_eq(buf_str(&out), yaml_get(test, "expected")->text);
	if (!same)
		print_message("  failed: %s\n    expected: %s\n    rendered: %s\n",
		              yaml_get(test, "name")->text.ptr,
		              yaml_get(test, "expected")->text.ptr, out.ptr ? out.ptr : "");
	buf_release(&out);
	mustache_set_free(set);
	return same;
}

/* Every test of one file; 0 when all pass. */
static int
run_file(const char *path)
{
	static const struct yaml_limits limits = { 64, 100000 };
	struct arena *arena = arena_new();
	struct diag *diag = diag_new();
	const struct yaml_node *root = NULL, *tests;
	struct buf text = { 0 };
	int count = 0, passed = 0;

	if (file_read(&text, path, diag) == 0 &&
	    yaml_parse(&root, arena, buf_str(&text), (struct pos){ path, 1, 1 }, &limits, diag) ==
	            0) {
		tests = yaml_get(root, "tests");
		for (const struct yaml_node *t = tests ? tests->first : NULL; t;
		     t = t->next, count++)
			passed += passes(arena, t, diag);
	}
	diag_print(diag, stdout, DIAG_TEXT, false);
	print_message("%s: %d of %d\n", path, passed, count);
	buf_release(&text);
	diag_free(diag);
	arena_free(arena);
	return count > 0 && passed == count ? 0 : -1;
}

static void
every_file_of_the_specification_passes_whole(void **state)
{
	const char *shared = getenv("QUARTIER_SHARED_DATA");
	char path[4096];
	int failures = 0;

	(void)state;
	snprintf(path, sizeof path, "%s/mustache-spec", shared ? shared : "../shared/data");
	if (access(path, R_OK) < 0) {
		print_message("skipped: the specification's files are not at %s\n", path);
		skip();
	}
	for (size_t i = 0; i < countof(files); i++)
		for (size_t k = 0; k < countof(forms); k++) {
			snprintf(path, sizeof path, "%s/mustache-spec/%s.%s",
			         shared ? shared : "../shared/data", files[i], forms[k]);
			failures += run_file(path) < 0;
		}
	assert_int_equal(failures, 0);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_file_of_the_specification_passes_whole),
	};

	return cmocka_run_group_tests_name("mustache specification", tests, NULL, NULL);
}
