#include "site/preview.h"

#include "base/buf.h"

#include <string.h>

/* The text of preview.js, which the assembler puts into the program (card/holidays_school.c tells why). */
#ifdef __APPLE__
#define CONSTANTS "__TEXT,__const"
#else
#define CONSTANTS ".rodata"
#endif
__asm__(".pushsection " CONSTANTS "\n"
        ".globl quartier_preview_script\n"
        "quartier_preview_script:\n"
        ".incbin \"generator/site/preview.js\"\n"
        ".byte 0\n"
        ".popsection\n");

/* A worker that another site left at this address, or an earlier preview, would show what it kept. */
const char preview_worker[] =
	"addEventListener('install', () => skipWaiting());\n"
	"addEventListener('activate', event => event.waitUntil((async () => {\n"
	"\tfor (const name of await caches.keys())\n"
	"\t\tawait caches.delete(name);\n"
	"\tawait registration.unregister();\n"
	"})()));\n";

static const char body_end[] = "</body>";

/* Where the last </body> begins, or the text ends. */
static size_t
find_end(const struct buf *html, size_t from)
{
	size_t len = sizeof body_end - 1;

	for (size_t i = html->len; i >= from + len; i--)
		if (memcmp(html->ptr + i - len, body_end, len) == 0)
			return i - len;
	return html->len;
}

static void
add_line(struct buf *out, struct str edition)
{
	buf_adds(out, "<script src=\"" PREVIEW_FOLDER "preview.js\" data-edition=\"");
	buf_add_html(out, edition);
	buf_adds(out, "\" defer></script>");
}

void
preview_mark(struct buf *html, size_t from, struct str edition)
{
	struct buf line = { 0 };
	size_t at, rest;

	add_line(&line, edition);
	buf_reserve(html, line.len);
	at = find_end(html, from);
	rest = html->len - at;
	buf_add(html, buf_str(&line));
	memmove(html->ptr + at + line.len, html->ptr + at, rest);
	memcpy(html->ptr + at, line.ptr, line.len);
	buf_release(&line);
}

void
preview_page(struct buf *out, const char *lang, struct str title, struct str text,
             struct str edition)
{
	buf_printf(out,
	           "<!doctype html>\n<html lang=\"%s\">\n<meta charset=\"utf-8\">\n"
	           "<meta name=\"viewport\" content=\"width=device-width\">\n<title>",
	           lang);
	buf_add_html(out, title);
	buf_adds(out, "</title>\n<body>\n<main>\n<h1>");
	buf_add_html(out, title);
	buf_adds(out, "</h1>\n<p>");
	buf_add_html(out, text);
	buf_adds(out, "</p>\n</main>\n");
	add_line(out, edition);
	buf_adds(out, "</body>\n</html>\n");
}
