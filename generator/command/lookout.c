#include "command/lookout.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/mem.h"
#include "command/edition.h"
#include "site/watch.h"
#include "source/source.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PLACES_MOST = 6 };

struct lookout {
	struct watch *watch;
	const struct invocation *invocation;
	const char *path;
	bool of_commit; /* a commit is read */
	size_t git;     /* places, the first ones, that say which */
	struct buf
		state; /* source_state of the one that was read last; empty: it could not be read */
	bool unsure;   /* it may have changed before it was watched */
};

/* The places of one edition; what they name is in the arena or belongs to the edition. */
struct places {
	struct arena *arena;
	struct watch_place items[PLACES_MOST];
	size_t len;
};

/* What editors put beside a file while they save it; names that begin with . or _ are none of content's. */
static bool
content_minds(const char *name)
{
	struct str s = str(name);

	return !str_starts(s, ".") && !str_starts(s, "_") && !str_ends(s, "~") &&
	       !str_is(s, "4913") && !(str_starts(s, "#") && str_ends(s, "#")) &&
	       !str_ends(s, "___");
}

static bool
head_minds(const char *name)
{
	return strcmp(name, "HEAD") == 0 || strcmp(name, "packed-refs") == 0;
}

static bool
refs_mind(const char *name)
{
	return !str_ends(str(name), ".lock");
}

static void
add(struct places *places, struct watch_place place)
{
	for (size_t i = 0; i < places->len; i++)
		if (strcmp(places->items[i].path, place.path) == 0)
			return;
	places->items[places->len++] = place;
}

static void
add_content(struct places *places, const char *folder)
{
	add(places, (struct watch_place){ folder, true, content_minds, SOURCE_SITE_MARKER });
}

/* Its branches lie in refs, in packed-refs, or in reftable. */
static void
add_git(struct places *places, const char *own, const char *shared)
{
	static const char *const folders[] = { "refs", "reftable" };

	add(places, (struct watch_place){ own, false, head_minds, NULL });
	add(places, (struct watch_place){ shared, false, head_minds, NULL });
	for (size_t i = 0; i < countof(folders); i++) {
		const char *folder = arena_printf(places->arena, "%s/%s", shared, folders[i]).ptr;

		if (access(folder, F_OK) == 0)
			add(places, (struct watch_place){ folder, true, refs_mind, NULL });
	}
}

struct lookout *
lookout_new(const struct invocation *invocation, const char *path)
{
	struct lookout *lookout = mem_alloc(sizeof *lookout);
	struct places places = { .arena = arena_new() };
	lookout->watch = watch_new();
	lookout->invocation = invocation;
	lookout->path = path ? path : ".";
	if (!invocation->rev &&
	    access(arena_printf(places.arena, "%s/quartier.yml", lookout->path).ptr, F_OK) == 0)
		add_content(&places, lookout->path);
	watch_places(lookout->watch, places.items, places.len, NULL);
	arena_free(places.arena);
	return lookout;
}

void
lookout_free(struct lookout *lookout)
{
	if (!lookout)
		return;
	watch_free(lookout->watch);
	buf_release(&lookout->state);
	free(lookout);
}

void
lookout_follow(struct lookout *lookout, const struct edition *edition, struct diag *diag)
{
	const struct project *project = &edition->project;
	const struct source *source = project->source, *theme = project->theme.source;
	struct places places = { .arena = arena_new() };
	const char *own, *shared;

	buf_clear(&lookout->state);
	if (source) {
		buf_add(&lookout->state, source_state(source, places.arena));
		lookout->of_commit = source_git_folders(source, &own, &shared);
		if (lookout->of_commit)
			add_git(&places, own, shared);
		else
			add_content(&places, source_folder(source));
		lookout->git = lookout->of_commit ? places.len : 0;
		if (theme && source_is_folder(theme))
			add_content(&places, source_folder(theme));
		/* What cannot be opened is looked after where it was. */
		lookout->unsure |= watch_places(lookout->watch, places.items, places.len, diag) &&
		                   lookout->of_commit;
	}
	arena_free(places.arena);
}

/* Whether the revision names another commit than the one that was read. */
static bool
has_moved(const struct lookout *lookout)
{
	const struct source_options options = { .path = lookout->path,
		                                .rev = lookout->invocation->rev };
	struct arena *arena = arena_new();
	struct diag *diag = diag_new();
	struct source *source;
	struct str state = { 0 };
	bool moved;

	if (source_open(&source, &options, diag) == SOURCE_OK)
		state = source_state(source, arena);
	moved = !str_eq(state, buf_str(&lookout->state));
	source_free(source);
	diag_free(diag);
	arena_free(arena);
	return moved;
}

/* What changed is only where branches are, and the one that is read is where it was. */
static bool
is_elsewhere(const struct lookout *lookout)
{
	size_t place = lookout->git;

	while (place < PLACES_MOST && !watch_touched(lookout->watch, place))
		place++;
	return lookout->of_commit && place == PLACES_MOST && !has_moved(lookout);
}

enum lookout_result
lookout_wait(struct lookout *lookout, int milliseconds, const sigset_t *mask)
{
	enum watch_result result = WATCH_CHANGED;

	if (!lookout->unsure)
		result = watch_wait(lookout->watch, milliseconds, mask);
	lookout->unsure = false;
	if (result == WATCH_INTERRUPTED)
		return LOOKOUT_INTERRUPTED;
	if (result == WATCH_QUIET || is_elsewhere(lookout))
		return LOOKOUT_QUIET;
	return LOOKOUT_CHANGED;
}

bool
lookout_stirs(const struct lookout *lookout)
{
	return lookout->unsure || watch_stirs(lookout->watch);
}
