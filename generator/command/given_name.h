#ifndef COMMAND_GIVEN_NAME_H
#define COMMAND_GIVEN_NAME_H
/* given_name: a name from the command line, as a card can hold it. */
#include "base/str.h"

struct arena;

/* One line, composed, without white space around it. False, told on standard error: not UTF-8, nothing in it,
 * too long. */
bool given_name(struct arena *arena, const char *given, struct str *name);
#endif
