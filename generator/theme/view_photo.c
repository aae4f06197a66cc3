#include "theme/view_private.h"

#include "base/arena.h"
#include "base/buf.h"
#include "media/album.h"

#include <math.h>

static const char *const use_keys[THEME_USES] = {
	[USE_CARD] = "card",       [USE_HERO] = "hero",   [USE_GALLERY] = "gallery",
	[USE_PRODUCT] = "product", [USE_FLYER] = "flyer",
};

/* --- at one kind of place --------------------------------------------------------------------------- */

/* The album has a photo in all sizes that any place wants; and in its own, where it is narrower than that. */
static bool
belongs(const struct album_photo *photo, const struct album_rendition *item,
        const struct theme_sizes *sizes)
{
	for (size_t i = 0; i < sizes->len; i++)
		if (item->width == sizes->widths[i])
			return true;
	return sizes->len > 0 && item->width == photo->width &&
	       item->width < sizes->widths[sizes->len - 1];
}

/* Of a photo that was not ordered for the place: the smallest that suffices, else the largest. */
static const struct album_rendition *
nearest(const struct album_photo *photo, const struct theme_sizes *sizes)
{
	size_t i = 0;

	while (i + 1 < photo->len && sizes->len > 0 && photo->items[i].width < sizes->widths[0])
		i++;
	return &photo->items[i];
}

static void
add_source(struct buf *set, const struct maker *maker, const struct album_rendition *item)
{
	buf_adds(set, set->len > 0 ? ", " : "");
	buf_add(set, maker->views->root);
	buf_add(set, item->path);
	buf_printf(set, " %uw", item->width);
}

static const struct value *
use_value(const struct maker *maker, const struct album_photo *photo, enum theme_use use)
{
	const struct theme_sizes *sizes = &maker->views->theme->sizes[use];
	const struct album_rendition *largest = NULL;
	struct buf set = { 0 };
	struct fields f;

	for (size_t i = 0; i < photo->len; i++)
		if (belongs(photo, &photo->items[i], sizes)) {
			largest = &photo->items[i];
			add_source(&set, maker, largest);
		}
	if (!largest) {
		largest = nearest(photo, sizes);
		add_source(&set, maker, largest);
	}
	fields_start(&f, maker->arena);
	fields_text(&f, "src",
	            arena_printf(maker->arena, "%.*s%.*s", STR_ARG(maker->views->root),
	                         STR_ARG(largest->path)));
	fields_text(&f, "srcset", arena_str(maker->arena, buf_str(&set)));
	fields_int(&f, "width", largest->width);
	fields_int(&f, "height", largest->height);
	buf_release(&set);
	return fields_map(&f);
}

/* --- a photo ---------------------------------------------------------------------------------------- */

/* "33.3%", with a point in every language of the build. */
static struct str
percent(struct arena *arena, double share)
{
	long tenths = lround(share * 1000);

	return tenths % 10 ? arena_printf(arena, "%ld.%ld%%", tenths / 10, tenths % 10)
	                   : arena_printf(arena, "%ld%%", tenths / 10);
}

static void
add_focus(struct fields *f, const struct maker *maker, const struct photo *photo)
{
	struct str x, y;

	if (photo->focus_x < 0 || photo->focus_y < 0)
		return;
	x = percent(maker->arena, photo->focus_x);
	y = percent(maker->arena, photo->focus_y);
	fields_text(f, "focus", arena_printf(maker->arena, "%.*s %.*s", STR_ARG(x), STR_ARG(y)));
}

const struct value *
view_photo(const struct maker *maker, const struct photo *photo, unsigned uses)
{
	const struct album_photo *made = album_photo(maker->guide->album, photo->file);
	struct fields f;

	if (!made)
		return NULL;
	fields_start(&f, maker->arena);
	fields_local(&f, maker, "alt", "alt_lang", &photo->alt);
	fields_text(&f, "credit", photo->credit);
	fields_int(&f, "width", made->width);
	fields_int(&f, "height", made->height);
	fields_text(&f, "ratio",
	            arena_printf(maker->arena, "%u / %u", made->width, made->height));
	fields_bool(&f, "portrait", made->height > made->width);
	fields_text(&f, "gradient", made->gradient);
	add_focus(&f, maker, photo);
	for (int use = 0; use < THEME_USES; use++)
		if (uses & VIEW_USE(use))
			fields_set(&f, use_keys[use],
			           use_value(maker, made, (enum theme_use)use));
	return fields_map(&f);
}

/* --- where photos stand ------------------------------------------------------------------------------ */

void
view_photo_set(struct fields *f, const struct maker *maker, const char *key,
               const struct value *value)
{
	if (maker->guide->album)
		fields_set(f, key, value ? value : &value_null);
}

const struct value *
view_photo_main(const struct maker *maker, const struct photos *photos)
{
	const struct value *main = NULL;

	for (size_t i = 0; i < photos->len && !main; i++)
		main = view_photo(maker, &photos->items[i],
		                  VIEW_USE(USE_CARD) | VIEW_USE(USE_HERO) | VIEW_USE(USE_GALLERY));
	return main;
}

void
view_photo_gallery(struct fields *f, const struct maker *maker, const struct photos *photos,
                   const struct value *main)
{
	const struct value **items;
	size_t len = 0;

	if (!maker->guide->album)
		return;
	items = arena_array(maker->arena, photos->len, sizeof *items);
	for (size_t i = 0; main && i < photos->len; i++) {
		/* The first that can be shown is the main one, which is made already. */
		bool shown = album_photo(maker->guide->album, photos->items[i].file) != NULL;

		if (shown && len == 0)
			items[len++] = main;
		else if (shown)
			items[len++] = view_photo(maker, &photos->items[i], VIEW_USE(USE_GALLERY));
	}
	view_photo_set(f, maker, "photos", list_over(maker->arena, items, len));
	if (len == 0)
		fields_bool(f, "has_photos", false);
	fields_bool(f, "has_gallery", len > 1);
}

void
view_photos(struct fields *f, const struct maker *maker, const struct photos *photos)
{
	const struct value *main = view_photo_main(maker, photos);

	view_photo_set(f, maker, "photo", main);
	view_photo_gallery(f, maker, photos, main);
}
