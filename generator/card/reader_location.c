#include "card/reader_parts.h"

#include "base/diag.h"
#include "base/i18n.h"
#include "card/card.h"

/* Roughly where each country lies, to notice coordinates the wrong way round: degrees. */
static const struct frame {
	const char *country;
	double south, west, north, east;
} frames[] = {
	{ "BE", 49.4, 2.5, 51.6, 6.5 },  { "FR", 41.2, -5.3, 51.2, 9.7 },
	{ "LU", 49.4, 5.7, 50.2, 6.6 },  { "NL", 50.7, 3.3, 53.7, 7.3 },
	{ "DE", 47.2, 5.8, 55.1, 15.1 },
};

static bool
lies_in(struct str country, double latitude, double longitude)
{
	for (size_t i = 0; i < countof(frames); i++) {
		const struct frame *f = &frames[i];

		if (str_is(country, f->country))
			return latitude >= f->south && latitude <= f->north &&
			       longitude >= f->west && longitude <= f->east;
	}
	return false;
}

/* A decimal number: sign, digits, point, digits; no exponent, no inf, whatever the locale. */
static bool
read_number(struct str text, double *number)
{
	double value = 0, scale = 1;
	bool minus = text.len && text.ptr[0] == '-', point = false;
	size_t i = minus || (text.len && text.ptr[0] == '+'), digits = 0;

	for (; i < text.len; i++) {
		char c = text.ptr[i];

		if (c == '.' && !point) {
			point = true;
		} else if (c >= '0' && c <= '9' && digits < 15) {
			value = value * 10 + (c - '0');
			scale *= point ? 10 : 1;
			digits++;
		} else if (c < '0' || c > '9' || !point) {
			return false; /* beyond 15 digits, decimals are noise */
		}
	}
	*number = (minus ? -value : value) / scale;
	return digits > 0;
}

/* Exactly `count` numbers of a list; reported when it is anything else. */
static bool
read_numbers(struct reader *r, const struct field *field, const char *code, double *numbers,
             size_t count, const struct yaml_node *node)
{
	size_t i = 0;

	if (node->kind != YAML_LIST || node->len != count) {
		reader_error(r, node->at, node->kind == YAML_LIST ? code : "type",
		             _("this must be %s"), _(schema_type_name(field->type)));
		if (node->kind == YAML_LIST && node->len == 2 * count)
			diag_hint(r->diag, _("write decimals with a point: 50.3957"));
		else
			reader_example(r, field);
		return false;
	}
	for (const struct yaml_node *item = node->first; item; item = item->next)
		if (item->kind != YAML_SCALAR ||
		    !read_number(str_trim(item->text), &numbers[i++])) {
			reader_error(r, item->at, code, _("\"%s\" is not a number"),
			             reader_clip(r, item->text));
			reader_example(r, field);
			return false;
		}
	return true;
}

static bool
is_on_earth(double latitude, double longitude)
{
	return latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180;
}

/* Degrees as they were written, for a hint. */
static const char *
written(const struct yaml_node *list, size_t index)
{
	const struct yaml_node *item = list->first;

	while (index--)
		item = item->next;
	return item->text.ptr;
}

void
reader_location(struct reader *r, const struct field *field, void *object,
                const struct yaml_node *node)
{
	struct location *location = MEMBER(object, field->offset, struct location);
	struct str country = r->config->country;
	double at[2] = { 0 };

	if (!read_numbers(r, field, "location", at, 2, node))
		return;
	if (!is_on_earth(at[0], at[1])) {
		reader_error(
			r, node->at, "location",
			_("a latitude lies between -90 and 90, a longitude between -180 and 180"));
		reader_example(r, field);
		return;
	}
	if (!lies_in(country, at[0], at[1]) && lies_in(country, at[1], at[0])) {
		reader_warning(r, node->at, "location",
		               _("latitude and longitude seem to have changed places; they are "
		                 "not used"));
		diag_hint(r->diag, _("write the latitude first: [%s, %s]"), written(node, 1),
		          written(node, 0));
		return;
	}
	*location = (struct location){ true, at[0], at[1] };
}

void
reader_bounds(struct reader *r, const struct field *field, void *object,
              const struct yaml_node *node)
{
	double *bounds = MEMBER(object, field->offset, double);

	if (!read_numbers(r, field, "location", bounds, 4, node))
		return;
	if (!is_on_earth(bounds[0], bounds[1]) || !is_on_earth(bounds[2], bounds[3]) ||
	    bounds[0] >= bounds[2] || bounds[1] >= bounds[3]) {
		reader_error(r, node->at, "location",
		             _("these are not south, west, north, east in degrees"));
		reader_example(r, field);
		return;
	}
	*MEMBER(object, field->beside, bool) = true;
}

void
reader_focus(struct reader *r, const struct field *field, void *object,
             const struct yaml_node *node)
{
	double *focus = MEMBER(object, field->offset, double);
	double at[2] = { 0 };

	if (!read_numbers(r, field, "photo", at, 2, node))
		return;
	if (at[0] < 0 || at[0] > 1 || at[1] < 0 || at[1] > 1) {
		reader_error(r, node->at, "photo", _("both numbers must lie between 0 and 1"));
		reader_example(r, field);
		return;
	}
	focus[0] = at[0];
	focus[1] = at[1];
}
