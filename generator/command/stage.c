#include "command/stage.h"

#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "command/edition.h"
#include "command/shelf.h"
#include "emit/emission.h"
#include "site/preview.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

struct stage {
	pthread_mutex_t lock;
	const struct shelf *shelf;
	struct edition *shown; /* NULL: none yet, or none at all */
	bool failed;
	char run[EDITION_NAME - 16]; /* what the names of this run begin with */
	unsigned editions;
};

struct stage *
stage_new(const struct shelf *shelf)
{
	struct stage *stage = mem_alloc(sizeof *stage);
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	stage->shelf = shelf;
	snprintf(stage->run, sizeof stage->run, "%llx%06lx",
	         (unsigned long long)now.tv_sec & 0xffffffffff, (unsigned long)now.tv_nsec >> 8);
	pthread_mutex_init(&stage->lock, NULL);
	return stage;
}

void
stage_free(struct stage *stage)
{
	if (!stage)
		return;
	edition_release(stage->shown);
	pthread_mutex_destroy(&stage->lock);
	free(stage);
}

void
stage_name(struct stage *stage, struct edition *edition)
{
	snprintf(edition->name, sizeof edition->name, "%s-%u", stage->run, ++stage->editions);
}

struct edition *
stage_show(struct stage *stage, struct edition *edition)
{
	struct edition *before;

	edition_hold(edition);
	pthread_mutex_lock(&stage->lock);
	before = stage->shown;
	stage->shown = edition;
	pthread_mutex_unlock(&stage->lock);
	return before;
}

void
stage_fail(struct stage *stage)
{
	pthread_mutex_lock(&stage->lock);
	stage->failed = true;
	pthread_mutex_unlock(&stage->lock);
}

static void
name_shown(const struct stage *stage, char *name, size_t room)
{
	if (stage->shown)
		snprintf(name, room, "%s", stage->shown->name);
	else
		snprintf(name, room, "%s-0", stage->run);
}

void
stage_shown(struct stage *stage, char *name, size_t room)
{
	pthread_mutex_lock(&stage->lock);
	name_shown(stage, name, room);
	pthread_mutex_unlock(&stage->lock);
}

/* When there is no edition: each page is one that waits for it. */
static enum server_found
open_nothing(struct stage *stage, struct str path, struct server_file *file)
{
	char name[EDITION_NAME];
	bool failed;

	if (!str_ends(path, ".html"))
		return SERVER_NOTHING;
	pthread_mutex_lock(&stage->lock);
	name_shown(stage, name, sizeof name);
	failed = stage->failed;
	pthread_mutex_unlock(&stage->lock);
	if (failed)
		preview_page(&file->bytes, i18n_code(), str(_("There is nothing to see yet")),
		             str(_("The guide has errors that leave no page. Mend them and save: "
		                   "the guide then comes by itself.")),
		             str(name));
	else
		preview_page(&file->bytes, i18n_code(), str(_("One moment")),
		             str(_("The guide is being built. It then comes by itself.")),
		             str(name));
	return SERVER_FAILED;
}

static void
write_failure(struct buf *out, const struct edition *edition)
{
	preview_page(out, i18n_code(), str(_("This page could not be made")),
	             str(_("\"quartier build\" tells why.")), str(edition->name));
}

static enum server_found
open_shelved(const struct stage *stage, const struct edition *edition, struct str path,
             struct server_file *file)
{
	struct buf index = { 0 };
	enum server_found found;

	buf_printf(&index, "%.*s/index.html", STR_ARG(path));
	if (emission_has(edition->emission, buf_str(&index)))
		found = SERVER_FOLDER;
	else
		found = (file->fd = shelf_open(stage->shelf, path.ptr)) >= 0 ? SERVER_FILE
		                                                             : SERVER_NOTHING;
	buf_release(&index);
	return found;
}

static enum server_found
open_in(const struct stage *stage, const struct edition *edition, struct str path,
        struct server_file *file)
{
	struct diag *diag;
	int rc;

	if (str_is(path, "sw.js")) {
		buf_adds(&file->bytes, preview_worker);
		return SERVER_FILE;
	}
	diag = diag_new();
	rc = emission_write(edition->emission, path, &file->bytes, diag);
	diag_free(diag);
	if (rc > 0)
		return open_shelved(stage, edition, path, file);
	if (rc < 0) {
		buf_clear(&file->bytes);
		write_failure(&file->bytes, edition);
		return SERVER_FAILED;
	}
	if (str_ends(path, ".html"))
		preview_mark(&file->bytes, 0, str(edition->name));
	return SERVER_FILE;
}

enum server_found
stage_open(void *context, const char *path, struct server_file *file)
{
	struct stage *stage = context;
	struct edition *edition;
	enum server_found found;

	pthread_mutex_lock(&stage->lock);
	edition = stage->shown ? edition_hold(stage->shown) : NULL;
	pthread_mutex_unlock(&stage->lock);
	if (!edition)
		return open_nothing(stage, str(path), file);
	found = open_in(stage, edition, str(path), file);
	edition_release(edition);
	return found;
}
