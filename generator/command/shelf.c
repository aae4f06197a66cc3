#include "command/shelf.h"

#include "base/arena.h"
#include "base/beneath.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/table.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct thing {
	struct str path; /* NUL-terminated */
	size_t size;
	struct hash hash;
	unsigned build; /* the last one that has it; 0: it is not there */
	struct thing *next;
};

struct shelf {
	pthread_mutex_t lock;
	char *path;
	int folder;
	struct arena *arena;
	struct table table;
	struct thing *things;
	unsigned build;
};

int
shelf_new(struct shelf **shelf, struct diag *diag)
{
	const char *temporary = getenv("TMPDIR");
	struct shelf *new = mem_alloc(sizeof *new);
	struct buf path = { 0 };

	buf_printf(&path, "%s/quartier-XXXXXX", temporary && temporary[0] ? temporary : "/tmp");
	if (!mkdtemp(path.ptr)) {
		diag_errno(diag, path.ptr, _("cannot make a folder for the site"));
		buf_release(&path);
		free(new);
		return -1;
	}
	new->path = path.ptr;
	new->folder = open(path.ptr, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	new->arena = arena_new();
	pthread_mutex_init(&new->lock, NULL);
	*shelf = new;
	return 0;
}

void
shelf_free(struct shelf *shelf)
{
	if (!shelf)
		return;
	if (shelf->folder >= 0)
		close(shelf->folder);
	if (file_remove_tree(AT_FDCWD, shelf->path) != 0)
		fprintf(stderr, _("quartier: warning: %s could not be taken away\n"), shelf->path);
	pthread_mutex_destroy(&shelf->lock);
	arena_free(shelf->arena);
	free(shelf->path);
	free(shelf);
}

/* Locked. */
static struct thing *
thing_at(struct shelf *shelf, struct str path)
{
	struct thing *thing = table_get(&shelf->table, path);

	if (thing)
		return thing;
	thing = arena_alloc(shelf->arena, sizeof *thing);
	thing->path = arena_str(shelf->arena, path);
	thing->next = shelf->things;
	shelf->things = thing;
	table_put(&shelf->table, shelf->arena, thing->path, thing);
	return thing;
}

/* A new file in place of what may be there; the folders above it are made. -1 with errno. */
static int
make_file(const struct shelf *shelf, const char *path)
{
	const int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
	const char *slash = strrchr(path, '/');
	struct buf above = { 0 };
	int fd;

	unlinkat(shelf->folder, path, 0); /* somebody may be reading the old one */
	fd = openat(shelf->folder, path, flags, 0600);
	if (fd >= 0 || errno != ENOENT || !slash)
		return fd;
	buf_printf(&above, "%s/%.*s", shelf->path, (int)(slash - path), path);
	(void)file_make_folders(above.ptr, 0700); /* failing, the next call does */
	fd = openat(shelf->folder, path, flags, 0600);
	buf_release(&above);
	return fd;
}

/* `build` 0: it is not there after all. */
static void
count(struct shelf *shelf, struct str path, struct str bytes, unsigned build)
{
	struct hash hash = hash_of(bytes);
	struct thing *thing;

	pthread_mutex_lock(&shelf->lock);
	thing = thing_at(shelf, path);
	thing->size = bytes.len;
	thing->hash = hash;
	thing->build = build;
	pthread_mutex_unlock(&shelf->lock);
}

static int
put(void *context, struct str path, struct str bytes, struct diag *diag)
{
	struct shelf *shelf = context;
	struct buf name = { 0 };
	int fd, rc = -1;

	buf_add(&name, path);
	fd = make_file(shelf, name.ptr);
	if (fd >= 0)
		rc = file_write_all(fd, bytes);
	if (rc != 0)
		diag_errno(diag, shelf->path, _("cannot write"));
	if (fd >= 0)
		close(fd);
	buf_release(&name);
	count(shelf, path, bytes, rc == 0 ? shelf->build : 0);
	return rc;
}

/* `hash` NULL: whatever its bytes. */
static bool
take_over(struct shelf *shelf, struct str path, size_t size, const struct hash *hash)
{
	struct thing *thing;
	bool there;

	pthread_mutex_lock(&shelf->lock);
	thing = table_get(&shelf->table, path);
	there = thing && thing->build > 0 &&
	        (!hash || (thing->size == size && hash_eq(thing->hash, *hash)));
	if (there)
		thing->build = shelf->build;
	pthread_mutex_unlock(&shelf->lock);
	return there;
}

static bool
keep(void *context, struct str path, size_t size, struct hash hash)
{
	return take_over(context, path, size, &hash);
}

static bool
has(void *context, struct str path)
{
	return take_over(context, path, 0, NULL);
}

struct target
shelf_target(struct shelf *shelf)
{
	shelf->build++;
	return shelf_more(shelf);
}

struct target
shelf_more(struct shelf *shelf)
{
	return (struct target){ .put = put, .keep = keep, .has = has, .context = shelf };
}

void
shelf_sweep(struct shelf *shelf)
{
	for (struct thing *thing = shelf->things; thing; thing = thing->next)
		if (thing->build > 0 && thing->build != shelf->build) {
			unlinkat(shelf->folder, thing->path.ptr, 0);
			thing->build = 0;
		}
}

int
shelf_open(const struct shelf *shelf, const char *path)
{
	return beneath_open(shelf->folder, path, O_RDONLY);
}
