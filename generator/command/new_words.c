#include "command/new_words.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "card/category.h"
#include "command/project.h"
#include "source/source.h"

#include <string.h>

struct names {
	struct str *items;
	size_t len;
};

static void
add_name(struct names *names, const struct project *project, struct str name)
{
	if (name.len == 0)
		return;
	names->items = arena_push(project->arena, names->items, &names->len, sizeof *names->items);
	names->items[names->len - 1] = name;
}

/* Every word by which a category can be named. */
static void
add_categories(struct names *names, const struct project *project)
{
	const struct config *config = &project->cards.config;
	size_t count;
	const struct category *all = category_all(&count);

	add_name(names, project, STR("other"));
	for (size_t i = 0; i < config->categories_len; i++) {
		add_name(names, project, config->categories[i].id);
		for (int lang = 0; lang < LANG_COUNT; lang++)
			add_name(names, project, config->categories[i].label.in[lang]);
	}
	for (size_t i = 0; i < count; i++) {
		add_name(names, project, str(all[i].id));
		for (int lang = 0; lang < LANG_COUNT; lang++)
			add_name(names, project, str(all[i].label[lang]));
	}
}

/* The names of the cards in a folder; translations have their card's. */
static void
add_cards(struct names *names, const struct project *project, const char *folder)
{
	size_t count, prefix = strlen(folder);
	const struct source_entry *entries = source_entries(project->source, &count);

	for (size_t i = 0; i < count; i++) {
		struct str name = entries[i].path;

		if (!str_starts(name, folder))
			continue;
		name = str_sub(name, prefix, name.len);
		add_name(names, project, str_sub(name, 0, str_find(name, '.')));
	}
}

static bool
has_name(const struct names *names, const struct project *project, struct str word)
{
	struct str folded = utf8_fold(project->arena, word);

	for (size_t i = 0; i < names->len; i++)
		if (str_eq(utf8_fold(project->arena, names->items[i]), folded))
			return true;
	return false;
}

static void
hint_nearest(const struct names *names, struct str word, struct diag *diag)
{
	size_t nearest = utf8_nearest(word, names->items, names->len);

	if (nearest < names->len)
		diag_hint(diag, _("did you mean \"%.*s\"?"), STR_ARG(names->items[nearest]));
}

void
new_check_words(const struct project *project, const struct field *row, struct str value,
                struct diag *diag)
{
	const struct pos nowhere = { 0 };
	bool category = row->type == AS_WORDS;
	struct names names = { 0 };
	struct str word;

	if (category)
		add_categories(&names, project);
	else if (row->type != AS_SLUG && row->type != AS_SLUGS)
		return;
	if (!category && strcmp(row->key, "place") != 0)
		add_cards(&names, project, "merchants/");
	if (!category && (strcmp(row->key, "place") == 0 || strcmp(row->key, "stops") == 0))
		add_cards(&names, project, "places/");
	if (row->flags & FIELD_ALL)
		add_name(&names, project, STR("all"));
	while (str_split(&value, '\n', &word)) {
		if (has_name(&names, project, word))
			continue;
		if (category)
			diag_warning(diag, nowhere, "category",
			             _("category: \"%.*s\" is not a known category"),
			             STR_ARG(word));
		else
			diag_error(diag, nowhere, "reference", _("%s: there is no card \"%.*s\""),
			           row->key, STR_ARG(word));
		hint_nearest(&names, word, diag);
	}
}
