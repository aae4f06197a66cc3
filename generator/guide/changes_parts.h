#ifndef GUIDE_CHANGES_PARTS_H
#define GUIDE_CHANGES_PARTS_H
/* changes_parts: what the files of guide/changes share; nobody else includes it. */
#include "guide/changes.h"

struct change_list {
	struct change *items;
	size_t len;
};

/* What differs between two lists that are sorted as said_read leaves them. */
void changes_of_fields(struct change_list *out, struct arena *arena, const struct said_list *before,
                       const struct said_list *after, const struct changes_options *options);
/* What differs in the texts below the data. */
void changes_of_body(struct change_list *out, struct arena *arena, const struct text *before,
                     const struct text *after);
/* For each of `gone` the one of `come` that it became, by index, or `come_len`. */
size_t *changes_pair(struct arena *arena, enum kind kind, const struct card *const *gone,
                     size_t gone_len, const struct card *const *come, size_t come_len);
#endif
