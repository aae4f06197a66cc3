#include "map/style_parts.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"

#include <string.h>

enum { ALTERNATIVES_MOST = 64, TESTS_MOST = 8 };

/* "key=value", "key=*", "key!=value" */
static bool
parse_test(struct style_test *test, struct str text)
{
	size_t at = str_find(text, '=');
	size_t end = at;

	if (at == 0 || at == text.len)
		return false;
	test->absent = text.ptr[at - 1] == '!';
	end -= test->absent;
	test->key = str_trim(str_sub(text, 0, end));
	test->value = str_trim(str_sub(text, at + 1, text.len));
	if (test->key.len == 0 || test->value.len == 0)
		return false;
	if (str_is(test->value, "*"))
		test->value = (struct str){ 0 };
	return true;
}

/* Cuts the text before " + " off `rest`. */
static struct str
next_test(struct str *rest)
{
	const char *plus = rest->len ? memmem(rest->ptr, rest->len, " + ", 3) : NULL;
	size_t at = plus ? (size_t)(plus - rest->ptr) : rest->len;
	struct str part = str_trim(str_sub(*rest, 0, at));

	*rest = str_sub(*rest, plus ? at + 3 : at, rest->len);
	return part;
}

/* What must hold comes first: the index goes by it. */
static void
swap_first(struct style_test *tests, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (!tests[i].absent) {
			struct style_test first = tests[0];

			tests[0] = tests[i];
			tests[i] = first;
			return;
		}
}

static bool
read_match(struct style_reader *r, const struct yaml_node *node, struct style_match *match)
{
	struct style_test tests[TESTS_MOST];
	struct str rest = node->text;
	size_t len = 0;

	if (node->kind != YAML_SCALAR)
		rest = (struct str){ 0 };
	do {
		if (len == TESTS_MOST || !parse_test(&tests[len++], next_test(&rest))) {
			diag_error(style_failed(r), node->at, STYLE_CODE,
			           _("this is no test of a tag"));
			diag_hint(r->diag,
			          _("key=value, key=* or key!=value; up to %d joined by \" + \": "
			            "highway=service + service=driveway"),
			          TESTS_MOST);
			return false;
		}
	} while (rest.len);
	swap_first(tests, len);
	if (tests[0].absent) {
		diag_error(style_failed(r), node->at, STYLE_CODE,
		           _("this only says what must not be"));
		diag_hint(r->diag, _("it needs a tag that must be there: building=* + "
		                     "building!=no"));
		return false;
	}
	match->tests = arena_copy(r->arena, tests, len * sizeof *tests);
	match->len = len;
	return true;
}

void
style_read_is(struct style_reader *r, const struct yaml_node *node, struct style_rule *rule)
{
	struct style_match *is;

	if (node->kind != YAML_LIST || node->len == 0 || node->len > ALTERNATIVES_MOST) {
		diag_error(style_failed(r), yaml_place(node), STYLE_CODE,
		           _("\"is\" is a list of up to %d tags"), ALTERNATIVES_MOST);
		diag_hint(r->diag, _("for example [landuse=grass, leisure=park]"));
		return;
	}
	is = arena_array(r->arena, node->len, sizeof *is);
	for (const struct yaml_node *m = node->first; m; m = m->next)
		rule->is_len += read_match(r, m, &is[rule->is_len]);
	rule->is = is;
}
