#include "theme/view_private.h"

#include "guide/openings.h"
#include "theme/icon.h"

const struct value *
view_make_category(const struct maker *maker, size_t index)
{
	const struct guide_category *category = maker->guide->categories[index];
	const char *icon = icon_of_category(category->osm, category->schema);
	size_t count = category->merchants_len;
	struct fields f;

	fields_start(&f, maker->arena);
	fields_text(&f, "id", category->id);
	fields_local(&f, maker, "label", "label_lang", &category->label);
	fields_text(&f, "url", view_url(maker, "categories", category->id));
	fields_text(&f, "icon", str(icon));
	fields_text(&f, "drawing", icon_drawing(maker->arena, icon));
	fields_int(&f, "count", (int64_t)count);
	fields_text(&f, "count_text", view_plural(maker, "count_merchants", count, NULL, 0));
	return fields_map(&f);
}

const struct value *
view_make_street(const struct maker *maker, size_t index)
{
	const struct guide_street *street = maker->guide->streets[index];
	size_t count = street->merchants_len;
	struct fields f;

	fields_start(&f, maker->arena);
	fields_text(&f, "slug", street->slug);
	fields_local(&f, maker, "name", "name_lang", &street->name);
	fields_local(&f, maker, "city", "city_lang", &street->city);
	fields_text(&f, "url", view_url(maker, "streets", street->slug));
	fields_int(&f, "count", (int64_t)count);
	fields_text(&f, "count_text", view_plural(maker, "count_merchants", count, NULL, 0));
	return fields_map(&f);
}

/* A merchant where it is only mentioned; its whole view begins with the same members. */
const struct value *
view_make_brief(const struct maker *maker, size_t index)
{
	const struct guide_merchant *merchant = maker->guide->merchants[index];
	const struct merchant *card = merchant->card;
	const struct value *category =
		maker->in->lists[VIEW_CATEGORIES][merchant->categories[0]->index];
	const struct value *address = view_address(maker, &card->address, merchant->street);
	const struct value *hours = view_hours(maker, merchant);
	struct fields f;
	uint32_t before;

	fields_start(&f, maker->arena);
	fields_text(&f, "slug", card->card.slug);
	before = f.len;
	fields_local(&f, maker, "name", "name_lang", &card->name);
	/* Said even where it is the page's: a template asks within a street, which has a name too. */
	if (f.len < before + 2)
		fields_set(&f, "name_lang", &value_null);
	fields_text(&f, "url", view_url(maker, "merchants", card->card.slug));
	fields_set(&f, "category", category);
	fields_set(&f, "icon", value_get(category, STR("icon")));
	view_photo_set(&f, maker, "photo", view_photo_main(maker, &card->photos));
	/* Said even where there is none: a template that asks within another merchant, or an event,
	 * would be given that one's address. */
	fields_set(&f, "address", address ? address : &value_null);
	fields_set(&f, "hours", hours ? hours : &value_null);
	if (merchant->openings)
		fields_text(&f, "open_data", merchant->openings->compact);
	else
		fields_set(&f, "open_data", &value_null);
	fields_bool(&f, "is_new", merchant->fresh);
	return fields_map(&f);
}
