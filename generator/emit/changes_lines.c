#include "emit/changes_lines.h"

#include "base/arena.h"
#include "base/i18n.h"
#include "card/cards.h"
#include "emit/changes_words.h"
#include "guide/guide.h"

#include <string.h>

struct writing {
	struct changes_lines *out;
	struct arena *arena;
	struct changes_words before, after;
	const struct change *items;
	size_t len;
};

static struct changes_line *
add(struct writing *w, enum changes_mark mark, struct str label)
{
	struct changes_lines *out = w->out;

	out->items = arena_push(w->arena, out->items, &out->len, sizeof *out->items);
	out->items[out->len - 1] = (struct changes_line){ .mark = mark, .label = label };
	return &out->items[out->len - 1];
}

/* Of a change that is there on one side alone. */
static const struct said *
said_of(const struct change *change)
{
	return change->how == CHANGE_REMOVED ? change->before : change->after;
}

static const struct changes_words *
words_for(const struct writing *w, const struct change *change)
{
	return change->how == CHANGE_REMOVED ? &w->before : &w->after;
}

/* Whether an item of a list came or went. */
static bool
is_of_list(const struct change *change)
{
	const struct said *said;

	if (change->how != CHANGE_ADDED && change->how != CHANGE_REMOVED)
		return false;
	said = said_of(change);
	return said->is_item || said->path[0]->type == AS_LINKS;
}

/* Whether `change` is what an item that came or went says. */
static bool
belongs(const struct change *item, const struct change *change)
{
	const struct said *of = said_of(item), *said;

	if (change->how != item->how)
		return false;
	said = said_of(change);
	return !said->is_item && of->is_item && said->path[0] == of->path[0] &&
	       str_eq(said->item, of->item);
}

/* "Prix 3,20 €" */
static struct str
detail(const struct writing *w, const struct change *change)
{
	const struct said *said = said_of(change);
	const struct changes_words *words = words_for(w, change);
	struct str value = changes_words_of(words, said);

	if (said->lang != LANG_COUNT &&
	    (!said->path[1] || said->path[1] == said_identity(said->path[0])))
		return arena_printf(w->arena, "%s %.*s", lang_code(said->lang), STR_ARG(value));
	return arena_printf(w->arena, "%.*s %.*s",
	                    STR_ARG(changes_row_label(words, said_field(said))), STR_ARG(value));
}

static bool
is_same_row(const struct said *a, const struct said *b)
{
	return memcmp(a->path, b->path, sizeof a->path) == 0;
}

/* The item at *at with what it says, which is passed over. */
static struct str
whole_item(struct writing *w, size_t *at)
{
	const struct change *item = &w->items[*at];
	const struct said *said = said_of(item);
	const struct changes_words *words = words_for(w, item);
	struct str text = changes_words_of(words, said), more = { 0 };

	if (!said->is_item) /* a link */
		return arena_printf(w->arena, "%.*s", STR_ARG(text));
	while (*at + 1 < w->len && belongs(item, &w->items[*at + 1])) {
		const struct change *last = &w->items[*at], *next = &w->items[++*at];
		struct str part;

		if (last != item && is_same_row(said_of(last), said_of(next)))
			continue; /* the same in another language */
		part = detail(w, next);
		more = more.len == 0
		               ? part
		               : arena_printf(w->arena, "%.*s, %.*s", STR_ARG(more), STR_ARG(part));
	}
	return more.len == 0 ? text
	                     : arena_printf(w->arena, "%.*s (%.*s)", STR_ARG(text), STR_ARG(more));
}

static void
push(struct arena *arena, struct str **list, size_t *len, struct str text)
{
	*list = arena_push(arena, *list, len, sizeof **list);
	(*list)[*len - 1] = text;
}

/* All items of one field that came and went, in a line. */
static void
add_list(struct writing *w, size_t *at)
{
	const struct field *field = said_of(&w->items[*at])->path[0];
	struct changes_line line = { .mark = LINE_LIST,
		                     .label = changes_row_label(&w->after, field) };

	for (; *at < w->len; ++*at) {
		const struct change *change = &w->items[*at];
		bool gone = change->how == CHANGE_REMOVED;
		struct str text;

		if (!is_of_list(change) || said_of(change)->path[0] != field)
			break;
		text = whole_item(w, at);
		push(w->arena, gone ? &line.minus : &line.plus,
		     gone ? &line.minus_len : &line.plus_len, text);
	}
	--*at;
	*add(w, LINE_LIST, line.label) = line;
}

static struct str
body_sentence(struct arena *arena, const struct change *change)
{
	struct str more, fewer;

	if (change->was_none)
		return arena_printf(arena,
		                    ngettext("new, %zu word", "new, %zu words", change->more),
		                    change->more);
	if (change->is_none)
		return str(_("taken away"));
	if (change->more == 0 && change->fewer == 0)
		return str(_("the same words, in another order or form"));
	more = arena_printf(arena, ngettext("%zu word new", "%zu words new", change->more),
	                    change->more);
	fewer = arena_printf(arena, ngettext("%zu gone", "%zu gone", change->fewer), change->fewer);
	return arena_printf(arena, "%.*s, %.*s", STR_ARG(more), STR_ARG(fewer));
}

static struct str
body_label(const struct writing *w, enum lang lang)
{
	if (w->after.state->cards->config.languages_len < 2)
		return str(_("Text"));
	return arena_printf(w->arena, "%s (%s)", _("Text"), lang_code(lang));
}

/* Whether a rule of hours ends before `at`; each ends in "; ". */
static bool
is_rule_end(struct str rules, size_t at)
{
	return at == 0 || (at > 1 && rules.ptr[at - 2] == ';' && rules.ptr[at - 1] == ' ');
}

/* Of two weeks without what is the same at both ends: a week is long. */
static void
shorten_hours(struct changes_line *line, struct arena *arena)
{
	struct str b = arena_printf(arena, "%.*s; ", STR_ARG(line->before));
	struct str a = arena_printf(arena, "%.*s; ", STR_ARG(line->after));
	size_t least = b.len < a.len ? b.len : a.len, front = 0, back = 0;

	for (size_t i = 1; i <= least && b.ptr[i - 1] == a.ptr[i - 1]; i++)
		if (is_rule_end(b, i) && is_rule_end(a, i))
			front = i;
	for (size_t i = 1; i <= least - front && b.ptr[b.len - i] == a.ptr[a.len - i]; i++)
		if (is_rule_end(b, b.len - i) && is_rule_end(a, a.len - i))
			back = i;
	line->before = str_sub(b, front, b.len - back);
	line->after = str_sub(a, front, a.len - back);
	line->before.len -= line->before.len > 0 ? 2 : 0;
	line->after.len -= line->after.len > 0 ? 2 : 0;
}

/* Rules that came or went alone are told as such. */
static void
add_hours(struct changes_line *line, struct arena *arena)
{
	struct str *rules = arena_alloc(arena, sizeof *rules);

	shorten_hours(line, arena);
	if (line->before.len > 0 && line->after.len > 0)
		return;
	*rules = line->after.len > 0 ? line->after : line->before;
	line->mark = LINE_LIST;
	if (line->after.len > 0)
		line->plus = rules;
	else
		line->minus = rules;
	line->plus_len = line->after.len > 0;
	line->minus_len = line->before.len > 0;
	line->before = line->after = (struct str){ 0 };
}

static void
add_one(struct writing *w, const struct change *change)
{
	struct changes_line *line;

	switch (change->how) {
	case CHANGE_VALUE:
		line = add(w, LINE_VALUE, changes_label_of(&w->after, change->after));
		line->before = changes_words_of(&w->before, change->before);
		line->after = changes_words_of(&w->after, change->after);
		if (said_field(change->after)->type == AS_HOURS)
			add_hours(line, w->arena);
		break;
	case CHANGE_ADDED:
		line = add(w, LINE_PLUS, changes_label_of(&w->after, change->after));
		line->after = changes_words_of(&w->after, change->after);
		break;
	case CHANGE_REMOVED:
		line = add(w, LINE_MINUS, changes_label_of(&w->before, change->before));
		line->before = changes_words_of(&w->before, change->before);
		break;
	case CHANGE_ORDER:
		line = add(w, LINE_SAID, changes_row_label(&w->after, change->after->path[0]));
		line->after = str(_("in another order"));
		break;
	case CHANGE_PICTURE:
		line = add(w, LINE_SAID, changes_row_label(&w->after, change->after->path[0]));
		line->after = arena_printf(w->arena, _("another picture in %.*s"),
		                           STR_ARG(change->after->is_item ? change->after->item
		                                                          : change->after->text));
		break;
	case CHANGE_BODY:
		line = add(w, LINE_SAID, body_label(w, change->lang));
		line->after = body_sentence(w->arena, change);
		break;
	}
}

static int
start_of(const struct card_change *card, const struct card *state)
{
	if (!card || !state || card->kind != KIND_EVENT)
		return DATE_NONE;
	return ((const struct event *)(const void *)state)->start.day;
}

static struct changes_words
words_in(struct arena *arena, const struct changes_end *end, int start)
{
	return (struct changes_words){ arena, lang_of_messages(), &end->state, start };
}

static struct writing
begin(struct changes_lines *out, struct arena *arena, const struct changes_report *report,
      const struct card_change *card)
{
	return (struct writing){
		.out = out,
		.arena = arena,
		.before = words_in(arena, &report->before,
		                   start_of(card, card ? card->before : NULL)),
		.after = words_in(arena, &report->after, start_of(card, card ? card->after : NULL)),
	};
}

void
changes_lines_make(struct changes_lines *out, struct arena *arena,
                   const struct changes_report *report, const struct card_change *card)
{
	struct writing w = begin(out, arena, report, card);

	*out = (struct changes_lines){ 0 };
	w.items = card ? card->items : report->changes.config;
	w.len = card ? card->len : report->changes.config_len;
	for (size_t i = 0; i < w.len; i++)
		if (is_of_list(&w.items[i]))
			add_list(&w, &i);
		else
			add_one(&w, &w.items[i]);
}

void
changes_lines_of_lone(struct changes_lines *out, struct arena *arena,
                      const struct changes_report *report, const struct card_change *card)
{
	struct writing w = begin(out, arena, report, card);
	const struct changes_words *words = card->after ? &w.after : &w.before;
	const struct changes_line *last = NULL;

	*out = (struct changes_lines){ 0 };
	for (size_t i = 0; i < card->says.len; i++) {
		const struct said *said = &card->says.items[i];
		const struct field *field = said->path[0];
		struct changes_line *line;

		if (!(field->flags & FIELD_REQUIRED) || field->type == AS_TEXT)
			continue;
		if (said->is_item && last && i > 0 && card->says.items[i - 1].path[0] == field) {
			line = &out->items[out->len - 1];
			line->after = arena_printf(arena, "%.*s, %.*s", STR_ARG(line->after),
			                           STR_ARG(changes_words_of(words, said)));
			continue;
		}
		line = add(&w, LINE_SAID, changes_row_label(words, field));
		line->after = changes_words_of(words, said);
		last = line;
	}
}
