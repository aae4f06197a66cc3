#ifndef MAP_EXTRACT_REPORT_H
#define MAP_EXTRACT_REPORT_H
/* extract_report: what was strange in an extract: a note of each kind; for extract alone. */
struct diag;
struct raw;

void extract_report(const struct raw *raw, const char *path, struct diag *diag);
#endif
