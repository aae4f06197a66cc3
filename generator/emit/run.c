#include "emit/run.h"

#include "base/arena.h"
#include "base/value.h"
#include "card/card.h"
#include "guide/guide.h"
#include "theme/theme.h"

#include <string.h>

struct str
run_text(const struct run *run, enum lang lang, const struct text *text)
{
	const struct config *config = run->guide->config;

	return text_in(text, lang, config->languages, config->languages_len, NULL);
}

enum lang
run_main_lang(const struct run *run)
{
	return run->guide->config->languages[0];
}

struct str
run_phrase(const struct run *run, enum lang lang, const char *key)
{
	if (!run->theme)
		return (struct str){ 0 };
	return value_str(value_get(run->theme->texts[lang], str(key)));
}

struct str
run_path(struct arena *arena, const struct run *run, enum lang lang, const char *folder,
         struct str slug)
{
	bool other = lang != run_main_lang(run);

	return arena_printf(arena, "%s%s%s%s%.*s%s", other ? lang_code(lang) : "", other ? "/" : "",
	                    folder, *folder ? "/" : "", STR_ARG(slug), slug.len ? "/" : "");
}

struct str
run_url(struct arena *arena, const struct run *run, enum lang lang, const char *folder,
        struct str slug)
{
	struct str path = run_path(arena, run, lang, folder, slug);

	return arena_printf(arena, "%.*s%.*s", STR_ARG(run->base_url), STR_ARG(path));
}

/* Where the path begins in the site's address. */
static size_t
root_at(const struct run *run)
{
	struct str url = run->base_url;
	const char *scheme = url.len ? memmem(url.ptr, url.len, "://", 3) : NULL;
	size_t host = scheme ? (size_t)(scheme - url.ptr) + 3 : 0;

	return host + str_find(str_sub(url, host, url.len), '/');
}

struct str
run_origin(const struct run *run)
{
	return str_sub(run->base_url, 0, root_at(run));
}

struct str
run_host(const struct run *run)
{
	struct str origin = run_origin(run);
	const char *scheme = origin.len ? memmem(origin.ptr, origin.len, "://", 3) : NULL;

	return scheme ? str_sub(origin, (size_t)(scheme - origin.ptr) + 3, origin.len) : origin;
}

struct str
run_root(const struct run *run)
{
	return str_sub(run->base_url, root_at(run), run->base_url.len);
}

struct str
run_absolute(struct arena *arena, const struct run *run, struct str href)
{
	struct str origin = run_origin(run);

	if (!str_starts(href, "/"))
		return href;
	return arena_printf(arena, "%.*s%.*s", STR_ARG(origin), STR_ARG(href));
}
