#include "map/draw_sheet.h"

#include "map/draw_path.h"

#include <string.h>

enum { USUAL = 500 }; /* bytes of what few classes take */

static void
end_class(struct draw_sheet *sheet)
{
	if (sheet->open)
		buf_addc(&sheet->light, '}');
	if (sheet->open_dark)
		buf_addc(&sheet->dark, '}');
	sheet->open = sheet->open_dark = false;
}

bool
draw_sheet_class(struct draw_sheet *sheet, struct str name)
{
	char word[16];

	/* Between spaces, so that "b" is not found in "ab". */
	if (name.len + 2 > sizeof word)
		return false;
	word[0] = word[name.len + 1] = ' ';
	memcpy(word + 1, name.ptr, name.len);
	if (sheet->names.len && memmem(sheet->names.ptr, sheet->names.len, word, name.len + 2))
		return false;
	if (sheet->names.len == 0) {
		buf_reserve(&sheet->light, USUAL);
		buf_reserve(&sheet->dark, USUAL);
	}
	buf_add(&sheet->names, (struct str){ word, name.len + 2 });
	end_class(sheet);
	sheet->current = name;
	sheet->open = true;
	buf_addc(&sheet->light, '.');
	buf_add(&sheet->light, name);
	buf_addc(&sheet->light, '{');
	return true;
}

static void
part(struct buf *out)
{
	if (out->len && out->ptr[out->len - 1] != '{')
		buf_addc(out, ';');
}

/* "#ffeedd" is "#fed". */
static void
add_colour(struct buf *out, const char *property, const char *colour)
{
	part(out);
	buf_adds(out, property);
	buf_addc(out, ':');
	if (!colour[0])
		buf_adds(out, "none");
	else if (colour[1] == colour[2] && colour[3] == colour[4] && colour[5] == colour[6])
		buf_add(out, (struct str){ (char[]){ '#', colour[1], colour[3], colour[5] }, 4 });
	else
		buf_adds(out, colour);
}

void
draw_sheet_colour(struct draw_sheet *sheet, const char *property, const struct style_colour *colour)
{
	add_colour(&sheet->light, property, colour->light);
	if (strcmp(colour->light, colour->dark) == 0)
		return;
	if (!sheet->open_dark) {
		buf_addc(&sheet->dark, '.');
		buf_add(&sheet->dark, sheet->current);
		buf_addc(&sheet->dark, '{');
		sheet->open_dark = true;
	}
	add_colour(&sheet->dark, property, colour->dark);
}

void
draw_sheet_add(struct draw_sheet *sheet, const char *declaration)
{
	part(&sheet->light);
	buf_adds(&sheet->light, declaration);
}

void
draw_sheet_number(struct draw_sheet *sheet, const char *property, double number, const char *unit)
{
	draw_sheet_add(sheet, property);
	buf_addc(&sheet->light, ':');
	draw_number(&sheet->light, number);
	buf_adds(&sheet->light, unit);
}

void
draw_sheet_write(struct draw_sheet *sheet, struct buf *out)
{
	end_class(sheet);
	buf_adds(out, "<style>");
	buf_add(out, buf_str(&sheet->light));
	if (sheet->dark.len) {
		buf_adds(out, "@media(prefers-color-scheme:dark){");
		buf_add(out, buf_str(&sheet->dark));
		buf_addc(out, '}');
	}
	buf_adds(out, "</style>");
}

void
draw_sheet_release(struct draw_sheet *sheet)
{
	buf_release(&sheet->light);
	buf_release(&sheet->dark);
	buf_release(&sheet->names);
}
