/*
 * reference: the fields of every card as Markdown, from the schema table: README's reference.
 *
 *   reference [fr|nl|de|en]
 */
#include "card/schema.h"

#include <stdio.h>

/* A bar would end the cell of a table. */
static void
cell(const char *text)
{
	for (; text && *text; text++)
		printf(*text == '|' ? "\\|" : "%c", *text);
}

static void
rows(const struct schema *schema, enum lang lang, const char *prefix)
{
	char path[256];

	for (size_t i = 0; i < schema->len; i++) {
		const struct field *field = schema_ranked(schema, i);

		snprintf(path, sizeof path, "%s%s", prefix, field->key);
		printf("| `%s`%s | ", path, field->flags & FIELD_REQUIRED ? " *" : "");
		cell(field->label[lang]);
		fputs(". ", stdout);
		cell(field->help[lang]);
		fputs(" | ", stdout);
		if (field->example) {
			putchar('`');
			cell(field->example);
			putchar('`');
		}
		puts(" |");
		if (field->nested && (field->type == AS_MAP || field->type == AS_ITEMS)) {
			snprintf(path, sizeof path, "%s%s.", prefix, field->key);
			rows(field->nested, lang, path);
		}
	}
}

int
main(int argc, char **argv)
{
	enum lang lang = argc > 1 ? lang_find(str(argv[1])) : LANG_EN;

	if (lang == LANG_COUNT)
		return 2;
	for (size_t i = 0; i < schema_kind_count(); i++) {
		const struct schema_kind *kind = schema_kind((enum kind)i);

		if (kind->folder)
			printf("\n#### %s: `%s/SLUG.md`\n\n", kind->label[lang], kind->folder);
		else
			printf("\n#### %s: `quartier.yml`\n\n", kind->label[lang]);
		printf("%s\n\n", kind->help[lang]);
		puts("| Field | | Example |\n|---|---|---|");
		rows(kind->schema, lang, "");
	}
	return 0;
}
