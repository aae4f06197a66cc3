#include "map/survey_kind.h"

#include "card/card.h"
#include "card/category.h"

#include <string.h>

/* The keys that tell a merchant, the most telling first, and what stands for a value that nothing knows: NULL
 * means that such an object is no merchant. */
static const struct {
	const char *key, *unknown;
} keys[] = {
	{ "shop", "other" }, { "craft", "other" }, { "amenity", NULL }, { "healthcare", NULL },
	{ "office", NULL },  { "tourism", NULL },  { "leisure", NULL },
};

/* Categories of the list that are no merchants: the guide has them among its places. */
static const char *const no_merchants[] = {
	"amenity=charging_station", "amenity=marketplace", "amenity=parcel_locker",
	"amenity=parking",          "amenity=toilets",     "amenity=townhall",
	"amenity=bicycle_rental",   "tourism=attraction",
};

/* Where a value without a category goes, sorted by tag. The meanings of the values: wiki.openstreetmap.org,
 * Key:shop, Key:craft and so on. */
/* clang-format off */
static const struct {
	const char *tag, *category;
} nearest[] = {
	{ "amenity=biergarten", "pub" },
	{ "amenity=boat_rental", "other" },
	{ "amenity=bureau_de_change", "bank" },
	{ "amenity=canteen", "restaurant" },
	{ "amenity=casino", "other" },
	{ "amenity=clinic", "doctors" },
	{ "amenity=coworking_space", "other" },
	{ "amenity=dancing_school", "sports-centre" },
	{ "amenity=dojo", "sports-centre" },
	{ "amenity=driving_school", "other" },
	{ "amenity=food_court", "fast-food" },
	{ "amenity=internet_cafe", "cafe" },
	{ "amenity=language_school", "other" },
	{ "amenity=money_transfer", "bank" },
	{ "amenity=music_school", "other" },
	{ "amenity=payment_centre", "bank" },
	{ "amenity=vehicle_inspection", "car-repair" },
	{ "craft=basket_maker", "other" },
	{ "craft=blacksmith", "other" },
	{ "craft=boatbuilder", "other" },
	{ "craft=bookbinder", "stationery" },
	{ "craft=cabinet_maker", "joiner" },
	{ "craft=car_painter", "car-repair" },
	{ "craft=chimney_sweeper", "hvac" },
	{ "craft=cleaning", "dry-cleaning" },
	{ "craft=clockmaker", "watchmaker" },
	{ "craft=cooper", "other" },
	{ "craft=floorer", "interior-decoration" },
	{ "craft=furniture", "joiner" },
	{ "craft=glassblower", "other" },
	{ "craft=goldsmith", "jewelry" },
	{ "craft=insulation", "roofer" },
	{ "craft=interior_decorator", "interior-decoration" },
	{ "craft=interior_work", "interior-decoration" },
	{ "craft=jeweller", "jewelry" },
	{ "craft=key_cutter", "locksmith" },
	{ "craft=locksmith", "locksmith" },
	{ "craft=musical_instrument", "musical-instrument" },
	{ "craft=optician", "optician" },
	{ "craft=parquet_layer", "interior-decoration" },
	{ "craft=photographic_laboratory", "photo" },
	{ "craft=plasterer", "painter" },
	{ "craft=saddler", "leather" },
	{ "craft=sawmill", "joiner" },
	{ "craft=sculptor", "art" },
	{ "craft=shoemaker", "shoe-repair" },
	{ "craft=signmaker", "other" },
	{ "craft=sun_protection", "curtain" },
	{ "craft=tailor", "tailor" },
	{ "craft=window_construction", "glaziery" },
	{ "healthcare=alternative", "doctors" },
	{ "healthcare=audiologist", "hearing-aids" },
	{ "healthcare=clinic", "doctors" },
	{ "healthcare=counselling", "doctors" },
	{ "healthcare=dentist", "dentist" },
	{ "healthcare=doctor", "doctors" },
	{ "healthcare=laboratory", "doctors" },
	{ "healthcare=midwife", "doctors" },
	{ "healthcare=nurse", "doctors" },
	{ "healthcare=occupational_therapist", "physiotherapist" },
	{ "healthcare=optometrist", "optician" },
	{ "healthcare=pharmacy", "pharmacy" },
	{ "healthcare=psychotherapist", "doctors" },
	{ "healthcare=speech_therapist", "doctors" },
	{ "leisure=adult_gaming_centre", "other" },
	{ "leisure=amusement_arcade", "other" },
	{ "leisure=dance", "sports-centre" },
	{ "leisure=escape_game", "other" },
	{ "leisure=hackerspace", "other" },
	{ "leisure=indoor_play", "other" },
	{ "leisure=sauna", "massage" },
	{ "leisure=tanning_salon", "beauty" },
	{ "leisure=trampoline_park", "sports-centre" },
	{ "office=bank", "bank" },
	{ "office=financial", "financial-advisor" },
	{ "office=graphic_design", "other" },
	{ "office=guide", "information" },
	{ "office=moving_company", "other" },
	{ "office=physician", "doctors" },
	{ "office=property_management", "estate-agent" },
	{ "office=surveyor", "architect" },
	{ "office=tax_advisor", "accountant" },
	{ "office=therapist", "doctors" },
	{ "office=travel_agent", "travel-agency" },
	{ "office=tutoring", "other" },
	{ "office=visa", "travel-agency" },
	{ "shop=accessories", "fashion-accessories" },
	{ "shop=agrarian", "garden-centre" },
	{ "shop=anime", "books" },
	{ "shop=atv", "motorcycle" },
	{ "shop=baby", "baby-goods" },
	{ "shop=bathroom_furnishing", "interior-decoration" },
	{ "shop=building_materials", "doityourself" },
	{ "shop=camera", "photo" },
	{ "shop=candles", "gift" },
	{ "shop=caravan", "car" },
	{ "shop=carpet", "interior-decoration" },
	{ "shop=collector", "antiques" },
	{ "shop=comics", "books" },
	{ "shop=country_store", "garden-centre" },
	{ "shop=decoration", "interior-decoration" },
	{ "shop=doors", "joiner" },
	{ "shop=e-cigarette", "tobacco" },
	{ "shop=electrical", "electronics" },
	{ "shop=estate_agent", "estate-agent" },
	{ "shop=fashion", "clothes" },
	{ "shop=fireplace", "hvac" },
	{ "shop=fishing", "sports" },
	{ "shop=flooring", "interior-decoration" },
	{ "shop=food", "convenience" },
	{ "shop=fuel", "fuel" },
	{ "shop=garden_furniture", "furniture" },
	{ "shop=gas", "hardware" },
	{ "shop=general", "convenience" },
	{ "shop=glaziery", "glaziery" },
	{ "shop=gold_buyer", "jewelry" },
	{ "shop=golf", "sports" },
	{ "shop=grocery", "convenience" },
	{ "shop=hairdresser_supply", "hairdresser" },
	{ "shop=haberdashery", "sewing" },
	{ "shop=herbalist", "health-food" },
	{ "shop=hifi", "electronics" },
	{ "shop=hobby", "games" },
	{ "shop=household_linen", "houseware" },
	{ "shop=hunting", "sports" },
	{ "shop=ice_cream", "ice-cream" },
	{ "shop=insurance", "insurance" },
	{ "shop=key_cutter", "locksmith" },
	{ "shop=knitting", "sewing" },
	{ "shop=lamps", "lighting" },
	{ "shop=lottery", "newsagent" },
	{ "shop=model", "games" },
	{ "shop=money_lender", "bank" },
	{ "shop=motorcycle_repair", "motorcycle" },
	{ "shop=nuts", "deli" },
	{ "shop=nutrition_supplements", "health-food" },
	{ "shop=organic", "health-food" },
	{ "shop=party", "gift" },
	{ "shop=pasta", "deli" },
	{ "shop=pawnbroker", "second-hand" },
	{ "shop=pet_food", "pet" },
	{ "shop=photo_studio", "photographer" },
	{ "shop=plant_hire", "garden-centre" },
	{ "shop=pottery", "pottery" },
	{ "shop=printer_ink", "computer" },
	{ "shop=printing", "stationery" },
	{ "shop=radiotechnics", "electronics" },
	{ "shop=scuba_diving", "sports" },
	{ "shop=security", "locksmith" },
	{ "shop=ski", "sports" },
	{ "shop=solarium", "beauty" },
	{ "shop=spa", "massage" },
	{ "shop=surf", "sports" },
	{ "shop=telecommunication", "mobile-phone" },
	{ "shop=tiles", "interior-decoration" },
	{ "shop=tool_hire", "hardware" },
	{ "shop=trade", "doityourself" },
	{ "shop=travel_agent", "travel-agency" },
	{ "shop=truck", "car" },
	{ "shop=vacuum_cleaner", "appliance" },
	{ "shop=video", "music" },
	{ "shop=water", "beverages" },
	{ "shop=wigs", "hairdresser" },
	{ "shop=window_blind", "curtain" },
	{ "shop=wool", "sewing" },
};
/* clang-format on */

static bool
is_tag(const char *tag, struct str key, struct str value)
{
	return str_starts(str(tag), key.ptr) && tag[key.len] == '=' &&
	       str_is(value, tag + key.len + 1);
}

/* ---- values to categories ---- */

static struct str
own_category(const struct config *config, struct str key, struct str value)
{
	for (size_t i = 0; i < config->categories_len; i++) {
		const struct own_category *own = &config->categories[i];

		if (own->osm.len && is_tag(own->osm.ptr, key, value))
			return own->id;
	}
	return (struct str){ 0 };
}

static struct str
built_in_category(struct str key, struct str value)
{
	size_t count;
	const struct category *all = category_all(&count);

	for (size_t i = 0; i < countof(no_merchants); i++)
		if (is_tag(no_merchants[i], key, value))
			return (struct str){ 0 };
	for (size_t i = 0; i < count; i++)
		if (is_tag(all[i].osm, key, value))
			return str(all[i].id);
	return (struct str){ 0 };
}

static struct str
near_category(struct str key, struct str value)
{
	for (size_t i = 0; i < countof(nearest); i++)
		if (is_tag(nearest[i].tag, key, value))
			return str(nearest[i].category);
	return (struct str){ 0 };
}

static bool
is_none(struct str value)
{
	return value.len == 0 || str_is(value, "no") || str_is(value, "none");
}

static bool
is_gone(struct str value)
{
	static const char *const words[] = { "vacant", "disused", "abandoned", "closed", "empty" };

	for (size_t i = 0; i < countof(words); i++)
		if (str_is(value, words[i]))
			return true;
	return false;
}

/* Guide posts and boards are tourism=information, too: an office has people in it. */
static bool
is_office_of_tourism(const struct osm_object *object)
{
	struct str what = osm_tag(object, "information");

	return str_is(what, "office") || str_is(what, "visitor_centre");
}

static void
add_word(struct survey_kind *kind, struct str word)
{
	for (size_t i = 0; i < kind->len; i++)
		if (str_eq(kind->words[i], word))
			return;
	if (kind->len < SURVEY_KINDS)
		kind->words[kind->len++] = word;
}

static void
add_value(struct survey_kind *kind, const struct osm_object *object, const struct config *config,
          struct str key, struct str value, const char *unknown)
{
	struct str word = own_category(config, key, value);

	if (is_none(value) || (str_is(key, "tourism") && str_is(value, "information") &&
	                       !is_office_of_tourism(object)))
		return;
	if (word.len == 0)
		word = built_in_category(key, value);
	if (word.len == 0) {
		word = near_category(key, value);
		if (word.len == 0 && unknown)
			word = str(unknown);
		/* "yes" says nothing where another tag tells; where it is alone, the report asks. */
		if (word.len == 0 || (kind->len > 0 && str_is(word, "other")))
			return;
		if (kind->len == 0) {
			kind->key = key;
			kind->value = value;
		}
	} else if (kind->len == 1 && str_is(kind->words[0], "other")) {
		kind->len = 0;
		kind->value = kind->key = (struct str){ 0 };
	}
	add_word(kind, word);
}

static void
add_key(struct survey_kind *kind, const struct osm_object *object, const struct config *config,
        const char *key, const char *unknown)
{
	struct str values = osm_tag(object, key), value;

	while (str_split(&values, ';', &value)) {
		value = str_trim(value);
		if (is_gone(value))
			kind->verdict = SURVEY_CLOSED;
		else
			add_value(kind, object, config, str(key), value, unknown);
	}
}

/* Own categories may be told by any key: club=sport, man_made=windmill. */
static void
add_own(struct survey_kind *kind, const struct osm_object *object, const struct config *config)
{
	for (size_t i = 0; i < config->categories_len; i++) {
		struct str tag = config->categories[i].osm;
		size_t equals = str_find(tag, '=');

		for (uint32_t t = 0; t < object->tags.len && equals < tag.len; t++)
			if (str_eq(object->tags.items[t].key, str_sub(tag, 0, equals)) &&
			    str_eq(object->tags.items[t].value, str_sub(tag, equals + 1, tag.len)))
				add_word(kind, config->categories[i].id);
	}
}

/* ---- closed and private ones ---- */

static bool
is_out_of_use(const struct osm_object *object)
{
	static const char *const says[] = { "disused", "abandoned", "demolished", "vacant",
		                            "ruins" };

	for (size_t i = 0; i < countof(says); i++)
		if (osm_is(object, says[i], "yes"))
			return true;
	return false;
}

/* disused:shop=clothes and the like, where nothing came after it. */
static bool
was_merchant(const struct osm_object *object)
{
	static const char *const before[] = { "disused:", "abandoned:", "was:",
		                              "vacant:",  "removed:",   "closed:" };

	for (uint32_t t = 0; t < object->tags.len; t++) {
		struct str key = object->tags.items[t].key;

		for (size_t i = 0; i < countof(before); i++) {
			struct str rest = str_sub(key, strlen(before[i]), key.len);

			if (str_starts(key, before[i]) &&
			    (str_is(rest, "shop") || str_is(rest, "craft")))
				return true;
		}
	}
	return false;
}

void
survey_kind(struct survey_kind *kind, const struct osm_object *object, const struct config *config)
{
	*kind = (struct survey_kind){ 0 };
	for (size_t i = 0; i < countof(keys); i++)
		add_key(kind, object, config, keys[i].key, keys[i].unknown);
	add_own(kind, object, config);
	if (kind->len == 0) {
		if (was_merchant(object))
			kind->verdict = SURVEY_CLOSED;
		return;
	}
	if (is_out_of_use(object))
		kind->verdict = SURVEY_CLOSED;
	else if (osm_is(object, "access", "private") || osm_is(object, "access", "no"))
		kind->verdict = SURVEY_PRIVATE;
	else
		kind->verdict = SURVEY_SHOP;
}
