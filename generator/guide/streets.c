#include "guide/streets.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/table.h"
#include "base/utf8.h"
#include "card/cards.h"
#include "card/slug.h"
#include "card/street.h"
#include "guide/guide.h"
#include "guide/link.h"
#include "guide/order.h"

/* One way in which cards write a street, in one language. */
struct spelling {
	struct group *group;
	struct str name;
	enum lang lang;
	size_t count;
	bool plain; /* written out */
};

struct group {
	struct guide_street street;
	const struct spelling *best[LANG_COUNT];
	struct str key; /* of city and name */
};

struct grouping {
	struct linking *linking;
	struct table written;   /* language, name, city, postcode as written → struct spelling */
	struct table spellings; /* group, language and name → struct spelling */
	struct table groups;    /* keys → struct group */
	struct spelling **all;  /* in the order in which they were met */
	size_t all_len;
	struct buf key;
};

static enum lang
first_language(const struct config *config, const struct text *text)
{
	enum lang lang;

	guide_text(config, text, config->languages[0], &lang);
	return lang;
}

/* What tells cities apart: the name, else a foreign postcode, else the guide's own place. */
static struct str
city_key(struct grouping *grouping, struct str city, struct str postcode)
{
	const struct config *config = grouping->linking->guide->config;

	if (city.len == 0 && (postcode.len == 0 || str_eq(postcode, config->place_postcode)))
		city = guide_text(config, &config->place_city, config->languages[0], NULL);
	return street_key(grouping->linking->scratch, city.len ? city : postcode, config->country,
	                  NULL);
}

static struct group *
find_group(struct grouping *grouping, struct str name, struct str city, struct str postcode)
{
	struct linking *linking = grouping->linking;
	struct str city_part = city_key(grouping, city, postcode);
	struct str name_part =
		street_key(linking->scratch, name, linking->guide->config->country, NULL);
	struct str key = arena_printf(linking->scratch, "%.*s\n%.*s", STR_ARG(city_part),
	                              STR_ARG(name_part));
	struct group *group = table_get(&grouping->groups, key);

	if (!group) {
		group = arena_alloc(linking->guide->arena, sizeof *group);
		group->key = key;
		table_put(&grouping->groups, linking->scratch, key, group);
	}
	return group;
}

/* The spelling of `group` as `name` in a language, counted. */
static struct spelling *
spell(struct grouping *grouping, struct group *group, enum lang lang, struct str name)
{
	struct arena *scratch = grouping->linking->scratch;
	struct spelling *spelling;

	buf_clear(&grouping->key);
	buf_printf(&grouping->key, "%p %d\n%.*s", (void *)group, (int)lang, STR_ARG(name));
	spelling = table_get(&grouping->spellings, buf_str(&grouping->key));
	if (!spelling) {
		spelling = arena_alloc(scratch, sizeof *spelling);
		*spelling = (struct spelling){ .group = group, .name = name, .lang = lang };
		street_key(scratch, name, grouping->linking->guide->config->country,
		           &spelling->plain);
		table_put(&grouping->spellings, scratch,
		          arena_str(scratch, buf_str(&grouping->key)), spelling);
		grouping->all = arena_push(scratch, grouping->all, &grouping->all_len,
		                           sizeof *grouping->all);
		grouping->all[grouping->all_len - 1] = spelling;
	}
	spelling->count++;
	return spelling;
}

/* The street of a name in a city, both as written. Cards that write the same are spared the folding:
 * that is most of them. */
static struct spelling *
find_spelling(struct grouping *grouping, enum lang lang, struct str name, struct str city,
              struct str postcode)
{
	struct arena *scratch = grouping->linking->scratch;
	const struct str parts[] = { name, city, postcode };
	struct spelling *spelling;
	struct str key;

	buf_clear(&grouping->key);
	buf_addc(&grouping->key, (char)('0' + lang));
	for (size_t i = 0; i < countof(parts); i++) {
		buf_add(&grouping->key, parts[i]);
		buf_addc(&grouping->key, '\n');
	}
	spelling = table_get(&grouping->written, buf_str(&grouping->key));
	if (spelling) {
		spelling->count++;
		return spelling;
	}
	key = arena_str(scratch, buf_str(&grouping->key));
	spelling = spell(grouping, find_group(grouping, name, city, postcode), lang, name);
	table_put(&grouping->written, scratch, key, spelling);
	return spelling;
}

/* The other languages of an address only add names to the street. */
static void
spell_translations(struct grouping *grouping, const struct address *address, enum lang main,
                   struct group *group)
{
	for (int lang = 0; lang < LANG_COUNT; lang++)
		if (lang != (int)main && address->street.in[lang].len)
			spell(grouping, group, (enum lang)lang,
			      street_split(address->street.in[lang]).name);
}

static void
link_merchant(struct grouping *grouping, struct guide_merchant *merchant)
{
	const struct config *config = grouping->linking->guide->config;
	const struct address *address = &merchant->card->address;
	enum lang main = first_language(config, &address->street);
	struct street_line line = street_split(address->street.in[main]);
	struct group *group;

	if (line.name.len == 0)
		return;
	group = find_spelling(grouping, main, line.name,
	                      guide_text(config, &address->city, config->languages[0], NULL),
	                      address->postcode)
	                ->group;
	spell_translations(grouping, address, main, group);
	if (group->street.merchants_len == 0)
		group->street.city = address->city;
	merchant->street = &group->street;
	merchant->house_number = line.number;
	group->street.merchants_len++;
}

static bool
is_better(const struct spelling *spelling, const struct spelling *best)
{
	if (!best || spelling->plain != best->plain)
		return !best || spelling->plain;
	return spelling->count > best->count;
}

static void
choose_names(struct grouping *grouping)
{
	for (size_t i = 0; i < grouping->all_len; i++) {
		const struct spelling *spelling = grouping->all[i];
		struct group *group = spelling->group;

		if (is_better(spelling, group->best[spelling->lang]))
			group->best[spelling->lang] = spelling;
	}
	for (size_t i = 0; i < grouping->all_len; i++) {
		struct group *group = grouping->all[i]->group;

		for (int lang = 0; lang < LANG_COUNT; lang++)
			if (group->best[lang])
				group->street.name.in[lang] = group->best[lang]->name;
	}
}

static void
collect(struct grouping *grouping)
{
	struct guide *guide = grouping->linking->guide;

	for (size_t i = 0; i < guide->merchants_len; i++) {
		struct guide_street *street = guide->merchants[i]->street;

		if (!street)
			continue;
		if (!street->merchants) {
			street->merchants = arena_array(guide->arena, street->merchants_len,
			                                sizeof *street->merchants);
			street->merchants_len = 0;
			guide->streets = arena_push(guide->arena, guide->streets,
			                            &guide->streets_len, sizeof *guide->streets);
			guide->streets[guide->streets_len - 1] = street;
		}
		street->merchants[street->merchants_len++] = guide->merchants[i];
	}
}

static struct str
city_of(const struct config *config, const struct guide_street *street)
{
	const struct text *city =
		text_is_empty(&street->city) ? &config->place_city : &street->city;

	return guide_text(config, city, config->languages[0], NULL);
}

/* "rue-du-moulin"; with the city, then a number, as long as another street has it. `others` holds
 * the slugs given so far. */
static struct str
new_slug(struct linking *linking, const struct guide_street *street, struct table *others)
{
	struct guide *guide = linking->guide;
	struct str name = street->name.in[first_language(guide->config, &street->name)];
	struct str slug = utf8_slug(guide->arena, name, SLUG_MOST), city;

	if (slug.len == 0)
		slug = STR("street"); /* a name without a Latin letter */
	if (!table_get(others, slug))
		return slug;
	city = city_of(guide->config, street);
	slug = utf8_slug(guide->arena,
	                 arena_printf(linking->scratch, "%.*s %.*s", STR_ARG(slug), STR_ARG(city)),
	                 2 * SLUG_MOST);
	for (int n = 2; table_get(others, slug); n++)
		slug = arena_printf(guide->arena, "%.*s-%d", STR_ARG(slug), n);
	return slug;
}

/* In the order of the keys, so that a new shop elsewhere does not move an address. */
static struct order_by
by_key(const void *item, const void *context)
{
	const struct guide_street *street = item;

	(void)context;
	return (struct order_by){ .name = ((const struct group *)street)->key };
}

/* By the number itself, then by what follows it; doors without a number come last. */
static struct order_by
by_number(const void *item, const void *context)
{
	const struct guide_merchant *merchant = item;
	struct str number = merchant->house_number;
	int64_t value = 0;
	size_t i = 0;

	(void)context;
	for (; i < number.len && number.ptr[i] >= '0' && number.ptr[i] <= '9'; i++)
		value = value * 10 + (number.ptr[i] - '0'); /* five digits at most */
	return (struct order_by){ number.len ? value : INT64_MAX, str_sub(number, i, number.len),
		                  merchant->card->card.slug };
}

static bool
all_in_own_place(struct grouping *grouping)
{
	const struct guide *guide = grouping->linking->guide;
	struct str own = city_key(grouping, (struct str){ 0 }, (struct str){ 0 });

	for (size_t i = 0; i < guide->streets_len; i++) {
		struct str city = ((const struct group *)guide->streets[i])->key;

		if (!str_eq(own, str_sub(city, 0, str_find(city, '\n'))))
			return false;
	}
	return true;
}

static void
finish(struct grouping *grouping)
{
	struct linking *linking = grouping->linking;
	struct guide *guide = linking->guide;
	struct table slugs = { 0 };
	bool own = all_in_own_place(grouping);

	order_sort(linking->scratch, guide->streets, guide->streets_len, by_key, NULL);
	for (size_t i = 0; i < guide->streets_len; i++) {
		struct guide_street *street = guide->streets[i];

		if (text_is_empty(&street->city))
			street->city = guide->config->place_city;
		street->slug = new_slug(linking, street, &slugs);
		table_put(&slugs, linking->scratch, street->slug, street);
		order_sort(linking->scratch, street->merchants, street->merchants_len, by_number,
		           NULL);
	}
	for (size_t i = 0; i < guide->streets_len && own; i++)
		guide->streets[i]->city = (struct text){ 0 };
}

void
streets_link(struct linking *linking)
{
	struct grouping grouping = { .linking = linking };

	for (size_t i = 0; i < linking->cards->merchants_len; i++)
		if (linking->merchants[i])
			link_merchant(&grouping, linking->merchants[i]);
	choose_names(&grouping);
	collect(&grouping);
	finish(&grouping);
	buf_release(&grouping.key);
}
