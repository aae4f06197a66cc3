/* addresses, in an invented town that has everything: two villages, both languages, relations, lines. */
#include "../check.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "map/addresses.h"

#include <math.h>
#include <stdio.h>

enum { LAT = 504000000, LON = 38000000, STEP = 1000 }; /* a step: 11 m north, 7 m east */

struct fixture {
	struct buf xml;
	struct extract extract;
	struct addresses *addresses;
	struct arena *arena;
	struct diag *diag;
	int next; /* id of nodes that only ways need */
};

/* ---- writing an extract ---- */

/* "k=v|k=v" */
static void
add_tags(struct fixture *f, const char *tags)
{
	struct str rest = str(tags), tag;

	while (str_split(&rest, '|', &tag)) {
		size_t is = str_find(tag, '=');

		buf_adds(&f->xml, "<tag k=\"");
		buf_add_html(&f->xml, str_sub(tag, 0, is));
		buf_adds(&f->xml, "\" v=\"");
		buf_add_html(&f->xml, str_sub(tag, is + 1, tag.len));
		buf_adds(&f->xml, "\"/>");
	}
}

/* At x steps east and y steps north. */
static void
node(struct fixture *f, int id, int x, int y, const char *tags)
{
	buf_printf(&f->xml, "<node id=\"%d\" lat=\"%.7f\" lon=\"%.7f\">", id,
	           (LAT + y * STEP) / 1e7, (LON + x * STEP) / 1e7);
	add_tags(f, tags);
	buf_adds(&f->xml, "</node>\n");
}

/* A line over nodes that are there already. */
static void
way(struct fixture *f, int id, const int *nodes, size_t len, const char *tags)
{
	buf_printf(&f->xml, "<way id=\"%d\">", id);
	for (size_t i = 0; i < len; i++)
		buf_printf(&f->xml, "<nd ref=\"%d\"/>", nodes[i]);
	add_tags(f, tags);
	buf_adds(&f->xml, "</way>\n");
}

/* A straight line between two places. */
static void
street(struct fixture *f, int id, int x0, int y0, int x1, int y1, const char *tags)
{
	int nodes[2] = { f->next, f->next + 1 };

	node(f, f->next++, x0, y0, "");
	node(f, f->next++, x1, y1, "");
	way(f, id, nodes, 2, tags);
}

/* A square building of two steps round a place. */
static void
building(struct fixture *f, int id, int x, int y, const char *tags)
{
	static const int corners[4][2] = { { -1, -1 }, { 1, -1 }, { 1, 1 }, { -1, 1 } };
	int nodes[5];

	for (int i = 0; i < 4; i++) {
		nodes[i] = f->next++;
		node(f, nodes[i], x + corners[i][0], y + corners[i][1], "");
	}
	nodes[4] = nodes[0];
	way(f, id, nodes, 5, tags);
}

#define DOUR "|addr:postcode=7370|addr:city=Dour"
#define MONS "|addr:postcode=7000|addr:city=Mons"

/* Numbers on one side of a street, of Dour. */
static void
commerce(struct fixture *f)
{
	street(f, 1, 0, 0, 60, 0, "highway=residential|name=Rue du Commerce");
	street(f, 2, 300, 0, 310, 0, "highway=residential|name=Rue du Commerce");
	node(f, 12, 10, 2, "addr:housenumber=12|addr:street=Rue du Commerce" DOUR);
	node(f, 14, 14, 2, "addr:housenumber=14a|addr:street=Rue du Commerce" DOUR);
	node(f, 16, 18, 2, "addr:housenumber=16 bis|addr:street=Rue du Commerce" DOUR);
	node(f, 20, 22, 2, "addr:housenumber=20-22|addr:street=Rue du Commerce" DOUR);
	node(f, 24, 26, 2, "addr:housenumber=24;26|addr:street=Rue du Commerce" DOUR);
	node(f, 28, 30, 2, "addr:housenumber=28|addr:street=Rue du Commerce" DOUR);
	node(f, 34, 36, 2, "addr:housenumber=34|addr:street=Rue du Commerce" DOUR);
	node(f, 90, 40, 2, "addr:housenumber=90|addr:street=Rue du Commerce" DOUR);
	node(f, 13, 10, -2, "addr:housenumber=13|addr:street=Rue du Commerce" DOUR);
	/* Several objects of one address. */
	building(f, 301, 44, 4, "building=yes|addr:housenumber=3|addr:street=Rue du Commerce" DOUR);
	node(f, 303, 44, 3,
	     "shop=bakery|name=Dumont|addr:housenumber=3|addr:street=Rue du Commerce" DOUR);
	building(f, 305, 50, 4, "building=yes|addr:housenumber=5|addr:street=Rue du Commerce" DOUR);
	node(f, 306, 50, 3, "entrance=main|addr:housenumber=5|addr:street=Rue du Commerce" DOUR);
	node(f, 304, 51, 3, "shop=books|addr:housenumber=5|addr:street=Rue du Commerce" DOUR);
	building(f, 307, 56, 4, "building=yes|addr:housenumber=7|addr:street=Rue du Commerce" DOUR);
}

/* The same names in Dour and, three kilometres north, in Mons. */
static void
two_towns(struct fixture *f)
{
	street(f, 3, 0, 40, 30, 40, "highway=residential|name=Rue de l'Église");
	node(f, 401, 4, 42, "addr:housenumber=4A|addr:street=Rue de l'Église" DOUR);
	node(f, 402, 5, 42, "addr:housenumber=6|addr:street=Rue de l'Église" DOUR);
	street(f, 4, 0, 300, 30, 300, "highway=residential|name=Rue de l'Église");
	node(f, 403, 4, 302, "addr:housenumber=4A|addr:street=Rue de l'Église" MONS);
	node(f, 404, 8, 302, "addr:housenumber=8|addr:street=Rue de l'Église" MONS);
	/* Says no town: its neighbours do. */
	node(f, 405, 6, 302, "addr:housenumber=10|addr:street=Rue de l'Église");
	node(f, 406, 8, 310, "place=village|name=Mons|name:nl=Bergen");
}

static void
languages(struct fixture *f)
{
	street(f, 5, 0, 80, 20, 80,
	       "highway=pedestrian|name=Rue Neuve - Nieuwstraat|name:fr=Rue Neuve|name:nl=Nieuwstraat");
	node(f, 501, 3, 82, "addr:housenumber=1|addr:street=Rue Neuve - Nieuwstraat");
	node(f, 502, 6, 82, "addr:housenumber=3|addr:street=Nieuwstraat");
	street(f, 6, 0, 90, 20, 90, "highway=residential|name=Hauptstraße|alt_name=Dorfgasse");
	node(f, 503, 3, 92, "addr:housenumber=3a|addr:street=Hauptstraße");
	node(f, 504, 3, 94, "addr:housenumber=7|addr:street=Grand-Place");
	street(f, 7, 0, 96, 20, 96, "highway=residential|name=Äulestraße");
	node(f, 505, 3, 97, "addr:housenumber=2|addr:street=Äulestraße");
	street(f, 8, 0, 98, 20, 98, "highway=residential|name=Avenue Princesse Alice");
	node(f, 506, 3, 99, "addr:housenumber=2|addr:street=Avenue Princesse Alice");
	street(f, 9, 0, 102, 9, 102, "highway=residential|name=Bödaweg");
	street(f, 10, 0, 104, 9, 104, "highway=residential|name=Bodaweg");
	node(f, 507, 3, 103, "addr:housenumber=2|addr:street=Bödaweg");
	node(f, 508, 3, 105, "addr:housenumber=4|addr:street=Bodaweg");
	node(f, 509, 9, 110, "addr:housenumber=5|addr:place=Les Coeuvins");
	node(f, 510, 9, 112, "addr:housenumber=76, 76a, 76b|addr:street=Sentier Long");
	node(f, 511, 9, 114, "addr:housenumber=12/B|addr:street=Sentier Long");
	node(f, 514, 9, 116, "addr:housenumber=2|addr:street=Chemin du Bois");
	node(f, 515, 9, 118, "addr:housenumber=2|addr:street=Avenue Prince Albert");
	node(f, 516, 9, 120, "addr:housenumber=2|addr:street=Av. J.F. Kennedy");
	node(f, 512, 9, 400,
	     "addr:housenumber=2|addr:street=Rue Haute|addr:street:nl=Hoogstraat|"
	     "addr:postcode=1000|addr:city=Bruxelles - Brussel");
	node(f, 513, 9, 600,
	     "addr:housenumber=2|addr:street=Rue Haute|addr:postcode=4000|addr:city=Liège");
}

static void
lines_and_relations(struct fixture *f)
{
	static const int even[] = { 601, 603, 602 }, letters[] = { 604, 605 };

	node(f, 601, 0, 120, "addr:housenumber=2");
	node(f, 603, 30, 120, "");
	node(f, 602, 60, 120, "addr:housenumber=8|addr:street=Quai du Nord");
	way(f, 61, even, 3, "addr:interpolation=even");
	node(f, 604, 0, 124, "addr:housenumber=9a|addr:street=Quai du Nord");
	node(f, 605, 8, 124, "addr:housenumber=9e|addr:street=Quai du Nord");
	way(f, 62, letters, 2, "addr:interpolation=alphabetic");
	node(f, 610, 4, 130, "addr:housenumber=11");
	building(f, 611, 9, 130, "building=yes|addr:housenumber=13");
	street(f, 63, 0, 128, 30, 128, "highway=residential|name=Rue Basse");
	buf_adds(&f->xml, "<relation id=\"64\"><member type=\"node\" ref=\"610\" role=\"house\"/>"
	                  "<member type=\"way\" ref=\"611\" role=\"house\"/>"
	                  "<member type=\"way\" ref=\"63\" role=\"street\"/>");
	add_tags(f, "type=associatedStreet|name=Rue Basse|name:nl=Lage Straat|addr:city=Dour|"
	            "addr:postcode=7370");
	buf_adds(&f->xml, "</relation>\n");
}

static int
setup(void **state)
{
	static struct fixture fixture;
	struct fixture *f = &fixture;

	*f = (struct fixture){ .arena = arena_new(), .diag = diag_new(), .next = 100000 };
	buf_adds(&f->xml, "<osm version=\"0.6\">\n");
	commerce(f);
	two_towns(f);
	languages(f);
	lines_and_relations(f);
	buf_adds(&f->xml, "</osm>\n");
	if (extract_read(&f->extract, buf_str(&f->xml), "map/quartier.osm", 1 << 20, f->diag) < 0)
		return -1;
	f->addresses = addresses_new(&f->extract, STR("BE"));
	*state = f;
	return 0;
}

static int
teardown(void **state)
{
	struct fixture *f = *state;

	addresses_free(f->addresses);
	extract_free(&f->extract);
	buf_release(&f->xml);
	arena_free(f->arena);
	diag_free(f->diag);
	return 0;
}

/* ---- asking ---- */

static struct address_result
ask(struct fixture *f, const char *line, const char *postcode, const char *city)
{
	struct address_query query = { str(line), str(postcode), str(city), STR("BE") };

	return addresses_find(f->addresses, f->arena, &query);
}

struct question {
	const char *street, *postcode, *city;
	enum address_found found;
	double x, y; /* steps, of what was found */
};

static void
ask_all(struct fixture *f, const struct question *questions, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		const struct question *q = &questions[i];
		struct address_result got = ask(f, q->street, q->postcode, q->city);
		double x = (got.at.longitude * 1e7 - LON) / STEP;
		double y = (got.at.latitude * 1e7 - LAT) / STEP;

		if (got.found != q->found)
			fail_msg("\"%s\": found %d, not %d", q->street, got.found, q->found);
		assert_int_equal(got.at.set, q->found > ADDRESS_AMBIGUOUS);
		if (got.at.set && (fabs(x - q->x) > 0.3 || fabs(y - q->y) > 0.3))
			fail_msg("\"%s\": at %.2f %.2f, not %.2f %.2f", q->street, x, y, q->x,
			         q->y);
	}
}

static void
a_house_is_found_as_people_write_it(void **state)
{
	static const struct question questions[] = {
		{ "12 rue du Commerce", "", "", ADDRESS_HOUSE, 10, 2 },
		{ "Rue du Commerce 12", "7370", "Dour", ADDRESS_HOUSE, 10, 2 },
		{ "RUE DU COMMERCE, N° 12", "", "Dour", ADDRESS_HOUSE, 10, 2 },
		{ "n°12, r. du commerce", "7370", "", ADDRESS_HOUSE, 10, 2 },
		{ "12 rue du Commerce, 7370 Dour", "", "", ADDRESS_HOUSE, 10, 2 },
		{ "12 rue du Commerce, B-7370 Dour, Belgique", "", "", ADDRESS_HOUSE, 10, 2 },
		{ "12 rue du Commerce 7370 Dour", "", "", ADDRESS_HOUSE, 10, 2 },
		{ "12 rue du Commerce Dour", "", "", ADDRESS_HOUSE, 10, 2 },
		{ "7370 Dour, rue du Commerce 12", "", "", ADDRESS_HOUSE, 10, 2 },
		{ "Rue du Commerce 12, bte 3", "", "", ADDRESS_HOUSE, 10, 2 },
		{ "Rue du Commerce 12 bus 4", "", "", ADDRESS_HOUSE, 10, 2 },
		{ "Rue du Commerce 12/3", "", "", ADDRESS_HOUSE, 10, 2 },
		{ "Rue du Commerce 12/A", "", "", ADDRESS_HOUSE, 10, 2 },
		{ "Rue du Commerce 12, 1er étage", "", "", ADDRESS_HOUSE, 10, 2 },
		{ "Rue du Commerce 12 (galerie)", "", "", ADDRESS_HOUSE, 10, 2 },
		{ "rue-du-commerce-12", "", "", ADDRESS_HOUSE, 10, 2 },
		{ "12-rue-du-commerce", "", "", ADDRESS_HOUSE, 10, 2 },
		{ "Rue Commerce 12", "", "", ADDRESS_HOUSE, 10, 2 },
		{ "Rue du Commerce 14 A", "", "", ADDRESS_HOUSE, 14, 2 },
		{ "14a, rue du Commerce", "", "", ADDRESS_HOUSE, 14, 2 },
		{ "16bis rue du Commerce", "", "", ADDRESS_HOUSE, 18, 2 },
		{ "Rue du Commerce 16 bis", "", "", ADDRESS_HOUSE, 18, 2 },
		{ "Rue du Commerce 16b", "", "", ADDRESS_HOUSE, 18, 2 },
		{ "R. de l'Égl. 4A", "7370", "Dour", ADDRESS_HOUSE, 4, 42 },
		{ "Grand'Place 7", "", "", ADDRESS_HOUSE, 3, 94 },
		{ "Grand Place 7", "", "", ADDRESS_HOUSE, 3, 94 },
		{ "grand-place, 7", "", "", ADDRESS_HOUSE, 3, 94 },
		{ "Hauptstr. 3 a", "", "", ADDRESS_HOUSE, 3, 92 },
		{ "Hauptstrasse 3A", "", "", ADDRESS_HOUSE, 3, 92 },
		{ "Aeulestr. 2", "", "", ADDRESS_HOUSE, 3, 97 },
		{ "Aulestrasse 2", "", "", ADDRESS_HOUSE, 3, 97 },
		{ "Av. Princ. Alice 2", "", "", ADDRESS_HOUSE, 3, 99 },
		{ "Ch. du Bois 2", "", "", ADDRESS_HOUSE, 9, 116 },
		{ "Avenue John F. Kennedy 2", "", "", ADDRESS_HOUSE, 9, 120 },
		{ "Avenue John Fitzgerald Kennedy 2", "", "", ADDRESS_HOUSE, 9, 120 },
		/* Alice or Albert */
		{ "Av. Princ. A. 2", "", "", ADDRESS_NONE, 0, 0 },
		{ "Les Coeuvins 5", "", "", ADDRESS_HOUSE, 9, 110 },
		{ "Sentier Long 76b", "", "", ADDRESS_HOUSE, 9, 112 },
		{ "76, 76a, Sentier Long", "", "", ADDRESS_HOUSE, 9, 112 },
		{ "Sentier Long 12", "", "", ADDRESS_HOUSE, 9, 114 },
	};

	ask_all(*state, questions, countof(questions));
}

static void
a_range_and_its_houses_find_each_other(void **state)
{
	static const struct question questions[] = {
		{ "Rue du Commerce 20", "", "", ADDRESS_HOUSE, 22, 2 },
		{ "Rue du Commerce 22", "", "", ADDRESS_HOUSE, 22, 2 },
		{ "Rue du Commerce 20-22", "", "", ADDRESS_HOUSE, 22, 2 },
		{ "Rue du Commerce 20 à 22", "", "", ADDRESS_HOUSE, 22, 2 },
		{ "Rue du Commerce 20/22", "", "", ADDRESS_HOUSE, 22, 2 },
		{ "Rue du Commerce 24-26", "", "", ADDRESS_HOUSE, 26, 2 },
		{ "Rue du Commerce 24;26", "", "", ADDRESS_HOUSE, 26, 2 },
		{ "Rue du Commerce 26", "", "", ADDRESS_HOUSE, 26, 2 },
		{ "Rue du Commerce 12-14", "", "", ADDRESS_HOUSE, 10, 2 },
		{ "Rue du Commerce 10-12", "", "", ADDRESS_HOUSE, 10, 2 },
		{ "10 et 12, rue du Commerce", "", "", ADDRESS_HOUSE, 10, 2 },
		/* 21 is on the other side. */
		{ "Rue du Commerce 21", "7370", "", ADDRESS_STREET, 30, 0 },
	};

	ask_all(*state, questions, countof(questions));
}

static void
a_street_goes_by_all_its_names(void **state)
{
	static const struct question questions[] = {
		{ "Rue Neuve 1", "", "", ADDRESS_HOUSE, 3, 82 },
		{ "Nieuwstraat 1", "", "", ADDRESS_HOUSE, 3, 82 },
		{ "Nieuwstr. 1", "", "", ADDRESS_HOUSE, 3, 82 },
		{ "Rue Neuve - Nieuwstraat 1", "", "", ADDRESS_HOUSE, 3, 82 },
		{ "Rue Neuve 1 / Nieuwstraat 1", "", "", ADDRESS_HOUSE, 3, 82 },
		{ "Nieuwstraat 1 - Rue Neuve 1", "", "", ADDRESS_HOUSE, 3, 82 },
		{ "Rue Neuve 3", "", "", ADDRESS_HOUSE, 6, 82 },
		{ "Dorfgasse 3a", "", "", ADDRESS_HOUSE, 3, 92 },
		{ "Hoogstraat 2", "1000", "Brussel", ADDRESS_HOUSE, 9, 400 },
		{ "Rue Haute 2", "", "Bruxelles", ADDRESS_HOUSE, 9, 400 },
		{ "Hoogstr. 2, 1000 Brussel", "", "", ADDRESS_HOUSE, 9, 400 },
		{ "Rue Haute 2", "B-1000", "BRUXELLES", ADDRESS_HOUSE, 9, 400 },
		{ "Rue Haute 2 - Hoogstraat 2", "1000", "", ADDRESS_HOUSE, 9, 400 },
		{ "Rue Haute 2", "1050", "Bruxelles", ADDRESS_NONE, 0, 0 },
		{ "Lage Straat 11", "7370", "Dour", ADDRESS_HOUSE, 4, 130 },
	};

	ask_all(*state, questions, countof(questions));
}

static void
the_town_settles_which_of_two_is_meant(void **state)
{
	static const struct question questions[] = {
		{ "Rue de l'Église 4A", "", "", ADDRESS_AMBIGUOUS, 0, 0 },
		{ "Rue de l'Église", "", "", ADDRESS_AMBIGUOUS, 0, 0 },
		{ "Rue de l'Église 4A", "7370", "", ADDRESS_HOUSE, 4, 42 },
		{ "Rue de l'Église 4A", "", "MONS", ADDRESS_HOUSE, 4, 302 },
		{ "Rue de l'Église 4A", "", "Bergen", ADDRESS_HOUSE, 4, 302 },
		{ "Rue de l'Église 4A, 7000 Mons", "7370", "Dour", ADDRESS_HOUSE, 4, 302 },
		{ "Rue de l'Église 4A", "7000", "Mons Cedex", ADDRESS_HOUSE, 4, 302 },
		/* The postcode is known, the municipality's name is not. */
		{ "Rue de l'Église 4A", "7000", "Grand-Hornu", ADDRESS_HOUSE, 4, 302 },
		{ "Rue de l'Église 4A", "7000", "Dour", ADDRESS_NONE, 0, 0 },
		{ "Rue de l'Église 4A", "1000", "Bruxelles", ADDRESS_NONE, 0, 0 },
		{ "Rue de l'Église 8", "", "", ADDRESS_HOUSE, 8, 302 },
		{ "Rue de l'Église 8", "7370", "Dour", ADDRESS_STREET, 15, 40 },
		/* The map does not say of this one, but of its neighbours. */
		{ "Rue de l'Église 10", "7000", "Mons", ADDRESS_HOUSE, 6, 302 },
		{ "Rue de l'Église 10", "7370", "Dour", ADDRESS_STREET, 15, 40 },
	};

	ask_all(*state, questions, countof(questions));
}

static void
of_several_objects_the_entrance_or_the_node_wins(void **state)
{
	static const struct question questions[] = {
		{ "Rue du Commerce 3", "", "", ADDRESS_HOUSE, 44, 3 },
		{ "Rue du Commerce 5", "", "", ADDRESS_HOUSE, 50, 3 },
		{ "Rue du Commerce 7", "", "", ADDRESS_HOUSE, 56, 4 },
	};

	ask_all(*state, questions, countof(questions));
}

static void
relations_and_interpolation_lines_place_houses(void **state)
{
	static const struct question questions[] = {
		{ "Rue Basse 11", "7370", "Dour", ADDRESS_HOUSE, 4, 130 },
		{ "Rue Basse 13", "7370", "Dour", ADDRESS_HOUSE, 9, 130 },
		{ "Rue Basse 13", "7000", "Mons", ADDRESS_NONE, 0, 0 },
		{ "Quai du Nord 2", "", "", ADDRESS_HOUSE, 0, 120 },
		{ "Quai du Nord 8", "", "", ADDRESS_HOUSE, 60, 120 },
		{ "Quai du Nord 4", "", "", ADDRESS_INTERPOLATED, 20, 120 },
		{ "Quai du Nord 6", "", "", ADDRESS_INTERPOLATED, 40, 120 },
		{ "Quai du Nord 9c", "", "", ADDRESS_INTERPOLATED, 4, 124 },
		{ "Quai du Nord 9d", "", "", ADDRESS_INTERPOLATED, 6, 124 },
	};

	ask_all(*state, questions, countof(questions));
}

static void
a_house_between_neighbours_is_placed_between_them(void **state)
{
	static const struct question questions[] = {
		{ "Rue du Commerce 18", "", "", ADDRESS_INTERPOLATED, 20, 2 },
		{ "Rue du Commerce 30", "", "", ADDRESS_INTERPOLATED, 32, 2 },
		/* Next door: the map has 14a and 16 bis. */
		{ "Rue du Commerce 14", "", "", ADDRESS_INTERPOLATED, 14, 2 },
		{ "Rue du Commerce 12b", "", "", ADDRESS_INTERPOLATED, 10, 2 },
		/* Between 34 and 90 nobody knows; nor beyond the last, nor on a side with one house. */
		{ "Rue du Commerce 60", "7370", "Dour", ADDRESS_STREET, 30, 0 },
		{ "Rue du Commerce 92", "7370", "Dour", ADDRESS_STREET, 30, 0 },
		{ "Rue du Commerce 15", "7370", "Dour", ADDRESS_STREET, 30, 0 },
		{ "Rue du Commerce", "7370", "Dour", ADDRESS_STREET, 30, 0 },
		/* Two stretches, two kilometres apart: nothing says which. */
		{ "Rue du Commerce 60", "", "", ADDRESS_AMBIGUOUS, 0, 0 },
		/* A street of houses without a line. */
		{ "Grand-Place 8", "", "", ADDRESS_STREET, 3, 94 },
	};

	ask_all(*state, questions, countof(questions));
}

static void
two_streets_whose_names_differ_by_an_accent_are_two(void **state)
{
	static const struct question questions[] = {
		{ "Bödaweg 2", "", "", ADDRESS_HOUSE, 3, 103 },
		{ "Bodaweg 4", "", "", ADDRESS_HOUSE, 3, 105 },
		{ "BÖDAWEG 2", "", "", ADDRESS_HOUSE, 3, 103 },
		{ "Bödaweg 4", "", "", ADDRESS_INTERPOLATED, 3, 105 },
	};

	ask_all(*state, questions, countof(questions));
}

static void
what_is_no_address_is_not_found(void **state)
{
	static const char *const lines[] = {
		"",
		" ",
		"12",
		",",
		"Rue",
		"Rue du Commenge 12",
		"Avenue de la République 12",
		"Rue du Commerce12x99, , , 3-",
		"....",
		"- / -",
		"\xc2\xa0",
		"12 / 14",
		"Rue Neu.e 1",
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(lines); i++)
		assert_true(ask(f, lines[i], "", "").found < ADDRESS_INTERPOLATED);
}

static void
a_line_of_any_length_is_read(void **state)
{
	static const char *const pieces[] = {
		"Rue du Commerce 12, ", "1-", "a", "é", ".", " - ", "/"
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(pieces); i++) {
		struct buf line = { 0 };

		for (int k = 0; k < 2000; k++)
			buf_adds(&line, pieces[i]);
		ask(f, line.ptr, line.ptr, line.ptr);
		buf_release(&line);
	}
}

static void
hints_name_the_nearest_that_is_known(void **state)
{
	static const struct {
		const char *street, *postcode;
		const char *hints[ADDRESS_HINTS];
	} cases[] = {
		{ "Rue du Commerce 88",
		  "7370",
		  { "Rue du Commerce 90", "Rue du Commerce 34", "Rue du Commerce 28" } },
		{ "Rue du Comerce 12", "7370", { "Rue du Commerce" } },
		{ "Avenue du Commerce 12", "7370", { "Rue du Commerce" } },
		{ "Rue de l'Église 4A",
		  "",
		  { "Rue de l'Église 4A, 7370 Dour", "Rue de l'Église 4A, 7000 Mons" } },
		{ "Rue de l'Église 6", "1000", { "Rue de l'Église 6, 7370 Dour" } },
		{ "Chemin des Quatre Vents 12", "7370", { NULL } },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct address_result got = ask(f, cases[i].street, cases[i].postcode, "");

		for (size_t h = 0; h < ADDRESS_HINTS && cases[i].hints[h]; h++) {
			assert_true(got.hints_len > h);
			assert_str(got.hints[h], cases[i].hints[h]);
		}
		if (!cases[i].hints[0])
			assert_int_equal(got.hints_len, 0);
	}
}

static void
what_is_known_is_counted(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(addresses_houses(f->addresses), 42);
	assert_int_equal(addresses_streets(f->addresses), 17);
}

static void
an_extract_without_addresses_answers_too(void **state)
{
	static const char *const texts[] = {
		"<osm version=\"0.6\"/>",
		"<osm version=\"0.6\"><node id=\"1\" lat=\"0\" lon=\"0\">"
		"<tag k=\"addr:housenumber\" v=\"1\"/></node>"
		"<way id=\"1\"><nd ref=\"1\"/><nd ref=\"9\"/><tag k=\"highway\" v=\"a\"/>"
		"<tag k=\"name\" v=\"Rue du Commerce\"/></way>"
		"<way id=\"2\"><nd ref=\"1\"/><nd ref=\"1\"/><tag k=\"highway\" v=\"a\"/>"
		"<tag k=\"name\" v=\"Rue\"/></way>"
		"<way id=\"3\"><tag k=\"addr:interpolation\" v=\"odd\"/></way>"
		"<relation id=\"1\"><member type=\"relation\" ref=\"1\" role=\"\"/>"
		"<tag k=\"type\" v=\"associatedStreet\"/><tag k=\"addr:housenumber\" v=\"3\"/>"
		"<tag k=\"name\" v=\"Rue\"/></relation></osm>",
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < countof(texts); i++) {
		struct address_query query = { .street = STR("Rue du Commerce 1") };
		struct addresses *addresses;
		struct extract extract;

		assert_int_equal(extract_read(&extract, str(texts[i]), "x.osm", 1 << 20, f->diag),
		                 0);
		addresses = addresses_new(&extract, STR("BE"));
		assert_true(addresses_find(addresses, f->arena, &query).found <= ADDRESS_STREET);
		assert_int_equal(addresses_houses(addresses), 0);
		addresses_free(addresses);
		extract_free(&extract);
	}
	addresses_free(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_house_is_found_as_people_write_it),
		cmocka_unit_test(a_range_and_its_houses_find_each_other),
		cmocka_unit_test(a_street_goes_by_all_its_names),
		cmocka_unit_test(the_town_settles_which_of_two_is_meant),
		cmocka_unit_test(of_several_objects_the_entrance_or_the_node_wins),
		cmocka_unit_test(relations_and_interpolation_lines_place_houses),
		cmocka_unit_test(a_house_between_neighbours_is_placed_between_them),
		cmocka_unit_test(two_streets_whose_names_differ_by_an_accent_are_two),
		cmocka_unit_test(what_is_no_address_is_not_found),
		cmocka_unit_test(a_line_of_any_length_is_read),
		cmocka_unit_test(hints_name_the_nearest_that_is_known),
		cmocka_unit_test(what_is_known_is_counted),
		cmocka_unit_test(an_extract_without_addresses_answers_too),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
