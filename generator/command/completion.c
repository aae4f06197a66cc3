/* completion: what the shells need to complete quartier's command line, from the rows of the table. */
#include "base/buf.h"
#include "base/i18n.h"
#include "base/str.h"
#include "command/command.h"

#include <stdio.h>
#include <string.h>

/* Calls `each` for every option that a command takes. */
static void
for_options(struct buf *out, const struct command *command,
            void (*each)(struct buf *out, const struct command *, const struct option_row *))
{
	const struct option_row *rows;
	size_t count;

	for (size_t i = 0; i < command->options_len; i++)
		each(out, command, &command->options[i]);
	rows = command_options(true, &count);
	for (size_t i = 0; command->common && i < count; i++)
		each(out, command, &rows[i]);
	rows = command_options(false, &count);
	for (size_t i = 0; i < count; i++)
		each(out, command, &rows[i]);
}

static void
bash_option(struct buf *out, const struct command *command, const struct option_row *row)
{
	(void)command;
	buf_printf(out, " --%s", row->name);
	if (row->letter)
		buf_printf(out, " -%c", row->letter);
}

static void
bash(struct buf *out)
{
	buf_adds(out, "_quartier() {\n"
	              "\tlocal word=${COMP_WORDS[COMP_CWORD]} words=\n"
	              "\tif [ \"$COMP_CWORD\" -eq 1 ]; then\n\t\twords='");
	for (size_t i = 0; i < command_table_len; i++)
		buf_printf(out, "%s%s", i ? " " : "", command_table[i]->name);
	buf_adds(out, "'\n\telse\n\t\tcase ${COMP_WORDS[1]} in\n");
	for (size_t i = 0; i < command_table_len; i++) {
		buf_printf(out, "\t\t%s) words='", command_table[i]->name);
		for_options(out, command_table[i], bash_option);
		buf_adds(out, "' ;;\n");
	}
	buf_adds(
		out,
		"\t\tesac\n\tfi\n"
		"\tcase $word in\n"
		"\t-*) COMPREPLY=($(compgen -W \"$words\" -- \"$word\")) ;;\n"
		"\t*)\n"
		"\t\tif [ \"$COMP_CWORD\" -eq 1 ]; then COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
		"\t\telse COMPREPLY=($(compgen -f -- \"$word\")); fi ;;\n"
		"\tesac\n}\n"
		"complete -o filenames -F _quartier quartier\n");
}

/* A help text inside '…' and […]: brackets and colons mean something to zsh. */
static void
zsh_text(struct buf *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '\'')
			buf_adds(out, "'\\'");
		else if (strchr("[]:\\", *text))
			buf_addc(out, '\\');
		buf_addc(out, *text);
	}
}

static void
zsh_option(struct buf *out, const struct command *command, const struct option_row *row)
{
	struct str rest = str(row->choices), choice;

	(void)command;
	buf_printf(out, " \\\n\t\t\t'--%s%s[", row->name, row->value ? "=" : "");
	zsh_text(out, _(row->help));
	buf_addc(out, ']');
	if (row->choices) {
		buf_adds(out, ": :(");
		while (str_split(&rest, '|', &choice))
			buf_printf(out, "%.*s ", STR_ARG(choice));
		buf_addc(out, ')');
	} else if (row->value) {
		buf_adds(out, ": :_files");
	}
	buf_addc(out, '\'');
}

static void
zsh(struct buf *out)
{
	buf_adds(out, "#compdef quartier\n_quartier() {\n"
	              "\tif (( CURRENT == 2 )); then\n\t\tlocal -a commands=(");
	for (size_t i = 0; i < command_table_len; i++) {
		buf_printf(out, "\n\t\t\t'%s:", command_table[i]->name);
		zsh_text(out, _(command_table[i]->summary));
		buf_addc(out, '\'');
	}
	buf_adds(out, ")\n\t\t_describe command commands\n\t\treturn\n\tfi\n\tcase $words[2] in\n");
	for (size_t i = 0; i < command_table_len; i++) {
		buf_printf(out, "\t%s)\n\t\t_arguments", command_table[i]->name);
		for_options(out, command_table[i], zsh_option);
		buf_adds(out, " \\\n\t\t\t'*:file:_files' ;;\n");
	}
	buf_adds(out, "\tesac\n}\n_quartier \"$@\"\n");
}

/* A text inside '…'. */
static void
fish_text(struct buf *out, const char *text)
{
	buf_addc(out, '\'');
	for (; *text; text++) {
		if (*text == '\'' || *text == '\\')
			buf_addc(out, '\\');
		buf_addc(out, *text);
	}
	buf_addc(out, '\'');
}

static void
fish_option(struct buf *out, const struct command *command, const struct option_row *row)
{
	struct str rest = str(row->choices), choice;

	buf_printf(out, "complete -c quartier -n '__fish_seen_subcommand_from %s' -l %s",
	           command->name, row->name);
	if (row->letter)
		buf_printf(out, " -s %c", row->letter);
	if (row->choices) {
		buf_adds(out, " -x -a '");
		while (str_split(&rest, '|', &choice))
			buf_printf(out, "%.*s ", STR_ARG(choice));
		buf_addc(out, '\'');
	} else if (row->value) {
		buf_adds(out, " -r");
	}
	buf_adds(out, " -d ");
	fish_text(out, _(row->help));
	buf_addc(out, '\n');
}

static void
fish(struct buf *out)
{
	for (size_t i = 0; i < command_table_len; i++) {
		buf_printf(out, "complete -c quartier -n __fish_use_subcommand -f -a %s -d ",
		           command_table[i]->name);
		fish_text(out, _(command_table[i]->summary));
		buf_addc(out, '\n');
		for_options(out, command_table[i], fish_option);
	}
}

enum exit_code
completion_run(const struct invocation *invocation)
{
	static const struct {
		const char *name;
		void (*print)(struct buf *out);
	} shells[] = { { "bash", bash }, { "zsh", zsh }, { "fish", fish } };
	struct buf out = { 0 };

	for (size_t i = 0; i < countof(shells); i++) {
		if (strcmp(shells[i].name, invocation->operands[0]) != 0)
			continue;
		shells[i].print(&out);
		fwrite(out.ptr, 1, out.len, stdout);
		buf_release(&out);
		return EXIT_DONE;
	}
	command_error(_("completions exist for bash, zsh and fish, not \"%s\""),
	              invocation->operands[0]);
	return EXIT_USAGE;
}
