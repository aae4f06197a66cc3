/*
 * map_draw: one region of a map drawn whole, and cut into tiles, for whoever compares the seams.
 *
 *   map_draw STYLE ZOOM SIDE PARTS FOLDER [EXTRACT]
 *
 * Writes SIDE pixels around the middle of the extract (else of a town of paper) as FOLDER/whole.svg, and PARTS × PARTS
 * tiles of it as FOLDER/COLUMN-ROW.svg.
 */
#include "../unit/map/paper_town.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "map/draw.h"

#include <stdlib.h>

struct drawer {
	struct arena *arena;
	struct diag *diag;
	struct extract extract;
	struct style style;
	struct scene scene;
	struct labels labels;
	double zoom, x, y; /* of the region's corner */
	unsigned side;
	const char *folder;
};

static int
read_files(struct drawer *d, const char *style, const char *extract)
{
	struct buf text = { 0 }, bytes = { 0 };
	int rc;

	if (!extract)
		paper_town(&bytes, 6);
	rc = extract ? file_read(&bytes, extract, d->diag) : 0;
	if (rc == 0)
		rc = file_read(&text, style, d->diag);
	if (rc == 0)
		rc = extract_read(&d->extract, buf_str(&bytes), extract ? extract : "paper",
		                  UINT64_C(1) << 30, d->diag);
	if (rc == 0)
		rc = style_read(&d->style, d->arena, buf_str(&text), style, d->diag);
	buf_release(&text);
	buf_release(&bytes);
	return rc;
}

/* The corner lies on a whole pixel, as tiles do. */
static void
make_scene(struct drawer *d)
{
	double pixels = mercator_pixels(d->zoom);
	struct box all, area;

	scene_make(&d->scene, d->arena, &d->extract, &d->style);
	all = d->scene.box;
	d->x = floor((all.x0 + all.x1) / 2 * pixels - d->side / 2.0);
	d->y = floor((all.y0 + all.y1) / 2 * pixels - d->side / 2.0);
	area = (struct box){ d->x / pixels, d->y / pixels, (d->x + d->side) / pixels,
		             (d->y + d->side) / pixels };
	labels_place(&d->labels, d->arena, &d->scene, d->zoom, LANG_FR, area, NULL, 0);
}

static int
draw(struct drawer *d, const char *name, double x, double y, double side)
{
	struct draw_options options = { .zoom = d->zoom,
		                        .x = d->x + x,
		                        .y = d->y + y,
		                        .width = side,
		                        .height = side,
		                        .labels = &d->labels };
	struct buf out = { 0 };
	char path[1000];
	int rc;

	draw_map(&out, d->arena, &d->scene, &options);
	snprintf(path, sizeof path, "%s/%s.svg", d->folder, name);
	rc = file_replace(path, buf_str(&out), d->diag);
	buf_release(&out);
	return rc;
}

static int
draw_all(struct drawer *d, unsigned parts)
{
	unsigned side = d->side / parts;
	char name[40];

	if (draw(d, "whole", 0, 0, d->side) < 0)
		return -1;
	for (unsigned x = 0; x < parts; x++)
		for (unsigned y = 0; y < parts; y++) {
			snprintf(name, sizeof name, "%u-%u", x, y);
			if (draw(d, name, x * side, y * side, side) < 0)
				return -1;
		}
	return 0;
}

int
main(int argc, char **argv)
{
	struct drawer d = { .arena = arena_new(), .diag = diag_new() };
	int rc;

	if (argc < 6) {
		fprintf(stderr, "map_draw STYLE ZOOM SIDE PARTS FOLDER [EXTRACT]\n");
		return 2;
	}
	d.zoom = strtod(argv[2], NULL);
	d.side = (unsigned)strtoul(argv[3], NULL, 10);
	d.folder = argv[5];
	rc = read_files(&d, argv[1], argc > 6 ? argv[6] : NULL);
	if (rc == 0) {
		make_scene(&d);
		rc = draw_all(&d, (unsigned)strtoul(argv[4], NULL, 10));
	}
	diag_print(d.diag, stderr, DIAG_TEXT, false);
	extract_free(&d.extract);
	diag_free(d.diag);
	arena_free(d.arena);
	return rc == 0 ? 0 : 1;
}
