#include "emit/image.h"

#include "base/arena.h"
#include "emit/run.h"
#include "guide/guide.h"
#include "media/album.h"
#include "media/social.h"
#include "theme/asset.h"
#include "theme/pictures.h"
#include "theme/theme.h"
#include "theme/view.h"

static struct str
address(struct arena *arena, const struct run *run, struct str path)
{
	return run_join(arena, (struct str[]){ run->base_url, path }, 2);
}

struct image
image_of_photo(struct arena *arena, const struct run *run, enum lang lang,
               const struct photo *photo, unsigned width)
{
	const struct album_photo *made = photo ? album_photo(run->guide->album, photo->file) : NULL;
	size_t i = 0;

	if (!made)
		return (struct image){ 0 };
	while (i + 1 < made->len && made->items[i].width < width)
		i++;
	return (struct image){ .url = address(arena, run, made->items[i].path),
		               .width = made->items[i].width,
		               .height = made->items[i].height,
		               .alt = run_text(run, lang, &photo->alt) };
}

const struct photo *
image_first(const struct run *run, const struct photos *photos, const struct photo *flyer)
{
	const struct album *album = run->guide->album;

	for (size_t i = 0; i < photos->len; i++)
		if (album_photo(album, photos->items[i].file))
			return &photos->items[i];
	return flyer && album_photo(album, flyer->file) ? flyer : NULL;
}

/* --- of a page --------------------------------------------------------------------------------------- */

/* The social card of that name. */
static struct image
social_card(struct arena *arena, const struct run *run, struct str slug, struct str alt)
{
	struct str path = album_card(run->guide->album, slug);

	if (path.len == 0)
		return (struct image){ 0 };
	return (struct image){ address(arena, run, path), SOCIAL_WIDTH, SOCIAL_HEIGHT, alt };
}

static struct image
card_of_merchant(struct arena *arena, const struct run *run, enum lang lang,
                 const struct guide_merchant *merchant)
{
	return social_card(arena, run, merchant->card->card.slug,
	                   run_text(run, lang, &merchant->card->name));
}

/* What the page is about: its photos, and the merchants whose card stands in for them. */
struct subject {
	const struct photos *photos;
	const struct photo *flyer;
	struct guide_merchant *const *merchants;
	size_t merchants_len;
};

static struct subject
subject_of(const struct guide *guide, const struct page_ref *page)
{
	switch (page->kind) {
	case PAGE_MERCHANT:
		return (struct subject){ .merchants = &guide->merchants[page->index],
			                 .merchants_len = 1 };
	case PAGE_OFFER: {
		const struct guide_offer *offer = guide->offers[page->index];

		return (struct subject){ &offer->card->photos, &offer->card->flyer,
			                 offer->merchants, offer->merchants_len };
	}
	case PAGE_EVENT: {
		const struct guide_event *event = guide->events[page->index];

		return (struct subject){ &event->card->photos, NULL, event->merchants,
			                 event->merchants_len };
	}
	case PAGE_NEWS: {
		const struct guide_news *news = guide->news[page->index];

		return (struct subject){ &news->card->photos, NULL, news->merchants,
			                 news->merchants_len };
	}
	case PAGE_ROUTE:
		return (struct subject){ .photos = &guide->routes[page->index]->card->photos };
	default: return (struct subject){ 0 };
	}
}

static struct image
icon_of_theme(struct arena *arena, const struct run *run)
{
	const struct theme_asset *icon =
		asset_find(run->theme->assets, run->theme->assets_len, STR("icon-512.png"));

	return (struct image){ .url = icon ? address(arena, run, icon->path) : (struct str){ 0 } };
}

struct image
image_of_page(struct arena *arena, const struct run *run, const struct page_ref *page)
{
	struct subject subject = subject_of(run->guide, page);
	struct image image = { 0 };

	if (subject.photos)
		image = image_of_photo(arena, run, page->lang,
		                       image_first(run, subject.photos, subject.flyer),
		                       IMAGE_LARGEST);
	if (image.url.len == 0 && subject.merchants_len > 0)
		image = card_of_merchant(arena, run, page->lang, subject.merchants[0]);
	if (image.url.len == 0)
		image = social_card(arena, run, STR(PICTURES_GUIDE),
		                    run_text(run, page->lang, &run->guide->config->name));
	return image.url.len > 0 ? image : icon_of_theme(arena, run);
}
