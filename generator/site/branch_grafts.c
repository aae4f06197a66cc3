#include "site/branch_grafts.h"

#include "base/buf.h"
#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"

#include <fcntl.h>
#include <git2/sys/odb_backend.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SHALLOW_BYTES = 4 * 1024 * 1024 };

struct grafts {
	git_odb_backend backend; /* first: libgit2 knows no more of it */
	git_odb *odb;            /* borrowed */
	git_oid *ids;            /* sorted */
	size_t len;
};

static int
by_id(const void *a, const void *b)
{
	return git_oid_cmp(a, b);
}

/* The lines of a commit's beginning that name its parents: "tree …\nparent …\nparent …\nauthor …". */
static struct str
parents_in(struct str commit)
{
	size_t from = str_find(commit, '\n'), to;

	from += from < commit.len;
	for (to = from; str_starts(str_sub(commit, to, commit.len), "parent ");)
		to += str_find(str_sub(commit, to, commit.len), '\n') + 1;
	return str_sub(commit, from, to);
}

static int
read_object(void **data, size_t *len, git_object_t *type, git_odb_backend *backend,
            const git_oid *id)
{
	const struct grafts *g = (const struct grafts *)backend;
	git_odb_object *object = NULL;
	struct str bytes, parents = { 0 };
	int rc = git_odb_read(&object, g->odb, id);
	char *copy;

	if (rc != 0)
		return rc;
	bytes = (struct str){ git_odb_object_data(object), git_odb_object_size(object) };
	*type = git_odb_object_type(object);
	if (*type == GIT_OBJECT_COMMIT && bsearch(id, g->ids, g->len, sizeof *g->ids, by_id))
		parents = parents_in(bytes);
	*len = bytes.len - parents.len;
	copy = git_odb_backend_data_alloc(backend, *len + 1);
	if (copy && parents.len > 0) {
		size_t before = (size_t)(parents.ptr - bytes.ptr);

		memcpy(copy, bytes.ptr, before);
		memcpy(copy + before, parents.ptr + parents.len, *len - before);
	} else if (copy && *len > 0) {
		memcpy(copy, bytes.ptr, *len);
	}
	git_odb_object_free(object);
	*data = copy;
	return copy ? 0 : -1;
}

static int
read_header(size_t *len, git_object_t *type, git_odb_backend *backend, const git_oid *id)
{
	return git_odb_read_header(len, type, ((struct grafts *)backend)->odb, id);
}

static int
exists(git_odb_backend *backend, const git_oid *id)
{
	return git_odb_exists_ext(((struct grafts *)backend)->odb, id, GIT_ODB_LOOKUP_NO_REFRESH);
}

static int
refresh(git_odb_backend *backend)
{
	return git_odb_refresh(((struct grafts *)backend)->odb);
}

static int
write_pack(git_odb_writepack **out, git_odb_backend *backend, git_odb *odb,
           git_indexer_progress_cb progress, void *payload)
{
	(void)odb;
	return git_odb_write_pack(out, ((struct grafts *)backend)->odb, progress, payload);
}

static void
release(git_odb_backend *backend)
{
	struct grafts *g = (struct grafts *)backend;

	free(g->ids);
	free(g);
}

/* A line an id. */
static void
read_ids(struct grafts *g, struct str text)
{
	struct str line;

	g->ids = mem_alloc(size_mul(text.len / GIT_OID_HEXSZ + 1, sizeof *g->ids));
	while (str_split(&text, '\n', &line))
		if (line.len == GIT_OID_HEXSZ &&
		    git_oid_fromstrn(&g->ids[g->len], line.ptr, line.len) == 0)
			g->len++;
	if (g->len > 0)
		qsort(g->ids, g->len, sizeof *g->ids, by_id);
}

static void
read_shallow(struct buf *out, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat st;

	if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
		(void)file_read_fd(out,
		                   fd); /* what cannot be read is missed later, and told then */
	if (fd >= 0)
		close(fd);
}

static struct grafts *
grafts_new(git_odb *odb, struct str text)
{
	struct grafts *g = mem_alloc(sizeof *g);

	git_odb_init_backend(&g->backend, GIT_ODB_BACKEND_VERSION);
	g->backend.read = read_object;
	g->backend.read_header = read_header;
	g->backend.exists = exists;
	g->backend.refresh = refresh;
	g->backend.writepack = write_pack;
	g->backend.free = release;
	g->odb = odb;
	read_ids(g, text);
	return g;
}

int
branch_grafts_open(git_odb **grafted, git_odb *odb, const char *shallow)
{
	struct buf text = { .max = SHALLOW_BYTES };
	struct grafts *grafts = NULL;
	int rc = 0;

	*grafted = NULL;
	read_shallow(&text, shallow);
	if (text.len > 0)
		grafts = grafts_new(odb, buf_str(&text));
	buf_release(&text);
	if (!grafts)
		return 0;
	rc = git_odb_new(grafted);
	if (rc == 0)
		rc = git_odb_add_backend(*grafted, &grafts->backend, 1);
	if (rc == 0)
		return 0;
	git_odb_free(*grafted);
	*grafted = NULL;
	release(&grafts->backend);
	return rc;
}
