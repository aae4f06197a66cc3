#include "command/new_ask.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "card/reader.h"
#include "command/new_words.h"
#include "command/project.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What is asked of each kind, beside its name: what must be there, and what most cards have. */
static const char *const questions[KIND_COUNT] = {
	[KIND_MERCHANT] =
		/* one text in two lines */
	("category summary address.street address.postcode address.city phone email website "
	 "hours payment services"),
	[KIND_OFFER] = "merchant from until price was code",
	[KIND_EVENT] = "start end place address.street price organiser",
	[KIND_NEWS] = "date merchants",
	[KIND_PAGE] = "menu",
	[KIND_PLACE] = "kind address.street location details",
	[KIND_ROUTE] = "stops",
};

struct question {
	struct project *project;
	enum kind kind;
	const struct new_fields *fields; /* answered so far */
	int day;
	const char *path;
	const struct field *row;
	struct str proposal; /* what Enter takes; empty: nothing */
	bool inherits;       /* the proposal holds anyway: it need not be written */
};

/* ---- answers ---- */

static bool
takes_several(const struct field *row)
{
	return row->type == AS_WORDS || row->type == AS_SLUGS || row->type == AS_TERMS ||
	       row->type == AS_TEXTS || row->type == AS_LOCATION;
}

/* Examples come as cards have them, and answers like them: without the quotes. */
static struct str
without_quotes(struct str text)
{
	bool quoted = text.len >= 2 && text.ptr[0] == '"' && text.ptr[text.len - 1] == '"';

	return quoted ? str_trim(str_sub(text, 1, text.len - 1)) : text;
}

/* "cash, visa" and "[cash, visa]" as compose has lists: an item a line. */
static struct str
value_of(const struct question *q, struct str answer)
{
	struct buf out = { 0 };
	struct str item, value;

	if (!takes_several(q->row))
		return arena_str(q->project->arena, answer);
	if (str_starts(answer, "[") && str_ends(answer, "]"))
		answer = str_sub(answer, 1, answer.len - 1);
	while (str_split(&answer, ',', &item)) {
		item = str_trim(item);
		if (item.len > 0)
			buf_printf(&out, "%s%.*s", out.len ? "\n" : "", STR_ARG(item));
	}
	value = arena_str(q->project->arena, buf_str(&out));
	buf_release(&out);
	return value;
}

/* The card that would come of the answer: what was answered, stand-ins for what is still required. */
static void
compose_trial(struct buf *out, const struct question *q, struct str value)
{
	const struct schema *schema = schema_kind(q->kind)->schema;
	struct new_fields trial = { 0 };

	for (size_t i = 0; i < q->fields->len; i++)
		new_add(&trial, q->project, q->fields->items[i].path.ptr,
		        q->fields->items[i].value);
	new_add(&trial, q->project, q->path, value);
	for (size_t i = 0; i < schema->len; i++)
		if ((schema->fields[i].flags & FIELD_REQUIRED) &&
		    new_get(&trial, str(schema->fields[i].key)).len == 0)
			new_add(&trial, q->project, schema->fields[i].key,
			        new_stand_in(q->project, q->kind, &trial, schema->fields[i].key,
			                     q->day));
	compose_card(out, q->kind, trial.items, trial.len, (struct str){ 0 });
}

/* What the reader says about the answer, and the spelling that it would rather have. */
static void
try_answer(const struct question *q, struct str *value, struct diag *diag)
{
	static const char line[] = "---\n";
	struct buf text = { 0 };
	struct fixes fixes = { 0 };
	struct arena *arena = q->project->arena;
	struct reader reader = {
		.arena = arena,
		.scratch = arena,
		.diag = diag,
		.config = &q->project->cards.config,
		.fixes = &fixes,
	};
	void *card = arena_alloc(arena, schema_kind(q->kind)->schema->size);

	compose_trial(&text, q, *value);
	/* Without a file's name it is YAML alone, and problems have no place that would mean anything here. */
	reader_card(&reader, q->kind, card,
	            arena_str(arena, str_sub(buf_str(&text), sizeof line - 1,
	                                     text.len - (sizeof line - 1))),
	            NULL, reader.config->languages[0]);
	new_check_words(q->project, q->row, *value, diag);
	for (size_t i = 0; i < fixes.len; i++)
		if (fixes.items[i].kind == FIX_VALUE && str_eq(fixes.items[i].was, *value))
			*value = arena_str(arena, fixes.items[i].text);
	buf_release(&text);
}

/* Whether the answer will do; says what is wrong with it. `before` was the answer to the same question. */
static bool
accept(const struct question *q, struct str *value, struct str before)
{
	struct str answer = *value;
	struct diag *diag;
	bool good;

	if (utf8_find_control(answer) < answer.len || !utf8_check(answer, &(size_t){ 0 })) {
		puts(_("  there are characters in it that no card can hold"));
		return false;
	}
	diag = diag_new();
	try_answer(q, value, diag);
	good = diag_count(diag, DIAG_ERROR) == 0 &&
	       (diag_count(diag, DIAG_WARNING) == 0 || str_eq(answer, before));
	if (!good) {
		diag_print(diag, stdout, DIAG_TEXT, false);
		if (diag_count(diag, DIAG_ERROR) == 0)
			puts(_("  give the same answer again to keep it as it is"));
	}
	diag_free(diag);
	return good;
}

/* ---- questions ---- */

/* What Enter will take: dates of today, the place where addresses are. */
static void
propose(struct question *q)
{
	const struct config *config = &q->project->cards.config;

	if (strcmp(q->path, "address.postcode") == 0)
		q->proposal = config->place_postcode;
	else if (strcmp(q->path, "address.city") == 0)
		q->proposal = text_in(&config->place_city, config->languages[0], config->languages,
		                      config->languages_len, NULL);
	else if (q->row->type == AS_DATE || (q->kind == KIND_NEWS && q->row->type == AS_MOMENT))
		q->proposal = new_stand_in(q->project, q->kind, q->fields, q->path, q->day);
	q->inherits = q->proposal.len > 0 && str_starts(str(q->path), "address.");
}

static void
print_question(const struct question *q)
{
	enum lang lang = lang_of_messages();

	printf("\n%s%s. %s\n", q->row->label[lang],
	       q->row->flags & FIELD_REQUIRED ? _(" (required)") : "", q->row->help[lang]);
	if (q->row->example)
		printf(_("  for example: %.*s\n"), STR_ARG(without_quotes(str(q->row->example))));
}

/* The next line, trimmed, in the arena. False: there is none. */
static bool
read_line(struct arena *arena, struct str *line)
{
	char *text = NULL;
	size_t room = 0;
	ssize_t len = getline(&text, &room, stdin);

	if (len >= 0)
		*line = without_quotes(
			str_trim(arena_str(arena, (struct str){ text, (size_t)len })));
	free(text);
	return len >= 0;
}

static bool
read_answer(const struct question *q, struct str *answer)
{
	if (q->proposal.len > 0)
		printf("%s [%.*s]: ", q->path, STR_ARG(q->proposal));
	else
		printf("%s: ", q->path);
	fflush(stdout);
	return read_line(q->project->arena, answer);
}

/* Asks until the answer will do; an empty value: nothing is to be written. -1: the input has ended. */
static int
answer(const struct question *q, struct str *value)
{
	struct str before = { 0 }, line;

	print_question(q);
	while (read_answer(q, &line)) {
		if (line.len == 0 && q->proposal.len > 0) {
			*value = q->inherits ? line : q->proposal;
			return 0;
		}
		*value = value_of(q, line);
		if (value->len == 0 && !(q->row->flags & FIELD_REQUIRED))
			return 0;
		if (value->len == 0) {
			puts(_("  this one is needed"));
			continue;
		}
		line = *value;
		if (accept(q, value, before))
			return 0;
		before = line;
	}
	return -1;
}

int
new_ask(struct project *project, enum kind kind, struct new_fields *fields, int day)
{
	struct str rest = str(questions[kind]), path;

	puts(_("Enter alone leaves a question out, or takes what is in brackets; Ctrl-C writes nothing."));
	while (str_split(&rest, ' ', &path)) {
		struct question q = {
			.project = project,
			.kind = kind,
			.fields = fields,
			.day = day,
			.path = arena_cstr(project->arena, path),
			.row = compose_row(kind, path),
		};
		struct str value = { 0 };

		/* A city means nothing without a street. */
		if ((strcmp(q.path, "address.postcode") == 0 ||
		     strcmp(q.path, "address.city") == 0) &&
		    new_get(fields, STR("address.street")).len == 0)
			continue;
		propose(&q);
		if (answer(&q, &value) < 0)
			return -1;
		if (value.len > 0)
			new_add(fields, project, q.path, value);
	}
	return 0;
}
