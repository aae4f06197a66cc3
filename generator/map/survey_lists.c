/* survey_lists: the tags that together make a list of words: services, payment, languages, keywords. */
#include "map/survey_fields.h"

#include "base/arena.h"
#include "base/utf8.h"
#include "card/card.h"

#include <string.h>

/* ---- words of a vocabulary ---- */

/* Tags that mean a word beside the one that the vocabulary names. */
static const struct {
	enum vocabulary vocabulary;
	const char *key, *word;
} also[] = {
	{ VOCABULARY_PAYMENT, "payment:coins", "cash" },
	{ VOCABULARY_PAYMENT, "payment:notes", "cash" },
	{ VOCABULARY_PAYMENT, "payment:amex", "amex" },
	{ VOCABULARY_PAYMENT, "payment:bitcoin", "crypto" },
	{ VOCABULARY_PAYMENT, "payment:lightning", "crypto" },
	{ VOCABULARY_PAYMENT, "payment:cheques", "cheque" },
	{ VOCABULARY_PAYMENT, "payment:nfc", "contactless" },
	{ VOCABULARY_SERVICES, "diet:vegan", "vegetarian" },
	{ VOCABULARY_SERVICES, "service:bicycle:repair", "repair" },
	{ VOCABULARY_SERVICES, "service:bicycle:rental", "rental" },
	{ VOCABULARY_SERVICES, "service:bicycle:second_hand", "second-hand" },
};

/* Values that say yes, for keys whose vocabulary asks for "yes". */
static bool
says_yes(const char *key, struct str value)
{
	static const char *const words[] = { "yes", "only", "required", "recommended", "leashed" };

	/* outdoor_seating=terrace, =pedestrian_zone, =sidewalk: where it is. */
	if (strcmp(key, "outdoor_seating") == 0)
		return value.len > 0 && !str_is(value, "no");
	for (size_t i = 0; i < countof(words); i++)
		if (str_is(value, words[i]))
			return true;
	return false;
}

/* Whether one of the values, parted by semicolons, is `wanted`. */
static bool
has_value(struct str values, const char *wanted)
{
	struct str value;

	while (str_split(&values, ';', &value))
		if (str_is(str_trim(value), wanted))
			return true;
	return false;
}

static bool
has_term(const struct osm_object *object, enum vocabulary which, const struct term *term)
{
	struct str tag = str(term->osm);
	size_t equals = str_find(tag, '=');
	char key[64];

	if (equals < tag.len && equals < sizeof key) {
		memcpy(key, tag.ptr, equals);
		key[equals] = '\0';
		if (str_is(str_sub(tag, equals + 1, tag.len), "yes")
		            ? says_yes(key, osm_tag(object, key))
		            : has_value(osm_tag(object, key), tag.ptr + equals + 1))
			return true;
	}
	for (size_t i = 0; i < countof(also); i++)
		if (also[i].vocabulary == which && strcmp(also[i].word, term->id) == 0 &&
		    says_yes(also[i].key, osm_tag(object, also[i].key)))
			return true;
	return false;
}

static struct str
add_item(struct surveying *s, struct str list, struct str item)
{
	if (list.len == 0)
		return arena_str(s->arena, item);
	return arena_printf(s->arena, "%.*s\n%.*s", STR_ARG(list), STR_ARG(item));
}

static void
set_terms(struct surveying *s, struct survey_merchant *merchant, const char *path,
          enum vocabulary which)
{
	size_t count;
	const struct term *terms = vocabulary(which, &count);
	struct str list = { 0 };

	for (size_t i = 0; i < count; i++)
		if (has_term(merchant->object, which, &terms[i]))
			list = add_item(s, list, str(terms[i].id));
	survey_set(merchant, s->arena, path, list);
}

/* language:fr=yes, language:en=main */
static void
set_languages(struct surveying *s, struct survey_merchant *merchant)
{
	const struct osm_tags *tags = &merchant->object->tags;
	size_t count;
	const struct term *terms = vocabulary(VOCABULARY_LANGUAGES, &count);
	struct str list = { 0 };

	for (size_t i = 0; i < count; i++)
		for (uint32_t t = 0; t < tags->len; t++)
			if (str_starts(tags->items[t].key, "language:") &&
			    str_is(str_sub(tags->items[t].key, 9, tags->items[t].key.len),
			           terms[i].id) &&
			    (str_is(tags->items[t].value, "yes") ||
			     str_is(tags->items[t].value, "main")))
				list = add_item(s, list, str(terms[i].id));
	survey_set(merchant, s->arena, "languages", list);
}

/* ---- keywords ---- */

/* Cuisines in the guide's languages; others are written as OpenStreetMap has them. */
static const struct {
	const char *value, *word[LANG_COUNT];
} cuisines[] = {
	{ "african", { "africain", "Afrikaans", "afrikanisch", "African" } },
	{ "american", { "américain", "Amerikaans", "amerikanisch", "American" } },
	{ "asian", { "asiatique", "Aziatisch", "asiatisch", "Asian" } },
	{ "barbecue", { "grillades", "barbecue", "Grill", "barbecue" } },
	{ "belgian", { "belge", "Belgisch", "belgisch", "Belgian" } },
	{ "breakfast", { "petit-déjeuner", "ontbijt", "Frühstück", "breakfast" } },
	{ "burger", { "burger", "burger", "Burger", "burger" } },
	{ "cake", { "gâteaux", "taart", "Kuchen", "cake" } },
	{ "chicken", { "poulet", "kip", "Hähnchen", "chicken" } },
	{ "chinese", { "chinois", "Chinees", "chinesisch", "Chinese" } },
	{ "coffee_shop", { "café", "koffie", "Kaffee", "coffee" } },
	{ "crepe", { "crêpes", "pannenkoeken", "Crêpes", "pancakes" } },
	{ "fish", { "poisson", "vis", "Fisch", "fish" } },
	{ "fish_and_chips", { "poisson frit", "gebakken vis", "Backfisch", "fish and chips" } },
	{ "french", { "français", "Frans", "französisch", "French" } },
	{ "friture", { "frites", "frieten", "Pommes frites", "chips" } },
	{ "german", { "allemand", "Duits", "deutsch", "German" } },
	{ "greek", { "grec", "Grieks", "griechisch", "Greek" } },
	{ "ice_cream", { "glaces", "ijs", "Eis", "ice cream" } },
	{ "indian", { "indien", "Indiaas", "indisch", "Indian" } },
	{ "international",
	  { "international", "internationaal", "international", "international" } },
	{ "italian", { "italien", "Italiaans", "italienisch", "Italian" } },
	{ "japanese", { "japonais", "Japans", "japanisch", "Japanese" } },
	{ "kebab", { "kebab", "kebab", "Kebab", "kebab" } },
	{ "lebanese", { "libanais", "Libanees", "libanesisch", "Lebanese" } },
	{ "local", { "cuisine locale", "lokale keuken", "lokale Küche", "local cuisine" } },
	{ "mediterranean", { "méditerranéen", "mediterraan", "mediterran", "Mediterranean" } },
	{ "mexican", { "mexicain", "Mexicaans", "mexikanisch", "Mexican" } },
	{ "moroccan", { "marocain", "Marokkaans", "marokkanisch", "Moroccan" } },
	{ "pasta", { "pâtes", "pasta", "Pasta", "pasta" } },
	{ "pizza", { "pizza", "pizza", "Pizza", "pizza" } },
	{ "portuguese", { "portugais", "Portugees", "portugiesisch", "Portuguese" } },
	{ "regional",
	  { "cuisine régionale", "streekgerechten", "regionale Küche", "regional cuisine" } },
	{ "salad", { "salades", "salades", "Salate", "salads" } },
	{ "sandwich", { "sandwichs", "broodjes", "belegte Brote", "sandwiches" } },
	{ "seafood", { "fruits de mer", "zeevruchten", "Meeresfrüchte", "seafood" } },
	{ "spanish", { "espagnol", "Spaans", "spanisch", "Spanish" } },
	{ "steak_house", { "grillades", "steaks", "Steaks", "steaks" } },
	{ "sushi", { "sushi", "sushi", "Sushi", "sushi" } },
	{ "tapas", { "tapas", "tapas", "Tapas", "tapas" } },
	{ "tea", { "thé", "thee", "Tee", "tea" } },
	{ "thai", { "thaï", "Thais", "thailändisch", "Thai" } },
	{ "turkish", { "turc", "Turks", "türkisch", "Turkish" } },
	{ "vegetarian", { "végétarien", "vegetarisch", "vegetarisch", "vegetarian" } },
	{ "vietnamese", { "vietnamien", "Vietnamees", "vietnamesisch", "Vietnamese" } },
};

/* "coffee_shop" to "coffee shop", or to its word in the site's first language. */
static struct str
cuisine_word(struct surveying *s, struct str value)
{
	struct str word;

	for (size_t i = 0; i < countof(cuisines); i++)
		if (str_is(value, cuisines[i].value))
			return str(cuisines[i].word[s->config->languages[0]]);
	word = arena_str(s->arena, value);
	for (size_t i = 0; i < word.len; i++)
		if (word.ptr[i] == '_')
			((char *)(uintptr_t)word.ptr)[i] = ' '; /* our copy */
	return word;
}

static bool
has_item(struct str list, struct str item)
{
	struct str other;

	while (str_split(&list, '\n', &other))
		if (str_eq(other, item))
			return true;
	return false;
}

static void
set_items(struct surveying *s, struct survey_merchant *merchant, const char *path,
          struct str values, bool cuisine)
{
	struct str list = { 0 }, value;

	while (str_split(&values, ';', &value)) {
		value = str_trim(value);
		if (cuisine && value.len > 0)
			value = cuisine_word(s, value);
		if (value.len > 0 && !has_item(list, value))
			list = add_item(s, list, value);
	}
	survey_set(merchant, s->arena, path, list);
}

void
survey_lists(struct surveying *s, struct survey_merchant *merchant)
{
	set_terms(s, merchant, "payment", VOCABULARY_PAYMENT);
	set_terms(s, merchant, "services", VOCABULARY_SERVICES);
	set_items(s, merchant, "brands", survey_tag(s, merchant->object, "brand"), false);
	set_items(s, merchant, "keywords", survey_tag(s, merchant->object, "cuisine"), true);
	set_languages(s, merchant);
}
