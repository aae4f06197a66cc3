#include "guide/categories.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/table.h"
#include "base/utf8.h"
#include "card/cards.h"
#include "card/category.h"
#include "card/slug.h"
#include "guide/guide.h"
#include "guide/link.h"

/* A category that a card may name. */
struct known {
	struct guide_category category; /* in guide->categories as soon as `used` */
	const struct own_category *own; /* NULL: built in */
	bool used;
};

struct vocabulary_of_shops {
	struct known *items;
	size_t len;
	struct table words;          /* folded ids and labels → struct known */
	struct table read;           /* words as written → struct known, `nothing` when unknown */
	struct known nothing, other; /* what an unknown word is; where its merchant goes */
};

static const struct category other_category = {
	"other",
	"shop=yes",
	"LocalBusiness",
	{ "Autres commerces", "Andere winkels", "Weitere Geschäfte", "Other shops" },
};

static void
set_built_in(struct guide_category *out, const struct category *category)
{
	*out = (struct guide_category){
		.id = str(category->id),
		.schema = str(category->schema),
		.osm = str(category->osm),
	};
	for (int lang = 0; lang < LANG_COUNT; lang++)
		out->label.in[lang] = str(category->label[lang]);
}

static struct known *
find(const struct vocabulary_of_shops *shops, struct arena *scratch, struct str word)
{
	return table_get(&shops->words, utf8_fold(scratch, word));
}

static void
add_word(struct linking *linking, struct vocabulary_of_shops *shops, struct str word,
         struct known *known)
{
	struct str folded = utf8_fold(linking->scratch, word);

	if (folded.len)
		table_put(&shops->words, linking->scratch, folded, known);
}

static void
set_own(struct linking *linking, struct guide_category *out, const struct own_category *own,
        const struct category *built_in)
{
	if (built_in)
		set_built_in(out, built_in);
	else
		*out = (struct guide_category){ .schema = STR("LocalBusiness") };
	out->id = utf8_slug(linking->guide->arena, own->id, SLUG_MOST);
	if (own->schema.len)
		out->schema = own->schema;
	if (own->osm.len)
		out->osm = own->osm;
	for (int lang = 0; lang < LANG_COUNT; lang++)
		if (own->label.in[lang].len)
			out->label.in[lang] = own->label.in[lang];
	if (text_is_empty(&out->label))
		out->label.in[linking->guide->config->languages[0]] = own->id;
}

static const struct category *
find_built_in(struct str id)
{
	size_t count;
	const struct category *all = category_all(&count);

	for (size_t i = 0; i < count; i++)
		if (str_is(id, all[i].id))
			return &all[i];
	return NULL;
}

static void
add_own(struct linking *linking, struct vocabulary_of_shops *shops, const struct own_category *own)
{
	struct known *known = &shops->items[shops->len];
	struct str id = utf8_slug(linking->scratch, own->id, SLUG_MOST);

	if (id.len == 0) {
		diag_error(linking->diag, own->at, "category",
		           _("categories: \"%.*s\" cannot be the name of a page"),
		           STR_ARG(own->id));
		diag_hint(linking->diag,
		          _("write lower-case letters a to z, digits and single hyphens"));
		return;
	}
	for (size_t i = 0; i < shops->len; i++) {
		if (!str_eq(shops->items[i].category.id, id))
			continue;
		diag_error(linking->diag, own->at, "duplicate",
		           _("categories: \"%.*s\" is the same category as \"%.*s\""),
		           STR_ARG(own->id), STR_ARG(shops->items[i].own->id));
		return;
	}
	set_own(linking, &known->category, own, find_built_in(id));
	known->own = own;
	shops->len++;
}

static void
add_built_in(struct vocabulary_of_shops *shops, const struct category *category, size_t own_len)
{
	for (size_t i = 0; i < own_len; i++)
		if (str_is(shops->items[i].category.id, category->id))
			return;
	set_built_in(&shops->items[shops->len++].category, category);
}

/* All ids before all labels: a label never hides an id; own ones before built-in ones. */
static void
collect(struct linking *linking, struct vocabulary_of_shops *shops)
{
	const struct config *config = linking->guide->config;
	size_t count, own_len;
	const struct category *all = category_all(&count);

	shops->items = arena_array(linking->guide->arena, count + config->categories_len,
	                           sizeof *shops->items);
	for (size_t i = 0; i < config->categories_len; i++)
		add_own(linking, shops, &config->categories[i]);
	own_len = shops->len;
	for (size_t i = 0; i < count; i++)
		add_built_in(shops, &all[i], own_len);
	for (size_t i = 0; i < shops->len; i++)
		add_word(linking, shops, shops->items[i].category.id, &shops->items[i]);
	for (size_t i = 0; i < shops->len; i++)
		for (int lang = 0; lang < LANG_COUNT; lang++)
			add_word(linking, shops, shops->items[i].category.label.in[lang],
			         &shops->items[i]);
	set_built_in(&shops->other.category, &other_category);
	/* Said in so many words it is no mistake: what `import osm` cannot name better has it. */
	add_word(linking, shops, str(other_category.id), &shops->other);
}

static struct str
label_of(const struct linking *linking, const struct guide_category *category)
{
	const struct config *config = linking->guide->config;

	return guide_text(config, &category->label, config->languages[0], NULL);
}

/* Among all ids and labels, the one nearest to an unknown word. */
static void
hint_nearest(struct linking *linking, const struct vocabulary_of_shops *shops, struct str word)
{
	size_t len = 0, nearest;
	struct str *words;
	struct known *known;

	if (linking->hints == 0)
		return;
	linking->hints--;
	words = arena_array(linking->scratch, shops->len * (LANG_COUNT + 1), sizeof *words);
	for (size_t i = 0; i < shops->len; i++)
		words[len++] = shops->items[i].category.id;
	for (size_t i = 0; i < shops->len; i++)
		for (int lang = 0; lang < LANG_COUNT; lang++)
			if (shops->items[i].category.label.in[lang].len)
				words[len++] = shops->items[i].category.label.in[lang];
	nearest = utf8_nearest(word, words, len);
	known = nearest < len ? find(shops, linking->scratch, words[nearest]) : NULL;
	if (known)
		diag_hint(linking->diag, _("did you mean \"%.*s\" (%.*s)?"),
		          STR_ARG(known->category.id),
		          STR_ARG(label_of(linking, &known->category)));
	else
		diag_hint(linking->diag, _("quartier.yml can define it, under \"categories\""));
}

/* The category that a word names; NULL, warned of, when there is none. */
static struct known *
read_word(struct linking *linking, struct vocabulary_of_shops *shops, const struct word *word)
{
	struct known *known = table_get(&shops->read, word->text);

	if (!known) {
		known = find(shops, linking->scratch, word->text);
		table_put(&shops->read, linking->scratch, word->text,
		          known ? known : &shops->nothing);
	}
	if (known && known != &shops->nothing)
		return known;
	diag_warning(linking->diag, word->at, "category",
	             _("category: \"%.*s\" is not a known category"), STR_ARG(word->text));
	hint_nearest(linking, shops, word->text);
	return NULL;
}

static void
use(struct linking *linking, struct guide_merchant *merchant, struct known *known)
{
	struct guide *guide = linking->guide;

	for (size_t i = 0; i < merchant->categories_len; i++)
		if (merchant->categories[i] == &known->category)
			return;
	merchant->categories[merchant->categories_len++] = &known->category;
	known->category.merchants_len++; /* until categories_fill, which makes room for so many */
	if (known->used)
		return;
	known->used = true;
	guide->categories = arena_push(guide->arena, guide->categories, &guide->categories_len,
	                               sizeof *guide->categories);
	guide->categories[guide->categories_len - 1] = &known->category;
}

static void
link_merchant(struct linking *linking, struct vocabulary_of_shops *shops, struct known *other,
              struct guide_merchant *merchant)
{
	const struct words *words = &merchant->card->category;

	merchant->categories =
		arena_array(linking->guide->arena, words->len + 1, sizeof *merchant->categories);
	for (size_t i = 0; i < words->len; i++) {
		struct known *known = read_word(linking, shops, &words->items[i]);

		if (known)
			use(linking, merchant, known);
	}
	if (merchant->categories_len == 0)
		use(linking, merchant, other);
}

/* Hidden merchants' words are checked, too: their cards are kept for a reason. */
static void
check_hidden(struct linking *linking, struct vocabulary_of_shops *shops, const struct words *words)
{
	for (size_t i = 0; i < words->len; i++)
		read_word(linking, shops, &words->items[i]);
}

static void
note_unused(struct linking *linking, const struct vocabulary_of_shops *shops)
{
	for (size_t i = 0; i < shops->len; i++)
		if (shops->items[i].own && !shops->items[i].used)
			diag_note(linking->diag, shops->items[i].own->at, "category-unused",
			          _("categories: no merchant is in \"%.*s\""),
			          STR_ARG(shops->items[i].own->id));
}

void
categories_link(struct linking *linking)
{
	const struct cards *cards = linking->cards;
	struct vocabulary_of_shops *shops = arena_alloc(linking->guide->arena, sizeof *shops);
	struct known *other;

	collect(linking, shops);
	other = find(shops, linking->scratch, str(other_category.id));
	if (!other)
		other = &shops->other;
	for (size_t i = 0; i < cards->merchants_len; i++)
		if (linking->merchants[i])
			link_merchant(linking, shops, other, linking->merchants[i]);
		else
			check_hidden(linking, shops, &cards->merchants[i].category);
	note_unused(linking, shops);
}

void
categories_fill(struct linking *linking)
{
	struct guide *guide = linking->guide;

	for (size_t i = 0; i < guide->categories_len; i++) {
		struct guide_category *category = guide->categories[i];

		category->merchants = arena_array(guide->arena, category->merchants_len,
		                                  sizeof *category->merchants);
		category->merchants_len = 0;
	}
	for (size_t i = 0; i < guide->merchants_len; i++) {
		struct guide_merchant *merchant = guide->merchants[i];

		for (size_t c = 0; c < merchant->categories_len; c++) {
			struct guide_category *category = merchant->categories[c];

			category->merchants[category->merchants_len++] = merchant;
		}
	}
}
