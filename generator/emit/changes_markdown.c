/* changes_markdown: the changes as a comment of a pull request. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/i18n.h"
#include "card/card.h"
#include "emit/changes_lines.h"
#include "emit/markdown_text.h"

/* A comment holds some 65,000 characters, on GitHub. */
enum {
	BYTES_MOST = 30000, /* after which no further card is begun */
	CARDS_OPEN = 12,
	CARDS_MOST = 60,
	LINES_MOST = 25,
	ITEMS_MOST = 20,
	PAGES_OPEN = 12,
	PAGES_MOST = 100
};

struct writing {
	struct buf *out;
	struct arena *arena;
	const struct changes_report *report;
};

static void
add_label(struct writing *t, struct str label)
{
	markdown_add_text(t->out, label);
	buf_adds(t->out, _(": "));
}

static void
add_items(struct writing *t, const char *mark, const struct str *items, size_t len, bool *first)
{
	for (size_t i = 0; i < len && i < ITEMS_MOST; i++) {
		buf_adds(t->out, *first ? "" : ", ");
		buf_printf(t->out, "%s ", mark);
		markdown_add_text(t->out, items[i]);
		*first = false;
	}
	if (len > ITEMS_MOST) {
		buf_adds(t->out, ", ");
		buf_printf(t->out, _("… and %zu more"), len - ITEMS_MOST);
	}
}

static void
add_line(struct writing *t, const struct changes_line *line)
{
	bool first = true;

	buf_adds(t->out, "  - ");
	add_label(t, line->label);
	switch (line->mark) {
	case LINE_VALUE:
		markdown_add_text(t->out, line->before);
		buf_adds(t->out, " → **");
		markdown_add_text(t->out, line->after);
		buf_adds(t->out, "**");
		break;
	case LINE_PLUS:
		buf_adds(t->out, "**");
		markdown_add_text(t->out, line->after);
		buf_printf(t->out, "** (%s)", _("was empty"));
		break;
	case LINE_MINUS:
		buf_adds(t->out, "~~");
		markdown_add_text(t->out, line->before);
		buf_printf(t->out, "~~ (%s)", _("now empty"));
		break;
	case LINE_LIST:
		add_items(t, "➕", line->plus, line->plus_len, &first);
		add_items(t, "➖", line->minus, line->minus_len, &first);
		break;
	case LINE_SAID: markdown_add_text(t->out, line->after); break;
	}
	buf_addc(t->out, '\n');
}

static void
add_lines(struct writing *t, const struct changes_lines *lines)
{
	for (size_t i = 0; i < lines->len && i < LINES_MOST; i++)
		add_line(t, &lines->items[i]);
	if (lines->len > LINES_MOST) {
		buf_adds(t->out, "  - ");
		buf_printf(t->out, _("… and %zu more"), lines->len - LINES_MOST);
		buf_addc(t->out, '\n');
	}
}

static void
add_card(struct writing *t, const struct card_change *card)
{
	static const char *const signs[] = { ['+'] = "🟢", ['-'] = "🔴", ['~'] = "✏️" };
	struct str note = changes_note(t->arena, card);
	const struct card *own = card->after ? card->after : card->before;
	struct changes_lines lines = { 0 };

	buf_printf(t->out, "- %s **", signs[(unsigned char)changes_sign(card)]);
	markdown_add_text(t->out, changes_title(t->report, card));
	buf_adds(t->out, "**");
	if (note.len > 0) {
		buf_adds(t->out, " — ");
		markdown_add_text(t->out, note);
	}
	buf_addc(t->out, ' ');
	markdown_add_code(t->out, own->path);
	buf_addc(t->out, '\n');
	if (card->before && card->after)
		changes_lines_make(&lines, t->arena, t->report, card);
	else if (card->after)
		changes_lines_of_lone(&lines, t->arena, t->report, card);
	add_lines(t, &lines);
}

static void
fold(struct writing *t, struct str summary)
{
	buf_adds(t->out, "<details><summary>");
	buf_add_html(t->out, summary);
	buf_adds(t->out, "</summary>\n\n");
}

static void
unfold(struct writing *t)
{
	buf_adds(t->out, "\n</details>\n");
}

static void
add_kind(struct writing *t, enum kind kind)
{
	const struct changes *changes = &t->report->changes;
	size_t counts[3], all, done = 0;

	changes_count(counts, t->report, kind);
	all = counts[0] + counts[1] + counts[2];
	if (all == 0)
		return;
	buf_printf(t->out, "\n#### %s\n\n", changes_heading(kind));
	if (all > CARDS_OPEN)
		fold(t, changes_counts(t->arena, counts));
	for (size_t i = 0; i < changes->cards_len && done < CARDS_MOST; i++) {
		if (changes->cards[i].kind != kind)
			continue;
		if (t->out->len > BYTES_MOST)
			break;
		add_card(t, &changes->cards[i]);
		done++;
	}
	if (all > done) {
		buf_adds(t->out, "- ");
		buf_printf(t->out, _("… and %zu more"), all - done);
		buf_addc(t->out, '\n');
	}
	if (all > CARDS_OPEN)
		unfold(t);
}

static void
add_site(struct writing *t)
{
	struct changes_lines lines;

	if (t->report->changes.config_len == 0)
		return;
	buf_printf(t->out, "\n#### %s\n\n- `quartier.yml`\n", changes_heading(KIND_CONFIG));
	changes_lines_make(&lines, t->arena, t->report, NULL);
	add_lines(t, &lines);
}

static void
add_look(struct writing *t)
{
	static const char *const words[] = { [CHANGE_ADDED] = N_("new"),
		                             [CHANGE_REMOVED] = N_("gone"),
		                             [CHANGE_VALUE] = N_("changed") };
	const struct changes_report *report = t->report;

	if (report->look_len > 0)
		buf_printf(t->out, "\n#### %s\n\n", _("The look"));
	for (size_t i = 0; i < report->look_len && i < PAGES_MOST; i++) {
		buf_adds(t->out, "- ");
		markdown_add_code(t->out, report->look[i].path);
		buf_printf(t->out, " (%s)\n", _(words[report->look[i].how]));
	}
	if (report->map)
		buf_printf(t->out, "\n%s\n",
		           _("The map's extract of OpenStreetMap is another one."));
}

static void
add_paths(struct writing *t, const char *mark, const struct changes_paths *paths,
          void (*add)(struct buf *out, struct str text))
{
	for (size_t i = 0; i < paths->len && i < PAGES_MOST; i++) {
		buf_printf(t->out, "- %s ", mark);
		add(t->out, paths->items[i]);
		buf_addc(t->out, '\n');
	}
	if (paths->len > PAGES_MOST) {
		buf_adds(t->out, "- ");
		buf_printf(t->out, _("… and %zu more"), paths->len - PAGES_MOST);
		buf_addc(t->out, '\n');
	}
}

/* Pages that are gone stay open: each was somebody's link. */
static void
add_gone(struct writing *t)
{
	const struct changes_paths *gone = &t->report->pages.removed;

	if (gone->len == 0)
		return;
	buf_printf(
		t->out, "\n⚠️ %s\n\n",
		_("These pages are gone. Links and QR codes to them lead nowhere; a card keeps its "
	          "page as long as its file keeps its name."));
	add_paths(t, "🔴", gone, markdown_add_code);
}

static void
add_pages(struct writing *t)
{
	const struct changes_pages *pages = &t->report->pages;
	const size_t counts[3] = { pages->added.len, pages->removed.len, pages->changed.len };
	struct str said = changes_counts(t->arena, counts);
	struct changes_paths groups;
	const struct changes_paths *changed = &pages->changed;
	bool folded;

	if (said.len == 0)
		return;
	buf_printf(t->out, "\n#### %s\n", _("Pages"));
	add_gone(t);
	if (pages->added.len + pages->changed.len == 0)
		return;
	changes_group_pages(&groups, t->arena, t->report);
	if (changed->len > PAGES_OPEN)
		changed = &groups;
	folded = pages->added.len + changed->len > PAGES_OPEN;
	buf_addc(t->out, '\n');
	if (folded)
		fold(t, said);
	add_paths(t, "🟢", &pages->added, markdown_add_code);
	add_paths(t, "✏️", changed, changed == &groups ? markdown_add_text : markdown_add_code);
	if (folded)
		unfold(t);
}

/* "Merchants: 1 new · Pages: 3 changed" */
static void
add_heading(struct writing *t)
{
	const struct changes_pages *pages = &t->report->pages;
	bool first = true;

	buf_printf(t->out, "### %s\n\n", _("What changes for residents"));
	for (int kind = KIND_CONFIG + 1; kind <= KIND_COUNT; kind++) {
		size_t counts[3] = { pages->added.len, pages->removed.len, pages->changed.len };
		struct str said;

		if (kind < KIND_COUNT)
			changes_count(counts, t->report, (enum kind)kind);
		said = changes_counts(t->arena, counts);
		if (said.len == 0)
			continue;
		buf_printf(t->out, "%s**%s**%s%.*s", first ? "" : " · ",
		           kind < KIND_COUNT ? changes_heading((enum kind)kind) : _("Pages"),
		           _(": "), STR_ARG(said));
		first = false;
	}
	if (changes_are_none(t->report))
		buf_adds(t->out, _("Nothing changes for residents."));
	buf_addc(t->out, '\n');
}

static void
add_end(struct writing *t)
{
	size_t unseen = t->report->changes.unseen;
	struct str from = changes_end_name(t->arena, &t->report->before);
	struct str to = changes_end_name(t->arena, &t->report->after);
	struct buf plain = { 0 };

	buf_printf(&plain, _("From %.*s to %.*s"), STR_ARG(from), STR_ARG(to));
	buf_printf(&plain, ". %.*s", STR_ARG(changes_clock(t->arena, t->report)));
	if (unseen > 0) {
		buf_addc(&plain, ' ');
		buf_printf(&plain,
		           ngettext("%zu card differs that nobody sees: hidden, a draft, or over.",
		                    "%zu cards differ that nobody sees: hidden, drafts, or over.",
		                    unseen),
		           unseen);
	}
	buf_adds(t->out, "\n<sub>");
	markdown_add_text(t->out, buf_str(&plain));
	buf_adds(t->out, "</sub>\n");
	buf_release(&plain);
}

void
changes_write_markdown(struct buf *out, const struct changes_report *report)
{
	struct writing t = { out, arena_new(), report };

	add_heading(&t);
	for (int kind = KIND_CONFIG + 1; kind < KIND_COUNT; kind++)
		add_kind(&t, (enum kind)kind);
	add_site(&t);
	add_look(&t);
	add_pages(&t);
	add_end(&t);
	arena_free(t.arena);
}
