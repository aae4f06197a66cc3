#include "source/git_compare.h"

#include "base/diag.h"
#include "base/i18n.h"
#include "source/git_library.h"
#include "source/git_parts.h"

static void
write_name(char name[GIT_NAME + 1], const git_oid *id)
{
	git_oid_fmt(name, id);
	name[GIT_NAME] = '\0';
}

void
git_content_commit(const struct git_content *content, char name[GIT_NAME + 1])
{
	name[0] = '\0';
	if (!git_oid_is_zero(&content->commit))
		write_name(name, &content->commit);
}

/* Whether that is why it failed: in a shallow clone, commits have parents that are not there. */
static bool
lacks_object(void)
{
	const git_error *error = git_error_last();

	return error && error->klass == GIT_ERROR_ODB;
}

int
git_content_base(const struct git_content *a, const struct git_content *b, char name[GIT_NAME + 1],
                 struct diag *diag)
{
	git_oid base;
	int rc;

	if (git_oid_is_zero(&a->commit) || git_oid_is_zero(&b->commit))
		return 1;
	rc = git_merge_base(&base, a->repository, &a->commit, &b->commit);
	if (rc == GIT_ENOTFOUND || (rc != 0 && lacks_object()))
		return 1;
	if (rc != 0) {
		diag_environment(diag, _("the git repository cannot be read: %s"),
		                 git_library_reason());
		return -1;
	}
	write_name(name, &base);
	return 0;
}

void
git_blob_name(struct str bytes, char name[GIT_NAME + 1])
{
	git_oid id;

	name[0] = '\0';
	if (git_odb_hash(&id, bytes.len ? bytes.ptr : "", bytes.len, GIT_OBJECT_BLOB) == 0)
		write_name(name, &id);
}
