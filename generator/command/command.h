#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H
/*
 * command: the program's commands as rows of a table: name, options, help, and what runs.
 *
 * Reading the command line, --help, the shells' completions and the test of the manual page all come
 * from these rows, so adding an option is adding a row.
 */
#include <stdbool.h>
#include <stddef.h>

struct buf;

enum exit_code {
	EXIT_DONE = 0,
	EXIT_CONTENT = 1, /* the content has errors; nothing was published */
	EXIT_USAGE = 2,
	EXIT_ENVIRONMENT = 3, /* disk, permissions, network; the previous site is untouched */
	EXIT_INTERRUPTED = 130,
};

enum { OPERANDS_MOST = 16 };

/* The command line, read: what was not given is NULL or false. */
struct invocation {
	const struct command *command;
	const char *operands[OPERANDS_MOST];
	size_t operands_len;
	const char *rev, *theme, *base_url, *now, *jobs, *format, *lang, *color, *cache;
	const char *output, *port, *branch, *remote;
	const char *content; /* -C */
	const char *name;
	const char *as; /* the shape of what diff prints */
	bool strict, drafts, quiet, verbose, help, version, fix, dry_run, if_due, precompress,
		exit_code;
};

struct option_row {
	const char *name;    /* "base-url", without dashes */
	char letter;         /* 'o', or 0 */
	const char *value;   /* N_("URL"), the name of its value; NULL: takes none */
	const char *choices; /* "text|json|github"; NULL: anything */
	const char *help;    /* N_() */
	size_t member;       /* offset in struct invocation: const char *, or bool without value */
};

struct command {
	const char *name;
	const char *operands;             /* N_("[CONTENT]"); "" */
	const char *summary;              /* N_(), a line */
	const char *help;                 /* N_(), what a newcomer should know; may be NULL */
	const struct option_row *options; /* its own; NULL */
	size_t options_len;
	bool common;       /* takes the options for reading content */
	bool needs_url;    /* an error where the content does not say where the site will live */
	bool advises;      /* also says what is no mistake but will mislead people */
	bool tells_dates;  /* what it makes says when cards came and changed */
	bool writes_cards; /* wrong usage where the content is no folder */
	bool needs_site;   /* wrong usage where neither -o nor the content has a folder for it */
	size_t operands_least, operands_most;
	enum exit_code (*run)(const struct invocation *invocation);
};

/* All commands, in the order of the help. */
extern const struct command *const command_table[];
extern const size_t command_table_len;

const struct command *command_find(const char *name); /* NULL */
/* The options that every command takes, and those of every command that reads content. */
const struct option_row *command_options(bool common, size_t *count);

/* Reads argv, whose order may change: options may stand before the command, too. EXIT_USAGE after
 * saying what is wrong on standard error. */
enum exit_code command_line(struct invocation *invocation, int argc, char **argv);
/* "quartier: error: …", and the line "  hint: …" below it, on standard error. */
void command_error(const char *format, ...) __attribute__((format(printf, 1, 2)));
void command_hint(const char *format, ...) __attribute__((format(printf, 1, 2)));

void command_usage(struct buf *out); /* quartier --help */
void command_help(struct buf *out, const struct command *command);
void command_versions(struct buf *out); /* quartier --version */

enum exit_code build_run(const struct invocation *invocation);
enum exit_code check_run(const struct invocation *invocation);
enum exit_code serve_run(const struct invocation *invocation);
enum exit_code init_run(const struct invocation *invocation);
enum exit_code new_run(const struct invocation *invocation);
enum exit_code import_run(const struct invocation *invocation);
enum exit_code export_run(const struct invocation *invocation);
enum exit_code publish_run(const struct invocation *invocation);
enum exit_code diff_run(const struct invocation *invocation);
enum exit_code context_run(const struct invocation *invocation);
enum exit_code completion_run(const struct invocation *invocation);
#endif
