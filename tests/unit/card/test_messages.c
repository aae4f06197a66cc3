/*
 * What a volunteer reads about a repository in which everything is wrong: tests/golden/messages/content gives
 * one list of messages per kind of card. QUARTIER_GOLDEN=update writes the lists anew, to be read in the diff.
 */
#include "card/cards.h"

#include "../check.h"
#include "card/schema.h"
#include "reports.h"
#include "source/source.h"

#define FOLDER "tests/golden/messages/"

static char *
messages_of(const char *path, unsigned jobs)
{
	struct source_options options = { .path = path };
	struct diag *diag = diag_new();
	struct cards cards = { 0 };
	struct source *source = NULL;
	char *text;

	assert_int_equal(source_open(&source, &options, diag), SOURCE_OK);
	cards_read_config(&cards, source, diag);
	assert_int_equal(source_list(source, 0, diag), 0);
	assert_int_equal(cards_read(&cards, source, jobs, diag), -1);
	text = reports(diag);
	cards_free(&cards);
	diag_free(diag);
	source_free(source);
	return text;
}

/* Whether a line is about a file of that kind; hints belong to the line above. */
static bool
is_about(const char *line, enum kind kind)
{
	const char *folder = schema_kind(kind)->folder;
	size_t len = folder ? strlen(folder) : 0;

	return folder ? strncmp(line, folder, len) == 0 && line[len] == '/'
	              : strncmp(line, "quartier.yml", 12) == 0;
}

static char *
part(const char *text, enum kind kind)
{
	char *out = NULL;
	size_t len;
	FILE *file = open_memstream(&out, &len);
	bool about = false;

	while (*text) {
		size_t line = strcspn(text, "\n") + 1;

		if (*text != ' ')
			about = is_about(text, kind);
		if (about)
			fwrite(text, 1, line, file);
		text += line;
	}
	fclose(file);
	return out;
}

static char *
read_all(const char *path)
{
	FILE *file = fopen(path, "r");
	char *text = calloc(1, 1 << 16);

	if (file) {
		text[fread(text, 1, (1 << 16) - 1, file)] = '\0';
		fclose(file);
	}
	return text;
}

static void
write_all(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static void
every_kind_of_card_has_its_messages(void **state)
{
	const char *mode = getenv("QUARTIER_GOLDEN");
	char *all = messages_of(FOLDER "content", 2);

	(void)state;
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		char *got = part(all, (enum kind)kind), path[256], *want;

		snprintf(path, sizeof path, FOLDER "%s.txt", schema_kind((enum kind)kind)->name);
		if (mode && strcmp(mode, "update") == 0)
			write_all(path, got);
		want = read_all(path);
		if (strcmp(got, want) != 0)
			fail_msg("%s is not what was expected:\n%s", path, got);
		free(got);
		free(want);
	}
	free(all);
}

static void
messages_do_not_depend_on_threads(void **state)
{
	char *one = messages_of(FOLDER "content", 1), *eight = messages_of(FOLDER "content", 8);

	(void)state;
	assert_string_equal(one, eight);
	free(one);
	free(eight);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_kind_of_card_has_its_messages),
		cmocka_unit_test(messages_do_not_depend_on_threads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
