#include "theme/body.h"

#include "base/arena.h"
#include "base/buf.h"
#include "media/album.h"

#include <string.h>

/* What cmark-gfm writes; a quote in a text is an entity there, so this cannot be one. */
static const struct str link = STR("href=\"/"), image = STR("<img src=\"");

/* Texts are set in a column; nobody needs more of a picture than that. */
static const char sizes[] = "(min-width: 43rem) 40rem, 100vw";

struct body {
	struct arena *arena;
	const struct album *album;
	struct str root;
	struct buf out;
};

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* A path from a src attribute: cmark-gfm writes bytes as %C3 and two characters as entities. */
static struct str
path_of(struct arena *arena, struct str src)
{
	static const struct {
		struct str entity;
		char c;
	} entities[] = { { STR("&amp;"), '&' }, { STR("&#x27;"), '\'' } };
	char *path = arena_alloc(arena, src.len + 1);
	size_t len = 0, step;

	for (size_t i = 0; i < src.len; i += step, len++) {
		struct str rest = str_sub(src, i, src.len);

		path[len] = src.ptr[i];
		step = 1;
		for (size_t e = 0; e < countof(entities); e++)
			if (str_starts(rest, entities[e].entity.ptr)) {
				path[len] = entities[e].c;
				step = entities[e].entity.len;
			}
		if (path[len] == '%' && rest.len > 2 && hex_digit(rest.ptr[1]) >= 0 &&
		    hex_digit(rest.ptr[2]) >= 0) {
			path[len] = (char)(hex_digit(rest.ptr[1]) << 4 | hex_digit(rest.ptr[2]));
			step = 3;
		}
	}
	return (struct str){ path, len };
}

static void
add_picture(struct body *b, const struct album_photo *photo)
{
	const struct album_rendition *largest = &photo->items[photo->len - 1];

	buf_adds(&b->out, "<img src=\"");
	buf_add_html(&b->out, b->root);
	buf_add(&b->out, largest->path);
	buf_adds(&b->out, "\" srcset=\"");
	for (size_t i = 0; i < photo->len; i++) {
		buf_adds(&b->out, i > 0 ? ", " : "");
		buf_add_html(&b->out, b->root);
		buf_add(&b->out, photo->items[i].path);
		buf_printf(&b->out, " %uw", photo->items[i].width);
	}
	buf_printf(&b->out,
	           "\" sizes=\"%s\" width=\"%u\" height=\"%u\" loading=\"lazy\" decoding=\"async\"",
	           sizes, largest->width, largest->height);
}

/* From behind `<img src="`; returns what follows: the other attributes, or what is behind the tag. */
static struct str
show_picture(struct body *b, struct str rest)
{
	size_t quote = str_find(rest, '"'), end;
	const struct album_photo *photo =
		album_photo(b->album, path_of(b->arena, str_sub(rest, 0, quote)));

	if (photo) {
		add_picture(b, photo);
		return str_sub(rest, quote + 1, rest.len);
	}
	end = str_find(rest, '>');
	return str_sub(rest, end + 1, rest.len);
}

static size_t
find(struct str html, struct str what)
{
	const char *hit = html.len ? memmem(html.ptr, html.len, what.ptr, what.len) : NULL;

	return hit ? (size_t)(hit - html.ptr) : html.len;
}

struct str
body_html(struct arena *arena, struct str html, const struct album *album, struct str root)
{
	struct body b = { .arena = arena, .album = album, .root = root };
	struct str result;

	for (;;) {
		size_t next_link = find(html, link), next_image = find(html, image);

		if (next_link == next_image) /* there is neither */
			break;
		if (next_link < next_image) {
			buf_add(&b.out, str_sub(html, 0, next_link + link.len - 1));
			buf_add_html(&b.out, root);
			html = str_sub(html, next_link + link.len, html.len);
		} else {
			buf_add(&b.out, str_sub(html, 0, next_image));
			html = show_picture(&b, str_sub(html, next_image + image.len, html.len));
		}
	}
	result = html;
	if (b.out.len > 0) {
		buf_add(&b.out, html);
		result = arena_str(arena, buf_str(&b.out));
	}
	buf_release(&b.out);
	return result;
}
