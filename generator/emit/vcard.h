#ifndef EMIT_VCARD_H
#define EMIT_VCARD_H
/* vcard: a merchant for the reader's address book (RFC 6350, vCard 4.0). */
#include "emit/run.h"

/* piece->subject: a struct guide_merchant. */
void vcard_write(struct buf *out, struct arena *scratch, const struct run *run,
                 const struct piece *piece);
#endif
