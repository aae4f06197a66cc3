#include "card/markdown.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "card/markdown_guard.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum {
	EXCERPT_MOST = 160, /* code points: what search engines show of a description */
	HEADING_MOST = 6,
	SCHEME_MOST = 10,
};

struct render {
	struct str text;
	struct pos at;
	const struct markdown_options *options;
	struct diag *diag;
	size_t line, offset;        /* the line found last and where it begins, see line_of */
	int headings[HEADING_MOST]; /* the levels, as written, of the headings that we are under */
	int headings_len;
};

/*
 * cmark-gfm is made for one thread in two places. Its list of extensions is filled once, here. And
 * it keeps which characters are special in a table that is global: parsing inlines writes the
 * attached extensions' characters into it and takes them out at the end. So a text that needs those
 * extensions is parsed alone, any number of others at the same time.
 */

static void
register_extensions(void)
{
	cmark_gfm_core_extensions_ensure_registered();
}

static void
attach(cmark_parser *parser, const char *name)
{
	cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
}

/* Whether anything in it could be an autolink or struck through. */
static bool
needs_special_characters(struct str text)
{
	return memchr(text.ptr, '~', text.len) || memchr(text.ptr, '@', text.len) ||
	       memmem(text.ptr, text.len, "://", 3) || memmem(text.ptr, text.len, "www.", 4);
}

static cmark_node *
parse(struct str text)
{
	static pthread_once_t registered = PTHREAD_ONCE_INIT;
	static pthread_rwlock_t special = PTHREAD_RWLOCK_INITIALIZER;
	bool alone = needs_special_characters(text);
	cmark_parser *parser;
	cmark_node *document;

	pthread_once(&registered, register_extensions);
	parser = cmark_parser_new(CMARK_OPT_DEFAULT);
	attach(parser, "table");
	if (alone) {
		attach(parser, "strikethrough");
		attach(parser, "autolink");
	}
	cmark_parser_feed(parser, text.ptr, text.len);
	if (alone)
		pthread_rwlock_wrlock(&special);
	else
		pthread_rwlock_rdlock(&special);
	document = cmark_parser_finish(parser);
	pthread_rwlock_unlock(&special);
	cmark_parser_free(parser);
	return document;
}

/* The text of line `number`, from 1. Nodes come in order, so the search goes on where it ended. */
static struct str
line_of(struct render *r, size_t number)
{
	struct str rest;

	if (r->line == 0 || number < r->line) {
		r->line = 1;
		r->offset = 0;
	}
	for (; r->line < number && r->offset < r->text.len; r->line++)
		r->offset += str_find(str_sub(r->text, r->offset, r->text.len), '\n') + 1;
	rest = str_sub(r->text, r->offset, r->text.len);
	return str_sub(rest, 0, str_find(rest, '\n'));
}

/* Where the node begins in the file. cmark knows the line of most, and the column (in bytes) of
 * some; it is believed when a link or a picture does begin there. */
static struct pos
place_of(struct render *r, cmark_node *node)
{
	int column = cmark_node_get_start_column(node), line = cmark_node_get_start_line(node);
	struct pos place = r->at;
	struct str text;
	size_t before;

	for (cmark_node *n = node; line <= 0 && n; n = cmark_node_parent(n)) {
		line = cmark_node_get_start_line(n);
		column = 0;
	}
	place.column = 0;
	if (line <= 0)
		return place;
	if (place.line)
		place.line += (unsigned)line - 1;
	text = line_of(r, (size_t)line);
	before = column > 0 ? (size_t)column - 1 : text.len;
	if (before < text.len && strchr("[<!", text.ptr[before]))
		place.column = (unsigned)utf8_count(str_sub(text, 0, before)) + 1 +
		               (line == 1 && r->at.column ? r->at.column - 1 : 0);
	return place;
}

static bool
is_scheme(struct str url, const char *scheme)
{
	size_t len = strlen(scheme);

	return url.len > len && url.ptr[len] == ':' &&
	       str_eq_ascii(str_sub(url, 0, len), str(scheme));
}

/* What is wrong with a link, as a translated sentence; NULL when it may stay. */
static const char *
link_fault(struct str url)
{
	static const char *const schemes[] = { "http", "https", "mailto", "tel", "geo" };
	size_t i = 0;

	for (size_t j = 0; j < url.len; j++)
		if ((unsigned char)url.ptr[j] < 0x20 || url.ptr[j] == 0x7f || url.ptr[j] == '\\')
			return _("a backslash or a control character is no part of an address");
	if (str_starts(url, "//"))
		return _("write the whole address, with https://");
	while (i < url.len && !strchr(":/?#", url.ptr[i]))
		i++;
	if (i == url.len || url.ptr[i] != ':')
		return NULL;
	for (size_t j = 0; j < countof(schemes); j++)
		if (is_scheme(url, schemes[j]))
			return NULL;
	return _(
		"links may begin with http, https, mailto, tel or geo, or lead to a page of this site");
}

/* Moves what is in `wrapper` before `node`, wrappers inside it opened, whatever may not stand there
 * dropped. */
static void
splice(cmark_node *node, cmark_node *wrapper)
{
	cmark_node *child, *inner;

	while ((child = cmark_node_first_child(wrapper))) {
		if (cmark_node_insert_before(node, child))
			continue;
		while ((inner = cmark_node_last_child(child)) &&
		       cmark_node_insert_after(child, inner))
			;
		cmark_node_free(child);
	}
	cmark_node_free(wrapper);
}

/* Puts what is inside the node in its place. The node is at its EXIT, so the iterator has left it.
 * Inside a wrapper that prints nothing, because each move costs the depth of where it goes; but a
 * table's cell takes no wrapper. */
static void
unwrap(cmark_node *node)
{
	cmark_node *wrapper = cmark_node_new(CMARK_NODE_CUSTOM_INLINE), *child;

	while ((child = cmark_node_first_child(node)))
		cmark_node_append_child(wrapper, child);
	if (!cmark_node_insert_before(node, wrapper))
		splice(node, wrapper);
	cmark_node_free(node);
}

static void
rewrite_link(struct render *r, cmark_node *node)
{
	struct str url = str(cmark_node_get_url(node));
	const char *why = link_fault(url);

	if (!why) {
		if (str_starts(url, "www.")) {
			diag_warning(r->diag, place_of(r, node), "link",
			             _("the link \"%.*s\" leads to a page of this site"),
			             STR_ARG(url));
			diag_hint(r->diag, _("did you mean https://%.*s?"), STR_ARG(url));
		}
		return;
	}
	diag_warning(r->diag, place_of(r, node), "link",
	             _("the link \"%.*s\" is not allowed; its text is kept"), STR_ARG(url));
	diag_hint(r->diag, "%s", why);
	unwrap(node);
}

static void
rewrite_image(struct render *r, cmark_node *node)
{
	const struct markdown_options *options = r->options;
	struct str url = str(cmark_node_get_url(node)), path = { 0 };

	if (options && options->picture)
		path = options->picture(options->context, url, place_of(r, node), r->diag);
	if (path.len > 0 && !cmark_node_first_child(node)) {
		diag_warning(r->diag, place_of(r, node), "alt",
		             _("there is no text for those who cannot see this picture"));
		diag_hint(r->diag, _("say what it shows: ![The shop window](%.*s)"), STR_ARG(url));
	}
	if (path.len == 0) {
		unwrap(node);
	} else {
		struct buf url_path = { 0 };

		/* cmark-gfm takes a % for one that escapes; all else it escapes itself. */
		for (size_t i = 0; i < path.len; i++)
			if (path.ptr[i] == '%')
				buf_adds(&url_path, "%25");
			else
				buf_addc(&url_path, path.ptr[i]);
		cmark_node_set_url(node, url_path.ptr);
		buf_release(&url_path);
	}
}

/* Raw HTML as the text that it is. */
static void
rewrite_html(cmark_node *node, bool block)
{
	cmark_node *text = cmark_node_new(CMARK_NODE_TEXT), *whole = text;
	const char *literal = cmark_node_get_literal(node);
	size_t len = strlen(literal);
	char *copy = strdup(literal);

	while (copy && block && len > 0 && (copy[len - 1] == '\n' || copy[len - 1] == '\r'))
		copy[--len] = '\0';
	cmark_node_set_literal(text, copy ? copy : "");
	free(copy);
	if (block) {
		whole = cmark_node_new(CMARK_NODE_PARAGRAPH);
		cmark_node_append_child(whole, text);
	}
	cmark_node_replace(node, whole);
	cmark_node_free(node);
}

/* Headings move under the page's own h1, each one below the one that it belongs to: a text that begins with
 * "##" would else leave a level out, which readers of the page by ear notice (WCAG, technique G141). */
static void
rewrite_heading(struct render *r, cmark_node *node)
{
	int written = cmark_node_get_heading_level(node);

	while (r->headings_len > 0 && r->headings[r->headings_len - 1] >= written)
		r->headings_len--;
	r->headings[r->headings_len++] = written;
	cmark_node_set_heading_level(node, r->headings_len < HEADING_MOST ? r->headings_len + 1
	                                                                  : HEADING_MOST);
}

/* Leaves are changed on ENTER, their only event; what has children on EXIT, when those are done. */
static void
rewrite(struct render *r, cmark_node *document)
{
	cmark_iter *iter = cmark_iter_new(document);
	cmark_event_type event;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);

		if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE)
			rewrite_html(node, type == CMARK_NODE_HTML_BLOCK);
		else if (type == CMARK_NODE_HEADING && event == CMARK_EVENT_ENTER)
			rewrite_heading(r, node);
		else if (type == CMARK_NODE_LINK && event == CMARK_EVENT_EXIT)
			rewrite_link(r, node);
		else if (type == CMARK_NODE_IMAGE && event == CMARK_EVENT_EXIT)
			rewrite_image(r, node);
	}
	cmark_iter_free(iter);
}

/* One tag as cmark wrote it, "<td align=\"right\">", as HTML5 wants it: no slash in void elements,
 * a class where the attribute is obsolete (and a style the content policy forbids), rel on links to
 * other hosts. In text and attributes cmark escapes < and >, so that only its own tags look so. */
static void
add_tag(struct buf *out, struct str tag)
{
	struct str inside = str_sub(tag, 0, tag.len - 1); /* without > */

	if (str_ends(inside, " /"))
		inside.len -= 2;
	if (str_starts(inside, "<td align=\"") || str_starts(inside, "<th align=\"")) {
		buf_add(out, str_sub(inside, 0, 4));
		buf_adds(out, "class=\"align-");
		buf_add(out, str_sub(inside, strlen("<td align=\""), inside.len));
	} else {
		buf_add(out, inside);
	}
	if (str_starts(inside, "<a href=\"")) {
		struct str url = str_sub(inside, strlen("<a href=\""), inside.len);

		if (is_scheme(url, "http") || is_scheme(url, "https"))
			buf_adds(out, " rel=\"noopener\"");
	}
	buf_addc(out, '>');
}

static struct str
tidy(struct arena *arena, struct str html)
{
	struct buf out = { 0 };
	struct str tidied;

	buf_reserve(&out, html.len + html.len / 8);
	while (html.len > 0) {
		size_t open = str_find(html, '<'), close;

		buf_add(&out, str_sub(html, 0, open));
		html = str_sub(html, open, html.len);
		close = str_find(html, '>');
		if (close == html.len) {
			buf_add(&out, html);
			break;
		}
		add_tag(&out, str_sub(html, 0, close + 1));
		html = str_sub(html, close + 1, html.len);
	}
	tidied = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return tidied;
}

static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Appends text with every run of white space as one space, none at the beginning. */
static void
add_folded(struct buf *out, struct str s)
{
	size_t i = 0;

	while (i < s.len) {
		size_t from = i;

		while (i < s.len && !is_space(s.ptr[i]))
			i++;
		buf_add(out, str_sub(s, from, i));
		from = i;
		while (i < s.len && is_space(s.ptr[i]))
			i++;
		if (i > from && out->len > 0 && out->ptr[out->len - 1] != ' ')
			buf_addc(out, ' ');
	}
}

/* The words of a paragraph: without tags, and without pictures. */
static void
add_words(struct buf *out, cmark_node *paragraph)
{
	cmark_iter *iter = cmark_iter_new(paragraph);
	cmark_event_type event;
	int pictures = 0;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE &&
	       out->len < (size_t)EXCERPT_MOST * 8) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);

		if (type == CMARK_NODE_IMAGE)
			pictures += event == CMARK_EVENT_ENTER ? 1 : -1;
		else if (pictures)
			continue;
		else if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
			add_folded(out, str(cmark_node_get_literal(node)));
		else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
			add_folded(out, STR(" "));
	}
	cmark_iter_free(iter);
}

/* At most EXCERPT_MOST code points, cut between words. */
static struct str
shorten(struct arena *arena, struct str text)
{
	size_t at = 0, cut = 0, n = 0;

	text = str_trim(text);
	if (utf8_count(text) <= EXCERPT_MOST)
		return arena_str(arena, text);
	for (; n < EXCERPT_MOST - 1; n++) {
		if (text.ptr[at] == ' ')
			cut = at;
		utf8_next(text, &at);
	}
	if (text.ptr[at] == ' ' || cut == 0)
		cut = at;
	while (cut > 1 && strchr(" ,;:-", text.ptr[cut - 1]))
		cut--;
	return arena_printf(arena, "%.*s\xe2\x80\xa6", (int)cut, text.ptr);
}

/* The first paragraph that says something, preferably one outside of lists and quotes. */
static struct str
excerpt(struct arena *arena, cmark_node *document)
{
	cmark_iter *iter = cmark_iter_new(document);
	struct buf words = { 0 };
	struct str result;

	for (cmark_node *n = cmark_node_first_child(document); n && words.len == 0;
	     n = cmark_node_next(n))
		if (cmark_node_get_type(n) == CMARK_NODE_PARAGRAPH)
			add_words(&words, n);
	while (words.len == 0 && cmark_iter_next(iter) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);

		if (cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH &&
		    cmark_iter_get_event_type(iter) == CMARK_EVENT_ENTER)
			add_words(&words, node);
	}
	cmark_iter_free(iter);
	result = shorten(arena, buf_str(&words));
	buf_release(&words);
	return result;
}

/* Paragraphs and nothing else, for a text that cmark is not given. */
static struct markdown
render_plain(struct arena *arena, struct str text)
{
	struct markdown plain = { .excerpt = { 0 } };
	struct buf html = { 0 }, words = { 0 };
	bool inside = false;
	struct str line;

	while (str_split(&text, '\n', &line)) {
		bool blank = str_trim(line).len == 0;

		if (blank != !inside) {
			buf_adds(&html, blank ? "</p>\n" : "<p>");
			inside = !blank;
		} else if (!blank) {
			buf_addc(&html, '\n');
		}
		buf_add_html(&html, str_trim(line));
		if (words.len < (size_t)EXCERPT_MOST * 8) {
			add_folded(&words, line);
			add_folded(&words, STR(" "));
		}
	}
	if (inside)
		buf_adds(&html, "</p>\n");
	plain.html = arena_str(arena, buf_str(&html));
	plain.excerpt = shorten(arena, buf_str(&words));
	buf_release(&html);
	buf_release(&words);
	return plain;
}

struct markdown
markdown_render(struct arena *arena, struct str text, struct pos at,
                const struct markdown_options *options, struct diag *diag)
{
	struct render r = { .text = text, .at = at, .options = options, .diag = diag };
	struct markdown result;
	cmark_node *document;
	unsigned line;
	const char *why;
	char *html;

	if (text.len == 0)
		return (struct markdown){ 0 };
	why = markdown_guard(text, &line);
	if (why) {
		struct pos place = { at.file, at.line ? at.line + line - 1 : 0, 1 };

		diag_warning(diag, place, "markdown", _("the text is shown without layout: %s"),
		             why);
		return render_plain(arena, text);
	}
	document = parse(text);
	result.excerpt = excerpt(arena, document);
	rewrite(&r, document);
	html = cmark_render_html(document, CMARK_OPT_DEFAULT, NULL);
	result.html = tidy(arena, str(html));
	free(html);
	cmark_node_free(document);
	return result;
}
