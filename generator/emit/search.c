#include "emit/search.h"

#include "base/json.h"
#include "base/value.h"
#include "card/vocabulary.h"
#include "guide/guide.h"
#include "theme/view.h"

static void
services(struct json *json, const struct terms *terms)
{
	size_t count;
	const struct term *known = vocabulary(VOCABULARY_SERVICES, &count);

	if (terms->len == 0)
		return;
	json_key(json, "services");
	json_list(json);
	for (size_t i = 0; i < terms->len; i++)
		if (terms->items[i] < count)
			json_text(json, str(known[terms->items[i]].id));
	json_list_end(json);
}

static void
entry(struct json *json, const struct run *run, enum lang lang, size_t index)
{
	const struct guide_merchant *merchant = run->guide->merchants[index];
	const struct value *view = views_merchant(run->views, lang, index);

	json_object(json);
	json_field(json, "name", run_text(run, lang, &merchant->card->name));
	json_field(json, "url", value_str(value_get(view, STR("url"))));
	json_key(json, "categories");
	json_list(json);
	for (size_t i = 0; i < merchant->categories_len; i++)
		json_text(json, run_text(run, lang, &merchant->categories[i]->label));
	json_list_end(json);
	if (merchant->street)
		json_field(json, "street", run_text(run, lang, &merchant->street->name));
	services(json, &merchant->card->services);
	json_field(json, "text", value_str(value_get(view, STR("filter"))));
	json_object_end(json);
}

void
search_write(struct buf *out, struct arena *scratch, const struct run *run,
             const struct piece *piece)
{
	struct json json;

	(void)scratch;
	json_start(&json, out, false);
	json_list(&json);
	for (size_t i = 0; i < run->guide->merchants_len; i++)
		entry(&json, run, piece->lang, i);
	json_list_end(&json);
}
