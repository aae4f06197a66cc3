#include "base/i18n.h"

#include "base/buf.h"
#include "base/file.h"

#include <fcntl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A catalogue: a header of words, then where it says two tables of (length, place), one entry a
 * message: the texts, sorted, and their translations. Each text ends with NUL. */
enum { MAGIC_AT = 0, COUNT_AT = 8, TEXTS_AT = 12, TRANSLATIONS_AT = 16, HEADER = 28, ENTRY = 8 };
#define MAGIC 0x950412deU
enum { CATALOGUE_MAX = 1 << 24 };

static const char *const spoken[] = { "en", "fr", "nl", "de" };

/* What is the same everywhere in the program: set by i18n_start, then only read. */
static struct buf catalogue;
static const char *chosen = "en";

static size_t
word_at(size_t place)
{
	const unsigned char *byte = (const unsigned char *)catalogue.ptr + place;

	return (size_t)byte[0] | (size_t)byte[1] << 8 | (size_t)byte[2] << 16 |
	       (size_t)byte[3] << 24;
}

/* Entry `i` of the table that the header names at `table`. */
static struct str
entry(size_t table, size_t i)
{
	size_t place = word_at(table) + i * ENTRY;

	return (struct str){ catalogue.ptr + word_at(place + 4), word_at(place) };
}

/* All entries of a table lie in the file and end with NUL. */
static bool
table_is_sound(size_t table)
{
	size_t count = word_at(COUNT_AT), place = word_at(table);

	if (place > catalogue.len || count > (catalogue.len - place) / ENTRY)
		return false;
	for (size_t i = 0; i < count; i++) {
		size_t len = word_at(place + i * ENTRY), at = word_at(place + i * ENTRY + 4);

		if (at >= catalogue.len || len >= catalogue.len - at || catalogue.ptr[at + len])
			return false;
	}
	return true;
}

static void
load(const char *folder, const char *code)
{
	struct buf path = { 0 };
	int fd;

	buf_release(&catalogue);
	buf_printf(&path, "%s/%s/LC_MESSAGES/quartier.mo", folder, code);
	fd = open(path.ptr, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	buf_release(&path);
	if (fd < 0)
		return;
	catalogue.max = CATALOGUE_MAX;
	if (file_read_fd(&catalogue, fd) < 0 || catalogue.full || catalogue.len < HEADER ||
	    word_at(MAGIC_AT) != MAGIC || !table_is_sound(TEXTS_AT) ||
	    !table_is_sound(TRANSLATIONS_AT))
		buf_release(&catalogue);
	close(fd);
}

/* The translation of a text, all its forms with NUL between; empty: there is none. */
static struct str
find(const char *text)
{
	size_t low = 0, high = catalogue.len ? word_at(COUNT_AT) : 0;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = strcmp(text, entry(TEXTS_AT, middle).ptr);

		if (order == 0)
			return entry(TRANSLATIONS_AT, middle);
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return (struct str){ "", 0 };
}

const char *
i18n_text(const char *text)
{
	struct str found = text[0] ? find(text) : (struct str){ "", 0 };

	return found.len ? found.ptr : text;
}

/* Of the languages here, French says "0 page", the others "0 pages": their catalogues tell. */
static bool
is_one(size_t n)
{
	return n == 1 || (n == 0 && strstr(find("").ptr, "plural=(n > 1)"));
}

const char *
i18n_plural(const char *one, const char *many, size_t n)
{
	struct str found = find(one);
	size_t first = strlen(found.ptr);

	if (!found.len)
		return n == 1 ? one : many;
	return is_one(n) || first >= found.len ? found.ptr : found.ptr + first + 1;
}

/* The code that `locale` ("fr_BE.UTF-8", "nl") begins with, or NULL. */
static const char *
code_of(const char *locale)
{
	for (size_t i = 0; locale && i < countof(spoken); i++)
		if (strncmp(locale, spoken[i], 2) == 0 && strchr("_.@", locale[2]))
			return spoken[i]; /* strchr finds the ending NUL, too */
	return NULL;
}

static const char *
code_of_environment(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

	for (size_t i = 0; i < countof(names); i++) {
		const char *value = getenv(names[i]);

		if (value && value[0])
			return code_of(value);
	}
	return NULL;
}

const char *
i18n_start(const char *lang, const char *folder)
{
	const char *code = lang ? code_of(lang) : code_of_environment();

	if (!code)
		code = "en";
	/* What the C library says ("No space left on device") follows as far as it is installed. Numbers
	 * stay as C writes them. */
	if (!setlocale(LC_MESSAGES, ""))
		setlocale(LC_MESSAGES, "C.UTF-8");
	setlocale(LC_CTYPE, "C.UTF-8");
	setenv("LANGUAGE", code, 1);
	load(folder, code);
	chosen = code;
	return code;
}

const char *
i18n_code(void)
{
	return chosen;
}
