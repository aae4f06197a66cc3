#include "map/draw_path.h"

#include "base/buf.h"

#include <math.h>
#include <stdlib.h>

static void
command(struct draw_path *path, char letter)
{
	if (path->command == letter)
		return;
	buf_addc(path->out, letter);
	path->command = letter;
}

/* `parted`: a letter stands before it. */
static void
integer(struct buf *out, double value, bool parted)
{
	char text[24];
	size_t at = sizeof text;
	bool negative = value < 0;
	uint64_t rest = (uint64_t)fabs(value);

	do {
		text[--at] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest);
	if (negative)
		text[--at] = '-';
	else if (!parted)
		text[--at] = ' ';
	buf_add(out, (struct str){ text + at, sizeof text - at });
}

void
draw_path_move(struct draw_path *path, struct dot to)
{
	buf_addc(path->out, 'm');
	integer(path->out, to.x - path->at.x, true);
	integer(path->out, to.y - path->at.y, false);
	path->at = to;
	path->command = 'l'; /* what pairs behind "m" are */
}

void
draw_path_line(struct draw_path *path, struct dot to)
{
	double dx = to.x - path->at.x, dy = to.y - path->at.y;
	char letter = dy == 0 ? 'h' : dx == 0 ? 'v' : 'l';
	bool said = path->command == letter;

	if (dx == 0 && dy == 0)
		return;
	command(path, letter);
	if (dx != 0)
		integer(path->out, dx, !said);
	if (dy != 0)
		integer(path->out, dy, !said && dx == 0);
	path->at = to;
}

void
draw_path_dot(struct draw_path *path)
{
	command(path, 'h');
	buf_addc(path->out, '0');
}

void
draw_path_close(struct draw_path *path, struct dot start)
{
	buf_addc(path->out, 'z');
	path->command = 'z';
	path->at = start;
}

void
draw_number(struct buf *out, double number)
{
	long hundredths = isfinite(number) && fabs(number) < 1e12 ? lround(number * 100) : 0;
	long rest = labs(hundredths);

	if (hundredths < 0)
		buf_addc(out, '-');
	if (rest >= 100 || rest == 0)
		buf_add_u64(out, (uint64_t)(rest / 100));
	if (rest % 100) {
		buf_addc(out, '.');
		buf_addc(out, (char)('0' + rest / 10 % 10));
	}
	if (rest % 10)
		buf_addc(out, (char)('0' + rest % 10));
}
