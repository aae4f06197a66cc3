#ifndef EMIT_MARKDOWN_TEXT_H
#define EMIT_MARKDOWN_TEXT_H
/*
 * markdown_text: text of strangers inside Markdown, on one line, meaning nothing.
 *
 * Format  CommonMark with GitHub's, GitLab's and Forgejo's additions: a backslash before what is markup; behind what
 *         would mention a person or refer to an issue, a space of no width (U+200B), since these services look for
 *         them in the finished text. (A mail address may be made a link to itself.) Characters that turn the direction of writing are left out.
 */
#include "base/str.h"

struct buf;

void markdown_add_text(struct buf *out, struct str text);
/* The same as code; for paths and addresses, which need to be copied as they are. */
void markdown_add_code(struct buf *out, struct str text);
#endif
