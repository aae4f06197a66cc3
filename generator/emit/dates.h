#ifndef EMIT_DATES_H
#define EMIT_DATES_H
/*
 * dates: those of guide/dates.h, as machines read them.
 */
#include "guide/dates.h"

struct run;

/* "2026-05-03T10:00:00+02:00" in the site's zone; empty for what is not known. */
struct str dates_text(struct arena *arena, const struct run *run, int64_t utc);
#endif
