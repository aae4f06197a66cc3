/* A site becomes a commit on a branch, from where the branch was, or not at all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/pool.h"
#include "site/branch.h"
#include "site/branch_address.h"
#include "site/branch_tree.h"

#include <fcntl.h>
#include <git2.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { WHEN = 1795341600 };

struct fixture {
	char home[64]; /* a bare repository with a commit on main */
	git_repository *repository;
	git_oid content;
	struct diag *diag;
	struct arena *arena;
	struct branch *branch;
	struct branch_commit commit;
};

/* A commit of one file after `parent`, NULL: none. */
static git_oid
make_commit(struct fixture *f, const char *file, const char *text, const char *reference,
            const git_oid *parent_id)
{
	git_oid blob, tree_id, id;
	git_treebuilder *builder;
	git_signature *by;
	git_tree *tree;
	git_commit *parent = NULL;
	const git_commit *parents[1];

	assert_int_equal(git_blob_create_from_buffer(&blob, f->repository, text, strlen(text)), 0);
	assert_int_equal(git_treebuilder_new(&builder, f->repository, NULL), 0);
	assert_int_equal(
		git_treebuilder_insert(NULL, builder, file, &blob, GIT_FILEMODE_BLOB_EXECUTABLE),
		0);
	assert_int_equal(git_treebuilder_write(&tree_id, builder), 0);
	assert_int_equal(git_tree_lookup(&tree, f->repository, &tree_id), 0);
	assert_int_equal(git_signature_new(&by, "Zoé", "zoe@example.org", WHEN, 60), 0);
	if (parent_id)
		assert_int_equal(git_commit_lookup(&parent, f->repository, parent_id), 0);
	parents[0] = parent;
	assert_int_equal(git_commit_create(&id, f->repository, reference, by, by, NULL,
	                                   "Two shops\n", tree, parent ? 1 : 0, parents),
	                 0);
	git_commit_free(parent);
	git_signature_free(by);
	git_tree_free(tree);
	git_treebuilder_free(builder);
	return id;
}

static int
set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	git_libgit2_init();
	strcpy(f->home, "/tmp/quartier-branch.XXXXXX");
	if (!mkdtemp(f->home) || git_repository_init(&f->repository, f->home, 1) != 0 ||
	    git_repository_set_head(f->repository, "refs/heads/main") != 0)
		return -1;
	f->diag = diag_new();
	f->arena = arena_new();
	f->content = make_commit(f, "quartier.yml", "quartier: 1\n", "refs/heads/main", NULL);
	*state = f;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *f = *state;

	branch_free(f->branch);
	git_repository_free(f->repository);
	file_remove_tree(AT_FDCWD, f->home);
	diag_free(f->diag);
	arena_free(f->arena);
	free(f);
	git_libgit2_shutdown();
	return 0;
}

static enum branch_result
open_branch(struct fixture *f, const char *name, bool dry)
{
	branch_free(f->branch);
	return branch_open(&f->branch,
	                   &(struct branch_options){ .path = f->home, .name = name, .dry = dry },
	                   f->diag);
}

static int
put(struct fixture *f, const char *path, const char *text)
{
	return branch_put(f->branch, str(path), str(text), f->diag);
}

static int
commit(struct fixture *f)
{
	return branch_commit(f->branch, WHEN, 3600, &f->commit, f->diag);
}

static void
publish(struct fixture *f, const char *text)
{
	assert_int_equal(open_branch(f, "site", false), BRANCH_OK);
	assert_int_equal(put(f, "index.html", text), 0);
	assert_int_equal(commit(f), 0);
}

static git_oid
tip(struct fixture *f)
{
	git_oid id;

	assert_int_equal(git_reference_name_to_id(&id, f->repository, "refs/heads/site"), 0);
	return id;
}

static int
count_object(const git_oid *id, void *count)
{
	(void)id;
	++*(size_t *)count;
	return 0;
}

static size_t
count_objects(struct fixture *f)
{
	git_odb *odb;
	size_t count = 0;

	assert_int_equal(git_repository_odb(&odb, f->repository), 0);
	assert_int_equal(git_odb_refresh(odb), 0);
	assert_int_equal(git_odb_foreach(odb, count_object, &count), 0);
	git_odb_free(odb);
	return count;
}

/* --- Trees -------------------------------------------------------------------------------------- */

/* libgit2's own builder, one folder deep, is the judge of the order: names that end where others go on. */
static void
trees_are_sorted_as_git_sorts_them(void **state)
{
	static const char *const names[] = { "a-b", "a.b", "a/c", "a0", "aa", "ab/c", "B/c" };
	struct fixture *f = *state;
	struct branch_file *files = arena_array(f->arena, countof(names), sizeof *files);
	git_treebuilder *builder;
	struct branch_node root;
	git_oid blob, inner, expected;
	git_treebuilder *inside;

	assert_int_equal(git_blob_create_from_buffer(&blob, f->repository, "x", 1), 0);
	git_treebuilder_new(&inside, f->repository, NULL);
	git_treebuilder_insert(NULL, inside, "c", &blob, GIT_FILEMODE_BLOB);
	git_treebuilder_write(&inner, inside);
	git_treebuilder_new(&builder, f->repository, NULL);
	for (size_t i = 0; i < countof(names); i++) {
		struct str name = str(names[countof(names) - 1 - i]);
		size_t slash = str_find(name, '/');
		bool folder = slash < name.len;

		files[i] = (struct branch_file){ name, blob, GIT_FILEMODE_BLOB };
		assert_int_equal(
			git_treebuilder_insert(NULL, builder,
		                               arena_cstr(f->arena, str_sub(name, 0, slash)),
		                               folder ? &inner : &blob,
		                               folder ? GIT_FILEMODE_TREE : GIT_FILEMODE_BLOB),
			0);
	}
	git_treebuilder_write(&expected, builder);
	assert_int_equal(branch_tree_make(&root, f->arena, files, countof(names), f->diag), 0);
	assert_string_equal(git_oid_tostr_s(&root.id), git_oid_tostr_s(&expected));
	git_treebuilder_free(builder);
	git_treebuilder_free(inside);
}

static void
two_files_cannot_have_one_name(void **state)
{
	static const struct {
		const char *first, *second;
	} cases[] = { { "a", "a" }, { "a", "a/b" }, { "a/b/c", "a/b" }, { "x/a/b", "x/a" } };
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		assert_int_equal(open_branch(f, "site", false), BRANCH_OK);
		assert_int_equal(put(f, cases[i].first, "1"), 0);
		assert_int_equal(put(f, "a.b", "between them"), 0);
		assert_int_equal(put(f, cases[i].second, "2"), 0);
		assert_int_equal(commit(f), -1);
	}
	assert_true(diag_environment_failed(f->diag));
}

static void
paths_that_git_would_not_have_are_refused(void **state)
{
	static const char *const paths[] = { "",     "/a",   "a//b",       "../a",
		                             "a/..", ".git", ".GIT/hooks", "a/.gitmodules" };
	struct fixture *f = *state;

	assert_int_equal(open_branch(f, "site", false), BRANCH_OK);
	for (size_t i = 0; i < countof(paths); i++)
		assert_int_equal(put(f, paths[i], "x"), -1);
	assert_int_equal(put(f, ".well-known/x", "x"), 0);
}

/* --- Commits ------------------------------------------------------------------------------------ */

static void
the_commit_has_author_and_message_of_the_content_and_the_time_of_the_build(void **state)
{
	struct fixture *f = *state;
	git_commit *made;
	struct str expected;
	git_oid id;

	publish(f, "one");
	id = tip(f);
	assert_string_equal(git_oid_tostr_s(&id), f->commit.id);
	assert_int_equal(git_commit_lookup(&made, f->repository, &id), 0);
	assert_string_equal(git_commit_author(made)->name, "Zoé");
	expected =
		arena_printf(f->arena, "Two shops\n\nSource: %s\n", git_oid_tostr_s(&f->content));
	assert_string_equal(git_commit_message(made), expected.ptr);
	assert_int_equal(git_commit_committer(made)->when.time, WHEN);
	assert_int_equal(git_commit_committer(made)->when.offset, 60);
	assert_int_equal(git_commit_parentcount(made), 0);
	git_commit_free(made);
}

static void
the_same_site_makes_no_commit(void **state)
{
	struct fixture *f = *state;
	size_t objects;
	git_oid first, second;

	publish(f, "one");
	first = tip(f);
	assert_false(f->commit.same);
	objects = count_objects(f);
	publish(f, "one");
	second = tip(f);
	assert_true(f->commit.same);
	assert_int_equal(f->commit.changes_len, 0);
	assert_true(git_oid_equal(&first, &second));
	assert_int_equal(count_objects(f), objects);
	publish(f, "two");
	assert_false(f->commit.same);
	assert_int_equal(f->commit.changes_len, 1);
	assert_int_equal(count_objects(f), objects + 3); /* a blob, a tree, a commit */
}

static void
a_rehearsal_writes_nothing(void **state)
{
	struct fixture *f = *state;
	size_t objects = count_objects(f);
	git_oid id;

	assert_int_equal(open_branch(f, "site", true), BRANCH_OK);
	assert_int_equal(put(f, "merchants/pain/index.html", "x"), 0);
	assert_int_equal(commit(f), 0);
	assert_int_equal(f->commit.changes_len, 2);
	assert_true(str_is(f->commit.changes[1].path, "merchants/pain/index.html"));
	assert_int_equal(count_objects(f), objects);
	assert_int_equal(git_reference_name_to_id(&id, f->repository, "refs/heads/site"),
	                 GIT_ENOTFOUND);
}

static void
changes_are_told_of_files_and_folders_that_take_turns(void **state)
{
	static const struct {
		const char *path;
		enum branch_change_kind kind;
	} expected[] = {
		{ "a", BRANCH_REMOVED },       { "a/b", BRANCH_ADDED }, { "c", BRANCH_ADDED },
		{ "c/d/e", BRANCH_REMOVED },   { "new", BRANCH_ADDED }, { "old/x", BRANCH_REMOVED },
		{ "stays/y", BRANCH_CHANGED },
	};
	struct fixture *f = *state;

	assert_int_equal(open_branch(f, "site", false), BRANCH_OK);
	put(f, "a", "1");
	put(f, "c/d/e", "1");
	put(f, "old/x", "1");
	put(f, "stays/x", "1");
	put(f, "stays/y", "1");
	assert_int_equal(commit(f), 0);
	assert_int_equal(open_branch(f, "site", false), BRANCH_OK);
	put(f, "a/b", "1");
	put(f, "c", "1");
	put(f, "new", "1");
	put(f, "stays/x", "1");
	put(f, "stays/y", "2");
	assert_int_equal(commit(f), 0);
	assert_int_equal(f->commit.changes_len, countof(expected));
	for (size_t i = 0; i < countof(expected); i++) {
		assert_true(str_is(f->commit.changes[i].path, expected[i].path));
		assert_int_equal(f->commit.changes[i].kind, expected[i].kind);
	}
}

/* Somebody's hand-made branch: its commit is the parent, its CNAME stays as it was, mode and all. */
static void
a_cname_is_kept_and_what_else_was_there_is_not(void **state)
{
	struct fixture *f = *state;
	git_oid theirs = make_commit(f, "CNAME", "guide.example\n", "refs/heads/site", NULL);
	git_commit *made;
	git_tree *tree;
	git_oid id;

	publish(f, "one");
	id = tip(f);
	assert_int_equal(git_commit_lookup(&made, f->repository, &id), 0);
	assert_true(git_oid_equal(git_commit_parent_id(made, 0), &theirs));
	assert_int_equal(git_commit_tree(&tree, made), 0);
	assert_int_equal(git_tree_entrycount(tree), 3);
	assert_int_equal(git_tree_entry_filemode(git_tree_entry_byname(tree, "CNAME")),
	                 GIT_FILEMODE_BLOB_EXECUTABLE);
	git_tree_free(tree);
	git_commit_free(made);
}

static void
a_branch_that_moved_meanwhile_stays_as_it_is(void **state)
{
	struct fixture *f = *state;
	git_oid before, theirs, after;

	publish(f, "one");
	before = tip(f);
	assert_int_equal(open_branch(f, "site", false), BRANCH_OK);
	put(f, "index.html", "two");
	theirs = make_commit(f, "index.html", "theirs", "refs/heads/site", &before);
	assert_int_equal(commit(f), -1);
	assert_true(diag_environment_failed(f->diag));
	after = tip(f);
	assert_true(git_oid_equal(&after, &theirs));
}

static void
so_does_one_that_was_made_meanwhile(void **state)
{
	struct fixture *f = *state;
	git_oid theirs, after;

	assert_int_equal(open_branch(f, "site", false), BRANCH_OK);
	put(f, "index.html", "one");
	theirs = make_commit(f, "index.html", "theirs", "refs/heads/site", NULL);
	assert_int_equal(commit(f), -1);
	after = tip(f);
	assert_true(git_oid_equal(&after, &theirs));
}

static void
and_one_that_was_removed_is_not_made_again(void **state)
{
	struct fixture *f = *state;
	git_oid id;

	publish(f, "one");
	assert_int_equal(open_branch(f, "site", false), BRANCH_OK);
	put(f, "index.html", "two");
	assert_int_equal(git_reference_remove(f->repository, "refs/heads/site"), 0);
	assert_int_equal(commit(f), -1);
	assert_int_equal(git_reference_name_to_id(&id, f->repository, "refs/heads/site"),
	                 GIT_ENOTFOUND);
}

static void
branches_of_content_are_wrong_usage(void **state)
{
	static const char *const names[] = { "main", "older", "alias", "-x", "a..b", "", "HEAD" };
	struct fixture *f = *state;
	git_reference *alias;

	make_commit(f, "quartier.yml", "quartier: 1 # older\n", "refs/heads/older", NULL);
	git_reference_symbolic_create(&alias, f->repository, "refs/heads/alias", "refs/heads/site",
	                              0, NULL);
	git_reference_free(alias);
	for (size_t i = 0; i < countof(names); i++)
		assert_int_equal(open_branch(f, names[i], false), BRANCH_USAGE);
}

struct crowd {
	struct fixture *f;
	struct diag *diags[8];
};

static void
put_one(void *context, unsigned worker, size_t i)
{
	struct crowd *crowd = context;
	struct str path = { 0 };
	char name[64];

	path.len = (size_t)snprintf(name, sizeof name, "%zu/%zu.html", i % 10, i);
	path.ptr = name;
	branch_put(crowd->f->branch, path, path, crowd->diags[worker]);
}

static void
files_come_from_several_threads(void **state)
{
	struct fixture *f = *state;
	struct crowd crowd = { .f = f };

	for (size_t i = 0; i < countof(crowd.diags); i++)
		crowd.diags[i] = diag_new();
	assert_int_equal(open_branch(f, "site", false), BRANCH_OK);
	pool_run(countof(crowd.diags), 1000, put_one, &crowd);
	for (size_t i = 0; i < countof(crowd.diags); i++) {
		assert_int_equal(diag_count(crowd.diags[i], DIAG_ERROR), 0);
		diag_free(crowd.diags[i]);
	}
	assert_int_equal(commit(f), 0);
	assert_int_equal(f->commit.files, 1001);
}

/* --- Addresses ---------------------------------------------------------------------------------- */

static void
tokens_go_where_they_belong(void **state)
{
	static const struct {
		const char *url, *variable, *user; /* NULL: none is sent */
	} cases[] = {
		{ "https://example.org/g.git", "QUARTIER_TOKEN", "x-access-token" },
		{ "https://zoe@example.org/g.git", "QUARTIER_TOKEN", "zoe" },
		{ "https://example.org:8443/g.git", "QUARTIER_TOKEN", "x-access-token" },
		{ "http://example.org/g.git", "QUARTIER_TOKEN", NULL },
		{ "http://127.0.0.1:8080/g.git", "QUARTIER_TOKEN", "x-access-token" },
		{ "http://[::1]:8080/g.git", "QUARTIER_TOKEN", "x-access-token" },
		{ "http://127.0.0.1.example.org/g.git", "QUARTIER_TOKEN", NULL },
		{ "http://127.0.0.1@example.org/g.git", "QUARTIER_TOKEN", NULL },
		{ "https://github.com/a/g.git", "GITHUB_TOKEN", "x-access-token" },
		{ "https://GitHub.com/a/g.git", "GITHUB_TOKEN", "x-access-token" },
		{ "https://example.org/g.git", "GITHUB_TOKEN", NULL },
		{ "https://github.com.example.org/g.git", "GITHUB_TOKEN", NULL },
		{ "https://gitlab.example/g.git", "CI_JOB_TOKEN", "gitlab-ci-token" },
		{ "https://example.org/g.git", "CI_JOB_TOKEN", NULL },
		{ "ssh://git@example.org/g.git", "QUARTIER_TOKEN", NULL },
		{ "git@example.org:g.git", "QUARTIER_TOKEN", NULL },
	};
	struct fixture *f = *state;

	setenv("CI_SERVER_HOST", "gitlab.example", 1);
	for (size_t i = 0; i < countof(cases); i++) {
		struct branch_address address;

		setenv(cases[i].variable, "word", 1);
		assert_int_equal(branch_address_find(&address, f->arena, cases[i].url, "/nowhere",
		                                     "/", f->diag),
		                 BRANCH_OK);
		unsetenv(cases[i].variable);
		if (cases[i].user) {
			assert_string_equal(address.token, "word");
			assert_string_equal(arena_cstr(f->arena, address.user), cases[i].user);
		} else {
			assert_null(address.token);
		}
	}
	unsetenv("CI_SERVER_HOST");
}

static void
passwords_are_taken_from_the_configuration_alone_and_never_shown(void **state)
{
	struct fixture *f = *state;
	const char *path = arena_printf(f->arena, "%s/remotes", f->home).ptr;
	struct branch_address address;

	assert_int_equal(
		file_replace(path,
	                     STR("[remote \"ci\"]\n\turl = https://zoe:w%20rd@example.org/g.git\n"
	                         "[remote \"beside\"]\n\turl = ../g.git\n\tpushurl = ../h.git\n"),
	                     f->diag),
		0);
	assert_int_equal(branch_address_find(&address, f->arena, "ci", path, "/", f->diag),
	                 BRANCH_OK);
	assert_string_equal(address.url, "https://zoe:w%20rd@example.org/g.git");
	assert_string_equal(address.shown, "https://example.org/g.git");
	assert_string_equal(branch_address_redact(&address, f->arena, "\"w%20rd\" and \"w rd\"?"),
	                    "\"***\" and \"***\"?");
	assert_int_equal(branch_address_find(&address, f->arena, "beside", path, "/some", f->diag),
	                 BRANCH_OK);
	assert_string_equal(address.folder, "/some/../h.git");
	assert_int_equal(branch_address_find(&address, f->arena, "nobody", path, "/", f->diag),
	                 BRANCH_USAGE);
	assert_int_equal(branch_address_find(&address, f->arena, "https://zoe:word@example.org/",
	                                     path, "/", f->diag),
	                 BRANCH_USAGE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
		TEST(trees_are_sorted_as_git_sorts_them),
		TEST(two_files_cannot_have_one_name),
		TEST(paths_that_git_would_not_have_are_refused),
		TEST(the_commit_has_author_and_message_of_the_content_and_the_time_of_the_build),
		TEST(the_same_site_makes_no_commit),
		TEST(a_rehearsal_writes_nothing),
		TEST(changes_are_told_of_files_and_folders_that_take_turns),
		TEST(a_cname_is_kept_and_what_else_was_there_is_not),
		TEST(a_branch_that_moved_meanwhile_stays_as_it_is),
		TEST(so_does_one_that_was_made_meanwhile),
		TEST(and_one_that_was_removed_is_not_made_again),
		TEST(branches_of_content_are_wrong_usage),
		TEST(files_come_from_several_threads),
		TEST(tokens_go_where_they_belong),
		TEST(passwords_are_taken_from_the_configuration_alone_and_never_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
