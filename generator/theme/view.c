#include "theme/view.h"

#include "base/arena.h"
#include "base/mem.h"
#include "base/pool.h"
#include "theme/view_ground.h"
#include "theme/view_private.h"

#include <stdlib.h>

static const struct value *(*const make[VIEW_LISTS])(const struct maker *maker, size_t index) = {
	[VIEW_CATEGORIES] = view_make_category,
	[VIEW_STREETS] = view_make_street,
	[VIEW_BRIEFS] = view_make_brief,
	[VIEW_PLACES] = view_make_place,
	[VIEW_OFFERS] = view_make_offer,
	[VIEW_EVENTS] = view_make_event,
	[VIEW_NEWS] = view_make_news,
	[VIEW_ROUTES] = view_make_route,
	[VIEW_FREE_PAGES] = view_make_free_page,
	[VIEW_MERCHANTS] = view_make_merchant,
};

/* Every phrase that the views themselves ask for; a theme's templates may use more. */
static const char *const phrases[] = {
	"nav_merchants",
	"nav_map",
	"nav_offers",
	"nav_events",
	"nav_news",
	"nav_routes",
	"breadcrumb_home",
	"title_map",
	"title_merchants",
	"title_categories",
	"title_streets",
	"title_offers",
	"title_events",
	"title_news",
	"title_routes",
	"title_search",
	"title_legal",
	"title_404",
	"description_map",
	"description_merchants",
	"description_categories",
	"description_streets",
	"description_offers",
	"description_events",
	"description_news",
	"description_routes",
	"description_search",
	"description_legal",
	"description_404",
	"description_home",
	"description_category",
	"description_street",
	"description_merchant",
	"description_offer",
	"description_event",
	"description_item",
	"count_merchants",
	"count_categories",
	"count_streets",
	"count_offers",
	"count_events",
	"count_news",
	"count_routes",
	"count_stops",
	"hours_closed",
	"hours_all_day",
	"hours_holidays_closed",
	"hours_holidays_open",
	"status_open",
	"status_closed_temporarily",
	"status_opening_soon",
	"wheelchair_yes",
	"wheelchair_limited",
	"wheelchair_no",
	"loyalty",
	"loyalty_plain",
	"founded",
	"verified",
	"all_merchants",
	"free",
	"feed_site",
	"feed_category",
	"feed_merchant",
};

/* One list in one language, made by all workers. */
struct task {
	struct views *views;
	enum view_list list;
	enum lang lang;
};

static void
make_one(void *context, unsigned number, size_t index)
{
	struct task *task = context;
	struct view_worker *worker = &task->views->workers[number];
	struct maker maker = view_maker(task->views, worker->arena, task->lang);

	maker.worker = worker;
	task->views->in[task->lang].lists[task->list][index] = make[task->list](&maker, index);
	arena_reset(worker->scratch);
}

static void
make_terms(struct views *views, enum lang lang)
{
	for (int which = 0; which < VOCABULARY_COUNT; which++) {
		size_t count;
		const struct term *terms = vocabulary((enum vocabulary)which, &count);
		const struct value **values = arena_array(views->arena, count, sizeof *values);

		for (size_t i = 0; i < count; i++) {
			struct fields f;

			fields_start(&f, views->arena);
			fields_text(&f, "id", str(terms[i].id));
			fields_text(&f, "label", str(terms[i].label[lang]));
			values[i] = fields_map(&f);
		}
		views->in[lang].terms[which] = values;
	}
}

/* "https://example.org" and "/guide/" of "https://example.org/guide/". */
static void
split_base(struct views *views, struct str base_url)
{
	size_t host = 0;

	while (host + 2 < base_url.len &&
	       !(base_url.ptr[host] == ':' && base_url.ptr[host + 1] == '/' &&
	         base_url.ptr[host + 2] == '/'))
		host++;
	host = host + 2 < base_url.len ? host + 3 : 0;
	host += str_find(str_sub(base_url, host, base_url.len), '/');
	views->origin = arena_str(views->arena, str_sub(base_url, 0, host));
	views->root = arena_str(views->arena, str_sub(base_url, host, base_url.len));
	if (!str_ends(views->root, "/"))
		views->root = arena_printf(views->arena, "%.*s/", STR_ARG(views->root));
}

static void
start_language(struct views *views, enum lang lang)
{
	struct view_lang *in = &views->in[lang];
	bool main = lang == views->guide->config->languages[0];

	in->lang = lang;
	in->home =
		main ? views->root
		     : arena_printf(views->arena, "%.*s%s/", STR_ARG(views->root), lang_code(lang));
	make_terms(views, lang);
	for (int list = 0; list < VIEW_LISTS; list++)
		in->lists[list] =
			arena_array(views->arena, view_list_len(views->guide, (enum view_list)list),
		                    sizeof *in->lists[list]);
}

static void
make_language(struct views *views, enum lang lang)
{
	struct task task = { views, VIEW_CATEGORIES, lang };

	for (int list = 0; list < VIEW_LISTS; list++) {
		task.list = (enum view_list)list;
		pool_run(views->workers_len, view_list_len(views->guide, task.list), make_one,
		         &task);
	}
}

struct views *
views_new(const struct guide *guide, const struct theme *theme, struct str base_url, unsigned jobs,
          struct diag *diag)
{
	const struct config *config = guide->config;
	struct views *views = mem_alloc(sizeof *views);

	views->guide = guide;
	views->theme = theme;
	views->workers_len = jobs > 0 ? jobs : 1;
	views->workers = mem_alloc(size_mul(views->workers_len, sizeof *views->workers));
	for (unsigned i = 0; i < views->workers_len; i++) {
		views->workers[i].arena = arena_new();
		views->workers[i].scratch = arena_new();
	}
	views->arena = views->workers[0].arena;
	views->ground = ground_make(views->arena, guide);
	split_base(views, base_url);
	texts_require(theme, phrases, countof(phrases), diag);
	/* All homes first: each language names the others'. */
	for (size_t i = 0; i < config->languages_len; i++)
		start_language(views, config->languages[i]);
	for (size_t i = 0; i < config->languages_len; i++) {
		struct maker maker = view_maker(views, views->arena, config->languages[i]);

		make_language(views, maker.lang);
		views->in[maker.lang].shared = view_make_shared(&maker);
	}
	view_list_pages(views);
	return views;
}

void
views_free(struct views *views)
{
	if (!views)
		return;
	for (unsigned i = 0; i < views->workers_len; i++) {
		arena_free(views->workers[i].arena);
		arena_free(views->workers[i].scratch);
	}
	free(views->workers);
	free(views);
}

size_t
views_pages(const struct views *views, const struct page_ref **pages)
{
	*pages = views->pages;
	return views->pages_len;
}

const struct guide *
views_guide(const struct views *views)
{
	return views->guide;
}

const struct theme *
views_theme(const struct views *views)
{
	return views->theme;
}

struct str
views_origin(const struct views *views)
{
	return views->origin;
}

struct str
views_root(const struct views *views)
{
	return views->root;
}

struct str
views_home(const struct views *views, enum lang lang)
{
	return views->in[lang].home;
}

const struct value *
views_shared(const struct views *views, enum lang lang)
{
	return views->in[lang].shared;
}

const struct value *
views_merchant(const struct views *views, enum lang lang, size_t index)
{
	return views->in[lang].lists[VIEW_MERCHANTS][index];
}

const struct value *
views_category(const struct views *views, enum lang lang, size_t index)
{
	return views->in[lang].lists[VIEW_CATEGORIES][index];
}

const struct value *
views_street(const struct views *views, enum lang lang, size_t index)
{
	return views->in[lang].lists[VIEW_STREETS][index];
}

const struct value *
views_offer(const struct views *views, enum lang lang, size_t index)
{
	return views->in[lang].lists[VIEW_OFFERS][index];
}

const struct value *
views_event(const struct views *views, enum lang lang, size_t index)
{
	return views->in[lang].lists[VIEW_EVENTS][index];
}

const struct value *
views_news(const struct views *views, enum lang lang, size_t index)
{
	return views->in[lang].lists[VIEW_NEWS][index];
}

const struct value *
views_place(const struct views *views, enum lang lang, size_t index)
{
	return views->in[lang].lists[VIEW_PLACES][index];
}

const struct value *
views_route(const struct views *views, enum lang lang, size_t index)
{
	return views->in[lang].lists[VIEW_ROUTES][index];
}

const struct value *
views_free_page(const struct views *views, enum lang lang, size_t index)
{
	return views->in[lang].lists[VIEW_FREE_PAGES][index];
}
