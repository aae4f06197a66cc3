/* changes_summary: the words around the changes of cards: headings, counts, what became of a card. */
#include "emit/changes_lines.h"

#include "base/arena.h"
#include "base/i18n.h"
#include "card/cards.h"
#include "guide/guide.h"
#include "theme/format.h"

enum { ID_SHOWN = 10, NEARLY_ALL = 90, FEW_PAGES = 10 };

bool
changes_are_none(const struct changes_report *report)
{
	const struct changes *changes = &report->changes;
	const struct changes_pages *pages = &report->pages;

	return changes->cards_len + changes->config_len + report->look_len + pages->added.len +
	                       pages->removed.len + pages->changed.len ==
	               0 &&
	       !report->map;
}

struct str
changes_title(const struct changes_report *report, const struct card_change *card)
{
	const struct changes_end *end = card->after ? &report->after : &report->before;
	const struct card *own = card->after ? card->after : card->before;
	struct str name = guide_text(&end->state.cards->config, changes_name(card->kind, own),
	                             lang_of_messages(), NULL);

	return name.len > 0 ? name : own->slug;
}

static bool
is_seen(enum card_state state)
{
	return state >= CARD_WAITING;
}

char
changes_sign(const struct card_change *card)
{
	if (is_seen(card->was) == is_seen(card->is))
		return '~';
	return is_seen(card->is) ? '+' : '-';
}

/* What became of a card, by what it was and is; NULL: it goes on. */
static const char *const became[][CARD_SHOWN + 1] = {
	[CARD_NONE] = { [CARD_WAITING] = N_("new here, shown when its day has come"),
	                [CARD_SHOWN] = N_("new here") },
	[CARD_HIDDEN] = { [CARD_WAITING] = N_("to be shown when its day has come"),
	                  [CARD_SHOWN] = N_("shown from now on") },
	[CARD_WAITING] = { [CARD_NONE] = N_("gone before its day"),
	                   [CARD_HIDDEN] = N_("no longer to be shown"),
	                   [CARD_SHOWN] = N_("shown at once") },
	[CARD_SHOWN] = { [CARD_NONE] = N_("gone"),
	                 [CARD_HIDDEN] = N_("no longer shown"),
	                 [CARD_WAITING] = N_("shown again when its day has come") },
};

struct str
changes_note(struct arena *arena, const struct card_change *card)
{
	const char *word = became[card->was][card->is];
	bool renamed =
		card->before && card->after && !str_eq(card->before->slug, card->after->slug);
	struct str was;

	if (!renamed)
		return word ? str(_(word)) : (struct str){ 0 };
	was = arena_printf(arena, _("was %.*s"), STR_ARG(card->before->path));
	return word ? arena_printf(arena, "%s, %.*s", _(word), STR_ARG(was)) : was;
}

const char *
changes_heading(enum kind kind)
{
	static const char *const headings[KIND_COUNT] = {
		[KIND_CONFIG] = N_("The site"), [KIND_MERCHANT] = N_("Merchants"),
		[KIND_OFFER] = N_("Offers"),    [KIND_EVENT] = N_("Events"),
		[KIND_NEWS] = N_("News"),       [KIND_PAGE] = N_("Free pages"),
		[KIND_PLACE] = N_("Places"),    [KIND_ROUTE] = N_("Walks"),
	};

	return _(headings[kind]);
}

struct str
changes_counts(struct arena *arena, const size_t counts[3])
{
	const char *const words[3] = {
		ngettext("%zu new", "%zu new", counts[0]),
		ngettext("%zu gone", "%zu gone", counts[1]),
		ngettext("%zu changed", "%zu changed", counts[2]),
	};
	struct str all = { 0 };

	for (size_t i = 0; i < countof(words); i++) {
		struct str one;

		if (counts[i] == 0)
			continue;
		one = arena_printf(arena, words[i], counts[i]);
		all = all.len == 0 ? one
		                   : arena_printf(arena, "%.*s, %.*s", STR_ARG(all), STR_ARG(one));
	}
	return all;
}

void
changes_count(size_t counts[3], const struct changes_report *report, enum kind kind)
{
	const struct changes *changes = &report->changes;

	counts[0] = counts[1] = counts[2] = 0;
	for (size_t i = 0; i < changes->cards_len; i++) {
		char sign = changes_sign(&changes->cards[i]);

		if (changes->cards[i].kind == kind)
			counts[sign == '+' ? 0 : sign == '-' ? 1 : 2]++;
	}
}

struct str
changes_end_name(struct arena *arena, const struct changes_end *end)
{
	struct str id = str_sub(end->commit, 0, ID_SHOWN);

	if (end->rev.len == 0)
		return str(_("the files as they are"));
	if (id.len == 0 || str_starts(end->commit, arena_cstr(arena, end->rev)))
		return end->rev;
	return arena_printf(arena, "%.*s (%.*s)", STR_ARG(end->rev), STR_ARG(id));
}

struct str
changes_clock(struct arena *arena, const struct changes_report *report)
{
	struct str now = format_when(arena, lang_of_messages(), report->after.state.guide->now,
	                             (struct moment){ DATE_NONE, -1 });

	/* translators: "Saturday 21 November 2026, 10:00" */
	return arena_printf(
		arena,
		_("For both it is %.*s. In pages, photos and dates of change are not compared."),
		STR_ARG(now));
}

/* Nearly all pages, in a sentence; empty: fewer. */
static struct str
all_pages(struct arena *arena, const struct changes_report *report)
{
	const struct changes_pages *pages = &report->pages;

	if (pages->both < FEW_PAGES || pages->changed.len * 100 < pages->both * NEARLY_ALL)
		return (struct str){ 0 };
	if (pages->changed.len == pages->both)
		return arena_printf(
			arena,
			_("all %zu pages: something that every page has, such as the menu or the look"),
			pages->both);
	return arena_printf(
		arena,
		_("%zu of %zu pages: something that most pages have, such as the menu or the look"),
		pages->changed.len, pages->both);
}

/* "/nl/merchants/" of "/nl/merchants/dumont/"; "/" of what lies at the top. */
static struct str
folder_of(struct str path)
{
	size_t end = path.len;

	if (end > 1 && path.ptr[end - 1] == '/')
		end--;
	while (end > 0 && path.ptr[end - 1] != '/')
		end--;
	return str_sub(path, 0, end);
}

static void
push(struct changes_paths *paths, struct arena *arena, struct str text)
{
	paths->items = arena_push(arena, paths->items, &paths->len, sizeof *paths->items);
	paths->items[paths->len - 1] = text;
}

void
changes_group_pages(struct changes_paths *out, struct arena *arena,
                    const struct changes_report *report)
{
	const struct changes_paths *changed = &report->pages.changed;
	struct str all = all_pages(arena, report);
	bool *done = arena_array(arena, changed->len, sizeof *done);

	*out = (struct changes_paths){ 0 };
	if (all.len > 0) {
		push(out, arena, all);
		return;
	}
	for (size_t i = 0; i < changed->len; i++) {
		struct str folder = folder_of(changed->items[i]);
		size_t count = 0;

		for (size_t k = i; k < changed->len && !done[i]; k++)
			if (str_eq(folder, folder_of(changed->items[k]))) {
				count++;
				done[k] = k > i;
			}
		if (count == 1)
			push(out, arena, changed->items[i]);
		else if (count > 1)
			push(out, arena,
			     arena_printf(arena,
			                  ngettext("%.*s… (%zu page)", "%.*s… (%zu pages)", count),
			                  STR_ARG(folder), count));
	}
}
