#ifndef BASE_POS_H
#define BASE_POS_H
/*
 * pos: a place in a file that a person edits.
 *
 * `file` is the path as the association sees it (merchants/dumont.md), NUL-terminated and as
 * long-lived as the build; NULL means no file. Lines and columns begin at 1 and count code
 * points; 0 means unknown.
 */
struct pos {
	const char *file;
	unsigned line, column;
};
#endif
