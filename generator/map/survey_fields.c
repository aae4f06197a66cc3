#include "map/survey_fields.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "card/card.h"
#include "card/reader.h"
#include "card/web.h"

#include <string.h>

/* ---- tags ---- */

struct str
survey_tag(struct surveying *s, const struct osm_object *object, const char *key)
{
	struct str value = str_trim(osm_tag(object, key)), kept;
	char *bytes;

	if (value.len == 0)
		return (struct str){ 0 };
	kept = arena_str(s->arena, utf8_nfc(s->scratch, value));
	bytes = (char *)(uintptr_t)kept.ptr; /* just copied: ours to change */
	for (size_t i = 0; i < kept.len; i++)
		if ((unsigned char)bytes[i] < ' ')
			bytes[i] = ' ';
	for (size_t i; (i = utf8_find_control(kept)) < kept.len;) {
		size_t end = i;

		utf8_next(kept, &end);
		memset(bytes + i, ' ', end - i);
	}
	return str_trim(kept);
}

void
survey_left_out(struct surveying *s, const struct survey_merchant *merchant, const char *what,
                struct str value)
{
	diag_note(s->diag, (struct pos){ s->file, 0, 0 }, "import-value",
	          _("%.*s (%.*s): %s \"%.*s\" is left out: a card could not have it"),
	          STR_ARG(merchant->ref), STR_ARG(merchant->name), what,
	          STR_ARG(str_sub(value, 0, 120)));
}

/* The first of the keys that says something. */
static struct str
first_tag(struct surveying *s, const struct osm_object *object, const char *const *keys,
          size_t count)
{
	struct str value = { 0 };

	for (size_t i = 0; i < count && value.len == 0; i++)
		value = survey_tag(s, object, keys[i]);
	return value;
}

/* ---- texts in several languages ---- */

static struct str
in_language(struct surveying *s, const struct osm_object *object, const char *key, enum lang lang)
{
	return survey_tag(s, object, arena_printf(s->scratch, "%s:%s", key, lang_code(lang)).ptr);
}

/* key:fr, key:nl … in the site's languages, `key` alone where the first one has none, each with `format`'s way
 * of adding a number; one language alone is a plain text. */
static struct str
localised(struct surveying *s, const struct osm_object *object, const char *key)
{
	const struct config *config = s->config;
	struct str first = in_language(s, object, key, config->languages[0]), all;
	struct buf out = { 0 };
	size_t count = 1;

	if (first.len == 0)
		first = survey_tag(s, object, key);
	if (first.len == 0)
		return first;
	for (int lang = 0; lang < LANG_COUNT; lang++) {
		struct str text = { 0 };

		for (size_t i = 1; i < config->languages_len; i++)
			if ((int)config->languages[i] == lang)
				text = in_language(s, object, key, (enum lang)lang);
		if ((int)config->languages[0] == lang)
			buf_printf(&out, "%s: %.*s\n", lang_code((enum lang)lang), STR_ARG(first));
		else if (text.len > 0 && !str_eq(text, first) && ++count)
			buf_printf(&out, "%s: %.*s\n", lang_code((enum lang)lang), STR_ARG(text));
	}
	all = count > 1 ? arena_str(s->arena, buf_str(&out)) : first;
	buf_release(&out);
	return all;
}

/* The text of the first language in a value. */
static struct str
first_text(struct surveying *s, struct str value)
{
	const char *code = lang_code(s->config->languages[0]);
	struct str rest = value, line;

	if (str_find(value, '\n') == value.len)
		return value;
	while (str_split(&rest, '\n', &line))
		if (str_starts(line, code))
			return str_sub(line, 4, line.len);
	return value;
}

/* ---- name and category ---- */

static bool
set_name(struct surveying *s, struct survey_merchant *merchant)
{
	static const char *const instead[] = { "brand", "operator", "official_name" };
	struct str name = localised(s, merchant->object, "name");

	if (name.len == 0)
		name = first_tag(s, merchant->object, instead, countof(instead));
	if (name.len == 0)
		return false;
	survey_set(merchant, s->arena, "name", name);
	merchant->name = first_text(s, name);
	return true;
}

static void
set_category(struct surveying *s, struct survey_merchant *merchant, const struct survey_kind *kind)
{
	struct str words = kind->words[0];

	for (size_t i = 1; i < kind->len; i++)
		words = arena_printf(s->arena, "%.*s\n%.*s", STR_ARG(words),
		                     STR_ARG(kind->words[i]));
	merchant->category = kind->words[0];
	survey_set(merchant, s->arena, "category", words);
	/* shop=insurance has a category, if under another key. */
	if (kind->key.len > 0 &&
	    !str_eq(utf8_fold(s->scratch, kind->value), utf8_fold(s->scratch, kind->words[0])))
		diag_note(s->diag, (struct pos){ s->file, 0, 0 }, "import-category",
		          _("%.*s (%.*s): no category is called %.*s=%.*s; it goes into \"%.*s\""),
		          STR_ARG(merchant->ref), STR_ARG(merchant->name), STR_ARG(kind->key),
		          STR_ARG(kind->value), STR_ARG(kind->words[0]));
}

/* ---- the address ---- */

/* The order that the post of the country asks for. */
static struct str
street_line(struct surveying *s, struct str country, struct str street, struct str number)
{
	if (number.len == 0)
		return street;
	if (str_is(country, "FR") || str_is(country, "MC"))
		return arena_printf(s->arena, "%.*s %.*s", STR_ARG(number), STR_ARG(street));
	if (str_is(country, "LU"))
		return arena_printf(s->arena, "%.*s, %.*s", STR_ARG(number), STR_ARG(street));
	return arena_printf(s->arena, "%.*s %.*s", STR_ARG(street), STR_ARG(number));
}

/* "12;14" is written "12-14". */
static struct str
house_number(struct surveying *s, const struct osm_object *object)
{
	static const char *const keys[] = { "addr:housenumber", "contact:housenumber",
		                            "addr:conscriptionnumber" };
	struct str number = first_tag(s, object, keys, countof(keys));

	for (size_t i = 0; i < number.len; i++)
		if (number.ptr[i] == ';' || number.ptr[i] == ',')
			((char *)(uintptr_t)number.ptr)[i] = '-'; /* our copy */
	return number;
}

static void
set_street(struct surveying *s, struct survey_merchant *merchant, struct str country)
{
	static const char *const keys[] = { "addr:street", "contact:street", "addr:place" };
	struct str number = house_number(s, merchant->object);
	struct str value = localised(s, merchant->object, "addr:street"), rest, line;
	struct buf out = { 0 };

	if (value.len == 0)
		value = first_tag(s, merchant->object, keys, countof(keys));
	if (value.len == 0)
		return;
	if (str_find(value, '\n') == value.len) {
		survey_set(merchant, s->arena, "address.street",
		           street_line(s, country, value, number));
		return;
	}
	rest = value;
	while (rest.len > 0 && str_split(&rest, '\n', &line)) {
		struct str street = street_line(s, country, str_sub(line, 4, line.len), number);

		buf_printf(&out, "%.*s%.*s\n", STR_ARG(str_sub(line, 0, 4)), STR_ARG(street));
	}
	survey_set(merchant, s->arena, "address.street", arena_str(s->arena, buf_str(&out)));
	buf_release(&out);
}

static void
set_address(struct surveying *s, struct survey_merchant *merchant)
{
	static const char *const postcodes[] = { "addr:postcode", "contact:postcode" };
	struct str country = survey_tag(s, merchant->object, "addr:country");
	struct str city = localised(s, merchant->object, "addr:city");

	set_street(s, merchant, country.len ? country : s->config->country);
	survey_set(merchant, s->arena, "address.postcode",
	           first_tag(s, merchant->object, postcodes, countof(postcodes)));
	if (city.len == 0)
		city = survey_tag(s, merchant->object, "contact:city");
	survey_set(merchant, s->arena, "address.city", city);
}

/* ---- telephone, mail, web ---- */

static void
set_phone(struct surveying *s, struct survey_merchant *merchant)
{
	static const char *const keys[] = { "phone", "contact:phone", "mobile", "contact:mobile",
		                            "phone:mobile" };

	for (size_t i = 0; i < countof(keys); i++) {
		struct str numbers = survey_tag(s, merchant->object, keys[i]), number;

		while (str_split(&numbers, ';', &number)) {
			struct phone phone = { 0 };

			if (phone_parse(&phone, s->arena, str_trim(number), s->config->country)) {
				survey_set(merchant, s->arena, "phone", phone.international);
				return;
			}
			survey_left_out(s, merchant, keys[i], number);
		}
	}
}

static void
set_email(struct surveying *s, struct survey_merchant *merchant)
{
	static const char *const keys[] = { "email", "contact:email" };
	struct str values = first_tag(s, merchant->object, keys, countof(keys)), value;

	while (str_split(&values, ';', &value)) {
		if (web_is_email(str_trim(value))) {
			survey_set(merchant, s->arena, "email", str_trim(value));
			return;
		}
		survey_left_out(s, merchant, "email", value);
	}
}

/* A whole web address; of several the first; empty when there is none. */
static struct str
web_address(struct surveying *s, struct str value)
{
	size_t next = str_find(value, ';');

	if (web_check(value) == WEB_NO_SCHEME)
		value = arena_printf(s->arena, "https://%.*s", STR_ARG(value));
	if (web_check(value) == WEB_OK &&
	    !(next < value.len && strstr(arena_cstr(s->scratch, value), ";http")))
		return value;
	if (next < value.len)
		return web_address(s, str_trim(str_sub(value, 0, str_find(value, ';'))));
	return (struct str){ 0 };
}

static void
set_web(struct surveying *s, struct survey_merchant *merchant, const char *path, const char *key)
{
	struct str value = survey_tag(s, merchant->object, key), url;

	if (value.len == 0 || survey_get(merchant, path).len > 0)
		return;
	url = web_address(s, value);
	if (url.len > 0)
		survey_set(merchant, s->arena, path, url);
	else
		survey_left_out(s, merchant, key, value);
}

/* "https://www.facebook.com/dumont/" to "dumont", where that is all. */
static struct str
handle_of(struct surveying *s, const struct term *term, struct str url)
{
	struct str start, rest;
	size_t slash;

	if (!term->extra)
		return url;
	start = str(term->extra);
	if (!str_starts(url, term->extra))
		return url;
	rest = str_sub(url, start.len, url.len);
	slash = str_find(rest, '/');
	if (slash + 1 == rest.len)
		rest.len--;
	for (size_t i = 0; i < rest.len; i++)
		if (!strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-",
		            rest.ptr[i]))
			return url;
	return rest.len ? arena_str(s->arena, rest) : url;
}

static struct str
account(struct surveying *s, const struct term *term, struct str value)
{
	struct phone phone = { 0 };

	if (str_is(str(term->id), "whatsapp") &&
	    phone_parse(&phone, s->arena, value, s->config->country))
		return phone.international;
	if (str_find(value, '/') < value.len || str_starts(value, "www."))
		return handle_of(s, term, web_address(s, value));
	if (str_starts(value, "@") && term->extra)
		return str_sub(value, 1, value.len);
	return value; /* the reader of cards will say whether it is a name */
}

static void
set_accounts(struct surveying *s, struct survey_merchant *merchant)
{
	size_t count;
	const struct term *terms = vocabulary(VOCABULARY_SOCIAL, &count);

	for (size_t i = 0; i < count; i++) {
		const char *path = arena_printf(s->scratch, "social.%s", terms[i].id).ptr;
		struct str value = { 0 };

		if (terms[i].osm)
			value = survey_tag(s, merchant->object, terms[i].osm);
		if (terms[i].osm && value.len == 0)
			value = survey_tag(s, merchant->object, terms[i].osm + strlen("contact:"));
		if (value.len == 0)
			continue;
		value = account(s, &terms[i], value);
		if (value.len > 0)
			survey_set(merchant, s->arena, path, value);
		else
			survey_left_out(s, merchant, terms[i].id,
			                survey_tag(s, merchant->object, terms[i].osm));
	}
}

static void
set_links(struct surveying *s, struct survey_merchant *merchant)
{
	size_t count;
	const struct term *terms = vocabulary(VOCABULARY_LINKS, &count);

	set_web(s, merchant, "website", "website");
	set_web(s, merchant, "website", "contact:website");
	set_web(s, merchant, "website", "url");
	for (size_t i = 0; i < count; i++)
		if (terms[i].osm)
			set_web(s, merchant, arena_printf(s->scratch, "links.%s", terms[i].id).ptr,
			        terms[i].osm);
}

/* ---- hours, access, age ---- */

/* As they are; where the spelling is merely tolerated, the usual one. */
static void
set_hours(struct surveying *s, struct survey_merchant *merchant)
{
	struct str value = survey_tag(s, merchant->object, "opening_hours");
	struct diag *quiet;
	struct hours hours = { 0 };

	if (value.len == 0)
		return;
	quiet = diag_new();
	hours_parse(&hours, s->scratch, value, (struct pos){ 0 }, quiet);
	diag_free(quiet);
	if (hours.state == HOURS_KNOWN)
		survey_set(merchant, s->arena, "hours",
		           hours.odd ? arena_str(s->arena, hours.text) : value);
	else
		survey_left_out(s, merchant, "opening_hours", value);
}

static void
set_answer(struct surveying *s, struct survey_merchant *merchant, const char *path, const char *key)
{
	struct str value = survey_tag(s, merchant->object, key);

	if (str_is(value, "designated"))
		value = STR("yes");
	if (str_is(value, "yes") || str_is(value, "no") ||
	    (str_is(value, "limited") && strcmp(key, "wheelchair") == 0))
		survey_set(merchant, s->arena, path, value);
}

static void
set_access(struct surveying *s, struct survey_merchant *merchant)
{
	set_answer(s, merchant, "accessibility.wheelchair", "wheelchair");
	set_answer(s, merchant, "accessibility.toilets-wheelchair", "toilets:wheelchair");
	set_answer(s, merchant, "accessibility.hearing-loop", "hearing_loop");
	survey_set(merchant, s->arena, "accessibility.notes",
	           localised(s, merchant->object, "wheelchair:description"));
}

/* The year of a shop. That of an outline which is the building, too, may be when it was built. */
static void
set_founded(struct surveying *s, struct survey_merchant *merchant)
{
	struct str value = survey_tag(s, merchant->object, "start_date");
	size_t digits = 0;

	while (digits < value.len && value.ptr[digits] >= '0' && value.ptr[digits] <= '9')
		digits++;
	if (digits == 4 && osm_tag(merchant->object, "building").len == 0)
		survey_set(merchant, s->arena, "founded", str_sub(value, 0, 4));
}

bool
survey_fields(struct surveying *s, struct survey_merchant *merchant, const struct survey_kind *kind)
{
	if (!set_name(s, merchant))
		return false;
	set_category(s, merchant, kind);
	survey_set(merchant, s->arena, "summary", localised(s, merchant->object, "description"));
	set_address(s, merchant);
	set_phone(s, merchant);
	set_email(s, merchant);
	set_links(s, merchant);
	set_accounts(s, merchant);
	set_hours(s, merchant);
	set_access(s, merchant);
	set_founded(s, merchant);
	survey_set(merchant, s->arena, "vat", survey_tag(s, merchant->object, "ref:vatin"));
	survey_lists(s, merchant);
	return true;
}

/* ---- what the reader says ---- */

static bool
is_accepted(struct surveying *s, const struct compose_field *fields, size_t len)
{
	struct diag *quiet = diag_new();
	struct merchant merchant = { 0 };
	struct buf text = { 0 };
	struct reader reader = {
		.arena = s->scratch,
		.scratch = s->scratch,
		.diag = quiet,
		.config = s->config,
	};
	bool good;

	compose_card(&text, KIND_MERCHANT, fields, len, (struct str){ 0 });
	reader_card(&reader, KIND_MERCHANT, &merchant, buf_str(&text), "card.md",
	            s->config->languages[0]);
	good = diag_count(quiet, DIAG_ERROR) == 0 && diag_count(quiet, DIAG_WARNING) == 0;
	buf_release(&text);
	diag_free(quiet);
	return good;
}

void
survey_check(struct surveying *s, struct survey_merchant *merchant)
{
	size_t kept = 0;

	if (is_accepted(s, merchant->fields, merchant->len))
		return;
	for (size_t i = 0; i < merchant->len; i++) {
		struct compose_field three[3] = { { STR("name"), STR("x") },
			                          { STR("category"), STR("other") } };
		const struct compose_field *field = &merchant->fields[i];
		bool needed = str_is(field->path, "name") || str_is(field->path, "category");

		three[2] = *field;
		if (needed || is_accepted(s, three, countof(three)))
			merchant->fields[kept++] = *field;
		else
			survey_left_out(s, merchant, arena_cstr(s->scratch, field->path),
			                field->value);
	}
	merchant->len = kept;
}
