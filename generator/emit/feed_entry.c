#include "emit/feed_entry.h"

#include "base/arena.h"
#include "base/buf.h"
#include "card/card.h"
#include "emit/dates.h"
#include "emit/image.h"
#include "emit/venue.h"
#include "emit/when.h"
#include "emit/xml.h"
#include "guide/guide.h"
#include "theme/body.h"
#include "theme/format.h"

enum { READER_WIDTH = 640 }; /* a column of text, on a phone's fine screen */

struct entry
entry_of_news(const struct run *run, const struct guide_news *news)
{
	struct moment date = news->card->date;

	return (struct entry){ "news",
		               &news->card->card,
		               &news->card->title,
		               image_first(run, &news->card->photos, NULL),
		               news,
		               date,
		               when_utc(run->guide->zone, date) };
}

struct entry
entry_of_offer(const struct run *run, const struct guide_offer *offer)
{
	struct moment date = { offer->card->from, 0 };

	return (struct entry){ "offers",
		               &offer->card->card,
		               &offer->card->title,
		               image_first(run, &offer->card->photos, &offer->card->flyer),
		               offer,
		               date,
		               when_utc(run->guide->zone, date) };
}

struct entry
entry_of_event(const struct run *run, const struct guide_event *event)
{
	struct moment date = when_announced(event->card->start);

	return (struct entry){ "events",
		               &event->card->card,
		               &event->card->title,
		               image_first(run, &event->card->photos, NULL),
		               event,
		               date,
		               when_utc(run->guide->zone, date) };
}

int64_t
entry_updated(struct arena *arena, const struct run *run, enum lang lang, const struct entry *entry)
{
	int64_t changed = dates_of(arena, run->guide, entry->card->path, lang).changed;

	return changed > entry->utc ? changed : entry->utc;
}

void
feed_link(struct buf *out, const char *rel, const char *type, struct str href)
{
	buf_adds(out, "\t<link rel=\"");
	buf_adds(out, rel);
	buf_adds(out, "\" type=\"");
	buf_adds(out, type);
	buf_adds(out, "\" href=\"");
	xml_text(out, href);
	buf_adds(out, "\"/>\n");
}

/* What a page shows beside the text: until when an offer lasts, when and where an event is. */
static struct str
facts(struct arena *scratch, const struct run *run, enum lang lang, const struct entry *entry)
{
	const struct guide_event *event = entry->thing;
	const struct guide_offer *offer = entry->thing;
	struct str when, where;

	if (str_is(str(entry->folder), "offers"))
		return format_period(scratch, lang, offer->card->from, offer->card->until);
	if (!str_is(str(entry->folder), "events"))
		return (struct str){ 0 };
	when = format_when(scratch, lang, event->next,
	                   event->card->end.day == DATE_NONE ? event->card->end : event->next_end);
	where = venue_of(scratch, run, lang, event).line;
	return arena_printf(scratch, "%.*s%s%.*s", STR_ARG(when), where.len ? " – " : "",
	                    STR_ARG(where));
}

/* In the text: every reader shows it there, while an enclosure is for many a download. */
static void
picture(struct buf *html, const struct image *image)
{
	if (image->url.len == 0)
		return;
	buf_adds(html, "<p><img src=\"");
	buf_add_html(html, image->url);
	buf_adds(html, "\" alt=\"");
	buf_add_html(html, image->alt);
	buf_printf(html, "\" width=\"%u\" height=\"%u\"></p>\n", image->width, image->height);
}

/* HTML as escaped text; its relative links are meant from the entry's page. */
static void
content(struct buf *out, struct str url, const struct image *image, struct str facts_text,
        struct str body)
{
	struct buf html = { 0 };

	if (image->url.len + facts_text.len + body.len == 0)
		return;
	picture(&html, image);
	if (facts_text.len) {
		buf_adds(&html, "<p><strong>");
		buf_add_html(&html, facts_text);
		buf_adds(&html, "</strong></p>\n");
	}
	buf_add(&html, body);
	buf_adds(out, "\t\t<content type=\"html\" xml:base=\"");
	xml_text(out, url);
	buf_adds(out, "\">");
	xml_text(out, buf_str(&html));
	buf_adds(out, "</content>\n");
	buf_release(&html);
}

void
entry_write(struct buf *out, struct arena *scratch, const struct run *run, enum lang lang,
            const struct entry *entry)
{
	struct str url = run_url(scratch, run, lang, entry->folder, entry->card->slug);
	struct str date = when_rfc3339(scratch, run->guide->zone, entry->date);
	struct image image = image_of_photo(scratch, run, lang, entry->photo, READER_WIDTH);

	buf_adds(out, "\t<entry>\n");
	xml_element(out, "\t\t", "id", url);
	xml_element(out, "\t\t", "title", run_text(run, lang, entry->title));
	xml_element(out, "\t\t", "published", date);
	xml_element(out, "\t\t", "updated",
	            dates_text(scratch, run, entry_updated(scratch, run, lang, entry)));
	buf_adds(out, "\t");
	feed_link(out, "alternate", "text/html", url);
	buf_printf(out, "\t\t<category term=\"%s\"/>\n", entry->folder);
	xml_element(out, "\t\t", "summary", run_text(run, lang, &entry->card->excerpt));
	content(out, url, &image, facts(scratch, run, lang, entry),
	        body_html(scratch, run_text(run, lang, &entry->card->body), run->guide->album,
	                  run->base_url));
	buf_adds(out, "\t</entry>\n");
}
