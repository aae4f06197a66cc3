/* changes_text: the changes for a terminal. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/i18n.h"
#include "card/card.h"
#include "emit/changes_lines.h"

enum { PAGES_FEW = 15, PAGES_MOST = 40, GONE_MOST = 400 };

struct writing {
	struct buf *out;
	struct arena *arena;
	const struct changes_report *report;
};

/* A value on one line: cards may have several. */
static void
add_flat(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		buf_addc(out, (unsigned char)text.ptr[i] < ' ' ? ' ' : text.ptr[i]);
}

static void
add_items(struct writing *t, const char *mark, const struct str *items, size_t len, bool *first)
{
	for (size_t i = 0; i < len; i++) {
		buf_adds(t->out, *first ? "" : ", ");
		buf_adds(t->out, mark);
		add_flat(t->out, items[i]);
		*first = false;
	}
}

static void
add_line(struct writing *t, const char *indent, const struct changes_line *line)
{
	static const char *const marks[] = { [LINE_VALUE] = "",
		                             [LINE_PLUS] = "+ ",
		                             [LINE_MINUS] = "− ",
		                             [LINE_LIST] = "",
		                             [LINE_SAID] = "" };
	bool first = true;

	buf_printf(t->out, "%s%s", indent, marks[line->mark]);
	add_flat(t->out, line->label);
	/* translators: stands between the name of a field and what is in it */
	buf_adds(t->out, _(": "));
	add_flat(t->out, line->before);
	if (line->mark == LINE_VALUE)
		buf_adds(t->out, " → ");
	add_flat(t->out, line->after);
	add_items(t, "+ ", line->plus, line->plus_len, &first);
	add_items(t, "− ", line->minus, line->minus_len, &first);
	buf_addc(t->out, '\n');
}

static void
add_lines(struct writing *t, const char *indent, const struct changes_lines *lines)
{
	for (size_t i = 0; i < lines->len; i++)
		add_line(t, indent, &lines->items[i]);
}

static void
add_card(struct writing *t, const struct card_change *card)
{
	struct str note = changes_note(t->arena, card);
	const struct card *own = card->after ? card->after : card->before;
	struct changes_lines lines;
	char sign = changes_sign(card);

	buf_printf(t->out, "  %s ", sign == '-' ? "−" : sign == '+' ? "+" : "~");
	add_flat(t->out, changes_title(t->report, card));
	buf_printf(t->out, "  (%.*s%s%.*s)\n", STR_ARG(own->path), note.len ? "; " : "",
	           STR_ARG(note));
	if (card->before && card->after)
		changes_lines_make(&lines, t->arena, t->report, card);
	else
		changes_lines_of_lone(&lines, t->arena, t->report, card);
	if (card->after)
		add_lines(t, "      ", &lines);
}

static void
add_kind(struct writing *t, enum kind kind)
{
	const struct changes *changes = &t->report->changes;
	size_t counts[3];
	struct str said;

	changes_count(counts, t->report, kind);
	said = changes_counts(t->arena, counts);
	if (said.len == 0)
		return;
	buf_printf(t->out, "\n%s%s%.*s\n", changes_heading(kind), _(": "), STR_ARG(said));
	for (size_t i = 0; i < changes->cards_len; i++)
		if (changes->cards[i].kind == kind)
			add_card(t, &changes->cards[i]);
}

static void
add_site(struct writing *t)
{
	struct changes_lines lines;

	if (t->report->changes.config_len == 0)
		return;
	buf_printf(t->out, "\n%s (quartier.yml)\n", changes_heading(KIND_CONFIG));
	changes_lines_make(&lines, t->arena, t->report, NULL);
	add_lines(t, "  ", &lines);
}

static void
add_look(struct writing *t)
{
	static const char *const marks[] = {
		[CHANGE_ADDED] = "+", [CHANGE_REMOVED] = "−", [CHANGE_VALUE] = "~"
	};

	if (t->report->look_len > 0)
		buf_printf(t->out, "\n%s\n", _("The look"));
	for (size_t i = 0; i < t->report->look_len; i++)
		buf_printf(t->out, "  %s %.*s\n", marks[t->report->look[i].how],
		           STR_ARG(t->report->look[i].path));
	if (t->report->map)
		buf_printf(t->out, "\n%s\n",
		           _("The map's extract of OpenStreetMap is another one."));
}

static void
add_paths(struct writing *t, const char *mark, const struct changes_paths *paths, size_t most)
{
	for (size_t i = 0; i < paths->len && i < most; i++)
		buf_printf(t->out, "  %s %.*s\n", mark, STR_ARG(paths->items[i]));
	if (paths->len > most)
		buf_printf(t->out, _("  … and %zu more\n"), paths->len - most);
}

static void
add_pages(struct writing *t)
{
	const struct changes_pages *pages = &t->report->pages;
	const size_t counts[3] = { pages->added.len, pages->removed.len, pages->changed.len };
	struct str said = changes_counts(t->arena, counts);
	struct changes_paths groups;

	if (said.len == 0)
		return;
	buf_printf(t->out, "\n%s%s%.*s\n", _("Pages"), _(": "), STR_ARG(said));
	add_paths(t, "+", &pages->added, PAGES_MOST);
	add_paths(t, "−", &pages->removed, GONE_MOST);
	changes_group_pages(&groups, t->arena, t->report);
	add_paths(t, "~", pages->changed.len > PAGES_FEW ? &groups : &pages->changed, PAGES_MOST);
	if (pages->removed.len > 0)
		buf_printf(
			t->out, "  hint: %s\n",
			_("links and QR codes to a page that is gone lead nowhere; a card keeps its "
		          "page as long as its file keeps its name"));
}

void
changes_write_text(struct buf *out, const struct changes_report *report)
{
	struct writing t = { out, arena_new(), report };
	size_t unseen = report->changes.unseen;

	/* translators: two states of the content: "main~1 (1a2b3c4d5e)", "the files as they are" */
	buf_printf(out, _("From %.*s to %.*s"), STR_ARG(changes_end_name(t.arena, &report->before)),
	           STR_ARG(changes_end_name(t.arena, &report->after)));
	buf_printf(out, "\n%.*s\n", STR_ARG(changes_clock(t.arena, report)));
	if (changes_are_none(report))
		buf_printf(out, "%s\n", _("Nothing changes for residents."));
	for (int kind = KIND_CONFIG + 1; kind < KIND_COUNT; kind++)
		add_kind(&t, (enum kind)kind);
	add_site(&t);
	add_look(&t);
	add_pages(&t);
	if (unseen > 0)
		buf_printf(
			out,
			ngettext("\n%zu card differs that nobody sees: hidden, a draft, or over.\n",
		                 "\n%zu cards differ that nobody sees: hidden, drafts, or over.\n",
		                 unseen),
			unseen);
	arena_free(t.arena);
}
