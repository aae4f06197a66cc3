#include "theme/pictures.h"

#include "base/arena.h"
#include "base/value.h"
#include "guide/guide.h"
#include "media/album.h"
#include "media/social.h"
#include "theme/colour.h"
#include "theme/theme.h"

struct order {
	struct album *album;
	const struct guide *guide;
	const struct theme *theme;
	struct str accent; /* the association's, or the default one */
	bool bare_cards;   /* merchants without a photo have social cards of their own */
};

/* A card takes some ten milliseconds to draw. A guide with more merchants that have no photo shows its own card
 * for all of them. */
enum { BARE_CARDS_MOST = 500 };

/* The photo that stands for a merchant; NULL: it has none. */
static const struct photo *
main_photo(const struct guide_merchant *merchant)
{
	const struct photos *photos = &merchant->card->photos;

	return photos->len > 0 && photos->items[0].file.len > 0 ? &photos->items[0] : NULL;
}

static size_t
count_bare(const struct guide *guide)
{
	size_t count = 0;

	for (size_t i = 0; i < guide->merchants_len; i++)
		count += !main_photo(guide->merchants[i]);
	return count;
}

static void
add(const struct order *order, const struct photo *photo, enum theme_use use)
{
	const struct theme_sizes *sizes = &order->theme->sizes[use];

	if (photo->file.len > 0)
		album_add(order->album, photo,
		          &(struct album_use){ sizes->widths, sizes->len, sizes->widths[0] });
}

/* Those that a text shows, in its column. */
static void
add_pictures(const struct order *order, const struct card *card)
{
	for (size_t i = 0; i < card->pictures.len; i++)
		add(order, &card->pictures.items[i], USE_GALLERY);
}

/* The first one stands on cards and over its page; all are in the gallery. */
static void
add_photos(const struct order *order, const struct photos *photos)
{
	for (size_t i = 0; i < photos->len; i++) {
		add(order, &photos->items[i], USE_GALLERY);
		if (i > 0)
			continue;
		add(order, &photos->items[i], USE_CARD);
		add(order, &photos->items[i], USE_HERO);
	}
}

static struct str
main_text(const struct order *order, const struct text *text)
{
	return guide_text(order->guide->config, text, order->guide->config->languages[0], NULL);
}

/* "Boulangerie · Rue du Moulin 12", in the site's first language: a link is shared in any. */
static struct str
line_of(const struct order *order, const struct guide_merchant *merchant)
{
	struct str label = main_text(order, &merchant->categories[0]->label);
	struct str street = main_text(order, &merchant->card->address.street);

	if (street.len == 0)
		return label;
	return arena_printf(order->guide->arena, "%.*s · %.*s", STR_ARG(label), STR_ARG(street));
}

static void
add_merchant(const struct order *order, const struct guide_merchant *merchant)
{
	const struct merchant *card = merchant->card;
	const struct config *config = order->guide->config;
	const struct photo *photo = main_photo(merchant);
	const struct social social = {
		.title = main_text(order, &card->name),
		.line = line_of(order, merchant),
		.site = main_text(order, &config->name),
		.accent = order->accent,
	};

	add_photos(order, &card->photos);
	for (size_t i = 0; i < card->products_len; i++)
		add(order, &card->products[i].photo, USE_PRODUCT);
	add_pictures(order, &card->card);
	if (photo || order->bare_cards)
		album_add_card(order->album, card->card.slug, &social, photo);
}

static void
add_guide(const struct order *order)
{
	const struct config *config = order->guide->config;
	const struct social social = {
		.title = main_text(order, &config->name),
		.line = main_text(order, &config->tagline),
		.accent = order->accent,
	};

	album_add_card(order->album, STR(PICTURES_GUIDE), &social, NULL);
}

void
pictures_order(struct album *album, const struct guide *guide, const struct theme *theme)
{
	const struct value *accent =
		value_get(colour_accent(guide->arena, guide->config->accent), STR("accent"));
	struct order order = {
		.album = album,
		.guide = guide,
		.theme = theme,
		.accent = value_str(accent),
		.bare_cards = count_bare(guide) <= BARE_CARDS_MOST,
	};

	for (size_t i = 0; i < guide->merchants_len; i++)
		add_merchant(&order, guide->merchants[i]);
	for (size_t i = 0; i < guide->offers_len; i++) {
		add(&order, &guide->offers[i]->card->flyer, USE_FLYER);
		add(&order, &guide->offers[i]->card->flyer, USE_CARD);
		add_photos(&order, &guide->offers[i]->card->photos);
		add_pictures(&order, &guide->offers[i]->card->card);
	}
	for (size_t i = 0; i < guide->events_len; i++) {
		add_photos(&order, &guide->events[i]->card->photos);
		add_pictures(&order, &guide->events[i]->card->card);
	}
	for (size_t i = 0; i < guide->news_len; i++) {
		add_photos(&order, &guide->news[i]->card->photos);
		add_pictures(&order, &guide->news[i]->card->card);
	}
	for (size_t i = 0; i < guide->routes_len; i++) {
		add_photos(&order, &guide->routes[i]->card->photos);
		add_pictures(&order, &guide->routes[i]->card->card);
	}
	for (size_t i = 0; i < guide->places_len; i++)
		add_pictures(&order, &guide->places[i]->card->card);
	for (size_t i = 0; i < guide->pages_len; i++)
		add_pictures(&order, &guide->pages[i]->card);
	add_guide(&order);
}
