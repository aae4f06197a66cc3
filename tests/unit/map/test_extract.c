/* extract: OpenStreetMap's XML, as programs write it and as nobody should. */
#include "extracts.h"

#include "base/utf8.h"
#include "map/extract_number.h"

#include <math.h>
#include <zlib.h>

#define NODES                                                                                      \
	"<node id='1' lat='50.1' lon='3.1'/><node id='2' lat='50.2' lon='3.1'/>"                   \
	"<node id='3' lat='50.2' lon='3.2'/>"

/* ---- what is in it ---- */

static void
objects_come_with_their_tags_points_and_members(void **state)
{
	const struct extract *e = read_well(
		*state,
		"<?xml version='1.0' encoding='UTF-8'?>\n<osm version='0.6'>\n"
		"<bounds minlat='50' minlon='3' maxlat='51' maxlon='4'/>" NODES
		"<node id='7' version='4' lat='50.15' lon='3.15'><tag k='shop' v='bakery'/>"
		"<tag k='name' v='L&apos;&#xC9;pi &amp; co'/></node>"
		"<way id='10' version='2'><nd ref='1'/><nd ref='2'/><nd ref='3'/><nd ref='1'/>"
		"<tag k='building' v='yes'/></way>"
		"<relation id='20'><member type='way' ref='10' role='outer'/>"
		"<member type='node' ref='7' role=''/><member type='way' ref='11' role='inner'/>"
		"<tag k='type' v='multipolygon'/></relation></osm>\n");
	const struct osm_node *node = extract_node(e, 7);
	const struct osm_way *way = extract_way(e, 10);
	const struct osm_relation *relation = extract_relation(e, 20);

	assert_int_equal(e->points_len, 4);
	assert_int_equal(e->nodes_len, 1);
	assert_int_equal(e->points[3].lat, 501500000);
	assert_int_equal(node->at.lon, 31500000);
	assert_int_equal(node->object.version, 4);
	assert_str(osm_tag(&node->object, "name"), "L'Épi & co");
	assert_true(osm_is(&node->object, "shop", "bakery"));
	assert_str(osm_tag(&node->object, "ref"), "");
	assert_true(way->whole && way->len == 4 && osm_way_closed(way));
	assert_int_equal(way->nodes[2], 2);
	assert_int_equal(relation->len, 3);
	assert_ptr_equal(relation->members[0].way, way);
	assert_str(relation->members[0].role, "outer");
	assert_null(relation->members[1].way);
	assert_null(relation->members[2].way);
	assert_true(e->has_bounds && e->south >= 50 && e->east <= 4);
	assert_null(extract_node(e, 1));
	assert_null(extract_way(e, 7));
}

static void
the_order_of_elements_does_not_matter(void **state)
{
	const struct extract *e = read_well(
		*state,
		"<osm><relation id='5'><member type='way' ref='4' role=''/></relation>"
		"<way id='4'><nd ref='2'/><nd ref='-9'/></way><way id='-4'><nd ref='2'/></way>"
		"<node id='2' lat='1' lon='2'/><node id='-9' lat='3' lon='4'/></osm>");

	assert_int_equal(e->ids[0], -9);
	assert_int_equal(e->ids[1], 2);
	assert_int_equal(e->ways[0].object.id, -4);
	assert_int_equal(extract_way(e, 4)->nodes[1], 0);
	assert_ptr_equal(e->relations[0].members[0].way, extract_way(e, 4));
	assert_false(e->has_bounds);
}

static void
what_josm_and_overpass_write_is_read(void **state)
{
	static const char *const files[] = {
		"<?xml version='1.0' encoding='UTF-8'?>\n<osm version='0.6' upload='false' generator='JOSM'>"
		"<bounds minlat='1' minlon='1' maxlat='2' maxlon='2' origin='x'/>"
		"<node id='-1' action='modify' lat='1.5' lon='1.5'><tag k='shop' v='florist'/></node>"
		"<node id='-2' action='delete' lat='1.5' lon='1.5'><tag k='shop' v='gone'/></node>"
		"</osm>",
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\" generator=\"Overpass API\">"
		"<note>The data included in this document is from www.openstreetmap.org.</note>"
		"<meta osm_base=\"2026-05-01T00:00:00Z\" areas=\"x\"/>"
		"<way id=\"1\"><center lat=\"1\" lon=\"1\"/><nd ref=\"-1\" lat=\"1\" lon=\"1\"/></way>"
		"<relation id=\"1\"><member type=\"way\" ref=\"1\" role=\"\"><nd lat=\"1\" lon=\"1\"/>"
		"</member></relation>"
		"<node id=\"-1\" lat=\"1.5\" lon=\"1.5\">\n<tag k=\"shop\" v=\"florist\"/>\n</node></osm>",
		"\xEF\xBB\xBF<osm>\r\n<node id='-1' visible='true' lat='1.5' lon='1.5'>"
		"<tag k='shop' v='florist'/></node>\r\n"
		"<node id='4' visible='false' version='3'/></osm>",
	};

	for (size_t i = 0; i < countof(files); i++) {
		const struct extract *e = read_well(*state, files[i]);

		assert_int_equal(e->points_len, 1);
		assert_int_equal(e->nodes_len, 1);
		assert_true(osm_is(&e->nodes[0].object, "shop", "florist"));
	}
}

static void
other_encodings_become_utf8(void **state)
{
	static const char utf16[] =
		"\xFF\xFE<\0o\0s\0m\0>\0<\0n\0o\0d\0e\0 \0i\0d\0=\0'\0"
		"1\0'\0 \0l\0a\0t\0=\0'\0"
		"1\0'\0 \0l\0o\0n\0=\0'\0"
		"1\0'\0>\0<\0t\0a\0g\0 \0k\0=\0'\0a\0'\0 \0v\0=\0'\0\xE9\0'\0/\0>\0"
		"<\0/\0n\0o\0d\0e\0>\0<\0/\0o\0s\0m\0>";
	struct reading *r = *state;
	const struct extract *e = read_well(
		r, "<?xml version='1.0' encoding='ISO-8859-1'?><osm><node id='1' lat='1' lon='1'>"
		   "<tag k='a' v='\xE9'/></node></osm>");

	assert_str(osm_tag(&e->nodes[0].object, "a"), "é");
	assert_int_equal(read_bytes(r, (struct str){ utf16, sizeof utf16 }, EXTRACTS_MOST), 0);
	assert_str(osm_tag(&r->extract.nodes[0].object, "a"), "é");
}

static void
several_bounds_become_one(void **state)
{
	const struct extract *e =
		read_well(*state, "<osm><bounds minlat='1' minlon='1' maxlat='2' maxlon='2'/>"
	                          "<bounds minlat='-1' minlon='1.5' maxlat='1.5' maxlon='9'/>" NODES
	                          "</osm>");

	assert_true(fabs(e->south + 1) < 1e-9 && fabs(e->north - 2) < 1e-9);
	assert_true(fabs(e->west - 1) < 1e-9 && fabs(e->east - 9) < 1e-9);
}

static void
texts_are_kept_once_and_stay_apart(void **state)
{
	struct reading *r = *state;
	struct buf text = { 0 };

	buf_adds(&text, "<osm>");
	for (int i = 0; i < 5000; i++)
		buf_printf(&text,
		           "<node id='%d' lat='1' lon='1'><tag k='k%d' v='%d'/>"
		           "<tag k='same' v='v'/></node>",
		           i, i % 100, i);
	buf_adds(&text, "</osm>");
	read_well(r, text.ptr);
	for (int i = 0; i < 5000; i++) {
		const struct osm_tags *tags = &r->extract.nodes[i].object.tags;
		char value[16];

		snprintf(value, sizeof value, "%d", i);
		assert_str(tags->items[0].value, value);
		assert_ptr_equal(tags->items[1].key.ptr,
		                 r->extract.nodes[0].object.tags.items[1].key.ptr);
		assert_ptr_equal(tags->items[0].key.ptr,
		                 r->extract.nodes[i % 100].object.tags.items[0].key.ptr);
	}
	buf_release(&text);
}

/* ---- what is merely strange ---- */

static void
strange_things_are_left_out_and_counted(void **state)
{
	static const struct {
		const char *text, *said;
		size_t points, ways;
	} cases[] = {
		{ "<node id='5' lat='91' lon='0'/><node id='6' lat='0' lon='-180.0000001'/>",
		  "nodes whose latitude or longitude is missing or outside the world: 2, left out; "
		  "the first is node/5",
		  3, 0 },
		{ "<node id='5' lat='NaN' lon='0'/>", "the first is node/5", 3, 0 },
		{ "<node id='5' lat='inf' lon='0'/>", "the first is node/5", 3, 0 },
		{ "<node id='5' lat='' lon='0'/>", "the first is node/5", 3, 0 },
		{ "<node id='5' lat='1,5' lon='0'/>", "the first is node/5", 3, 0 },
		{ "<node id='5' lat='1'/>", "the first is node/5", 3, 0 },
		{ "<node lat='1' lon='1'/><way/><relation id=''/>",
		  "objects without an id that is a number: 3, left out; the first is a node", 3,
		  0 },
		{ "<node id='9223372036854775808' lat='1' lon='1'><tag k='a' v='b'/></node>",
		  "objects without an id that is a number: 1, left out", 3, 0 },
		{ "<node id='1' lat='50.1' lon='3.1'/>",
		  "objects that come more than once: 1, the latest version is taken; the first is node/1",
		  3, 0 },
		{ "<way id='8'><nd ref='77'/></way><way id='9'/>",
		  "ways none of whose nodes is in the file: 2, left out; the first is way/8", 3,
		  0 },
		{ "<way id='8'><nd ref='77'/><nd ref='1'/><nd ref='x'/><nd/></way>",
		  "ways some of whose nodes are not in the file: 1, used as far as they are known; the first "
		  "is way/8",
		  3, 1 },
		{ "<bounds minlat='2' minlon='0' maxlat='1' maxlon='1'/><bounds/>",
		  "bounds that make no sense: 2, left out", 3, 0 },
		{ "<relation id='6'><member type='way' ref='77' role='outer'/>"
		  "<tag k='type' v='multipolygon'/></relation>",
		  "areas some of whose ways are not in the file: 1, used as far as they can be closed; "
		  "the first is relation/6",
		  3, 0 },
		{ "<bounds minlat='0' minlon='179' maxlat='1' maxlon='-179'/>",
		  "bounds that make no sense: 1", 3, 0 },
	};
	struct reading *r = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		char text[1024];

		snprintf(text, sizeof text, "<osm>" NODES "%s</osm>", cases[i].text);
		assert_int_equal(read_text(r, text), 0);
		assert_said(r, "note: ");
		assert_said(r, cases[i].said);
		assert_int_equal(diag_count(r->diag, DIAG_NOTE), 1);
		assert_int_equal(diag_count(r->diag, DIAG_WARNING), 0);
		assert_int_equal(r->extract.points_len, cases[i].points);
		assert_int_equal(r->extract.ways_len, cases[i].ways);
	}
}

static void
a_note_tells_the_line_of_the_first(void **state)
{
	struct reading *r = *state;

	assert_int_equal(read_text(r, "<osm>\n" NODES "\n<node id='5' lat='x' lon='1'/>\n"
	                              "<node id='6' lat='x' lon='1'/></osm>"),
	                 0);
	assert_said(r, "map/quartier.osm:3:1: note: nodes whose latitude or longitude");
}

static void
of_an_object_that_comes_twice_the_latest_version_counts(void **state)
{
	static const struct {
		const char *text;
		int32_t lat; /* 0: not there */
		bool tagged;
	} cases[] = {
		{ "<node id='1' version='2' lat='2' lon='0'/><node id='1' version='3' lat='3' lon='0'/>",
		  3, false },
		{ "<node id='1' version='3' lat='3' lon='0'/><node id='1' version='2' lat='2' lon='0'>"
		  "<tag k='a' v='b'/></node>",
		  3, false },
		{ "<node id='1' version='10' lat='3' lon='0'><tag k='a' v='b'/></node>"
		  "<node id='1' version='9' lat='2' lon='0'/>",
		  3, true },
		/* Of one version, what stands later. */
		{ "<node id='1' lat='2' lon='0'/><node id='1' lat='4' lon='0'/>"
		  "<node id='1' lat='3' lon='0'><tag k='a' v='b'/></node>",
		  3, true },
		/* A history: deleted in the end, or brought back. */
		{ "<node id='1' version='2' lat='2' lon='0'/>"
		  "<node id='1' version='3' visible='false'/>",
		  0, false },
		{ "<node id='1' version='3' visible='false'/>"
		  "<node id='1' version='4' lat='3' lon='0'/>",
		  3, false },
	};
	struct reading *r = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		char text[512];

		snprintf(text, sizeof text, "<osm><node id='0' lat='0' lon='0'/>%s</osm>",
		         cases[i].text);
		assert_int_equal(read_text(r, text), 0);
		assert_said(r, "that come more than once: ");
		assert_int_equal(r->extract.points_len, cases[i].lat ? 2 : 1);
		assert_int_equal(r->extract.nodes_len, cases[i].tagged);
		if (cases[i].lat)
			assert_int_equal(r->extract.points[1].lat, cases[i].lat * 10000000);
	}
}

static void
a_ring_whose_first_point_is_missing_stays_closed(void **state)
{
	struct reading *r = *state;

	assert_int_equal(
		read_text(r, "<osm>" NODES
	                     "<way id='1'><nd ref='9'/><nd ref='1'/><nd ref='2'/><nd ref='3'/>"
	                     "<nd ref='9'/></way></osm>"),
		0);
	assert_true(osm_way_closed(&r->extract.ways[0]));
	assert_false(r->extract.ways[0].whole);
}

static void
an_extract_of_nothing_warns(void **state)
{
	struct reading *r = *state;

	assert_int_equal(read_text(r, "<osm version='0.6'/>"), 0);
	assert_said(r, "warning: there is nothing in the extract");
}

static void
a_server_that_gave_up_is_quoted(void **state)
{
	struct reading *r = *state;

	assert_int_equal(read_text(r, "<osm>" NODES "<remark> runtime error: Query timed out\n"
	                              "after 25 seconds. </remark></osm>"),
	                 0);
	assert_said(r, "warning: the server that made the extract says that it is not complete: "
	               "\"runtime error: Query timed out after 25 seconds.\"");
	assert_int_equal(r->extract.points_len, 3);
}

/* ---- what is refused ---- */

static void
other_files_are_told_apart(void **state)
{
	static const struct {
		const char *text, *said;
	} cases[] = {
		{ "", "error: the file is empty" },
		{ " \r\n ", "error: the file is empty" },
		{ "<!DOCTYPE html>\n<html><p>a<br>b</html>", "but a saved web page" },
		{ "<HTML><BODY>", "but a saved web page" },
		{ "<gpx version='1.1'/>", "but a recorded track" },
		{ "<osmChange version='0.6'><create/></osmChange>", "but a list of changes" },
		{ "<kml xmlns='http://www.opengis.net/kml/2.2'></kml>", "but a KML file" },
		{ "<town><osm/></town>",
		  "map/quartier.osm:1:1: error: this is not an OpenStreetMap file: it begins with <town>, "
		  "not with <osm>" },
		{ "{\"version\": 0.6}", "but JSON" },
		{ "PK\003\004....", "but a ZIP archive" },
		{ "BZh91AY", "but packed with bzip2" },
		{ "You requested too many nodes (limit is 50000).", "this is not sound XML" },
	};
	struct reading *r = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		assert_int_equal(read_text(r, cases[i].text), -1);
		assert_said(r, cases[i].said);
		assert_said(r, "[extract]");
		assert_said(r, "on openstreetmap.org choose Export");
		assert_int_equal(diag_count(r->diag, DIAG_ERROR), 1);
		assert_null(r->extract.arena);
	}
	assert_int_equal(read_bytes(r, (struct str){ "\0\0\0\r\n\tOSMHeader", 15 }, EXTRACTS_MOST),
	                 -1);
	assert_said(r, "binary format (.osm.pbf)");
}

static void
the_name_of_a_strange_root_is_cut_between_characters(void **state)
{
	struct reading *r = *state;

	assert_int_equal(read_text(r, "<aéééééééééééééééééééééééééééééé/>"), -1);
	assert_said(r, "it begins with <aééééééééééééééééééé>, not");
}

static void
a_document_type_is_refused_before_it_does_harm(void **state)
{
	struct reading *r = *state;

	assert_int_equal(
		read_text(r, "<!DOCTYPE osm [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>"
	                     "<!ENTITY x SYSTEM 'file:///etc/passwd'>]><osm>&b;&x;</osm>"),
		-1);
	assert_said(r, "error: the file declares a document type (DOCTYPE)");
	assert_int_equal(diag_count(r->diag, DIAG_ERROR), 1);
}

static void
damaged_files_tell_where(void **state)
{
	static const struct {
		const char *text, *said;
	} cases[] = {
		{ "<osm>\n<node id='1' lat='1' lon='1'", "the file ends in the middle" },
		{ "<osm>\n<node id='1' lat='1' lon='1'/>\n", "the file ends in the middle" },
		{ "<?xml version='1.0'?>\n", "the file ends in the middle" },
		{ "<osm>\n<way id='1'>\n</osm>",
		  "map/quartier.osm:3:3: error: this is not sound XML" },
		{ "<osm>\n<node id='1' id='2'/></osm>", "map/quartier.osm:2:" },
		{ "<osm>\xFF</osm>", "this is not sound XML" },
		{ "<osm><node id='1' lat='1' lon='1'><tag k='a' v='&nbsp;'/></node></osm>",
		  "this is not sound XML" },
		{ "<osm><tag k='&#0;' v='&#xD800;'/></osm>", "this is not sound XML" },
		{ "<osm/><osm/>", "this is not sound XML" },
	};
	struct reading *r = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		assert_int_equal(read_text(r, cases[i].text), -1);
		assert_said(r, cases[i].said);
		assert_int_equal(diag_count(r->diag, DIAG_ERROR), 1);
	}
}

/* `again` times the text between a begin and an end. */
static struct buf
repeated(const char *begin, const char *text, size_t again, const char *end)
{
	struct buf all = { 0 };

	buf_adds(&all, begin);
	for (size_t i = 0; i < again; i++)
		buf_adds(&all, text);
	buf_adds(&all, end);
	return all;
}

static void
excess_is_refused(void **state)
{
	static const struct {
		const char *begin, *text;
		size_t again;
		const char *end, *said;
	} cases[] = {
		{ "<osm>", "<a>", 1000000, "",
		  "nested more deeply than in any OpenStreetMap file" },
		{ "<osm><node id='1' lat='1' lon='1'><tag k='a' v='", "aaaaaaaaaa", 1000000,
		  "'/></node></osm>", "one of its XML tags is longer than any" },
		{ "<osm><node ", "a", 3000000, "='1'/></osm>", "XML tags is longer than any" },
		{ "<osm><!--", "never ending ", 300000, "--></osm>",
		  "XML tags is longer than any" },
	};
	struct reading *r = *state;

	for (size_t i = 0; i < countof(cases); i++) {
		struct buf text =
			repeated(cases[i].begin, cases[i].text, cases[i].again, cases[i].end);

		assert_int_equal(read_text(r, text.ptr), -1);
		assert_said(r, cases[i].said);
		assert_said(r, "[limit]");
		buf_release(&text);
	}
}

static void
more_bytes_than_allowed_are_refused(void **state)
{
	struct reading *r = *state;
	struct buf text = repeated("<osm>", NODES, 100, "</osm>");

	assert_int_equal(read_bytes(r, buf_str(&text), text.len), 0);
	assert_int_equal(read_bytes(r, buf_str(&text), text.len - 1), -1);
	assert_said(r, "when unpacked [limit]");
	assert_said(r, "limits: extract-bytes");
	assert_int_equal(read_bytes(r, buf_str(&text), 0), -1);
	buf_release(&text);
}

/* ---- gzip ---- */

static struct buf
packed(struct str text)
{
	z_stream z = { 0 };
	struct buf out = { 0 };

	assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, 16 + MAX_WBITS, 9, Z_DEFAULT_STRATEGY),
	                 Z_OK);
	buf_reserve(&out, deflateBound(&z, text.len));
	z.next_in = (z_const Bytef *)text.ptr;
	z.avail_in = (uInt)text.len;
	z.next_out = (Bytef *)out.ptr;
	z.avail_out = (uInt)deflateBound(&z, text.len);
	assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
	out.len = z.total_out;
	deflateEnd(&z);
	return out;
}

static void
a_gzipped_extract_reads_like_a_plain_one(void **state)
{
	struct reading *r = *state;
	struct buf text = repeated("<osm>", "<note>x</note>\n", 20000, NODES "</osm>");
	struct buf whole = packed(buf_str(&text)), parts = packed(STR("<osm>"));
	struct buf rest = packed(STR(NODES "</osm>"));

	assert_int_equal(read_bytes(r, buf_str(&whole), EXTRACTS_MOST), 0);
	assert_int_equal(r->extract.points_len, 3);
	/* As several members, with padding behind them. */
	buf_add(&parts, buf_str(&rest));
	buf_add(&parts, (struct str){ "\0\0\0\0", 4 });
	assert_int_equal(read_bytes(r, buf_str(&parts), EXTRACTS_MOST), 0);
	assert_int_equal(r->extract.points_len, 3);
	buf_release(&text);
	buf_release(&whole);
	buf_release(&parts);
	buf_release(&rest);
}

static void
a_gzipped_extract_that_was_cut_is_refused_wherever_that_was(void **state)
{
	struct reading *r = *state;
	struct buf whole = packed(STR("<osm>" NODES "</osm>"));

	for (size_t len = 2; len < whole.len; len++) {
		assert_int_equal(read_bytes(r, (struct str){ whole.ptr, len }, EXTRACTS_MOST), -1);
		assert_said(r, "the gzipped file ends in the middle: it was not saved whole");
		assert_int_equal(diag_count(r->diag, DIAG_ERROR), 1);
	}
	buf_release(&whole);
}

static void
a_gzipped_extract_that_is_damaged_is_refused(void **state)
{
	struct reading *r = *state;
	struct buf whole = packed(STR("<osm>" NODES "</osm>"));

	whole.ptr[whole.len - 6] ^= 1; /* of the checksum */
	assert_int_equal(read_bytes(r, buf_str(&whole), EXTRACTS_MOST), -1);
	assert_said(r, "error: the gzipped file is damaged");
	buf_release(&whole);
}

static void
a_gzip_bomb_stops_at_the_limit(void **state)
{
	struct reading *r = *state;
	struct buf text = repeated("<osm>", "          ", 1000000, "</osm>");
	struct buf bomb = packed(buf_str(&text));

	assert_true(bomb.len < 20000);
	assert_int_equal(read_bytes(r, buf_str(&bomb), 1024 * 1024), -1);
	assert_said(r, "error: the extract has more than 1 MiB when unpacked [limit]");
	buf_release(&text);
	buf_release(&bomb);
}

/* ---- numbers ---- */

static void
degrees_are_read_to_the_seventh_place(void **state)
{
	static const struct {
		const char *text;
		int32_t degrees;
	} good[] = {
		{ "0", 0 },
		{ "-0", 0 },
		{ "+1", 10000000 },
		{ "50.3957", 503957000 },
		{ "-3.7783001", -37783001 },
		{ "9.52840000000", 95284000 },
		{ "1.00000004", 10000000 },
		{ "1.00000005", 10000001 },
		{ "-1.00000005", -10000001 },
		{ "1.", 10000000 },
		{ ".5", 5000000 },
		{ "1.0E-5", 100 },
		{ "5e+0", 50000000 },
		{ "0.00005e5", 50000000 },
		{ "180", 1800000000 },
		{ "-180.00000000", -1800000000 },
		{ "1e-99999999999", 0 },
		{ "0e99999999999", 0 },
		{ "7.4229092999999998745", 74229093 },
		{ "000000000000000000000000000012.5", 125000000 },
	};
	static const char *const bad[] = { "",
		                           "-",
		                           ".",
		                           "+.",
		                           "x",
		                           "1x",
		                           "1 ",
		                           " 1",
		                           "1e",
		                           "1e+",
		                           "1,5",
		                           "0x10",
		                           "nan",
		                           "inf",
		                           "-Infinity",
		                           "--1",
		                           "1.2.3",
		                           "180.1",
		                           "180.0000001",
		                           "1e3",
		                           "1e99999",
		                           "99999999999999999999999" };
	int32_t degrees;

	(void)state;
	for (size_t i = 0; i < countof(good); i++) {
		if (!extract_number_degrees(good[i].text, 180, &degrees) ||
		    degrees != good[i].degrees)
			fail_msg("\"%s\" is read as %d", good[i].text, degrees);
	}
	for (size_t i = 0; i < countof(bad); i++)
		if (extract_number_degrees(bad[i], 180, &degrees))
			fail_msg("\"%s\" is read as %d", bad[i], degrees);
}

static void
ids_have_64_bits(void **state)
{
	static const char *const bad[] = { "",
		                           "-",
		                           "1a",
		                           " 1",
		                           "+1",
		                           "9223372036854775808",
		                           "-9223372036854775809",
		                           "99999999999999999999999" };
	int64_t id;

	(void)state;
	assert_true(extract_number_id("9223372036854775807", &id) && id == INT64_MAX);
	assert_true(extract_number_id("-9223372036854775808", &id) && id == INT64_MIN);
	assert_true(extract_number_id("-12", &id) && id == -12);
	assert_true(extract_number_id("007", &id) && id == 7);
	for (size_t i = 0; i < countof(bad); i++)
		assert_false(extract_number_id(bad[i], &id));
}

/* ---- places ---- */

static void
every_object_has_its_place(void **state)
{
	static const struct {
		const char *ref;
		double latitude, longitude; /* 0: it has none */
	} cases[] = {
		{ "node/1", 1, 1 },
		{ "way/1", 1.0025, 1.0025 }, /* an area */
		{ "way/2", 1, 1.0025 },      /* a line */
		{ "way/3", 1, 1 },           /* twice the same point */
		{ "relation/1", 1.0025, 1.0025 },
		{ "relation/2", 1, 1 }, /* no area: its first member */
		{ "relation/3", 0, 0 },
		{ "node/9", 0, 0 },
		{ "way/9", 0, 0 },
		{ "way/x", 0, 0 },
		{ "", 0, 0 },
		{ "node/11111111111111111111111111111111111111111", 0, 0 },
		{ "street/1", 0, 0 },
	};
	const struct extract *e = read_well(
		*state,
		"<osm><node id='1' lat='1' lon='1'/><node id='2' lat='1' lon='1.005'/>"
		"<node id='3' lat='1.005' lon='1.005'/><node id='4' lat='1.005' lon='1'/>"
		"<way id='1'><nd ref='1'/><nd ref='2'/><nd ref='3'/><nd ref='4'/><nd ref='1'/></way>"
		"<way id='2'><nd ref='1'/><nd ref='2'/></way><way id='3'><nd ref='1'/><nd ref='1'/></way>"
		"<relation id='1'><member type='way' ref='1' role='outer'/>"
		"<tag k='type' v='multipolygon'/></relation>"
		"<relation id='2'><member type='way' ref='8' role=''/><member type='node' ref='1' role=''/>"
		"</relation><relation id='3'><member type='relation' ref='3' role=''/></relation></osm>");

	for (size_t i = 0; i < countof(cases); i++) {
		struct location place = extract_place(e, str(cases[i].ref));

		assert_int_equal(place.set, cases[i].latitude > 0);
		assert_true(fabs(place.latitude - cases[i].latitude) < 2e-7);
		assert_true(fabs(place.longitude - cases[i].longitude) < 2e-7);
	}
	assert_ptr_equal(extract_find(e, STR("way/2")), &extract_way(e, 2)->object);
	assert_ptr_equal(extract_find(e, STR("relation/2")), &extract_relation(e, 2)->object);
	assert_null(extract_find(e, STR("node/1"))); /* without tags */
}

static void
a_way_repeated_by_many_relations_does_not_fill_the_memory(void **state)
{
	struct reading *r = *state;
	struct buf text = { 0 };
	size_t set = 0;

	buf_adds(&text, "<osm>" NODES "<way id='1'>");
	for (int i = 0; i < 20000; i++)
		buf_printf(&text, "<nd ref='%d'/>", i % 3 + 1);
	buf_adds(&text, "<nd ref='1'/></way>");
	for (int i = 0; i < 200; i++)
		buf_printf(&text,
		           "<relation id='%d'><member type='way' ref='1' role='outer'/>"
		           "<tag k='type' v='multipolygon'/></relation>",
		           i);
	buf_adds(&text, "</osm>");
	assert_int_equal(read_text(r, text.ptr), 0);
	for (size_t i = 0; i < r->extract.relations_len; i++)
		set += r->extract.relations[i].len;
	assert_true(set >= 50 && set < 100);
	assert_said(r, "areas that repeat the same long ways again and again: 1");
	buf_release(&text);
}

/* ---- real ones ---- */

/* Counted by grep and xmllint. */
static const struct {
	const char *file;
	size_t points, nodes, ways, relations, refs, tags, members;
	size_t shops, numbers, amenities, highways, buildings, hours;
} real[] = {
	{ "bondy-fr-api-export.osm", 9423, 245, 1648, 134, 13028, 6120, 8063, 5, 7, 41, 322, 1420,
	  11 },
	{ "habay-be-pois.osm", 399, 91, 31, 0, 339, 940, 0, 42, 89, 76, 0, 34, 48 },
	{ "monaco-condamine.osm", 11456, 1091, 1992, 157, 14094, 13121, 26089, 86, 126, 347, 1425,
	  646, 61 },
	{ "vaduz-li-centre.osm", 7721, 717, 1101, 99, 9781, 9492, 16297, 37, 508, 186, 388, 521,
	  55 },
	{ "liechtenstein-rhine-towns.osm.gz", 89697, 6839, 11799, 384, 112865, 71962, 39757, 133,
	  5222, 766, 3426, 6480, 214 },
};

struct tally {
	size_t tags, shops, numbers, amenities, highways, buildings, hours;
};

static void
tally_add(struct tally *tally, const struct osm_object *object)
{
	tally->tags += object->tags.len;
	tally->shops += osm_tag(object, "shop").len > 0;
	tally->numbers += osm_tag(object, "addr:housenumber").len > 0;
	tally->amenities += osm_tag(object, "amenity").len > 0;
	tally->highways += osm_tag(object, "highway").len > 0;
	tally->buildings += osm_tag(object, "building").len > 0;
	tally->hours += osm_tag(object, "opening_hours").len > 0;
}

static struct tally
tally_of(const struct extract *e)
{
	struct tally tally = { 0 };

	for (size_t i = 0; i < e->nodes_len; i++)
		tally_add(&tally, &e->nodes[i].object);
	for (size_t i = 0; i < e->ways_len; i++)
		tally_add(&tally, &e->ways[i].object);
	for (size_t i = 0; i < e->relations_len; i++)
		tally_add(&tally, &e->relations[i].object);
	return tally;
}

static void
real_extracts_have_what_others_count(void **state)
{
	struct reading *r = *state;

	for (size_t i = 0; i < countof(real); i++) {
		struct buf bytes = real_extract(real[i].file);
		size_t refs = 0, members = 0;
		struct tally tally;

		assert_int_equal(read_bytes(r, buf_str(&bytes), EXTRACTS_MOST), 0);
		buf_release(&bytes);
		for (size_t k = 0; k < r->extract.ways_len; k++)
			refs += r->extract.ways[k].len;
		for (size_t k = 0; k < r->extract.relations_len; k++)
			members += r->extract.relations[k].len;
		tally = tally_of(&r->extract);
		assert_int_equal(r->extract.points_len, real[i].points);
		assert_int_equal(r->extract.nodes_len, real[i].nodes);
		assert_int_equal(r->extract.ways_len, real[i].ways);
		assert_int_equal(r->extract.relations_len, real[i].relations);
		assert_int_equal(refs, real[i].refs);
		assert_int_equal(members, real[i].members);
		assert_int_equal(tally.tags, real[i].tags);
		assert_int_equal(tally.shops, real[i].shops);
		assert_int_equal(tally.numbers, real[i].numbers);
		assert_int_equal(tally.amenities, real[i].amenities);
		assert_int_equal(tally.highways, real[i].highways);
		assert_int_equal(tally.buildings, real[i].buildings);
		assert_int_equal(tally.hours, real[i].hours);
		assert_true(r->extract.has_bounds);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, reading_set_up, reading_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(objects_come_with_their_tags_points_and_members),
		TEST(the_order_of_elements_does_not_matter),
		TEST(what_josm_and_overpass_write_is_read),
		TEST(other_encodings_become_utf8),
		TEST(several_bounds_become_one),
		TEST(texts_are_kept_once_and_stay_apart),
		TEST(strange_things_are_left_out_and_counted),
		TEST(a_note_tells_the_line_of_the_first),
		TEST(of_an_object_that_comes_twice_the_latest_version_counts),
		TEST(a_ring_whose_first_point_is_missing_stays_closed),
		TEST(an_extract_of_nothing_warns),
		TEST(a_server_that_gave_up_is_quoted),
		TEST(other_files_are_told_apart),
		TEST(the_name_of_a_strange_root_is_cut_between_characters),
		TEST(a_document_type_is_refused_before_it_does_harm),
		TEST(damaged_files_tell_where),
		TEST(excess_is_refused),
		TEST(more_bytes_than_allowed_are_refused),
		TEST(a_gzipped_extract_reads_like_a_plain_one),
		TEST(a_gzipped_extract_that_was_cut_is_refused_wherever_that_was),
		TEST(a_gzipped_extract_that_is_damaged_is_refused),
		TEST(a_gzip_bomb_stops_at_the_limit),
		TEST(degrees_are_read_to_the_seventh_place),
		TEST(ids_have_64_bits),
		TEST(every_object_has_its_place),
		TEST(a_way_repeated_by_many_relations_does_not_fill_the_memory),
		TEST(real_extracts_have_what_others_count),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
