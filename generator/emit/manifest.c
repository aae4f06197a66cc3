#include "emit/manifest.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "guide/guide.h"
#include "theme/theme.h"

/* The colour of paper, until the page is there; what marche draws on. */
#define PAPER STR("#faf6ee")

/* What an asset's name says of it as an icon. */
struct icon {
	struct str type;
	struct str sizes; /* "192x192", "any" */
	const char *purpose;
};

static bool
is_number(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.ptr[i] < '0' || s.ptr[i] > '9')
			return false;
	return s.len > 0 && s.len < 5;
}

/* False when it is not one of the names in the header. */
static bool
icon_of(struct icon *icon, struct arena *scratch, struct str name)
{
	size_t dot = str_find(name, '.');
	struct str stem = str_sub(name, 0, dot), extension = str_sub(name, dot, name.len);
	bool vector = str_is(extension, ".svg");

	if (!str_starts(stem, "icon") || !(vector || str_is(extension, ".png")))
		return false;
	stem = str_sub(stem, 4, stem.len);
	/* A drawing fills its square, so that a phone may cut it to its own shape. */
	icon->purpose = vector ? "any maskable" : "any";
	if (str_starts(stem, "-maskable")) {
		icon->purpose = "maskable";
		stem = str_sub(stem, 9, stem.len);
	}
	icon->type = vector ? STR("image/svg+xml") : STR("image/png");
	if (vector) {
		icon->sizes = STR("any");
		return stem.len == 0;
	}
	stem = str_sub(stem, 1, stem.len); /* the hyphen */
	icon->sizes = arena_printf(scratch, "%.*sx%.*s", STR_ARG(stem), STR_ARG(stem));
	return is_number(stem);
}

static void
icons(struct json *json, struct arena *scratch, const struct run *run)
{
	struct str root = run_root(run);

	json_key(json, "icons");
	json_list(json);
	for (size_t i = 0; run->theme && i < run->theme->assets_len; i++) {
		const struct theme_asset *asset = &run->theme->assets[i];
		struct icon icon;

		if (!icon_of(&icon, scratch, asset->name))
			continue;
		json_object(json);
		json_field(json, "src",
		           arena_printf(scratch, "%.*s%.*s", STR_ARG(root), STR_ARG(asset->path)));
		json_field(json, "type", icon.type);
		json_field(json, "sizes", icon.sizes);
		json_field(json, "purpose", str(icon.purpose));
		json_object_end(json);
	}
	json_list_end(json);
}

void
manifest_write(struct buf *out, struct arena *scratch, const struct run *run,
               const struct piece *piece)
{
	const struct config *config = run->guide->config;
	struct str name = run_text(run, piece->lang, &config->name), root = run_root(run);
	struct str path = run_path(scratch, run, piece->lang, "", STR(""));
	struct str home = arena_printf(scratch, "%.*s%.*s", STR_ARG(root), STR_ARG(path));
	struct json json;

	json_start(&json, out, true);
	json_object(&json);
	json_field(&json, "id", home);
	json_field(&json, "name", name);
	json_field(&json, "short_name", name);
	json_field(&json, "description", run_text(run, piece->lang, &config->tagline));
	json_field(&json, "lang", str(lang_code(piece->lang)));
	json_field(&json, "dir", STR("ltr"));
	json_field(&json, "start_url", home);
	json_field(&json, "scope", root); /* changing the language stays in the app */
	json_field(&json, "display", STR("standalone"));
	json_field(&json, "background_color", PAPER);
	json_field(&json, "theme_color", PAPER);
	icons(&json, scratch, run);
	json_object_end(&json);
	buf_addc(out, '\n');
}
