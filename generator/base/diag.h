#ifndef BASE_DIAG_H
#define BASE_DIAG_H
/*
 * diag: what went wrong, where, and what to do: the program's conversation with the association.
 *
 * Threads  a diag belongs to one thread; each worker reports into its own, and diag_take brings
 *          them together when the workers are done.
 * Order    printing sorts by file, line, column and code, so that output never depends on threads.
 * Memory   texts are copied in. `pos.file` and codes are borrowed and must outlive the diag.
 * Codes    stable words of lower-case letters and hyphens, listed in the README.
 * Texts    come translated from the caller: diag_error(d, at, "phone", _("\"%.*s\" is …"), …).
 */
#include "base/hash.h"
#include "base/pos.h"
#include "base/str.h"

#include <stdio.h>

enum diag_severity { DIAG_NOTE, DIAG_WARNING, DIAG_ERROR };
enum diag_format { DIAG_TEXT, DIAG_JSON, DIAG_GITHUB };
enum { DIAG_MOST = 50 }; /* printed of one code for one file; the rest is counted */

struct diag;
struct json;

struct diag *diag_new(void);
void diag_free(struct diag *diag);                    /* NULL does nothing */
void diag_take(struct diag *into, struct diag *from); /* `from` is left empty */

void diag_error(struct diag *diag, struct pos at, const char *code, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
void diag_warning(struct diag *diag, struct pos at, const char *code, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
void diag_note(struct diag *diag, struct pos at, const char *code, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
/* What to do about the report made last. */
void diag_hint(struct diag *diag, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The environment failed: "cannot write site/index.html: No space left on device". Reads errno. */
void diag_errno(struct diag *diag, const char *path, const char *what);
/* The same for libraries with messages of their own. */
void
diag_environment(struct diag *diag, const char *format, ...) __attribute__((format(printf, 2, 3)));

size_t diag_count(const struct diag *diag, enum diag_severity severity);
bool diag_environment_failed(const struct diag *diag);

/* Everything reported, sorted, no more than DIAG_MOST of a code in a file. `color`: with ANSI
 * colours (DIAG_TEXT alone). */
void diag_print(struct diag *diag, FILE *out, enum diag_format format, bool color);
/* The same as elements of a list that is open, as DIAG_JSON has them: errors first, then warnings, then notes,
 * `most` together. */
void diag_json(struct diag *diag, struct json *json, size_t most);

/* What was told before, by file, code and text; not by line, for that moves with each edit above it. `= {0}`
 * is one of nothing. */
struct diag_memory {
	struct hash *hashes; /* sorted */
	size_t len;
};

/* Takes the warnings and notes out that the memory knows; it then knows those of `diag` and no others. */
void diag_drop_known(struct diag *diag, struct diag_memory *memory);
void diag_memory_release(struct diag_memory *memory);
#endif
