/* Content in a folder and in a commit: the same entries, and nothing but what is there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/diag.h"
#include "source/source.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* libgit2 1.5 does not free what PCRE2 allots for its "v1.0-3-gabcdef" revisions. */
const char *__lsan_default_suppressions(void);
const char *
__lsan_default_suppressions(void)
{
	return "leak:libpcre2\n";
}

struct fixture {
	char home[64]; /* a folder of the test's own */
	struct diag *diag;
	struct source *source;
	struct source *before[32]; /* reports borrow paths of theirs */
	size_t count;
};

/* Runs a script in the fixture's folder, with git as a stranger to this machine's settings. */
static void
run(const struct fixture *f, const char *script)
{
	struct buf command = { 0 };

	buf_printf(&command,
	           "cd %s && exec >/dev/null 2>&1 </dev/null && set -e\n"
	           "export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 HOME=%s\n"
	           "export GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org\n"
	           "export GIT_COMMITTER_NAME=a GIT_COMMITTER_EMAIL=a@example.org\n"
	           "export GIT_AUTHOR_DATE=2026-01-01T00:00:00Z\n"
	           "export GIT_COMMITTER_DATE=2026-01-01T00:00:00Z\n"
	           "git() { command git -c init.defaultBranch=main -c advice.detachedHead=false "
	           "-c protocol.file.allow=always \"$@\"; }\n%s",
	           f->home, f->home, script);
	if (system(command.ptr) != 0)
		fail_msg("script failed: %s", script);
	buf_release(&command);
}

static int
set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	strcpy(f->home, "/tmp/quartier-source.XXXXXX");
	if (!mkdtemp(f->home))
		return -1;
	f->diag = diag_new();
	*state = f;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *f = *state;
	struct buf command = { 0 };
	int rc;

	diag_free(f->diag);
	source_free(f->source);
	while (f->count > 0)
		source_free(f->before[--f->count]);
	buf_printf(&command, "chmod -R u+rwx %s; rm -rf %s", f->home, f->home);
	rc = system(command.ptr);
	buf_release(&command);
	free(f);
	return rc;
}

static enum source_result
try_open(struct fixture *f, const char *path, const char *rev)
{
	struct buf whole = { 0 };
	enum source_result result;

	assert_true(f->count < countof(f->before));
	f->before[f->count++] = f->source;
	buf_printf(&whole, "%s/%s", f->home, path);
	result = source_open(&f->source, &(struct source_options){ whole.ptr, rev }, f->diag);
	buf_release(&whole);
	return result;
}

static void
open_and_list(struct fixture *f, const char *path, const char *rev)
{
	if (try_open(f, path, rev) != SOURCE_OK || source_list(f->source, 0, f->diag) != 0) {
		diag_print(f->diag, stderr, DIAG_TEXT, false);
		fail_msg("%s at %s does not open", path, rev ? rev : "no revision");
	}
}

/* All entries in one text, "kind path=content" a line. */
static const char *
picture(struct fixture *f, struct buf *out)
{
	size_t count;
	const struct source_entry *entries = source_entries(f->source, &count);

	buf_clear(out);
	buf_adds(out, "");
	for (size_t i = 0; i < count; i++) {
		buf_printf(out, "%c %s", "FLSO"[entries[i].kind], entries[i].path.ptr);
		if (entries[i].kind == SOURCE_FILE) {
			buf_addc(out, '=');
			assert_int_equal(source_read(f->source, &entries[i], out, f->diag), 0);
		}
		buf_addc(out, '\n');
	}
	return out->ptr;
}

static void
assert_picture(struct fixture *f, const char *path, const char *rev, const char *expected)
{
	struct buf seen = { 0 };

	open_and_list(f, path, rev);
	assert_string_equal(picture(f, &seen), expected);
	buf_release(&seen);
}

static void
assert_reported(struct fixture *f, const char *text)
{
	char *printed = NULL;
	size_t len;
	FILE *out = open_memstream(&printed, &len);

	diag_print(f->diag, out, DIAG_TEXT, false);
	fclose(out);
	if (!strstr(printed, text))
		fail_msg("not reported: %s\nbut: %s", text, printed);
	free(printed);
}

static const char content[] =
	"mkdir c && cd c && mkdir merchants photos _drafts .hidden old empty\n"
	"printf v1 >quartier.yml; printf d >merchants/dumont.md; printf e >merchants/été.md\n"
	"printf j >photos/a.jpg; printf x >_drafts/x.md; printf x >.hidden/x.md; printf x >.env\n"
	"printf x >merchants/_x.md; printf '{}' >old/.quartier-site; printf x >old/index.html\n"
	"ln -s dumont.md merchants/link.md; ln -s photos pictures; ln -s /etc out\n"
	"printf z >merchants.yml; printf m >merchants-a\n";
static const char content_picture[] =
	"F merchants-a=m\nF merchants.yml=z\nF merchants/dumont.md=d\nL merchants/link.md\n"
	"F merchants/été.md=e\nL out\nF photos/a.jpg=j\nL pictures\nF quartier.yml=v1\n";
static const char commit[] = "cd c && git init && git add -f . && git commit -m 1";

static void
a_folder_gives_its_entries_sorted_by_bytes_and_without_what_is_hidden(void **state)
{
	struct fixture *f = *state;

	run(f, content);
	assert_picture(f, "c", NULL, content_picture);
	assert_string_equal(source_folder(f->source) + strlen(f->home), "/c");
	assert_false(source_is_bare(f->source));
	assert_int_equal(diag_count(f->diag, DIAG_WARNING), 0);
}

static void
a_commit_gives_the_same_entries_as_the_folder(void **state)
{
	static const char *const revs[] = { "HEAD",   "main",           "v1",          "light",
		                            "HEAD^0", "main@{0}",       "HEAD^{tree}", "HEAD:",
		                            ":/1",    "refs/heads/main" };
	struct fixture *f = *state;

	run(f, content);
	run(f, commit);
	run(f, "cd c && git tag -a v1 -m v1 && git tag light && git tag -a v2 -m v2 v1");
	for (size_t i = 0; i < countof(revs); i++)
		assert_picture(f, "c", revs[i], content_picture);
	assert_picture(f, "c", "v2", content_picture); /* a tag of a tag */
	assert_non_null(source_folder(f->source));
}

static void
a_dirty_work_tree_never_leaks_into_a_revision(void **state)
{
	struct fixture *f = *state;

	run(f, content);
	run(f, commit);
	run(f,
	    "cd c && printf dirty >quartier.yml && printf new >merchants/new.md && rm photos/a.jpg\n"
	    "git add merchants/new.md\n"
	    "printf '* filter=evil\\n' >.gitattributes; git config filter.evil.smudge 'echo evil'\n"
	    "printf '* text eol=crlf\\n' >.git/info/attributes");
	assert_picture(f, "c", "HEAD", content_picture);
}

static void
every_form_of_a_revision_finds_its_commit(void **state)
{
	static const struct {
		const char *rev, *yml;
	} cases[] = {
		{ "HEAD", "F quartier.yml=3\n" },
		{ "HEAD~1", "F quartier.yml=2\n" },
		{ "HEAD^", "F quartier.yml=2\n" },
		{ "HEAD~2", "F quartier.yml=1\n" },
		{ "main~2", "F quartier.yml=1\n" },
		{ "main@{1}", "F quartier.yml=2\n" },
		{ "side", "F quartier.yml=1\n" },
		{ "HEAD^{/two}", "F quartier.yml=2\n" },
		{ "v1-1-gSHORT", "F quartier.yml=3\n" },
		{ "SHORT", "F quartier.yml=3\n" },
		{ "main@{upstream}", "F quartier.yml=2\n" },
		{ "@", "F quartier.yml=3\n" },
		{ "remote/main", "F quartier.yml=2\n" },
	};
	struct fixture *f = *state;
	char id[8] = "", rev[64];
	struct buf path = { 0 };
	FILE *file;

	run(f,
	    "mkdir c && cd c && git init && printf 1 >quartier.yml && git add . && git commit -m one\n"
	    "git branch side; printf 2 >quartier.yml; git commit -am two; git tag -a v1 -m v1\n"
	    "printf 3 >quartier.yml; git commit -am three\n"
	    "git remote add remote /nowhere; git update-ref refs/remotes/remote/main HEAD~1\n"
	    "git branch --set-upstream-to=remote/main main\n"
	    "git rev-parse --short=7 HEAD >../id");
	buf_printf(&path, "%s/id", f->home);
	file = fopen(path.ptr, "r");
	assert_int_equal(fread(id, 1, 7, file), 7);
	fclose(file);
	buf_release(&path);
	for (size_t i = 0; i < countof(cases); i++) {
		const char *mark = strstr(cases[i].rev, "SHORT");

		snprintf(rev, sizeof rev, "%.*s%s",
		         mark ? (int)(mark - cases[i].rev) : (int)strlen(cases[i].rev),
		         cases[i].rev, mark ? id : "");
		assert_picture(f, "c", rev, cases[i].yml);
	}
}

static void
a_bare_repository_reads_head_and_has_no_folder(void **state)
{
	struct fixture *f = *state;

	run(f, content);
	run(f, commit);
	run(f, "git clone --bare c bare.git");
	assert_picture(f, "bare.git", NULL, content_picture);
	assert_true(source_is_bare(f->source));
	assert_null(source_folder(f->source));
	assert_picture(f, "bare.git", "main", content_picture);
	assert_picture(f, "c/.git", NULL, content_picture);
	assert_true(source_is_bare(f->source));
}

static void
shallow_packed_linked_and_borrowed_repositories_are_read(void **state)
{
	struct fixture *f = *state;

	run(f, content);
	run(f, commit);
	run(f,
	    "cd c && printf v2 >quartier.yml && git commit -am 2 && printf v1 >quartier.yml\n"
	    "git commit -am 3; git gc; cd ..\n"
	    "git clone --depth 1 file://$PWD/c shallow && git clone --shared c shared\n"
	    "cd c && git worktree add ../linked HEAD; git clone --filter=blob:none file://$PWD ../part");
	assert_picture(f, "shallow", "HEAD", content_picture);
	assert_picture(f, "shared", "HEAD", content_picture);
	assert_picture(f, "linked", "HEAD", content_picture);
	open_and_list(f, "part", "HEAD");
	assert_int_equal(try_open(f, "shallow", "HEAD~1"), SOURCE_USAGE);
	assert_reported(f, "shallow clone");
}

static void
a_subfolder_of_a_repository_is_that_subfolder_of_the_commit(void **state)
{
	struct fixture *f = *state;

	run(f, content);
	run(f,
	    "mkdir -p repo/deep && mv c repo/deep/guide && cd repo && git init && git add -f . &&\n"
	    "git commit -m 1; printf dirty >deep/guide/quartier.yml; ln -s repo/deep/guide ../alias");
	assert_picture(f, "repo/deep/guide", "HEAD", content_picture);
	assert_picture(f, "repo/deep/guide/../guide/", "HEAD", content_picture);
	assert_picture(f, "alias", "HEAD", content_picture);
	assert_picture(f, "repo", "HEAD:deep/guide", content_picture);
	assert_picture(f, "repo/deep/guide", "HEAD:deep/guide", content_picture);
	run(f, "mkdir repo/later");
	assert_int_equal(try_open(f, "repo/later", "HEAD"), SOURCE_USAGE);
	assert_reported(f, "has no folder later");
	assert_false(diag_environment_failed(f->diag));
}

static void
what_cannot_be_opened_is_wrong_usage_and_says_why(void **state)
{
	static const struct {
		const char *path, *rev, *message;
	} cases[] = {
		{ "nothing", NULL, "there is no folder" },
		{ "nothing", "HEAD", "there is no folder" },
		{ "c/quartier.yml", NULL, "is not a folder" },
		{ "c", "nope", "there is no revision \"nope\"" },
		{ "c", "", "there is no revision \"\"" },
		{ "c", "HEAD..main", "there is no revision" },
		{ "c", "HEAD~9", "there is no revision" },
		{ "c", "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef", "there is no revision" },
		{ "c", "HEAD:quartier.yml", "is neither a commit nor a folder" },
		{ "plain", "HEAD", "is not in a git repository" },
		{ "unborn", "HEAD", "the git repository has no commit yet" },
		{ "unborn/.git", NULL, "the git repository has no commit yet" },
	};
	struct fixture *f = *state;

	run(f, content);
	run(f, commit);
	run(f, "mkdir plain unborn && cd unborn && git init");
	for (size_t i = 0; i < countof(cases); i++) {
		diag_free(f->diag);
		f->diag = diag_new();
		assert_int_equal(try_open(f, cases[i].path, cases[i].rev), SOURCE_USAGE);
		assert_null(f->source);
		assert_reported(f, cases[i].message);
		assert_int_equal(diag_count(f->diag, DIAG_ERROR), 1);
	}
}

static void
the_beginning_of_several_names_is_ambiguous(void **state)
{
	struct fixture *f = *state;
	struct buf path = { 0 };
	char id[8] = "";
	FILE *file;

	/* Some two of a few thousand blobs begin alike. */
	run(f, "mkdir c && cd c && git init && git commit --allow-empty -m 1\n"
	       "i=0; mkdir t; while [ $i -lt 900 ]; do echo $i >t/$i; i=$((i+1)); done; git add t\n"
	       "git ls-files -s | cut -c8-11 | sort | uniq -d | head -n 1 >../id; test -s ../id");
	buf_printf(&path, "%s/id", f->home);
	file = fopen(path.ptr, "r");
	assert_int_equal(fread(id, 1, 4, file), 4);
	fclose(file);
	buf_release(&path);
	assert_int_equal(try_open(f, "c", id), SOURCE_USAGE);
	assert_reported(f, "is the beginning of several commits");
}

static void
a_submodule_is_named_and_not_entered(void **state)
{
	static const char expected[] = "F quartier.yml=q\nS sub\n";
	struct fixture *f = *state;

	run(f,
	    "mkdir sub && cd sub && git init && printf s >s && git add . && git commit -m s && cd ..\n"
	    "mkdir c && cd c && git init && printf q >quartier.yml\n"
	    "git submodule add ../sub sub && git add . && git commit -m c");
	assert_picture(f, "c", NULL, expected);
	assert_picture(f, "c", "HEAD", expected);
}

static void
a_pipe_is_listed_and_never_waited_for(void **state)
{
	struct fixture *f = *state;
	struct buf out = { 0 };

	run(f, "mkdir c && cd c && mkfifo pipe && ln -s pipe quartier.yml");
	assert_picture(f, "c", NULL, "O pipe\nL quartier.yml\n");
	assert_int_equal(source_read(f->source, source_find(f->source, STR("pipe")), &out, f->diag),
	                 -1);
	assert_int_equal(source_read_path(f->source, "pipe", &out, f->diag), -1);
	assert_int_equal(source_read_path(f->source, "quartier.yml", &out, f->diag), -1);
	assert_reported(f, "symbolic link");
	buf_release(&out);
}

static void
a_file_that_became_a_link_since_it_was_listed_is_not_followed(void **state)
{
	struct fixture *f = *state;
	struct buf out = { 0 };

	run(f, "mkdir -p c/m && cd c && printf a >m/a && printf b >b");
	open_and_list(f, "c", NULL);
	run(f, "cd c && mv m n && ln -s n m && rm b && ln -s /etc/passwd b");
	assert_int_equal(source_read(f->source, source_find(f->source, STR("b")), &out, f->diag),
	                 -1);
	assert_int_equal(source_read(f->source, source_find(f->source, STR("m/a")), &out, f->diag),
	                 -1);
	assert_int_equal(out.len, 0);
	run(f, "cd c && rm m b");
	assert_int_equal(source_read(f->source, source_find(f->source, STR("b")), &out, f->diag),
	                 -1);
	assert_reported(f, "was taken away");
	buf_release(&out);
}

static void
one_file_is_read_by_path_and_only_content(void **state)
{
	static const struct {
		const char *path;
		int rc;
	} cases[] = {
		{ "quartier.yml", 0 },
		{ "photos/a.jpg", 0 },
		{ "nothing", 1 },
		{ "", 1 },
		{ "photos/none/a", 1 },
		{ ".env", 1 },
		{ ".hidden/x.md", 1 },
		{ "_drafts/x.md", 1 },
		{ "../id", 1 },
		{ "/etc/passwd", 1 },
		{ "photos//a.jpg", 1 },
		{ "out/passwd", -1 },
		{ "merchants/link.md", -1 },
		{ "photos", -1 },
	};
	static const char *const revs[] = { NULL, "HEAD" };
	struct fixture *f = *state;
	struct buf out = { 0 };

	run(f, content);
	run(f, commit);
	for (size_t r = 0; r < countof(revs); r++) {
		assert_int_equal(try_open(f, "c", revs[r]), SOURCE_OK);
		for (size_t i = 0; i < countof(cases); i++) {
			int rc = source_read_path(f->source, cases[i].path, &out, f->diag);

			/* A commit has no folder behind a link, so nothing is there. */
			if (revs[r] && strcmp(cases[i].path, "out/passwd") == 0)
				assert_int_not_equal(rc, 0);
			else if (rc != cases[i].rc)
				fail_msg("%s: %d", cases[i].path, rc);
		}
	}
	buf_release(&out);
}

static void
a_file_larger_than_the_ceiling_is_not_read_at_all(void **state)
{
	static const char *const revs[] = { NULL, "HEAD" };
	struct fixture *f = *state;

	run(f,
	    "mkdir c && cd c && git init && head -c 100000 /dev/zero >big && printf 12345 >five &&\n"
	    "git add . && git commit -m 1");
	for (size_t r = 0; r < countof(revs); r++) {
		struct buf out = { .max = 5 };

		open_and_list(f, "c", revs[r]);
		assert_int_equal(
			source_read(f->source, source_find(f->source, STR("big")), &out, f->diag),
			-1);
		assert_true(out.full);
		assert_int_equal(out.len, 0);
		buf_clear(&out);
		assert_int_equal(
			source_read(f->source, source_find(f->source, STR("five")), &out, f->diag),
			0);
		assert_int_equal(out.len, 5);
		buf_release(&out);
	}
	assert_int_equal(diag_count(f->diag, DIAG_ERROR), 0);
}

static void
names_that_would_read_differently_elsewhere_are_left_out_with_a_warning(void **state)
{
	static const char *const revs[] = { NULL, "HEAD" };
	struct fixture *f = *state;

	run(f,
	    "mkdir c && cd c && git init && printf a >\"$(printf 'caf\\351.md')\" && printf a >'a\\b'\n"
	    "printf a >\"$(printf 'new\\nline')\" && printf q >quartier.yml && git add . && git commit -m 1");
	for (size_t r = 0; r < countof(revs); r++)
		assert_picture(f, "c", revs[r], "F quartier.yml=q\n");
	assert_int_equal(diag_count(f->diag, DIAG_WARNING), 6);
	assert_int_equal(diag_count(f->diag, DIAG_ERROR), 0);
	assert_reported(f, "caf\\xe9.md");
	assert_reported(f, "new\\x0aline");
}

static void
forged_trees_are_refused_and_reported(void **state)
{
	struct fixture *f = *state;

	/* git mktree takes only honest names: the tree is written by hand. */
	run(f, "mkdir c && cd c && git init && b=$(printf evil | git hash-object -w --stdin)\n"
	       "raw=$(printf %s $b | sed 's/../\\\\x&/g')\n"
	       "entry() { printf \"100644 $1\\\\0\"; /usr/bin/printf \"$raw\"; }\n"
	       "{ entry ..; entry a; entry a; entry ../../x; entry ok; } >../tree\n"
	       "t=$(git hash-object -t tree --literally -w ../tree) && git tag forged $t");
	assert_picture(f, "c", "forged", "F a=evil\nF ok=evil\n");
	assert_int_equal(diag_count(f->diag, DIAG_ERROR), 3);
	assert_reported(f, "leads out of its folder");
	assert_reported(f, "holds this name twice");
}

static void
a_tree_that_unfolds_without_end_is_cut_off(void **state)
{
	struct fixture *f = *state;

	/* Each level holds the one below ten times: ten thousand million folders, one file each. */
	run(f,
	    "mkdir c && cd c && git init && b=$(printf x | git hash-object -w --stdin)\n"
	    "t=$(printf '100644 blob %s\\tx\\n' $b | git mktree)\n"
	    "e=$(git mktree </dev/null)\n"
	    "for level in 1 2 3 4 5 6 7 8 9 10; do\n"
	    "t=$(for i in 0 1 2 3 4 5 6 7 8 9; do printf '040000 tree %s\\t%s\\n' $t $i; done | git mktree)\n"
	    "e=$(for i in 0 1 2 3 4 5 6 7 8 9; do printf '040000 tree %s\\t%s\\n' $e $i; done | git mktree)\n"
	    "done; git tag bomb $t; git tag hollow $e\n"
	    "for level in $(seq 70); do b=$(printf '040000 tree %s\\td\\n' ${d:-$e} | git mktree); d=$b; done\n"
	    "git tag deep $d");
	assert_int_equal(try_open(f, "c", "bomb"), SOURCE_OK);
	assert_int_equal(source_list(f->source, 1000, f->diag), -1);
	assert_reported(f, "there are more than 1000 f");
	assert_int_equal(try_open(f, "c", "hollow"), SOURCE_OK);
	assert_int_equal(source_list(f->source, 1000, f->diag), -1);
	assert_reported(f, "there are more than 1000 folders");
	assert_picture(f, "c", "deep", "");
	assert_reported(f, "folders are nested more than");
}

static void
too_many_files_are_a_reported_error(void **state)
{
	struct fixture *f = *state;

	run(f, "mkdir c && cd c && touch a b c d");
	assert_int_equal(try_open(f, "c", NULL), SOURCE_OK);
	assert_int_equal(source_list(f->source, 3, f->diag), -1);
	assert_reported(f, "there are more than 3 files");
	assert_int_equal(try_open(f, "c", NULL), SOURCE_OK);
	assert_int_equal(source_list(f->source, 4, f->diag), 0);
}

static void
the_repositorys_configuration_is_never_read(void **state)
{
	struct fixture *f = *state;

	run(f, content);
	run(f, commit);
	/* Reading a FIFO would wait for ever; the rest would send git elsewhere or make it stop. */
	run(f,
	    "mkfifo pipe; cd c && printf '[include]\\n\\tpath = %s/../pipe\\n[core]\\n\\tworktree = /etc\\n"
	    "\\trepositoryformatversion = 99\\n\\tbare = maybe\\n[broken' $PWD >.git/config");
	assert_picture(f, "c", "HEAD", content_picture);
	assert_picture(f, "c/.git", NULL, content_picture);
}

static void
identity_is_the_blob_or_changes_with_the_file(void **state)
{
	struct fixture *f = *state;
	struct buf before = { 0 };

	run(f, "mkdir c && cd c && git init && printf hello >a && git add . && git commit -m 1");
	open_and_list(f, "c", "HEAD");
	assert_true(str_is(source_find(f->source, STR("a"))->identity,
	                   "b6fc4c620b67d95f953a5c1c1230aaab5db5a1b0"));
	open_and_list(f, "c", NULL);
	buf_add(&before, source_find(f->source, STR("a"))->identity);
	open_and_list(f, "c", NULL);
	assert_true(str_eq(source_find(f->source, STR("a"))->identity, buf_str(&before)));
	run(f, "cd c && printf hallo >b && mv b a");
	open_and_list(f, "c", NULL);
	assert_false(str_eq(source_find(f->source, STR("a"))->identity, buf_str(&before)));
	buf_release(&before);
}

struct reader {
	const struct source *source;
	size_t bytes;
	int failures;
};

static void *
read_all(void *context)
{
	struct reader *reader = context;
	struct diag *diag = diag_new();
	struct buf out = { 0 };
	size_t count;
	const struct source_entry *entries = source_entries(reader->source, &count);

	for (int round = 0; round < 5; round++)
		for (size_t i = 0; i < count; i++) {
			buf_clear(&out);
			if (source_read(reader->source, &entries[i], &out, diag) != 0)
				reader->failures++;
			reader->bytes += out.len;
		}
	buf_release(&out);
	diag_free(diag);
	return NULL;
}

static void
two_threads_read_at_once(void **state)
{
	static const char *const revs[] = { NULL, "HEAD", "packed" };
	struct fixture *f = *state;

	run(f,
	    "mkdir c && cd c && git init && i=0; while [ $i -lt 200 ]; do echo $i >$i.md; i=$((i+1)); done\n"
	    "git add . && git commit -m 1 && git tag packed");
	for (size_t r = 0; r < countof(revs); r++) {
		pthread_t threads[2];
		struct reader readers[2];

		if (r == 2)
			run(f, "cd c && git gc");
		open_and_list(f, "c", revs[r]);
		for (int i = 0; i < 2; i++) {
			readers[i] = (struct reader){ f->source, 0, 0 };
			pthread_create(&threads[i], NULL, read_all, &readers[i]);
		}
		for (int i = 0; i < 2; i++) {
			pthread_join(threads[i], NULL);
			assert_int_equal(readers[i].failures, 0);
			assert_int_equal(readers[i].bytes, 5 * (10 * 2 + 90 * 3 + 100 * 4));
		}
	}
}

static void
an_empty_folder_has_no_entries(void **state)
{
	struct fixture *f = *state;
	size_t count;

	run(f, "mkdir c");
	open_and_list(f, "c", NULL);
	source_entries(f->source, &count);
	assert_int_equal(count, 0);
	assert_null(source_find(f->source, STR("quartier.yml")));
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(a_folder_gives_its_entries_sorted_by_bytes_and_without_what_is_hidden),
		CASE(a_commit_gives_the_same_entries_as_the_folder),
		CASE(a_dirty_work_tree_never_leaks_into_a_revision),
		CASE(every_form_of_a_revision_finds_its_commit),
		CASE(a_bare_repository_reads_head_and_has_no_folder),
		CASE(shallow_packed_linked_and_borrowed_repositories_are_read),
		CASE(a_subfolder_of_a_repository_is_that_subfolder_of_the_commit),
		CASE(what_cannot_be_opened_is_wrong_usage_and_says_why),
		CASE(the_beginning_of_several_names_is_ambiguous),
		CASE(a_submodule_is_named_and_not_entered),
		CASE(a_pipe_is_listed_and_never_waited_for),
		CASE(a_file_that_became_a_link_since_it_was_listed_is_not_followed),
		CASE(one_file_is_read_by_path_and_only_content),
		CASE(a_file_larger_than_the_ceiling_is_not_read_at_all),
		CASE(names_that_would_read_differently_elsewhere_are_left_out_with_a_warning),
		CASE(forged_trees_are_refused_and_reported),
		CASE(a_tree_that_unfolds_without_end_is_cut_off),
		CASE(too_many_files_are_a_reported_error),
		CASE(the_repositorys_configuration_is_never_read),
		CASE(identity_is_the_blob_or_changes_with_the_file),
		CASE(two_threads_read_at_once),
		CASE(an_empty_folder_has_no_entries),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
