#include "command/command.h"

#include "base/i18n.h"
#include "base/str.h"

#include <string.h>

#define MEMBER(name) offsetof(struct invocation, name)

static const struct option_row every_command[] = {
	{ "lang", 0, N_("LANG"), "fr|nl|de|en", N_("language of the messages"), MEMBER(lang) },
	{ "color", 0, N_("WHEN"), "auto|always|never", N_("colour in the messages"),
	  MEMBER(color) },
	{ "quiet", 'q', NULL, NULL, N_("say nothing but problems"), MEMBER(quiet) },
	{ "verbose", 'v', NULL, NULL, N_("tell how long each step takes"), MEMBER(verbose) },
	{ "help", 'h', NULL, NULL, N_("this help"), MEMBER(help) },
	{ "version", 0, NULL, NULL, N_("the program's version and its libraries'"),
	  MEMBER(version) },
};

static const struct option_row reads_content[] = {
	{ "rev", 0, N_("REV"), NULL, N_("read this commit alone: branch, tag, id, HEAD~2"),
	  MEMBER(rev) },
	{ "theme", 0, N_("NAME|DIR"), NULL, N_("another theme than quartier.yml's"),
	  MEMBER(theme) },
	{ "base-url", 0, N_("URL"), NULL, N_("the site's address, instead of quartier.yml's"),
	  MEMBER(base_url) },
	{ "now", 0, N_("DATE[THH:MM]"), NULL, N_("the build's clock, in the site's time zone"),
	  MEMBER(now) },
	{ "jobs", 0, N_("N"), NULL, N_("threads (default: one for each core)"), MEMBER(jobs) },
	{ "strict", 0, NULL, NULL, N_("warnings count as errors"), MEMBER(strict) },
	{ "drafts", 0, NULL, NULL, N_("read the cards marked as drafts, too"), MEMBER(drafts) },
	{ "format", 0, N_("FORMAT"), "text|json|github", N_("how problems are printed"),
	  MEMBER(format) },
	{ "cache", 0, N_("DIR"), NULL, N_("folder for what takes long to make again"),
	  MEMBER(cache) },
};

static const struct option_row build_options[] = {
	{ "output", 'o', N_("SITE"), NULL, N_("the site's folder (default: site, in CONTENT)"),
	  MEMBER(output) },
	{ "precompress", 0, NULL, NULL, N_("add .gz and .br versions for web servers to send"),
	  MEMBER(precompress) },
	{ "if-due", 0, NULL, NULL, N_("only when the site is to change; for builds on a schedule"),
	  MEMBER(if_due) },
};

static const struct option_row check_options[] = {
	{ "fix", 0, NULL, NULL, N_("write corrections that are certain into the cards"),
	  MEMBER(fix) },
};

static const struct option_row serve_options[] = {
	{ "port", 0, N_("N"), NULL, N_("port on 127.0.0.1 (default: 8000; 0: any)"), MEMBER(port) },
};

static const struct option_row context_options[] = {
	{ "output", 'o', N_("FILE"), NULL, N_("write there instead of to standard output"),
	  MEMBER(output) },
};

static const struct option_row init_options[] = {
	{ "name", 0, N_("NAME"), NULL, N_("the guide's name"), MEMBER(name) },
};

static const struct option_row new_options[] = {
	{ "content", 'C', N_("CONTENT"), NULL,
	  N_("the content's folder (default: the current one)"), MEMBER(content) },
};

static const struct option_row import_options[] = {
	{ "content", 'C', N_("CONTENT"), NULL,
	  N_("the content's folder (default: the current one)"), MEMBER(content) },
	{ "dry-run", 0, NULL, NULL, N_("tell what would change, and write nothing"),
	  MEMBER(dry_run) },
};

static const struct option_row export_options[] = {
	{ "output", 'o', N_("FILE"), NULL, N_("write there instead of to standard output"),
	  MEMBER(output) },
};

static const struct option_row publish_options[] = {
	{ "branch", 0, N_("BRANCH"), NULL, N_("the site's branch (default: gh-pages)"),
	  MEMBER(branch) },
	{ "remote", 0, N_("REMOTE"), NULL, N_("push there: a remote's name, a folder, an address"),
	  MEMBER(remote) },
	{ "dry-run", 0, NULL, NULL, N_("tell what would change, and write nothing"),
	  MEMBER(dry_run) },
	{ "if-due", 0, NULL, NULL, N_("only when the site is to change; for builds on a schedule"),
	  MEMBER(if_due) },
};

static const struct option_row diff_options[] = {
	{ "content", 'C', N_("CONTENT"), NULL,
	  N_("the content's folder (default: the current one)"), MEMBER(content) },
	{ "as", 0, N_("SHAPE"), "text|markdown|json",
	  N_("what is printed: markdown is for a pull request"), MEMBER(as) },
	{ "output", 'o', N_("FILE"), NULL, N_("write there instead of to standard output"),
	  MEMBER(output) },
	{ "exit-code", 0, NULL, NULL, N_("end with 1 when anything changes"), MEMBER(exit_code) },
};

static const struct command build = {
	.name = "build",
	.operands = N_("[CONTENT]"),
	.summary = N_("turn a content repository into a site"),
	.help = N_(
		"CONTENT is a folder, a git work tree or a bare repository (default: the current folder).\n"
		"The site changes all at once: readers see the old one or the new one, never a mixture.\n"
		"When the content has errors, the site that is there stays as it is."),
	.options = build_options,
	.options_len = countof(build_options),
	.common = true,
	.needs_url = true,
	.tells_dates = true,
	.needs_site = true,
	.operands_most = 1,
	.run = build_run,
};

static const struct command check = {
	.name = "check",
	.operands = N_("[CONTENT]"),
	.summary = N_("read everything, write nothing, report every problem"),
	.help = N_(
		"Beside errors it says what visitors will stumble over: hours that are missing, or that\n"
		"say nothing about the coming public holidays.\n"
		"With --fix, hours in a spelling that was understood but is not the usual one are written\n"
		"into the cards as they should be, and the place where the map has the house of an address\n"
		"is put behind it; nothing else in the files changes."),
	.options = check_options,
	.options_len = countof(check_options),
	.common = true,
	.needs_url = true,
	.advises = true,
	.operands_most = 1,
	.run = check_run,
};

static const struct command serve = {
	.name = "serve",
	.operands = N_("[CONTENT]"),
	.summary = N_("show the site on this machine, anew whenever something is saved"),
	.help = N_(
		"The site is shown on 127.0.0.1 alone, until Ctrl-C. Save a file of the content or of its theme,\n"
		"and the pages that are open in a browser load again; where there is an error, they tell it, and\n"
		"what was good last stays. --drafts shows drafts, --now another day, --rev a branch as it moves."),
	.options = serve_options,
	.options_len = countof(serve_options),
	.common = true,
	.tells_dates = true,
	.operands_most = 1,
	.run = serve_run,
};

static const struct command context = {
	.name = "context",
	.operands = N_("[CONTENT] PAGE"),
	.summary = N_("print the JSON that a page's template receives"),
	.help = N_(
		"PAGE is the page's address in the site: / or /merchants/dumont/ or /nl/offers/."),
	.options = context_options,
	.options_len = countof(context_options),
	.common = true,
	.tells_dates = true,
	.operands_least = 1,
	.operands_most = 2,
	.run = context_run,
};

static const struct command init = {
	.name = "init",
	.operands = N_("DIR"),
	.summary = N_("make a new content repository that builds at once"),
	.help = N_(
		"DIR gets quartier.yml, three invented cards as examples, a README for editors, and what GitHub,\n"
		"GitLab and Forgejo need to check and publish it; all in the language of --lang.\n"
		"Nothing is overwritten: a DIR that is there must be empty, but for .git."),
	.options = init_options,
	.options_len = countof(init_options),
	.operands_least = 1,
	.operands_most = 1,
	.run = init_run,
};

static const struct command new_card = {
	.name = "new",
	.operands = N_("KIND NAME"),
	.summary = N_("make a card to fill in"),
	.help = N_(
		"KIND is merchant, offer, event, news, page, place or route; the file is named after NAME.\n"
		"On a terminal it asks for what the card needs, field by field. Without one it writes the card\n"
		"with every field explained in comments, as a draft. A card that is there is never overwritten."),
	.options = new_options,
	.options_len = countof(new_options),
	.common = true,
	.writes_cards = true,
	.operands_least = 2,
	.operands_most = 2,
	.run = new_run,
};

static const struct command import = {
	.name = "import",
	.operands = N_("osm FILE"),
	.summary = N_("make cards from an extract of OpenStreetMap"),
	.help = N_(
		"FILE is what openstreetmap.org's Export gives (.osm, also .osm.gz). Every shop in it becomes a\n"
		"card, or is found among the cards that are there. Run again, it brings what is new on the map;\n"
		"what a person changed, deleted or added in a card stays, and is told where the map differs.\n"
		"map/imported.tsv remembers what was read: commit it with the cards."),
	.options = import_options,
	.options_len = countof(import_options),
	.common = true,
	.writes_cards = true,
	.operands_least = 2,
	.operands_most = 2,
	.run = import_run,
};

static const struct command export = {
	.name = "export",
	.operands = N_("FORMAT [CONTENT]"),
	.summary = N_("write what the cards know for others to use"),
	.help = N_(
		"osm: what the cards know better than the map, as a file of changes (OsmChange) to look through\n"
		"and upload with an editor such as JOSM. It changes objects, and never deletes one.\n"
		"json-schema: the fields that cards have, for editors that complete and check YAML."),
	.options = export_options,
	.options_len = countof(export_options),
	.common = true,
	.operands_least = 1,
	.operands_most = 2,
	.run = export_run,
};

static const struct command publish = {
	.name = "publish",
	.operands = N_("[CONTENT]"),
	.summary = N_("commit the built site to a branch, and push it"),
	.help = N_(
		"For services that serve a branch, such as GitHub Pages. CONTENT is a git work tree or a bare\n"
		"repository; its files, its index and its own branches stay as they are. The same site makes no\n"
		"new commit, and nothing is ever forced. Without --remote, nothing leaves this machine. A token\n"
		"for https comes from the environment: QUARTIER_TOKEN, else what GitHub's and GitLab's CI set."),
	.options = publish_options,
	.options_len = countof(publish_options),
	.common = true,
	.needs_url = true,
	.tells_dates = true,
	.operands_most = 1,
	.run = publish_run,
};

static const struct command diff = {
	.name = "diff",
	.operands = N_("[REV [REV]]"),
	.summary = N_("tell what changes for residents between two commits"),
	.help = N_(
		"In words: merchants that come and go, what changes on their cards, and the pages that appear,\n"
		"disappear and change. With one REV, from that commit to the files as they are; with none, from\n"
		"HEAD. REV..REV is understood as well, and REV...REV, from where the second left the first.\n"
		"--as gives the result its shape, since --format is, as everywhere, how problems are printed.\n"
		"Nothing is written, and nothing is checked out. Both see the same clock."),
	.options = diff_options,
	.options_len = countof(diff_options),
	.common = true,
	.operands_most = 2,
	.run = diff_run,
};

static const struct command completion = {
	.name = "completion",
	.operands = N_("SHELL"),
	.summary = N_("print the completions for a shell: bash, zsh or fish"),
	.operands_least = 1,
	.operands_most = 1,
	.run = completion_run,
};

const struct command *const command_table[] = { &build,    &check,   &serve,     &init,
	                                        &new_card, &import,  &export,    &publish,
	                                        &diff,     &context, &completion };
const size_t command_table_len = countof(command_table);

const struct command *
command_find(const char *name)
{
	for (size_t i = 0; i < command_table_len; i++)
		if (strcmp(command_table[i]->name, name) == 0)
			return command_table[i];
	return NULL;
}

const struct option_row *
command_options(bool common, size_t *count)
{
	*count = common ? countof(reads_content) : countof(every_command);
	return common ? reads_content : every_command;
}
