/* What changes between two states of a guide: cards that come and go, fields by the rows of the schema table. */
#include "fixture.h"

#include "base/buf.h"
#include "guide/changes.h"

struct two {
	struct fixture *before, *after;
	struct arena *arena;
	struct changes changes;
	const char *other_file; /* that shows something else now */
};

static int
setup(void **state)
{
	struct two *two = mem_alloc(sizeof *two);

	fixture_setup((void **)&two->before);
	fixture_setup((void **)&two->after);
	two->arena = arena_new();
	*state = two;
	return 0;
}

static int
teardown(void **state)
{
	struct two *two = *state;

	fixture_teardown((void **)&two->before);
	fixture_teardown((void **)&two->after);
	arena_free(two->arena);
	free(two);
	return 0;
}

static void
make(struct fixture *f)
{
	const struct guide_options options = { .now = "2026-11-21T10:00" };

	f->made = true;
	assert_int_equal(guide_make(&f->guide, &f->cards, &options, f->diag), 0);
}

static bool
differs(void *context, struct str path)
{
	const struct two *two = context;

	return two->other_file && str_is(path, two->other_file);
}

static void
find(struct two *two)
{
	const struct changes_options options = { differs, two };
	struct changes_state before = { &two->before->guide, &two->before->cards };
	struct changes_state after = { &two->after->guide, &two->after->cards };

	make(two->before);
	make(two->after);
	changes_find(&two->changes, two->arena, &before, &after, &options);
}

static struct merchant *
shop(struct fixture *f, const char *slug, const char *name)
{
	return fixture_merchant(f, slug, name, "bakery", "Rue Haute 1");
}

static const struct card_change *
only(const struct two *two)
{
	assert_int_equal(two->changes.cards_len, 1);
	return &two->changes.cards[0];
}

/* "phone: a > b" and the like, a line a change. */
static const char *
lines(struct two *two, const struct change *items, size_t len)
{
	static const char *const signs[] = { "+", "-", ">", "order", "picture", "text" };
	struct buf out = { 0 };
	const char *all;

	for (size_t i = 0; i < len; i++) {
		const struct said *b = items[i].before, *a = items[i].after, *any = a ? a : b;

		buf_printf(&out, "%s", signs[items[i].how]);
		for (size_t p = 0; any && p < SAID_DEPTH && any->path[p]; p++)
			buf_printf(&out, "%s%s", p ? "." : " ", any->path[p]->key);
		if (any && any->item.len)
			buf_printf(&out, " [%.*s]", STR_ARG(any->item));
		if (any && any->lang != LANG_COUNT)
			buf_printf(&out, " (%s)", lang_code(any->lang));
		if (items[i].how <= CHANGE_VALUE && any->text.len)
			buf_printf(&out, " %.*s>%.*s", b ? (int)b->text.len : 0,
			           b ? b->text.ptr : "", a ? (int)a->text.len : 0,
			           a ? a->text.ptr : "");
		if (items[i].how == CHANGE_BODY)
			buf_printf(&out, " (%s) +%zu -%zu", lang_code(items[i].lang), items[i].more,
			           items[i].fewer);
		buf_addc(&out, '\n');
	}
	all = arena_cstr(two->arena, buf_str(&out));
	buf_release(&out);
	return all;
}

static void
assert_lines(struct two *two, const char *expected)
{
	const struct card_change *card = only(two);

	assert_string_equal(lines(two, card->items, card->len), expected);
}

static void
the_same_guide_has_no_changes(void **state)
{
	struct two *two = *state;

	shop(two->before, "pain", "Au pain");
	shop(two->after, "pain", "Au pain");
	find(two);
	assert_int_equal(two->changes.cards_len, 0);
	assert_int_equal(two->changes.config_len, 0);
	assert_int_equal(two->changes.unseen, 0);
}

static void
merchants_come_go_hide_and_show_themselves(void **state)
{
	static const struct {
		const char *what;
		int before, after; /* 0: no card, 1: hidden, 2: a draft, 3: closed, 4: shown */
		enum card_state was, is;
		size_t cards, unseen;
	} cases[] = {
		{ "comes", 0, 4, CARD_NONE, CARD_SHOWN, 1, 0 },
		{ "goes", 4, 0, CARD_SHOWN, CARD_NONE, 1, 0 },
		{ "opts out", 4, 1, CARD_SHOWN, CARD_HIDDEN, 1, 0 },
		{ "closes", 4, 3, CARD_SHOWN, CARD_HIDDEN, 1, 0 },
		{ "is ready", 2, 4, CARD_HIDDEN, CARD_SHOWN, 1, 0 },
		{ "is prepared", 0, 2, 0, 0, 0, 1 },
		{ "was never seen", 1, 0, 0, 0, 0, 1 },
		{ "changes unseen", 1, 3, 0, 0, 0, 1 },
	};

	for (size_t i = 0; i < countof(cases); i++) {
		void *own;
		struct two *two;
		int how[2] = { cases[i].before, cases[i].after };

		setup(&own);
		two = own;
		for (int side = 0; side < 2; side++) {
			struct fixture *f = side ? two->after : two->before;
			struct merchant *m = how[side] ? shop(f, "pain", "Au pain") : NULL;

			if (!m)
				continue;
			m->unlisted = how[side] == 1;
			m->card.draft = how[side] == 2;
			m->status = how[side] == 3 ? STATUS_CLOSED : STATUS_OPEN;
		}
		find(two);
		if (two->changes.cards_len != cases[i].cards ||
		    two->changes.unseen != cases[i].unseen)
			fail_msg("%s: %zu cards, %zu unseen", cases[i].what, two->changes.cards_len,
			         two->changes.unseen);
		if (cases[i].cards) {
			assert_int_equal(only(two)->was, cases[i].was);
			assert_int_equal(only(two)->is, cases[i].is);
		}
		(void)state;
		teardown(&own);
	}
}

static void
fields_are_told_in_the_order_of_the_form(void **state)
{
	struct two *two = *state;
	struct merchant *b = shop(two->before, "pain", "Au pain");
	struct merchant *a = shop(two->after, "pain", "Au bon pain");

	b->phone =
		(struct phone){ STR("+3265123456"), STR("065 12 34 56"), STR("+32 65 12 34 56") };
	a->phone =
		(struct phone){ STR("+3265987654"), STR("065 98 76 54"), STR("+32 65 98 76 54") };
	a->name.in[LANG_NL] = STR("Goed brood");
	b->founded = 1962;
	a->email = STR("bonjour@pain.example");
	a->address.postcode = STR("7376");
	a->hours = (struct hours){ .state = HOURS_UNKNOWN, .text = STR("parfois") };
	a->card.body.in[LANG_FR] = STR("<p>Du pain <b>frais</b> et du pain</p>");
	b->card.body.in[LANG_FR] = STR("<p>Du pain rassis</p>\n");
	find(two);
	assert_lines(two, "> name (fr) Au pain>Au bon pain\n"
	                  "+ name (nl) >Goed brood\n"
	                  "+ address.postcode >7376\n"
	                  "> phone +32 65 12 34 56>+32 65 98 76 54\n"
	                  "+ email >bonjour@pain.example\n"
	                  "+ hours >parfois\n"
	                  "- founded 1962>\n"
	                  "text (fr) +4 -1\n");
}

static void
lists_are_told_by_what_came_and_went(void **state)
{
	struct two *two = *state;
	struct merchant *b = shop(two->before, "pain", "Au pain");
	struct merchant *a = shop(two->after, "pain", "Au pain");
	uint16_t visa = (uint16_t)vocabulary_find(VOCABULARY_PAYMENT, STR("visa"));
	uint16_t cash = (uint16_t)vocabulary_find(VOCABULARY_PAYMENT, STR("cash"));
	struct product old[] = { { .name = { .in = { [LANG_FR] = STR("Levain") } },
		                   .price = { true, 320 },
		                   .available = -1 },
		                 { .name = { .in = { [LANG_FR] = STR("Cramique") } },
		                   .available = -1 } };
	struct product new[] = { { .name = { .in = { [LANG_FR] = STR("Levain") } },
		                   .price = { true, 340 },
		                   .available = -1 },
		                 { .name = { .in = { [LANG_FR] = STR("Craquelin") } },
		                   .price = { true, 500 },
		                   .available = 1 } };

	b->payment = (struct terms){ &cash, 1 };
	a->payment = (struct terms){ &visa, 1 };
	b->products = old;
	a->products = new;
	b->products_len = a->products_len = 2;
	find(two);
	assert_lines(two, "+ payment [visa]\n- payment [cash]\n"
	                  "> products.price [Levain] 3.20>3.40\n"
	                  "+ products [Craquelin]\n"
	                  "+ products.price [Craquelin] >5.00\n"
	                  "+ products.available [Craquelin] >yes\n"
	                  "- products [Cramique]\n");
}

static void
the_order_counts_where_it_is_seen(void **state)
{
	struct two *two = *state;

	fixture_merchant(two->before, "pain", "Au pain", "bakery pastry", "Rue Haute 1");
	fixture_merchant(two->after, "pain", "Au pain", "pastry bakery", "Rue Haute 1");
	find(two);
	assert_lines(two, "order category [pastry]\n");
}

static void
what_is_said_twice_is_found_twice(void **state)
{
	struct two *two = *state;
	struct closure once = { .from = 20000, .until = 20001 };
	struct closure twice[] = { once, { .from = 20000, .until = 20009 } };
	struct merchant *b = shop(two->before, "pain", "Au pain");
	struct merchant *a = shop(two->after, "pain", "Au pain");

	b->closures = &once;
	b->closures_len = 1;
	a->closures = twice;
	a->closures_len = 2;
	find(two);
	assert_lines(two, "+ closures [2024-10-04]\n+ closures.until [2024-10-04] >2024-10-13\n");
}

static void
a_picture_that_shows_something_else_is_told(void **state)
{
	struct two *two = *state;
	struct photo photo = { .file = STR("photos/pain.jpg"), .focus_x = -1, .focus_y = -1 };

	shop(two->before, "pain", "Au pain")->photos = (struct photos){ &photo, 1 };
	shop(two->after, "pain", "Au pain")->photos = (struct photos){ &photo, 1 };
	two->other_file = "photos/pain.jpg";
	find(two);
	assert_lines(two, "picture photos [photos/pain.jpg]\n");
}

static void
a_card_is_followed_when_its_file_has_another_name(void **state)
{
	static const struct {
		const char *what, *old_name, *new_name, *old_osm, *new_osm, *phone;
		bool followed;
	} cases[] = {
		{ "by its name", "Au Pain", "au pain", "", "", "", true },
		{ "by its object on the map", "Au Pain", "Chez Lise", "node/1", "node/1", "",
		  true },
		{ "not as another object", "Au Pain", "Au Pain", "node/1", "node/2", "", false },
		{ "by most of what it says", "Au Pain", "Chez Lise", "", "", "+32 65 12 34 56",
		  true },
		{ "not as anybody", "Au Pain", "Chez Lise", "", "", "", false },
	};

	(void)state;
	for (size_t i = 0; i < countof(cases); i++) {
		void *own;
		struct two *two;
		struct merchant *b, *a;

		setup(&own);
		two = own;
		b = shop(two->before, "old", cases[i].old_name);
		a = shop(two->after, "new", cases[i].new_name);
		b->osm = str(cases[i].old_osm);
		a->osm = str(cases[i].new_osm);
		b->phone.international = a->phone.international = str(cases[i].phone);
		b->email = a->email = str(cases[i].phone[0] ? "bonjour@pain.example" : "");
		find(two);
		if ((two->changes.cards_len == 1) != cases[i].followed)
			fail_msg("%s: %zu changes", cases[i].what, two->changes.cards_len);
		teardown(&own);
	}
}

static void
an_offer_to_come_is_no_secret(void **state)
{
	struct two *two = *state;

	shop(two->before, "pain", "Au pain");
	shop(two->after, "pain", "Au pain");
	fixture_offer(two->after, "demain", "pain", "2026-12-01", "2026-12-24");
	fixture_offer(two->after, "hier", "pain", "2026-01-01", "2026-01-24");
	find(two);
	assert_int_equal(only(two)->is, CARD_WAITING);
	assert_int_equal(two->changes.unseen, 1);
}

static void
the_site_itself_is_compared_by_the_same_rows(void **state)
{
	struct two *two = *state;

	two->after->cards.config.name.in[LANG_FR] = STR("Quartier de la Gare");
	two->after->cards.config.languages_len = 1;
	find(two);
	assert_string_equal(
		lines(two, two->changes.config, two->changes.config_len),
		"> name (fr) Quartier du Moulin>Quartier de la Gare\n- languages [nl]\n");
}

/* A new field must be told without a word in changes.c: every row of every kind says something. */
static void
every_type_of_the_schema_can_be_said(void **state)
{
	static const char zeros[65536];
	struct two *two = *state;

	for (int kind = 0; kind < KIND_COUNT; kind++) {
		struct said_list list;

		assert_true(schema_kind((enum kind)kind)->schema->size < sizeof zeros);
		said_read(&list, two->arena, schema_kind((enum kind)kind)->schema, zeros);
		for (size_t i = 0; i < list.len; i++)
			assert_non_null(said_field(&list.items[i]));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_same_guide_has_no_changes, setup, teardown),
		cmocka_unit_test(merchants_come_go_hide_and_show_themselves),
		cmocka_unit_test_setup_teardown(fields_are_told_in_the_order_of_the_form, setup,
		                                teardown),
		cmocka_unit_test_setup_teardown(lists_are_told_by_what_came_and_went, setup,
		                                teardown),
		cmocka_unit_test_setup_teardown(the_order_counts_where_it_is_seen, setup, teardown),
		cmocka_unit_test_setup_teardown(what_is_said_twice_is_found_twice, setup, teardown),
		cmocka_unit_test_setup_teardown(a_picture_that_shows_something_else_is_told, setup,
		                                teardown),
		cmocka_unit_test(a_card_is_followed_when_its_file_has_another_name),
		cmocka_unit_test_setup_teardown(an_offer_to_come_is_no_secret, setup, teardown),
		cmocka_unit_test_setup_teardown(the_site_itself_is_compared_by_the_same_rows, setup,
		                                teardown),
		cmocka_unit_test_setup_teardown(every_type_of_the_schema_can_be_said, setup,
		                                teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
