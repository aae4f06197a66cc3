#ifndef COMMAND_IMPORT_TABLE_H
#define COMMAND_IMPORT_TABLE_H
/* import_table: what an import does, as a plain table on standard output, and its sum. */
#include "map/intake.h"

/* A line for each card that is made, changed or worth a look: action, card, name, category, street, what changes. */
void import_table(const struct intake *intake, bool dry_run);
void import_sum(const struct survey *survey, const struct intake *intake, bool dry_run);
#endif
