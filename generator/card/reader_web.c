#include "card/reader_parts.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "card/card.h"
#include "card/web.h"

#include <string.h>

void
reader_email(struct reader *r, const struct field *field, void *object,
             const struct yaml_node *node)
{
	struct str text = str_trim(node->text);

	if (!reader_expect(r, field, node, YAML_SCALAR))
		return;
	if (web_is_email(text)) {
		*MEMBER(object, field->offset, struct str) = arena_str(r->arena, text);
		return;
	}
	reader_error(r, node->at, "email", _("\"%s\" is not an e-mail address"),
	             reader_clip(r, text));
	diag_hint(r->diag, _("write one address: name@example.org"));
}

/* A web address in full; empty, reported, when it is none. */
static struct str
read_url(struct reader *r, const struct yaml_node *node)
{
	struct str text = str_trim(node->text);
	enum web_result result = web_check(text);

	if (result == WEB_OK)
		return arena_str(r->arena, text);
	if (result == WEB_NO_SCHEME) {
		struct str whole = arena_printf(r->arena, "https://%.*s", STR_ARG(text));

		reader_note(r, node->at, "url", _("\"%s\" is read as %s"), reader_clip(r, text),
		            reader_clip(r, whole));
		diag_hint(r->diag, _("write the whole address, with https://"));
		return whole;
	}
	reader_error(r, node->at, "url", _("\"%s\" is not a web address: %s"), reader_clip(r, text),
	             web_fault(result));
	diag_hint(r->diag, _("write it as the browser shows it: https://www.example.org/"));
	return (struct str){ 0 };
}

void
reader_url(struct reader *r, const struct field *field, void *object, const struct yaml_node *node)
{
	if (reader_expect(r, field, node, YAML_SCALAR))
		*MEMBER(object, field->offset, struct str) = read_url(r, node);
}

void
reader_base_url(struct reader *r, const struct field *field, void *object,
                const struct yaml_node *node)
{
	struct str url;

	if (!reader_expect(r, field, node, YAML_SCALAR))
		return;
	*MEMBER(object, field->beside, struct pos) = node->at;
	url = read_url(r, node);
	if (str_find(url, '?') < url.len || str_find(url, '#') < url.len) {
		reader_error(r, node->at, "url",
		             _("the site's address can have a path, but no ? and no #"));
		reader_example(r, field);
		return;
	}
	if (url.len && !str_ends(url, "/"))
		url = arena_printf(r->arena, "%.*s/", STR_ARG(url));
	*MEMBER(object, field->offset, struct str) = url;
}

/* ---- social networks and other links ---- */

static bool
is_handle(struct str text)
{
	for (size_t i = 0; i < text.len; i++) {
		char c = text.ptr[i];

		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
		      strchr("._-", c) || (unsigned char)c >= 0x80))
			return false;
	}
	return text.len > 0 && text.len <= 100;
}

/* A whole address rather than the name of an account: "https://…", "www.facebook.com/…". */
static bool
looks_like_url(struct str text)
{
	return str_find(text, '/') < text.len || str_starts(text, "www.");
}

static struct str
read_whatsapp(struct reader *r, const struct term *term, const struct yaml_node *node)
{
	struct phone phone = { 0 };

	if (phone_parse(&phone, r->scratch, str_trim(node->text), r->config->country))
		return arena_printf(r->arena, "%s%.*s", term->extra,
		                    STR_ARG(str_sub(phone.e164, 1, phone.e164.len)));
	reader_error(r, node->at, "phone", _("\"%s\" is not a phone number"),
	             reader_clip(r, node->text));
	diag_hint(
		r->diag,
		_("write the number with + and the country's code, or the address https://wa.me/…"));
	return (struct str){ 0 };
}

/* "@name@server", as Mastodon writes it. */
static struct str
read_fediverse(struct reader *r, struct str text, const struct yaml_node *node)
{
	size_t at;

	if (str_starts(text, "@"))
		text = str_sub(text, 1, text.len);
	at = str_find(text, '@');
	if (at < text.len && web_is_email(text))
		return arena_printf(r->arena, "https://%.*s/@%.*s",
		                    STR_ARG(str_sub(text, at + 1, text.len)),
		                    STR_ARG(str_sub(text, 0, at)));
	reader_error(r, node->at, "url", _("\"%s\" is not an account of Mastodon"),
	             reader_clip(r, node->text));
	diag_hint(r->diag, _("write @name@server.example, or the whole address"));
	return (struct str){ 0 };
}

static struct str
read_account(struct reader *r, const struct term *term, const struct yaml_node *node)
{
	struct str text = str_trim(node->text);

	if (looks_like_url(text))
		return read_url(r, node);
	if (str_is(str(term->id), "whatsapp"))
		return read_whatsapp(r, term, node);
	if (!term->extra)
		return read_fediverse(r, text, node);
	if (str_starts(text, "@"))
		text = str_sub(text, 1, text.len);
	if (is_handle(text))
		return arena_printf(r->arena, "%s%.*s", term->extra, STR_ARG(text));
	reader_error(r, node->at, "url", _("\"%s\" is neither an account's name nor an address"),
	             reader_clip(r, node->text));
	diag_hint(r->diag, _("write what comes after %s, or the whole address"), term->extra);
	return (struct str){ 0 };
}

static void
report_link(struct reader *r, const struct field *field, const struct yaml_node *node)
{
	const char *nearest = vocabulary_nearest(field->vocabulary, node->key);

	reader_warning(r, yaml_place(node), "unknown-key",
	               _("\"%s\" is not a known field; it is ignored"), reader_clip(r, node->key));
	if (nearest)
		diag_hint(r->diag, _("did you mean \"%s\"?"), nearest);
}

static void
read_link(struct reader *r, const struct field *field, struct links *links,
          const struct yaml_node *node)
{
	int kind = vocabulary_find(field->vocabulary, node->key);
	struct trail here = { r->trail, node->key.ptr, 0 };
	size_t count;
	const struct term *terms = vocabulary(field->vocabulary, &count);
	struct str url;

	if (kind < 0) {
		report_link(r, field, node);
		return;
	}
	if (reader_is_absent(node))
		return;
	r->trail = &here;
	if (reader_expect(r, field, node, YAML_SCALAR)) {
		url = field->vocabulary == VOCABULARY_SOCIAL ? read_account(r, &terms[kind], node)
		                                             : read_url(r, node);
		if (url.len)
			links->items[links->len++] = (struct link){ (uint16_t)kind, url, node->at };
	}
	r->trail = here.up;
}

void
reader_links(struct reader *r, const struct field *field, void *object,
             const struct yaml_node *node)
{
	struct links *links = MEMBER(object, field->offset, struct links);

	if (!reader_expect(r, field, node, YAML_MAP))
		return;
	links->items = arena_array(r->arena, node->len, sizeof *links->items);
	for (const struct yaml_node *link = node->first; link; link = link->next)
		read_link(r, field, links, link);
}
