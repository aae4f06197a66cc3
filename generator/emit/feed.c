#include "emit/feed.h"

#include "base/arena.h"
#include "base/buf.h"
#include "card/card.h"
#include "emit/dates.h"
#include "emit/feed_entry.h"
#include "emit/when.h"
#include "emit/xml.h"
#include "guide/guide.h"
#include "theme/texts.h"

#include <stdlib.h>

/* What a feed is about. */
struct feed {
	struct str title;
	struct str page, self; /* addresses of the page that it belongs to, and its own */
	struct entry *entries;
	size_t len;
};

/* --- which entries --- */

static void
add(struct arena *scratch, struct feed *feed, struct entry entry)
{
	feed->entries = arena_push(scratch, feed->entries, &feed->len, sizeof *feed->entries);
	feed->entries[feed->len - 1] = entry;
}

static void
add_all(struct arena *scratch, const struct run *run, struct feed *feed)
{
	const struct guide *guide = run->guide;

	for (size_t i = 0; i < guide->news_len; i++)
		add(scratch, feed, entry_of_news(run, guide->news[i]));
	for (size_t i = 0; i < guide->offers_len; i++)
		add(scratch, feed, entry_of_offer(run, guide->offers[i]));
	for (size_t i = 0; i < guide->events_len; i++)
		add(scratch, feed, entry_of_event(run, guide->events[i]));
}

static void
add_merchant(struct arena *scratch, const struct run *run, struct feed *feed,
             const struct guide_merchant *merchant)
{
	for (size_t i = 0; i < merchant->news_len; i++)
		add(scratch, feed, entry_of_news(run, merchant->news[i]));
	for (size_t i = 0; i < merchant->offers_len; i++)
		add(scratch, feed, entry_of_offer(run, merchant->offers[i]));
	for (size_t i = 0; i < merchant->events_len; i++)
		add(scratch, feed, entry_of_event(run, merchant->events[i]));
}

static int
newest_first(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;
	int order = (x->utc < y->utc) - (x->utc > y->utc);

	if (order == 0)
		order = str_cmp(str(x->folder), str(y->folder));
	return order ? order : str_cmp(x->card->slug, y->card->slug);
}

/* Newest first, each once (merchants of a category share offers), no more than a feed holds. */
static void
arrange(struct feed *feed)
{
	size_t kept = 0;

	if (feed->len > 0)
		qsort(feed->entries, feed->len, sizeof *feed->entries, newest_first);
	for (size_t i = 0; i < feed->len && kept < FEED_MOST; i++)
		if (kept == 0 || feed->entries[kept - 1].card != feed->entries[i].card)
			feed->entries[kept++] = feed->entries[i];
	feed->len = kept;
}

/* --- the document --- */

static void
author(struct buf *out, struct arena *scratch, const struct run *run, enum lang lang)
{
	const struct config *config = run->guide->config;
	struct str name = run_text(run, lang, &config->publisher.name);

	buf_adds(out, "\t<author>\n");
	xml_element(out, "\t\t", "name", name.len ? name : run_text(run, lang, &config->name));
	xml_element(out, "\t\t", "uri", run_url(scratch, run, lang, "", STR("")));
	buf_adds(out, "\t</author>\n");
}

/* The latest of its entries. */
static int64_t
updated(struct arena *scratch, const struct run *run, enum lang lang, const struct feed *feed)
{
	int64_t latest = HISTORY_UNKNOWN;

	for (size_t i = 0; i < feed->len; i++) {
		int64_t then = entry_updated(scratch, run, lang, &feed->entries[i]);

		latest = then > latest ? then : latest;
	}
	return latest;
}

static void
document(struct buf *out, struct arena *scratch, const struct run *run, enum lang lang,
         struct feed *feed)
{
	static const struct moment never = { 0, 0 };

	arrange(feed);
	buf_adds(out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
	              "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"");
	buf_adds(out, lang_code(lang));
	buf_adds(out, "\">\n");
	xml_element(out, "\t", "id", feed->self);
	xml_element(out, "\t", "title", feed->title);
	xml_element(out, "\t", "updated",
	            feed->len ? dates_text(scratch, run, updated(scratch, run, lang, feed))
	                      : when_rfc3339(scratch, NULL, never));
	feed_link(out, "self", "application/atom+xml", feed->self);
	feed_link(out, "alternate", "text/html", feed->page);
	author(out, scratch, run, lang);
	buf_adds(out, "\t<generator>quartier</generator>\n");
	for (size_t i = 0; i < feed->len; i++)
		entry_write(out, scratch, run, lang, &feed->entries[i]);
	buf_adds(out, "</feed>\n");
}

/* --- the three of them --- */

static struct feed
start(struct arena *scratch, const struct run *run, enum lang lang, const char *folder,
      struct str slug)
{
	struct feed feed = { .page = run_url(scratch, run, lang, folder, slug) };

	feed.self = run_join(scratch, (struct str[]){ feed.page, STR("feed.xml") }, 2);
	return feed;
}

/* The theme's words with the names filled in; the names alone where it has none. */
static struct str
title(struct arena *scratch, const struct run *run, enum lang lang, const char *key,
      struct texts_arg about)
{
	struct str site = run_text(run, lang, &run->guide->config->name);
	struct texts_arg args[] = { { "site", site }, about };
	struct str pattern = run_phrase(run, lang, key);

	if (pattern.len)
		return texts_format(scratch, pattern, args, countof(args));
	if (about.value.len == 0)
		return site;
	return run_join(scratch, (struct str[]){ about.value, STR(" · "), site }, 3);
}

void
feed_write_site(struct buf *out, struct arena *scratch, const struct run *run,
                const struct piece *piece)
{
	struct feed feed = start(scratch, run, piece->lang, "", STR(""));

	feed.title =
		title(scratch, run, piece->lang, "feed_site", (struct texts_arg){ "", STR("") });
	add_all(scratch, run, &feed);
	document(out, scratch, run, piece->lang, &feed);
}

void
feed_write_category(struct buf *out, struct arena *scratch, const struct run *run,
                    const struct piece *piece)
{
	const struct guide_category *category = piece->subject;
	struct feed feed = start(scratch, run, piece->lang, "categories", category->id);

	feed.title = title(
		scratch, run, piece->lang, "feed_category",
		(struct texts_arg){ "category", run_text(run, piece->lang, &category->label) });
	for (size_t i = 0; i < category->merchants_len; i++)
		add_merchant(scratch, run, &feed, category->merchants[i]);
	document(out, scratch, run, piece->lang, &feed);
}

void
feed_write_merchant(struct buf *out, struct arena *scratch, const struct run *run,
                    const struct piece *piece)
{
	const struct guide_merchant *merchant = piece->subject;
	struct feed feed = start(scratch, run, piece->lang, "merchants", merchant->card->card.slug);

	feed.title = title(
		scratch, run, piece->lang, "feed_merchant",
		(struct texts_arg){ "name", run_text(run, piece->lang, &merchant->card->name) });
	add_merchant(scratch, run, &feed, merchant);
	document(out, scratch, run, piece->lang, &feed);
}
