/* Telephone numbers, prices, dates and repetition rules from any bytes: what is accepted has the
 * promised form and reads back as itself. */
#include "base/arena.h"
#include "base/date.h"
#include "card/money.h"
#include "card/phone.h"
#include "card/repeat.h"

#include <stdint.h>
#include <stdlib.h>

static void
must(bool condition)
{
	if (!condition)
		abort();
}

static void
check_phone(struct arena *arena, struct str text)
{
	static const char *const countries[] = { "BE", "FR", "LU", "NL", "DE", "GB" };

	for (size_t i = 0; i < countof(countries); i++) {
		struct phone phone, again;

		if (!phone_parse(&phone, arena, text, str(countries[i]))) {
			must(phone_hint(text, str(countries[i])) != NULL);
			continue;
		}
		must(phone.e164.len >= 7 && phone.e164.len <= 16 && phone.e164.ptr[0] == '+');
		must(phone_parse(&again, arena, phone.e164, STR("BE")));
		must(str_eq(again.e164, phone.e164));
		must(phone_parse(&again, arena, phone.international, STR("BE")));
		must(str_eq(again.e164, phone.e164));
	}
}

static void
check_money(struct arena *arena, struct str text)
{
	struct money money, again;

	if (!money_parse(&money, text))
		return;
	must(money.set && money.cents >= 0 && money.cents < 1000000000);
	must(money_parse(&again, money_decimal(arena, money)) && again.cents == money.cents);
	for (enum lang lang = 0; lang < LANG_COUNT; lang++)
		must(money_parse(&again, money_print(arena, money, lang)) &&
		     again.cents == money.cents);
}

static void
check_repeat(struct arena *arena, struct str text)
{
	struct repeat repeat, again;
	const char *why;
	int day = 0;

	if (!repeat_parse(&repeat, arena, text, &why)) {
		must(why != NULL);
		return;
	}
	must(repeat_parse(&again, arena, repeat.rule, &why) && str_eq(again.rule, repeat.rule));
	for (int i = 0; i < 5 && day != DATE_NONE; i++) {
		int next = repeat_next(&repeat, 0, day);

		must(next == DATE_NONE || next >= day);
		day = next == DATE_NONE ? next : next + 1;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = { (const char *)data, size };
	struct arena *arena = arena_new();
	struct moment moment;

	check_phone(arena, text);
	check_money(arena, text);
	check_repeat(arena, text);
	if (moment_parse(text, &moment)) {
		struct civil c = date_to_civil(moment.day);

		must(date_is_valid(c.year, c.month, c.day));
		must(date_from_civil(c.year, c.month, c.day) == moment.day);
	}
	arena_free(arena);
	return 0;
}
