#include "emit/page.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "emit/image.h"
#include "emit/jsonld.h"
#include "theme/mustache.h"
#include "theme/theme.h"
#include "theme/view.h"

/* What the page shows where it is shared, as Open Graph asks for it. */
static void
set_image(struct arena *scratch, struct value *context, const struct run *run,
          const struct page_ref *page)
{
	struct image image = image_of_page(scratch, run, page);

	view_page_set(scratch, context, "image", image.url);
	if (image.width == 0)
		return;
	view_page_set(scratch, context, "image_width", arena_printf(scratch, "%u", image.width));
	view_page_set(scratch, context, "image_height", arena_printf(scratch, "%u", image.height));
	view_page_set(scratch, context, "image_alt", image.alt);
}

const struct value *
page_context(struct arena *scratch, struct buf *jsonld, const struct run *run,
             const struct page_ref *page)
{
	struct value *context = view_page(scratch, run->views, page);

	buf_clear(jsonld);
	jsonld_page(jsonld, scratch, run, page, context);
	view_page_set(scratch, context, "head_jsonld", buf_str(jsonld));
	set_image(scratch, context, run, page);
	return context;
}

int
page_write(struct buf *out, struct buf *jsonld, struct arena *scratch, const struct run *run,
           const struct page_ref *page, struct diag *diag)
{
	const struct mustache_set *set = run->theme->templates;
	const struct value *stack[] = {
		views_shared(run->views, page->lang),
		page_context(scratch, jsonld, run, page),
	};

	return mustache_render(set, mustache_find(set, str(page->template)), out, stack,
	                       countof(stack), diag);
}

int
page_templates_check(const struct run *run, struct diag *diag)
{
	bool seen[PAGE_KIND_COUNT] = { false };
	const struct page_ref *pages;
	size_t count = views_pages(run->views, &pages);
	int rc = 0;

	for (size_t i = 0; i < count; i++) {
		if (seen[pages[i].kind])
			continue;
		seen[pages[i].kind] = true;
		if (mustache_find(run->theme->templates, str(pages[i].template)))
			continue;
		diag_error(diag, (struct pos){ 0 }, "template",
		           _("the theme \"%.*s\" has no template %s.mustache"),
		           STR_ARG(run->theme->name), pages[i].template);
		rc = -1;
	}
	return rc;
}
