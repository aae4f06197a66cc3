/* changes_json: the changes for programs; README describes the members. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "card/card.h"
#include "emit/changes.h"
#include "guide/guide.h"

enum { FORMAT = 1 };

static const char *const states[] = {
	[CARD_NONE] = "none",
	[CARD_HIDDEN] = "hidden",
	[CARD_WAITING] = "waiting",
	[CARD_SHOWN] = "shown",
};

static const char *const hows[] = {
	[CHANGE_ADDED] = "added", [CHANGE_REMOVED] = "removed", [CHANGE_VALUE] = "changed",
	[CHANGE_ORDER] = "order", [CHANGE_PICTURE] = "picture", [CHANGE_BODY] = "text",
};

static void
add_text_or_null(struct json *json, const char *key, struct str text)
{
	json_key(json, key);
	if (text.len > 0)
		json_text(json, text);
	else
		json_null(json);
}

static void
add_end(struct json *json, const char *key, const struct changes_end *end)
{
	json_key(json, key);
	json_object(json);
	add_text_or_null(json, "rev", end->rev);
	add_text_or_null(json, "commit", end->commit);
	json_object_end(json);
}

/* "products.photo.alt" */
static void
add_field_name(struct json *json, const struct said *said)
{
	struct buf name = { 0 };

	for (size_t i = 0; i < SAID_DEPTH && said->path[i]; i++)
		buf_printf(&name, "%s%s", i ? "." : "", said->path[i]->key);
	json_field(json, "field", buf_str(&name));
	buf_release(&name);
}

static void
add_value(struct json *json, const char *key, const struct said *said)
{
	if (said)
		json_field(json, key, said->is_item ? said->item : said->text);
}

static void
add_change(struct json *json, const struct change *change)
{
	const struct said *said = change->after ? change->after : change->before;
	enum lang lang = said ? said->lang : change->lang;

	json_object(json);
	if (said)
		add_field_name(json, said);
	json_field(json, "change", str(hows[change->how]));
	if (said)
		json_field(json, "item", said->item);
	if (lang != LANG_COUNT)
		json_field(json, "lang", str(lang_code(lang)));
	if (change->how <= CHANGE_VALUE) {
		add_value(json, "before", change->before);
		add_value(json, "after", change->after);
	}
	if (change->how == CHANGE_BODY) {
		json_key(json, "words_added");
		json_int(json, (int64_t)change->more);
		json_key(json, "words_removed");
		json_int(json, (int64_t)change->fewer);
	}
	json_object_end(json);
}

static void
add_changes(struct json *json, const char *key, const struct change *items, size_t len)
{
	json_key(json, key);
	json_list(json);
	for (size_t i = 0; i < len; i++)
		add_change(json, &items[i]);
	json_list_end(json);
}

static const char *
word_for(const struct card_change *card)
{
	bool was = card->was >= CARD_WAITING, is = card->is >= CARD_WAITING;

	if (was == is)
		return "changed";
	if (is)
		return card->before ? "shown" : "added";
	return card->after ? "hidden" : "removed";
}

static void
add_card(struct json *json, const struct changes_report *report, const struct card_change *card)
{
	const struct changes_end *end = card->after ? &report->after : &report->before;
	const struct config *config = end->state.guide->config;
	const struct card *own = card->after ? card->after : card->before;

	json_object(json);
	json_field(json, "kind", str(schema_kind(card->kind)->name));
	json_field(json, "slug", own->slug);
	json_field(json, "file", own->path);
	if (card->before && card->after && !str_eq(card->before->slug, card->after->slug))
		json_field(json, "old_slug", card->before->slug);
	json_field(json, "name",
	           guide_text(config, changes_name(card->kind, own), config->languages[0], NULL));
	json_field(json, "change", str(word_for(card)));
	json_field(json, "was", str(states[card->was]));
	json_field(json, "is", str(states[card->is]));
	add_changes(json, "fields", card->items, card->len);
	json_object_end(json);
}

static void
add_paths(struct json *json, const char *key, const struct changes_paths *paths)
{
	json_key(json, key);
	json_list(json);
	for (size_t i = 0; i < paths->len; i++)
		json_text(json, paths->items[i]);
	json_list_end(json);
}

static void
add_pages(struct json *json, const struct changes_pages *pages)
{
	json_key(json, "pages");
	json_object(json);
	add_paths(json, "added", &pages->added);
	add_paths(json, "removed", &pages->removed);
	add_paths(json, "changed", &pages->changed);
	json_object_end(json);
}

static void
add_look(struct json *json, const struct changes_report *report)
{
	json_key(json, "look");
	json_list(json);
	for (size_t i = 0; i < report->look_len; i++) {
		json_object(json);
		json_field(json, "file", report->look[i].path);
		json_field(json, "change", str(hows[report->look[i].how]));
		json_object_end(json);
	}
	json_list_end(json);
}

void
changes_write_json(struct buf *out, const struct changes_report *report)
{
	const struct changes *changes = &report->changes;
	struct json json;

	json_start(&json, out, true);
	json_object(&json);
	json_key(&json, "format");
	json_int(&json, FORMAT);
	add_end(&json, "from", &report->before);
	add_end(&json, "to", &report->after);
	json_key(&json, "same");
	json_bool(&json, changes_are_none(report));
	json_key(&json, "cards");
	json_list(&json);
	for (size_t i = 0; i < changes->cards_len; i++)
		add_card(&json, report, &changes->cards[i]);
	json_list_end(&json);
	json_key(&json, "unseen");
	json_int(&json, (int64_t)changes->unseen);
	add_changes(&json, "site", changes->config, changes->config_len);
	add_look(&json, report);
	json_key(&json, "map");
	json_bool(&json, report->map);
	add_pages(&json, &report->pages);
	json_object_end(&json);
	buf_addc(out, '\n');
}
