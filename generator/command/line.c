/* line: the command line, read by getopt_long(3) from the rows of the table. */
#include "command/command.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { OPTIONS_MOST = 40, LONG_BASE = 256 };

/* All options that a command takes, or all there are, as rows and as getopt wants them. */
struct options {
	const struct option_row *rows[OPTIONS_MOST];
	size_t len;
	struct option longs[OPTIONS_MOST + 1];
	char letters[2 * OPTIONS_MOST +
	             3]; /* a prefix, then a letter and perhaps a colon for each */
	size_t letters_len;
};

void
command_error(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fputs("quartier: error: ", stderr);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
	va_end(args);
}

void
command_hint(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	fputs("  hint: ", stderr);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
	va_end(args);
}

static bool
has_row(const struct options *options, const char *name)
{
	for (size_t i = 0; i < options->len; i++)
		if (strcmp(options->rows[i]->name, name) == 0)
			return true;
	return false;
}

static void
add_rows(struct options *options, const struct option_row *rows, size_t count)
{
	for (size_t i = 0; i < count && options->len < OPTIONS_MOST; i++) {
		size_t at;

		if (has_row(options, rows[i].name))
			continue;
		at = options->len++;
		options->rows[at] = &rows[i];
		options->longs[at] =
			(struct option){ rows[i].name,
			                 rows[i].value ? required_argument : no_argument, NULL,
			                 LONG_BASE + (int)at };
		if (!rows[i].letter)
			continue;
		options->letters[options->letters_len++] = rows[i].letter;
		if (rows[i].value)
			options->letters[options->letters_len++] = ':';
	}
}

static void
collect(struct options *options, const struct command *command)
{
	const struct option_row *rows;
	size_t count;

	/* The plus: getopt stops at the command. The colon: we word the messages. */
	*options = (struct options){ .letters = "+:", .letters_len = 2 };
	if (command)
		*options = (struct options){ .letters = ":", .letters_len = 1 };
	for (size_t i = 0; i < command_table_len; i++)
		if (!command || command == command_table[i])
			add_rows(options, command_table[i]->options, command_table[i]->options_len);
	rows = command_options(true, &count);
	if (!command || command->common)
		add_rows(options, rows, count);
	rows = command_options(false, &count);
	add_rows(options, rows, count);
}

static enum exit_code
usage_error(const struct command *command)
{
	if (command)
		command_hint(_("quartier %s --help lists what it takes"), command->name);
	else
		command_hint(_("quartier --help lists the commands"));
	return EXIT_USAGE;
}

/* Whether `value` is one of "a|b|c". */
static bool
is_choice(const char *value, const char *choices)
{
	struct str rest = str(choices), choice;

	while (str_split(&rest, '|', &choice))
		if (str_is(choice, value))
			return true;
	return false;
}

static bool
take_option(struct invocation *invocation, const struct option_row *row, const char *value)
{
	char *member = (char *)invocation + row->member;

	if (!row->value) {
		*(bool *)(void *)member = true;
		return true;
	}
	if (!value[0]) { /* a shell's variable that was empty, more often than not */
		command_error(_("--%s needs a value"), row->name);
		return false;
	}
	if (row->choices && !is_choice(value, row->choices)) {
		command_error(_("--%s takes one of %s, not \"%s\""), row->name, row->choices,
		              value);
		return false;
	}
	*(const char **)(void *)member = value;
	return true;
}

static const struct option_row *
row_of(const struct options *options, int code)
{
	if (code >= LONG_BASE)
		return options->rows[code - LONG_BASE];
	for (size_t i = 0; i < options->len; i++)
		if (options->rows[i]->letter == code)
			return options->rows[i];
	return NULL;
}

/* The command that has an option of that name: "--precompress". NULL: none. */
static const struct command *
owner_of(const char *given)
{
	for (size_t i = 0; i < command_table_len; i++)
		for (size_t k = 0; k < command_table[i]->options_len; k++)
			if (strncmp(given, "--", 2) == 0 &&
			    strcmp(given + 2, command_table[i]->options[k].name) == 0)
				return command_table[i];
	return NULL;
}

static void
unknown_option(const struct options *options, const char *given)
{
	const struct command *owner = owner_of(given);
	struct str names[OPTIONS_MOST];
	size_t nearest;

	command_error(_("there is no option %s"), given);
	if (owner) {
		command_hint(_("it is one of quartier %s"), owner->name);
		return;
	}
	for (size_t i = 0; i < options->len; i++)
		names[i] = str(options->rows[i]->name);
	nearest = utf8_nearest(str_sub(str(given), 0, str_find(str(given), '=')), names,
	                       options->len);
	if (nearest < options->len)
		command_hint(_("did you mean --%s?"), options->rows[nearest]->name);
}

/* getopt's '?', with its optopt: an option that is none, or a value for one that takes none. */
static void
report_option(const struct options *options, int code, const char *given)
{
	char letter[3] = { '-', (char)code, '\0' };

	if (code >= LONG_BASE)
		command_error(_("--%s takes no value"), row_of(options, code)->name);
	else
		unknown_option(options, code > 0 ? letter : given);
}

/* Reads the options of argv[from …]; operands end up in the invocation, in their order. */
static enum exit_code
read_options(struct invocation *invocation, int argc, char **argv)
{
	struct options options;
	int code;

	collect(&options, invocation->command);
	opterr = 0;
	optind = 0; /* glibc: begin anew */
	while ((code = getopt_long(argc, argv, options.letters, options.longs, NULL)) != -1) {
		if (code == '?') {
			report_option(&options, optopt, argv[optind - 1]);
			return usage_error(invocation->command);
		}
		if (code == ':') {
			command_error(_("--%s needs a value"), row_of(&options, optopt)->name);
			return usage_error(invocation->command);
		}
		if (!take_option(invocation, row_of(&options, code), optarg))
			return usage_error(invocation->command);
	}
	for (; optind < argc; optind++) {
		if (invocation->operands_len == OPERANDS_MOST)
			break;
		invocation->operands[invocation->operands_len++] = argv[optind];
	}
	return EXIT_DONE;
}

static enum exit_code
unknown_command(const char *name)
{
	struct str *names = mem_alloc(size_mul(command_table_len, sizeof *names));
	size_t nearest;

	command_error(_("there is no command \"%s\""), name);
	for (size_t i = 0; i < command_table_len; i++)
		names[i] = str(command_table[i]->name);
	nearest = utf8_nearest(str(name), names, command_table_len);
	free(names);
	if (nearest == command_table_len)
		return usage_error(NULL);
	command_hint(_("did you mean \"quartier %s\"?"), command_table[nearest]->name);
	return EXIT_USAGE;
}

/* Whether the operands are as many as the command takes. */
static enum exit_code
count_operands(const struct invocation *invocation)
{
	const struct command *command = invocation->command;

	if (invocation->help || invocation->version)
		return EXIT_DONE;
	if (invocation->operands_len < command->operands_least)
		command_error(_("quartier %s needs %s"), command->name, _(command->operands));
	else if (invocation->operands_len > command->operands_most)
		command_error(_("\"%s\" is one too many: quartier %s takes %s"),
		              invocation->operands[command->operands_most], command->name,
		              command->operands[0] ? _(command->operands) : _("nothing"));
	else
		return EXIT_DONE;
	return usage_error(command);
}

/* Brings the command in front of the options that stand before it: "--lang fr build" is read as
 * "build --lang fr". False when there is no command. */
static bool
command_first(int argc, char **argv)
{
	struct options options;
	char *command;
	int code;

	collect(&options, NULL);
	opterr = 0;
	optind = 0; /* glibc: begin anew */
	while ((code = getopt_long(argc, argv, options.letters, options.longs, NULL)) != -1)
		if (code == '?' || code == ':')
			return false; /* reported when all is read */
	if (optind >= argc)
		return false;
	command = argv[optind];
	for (int i = optind; i > 1; i--)
		argv[i] = argv[i - 1];
	argv[1] = command;
	return true;
}

/* "help", "help build" and "version" as words, which git and others take, too. */
static bool
is_word_for_option(struct invocation *invocation, int argc, char **argv)
{
	invocation->help = strcmp(argv[1], "help") == 0;
	invocation->version = strcmp(argv[1], "version") == 0;
	if (invocation->help && argc > 2)
		invocation->command = command_find(argv[2]);
	return invocation->help || invocation->version;
}

enum exit_code
command_line(struct invocation *invocation, int argc, char **argv)
{
	enum exit_code code;

	*invocation = (struct invocation){ 0 };
	if (command_first(argc, argv)) {
		if (is_word_for_option(invocation, argc, argv))
			return EXIT_DONE;
		invocation->command = command_find(argv[1]);
		if (!invocation->command)
			return unknown_command(argv[1]);
		argc--;
		argv++;
	}
	code = read_options(invocation, argc, argv);
	if (code != EXIT_DONE)
		return code;
	if (invocation->command)
		return count_operands(invocation);
	if (invocation->help || invocation->version)
		return EXIT_DONE;
	command_error(_("the command is missing"));
	return usage_error(NULL);
}
