#ifndef COMMAND_PROJECT_H
#define COMMAND_PROJECT_H
/*
 * project: a content repository taken through the house as far as a command needs it: opened,
 * read, linked, dressed in its theme, and built.
 *
 * Errors  every step reports into `diag`; the next one goes on with what is sound, so that one run tells
 *         everything. project_report prints it and gives the exit code.
 */
#include "base/str.h"
#include "card/cards.h"
#include "command/command.h"
#include "guide/guide.h"
#include "site/transaction.h"
#include "theme/theme.h"

struct album;
struct map;
struct diag;
struct history;
struct source;
struct target;

struct project {
	const struct invocation *invocation;
	const char *path; /* CONTENT */
	unsigned jobs;
	struct str base_url; /* ends in /; empty where the content gives none */
	struct arena *arena;
	struct diag *diag;
	struct source *source;
	struct cards cards;
	struct guide guide;
	struct theme theme;
	struct map *map; /* command/maps.h; NULL: none */
	struct str
		map_key; /* of what it was read from, when nothing was to be said of that; empty */
	struct history *history; /* command/dates.h; NULL: nobody asked */
	struct album *album;     /* command/pictures.h */
	size_t warnings, notes;  /* printed so far */
	double began;            /* seconds on the monotonic clock */
	bool silent; /* reports stay in `diag`: project_report says what they mean, and prints nothing */
	bool read;                    /* all that is sound in the content is in `guide` */
	bool dressed;                 /* and the theme can be worn */
	const struct project *before; /* while it is opened: what can be taken over from; NULL */
};

struct project_built {
	size_t pages;
	struct transaction_result files;
};

/* Opens, reads and links the content at `path`, and loads the theme. EXIT_DONE when nothing stands in the
 * way of a build; project_close in every case. */
enum exit_code
project_open(struct project *project, const struct invocation *invocation, const char *path);
/* The same, silent, so that what is sound can be shown whatever is wrong with the rest. `before`: the same content,
 * as it was opened before, from which what takes long and has not changed is taken over; NULL. */
enum exit_code project_open_again(struct project *project, const struct invocation *invocation,
                                  const char *path, const struct project *before);
/* Opens the content, reads quartier.yml and lists the files, for a command that writes a card whatever the others
 * say. */
enum exit_code
project_open_config(struct project *project, const struct invocation *invocation, const char *path);
/* Opens the content and reads its cards, for commands that make no site: EXIT_DONE when they have no errors. */
enum exit_code
project_open_cards(struct project *project, const struct invocation *invocation, const char *path);
void project_close(struct project *project);

/* Prints what was reported since the last time; what that means for the exit code. */
enum exit_code project_report(struct project *project);

/* Says on standard output what the content's errors (EXIT_CONTENT) mean for the site. */
void project_say_refused(const struct project *project);

/* Builds the site in the folder `site`, at once or not at all. */
enum exit_code
project_build(struct project *project, const char *site, struct project_built *built);
/* Makes all files of the site but its marker and puts them into `target`; how many pages they are. EXIT_DONE
 * when nothing was reported that stands in the way of taking them for the site. */
enum exit_code project_make(struct project *project, const struct target *target, size_t *pages);
/* What the site's marker (site/marker.h) says, as long as the project is open. */
struct str project_marker(const struct project *project);

/* The base URL as it must be: http or https, a host, perhaps a path, no query; with / at its end.
 * Empty when it is not. */
struct str project_base_url(struct arena *arena, struct str url);

/* The moment at which a rebuild would next differ, ISO 8601 with offset; empty: never. */
struct str project_next(const struct project *project, struct arena *arena);
#endif
