/* new: a card to fill in, asked for field by field on a terminal. */
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "card/slug.h"
#include "command/command.h"
#include "command/given_name.h"
#include "command/new_ask.h"
#include "command/new_card.h"
#include "command/project.h"
#include "command/today.h"
#include "source/source.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct making {
	struct project project;
	enum kind kind;
	struct str name, slug;
};

/* "merchant" or "merchants". */
static bool
find_kind(const char *given, enum kind *kind)
{
	struct str names[KIND_COUNT];
	size_t nearest;

	*kind = schema_kind_of_name(str(given));
	if (*kind == KIND_COUNT)
		*kind = schema_kind_of_folder(str(given));
	if (*kind != KIND_COUNT && *kind != KIND_CONFIG)
		return true;
	for (size_t i = 0; i < KIND_COUNT; i++)
		names[i] = str(schema_kind((enum kind)i)->name);
	nearest = utf8_nearest(str(given), names + 1, KIND_COUNT - 1) + 1;
	command_error(_("there is no kind of card \"%s\""), given);
	if (nearest < KIND_COUNT)
		command_hint(_("did you mean \"quartier new %s\"?"),
		             schema_kind((enum kind)nearest)->name);
	else
		command_hint(_("there are merchant, offer, event, news, page, place and route"));
	return false;
}

static bool
has_card(const struct source *source, const char *folder, struct str slug)
{
	size_t count, prefix = strlen(folder);
	const struct source_entry *entries = source_entries(source, &count);

	for (size_t i = 0; i < count; i++) {
		struct str path = entries[i].path;
		struct str name = str_sub(path, prefix + 1, path.len);

		if (str_starts(path, folder) && path.len > prefix && path.ptr[prefix] == '/' &&
		    str_eq(str_sub(name, 0, str_find(name, '.')), slug))
			return true;
	}
	return false;
}

/* Merchants and places share their names: walks name both by them alone. */
static bool
is_taken(const struct making *m, struct str slug)
{
	const struct source *source = m->project.source;

	if (has_card(source, schema_kind(m->kind)->folder, slug))
		return true;
	if (m->kind == KIND_MERCHANT)
		return has_card(source, schema_kind(KIND_PLACE)->folder, slug);
	return m->kind == KIND_PLACE && has_card(source, schema_kind(KIND_MERCHANT)->folder, slug);
}

/* The name with a number that is free. */
static enum exit_code
refuse(struct making *m)
{
	struct arena *arena = m->project.arena;

	command_error(_("there is a card \"%.*s\" already"), STR_ARG(m->slug));
	for (unsigned number = 2;; number++) {
		struct str name = arena_printf(arena, "%.*s %u", STR_ARG(m->name), number);
		struct str slug = utf8_slug(arena, name, SLUG_MOST);

		/* Of a long name the number is cut off. */
		if (str_eq(slug, m->slug))
			name = slug = arena_printf(
				arena, "%.*s-%u", STR_ARG(utf8_slug(arena, m->name, SLUG_MOST - 8)),
				number);
		if (is_taken(m, slug))
			continue;
		command_hint(_("nothing was written; %.*s is free: quartier new %s \"%.*s\""),
		             STR_ARG(slug), schema_kind(m->kind)->name, STR_ARG(name));
		return EXIT_ENVIRONMENT;
	}
}

/* Names and titles are the first field of every kind. */
static const char *
name_key(enum kind kind)
{
	return schema_ranked(schema_kind(kind)->schema, 0)->key;
}

/* What is required and was not answered gets a stand-in; then the card waits as a draft. */
static void
add_stand_ins(struct making *m, struct new_fields *fields, int day)
{
	const struct schema *schema = schema_kind(m->kind)->schema;

	for (size_t rank = 0; rank < schema->len; rank++) {
		const struct field *row = schema_ranked(schema, rank);

		/* An offer without an end would stay for ever. */
		if (!(row->flags & FIELD_REQUIRED) && strcmp(row->key, "until") != 0)
			continue;
		if (new_get(fields, str(row->key)).len == 0)
			new_add(fields, &m->project, row->key,
			        new_stand_in(&m->project, m->kind, fields, row->key, day));
	}
	new_add(fields, &m->project, "draft", STR("yes"));
}

static enum lang
lang_of_card(const struct making *m)
{
	const char *given = m->project.invocation->lang;

	return given ? lang_find(str(given)) : m->project.cards.config.languages[0];
}

static enum exit_code
write_card(struct making *m, const struct new_card *card)
{
	struct project *project = &m->project;
	struct str path = arena_printf(project->arena, "%s/%.*s.md", schema_kind(m->kind)->folder,
	                               STR_ARG(m->slug));
	struct buf text = { 0 };
	int rc;

	new_card_write(&text, card);
	rc = source_create(project->source, path.ptr, buf_str(&text), project->diag);
	buf_release(&text);
	if (rc < 0)
		return project_report(project);
	if (rc > 0)
		return refuse(m);
	if (!project->invocation->quiet) {
		printf(_("%s/%.*s: a new card\n"), project->path ? project->path : ".",
		       STR_ARG(path));
		if (card->given < card->len)
			puts(_("It is a draft, which the site does not show: fill it in, then take the line \"draft: yes\" away."));
	}
	return EXIT_DONE;
}

static enum exit_code
make(struct making *m)
{
	const struct config *config = &m->project.cards.config;
	struct new_fields fields = { 0 };
	struct new_card card = {
		.kind = m->kind,
		.lang = lang_of_card(m),
		.postcode = config->place_postcode,
		.city = text_in(&config->place_city, config->languages[0], config->languages,
		                config->languages_len, NULL),
	};
	int day = today(m->project.invocation->now);

	new_add(&fields, &m->project, name_key(m->kind), m->name);
	if (isatty(STDIN_FILENO)) {
		if (new_ask(&m->project, m->kind, &fields, day) < 0) {
			command_error(_("the answers ended; nothing was written"));
			return EXIT_INTERRUPTED;
		}
		card.given = fields.len;
	} else {
		card.given = fields.len;
		add_stand_ins(m, &fields, day);
	}
	card.fields = fields.items;
	card.len = fields.len;
	return write_card(m, &card);
}

enum exit_code
new_run(const struct invocation *invocation)
{
	struct making m = { 0 };
	enum exit_code code;

	if (!find_kind(invocation->operands[0], &m.kind))
		return EXIT_USAGE;
	code = project_open_config(&m.project, invocation, invocation->content);
	if (code == EXIT_DONE && !given_name(m.project.arena, invocation->operands[1], &m.name))
		code = EXIT_USAGE;
	if (code == EXIT_DONE) {
		m.slug = utf8_slug(m.project.arena, m.name, SLUG_MOST);
		if (m.slug.len == 0) {
			command_error(
				_("\"%.*s\" has no letters of which the name of a file could be made"),
				STR_ARG(m.name));
			command_hint(_(
				"give the name in Latin letters, and write it as you like in the card"));
			code = EXIT_USAGE;
		} else {
			code = is_taken(&m, m.slug) ? refuse(&m) : make(&m);
		}
	}
	project_close(&m.project);
	return code;
}
