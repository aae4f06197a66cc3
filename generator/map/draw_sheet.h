#ifndef MAP_DRAW_SHEET_H
#define MAP_DRAW_SHEET_H
/*
 * draw_sheet: the style sheet of one drawing: the classes that it uses and no others, light and dark.
 *
 *     if (draw_sheet_class(&sheet, "ab")) {
 *             draw_sheet_colour(&sheet, "fill", &rule->fill);
 *             draw_sheet_add(&sheet, "stroke-linecap:butt");
 *     }
 */
#include "base/buf.h"
#include "map/style.h"

struct draw_sheet {
	struct buf light, dark;
	struct buf names; /* " ab cd " */
	struct str current;
	bool open, open_dark;
};

/* Begins a class; false when it is there already. `name` must outlive the sheet. */
bool draw_sheet_class(struct draw_sheet *sheet, struct str name);
void draw_sheet_colour(struct draw_sheet *sheet, const char *property,
                       const struct style_colour *colour);
void draw_sheet_add(struct draw_sheet *sheet, const char *declaration);
void
draw_sheet_number(struct draw_sheet *sheet, const char *property, double number, const char *unit);
/* Writes <style>; the sheet is done. */
void draw_sheet_write(struct draw_sheet *sheet, struct buf *out);
void draw_sheet_release(struct draw_sheet *sheet);
#endif
