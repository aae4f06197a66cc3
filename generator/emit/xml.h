#ifndef EMIT_XML_H
#define EMIT_XML_H
/*
 * xml: text for XML documents.
 *
 * Format  XML 1.0, fifth edition: beside markup characters, those that it forbids even as
 *         references (2.2 Characters: most of the C0 controls, U+FFFE, U+FFFF) are left out: one of
 *         them would make the whole document unreadable.
 */
#include "base/str.h"

struct buf;

/* For text and for attribute values in double quotes. */
void xml_text(struct buf *out, struct str text);
/* <name>text</name>, indented; nothing where the text is empty. */
void xml_element(struct buf *out, const char *indent, const char *name, struct str text);
#endif
