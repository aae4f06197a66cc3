#ifndef TEST_GUIDE_FIXTURE_H
#define TEST_GUIDE_FIXTURE_H
/* fixture: cards made by hand, and what is reported about them, for the tests of guide/ and of views. */
#include "../check.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/mem.h"
#include "card/cards.h"
#include "guide/guide.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct fixture {
	struct arena *arena;
	struct diag *diag;
	struct cards cards;
	struct guide guide;
	bool made;
};

static inline int
fixture_setup(void **state)
{
	struct fixture *f = mem_alloc(sizeof *f);
	struct config *config = &f->cards.config;

	f->arena = arena_new();
	f->diag = diag_new();
	config->format = 1;
	config->name.in[LANG_FR] = STR("Quartier du Moulin");
	config->url = STR("https://example.org/");
	config->languages[0] = LANG_FR;
	config->languages[1] = LANG_NL;
	config->languages_len = 2;
	config->timezone = STR("Europe/Brussels");
	config->country = STR("BE");
	config->place_city.in[LANG_FR] = STR("Dour");
	config->place_postcode = STR("7370");
	*state = f;
	return 0;
}

static inline int
fixture_teardown(void **state)
{
	struct fixture *f = *state;

	if (f->made)
		guide_free(&f->guide);
	diag_free(f->diag);
	arena_free(f->arena);
	free(f);
	return 0;
}

static inline struct card
fixture_card(struct fixture *f, const char *folder, const char *slug)
{
	struct str path = arena_printf(f->arena, "%s/%s.md", folder, slug);

	return (struct card){ .slug = str(slug), .path = path, .at = { path.ptr, 1, 1 } };
}

static inline struct words
fixture_words(struct fixture *f, const char *file, const char *list)
{
	struct words words = { 0 };
	struct str rest = str(list), part;

	while (list && str_split(&rest, ' ', &part)) {
		words.items = arena_push(f->arena, words.items, &words.len, sizeof *words.items);
		words.items[words.len - 1] =
			(struct word){ part, { file, 2, (unsigned)words.len } };
	}
	return words;
}

#define FIXTURE_ADD(f, list)                                                                       \
	((f)->cards.list = arena_push((f)->arena, (f)->cards.list, &(f)->cards.list##_len,         \
	                              sizeof *(f)->cards.list),                                    \
	 &(f)->cards.list[(f)->cards.list##_len - 1])

/* Cards must be added in the order of their slugs, as cards_read leaves them. */
static inline struct merchant *
fixture_merchant(struct fixture *f, const char *slug, const char *name, const char *categories,
                 const char *street)
{
	struct merchant *m = FIXTURE_ADD(f, merchants);

	*m = (struct merchant){ .card = fixture_card(f, "merchants", slug), .verified = DATE_NONE };
	m->name.in[LANG_FR] = str(name);
	m->category = fixture_words(f, m->card.path.ptr, categories);
	m->address.street.in[LANG_FR] = str(street);
	return m;
}

static inline int
fixture_day(const char *text)
{
	int day = DATE_NONE;

	if (text)
		assert_true(date_parse(str(text), &day));
	return day;
}

static inline struct moment
fixture_moment(const char *text)
{
	struct moment moment = { DATE_NONE, -1 };

	if (text)
		assert_true(moment_parse(str(text), &moment));
	return moment;
}

static inline struct offer *
fixture_offer(struct fixture *f, const char *slug, const char *merchants, const char *from,
              const char *until)
{
	struct offer *o = FIXTURE_ADD(f, offers);

	*o = (struct offer){ .card = fixture_card(f, "offers", slug) };
	o->title.in[LANG_FR] = str(slug);
	o->all_merchants = !strcmp(merchants, "all");
	if (!o->all_merchants)
		o->merchants = fixture_words(f, o->card.path.ptr, merchants);
	o->from = fixture_day(from);
	o->until = fixture_day(until);
	return o;
}

static inline struct event *
fixture_event(struct fixture *f, const char *slug, const char *start, const char *end)
{
	struct event *e = FIXTURE_ADD(f, events);

	*e = (struct event){ .card = fixture_card(f, "events", slug) };
	e->title.in[LANG_FR] = str(slug);
	e->start = fixture_moment(start);
	e->end = fixture_moment(end);
	e->repeats.until = DATE_NONE;
	return e;
}

static inline struct news *
fixture_news(struct fixture *f, const char *slug, const char *date)
{
	struct news *n = FIXTURE_ADD(f, news);

	*n = (struct news){ .card = fixture_card(f, "news", slug), .date = fixture_moment(date) };
	n->title.in[LANG_FR] = str(slug);
	return n;
}

static inline struct place *
fixture_place(struct fixture *f, const char *slug)
{
	struct place *p = FIXTURE_ADD(f, places);

	*p = (struct place){ .card = fixture_card(f, "places", slug) };
	p->name.in[LANG_FR] = str(slug);
	return p;
}

static inline int
fixture_make(struct fixture *f, const char *now, bool drafts)
{
	struct guide_options options = { .now = now, .drafts = drafts };

	if (f->made)
		guide_free(&f->guide);
	f->made = true;
	return guide_make(&f->guide, &f->cards, &options, f->diag);
}

/* Everything reported so far, as a volunteer sees it. */
static inline const char *
fixture_reports(struct fixture *f)
{
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);
	const char *copy;

	diag_print(f->diag, out, DIAG_TEXT, false);
	fclose(out);
	copy = arena_cstr(f->arena, (struct str){ text, len });
	free(text);
	return copy;
}
#endif
