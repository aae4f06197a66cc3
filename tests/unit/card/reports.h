#ifndef TESTS_UNIT_CARD_REPORTS_H
#define TESTS_UNIT_CARD_REPORTS_H
/* reports: what a diag holds, as the text that people see, to be compared in tests. */
#include "base/diag.h"

#include <stdio.h>
#include <stdlib.h>

/* To be freed; "" when nothing was reported. */
static inline char *
reports(struct diag *diag)
{
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	diag_print(diag, out, DIAG_TEXT, false);
	fclose(out);
	return text;
}
#endif
