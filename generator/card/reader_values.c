#include "card/reader_parts.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "card/card.h"
#include "card/spelling.h"
#include "card/vat.h"

/* ---- yes, no and words of a fixed list ---- */

static bool
read_yes(struct reader *r, const struct field *field, const struct yaml_node *node, bool *yes)
{
	if (!reader_expect(r, field, node, YAML_SCALAR))
		return false;
	if (yaml_bool(str_trim(node->text), yes))
		return true;
	reader_error(r, node->at, "type", _("\"%s\" is neither yes nor no"),
	             reader_clip(r, node->text));
	return false;
}

void
reader_bool(struct reader *r, const struct field *field, void *object, const struct yaml_node *node)
{
	bool yes;

	if (read_yes(r, field, node, &yes))
		*MEMBER(object, field->offset, bool) = field->flags & FIELD_INVERTED ? !yes : yes;
}

void
reader_tristate(struct reader *r, const struct field *field, void *object,
                const struct yaml_node *node)
{
	bool yes;

	if (read_yes(r, field, node, &yes))
		*MEMBER(object, field->offset, int) = yes;
}

static bool
means(const struct choice *choice, struct str text)
{
	bool yes;

	if (!choice->word)
		return false;
	if (spelling_same(text, str(choice->word)))
		return true;
	for (int lang = 0; lang < LANG_COUNT; lang++)
		if (spelling_same(text, str(choice->label[lang])))
			return true;
	return yaml_bool(text, &yes) && str_is(str(choice->word), yes ? "yes" : "no");
}

/* The word of the choice whose word or label is nearest to what was written; NULL. */
static const char *
nearest_choice(const struct choices *choices, struct str text)
{
	enum { MOST = 16 };
	struct str words[MOST];

	for (int lang = -1; lang < LANG_COUNT; lang++) {
		const char *ids[MOST];
		size_t len = 0, nearest;

		for (size_t i = 0; i < choices->len && len < MOST; i++)
			if (choices->items[i].word) {
				ids[len] = choices->items[i].word;
				words[len] =
					str(lang < 0 ? ids[len] : choices->items[i].label[lang]);
				len++;
			}
		nearest = utf8_nearest(text, words, len);
		if (nearest < len)
			return ids[nearest];
	}
	return NULL;
}

static void
report_choice(struct reader *r, const struct field *field, const struct yaml_node *node)
{
	const struct choices *choices = field->choices;
	struct str list = { 0 };
	const char *nearest = nearest_choice(choices, str_trim(node->text));

	for (size_t i = 0; i < choices->len; i++)
		if (choices->items[i].word)
			list = arena_printf(r->scratch, "%.*s%s%s", STR_ARG(list),
			                    list.len ? ", " : "", choices->items[i].word);
	reader_error(r, node->at, choices->code, _("\"%s\" is not one of %.*s"),
	             reader_clip(r, node->text), STR_ARG(list));
	if (nearest)
		diag_hint(r->diag, _("did you mean \"%s\"?"), nearest);
}

/* The index of the word that the node says, or -1 with a report. */
static int
read_choice(struct reader *r, const struct field *field, const struct yaml_node *node)
{
	if (!reader_expect(r, field, node, YAML_SCALAR))
		return -1;
	for (size_t i = 0; i < field->choices->len; i++)
		if (means(&field->choices->items[i], str_trim(node->text)))
			return (int)i;
	report_choice(r, field, node);
	return -1;
}

void
reader_choice(struct reader *r, const struct field *field, void *object,
              const struct yaml_node *node)
{
	int choice = read_choice(r, field, node);

	if (choice >= 0)
		*MEMBER(object, field->offset, unsigned) = (unsigned)choice;
}

void
reader_country(struct reader *r, const struct field *field, void *object,
               const struct yaml_node *node)
{
	int choice = read_choice(r, field, node);

	if (choice >= 0)
		*MEMBER(object, field->offset, struct str) =
			str(field->choices->items[choice].word);
}

/* ---- numbers ---- */

/* Leading decimal digits; *rest is what follows. False when there are none or too many. */
static bool
read_digits(struct str text, uint64_t *number, struct str *rest)
{
	size_t i = 0;

	*number = 0;
	for (; i < text.len && text.ptr[i] >= '0' && text.ptr[i] <= '9'; i++)
		if (__builtin_mul_overflow(*number, (uint64_t)10, number) ||
		    __builtin_add_overflow(*number, (uint64_t)(text.ptr[i] - '0'), number))
			return false;
	*rest = str_sub(text, i, text.len);
	return i > 0;
}

void
reader_int(struct reader *r, const struct field *field, void *object, const struct yaml_node *node)
{
	struct str text = str_trim(node->text), rest;
	uint64_t number;

	if (!reader_expect(r, field, node, YAML_SCALAR))
		return;
	if (!read_digits(text, &number, &rest) || rest.len) {
		reader_error(r, node->at, "type", _("\"%s\" is not a whole number"),
		             reader_clip(r, text));
		reader_example(r, field);
	} else if (number < (uint64_t)field->min || number > (uint64_t)field->max) {
		if (field->min == field->max) {
			reader_error(r, node->at, "version",
			             _("this program reads format %d, not %s"), field->min,
			             reader_clip(r, text));
			diag_hint(r->diag, _("write %d; a higher number needs a newer program"),
			          field->min);
		} else {
			reader_error(r, node->at, "number", _("%s is not between %d and %d"),
			             reader_clip(r, text), field->min, field->max);
		}
	} else {
		*MEMBER(object, field->offset, int) = (int)number;
	}
}

/* The factor of "MiB", "kB"…; 0 for another word. */
static uint64_t
unit_size(struct str unit)
{
	static const struct {
		const char *word;
		uint64_t size;
	} units[] = {
		{ "", 1 },          { "B", 1 },           { "kB", 1000 },
		{ "MB", 1000000 },  { "GB", 1000000000 }, { "KiB", 1 << 10 },
		{ "MiB", 1 << 20 }, { "GiB", 1 << 30 },
	};

	for (size_t i = 0; i < countof(units); i++)
		if (str_eq_ascii(unit, str(units[i].word)))
			return units[i].size;
	return 0;
}

void
reader_size(struct reader *r, const struct field *field, void *object, const struct yaml_node *node)
{
	struct str unit;
	uint64_t number, size;

	if (!reader_expect(r, field, node, YAML_SCALAR))
		return;
	if (!read_digits(str_trim(node->text), &number, &unit) ||
	    __builtin_mul_overflow(number, unit_size(str_trim(unit)), &size) || size == 0) {
		reader_error(r, node->at, "type", _("\"%s\" is not a size"),
		             reader_clip(r, node->text));
		diag_hint(r->diag, _("write a whole number above 0; kB, MB, GB, KiB, MiB or GiB "
		                     "may follow it: 2 MiB"));
	} else if (field->max > 0 && size > (uint64_t)field->max) {
		reader_error(r, node->at, "number", _("%s is not between %d and %d"),
		             reader_clip(r, node->text), 1, field->max);
	} else {
		*MEMBER(object, field->offset, uint64_t) = size;
	}
}

void
reader_money(struct reader *r, const struct field *field, void *object,
             const struct yaml_node *node)
{
	if (!reader_expect(r, field, node, YAML_SCALAR))
		return;
	if (money_parse(MEMBER(object, field->offset, struct money), str_trim(node->text)))
		return;
	reader_error(r, node->at, "price", _("\"%s\" is not a price"), reader_clip(r, node->text));
	diag_hint(r->diag, _("write the amount alone: 3.20, or 0 where it is free"));
}

/* ---- names and numbers given out by others ---- */

void
reader_phone(struct reader *r, const struct field *field, void *object,
             const struct yaml_node *node)
{
	if (!reader_expect(r, field, node, YAML_SCALAR))
		return;
	if (phone_parse(MEMBER(object, field->offset, struct phone), r->arena, str_trim(node->text),
	                r->config->country))
		return;
	reader_error(r, node->at, "phone", _("\"%s\" is not a phone number"),
	             reader_clip(r, node->text));
	diag_hint(r->diag, "%s", phone_hint(str_trim(node->text), r->config->country));
}

void
reader_vat(struct reader *r, const struct field *field, void *object, const struct yaml_node *node)
{
	if (!reader_expect(r, field, node, YAML_SCALAR))
		return;
	if (vat_parse(MEMBER(object, field->offset, struct str), r->arena, str_trim(node->text),
	              r->config->country))
		return;
	reader_error(r, node->at, "vat", _("\"%s\" is not a VAT number"),
	             reader_clip(r, node->text));
	diag_hint(r->diag, _("check each digit; a right one looks like %s"),
	          vat_example(r->config->country));
}

static bool
is_osm_object(struct str text)
{
	struct str kind = str_sub(text, 0, str_find(text, '/')), rest;
	uint64_t number;

	return (str_is(kind, "node") || str_is(kind, "way") || str_is(kind, "relation")) &&
	       read_digits(str_sub(text, kind.len + 1, text.len), &number, &rest) &&
	       rest.len == 0 && number > 0;
}

/* Also the address that a browser shows for the object. */
void
reader_osm(struct reader *r, const struct field *field, void *object, const struct yaml_node *node)
{
	static const char *const before[] = { "https://www.openstreetmap.org/",
		                              "https://openstreetmap.org/" };
	struct str text = str_trim(node->text);

	if (!reader_expect(r, field, node, YAML_SCALAR))
		return;
	for (size_t i = 0; i < countof(before); i++)
		if (str_starts(text, before[i]))
			text = str_sub(text, str(before[i]).len, text.len);
	if (is_osm_object(text)) {
		*MEMBER(object, field->offset, struct str) = arena_str(r->arena, text);
		return;
	}
	reader_error(r, node->at, "osm", _("\"%s\" is not an object of OpenStreetMap"),
	             reader_clip(r, node->text));
	diag_hint(r->diag, _("write node/, way/ or relation/ and its number: node/123456789"));
}

static bool
is_tag_part(struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == ':' ||
		      c == '-'))
			return false;
	}
	return text.len > 0;
}

void
reader_osm_tag(struct reader *r, const struct field *field, void *object,
               const struct yaml_node *node)
{
	struct str text = str_trim(node->text);
	size_t equals = str_find(text, '=');

	if (!reader_expect(r, field, node, YAML_SCALAR))
		return;
	if (is_tag_part(str_sub(text, 0, equals)) &&
	    is_tag_part(str_sub(text, equals + 1, text.len))) {
		*MEMBER(object, field->offset, struct str) = arena_str(r->arena, text);
		return;
	}
	reader_error(r, node->at, "osm", _("\"%s\" is not a tag of OpenStreetMap"),
	             reader_clip(r, text));
	diag_hint(r->diag, _("write a key, = and a value, in lower-case letters: shop=bakery"));
}

void
reader_colour(struct reader *r, const struct field *field, void *object,
              const struct yaml_node *node)
{
	struct str text = str_trim(node->text);
	bool good = (text.len == 4 || text.len == 7) && text.ptr[0] == '#';

	if (!reader_expect(r, field, node, YAML_SCALAR))
		return;
	for (size_t i = 1; good && i < text.len; i++) {
		char c = text.ptr[i];

		good = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
	}
	if (good) {
		*MEMBER(object, field->offset, struct str) = arena_str(r->arena, text);
		return;
	}
	reader_error(r, node->at, "colour", _("\"%s\" is not a colour"), reader_clip(r, text));
	diag_hint(r->diag,
	          _("write # and three or six hexadecimal digits, in quotes: \"#9a3412\""));
}
