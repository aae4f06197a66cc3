#ifndef CARD_SLUG_H
#define CARD_SLUG_H
/* slug: the name of a card in file names and addresses: [a-z0-9]+(-[a-z0-9]+)*, 64 bytes at most. */
#include "base/str.h"

enum { SLUG_MOST = 64 };

bool slug_is_valid(struct str text);
#endif
