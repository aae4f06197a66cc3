#include "card/cards.h"

#include "../check.h"
#include "base/file.h"
#include "reports.h"
#include "source/source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* A content folder of its own, and what was read from it. */
struct fixture {
	char folder[64];
	struct source *source;
	struct cards cards;
	struct diag *diag;
};

static int
set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	strcpy(f->folder, "/tmp/quartier-cards.XXXXXX");
	assert_non_null(mkdtemp(f->folder));
	f->diag = diag_new();
	*state = f;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *f = *state;

	cards_free(&f->cards);
	diag_free(f->diag);
	source_free(f->source);
	assert_int_equal(file_remove_tree(AT_FDCWD, f->folder), 0);
	free(f);
	return 0;
}

static void
put_bytes(struct fixture *f, const char *path, const char *bytes, size_t len)
{
	char whole[256], *slash;
	FILE *file;

	snprintf(whole, sizeof whole, "%s/%s", f->folder, path);
	slash = strrchr(whole, '/');
	*slash = '\0';
	assert_int_equal(file_make_folders(whole, 0777), 0);
	*slash = '/';
	file = fopen(whole, "w");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, len, file), len);
	fclose(file);
}

static void
put(struct fixture *f, const char *path, const char *text)
{
	put_bytes(f, path, text, strlen(text));
}

static void
merchant(struct fixture *f, const char *path, const char *name)
{
	char text[512];

	snprintf(text, sizeof text, "---\nname: %s\ncategory: bakery\n---\n", name);
	put(f, path, text);
}

static void
read_all(struct fixture *f, unsigned jobs)
{
	struct source_options options = { .path = f->folder };

	assert_int_equal(source_open(&f->source, &options, f->diag), SOURCE_OK);
	cards_read_config(&f->cards, f->source, f->diag);
	assert_int_equal(source_list(f->source, 0, f->diag), 0);
	cards_read(&f->cards, f->source, jobs, f->diag);
}

static void
assert_reports(struct fixture *f, const char *want)
{
	char *got = reports(f->diag);

	if (strcmp(got, want) != 0)
		fail_msg("%s\nis not\n%s", got, want);
	free(got);
}

static void
start(struct fixture *f)
{
	put(f, "quartier.yml", "quartier: 1\nname: Moulin\nlanguages: [fr, nl]\n");
}

static void
cards_come_sorted_by_slug_with_their_translations(void **state)
{
	struct fixture *f = *state;

	start(f);
	merchant(f, "merchants/a-b.md", "AB");
	merchant(f, "merchants/a.md", "A");
	put(f, "merchants/a.nl.md", "---\nname: AA\n---\nTekst\n");
	put(f, "merchants/c.yml", "name: C\ncategory: bakery\n");
	put(f, "merchants/README.md", "Rien");
	put(f, "merchants/photo.jpg", "x");
	put(f, "merchants/.hidden.md", "x");
	put(f, "merchants/_draft.md", "x");
	put(f, "README.md", "Rien");
	put(f, "elsewhere/x.md", "Rien");
	put(f, "pages/apropos.md", "---\ntitle: À propos\n---\n");
	put(f, "places/p.md", "---\nname: P\nkind: parking\n---\n");
	read_all(f, 3);
	assert_reports(f, "");
	assert_int_equal(f->cards.merchants_len, 3);
	assert_str(f->cards.merchants[0].card.slug, "a");
	assert_str(f->cards.merchants[0].name.in[LANG_NL], "AA");
	assert_str(f->cards.merchants[0].card.path, "merchants/a.md");
	assert_int_equal(f->cards.merchants[0].card.translated, 1 << LANG_NL);
	assert_str(f->cards.merchants[1].card.slug, "a-b");
	assert_str(f->cards.merchants[2].card.slug, "c");
	assert_int_equal(f->cards.pages_len, 1);
	assert_int_equal(f->cards.places_len, 1);
	assert_int_equal(f->cards.events_len, 0);
}

static void
a_card_with_an_error_is_left_out_and_remembered(void **state)
{
	struct fixture *f = *state;

	start(f);
	merchant(f, "merchants/a.md", "A");
	put(f, "merchants/b.md", "---\nname: B\n---\n");
	merchant(f, "merchants/c.md", "C");
	put(f, "merchants/c.nl.md", "---\nname: [C]\n---\n");
	merchant(f, "merchants/d.md", "D");
	put(f, "places/p.md", "---\nname: P\n---\n");
	read_all(f, 2);
	assert_int_equal(f->cards.merchants_len, 2);
	assert_str(f->cards.merchants[0].card.slug, "a");
	assert_str(f->cards.merchants[1].card.slug, "d");
	assert_str(f->cards.merchants[1].name.in[LANG_FR], "D");
	assert_int_equal(f->cards.broken_merchants.len, 2);
	assert_str(f->cards.broken_merchants.items[0].text, "b");
	assert_str(f->cards.broken_merchants.items[1].text, "c");
	assert_int_equal(f->cards.broken_places.len, 1);
	assert_int_equal(diag_count(f->diag, DIAG_ERROR), 3);
}

static void
names_that_cannot_be_are_told_the_name_to_use(void **state)
{
	struct fixture *f = *state;

	start(f);
	merchant(f, "merchants/L'Été.md", "A");
	merchant(f, "merchants/B.md", "B");
	merchant(f, "merchants/c.bak2.md", "C");
	merchant(f, "merchants/d.md", "D");
	put(f, "merchants/d.yml", "name: D\ncategory: bakery\n");
	put(f, "merchants/e.nl.md", "---\nname: E\n---\n");
	put(f, "merchants/d.de.md", "---\nname: D\n---\n");
	put(f, "merchants/d.fr.md", "---\nname: D\n---\n");
	put(f, "merchants/notes.txt", "x");
	merchant(f, "merchants/sub/f.md", "F");
	read_all(f, 2);
	assert_reports(
		f,
		"merchants/B.md: error: \"B\" cannot be the name of a card: accepted are lower-case letters, "
		"digits and single hyphens, 64 in all [slug]\n"
		"  hint: rename it b.md\n"
		"merchants/L'Été.md: error: \"L'Été\" cannot be the name of a card: accepted are lower-case letters, "
		"digits and single hyphens, 64 in all [slug]\n"
		"  hint: rename it l-ete.md\n"
		"merchants/c.bak2.md: error: \"c.bak2\" cannot be the name of a card: accepted are lower-case letters, "
		"digits and single hyphens, 64 in all [slug]\n"
		"  hint: rename it c-bak2.md\n"
		"merchants/d.de.md: warning: the site has no language \"de\": this translation is ignored "
		"[translation]\n"
		"  hint: add de to \"languages\" in quartier.yml, or delete the file\n"
		"merchants/d.fr.md: warning: \"fr\" is the site's first language: this translation is ignored "
		"[translation]\n"
		"  hint: its text belongs in d.md\n"
		"merchants/d.yml: error: this is the same card as merchants/d.md [slug]\n"
		"  hint: keep one of the two\n"
		"merchants/e.nl.md: warning: there is no card e.md that this could translate [translation]\n"
		"  hint: is the name spelt as the card's?\n"
		"merchants/notes.txt: warning: this is neither a card (.md, .yml) nor a picture; it is ignored "
		"[file-name]\n"
		"  hint: is it a card? then name it merchants/notes.md\n"
		"merchants/sub/f.md: warning: cards in folders below merchants/ are not read [file-name]\n"
		"  hint: move it up: merchants/f.md\n");
	assert_int_equal(f->cards.merchants_len, 0);
}

static void
photos_are_found_beside_the_card_or_in_their_folder(void **state)
{
	struct fixture *f = *state;
	const struct photos *photos;

	start(f);
	put(f, "photos/a.jpg", "x");
	put(f, "photos/sub/b.png", "x");
	put(f, "merchants/c.webp", "x");
	put(f, "photos/c.webp", "x");
	put(f, "merchants/m.md",
	    "---\nname: M\ncategory: bakery\nphotos: [{file: a.jpg, alt: A}, {file: sub/b.png, alt: A}, "
	    "{file: ../photos/a.jpg, alt: A}, {file: ./sub/../c.webp, alt: A}, "
	    "{file: ../merchants/c.webp, alt: A}]\n---\n");
	read_all(f, 1);
	assert_reports(f, "");
	photos = &f->cards.merchants[0].photos;
	assert_int_equal(photos->len, 5);
	assert_str(photos->items[0].file, "photos/a.jpg");
	assert_str(photos->items[1].file, "photos/sub/b.png");
	assert_str(photos->items[2].file, "photos/a.jpg");
	assert_str(photos->items[3].file, "photos/c.webp");
	assert_str(photos->items[4].file, "merchants/c.webp");
}

/* Also those of a text, a translation, a draft, a merchant who is not listed; what begins with _ is not content. */
static void
a_photo_that_no_card_names_is_noted(void **state)
{
	struct fixture *f = *state;

	start(f);
	for (const char *const *p = (const char *const[]){ "a", "b", "c", "d", "e", "_f", "sub/g",
	                                                   "sub/_h/i", NULL };
	     *p; p++) {
		char path[64];

		snprintf(path, sizeof path, "photos/%s.jpg", *p);
		put(f, path, "x");
	}
	put(f, "photos/README.md", "x");
	put(f, "photos/s.pdf", "x");
	put(f, "photos2/z.jpg", "x");
	put(f, "merchants/m.md",
	    "---\nname: M\ncategory: bakery\nlisted: no\nphotos: [{file: a.jpg, alt: A}]\n"
	    "products: [{name: P, photo: b.jpg}]\n---\n");
	put(f, "news/n.md",
	    "---\ntitle: N\ndate: 2026-01-01\ndraft: yes\n---\n\n![Un four](../photos/c.jpg)\n");
	put(f, "offers/o.md",
	    "---\ntitle: O\nmerchant: m\nfrom: 2026-01-01\nuntil: 2026-02-01\nflyer: s.pdf\n---\n"
	    "![](d.jpg)\n");
	read_all(f, 2);
	assert_reports(f,
	               "offers/o.md:8:1: warning: there is no text for those who cannot see this "
	               "picture [alt]\n"
	               "  hint: say what it shows: ![The shop window](d.jpg)\n"
	               "photos/e.jpg: note: no card names this file, so nobody will see it "
	               "[photo-unused]\n"
	               "  hint: name it under photos: in a card, or delete it\n"
	               "photos/sub/g.jpg: note: no card names this file, so nobody will see it "
	               "[photo-unused]\n"
	               "  hint: name it under photos: in a card, or delete it\n");
	assert_int_equal(f->cards.news[0].card.pictures.len, 1);
	assert_str(f->cards.news[0].card.pictures.items[0].file, "photos/c.jpg");
	assert_int_equal(f->cards.news[0].card.pictures.items[0].at.line, 7);
}

static void
many_unused_photos_are_counted(void **state)
{
	struct fixture *f = *state;
	char path[64], *got;

	start(f);
	for (int i = 0; i < DIAG_MOST + 7; i++) {
		snprintf(path, sizeof path, "photos/p%03d.jpg", i);
		put(f, path, "x");
	}
	read_all(f, 1);
	got = reports(f->diag);
	assert_non_null(strstr(
		got, "photos: note: 57 files in this folder are named by no card; the first 50 "));
	assert_non_null(strstr(got, "photos/p049.jpg: note"));
	assert_null(strstr(got, "photos/p050.jpg: note"));
	free(got);
}

/* A card that cannot be read may name it. */
static void
nothing_is_called_unused_while_a_card_is_wrong(void **state)
{
	struct fixture *f = *state;
	char *got;

	start(f);
	put(f, "photos/a.jpg", "x");
	put(f, "merchants/m.md", "---\nname: M\ncategory: [bakery\nphotos: [a.jpg]\n---\n");
	read_all(f, 1);
	got = reports(f->diag);
	assert_non_null(strstr(got, "merchants/m.md:"));
	assert_null(strstr(got, "photo-unused"));
	free(got);
}

static void
links_are_passed_over_and_an_error_where_they_are_needed(void **state)
{
	struct fixture *f = *state;
	char path[128];

	start(f);
	put(f, "merchants/m.md",
	    "---\nname: M\ncategory: bakery\nphotos: [a.jpg, old/b.jpg]\n---\n");
	put(f, "photos/x.jpg", "x");
	snprintf(path, sizeof path, "%s/photos/a.jpg", f->folder);
	assert_int_equal(symlink("/etc/passwd", path), 0);
	snprintf(path, sizeof path, "%s/photos/old", f->folder);
	assert_int_equal(symlink("/etc", path), 0);
	snprintf(path, sizeof path, "%s/merchants/n.md", f->folder);
	assert_int_equal(symlink("m.md", path), 0);
	read_all(f, 1);
	assert_reports(
		f,
		"merchants/m.md:4:10: error: photos[1]: \"a.jpg\" is behind a link or a submodule "
		"(photos/a.jpg), which is not followed [link]\n"
		"  hint: put the file itself in the repository\n"
		"merchants/m.md:4:17: error: photos[2]: \"old/b.jpg\" is behind a link or a submodule "
		"(photos/old), which is not followed [link]\n"
		"  hint: put the file itself in the repository\n"
		"merchants/n.md: warning: this is a symbolic link, which is not followed [link]\n"
		"  hint: put the files themselves in the repository\n"
		"photos/a.jpg: warning: this is a symbolic link, which is not followed [link]\n"
		"  hint: put the files themselves in the repository\n"
		"photos/old: warning: this is a symbolic link, which is not followed [link]\n"
		"  hint: put the files themselves in the repository\n");
}

/* A card of exactly `len` bytes, to be freed. */
static char *
long_card(size_t len)
{
	static const char head[] = "---\nname: M\ncategory: bakery\n---\n";
	char *text = malloc(len);

	for (size_t i = 0; i < len; i++)
		text[i] = i % 64 > 1 ? 'a' : '\n';
	memcpy(text, head, sizeof head - 1);
	return text;
}

static void
a_text_has_a_size_that_quartier_yml_can_raise(void **state)
{
	struct fixture *f = *state;
	size_t len = (1 << 20) + 1;
	char *text = long_card(len);

	start(f);
	put_bytes(f, "merchants/large.md", text, len);
	put_bytes(f, "merchants/just.md", text, len - 1);
	free(text);
	read_all(f, 1);
	assert_reports(f,
	               "merchants/large.md: error: the file is larger than 1048576 bytes [limit]\n"
	               "  hint: \"limits: {text-bytes: …}\" in quartier.yml raises this limit\n");
	assert_int_equal(f->cards.merchants_len, 1);
}

static void
a_raised_limit_holds(void **state)
{
	struct fixture *f = *state;
	size_t len = (1 << 20) + 1;
	char *text = long_card(len);

	put(f, "quartier.yml", "quartier: 1\nname: M\nlimits: {text-bytes: 2 MiB}\n");
	put_bytes(f, "merchants/large.md", text, len);
	free(text);
	read_all(f, 1);
	assert_reports(f, "");
	assert_int_equal(f->cards.merchants_len, 1);
}

static void
a_folder_without_quartier_yml_is_told(void **state)
{
	struct fixture *f = *state;

	read_all(f, 1);
	assert_reports(f,
	               "quartier.yml: error: there is no quartier.yml here [config]\n"
	               "  hint: is this the right folder? a guide has a quartier.yml with at least "
	               "\"quartier: 1\" and \"name: …\"\n");
	assert_int_equal(f->cards.config.languages_len, 1);
}

static void
a_map_extract_must_be_there(void **state)
{
	struct fixture *f = *state;

	put(f, "quartier.yml", "quartier: 1\nname: M\nmap: {extract: map/a.osm}\n");
	put(f, "map/b.osm", "x");
	read_all(f, 1);
	assert_reports(
		f, "quartier.yml:3:16: error: map.extract: there is no file \"map/a.osm\" [path]\n"
		   "  hint: put the file there, or leave the field out\n");
}

static void
inputs_change_with_any_byte_and_not_with_threads(void **state)
{
	struct fixture *f = *state;
	struct hash first;

	start(f);
	for (int i = 0; i < 20; i++) {
		char path[64];

		snprintf(path, sizeof path, "merchants/m%d.md", i);
		merchant(f, path, "M");
	}
	read_all(f, 1);
	first = f->cards.inputs;
	cards_free(&f->cards);
	source_free(f->source);
	read_all(f, 4);
	assert_true(hash_eq(first, f->cards.inputs));
	cards_free(&f->cards);
	source_free(f->source);
	merchant(f, "merchants/m7.md", "N");
	read_all(f, 4);
	assert_false(hash_eq(first, f->cards.inputs));
}

static void
what_could_be_corrected_comes_in_the_order_of_files(void **state)
{
	struct fixture *f = *state;

	start(f);
	put(f, "merchants/a.md", "---\nname: A\ncategory: bakery\nhours: Mon-Fri 9h-18h30\n---\n");
	merchant(f, "merchants/b.md", "B");
	put(f, "merchants/c.yml",
	    "name: C\ncategory: bakery\nphone: none\nhours: {mo: [9h-12h, 13:00-18:00], tu: 9-18h}\n");
	read_all(f, 3);
	assert_int_equal(f->cards.fixes.len, 3);
	assert_string_equal(f->cards.fixes.items[0].at.file, "merchants/a.md");
	assert_str(f->cards.fixes.items[0].field, "hours");
	assert_str(f->cards.fixes.items[0].was, "Mon-Fri 9h-18h30");
	assert_str(f->cards.fixes.items[0].text, "Mo-Fr 09:00-18:30");
	/* Also of a card that is left out for an error of its own. */
	assert_int_equal(f->cards.merchants_len, 2);
	assert_str(f->cards.fixes.items[1].field, "hours.mo");
	assert_str(f->cards.fixes.items[1].was, "9h-12h");
	assert_str(f->cards.fixes.items[1].text, "09:00-12:00");
	assert_str(f->cards.fixes.items[2].field, "hours.tu");
	assert_str(f->cards.fixes.items[2].text, "09:00-18:00");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(cards_come_sorted_by_slug_with_their_translations),
		TEST(a_card_with_an_error_is_left_out_and_remembered),
		TEST(names_that_cannot_be_are_told_the_name_to_use),
		TEST(photos_are_found_beside_the_card_or_in_their_folder),
		TEST(a_photo_that_no_card_names_is_noted),
		TEST(many_unused_photos_are_counted),
		TEST(nothing_is_called_unused_while_a_card_is_wrong),
		TEST(links_are_passed_over_and_an_error_where_they_are_needed),
		TEST(a_text_has_a_size_that_quartier_yml_can_raise),
		TEST(a_raised_limit_holds),
		TEST(a_folder_without_quartier_yml_is_told),
		TEST(a_map_extract_must_be_there),
		TEST(inputs_change_with_any_byte_and_not_with_threads),
		TEST(what_could_be_corrected_comes_in_the_order_of_files),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
