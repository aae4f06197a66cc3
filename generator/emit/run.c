#include "emit/run.h"

#include "base/arena.h"
#include "base/mem.h"
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
run_join(struct arena *arena, const struct str *parts, size_t count)
{
	size_t len = 0;
	char *text, *end;

	for (size_t i = 0; i < count; i++)
		len = size_add(len, parts[i].len);
	end = text = arena_alloc(arena, size_add(len, 1));
	for (size_t i = 0; i < count; i++)
		if (parts[i].len)
			end = mempcpy(end, parts[i].ptr, parts[i].len);
	return (struct str){ text, len };
}

/* An address is asked for some ten times a page: joined, not formatted. */
static struct str
address(struct arena *arena, const struct run *run, struct str base, enum lang lang,
        const char *folder, struct str slug)
{
	bool other = lang != run_main_lang(run);
	struct str parts[] = {
		base,
		other ? str(lang_code(lang)) : STR(""),
		other ? STR("/") : STR(""),
		str(folder),
		*folder ? STR("/") : STR(""),
		slug,
		slug.len ? STR("/") : STR(""),
	};

	return run_join(arena, parts, countof(parts));
}

struct str
run_path(struct arena *arena, const struct run *run, enum lang lang, const char *folder,
         struct str slug)
{
	return address(arena, run, STR(""), lang, folder, slug);
}

struct str
run_url(struct arena *arena, const struct run *run, enum lang lang, const char *folder,
        struct str slug)
{
	return address(arena, run, run->base_url, lang, folder, slug);
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
	struct str parts[] = { run_origin(run), href };

	return str_starts(href, "/") ? run_join(arena, parts, countof(parts)) : href;
}
