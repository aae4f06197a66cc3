/* context: what a page's template receives, as JSON, for the authors of themes. */
#include "emit/emit.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/json.h"
#include "base/utf8.h"
#include "base/value.h"
#include "emit/business.h"
#include "emit/jsonld.h"
#include "emit/page.h"
#include "theme/view.h"

/* As templates look names up: the page's members hide the shared ones. */
static void
write_merged(struct buf *out, const struct value *shared, const struct value *context)
{
	struct json json;

	json_start(&json, out, true);
	json_object(&json);
	for (uint32_t i = 0; i < context->len; i++) {
		json_key(&json, context->pairs[i].key);
		json_value(&json, context->pairs[i].value);
	}
	for (uint32_t i = 0; i < shared->len; i++) {
		if (value_get(context, str(shared->pairs[i].key)))
			continue;
		json_key(&json, shared->pairs[i].key);
		json_value(&json, shared->pairs[i].value);
	}
	json_object_end(&json);
	buf_addc(out, '\n');
}

/* The address without the site's base path, "/merchants/dumont/". */
static struct str
below_root(const struct run *run, struct str url)
{
	struct str root = run_root(run);

	return root.len && root.len <= url.len ? str_sub(url, root.len - 1, url.len) : url;
}

static void
report_missing(const struct run *run, struct str url_path, struct diag *diag)
{
	const struct page_ref *pages;
	size_t count = views_pages(run->views, &pages), nearest;
	struct arena *arena = arena_new();
	struct str *paths = arena_array(arena, count, sizeof *paths);

	for (size_t i = 0; i < count; i++)
		paths[i] = below_root(run, pages[i].url);
	nearest = utf8_nearest(url_path, paths, count);
	diag_error(diag, (struct pos){ 0 }, "page", _("the site has no page \"%.*s\""),
	           STR_ARG(url_path));
	if (nearest < count)
		diag_hint(diag, _("did you mean %.*s?"), STR_ARG(paths[nearest]));
	else
		diag_hint(diag, _("pages are named by their address: /, /merchants/ …"));
	arena_free(arena);
}

int
emit_context(const struct guide *guide, const struct theme *theme,
             const struct emit_options *options, struct str url_path, struct buf *out,
             struct diag *diag)
{
	struct run run = { .guide = guide, .theme = theme, .base_url = options->base_url };
	struct views *views = views_new(guide, theme, options->base_url, options->jobs, diag);
	struct businesses *businesses;
	struct arena *arena = arena_new();
	const struct page_ref *page = views_find(views, url_path);
	struct buf jsonld = { 0 };

	run.views = views;
	run.businesses = businesses = businesses_new(&run, options->jobs);
	jsonld_site(&run, arena);
	if (page)
		write_merged(out, views_shared(views, page->lang),
		             page_context(arena, &jsonld, &run, page));
	else
		report_missing(&run, url_path, diag);
	buf_release(&jsonld);
	arena_free(arena);
	businesses_free(businesses);
	views_free(views);
	return page ? 0 : 1;
}
