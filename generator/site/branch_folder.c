#include "site/branch_folder.h"

#include "base/diag.h"
#include "base/i18n.h"
#include "source/git_library.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static int
open_there(git_repository **repository, const char *folder, struct diag *diag)
{
	if (git_repository_open_ext(repository, folder, GIT_REPOSITORY_OPEN_NO_SEARCH, NULL) == 0)
		return 0;
	diag_environment(diag, _("%s: there is no git repository: %s"), folder,
	                 git_library_reason());
	return -1;
}

int
branch_folder_ask(const char *folder, const char *reference, bool *has, git_oid *tip,
                  struct diag *diag)
{
	git_repository *there = NULL;
	int rc;

	if (open_there(&there, folder, diag) != 0)
		return -1;
	rc = git_reference_name_to_id(tip, there, reference);
	*has = rc == 0;
	git_repository_free(there);
	if (rc == 0 || rc == GIT_ENOTFOUND)
		return 0;
	diag_environment(diag, _("%s: its branch cannot be read: %s"), folder,
	                 git_library_reason());
	return -1;
}

/* Both know together how far it has come. */
struct sending {
	git_odb_writepack *pack;
	git_indexer_progress progress;
};

static int
append(void *bytes, size_t len, void *context)
{
	struct sending *sending = context;

	return sending->pack->append(sending->pack, bytes, len, &sending->progress);
}

static int
write_pack(git_odb *odb, git_packbuilder *builder)
{
	struct sending sending = { 0 };
	int rc = git_odb_write_pack(&sending.pack, odb, NULL, NULL);

	if (rc == 0)
		rc = git_packbuilder_foreach(builder, append, &sending);
	if (rc == 0)
		rc = sending.pack->commit(sending.pack, &sending.progress);
	if (sending.pack)
		sending.pack->free(sending.pack);
	return rc;
}

/* All that `tip` has and `there` has not. */
static int
send_objects(git_repository *to, git_repository *from, const git_oid *tip, const git_oid *there)
{
	git_packbuilder *builder = NULL;
	git_revwalk *walk = NULL;
	git_odb *odb = NULL;
	int rc = git_repository_odb(&odb, to);

	if (rc == 0)
		rc = git_revwalk_new(&walk, from);
	if (rc == 0)
		rc = git_revwalk_push(walk, tip);
	if (rc == 0 && there)
		rc = git_revwalk_hide(walk, there);
	if (rc == 0)
		rc = git_packbuilder_new(&builder, from);
	if (rc == 0) {
		git_packbuilder_set_threads(builder, 0);
		rc = git_packbuilder_insert_walk(builder, walk);
	}
	if (rc == 0 && git_packbuilder_object_count(builder) > 0)
		rc = write_pack(odb, builder);
	git_packbuilder_free(builder);
	git_revwalk_free(walk);
	git_odb_free(odb);
	return rc;
}

/* Whether people work on the branch there: its files would stay behind. */
static bool
is_checked_out(git_repository *there, const char *reference)
{
	git_reference *head = NULL;
	bool is = !git_repository_is_bare(there) &&
	          git_reference_lookup(&head, there, "HEAD") == 0 &&
	          git_reference_type(head) == GIT_REFERENCE_SYMBOLIC &&
	          strcmp(git_reference_symbolic_target(head), reference) == 0;

	git_reference_free(head);
	return is;
}

static int
sync_objects(git_repository *there)
{
	int fd = open(git_repository_commondir(there), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int rc = fd >= 0 ? syncfs(fd) : -1;

	if (fd >= 0)
		close(fd);
	return rc;
}

static int
push(git_repository *to, git_repository *from, const char *name, const git_oid *tip,
     const git_oid *there)
{
	git_reference *reference = NULL;
	int rc = send_objects(to, from, tip, there);

	if (rc == 0)
		rc = sync_objects(to);
	if (rc == 0)
		rc = git_reference_create_matching(&reference, to, name, tip, there != NULL, there,
		                                   "quartier publish");
	git_reference_free(reference);
	return rc;
}

enum branch_folder_result
branch_folder_push(const char *folder, git_repository *from, const char *reference,
                   const git_oid *tip, const git_oid *there, struct diag *diag)
{
	git_repository *to = NULL;
	int rc;

	if (open_there(&to, folder, diag) != 0)
		return BRANCH_FOLDER_FAILED;
	if (is_checked_out(to, reference)) {
		diag_environment(
			diag, _("%s: the branch is checked out there: its files would stay behind"),
			folder);
		git_repository_free(to);
		return BRANCH_FOLDER_FAILED;
	}
	rc = push(to, from, reference, tip, there);
	git_repository_free(to);
	if (rc == GIT_EMODIFIED || rc == GIT_EEXISTS || rc == GIT_ENOTFOUND || rc == GIT_ELOCKED)
		return BRANCH_FOLDER_MOVED;
	if (rc == 0)
		return BRANCH_FOLDER_DONE;
	diag_environment(diag, _("%s: the push failed: %s"), folder, git_library_reason());
	return BRANCH_FOLDER_FAILED;
}
