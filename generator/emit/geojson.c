#include "emit/geojson.h"

#include "base/json.h"
#include "emit/image.h"
#include "guide/guide.h"
#include "theme/format.h"
#include "theme/theme.h"

static void
geometry(struct json *json, struct arena *scratch, const struct location *at)
{
	json_key(json, "geometry");
	json_object(json);
	json_field(json, "type", STR("Point"));
	json_key(json, "coordinates");
	json_list(json);
	json_number(json, format_degrees(scratch, at->longitude));
	json_number(json, format_degrees(scratch, at->latitude));
	json_list_end(json);
	json_object_end(json);
}

/* The main photo as small as the theme's cards have it. */
static struct str
thumbnail(struct arena *scratch, const struct run *run, enum lang lang, const struct merchant *card)
{
	const struct theme_sizes *sizes = &run->theme->sizes[USE_CARD];
	const struct photo *photo = image_first(run, &card->photos, NULL);

	return image_of_photo(scratch, run, lang, photo, sizes->widths[0]).url;
}

static void
properties(struct json *json, struct arena *scratch, const struct run *run, enum lang lang,
           const struct guide_merchant *merchant)
{
	const struct merchant *card = merchant->card;

	json_key(json, "properties");
	json_object(json);
	json_field(json, "name", run_text(run, lang, &card->name));
	json_field(json, "url", run_url(scratch, run, lang, "merchants", card->card.slug));
	json_field(json, "category", merchant->categories[0]->id);
	json_field(json, "category_label", run_text(run, lang, &merchant->categories[0]->label));
	json_field(json, "summary", run_text(run, lang, &card->summary));
	json_field(json, "street", run_text(run, lang, &card->address.street));
	json_field(json, "postcode", card->address.postcode);
	json_field(json, "city", run_text(run, lang, &card->address.city));
	json_field(json, "phone", card->phone.e164);
	json_field(json, "website", card->website);
	json_field(json, "opening_hours", card->hours.text);
	json_field(json, "osm", card->osm);
	json_field(json, "image", thumbnail(scratch, run, lang, card));
	json_object_end(json);
}

void
geojson_write(struct buf *out, struct arena *scratch, const struct run *run,
              const struct piece *piece)
{
	const struct guide *guide = run->guide;
	struct json json;

	json_start(&json, out, false);
	json_object(&json);
	json_field(&json, "type", STR("FeatureCollection"));
	json_key(&json, "features");
	json_list(&json);
	for (size_t i = 0; i < guide->merchants_len; i++) {
		const struct guide_merchant *merchant = guide->merchants[i];

		if (!merchant->location.set)
			continue;
		json_object(&json);
		json_field(&json, "type", STR("Feature"));
		json_field(&json, "id", merchant->card->card.slug);
		geometry(&json, scratch, &merchant->location);
		properties(&json, scratch, run, piece->lang, merchant);
		json_object_end(&json);
	}
	json_list_end(&json);
	json_object_end(&json);
}
