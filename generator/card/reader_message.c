#include "card/reader_parts.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "card/fix.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MESSAGE_MOST = 1024, CLIP_MOST = 60 };

/* "products[2].price: ", or nothing outside fields. */
static struct str
trail_text(struct reader *r, const struct trail *trail)
{
	struct str up = { 0 };

	if (!trail)
		return up;
	up = trail_text(r, trail->up);
	if (!trail->key)
		return arena_printf(r->scratch, "%.*s[%zu]", STR_ARG(up), trail->index);
	return arena_printf(r->scratch, "%.*s%s%s", STR_ARG(up), up.len ? "." : "", trail->key);
}

typedef void report_fn(struct diag *diag, struct pos at, const char *code, const char *format, ...);

static void
say(struct reader *r, report_fn *report, struct pos at, const char *code, const char *text)
{
	struct str trail = trail_text(r, r->trail);

	report(r->diag, at, code, "%.*s%s%s", STR_ARG(trail), trail.len ? ": " : "", text);
}

void
reader_error(struct reader *r, struct pos at, const char *code, const char *format, ...)
{
	char text[MESSAGE_MOST];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	say(r, diag_error, at, code, text);
}

void
reader_warning(struct reader *r, struct pos at, const char *code, const char *format, ...)
{
	char text[MESSAGE_MOST];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	say(r, diag_warning, at, code, text);
}

void
reader_note(struct reader *r, struct pos at, const char *code, const char *format, ...)
{
	char text[MESSAGE_MOST];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	say(r, diag_note, at, code, text);
}

void
reader_fix(struct reader *r, const struct yaml_node *node, struct str text)
{
	struct fix fix = {
		.at = node->at,
		.from = node->from,
		.to = node->to,
	};

	if (!r->fixes)
		return;
	fix.field = arena_str(r->arena, trail_text(r, r->trail));
	fix.was = arena_str(r->arena, node->text);
	fix.text = arena_str(r->arena, text);
	fix.file_hash = hash_of(r->bytes);
	fix_add(r->fixes, r->arena, &fix);
}

const char *
reader_clip(struct reader *r, struct str text)
{
	static const char more[] = "…";
	size_t at = 0;
	char *copy;

	for (size_t n = 0; n < CLIP_MOST && at < text.len; n++)
		utf8_next(text, &at);
	copy = arena_array(r->scratch, at + sizeof more, 1);
	memcpy(copy, text.ptr ? text.ptr : "", at);
	for (size_t i = 0; i < at; i++)
		if ((unsigned char)copy[i] < ' ')
			copy[i] = ' ';
	if (at < text.len)
		memcpy(copy + at, more, sizeof more);
	return copy;
}

static const char *
found(const struct yaml_node *node)
{
	static const char *const kinds[] = {
		[YAML_SCALAR] = N_("a text"),
		[YAML_LIST] = N_("a list"),
		[YAML_MAP] = N_("a map"),
	};

	return _(kinds[node->kind]);
}

static void
report_type(struct reader *r, const struct field *field, const struct yaml_node *node)
{
	reader_error(r, node->at, "type", _("this must be %s, not %s"),
	             _(schema_type_name(field->type)), found(node));
}

bool
reader_expect(struct reader *r, const struct field *field, const struct yaml_node *node,
              enum yaml_kind kind)
{
	if (node->kind == kind)
		return true;
	report_type(r, field, node);
	if (kind == YAML_LIST && node->kind == YAML_SCALAR)
		diag_hint(r->diag, _("write it in brackets: [%s]"), reader_clip(r, node->text));
	else
		reader_example(r, field);
	return false;
}

void
reader_example(struct reader *r, const struct field *field)
{
	if (field->example)
		diag_hint(r->diag, _("for example %s: %s"), field->key, field->example);
}

bool
reader_expect_words(struct reader *r, const struct field *field, const struct yaml_node *node)
{
	return node->kind != YAML_MAP || reader_expect(r, field, node, YAML_LIST);
}

void
reader_no_such_item(struct reader *r, const struct yaml_node *item)
{
	reader_warning(r, item->at, "translation",
	               _("the main card has no such item to translate"));
	diag_hint(r->diag, _("a translation's list has the items of the main card, in its order"));
}

bool
reader_is_absent(const struct yaml_node *node)
{
	return yaml_is_null(node) || (node->kind == YAML_SCALAR && str_trim(node->text).len == 0);
}

/* Accents that stand apart from their letter, as macOS writes them: U+0300 to U+036F. */
static bool
has_marks(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] == '\xcc' || text.ptr[i] == '\xcd')
			return true;
	return false;
}

struct str
reader_keep(struct reader *r, struct str text)
{
	struct str kept;
	char *bytes;

	text = str_trim(text);
	if (has_marks(text))
		text = utf8_nfc(r->scratch, text);
	kept = arena_str(r->arena, text);
	bytes = (char *)(uintptr_t)kept.ptr; /* just copied: ours to change */
	for (size_t i = 0; i < kept.len; i++)
		if ((unsigned char)bytes[i] < ' ')
			bytes[i] = ' ';
	/* A file has none of the others, but "\x9b" in quotes means one. */
	for (size_t i; (i = utf8_find_control(kept)) < kept.len;) {
		size_t end = i;

		utf8_next(kept, &end);
		memset(bytes + i, ' ', end - i);
	}
	return kept;
}
