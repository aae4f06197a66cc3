#include "site/branch_remote.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "site/branch_address.h"
#include "site/branch_folder.h"
#include "site/branch_grafts.h"
#include "site/branch_parts.h"
#include "source/git_library.h"

#include <errno.h>
#include <fcntl.h>
#include <git2/sys/repository.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct branch_remote {
	const struct branch *branch;
	struct branch_address address;
	struct git_links
		envoy; /* a temporary folder, for a repository that has this branch alone */
	git_repository *repository;
	git_odb *odb; /* with grafts; NULL: the branch's own */
	git_remote *remote;
	unsigned asked;      /* for credentials, since the last connection */
	bool lacking;        /* and had none to give */
	const char *refused; /* what the server said against the push */
};

/* --- Opening ------------------------------------------------------------------------------------ */

/* The remote, its helper, would walk through all that the repository has: branches of content with a past that a shallow
 * clone does not have among them. */
static int
make_envoy(struct branch_remote *remote)
{
	static const char *const folders[] = { "objects", "objects/pack", "refs", "refs/heads" };
	struct buf path = { 0 };
	int rc = git_links_start(&remote->envoy), fd;

	for (size_t i = 0; rc == 0 && i < countof(folders); i++) {
		buf_clear(&path);
		buf_printf(&path, "%s/%s", remote->envoy.folder, folders[i]);
		rc = mkdir(path.ptr, 0700);
	}
	if (rc == 0) {
		buf_clear(&path);
		buf_printf(&path, "%s/HEAD", remote->envoy.folder);
		fd = open(path.ptr, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
		rc = fd < 0 ? -1 : file_write_all(fd, STR("ref: refs/heads/none\n"));
		if (fd >= 0)
			close(fd);
	}
	buf_release(&path);
	return rc;
}

static int
open_envoy(struct branch_remote *remote)
{
	const struct branch *branch = remote->branch;
	struct buf shallow = { 0 };
	git_config *config = NULL;
	int rc = git_repository_open_bare(&remote->repository, remote->envoy.folder);

	buf_printf(&shallow, "%s/shallow", branch->links.folder);
	if (rc == 0)
		rc = git_config_new(&config);
	if (rc == 0)
		rc = git_repository_set_config(remote->repository, config);
	if (rc == 0)
		rc = branch_grafts_open(&remote->odb, branch->odb, shallow.ptr);
	if (rc == 0)
		rc = git_repository_set_odb(remote->repository,
		                            remote->odb ? remote->odb : branch->odb);
	if (rc == 0)
		rc = git_remote_create_anonymous(&remote->remote, remote->repository,
		                                 remote->address.url);
	git_config_free(config);
	buf_release(&shallow);
	return rc;
}

/* What relative addresses in the configuration start from: the work tree, or the bare repository. */
static const char *
folder_above(const struct branch *branch)
{
	size_t len = strlen(branch->folder);

	if (!str_ends(str(branch->folder), "/.git"))
		return branch->folder;
	return arena_cstr(branch->arena, (struct str){ branch->folder, len - strlen("/.git") });
}

static int
report(const struct branch_remote *remote, const char *what, struct diag *diag)
{
	const struct branch_address *address = &remote->address;
	struct arena *arena = remote->branch->arena;
	const char *why = branch_address_redact(address, arena, git_library_reason());

	diag_environment(diag, "%s: %s: %s", address->shown, what, why);
	return -1;
}

enum branch_result
branch_remote_open(struct branch_remote **remote, const struct branch *branch, const char *name,
                   struct diag *diag)
{
	struct branch_remote *r = mem_alloc(sizeof *r);
	const char *configuration =
		arena_printf(branch->arena, "%s/" GIT_LINKS_CONFIG, branch->links.folder).ptr;
	enum branch_result result = branch_address_find(&r->address, branch->arena, name,
	                                                configuration, folder_above(branch), diag);

	*remote = r;
	r->branch = branch;
	if (result != BRANCH_OK)
		return result;
	if (make_envoy(r) != 0) {
		diag_environment(diag, _("cannot make a temporary folder (TMPDIR): %s"),
		                 strerror(errno));
		return BRANCH_FAILED;
	}
	if (open_envoy(r) == 0)
		return BRANCH_OK;
	report(r, _("cannot be reached"), diag);
	return BRANCH_FAILED;
}

void
branch_remote_free(struct branch_remote *remote)
{
	if (!remote)
		return;
	git_remote_free(remote->remote);
	git_repository_free(remote->repository);
	git_odb_free(remote->odb);
	git_links_remove(&remote->envoy);
	free(remote);
}

const char *
branch_remote_address(const struct branch_remote *remote)
{
	return remote->address.shown;
}

/* --- Who we are --------------------------------------------------------------------------------- */

/* Asked again when what was given is refused: what has been tried is not tried twice. */
static int
give_credential(git_credential **out, const char *url, const char *user, unsigned allowed,
                void *payload)
{
	struct branch_remote *remote = payload;
	struct str named = remote->address.user;
	const char *name = user            ? user
	                   : named.len > 0 ? arena_cstr(remote->branch->arena, named)
	                                   : "git";
	bool first;

	(void)url;
	if (allowed & GIT_CREDENTIAL_USERNAME)
		return git_credential_username_new(out, name);
	first = remote->asked++ == 0;
	if ((allowed & GIT_CREDENTIAL_SSH_KEY) && first)
		return git_credential_ssh_key_from_agent(out, name);
	if ((allowed & GIT_CREDENTIAL_USERPASS_PLAINTEXT) && remote->address.token && first)
		return git_credential_userpass_plaintext_new(out, name, remote->address.token);
	remote->lacking = first;
	git_error_set_str(GIT_ERROR_NET, "authentication required");
	return GIT_EAUTH;
}

static int
hear_refusal(const char *reference, const char *status, void *payload)
{
	struct branch_remote *remote = payload;

	(void)reference;
	if (status && !remote->refused)
		remote->refused = arena_cstr(remote->branch->arena, str(status));
	return 0;
}

static void
set_callbacks(git_remote_callbacks *callbacks, struct branch_remote *remote)
{
	callbacks->credentials = give_credential;
	callbacks->push_update_reference = hear_refusal;
	callbacks->payload = remote;
	remote->asked = 0;
	remote->lacking = false;
	remote->refused = NULL;
}

static int
report_connection(const struct branch_remote *remote, int error, const char *what,
                  struct diag *diag)
{
	const struct branch_address *address = &remote->address;
	bool ssh = str_starts(str(address->url), "ssh:") || !strstr(address->url, "://");

	if (ssh && error == GIT_ECERTIFICATE) {
		report(remote, what, diag);
		diag_hint(diag, _("its key is not in known_hosts: compare it with what the service "
		                  "publishes, and add it (ssh-keyscan)"));
	} else if (remote->asked == 0 || (error != GIT_EAUTH && !(ssh && remote->asked > 1))) {
		report(remote, what, diag);
	} else if (ssh) {
		diag_environment(diag, _("%s: none of the keys of the ssh agent is accepted there"),
		                 address->shown);
		diag_hint(diag, _("\"ssh-add -l\" lists the keys that the agent has; the key must "
		                  "be allowed to write there"));
	} else if (remote->lacking) {
		diag_environment(diag, _("%s: a password is asked for, and there is none"),
		                 address->shown);
		diag_hint(diag, _("put a token that may write there into the environment as "
		                  "QUARTIER_TOKEN"));
	} else {
		diag_environment(diag, _("%s: the token is not accepted there"), address->shown);
		diag_hint(diag, _("it may have run out, or may not write there: look at "
		                  "QUARTIER_TOKEN"));
	}
	return -1;
}

/* --- What is done there ------------------------------------------------------------------------- */

/* The user's known_hosts is found by way of what else would be the way to the user's configuration. */
static void
find_known_hosts(bool find)
{
	const char *home = getenv("HOME");

	git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, GIT_CONFIG_LEVEL_GLOBAL,
	                 find && home ? home : "");
}

static int
connect_to(struct branch_remote *remote, git_direction direction)
{
	git_remote_connect_options options;
	int rc;

	git_remote_connect_options_init(&options, GIT_REMOTE_CONNECT_OPTIONS_VERSION);
	set_callbacks(&options.callbacks, remote);
	options.proxy_opts.type = GIT_PROXY_AUTO;
	options.follow_redirects = GIT_REMOTE_REDIRECT_NONE;
	find_known_hosts(true);
	rc = git_remote_connect_ext(remote->remote, direction, &options);
	find_known_hosts(false);
	return rc;
}

static int
find_among_heads(const struct branch_remote *remote, bool *has, git_oid *tip)
{
	const git_remote_head **heads;
	size_t count;

	if (git_remote_ls(&heads, &count, remote->remote) != 0)
		return -1;
	for (size_t i = 0; i < count; i++)
		if (strcmp(heads[i]->name, remote->branch->reference) == 0) {
			*has = true;
			*tip = heads[i]->oid;
		}
	return 0;
}

int
branch_remote_ask(struct branch_remote *remote, bool *has, git_oid *tip, struct diag *diag)
{
	int rc;

	*has = false;
	if (remote->address.folder)
		return branch_folder_ask(remote->address.folder, remote->branch->reference, has,
		                         tip, diag);
	rc = connect_to(remote, GIT_DIRECTION_PUSH);
	if (rc == 0)
		rc = find_among_heads(remote, has, tip);
	if (rc != 0)
		report_connection(remote, rc, _("cannot be reached"), diag);
	git_remote_disconnect(remote->remote);
	return rc == 0 ? 0 : -1;
}

/* The envoy's own objects, for a dry run: what is fetched goes with the temporary folder. NULL: they cannot be opened. */
static git_odb *
open_own_objects(const struct branch_remote *remote)
{
	const char *path =
		arena_printf(remote->branch->arena, "%s/objects", remote->envoy.folder).ptr;
	git_odb *own = NULL;

	if (git_odb_open(&own, path) != 0 || git_repository_set_odb(remote->repository, own) != 0 ||
	    git_odb_add_disk_alternate(remote->branch->odb, path) != 0) {
		git_odb_free(own);
		return NULL;
	}
	return own;
}

/* Downloads the branch into whatever objects the envoy has. */
static int
download(struct branch_remote *remote)
{
	char *wanted = (char *)remote->branch->reference;
	const git_strarray refspecs = { &wanted, 1 };
	git_fetch_options options;
	int rc;

	git_fetch_options_init(&options, GIT_FETCH_OPTIONS_VERSION);
	set_callbacks(&options.callbacks, remote);
	options.proxy_opts.type = GIT_PROXY_AUTO;
	options.follow_redirects = GIT_REMOTE_REDIRECT_NONE;
	options.download_tags = GIT_REMOTE_DOWNLOAD_TAGS_NONE;
	options.update_fetchhead = 0;
	find_known_hosts(true);
	rc = git_remote_download(remote->remote, &refspecs, &options);
	find_known_hosts(false);
	return rc;
}

int
branch_remote_fetch(struct branch_remote *remote, struct diag *diag)
{
	const struct branch *branch = remote->branch;
	git_odb *own = branch->dry ? open_own_objects(remote) : NULL;
	int rc = branch->dry && !own ? -1 : download(remote);

	if (rc != 0)
		report_connection(remote, rc, _("its branch cannot be fetched"), diag);
	git_remote_disconnect(remote->remote);
	if (own)
		git_repository_set_odb(remote->repository, remote->odb ? remote->odb : branch->odb);
	git_odb_free(own);
	if (rc == 0)
		git_odb_refresh(branch->odb);
	return rc == 0 ? 0 : -1;
}

bool
branch_remote_comes_after(const struct branch_remote *remote, const git_oid *tip,
                          const git_oid *there)
{
	return git_oid_equal(tip, there) ||
	       (git_odb_exists(remote->branch->odb, there) &&
	        git_graph_descendant_of(remote->repository, tip, there) == 1);
}

int
branch_remote_report_moved(const struct branch_remote *remote, struct diag *diag)
{
	const char *name = remote->branch->name;

	diag_environment(diag, _("%s: the branch \"%s\" has moved on there, and stays as it is"),
	                 remote->address.shown, name);
	diag_hint(diag,
	          _("to publish on top of what is there, let go of the branch here (git branch -D "
	            "%s) and publish again"),
	          name);
	return -1;
}

/* Over the network: the server looks once more whether the branch is where it said it was. */
static int
push_over(struct branch_remote *remote, struct diag *diag)
{
	const char *reference = remote->branch->reference;
	struct str refspec = arena_printf(remote->branch->arena, "%s:%s", reference, reference);
	char *pushed = (char *)refspec.ptr;
	const git_strarray refspecs = { &pushed, 1 };
	git_push_options options;
	int rc;

	git_push_options_init(&options, GIT_PUSH_OPTIONS_VERSION);
	set_callbacks(&options.callbacks, remote);
	options.proxy_opts.type = GIT_PROXY_AUTO;
	options.follow_redirects = GIT_REMOTE_REDIRECT_NONE;
	find_known_hosts(true);
	rc = git_remote_push(remote->remote, &refspecs, &options);
	find_known_hosts(false);
	git_remote_disconnect(remote->remote);
	if (rc == GIT_ENONFASTFORWARD)
		return branch_remote_report_moved(remote, diag);
	if (rc != 0)
		return report_connection(remote, rc, _("the push failed"), diag);
	if (!remote->refused)
		return 0;
	diag_environment(
		diag, _("%s: the branch \"%s\" was refused: %s"), remote->address.shown,
		remote->branch->name,
		branch_address_redact(&remote->address, remote->branch->arena, remote->refused));
	diag_hint(diag, _("the site is committed here; publish again once this is mended"));
	return -1;
}

int
branch_remote_push(struct branch_remote *remote, const git_oid *tip, const git_oid *there,
                   struct diag *diag)
{
	const struct branch *branch = remote->branch;
	git_reference *reference = NULL;

	if (there && !branch_remote_comes_after(remote, tip, there))
		return branch_remote_report_moved(remote, diag);
	if (remote->address.folder) {
		switch (branch_folder_push(remote->address.folder, remote->repository,
		                           branch->reference, tip, there, diag)) {
		case BRANCH_FOLDER_DONE: return 0;
		case BRANCH_FOLDER_MOVED: return branch_remote_report_moved(remote, diag);
		case BRANCH_FOLDER_FAILED: break;
		}
		return -1;
	}
	if (git_reference_create(&reference, remote->repository, branch->reference, tip, 1, NULL) !=
	    0)
		return report(remote, _("the push failed"), diag);
	git_reference_free(reference);
	return push_over(remote, diag);
}
