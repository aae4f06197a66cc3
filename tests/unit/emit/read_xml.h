/*
 * read_xml: checks that XML is well formed, as far as what we write goes: tags in pairs, attributes
 * quoted, only known entities, no character that XML 1.0 forbids.
 */
#ifndef TESTS_UNIT_EMIT_READ_XML_H
#define TESTS_UNIT_EMIT_READ_XML_H

#include "../check.h"

#include "base/utf8.h"

static inline void
check_xml_text(struct str text)
{
	static const char *const entities[] = { "&amp;", "&lt;", "&gt;", "&quot;", "&#13;" };

	assert_int_equal(str_find(text, '<'), text.len);
	for (size_t i = 0; i < text.len; i++) {
		bool known = text.ptr[i] != '&';

		for (size_t e = 0; !known && e < countof(entities); e++)
			known = str_starts(str_sub(text, i, text.len), entities[e]);
		assert_true(known);
	}
}

static inline void
check_xml_chars(struct str xml)
{
	size_t bad;

	assert_true(utf8_check(xml, &bad));
	for (size_t at = 0; at < xml.len;) {
		uint32_t c = utf8_next(xml, &at);

		assert_true(c == '\t' || c == '\n' || (c >= 0x20 && c != 0xfffe && c != 0xffff));
	}
}

/* `tag` is what stands between < and >. Quotes come in pairs and hold text. */
static inline void
check_xml_attributes(struct str tag)
{
	size_t at;

	while ((at = str_find(tag, '"')) < tag.len) {
		struct str rest = str_sub(tag, at + 1, tag.len);
		size_t end = str_find(rest, '"');

		assert_true(end < rest.len);
		check_xml_text(str_sub(rest, 0, end));
		tag = str_sub(rest, end + 1, rest.len);
	}
}

static inline struct str
xml_name(struct str tag)
{
	size_t end = 0;

	while (end < tag.len && !strchr(" \n/", tag.ptr[end]))
		end++;
	return str_sub(tag, 0, end);
}

static inline void
check_xml(struct str xml)
{
	struct str open[16], tag;
	size_t depth = 0, end;

	check_xml_chars(xml);
	assert_true(str_starts(xml, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"));
	xml = str_sub(xml, str_find(xml, '\n') + 1, xml.len);
	while (xml.len > 0) {
		size_t at = str_find(xml, '<');

		check_xml_text(str_sub(xml, 0, at));
		xml = str_sub(xml, at, xml.len);
		if (xml.len == 0)
			break;
		end = str_find(xml, '>');
		assert_true(end < xml.len);
		tag = str_sub(xml, 1, end);
		check_xml_attributes(tag);
		xml = str_sub(xml, end + 1, xml.len);
		if (tag.ptr[0] == '/') {
			assert_true(depth > 0);
			assert_true(str_eq(open[--depth], str_sub(tag, 1, tag.len)));
		} else if (!str_ends(tag, "/")) {
			assert_true(depth < countof(open));
			open[depth++] = xml_name(tag);
		}
	}
	assert_int_equal(depth, 0);
}
#endif
