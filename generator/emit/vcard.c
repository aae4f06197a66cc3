#include "emit/vcard.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/value.h"
#include "card/vocabulary.h"
#include "emit/contentline.h"
#include "guide/guide.h"
#include "theme/format.h"
#include "theme/view.h"

/* Post box, extended address, street, city, region, postcode, country (6.3.1). */
static void
address(struct buf *out, const struct run *run, enum lang lang, const struct address *address)
{
	struct contentline line;
	struct str street = run_text(run, lang, &address->street);
	struct str city = run_text(run, lang, &address->city);

	if (street.len + city.len + address->postcode.len == 0)
		return;
	line = contentline_begin(out, "ADR;TYPE=work:;;");
	contentline_text(&line, street);
	contentline_raw(&line, STR(";"));
	contentline_text(&line, city);
	contentline_raw(&line, STR(";;"));
	contentline_text(&line, address->postcode);
	contentline_raw(&line, STR(";"));
	contentline_text(&line, run->guide->config->country);
	contentline_end(&line);
}

static void
geo(struct buf *out, struct arena *scratch, const struct location *at)
{
	struct str uri[] = {
		STR("geo:"),
		format_degrees(scratch, at->latitude),
		STR(","),
		format_degrees(scratch, at->longitude),
	};

	if (at->set)
		contentline_as_is(out, "GEO", run_join(scratch, uri, countof(uri)));
}

static void
reach(struct buf *out, struct arena *scratch, const struct merchant *card)
{
	size_t count;
	const struct term *networks = vocabulary(VOCABULARY_SOCIAL, &count);
	struct str phone[] = { STR("tel:"), card->phone.e164 };

	if (card->phone.e164.len)
		contentline_as_is(out, "TEL;VALUE=uri;TYPE=\"work,voice\"",
		                  run_join(scratch, phone, countof(phone)));
	contentline(out, "EMAIL;TYPE=work", card->email);
	contentline_as_is(out, "URL;TYPE=work", card->website);
	for (size_t i = 0; i < card->social.len; i++) {
		const struct link *link = &card->social.items[i];

		struct str name[] = {
			STR("SOCIALPROFILE;SERVICE-TYPE="),
			str(networks[link->kind].id),
		};

		/* RFC 9554, 4.9. */
		contentline_as_is(out, run_join(scratch, name, countof(name)).ptr, link->url);
	}
}

static void
categories(struct buf *out, const struct run *run, enum lang lang,
           const struct guide_merchant *merchant)
{
	struct contentline line = contentline_begin(out, "CATEGORIES:");

	for (size_t i = 0; i < merchant->categories_len; i++) {
		if (i > 0)
			contentline_raw(&line, STR(","));
		contentline_text(&line, run_text(run, lang, &merchant->categories[i]->label));
	}
	contentline_end(&line);
}

/* The summary, and a line for each group of days as the page shows them. */
static struct str
note(struct arena *scratch, const struct run *run, enum lang lang,
     const struct guide_merchant *merchant)
{
	const struct value *view = views_merchant(run->views, lang, merchant->index);
	const struct value *groups = value_at(view, "hours.groups");
	struct str note = run_text(run, lang, &merchant->card->summary);

	for (uint32_t i = 0; groups && groups->kind == VALUE_LIST && i < groups->len; i++) {
		struct str parts[] = {
			note,
			note.len ? STR("\n") : STR(""),
			value_str(value_get(groups->items[i], STR("days"))),
			STR(": "),
			value_str(value_get(groups->items[i], STR("text"))),
		};

		note = run_join(scratch, parts, countof(parts));
	}
	return note;
}

static void
languages(struct buf *out, const struct terms *terms)
{
	size_t count;
	const struct term *known = vocabulary(VOCABULARY_LANGUAGES, &count);

	for (size_t i = 0; i < terms->len; i++)
		if (terms->items[i] < count)
			contentline_as_is(out, "LANG", str(known[terms->items[i]].id));
}

void
vcard_write(struct buf *out, struct arena *scratch, const struct run *run,
            const struct piece *piece)
{
	const struct guide_merchant *merchant = piece->subject;
	const struct merchant *card = merchant->card;
	struct str name = run_text(run, piece->lang, &card->name);
	struct str page = run_url(scratch, run, piece->lang, "merchants", card->card.slug);
	struct str source[] = { page, card->card.slug, STR(".vcf") };

	buf_adds(out, "BEGIN:VCARD\r\nVERSION:4.0\r\nPRODID:-//quartier//EN\r\nKIND:org\r\n");
	/* The main language's page names the merchant, whichever language's card was saved. */
	contentline_as_is(out, "UID",
	                  run_url(scratch, run, run_main_lang(run), "merchants", card->card.slug));
	contentline_as_is(out, "SOURCE", run_join(scratch, source, countof(source)));
	contentline(out, "FN", name);
	contentline(out, "ORG", name);
	address(out, run, piece->lang, &card->address);
	geo(out, scratch, &merchant->location);
	reach(out, scratch, card);
	contentline_as_is(out, "URL", page);
	languages(out, &card->languages);
	categories(out, run, piece->lang, merchant);
	contentline(out, "NOTE", note(scratch, run, piece->lang, merchant));
	buf_adds(out, "END:VCARD\r\n");
}
