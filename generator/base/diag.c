#include "base/diag.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/i18n.h"
#include "base/json.h"
#include "base/mem.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

struct report {
	enum diag_severity severity;
	struct pos at;
	const char *code;
	struct str message, hint;
};

struct diag {
	struct report *reports;
	size_t len, room;
	size_t counts[DIAG_ERROR + 1];
	bool environment; /* a disk, a permission, a library failed */
	struct arena *texts;
	struct arena **taken; /* texts of the diags brought in */
	size_t taken_len;
};

static const char *const severity_words[] = {
	[DIAG_NOTE] = "note",
	[DIAG_WARNING] = "warning",
	[DIAG_ERROR] = "error",
};

struct diag *
diag_new(void)
{
	struct diag *diag = mem_alloc(sizeof *diag);

	diag->texts = arena_new();
	return diag;
}

void
diag_free(struct diag *diag)
{
	if (!diag)
		return;
	for (size_t i = 0; i < diag->taken_len; i++)
		arena_free(diag->taken[i]);
	free(diag->taken);
	free(diag->reports);
	arena_free(diag->texts);
	free(diag);
}

static struct report *
report_push(struct diag *diag)
{
	if (diag->len == diag->room) {
		diag->room = diag->room ? size_mul(diag->room, 2) : 16;
		diag->reports =
			mem_resize(diag->reports, size_mul(diag->room, sizeof *diag->reports));
	}
	return &diag->reports[diag->len++];
}

static void
keep_texts(struct diag *diag, struct arena *texts)
{
	diag->taken = mem_resize(diag->taken, size_mul(diag->taken_len + 1, sizeof *diag->taken));
	diag->taken[diag->taken_len++] = texts;
}

void
diag_take(struct diag *into, struct diag *from)
{
	for (size_t i = 0; i < from->len; i++)
		*report_push(into) = from->reports[i];
	for (size_t s = 0; s < countof(into->counts); s++)
		into->counts[s] += from->counts[s];
	into->environment |= from->environment;
	if (from->len > 0) {
		keep_texts(into, from->texts);
		for (size_t i = 0; i < from->taken_len; i++)
			keep_texts(into, from->taken[i]);
		from->texts = arena_new();
		from->taken_len = 0;
	}
	from->len = 0;
	memset(from->counts, 0, sizeof from->counts);
	from->environment = false;
}

/* A control character of ISO 6429's second set, U+0080 to U+009F, which terminals obey like the first. */
static bool
is_second_control(const char *c, const char *end)
{
	return end - c > 1 && (unsigned char)c[0] == 0xc2 && (unsigned char)c[1] >= 0x80 &&
	       (unsigned char)c[1] < 0xa0;
}

/* Messages are one line each, whatever was quoted from the content: control characters, also those of
 * a terminal, become spaces. */
static struct str
one_line(struct arena *arena, const char *format, va_list args)
{
	struct buf text = { 0 };
	va_list again;
	int len;
	struct str copy;

	va_copy(again, args);
	len = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (len < 0)
		mem_exhausted();
	buf_reserve(&text, (size_t)len);
	vsnprintf(text.ptr, (size_t)len + 1, format, args);
	for (int i = 0; i < len; i++) {
		if ((unsigned char)text.ptr[i] < 0x20 || text.ptr[i] == 0x7f)
			text.ptr[i] = ' ';
		else if (is_second_control(text.ptr + i, text.ptr + len))
			text.ptr[i] = text.ptr[i + 1] = ' ';
	}
	copy = arena_str(arena, (struct str){ text.ptr, (size_t)len });
	buf_release(&text);
	return copy;
}

static void
report(struct diag *diag, enum diag_severity severity, struct pos at, const char *code,
       const char *format, va_list args)
{
	struct report *r = report_push(diag);

	*r = (struct report){ .severity = severity, .at = at, .code = code };
	r->message = one_line(diag->texts, format, args);
	diag->counts[severity]++;
}

void
diag_error(struct diag *diag, struct pos at, const char *code, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	report(diag, DIAG_ERROR, at, code, format, args);
	va_end(args);
}

void
diag_warning(struct diag *diag, struct pos at, const char *code, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	report(diag, DIAG_WARNING, at, code, format, args);
	va_end(args);
}

void
diag_note(struct diag *diag, struct pos at, const char *code, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	report(diag, DIAG_NOTE, at, code, format, args);
	va_end(args);
}

void
diag_hint(struct diag *diag, const char *format, ...)
{
	va_list args;

	if (diag->len == 0)
		return;
	va_start(args, format);
	diag->reports[diag->len - 1].hint = one_line(diag->texts, format, args);
	va_end(args);
}

void
diag_environment(struct diag *diag, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	report(diag, DIAG_ERROR, (struct pos){ 0 }, "environment", format, args);
	va_end(args);
	diag->environment = true;
}

static const char *
advice(int error)
{
	switch (error) {
	case ENOSPC:
	case EDQUOT:
		return _(
			"free some space on this disk, then build again; the site was not changed");
	case EACCES:
	case EPERM: return _("check who owns it, and whether you may read and write there");
	case EROFS: return _("this disk can only be read; choose another place with -o");
	case EFBIG: return _("a limit on file sizes is in force here (ulimit -f)");
	case EMFILE: return _("too many files are open at once (ulimit -n)");
	default: return NULL;
	}
}

void
diag_errno(struct diag *diag, const char *path, const char *what)
{
	int error = errno;

	diag_environment(diag, "%s: %s: %s", path, what, strerror(error));
	if (advice(error))
		diag_hint(diag, "%s", advice(error));
}

size_t
diag_count(const struct diag *diag, enum diag_severity severity)
{
	return diag->counts[severity];
}

bool
diag_environment_failed(const struct diag *diag)
{
	return diag->environment;
}

static int
compare_text(const char *a, const char *b)
{
	return str_cmp(str(a), str(b));
}

static int
compare_number(unsigned a, unsigned b)
{
	return (a > b) - (a < b);
}

/* By file, line, column, code, then text: a total order, so that threads cannot show. */
static int
compare_reports(const void *pa, const void *pb)
{
	const struct report *a = pa, *b = pb;
	int order = compare_text(a->at.file, b->at.file);

	if (order == 0)
		order = compare_number(a->at.line, b->at.line);
	if (order == 0)
		order = compare_number(a->at.column, b->at.column);
	if (order == 0)
		order = compare_text(a->code, b->code);
	if (order == 0)
		order = str_cmp(a->message, b->message);
	return order;
}

/* What begins a line of text: file:line:column, as compilers write it. */
static void
print_place(FILE *out, struct pos at)
{
	if (!at.file)
		fputs("quartier: ", out);
	else if (at.line == 0)
		fprintf(out, "%s: ", at.file);
	else
		fprintf(out, "%s:%u:%u: ", at.file, at.line, at.column);
}

static void
print_text(FILE *out, const struct report *r, bool color)
{
	static const char *const paint[] = {
		[DIAG_NOTE] = "\033[36m",
		[DIAG_WARNING] = "\033[33m",
		[DIAG_ERROR] = "\033[1;31m",
	};
	const char *on = color ? paint[r->severity] : "", *off = color ? "\033[0m" : "";

	print_place(out, r->at);
	fprintf(out, "%s%s:%s %.*s [%s]\n", on, severity_words[r->severity], off,
	        STR_ARG(r->message), r->code);
	if (r->hint.len)
		fprintf(out, "  hint: %.*s\n", STR_ARG(r->hint));
}

static void
write_json(struct json *out, const struct report *r)
{
	json_object(out);
	json_key(out, "severity");
	json_text(out, str(severity_words[r->severity]));
	json_key(out, "code");
	json_text(out, str(r->code));
	json_key(out, "file");
	json_text(out, str(r->at.file));
	json_key(out, "line");
	json_int(out, r->at.line);
	json_key(out, "column");
	json_int(out, r->at.column);
	json_key(out, "message");
	json_text(out, r->message);
	json_key(out, "hint");
	json_text(out, r->hint);
	json_object_end(out);
}

static void
print_json(FILE *out, const struct report *r)
{
	struct buf line = { 0 };
	struct json json;

	json_start(&json, &line, false);
	write_json(&json, r);
	fprintf(out, "%.*s\n", STR_ARG(buf_str(&line)));
	buf_release(&line);
}

/* GitHub's workflow commands: %, CR and LF are escaped in data; in properties also : and ,
 * (docs.github.com, "Workflow commands for GitHub Actions"). */
static void
print_escaped(FILE *out, struct str s, bool property)
{
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.ptr[i];

		if (c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ',')))
			fprintf(out, "%%%02X", c);
		else
			fputc(c, out);
	}
}

static void
print_github(FILE *out, const struct report *r)
{
	static const char *const commands[] = {
		[DIAG_NOTE] = "notice",
		[DIAG_WARNING] = "warning",
		[DIAG_ERROR] = "error",
	};

	fprintf(out, "::%s ", commands[r->severity]);
	if (r->at.file) {
		fputs("file=", out);
		print_escaped(out, str(r->at.file), true);
		if (r->at.line)
			fprintf(out, ",line=%u,col=%u", r->at.line, r->at.column);
		fputc(',', out);
	}
	fputs("title=", out);
	print_escaped(out, str(r->code), true);
	fputs("::", out);
	print_escaped(out, r->message, false);
	if (r->hint.len) {
		fputs("%0A", out);
		print_escaped(out, r->hint, false);
	}
	fputc('\n', out);
}

static void
print_report(FILE *out, const struct report *r, enum diag_format format, bool color)
{
	switch (format) {
	case DIAG_TEXT: print_text(out, r, color); break;
	case DIAG_JSON: print_json(out, r); break;
	case DIAG_GITHUB: print_github(out, r); break;
	}
}

/* How often each code came up in the file that is being printed. */
struct tally {
	const char *code;
	size_t count;
};

static struct tally *
tally_find(struct arena *arena, struct tally **tallies, size_t *len, const char *code)
{
	for (size_t i = 0; i < *len; i++)
		if (strcmp((*tallies)[i].code, code) == 0)
			return &(*tallies)[i];
	*tallies = arena_push(arena, *tallies, len, sizeof **tallies);
	(*tallies)[*len - 1].code = code;
	return &(*tallies)[*len - 1];
}

/* Prints what is in one file, [from, to): most of a code is told, the rest counted, so that a file of
 * garbage cannot bury the others. */
static void
print_file(struct diag *diag, size_t from, size_t to, FILE *out, enum diag_format format,
           bool color)
{
	struct arena *arena = arena_new();
	struct tally *tallies = NULL;
	size_t len = 0;

	for (size_t i = from; i < to; i++)
		if (tally_find(arena, &tallies, &len, diag->reports[i].code)->count++ < DIAG_MOST)
			print_report(out, &diag->reports[i], format, color);
	for (size_t i = 0; i < len; i++) {
		struct report more = { .severity = DIAG_NOTE,
			               .at.file = diag->reports[from].at.file };

		if (tallies[i].count <= DIAG_MOST)
			continue;
		more.code = "more";
		more.message =
			arena_printf(arena,
		                     ngettext("%zu more problem of the kind [%s] in this file",
		                              "%zu more problems of the kind [%s] in this file",
		                              tallies[i].count - DIAG_MOST),
		                     tallies[i].count - DIAG_MOST, tallies[i].code);
		print_report(out, &more, format, color);
	}
	arena_free(arena);
}

static void
sort(struct diag *diag)
{
	if (diag->len > 1)
		qsort(diag->reports, diag->len, sizeof *diag->reports, compare_reports);
}

void
diag_print(struct diag *diag, FILE *out, enum diag_format format, bool color)
{
	size_t to;

	sort(diag);
	for (size_t from = 0; from < diag->len; from = to) {
		for (to = from + 1; to < diag->len; to++)
			if (compare_text(diag->reports[from].at.file, diag->reports[to].at.file) !=
			    0)
				break;
		print_file(diag, from, to, out, format, color);
	}
}

void
diag_json(struct diag *diag, struct json *json, size_t most)
{
	sort(diag);
	for (int severity = DIAG_ERROR; severity >= DIAG_NOTE; severity--)
		for (size_t i = 0; i < diag->len && most > 0; i++)
			if ((int)diag->reports[i].severity == severity) {
				write_json(json, &diag->reports[i]);
				most--;
			}
}

static struct hash
hash_report(const struct report *r)
{
	return hash_mix(hash_mix(hash_of(str(r->at.file)), hash_of(str(r->code))),
	                hash_of(r->message));
}

static int
compare_hashes(const void *pa, const void *pb)
{
	const struct hash *a = pa, *b = pb;

	if (a->high != b->high)
		return a->high < b->high ? -1 : 1;
	return (a->low > b->low) - (a->low < b->low);
}

void
diag_drop_known(struct diag *diag, struct diag_memory *memory)
{
	struct hash *hashes = mem_alloc(size_mul(diag->len + 1, sizeof *hashes));
	size_t all = diag->len;

	diag->len = 0;
	for (size_t i = 0; i < all; i++) {
		const struct report *r = &diag->reports[i];

		hashes[i] = hash_report(r);
		if (r->severity == DIAG_ERROR || memory->len == 0 ||
		    !bsearch(&hashes[i], memory->hashes, memory->len, sizeof *hashes,
		             compare_hashes))
			diag->reports[diag->len++] = *r;
		else
			diag->counts[r->severity]--;
	}
	if (all > 1)
		qsort(hashes, all, sizeof *hashes, compare_hashes);
	free(memory->hashes);
	*memory = (struct diag_memory){ hashes, all };
}

void
diag_memory_release(struct diag_memory *memory)
{
	free(memory->hashes);
	*memory = (struct diag_memory){ 0 };
}
