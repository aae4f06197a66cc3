#include "source/git_commit.h"

#include "base/str.h"

#include <string.h>

enum { COMMIT_MOST = 1 << 20 };

/* 9999-12-30T23:59:59Z: what is said to be later has no date that can be written, in any zone. */
static const int64_t TIME_MOST = 253402214399;

/* The rest of the header's next line that begins with `key` and a space; false: it begins otherwise. */
static bool
header_line(struct str *rest, const char *key, struct str *line)
{
	size_t end = str_find(*rest, '\n'), len = strlen(key);

	if (end == rest->len || !str_starts(*rest, key) || end <= len || rest->ptr[len] != ' ')
		return false;
	*line = str_sub(*rest, len + 1, end);
	*rest = str_sub(*rest, end + 1, rest->len);
	return true;
}

static bool
read_id(git_oid *id, struct str line)
{
	return line.len == GIT_OID_HEXSZ && git_oid_fromstrn(id, line.ptr, line.len) == 0;
}

/* "Name <mail> 1700000000 +0100" */
static bool
read_time(int64_t *time, struct str line)
{
	size_t at = line.len;
	int64_t seconds = 0;

	while (at > 0 && line.ptr[at - 1] != '>')
		at--;
	if (at == 0)
		return false;
	line = str_trim(str_sub(line, at, line.len));
	for (at = 0; at < line.len && line.ptr[at] >= '0' && line.ptr[at] <= '9' && at < 15; at++)
		seconds = seconds * 10 + (line.ptr[at] - '0');
	*time = seconds < TIME_MOST ? seconds : TIME_MOST;
	return at > 0;
}

static bool
parse_commit(struct commit *commit, struct str text)
{
	struct str line;

	if (!header_line(&text, "tree", &line) || !read_id(&commit->tree, line))
		return false;
	while (header_line(&text, "parent", &line)) {
		if (commit->parents_len == COMMIT_PARENTS_MOST)
			continue;
		if (!read_id(&commit->parents[commit->parents_len++], line))
			return false;
	}
	return header_line(&text, "author", &line) && header_line(&text, "committer", &line) &&
	       read_time(&commit->time, line);
}

bool
commit_read(struct commit *commit, git_odb *odb, const git_oid *id)
{
	git_odb_object *object = NULL;
	git_object_t type;
	size_t size;
	bool sound;

	*commit = (struct commit){ .id = *id };
	if (git_odb_read_header(&size, &type, odb, id) != 0 || type != GIT_OBJECT_COMMIT ||
	    size > COMMIT_MOST || git_odb_read(&object, odb, id) != 0)
		return false;
	sound = parse_commit(
		commit, (struct str){ git_odb_object_data(object), git_odb_object_size(object) });
	git_odb_object_free(object);
	return sound;
}
