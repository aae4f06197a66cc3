/* help: what --help and --version print, from the rows of the table. */
#include "command/command.h"

#include "base/buf.h"
#include "base/i18n.h"
#include "base/utf8.h"

#include <cmark-gfm.h>
#include <git2.h>
#include <microhttpd.h>
#include <utf8proc.h>
#include <xxhash.h>
#include <yaml.h>

enum { HELP_COLUMN = 33 }; /* behind the longest, "      --format text|json|github" */

static void
pad(struct buf *out, size_t from)
{
	size_t width = utf8_count(str_sub(buf_str(out), from, out->len));

	do
		buf_addc(out, ' ');
	while (++width < HELP_COLUMN);
}

static void
add_rows(struct buf *out, const char *title, const struct option_row *rows, size_t count)
{
	if (count == 0)
		return;
	buf_printf(out, "\n%s\n", title);
	for (size_t i = 0; i < count; i++) {
		size_t from = out->len;

		if (rows[i].letter)
			buf_printf(out, "  -%c, --%s", rows[i].letter, rows[i].name);
		else
			buf_printf(out, "      --%s", rows[i].name);
		if (rows[i].value)
			buf_printf(out, " %s",
			           rows[i].choices ? rows[i].choices : _(rows[i].value));
		pad(out, from);
		buf_printf(out, "%s\n", _(rows[i].help));
	}
}

void
command_usage(struct buf *out)
{
	const struct option_row *rows;
	size_t count;

	buf_adds(
		out,
		_("quartier turns a folder of merchant cards into the website of a neighbourhood.\n"));
	buf_adds(out, _("\nUsage: quartier COMMAND [OPTIONS]\n\nCommands\n"));
	for (size_t i = 0; i < command_table_len; i++) {
		size_t from = out->len;

		buf_printf(out, "  %s %s", command_table[i]->name, _(command_table[i]->operands));
		pad(out, from);
		buf_printf(out, "%s\n", _(command_table[i]->summary));
	}
	rows = command_options(false, &count);
	add_rows(out, _("Options of every command"), rows, count);
	buf_adds(out, _("\nquartier COMMAND --help tells more about one.\n"));
}

void
command_help(struct buf *out, const struct command *command)
{
	const struct option_row *rows;
	size_t count;

	buf_printf(out, _("Usage: quartier %s [OPTIONS] %s\n\n%s.\n"), command->name,
	           _(command->operands), _(command->summary));
	if (command->help)
		buf_printf(out, "%s\n", _(command->help));
	add_rows(out, _("Its options"), command->options, command->options_len);
	rows = command_options(true, &count);
	if (command->common)
		add_rows(out, _("Options for reading the content"), rows, count);
	rows = command_options(false, &count);
	add_rows(out, _("Options of every command"), rows, count);
	buf_adds(
		out,
		_("\nExit codes: 0 done, 1 the content has errors, 2 wrong usage, 3 the environment failed\n"
	          "(disk, permissions, network), 130 interrupted. After 1, 3 and 130 the site is as before.\n"));
}

void
command_versions(struct buf *out)
{
	int major, minor, patch;

	git_libgit2_version(&major, &minor, &patch);
	buf_printf(out, "quartier %s\n", QUARTIER_VERSION);
	buf_printf(out,
	           "cmark-gfm %s, libgit2 %d.%d.%d, libyaml %s, utf8proc %s, xxHash %u.%u.%u, "
	           "libmicrohttpd %s\n",
	           cmark_version_string(), major, minor, patch, yaml_get_version_string(),
	           utf8proc_version(), XXH_versionNumber() / 10000, XXH_versionNumber() / 100 % 100,
	           XXH_versionNumber() % 100, MHD_get_version());
}
