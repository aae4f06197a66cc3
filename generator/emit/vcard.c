#include "emit/vcard.h"

#include "base/arena.h"
#include "base/buf.h"
#include "card/vocabulary.h"
#include "emit/contentline.h"
#include "guide/guide.h"
#include "theme/format.h"

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
reach(struct buf *out, struct arena *scratch, const struct merchant *card)
{
	size_t count;
	const struct term *networks = vocabulary(VOCABULARY_SOCIAL, &count);

	if (card->phone.e164.len)
		contentline_as_is(out, "TEL;VALUE=uri;TYPE=\"work,voice\"",
		                  arena_printf(scratch, "tel:%.*s", STR_ARG(card->phone.e164)));
	contentline(out, "EMAIL;TYPE=work", card->email);
	contentline_as_is(out, "URL;TYPE=work", card->website);
	for (size_t i = 0; i < card->social.len; i++) {
		const struct link *link = &card->social.items[i];

		/* RFC 9554, 4.9. */
		if (link->kind < count)
			contentline_as_is(out, arena_printf(scratch, "SOCIALPROFILE;SERVICE-TYPE=%s",
			                                    networks[link->kind].id).ptr,
			                  link->url);
	}
}

static void
categories(struct buf *out, const struct run *run, enum lang lang, const struct guide_merchant *merchant)
{
	struct contentline line = contentline_begin(out, "CATEGORIES:");

	for (size_t i = 0; i < merchant->categories_len; i++) {
		if (i > 0)
			contentline_raw(&line, STR(","));
		contentline_text(&line, run_text(run, lang, &merchant->categories[i]->label));
	}
	contentline_end(&line);
}

static struct str
note(struct arena *scratch, const struct run *run, enum lang lang, const struct merchant *card)
{
	struct str summary = run_text(run, lang, &card->summary), hours = card->hours.text;

	return arena_printf(scratch, "%.*s%s%.*s", STR_ARG(summary),
	                    summary.len && hours.len ? "\n" : "", STR_ARG(hours));
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

	buf_adds(out, "BEGIN:VCARD\r\nVERSION:4.0\r\nPRODID:-//quartier//EN\r\nKIND:org\r\n");
	/* The main language's page names the merchant, whichever language's card was saved. */
	contentline_as_is(out, "UID", run_url(scratch, run, run_main_lang(run), "merchants",
	                                      card->card.slug));
	contentline_as_is(out, "SOURCE",
	                  arena_printf(scratch, "%.*s%.*s.vcf", STR_ARG(page), STR_ARG(card->card.slug)));
	contentline(out, "FN", name);
	contentline(out, "ORG", name);
	address(out, run, piece->lang, &card->address);
	if (card->location.set)
		contentline_as_is(out, "GEO",
		                  arena_printf(scratch, "geo:%.*s,%.*s",
		                               STR_ARG(format_degrees(scratch, card->location.latitude)),
		                               STR_ARG(format_degrees(scratch, card->location.longitude))));
	reach(out, scratch, card);
	contentline_as_is(out, "URL", page);
	languages(out, &card->languages);
	categories(out, run, piece->lang, merchant);
	contentline(out, "NOTE", note(scratch, run, piece->lang, card));
	buf_adds(out, "END:VCARD\r\n");
}
