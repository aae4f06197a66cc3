#include "command/import_table.h"

#include "base/buf.h"
#include "base/i18n.h"
#include "base/utf8.h"

#include <stdio.h>

enum { COLUMNS = 5, WIDEST = 40 };

static const char *const actions[INTAKE_ACTIONS] = {
	[INTAKE_ADD] = N_("new"),
	[INTAKE_CHANGE] = N_("changed"),
	[INTAKE_SAME] = N_("same"),
	[INTAKE_LEFT] = N_("opted out"),
	[INTAKE_PLACE] = N_("a place"),
	[INTAKE_DELETED] = N_("deleted here"),
	[INTAKE_GONE] = N_("gone from the map"),
};

/* A card may hold anything: a line stays one, a terminal is told nothing, and a column stays one. */
static void
add_clean(struct buf *out, struct str text, size_t most)
{
	size_t count = 0;

	for (size_t i = 0; i < text.len && count < most; count++) {
		uint32_t c = utf8_next(text, &i);

		if (count + 1 == most && i < text.len)
			c = 0x2026; /* … */
		if (c == '\n' && i < text.len)
			buf_adds(out, ", ");
		else if (c < ' ' || (c >= 0x7f && c < 0xa0))
			buf_addc(out, ' ');
		else
			buf_add_codepoint(out, c);
	}
}

static struct str
column(const struct intake_item *item, int which)
{
	switch (which) {
	case 0: return str(_(actions[item->action]));
	case 1: return item->path;
	case 2: return item->name;
	case 3: return item->category;
	default: return item->street;
	}
}

static void
add_column(struct buf *out, const struct intake_item *item, int which)
{
	/* Paths are to be copied. */
	add_clean(out, column(item, which), which == 1 ? SIZE_MAX : WIDEST);
}

static size_t
width_of(const struct intake_item *item, int which)
{
	struct buf text = { 0 };
	size_t width;

	add_column(&text, item, which);
	width = utf8_count(buf_str(&text));
	buf_release(&text);
	return width;
}

static void
add_changes(struct buf *out, const struct intake_item *item)
{
	for (size_t i = 0; i < item->changes_len; i++) {
		const struct intake_change *change = &item->changes[i];

		buf_printf(out, "%s%.*s: ", i ? "; " : "", STR_ARG(change->field));
		if (change->was.len > 0) {
			add_clean(out, change->was, 2 * WIDEST);
			buf_adds(out, " → ");
		}
		if (change->now.len > 0)
			add_clean(out, change->now, 2 * WIDEST);
		else
			buf_adds(out, _("nothing"));
	}
}

static void
add_row(struct buf *out, const struct intake_item *item, const size_t width[COLUMNS])
{
	size_t end;

	for (int c = 0; c < COLUMNS; c++) {
		size_t from = out->len, count;

		add_column(out, item, c);
		count = utf8_count(str_sub(buf_str(out), from, out->len));
		for (; count < width[c] + 2; count++)
			buf_addc(out, ' ');
	}
	add_changes(out, item);
	for (end = out->len; end > 0 && out->ptr[end - 1] == ' '; end--)
		;
	out->len = end;
	buf_addc(out, '\n');
}

void
import_table(const struct intake *intake, bool dry_run)
{
	size_t width[COLUMNS] = { 0 };
	struct buf out = { 0 };

	for (size_t i = 0; i < intake->len; i++)
		for (int c = 0; c < COLUMNS && intake->items[i].action != INTAKE_SAME; c++) {
			size_t wide = width_of(&intake->items[i], c);

			width[c] = wide > width[c] ? wide : width[c];
		}
	for (size_t i = 0; i < intake->len; i++)
		if (intake->items[i].action != INTAKE_SAME)
			add_row(&out, &intake->items[i], width);
	if (dry_run && out.len == 0)
		buf_printf(&out, "%s\n", _("Nothing would change."));
	if (out.len > 0)
		fwrite(out.ptr, 1, out.len, stdout);
	fflush(stdout);
	buf_release(&out);
}

void
import_sum(const struct survey *survey, const struct intake *intake, bool dry_run)
{
	printf(_("On the map: %zu shops in %zu objects (%zu without a name, %zu there twice, %zu closed, "
	         "%zu private).\n"),
	       survey->len, survey->found, survey->nameless, survey->twins, survey->closed,
	       survey->secluded);
	printf(_("Cards: %zu new, %zu changed, %zu as they were, %zu opted out, %zu places, %zu deleted here, %zu gone "
	         "from the map.\n"),
	       intake->counts[INTAKE_ADD], intake->counts[INTAKE_CHANGE],
	       intake->counts[INTAKE_SAME], intake->counts[INTAKE_LEFT],
	       intake->counts[INTAKE_PLACE], intake->counts[INTAKE_DELETED],
	       intake->counts[INTAKE_GONE]);
	if (dry_run)
		puts(_("Nothing was written."));
}
