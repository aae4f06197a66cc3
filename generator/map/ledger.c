#include "map/ledger.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

static const char first_line[] =
	"# What quartier import osm last read from the map, one line a field: object, card, field, "
	"value. Keep it with the cards; it tells what the map changed from what people changed.\n";

void
ledger_add(struct ledger *ledger, struct arena *arena, const struct ledger_line *line)
{
	ledger->items = arena_push(arena, ledger->items, &ledger->len, sizeof *ledger->items);
	ledger->items[ledger->len - 1] = *line;
}

static int
compare(const void *left, const void *right)
{
	const struct ledger_line *a = left, *b = right;
	int order = str_cmp(a->ref, b->ref);

	if (order == 0)
		order = str_cmp(a->path, b->path);
	if (order == 0)
		order = str_cmp(a->field, b->field);
	return order ? order : str_cmp(a->value, b->value);
}

static void
sort(struct ledger *ledger)
{
	if (ledger->len > 1)
		qsort(ledger->items, ledger->len, sizeof *ledger->items, compare);
}

/* ---- in ---- */

static struct str
without_escapes(struct arena *arena, struct str text)
{
	char *copy = arena_array(arena, text.len + 1, 1);
	size_t len = 0;

	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (c == '\\' && i + 1 < text.len) {
			c = text.ptr[++i];
			c = (char)(c == 'n' ? '\n' : c == 't' ? '\t' : c);
		}
		copy[len++] = c;
	}
	return (struct str){ copy, len };
}

static bool
read_line(struct ledger *ledger, struct arena *arena, struct str line)
{
	struct str part[4] = { { 0 } };

	for (size_t i = 0; i < countof(part); i++)
		if (!str_split(&line, '\t', &part[i]) || part[i].len == 0)
			return false;
	if (line.len > 0 || !str_starts(part[1], "merchants/"))
		return false;
	ledger_add(ledger, arena,
	           &(struct ledger_line){ part[0], part[1], part[2],
	                                  without_escapes(arena, part[3]) });
	return true;
}

int
ledger_read(struct ledger *ledger, struct arena *arena, struct str bytes, struct diag *diag)
{
	struct str rest = bytes, line;
	unsigned number = 0;
	size_t bad;
	int rc = 0;

	*ledger = (struct ledger){ 0 };
	if (!utf8_check(bytes, &bad)) {
		diag_error(diag, (struct pos){ LEDGER_PATH, 0, 0 }, "encoding",
		           _("this is not UTF-8 text (byte 0x%02x)"),
		           (unsigned)(unsigned char)bytes.ptr[bad]);
		return -1;
	}
	while (str_split(&rest, '\n', &line)) {
		number++;
		if (str_ends(line, "\r"))
			line.len--;
		if (line.len == 0 || line.ptr[0] == '#' || read_line(ledger, arena, line))
			continue;
		diag_error(diag, (struct pos){ LEDGER_PATH, number, 1 }, "import-record",
		           _("this line is not one that an import writes"));
		diag_hint(diag,
		          _("if a merge left its marks here, keep the lines of both sides and "
		            "delete the marks"));
		rc = -1;
	}
	sort(ledger);
	return rc;
}

/* ---- out ---- */

static void
add_escaped(struct buf *out, struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (c == '\n')
			buf_adds(out, "\\n");
		else if (c == '\t')
			buf_adds(out, "\\t");
		else if (c == '\\')
			buf_adds(out, "\\\\");
		else
			buf_addc(out, c);
	}
}

void
ledger_write(struct ledger *ledger, struct buf *out)
{
	sort(ledger);
	buf_adds(out, first_line);
	for (size_t i = 0; i < ledger->len; i++) {
		const struct ledger_line *line = &ledger->items[i];

		buf_printf(out, "%.*s\t%.*s\t%.*s\t", STR_ARG(line->ref), STR_ARG(line->path),
		           STR_ARG(line->field));
		add_escaped(out, line->value);
		buf_addc(out, '\n');
	}
}

const struct ledger_line *
ledger_find(const struct ledger *ledger, struct str ref, size_t *count)
{
	size_t from = 0, to = ledger->len;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (str_cmp(ledger->items[middle].ref, ref) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	for (to = from; to < ledger->len && str_eq(ledger->items[to].ref, ref); to++)
		;
	*count = to - from;
	return *count ? &ledger->items[from] : NULL;
}
