#ifndef BASE_BUF_H
#define BASE_BUF_H
/*
 * buf: text that grows.
 *
 * Memory  `= {0}` is a valid empty one; buf_release makes it empty again. `ptr` ends in NUL once
 *         anything was added, and moves as the text grows.
 * Errors  a buffer with a ceiling (`max` > 0) takes no byte beyond it and is `full` from then on;
 *         the caller looks once, at the end. Without one, size is bounded by memory alone.
 */
#include "base/str.h"

#include <stdint.h>

struct buf {
	char *ptr;
	size_t len, room;
	size_t max; /* most bytes it may hold; 0: no ceiling */
	bool full;  /* something did not fit */
};

void buf_release(struct buf *buf);
void buf_clear(struct buf *buf);                /* empty, memory kept, not full */
struct str buf_str(const struct buf *buf);      /* borrowed until the buffer changes */
void buf_reserve(struct buf *buf, size_t more); /* room for `more` bytes without moving */
void buf_add(struct buf *buf, struct str s);
void buf_adds(struct buf *buf, const char *text);
void buf_addc(struct buf *buf, char c);
void buf_add_u64(struct buf *buf, uint64_t number);          /* in decimal */
void buf_add_codepoint(struct buf *buf, uint32_t codepoint); /* in UTF-8 */
void buf_printf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Text for HTML: & < > " ' become entities, as the HTML standard asks of text and of attribute
 * values in either kind of quotes. */
void buf_add_html(struct buf *buf, struct str s);
#endif
