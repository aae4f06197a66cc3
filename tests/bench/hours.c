/*
 * hours: how long 10,000 different opening hours take to parse, and to evaluate over 60 days;
 * beside what libyaml takes for the same bytes. CPU time of one core, the median of seven runs.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/zone.h"
#include "card/card.h"
#include "card/holidays.h"
#include "card/hours_eval.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <yaml.h>

enum { MERCHANTS = 10000, DAYS = 60, RUNS = 7 };

/* Two in three have ordinary weeks; the rest seasons, nights and what else a market has. */
static const char *const shapes[] = {
	"Mo-Fr %1$s-%2$s; Sa %1$s-%3$s",
	"Mo-Fr %1$s-%3$s,%4$s-%2$s; Sa %1$s-%3$s; PH off",
	"Tu-Sa %1$s-%2$s; Su %1$s-%3$s",
	"Mo-Sa %1$s-%2$s; Su,PH off",
	"Tu-Fr %1$s-%3$s,%4$s-%2$s; Sa %1$s-%2$s; Mo,Su off",
	"Mo,We-Su %1$s-%2$s",
	"We-Su %3$s-%4$s,%2$s-00:30; Mo,Tu off",
	"Mo-Th %1$s-%2$s; Fr-Sa %1$s-02:00",
	"Apr-Sep Mo-Su %1$s-%2$s; Oct-Mar Sa-Su %1$s-%3$s",
	"Mo-Fr %1$s-%2$s; Sa[1] %1$s-%3$s; Jul 15-Aug 15 off",
	"Mo-Fr %1$s-%2$s, Sa %1$s-%3$s \"sur rendez-vous\"; PH off; Dec 24,Dec 31 %1$s-%3$s",
	"Su,PH %1$s-%3$s; SH Mo-Fr %4$s-%2$s",
};

static void
make_texts(struct str *texts, struct arena *arena)
{
	for (int i = 0; i < MERCHANTS; i++) {
		char times[4][8];
		const int hours[] = { 6 + i / 12 % 5, 17 + i / 60 % 4, 12, 13 };

		for (int t = 0; t < 4; t++)
			snprintf(times[t], sizeof times[t], "%02d:%02d", hours[t],
			         (i / 240 >> t) % 12 * 5);
		texts[i] = arena_printf(arena, shapes[i % (int)countof(shapes)], times[0], times[1],
		                        times[2], times[3]);
	}
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int
compare(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static double
median(double *runs)
{
	qsort(runs, RUNS, sizeof *runs, compare);
	return runs[RUNS / 2];
}

static double
parse(struct hours *hours, const struct str *texts, struct arena *arena)
{
	struct diag *diag = diag_new();
	double start = now();

	for (int i = 0; i < MERCHANTS; i++)
		hours_parse(&hours[i], arena, texts[i], (struct pos){ "merchants/a.md", 1, 1 },
		            diag);
	start = now() - start;
	for (int i = 0; i < MERCHANTS; i++)
		if (hours[i].state != HOURS_KNOWN || hours[i].odd) {
			fprintf(stderr, "not well written: %s\n", texts[i].ptr);
			exit(1);
		}
	diag_free(diag);
	return start;
}

static double
evaluate(const struct hours *hours, const struct hours_place *place, struct arena *arena,
         size_t *intervals)
{
	int64_t from = (int64_t)date_from_civil(2026, 11, 23) * DAY_MINUTES;
	double start = now();

	for (int i = 0; i < MERCHANTS; i++) {
		struct hours_intervals all = { 0 };

		hours_evaluate(&hours[i], place, from, from + DAYS * DAY_MINUTES, &all, arena);
		*intervals += all.len;
		arena_reset(arena);
	}
	return now() - start;
}

static double
read_yaml(struct str text)
{
	double start = now();
	yaml_parser_t parser;
	yaml_event_t event;
	bool ended = false;

	yaml_parser_initialize(&parser);
	yaml_parser_set_input_string(&parser, (const unsigned char *)text.ptr, text.len);
	while (!ended && yaml_parser_parse(&parser, &event)) {
		ended = event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	if (!ended) {
		fprintf(stderr, "libyaml did not read to the end\n");
		exit(1);
	}
	return now() - start;
}

int
main(void)
{
	struct arena *kept = arena_new(), *scratch = arena_new();
	struct config config = { .country = str("BE"), .region = str("BE-WAL") };
	struct holidays holidays;
	struct str texts[MERCHANTS];
	struct hours *hours = arena_array(kept, MERCHANTS, sizeof *hours);
	struct buf yaml = { 0 };
	double parsing[RUNS], evaluating[RUNS], floor[RUNS];
	double parsed, evaluated, read;
	size_t intervals = 0;
	bool missing;
	struct zone *zone = zone_new(str("Europe/Brussels"), &missing);

	make_texts(texts, kept);
	for (int i = 0; i < MERCHANTS; i++)
		buf_printf(&yaml, "- '%s'\n", texts[i].ptr);
	holidays_make(&holidays, kept, &config, 2026, 2027);
	for (int run = 0; run < RUNS; run++) {
		struct arena *arena = arena_new();

		parsing[run] = parse(hours, texts, arena);
		evaluating[run] =
			evaluate(hours, &(struct hours_place){ &holidays, zone, 50.4669, 4.8675 },
		                 scratch, &intervals);
		floor[run] = read_yaml(buf_str(&yaml));
		arena_free(arena);
	}
	parsed = median(parsing);
	evaluated = median(evaluating);
	read = median(floor);
	printf("opening hours of %d merchants: %.1f ms to parse, %.1f ms to evaluate over %d days (%zu intervals); "
	       "%.1f and %.1f times libyaml's %.1f ms for the same bytes\n",
	       MERCHANTS, parsed, evaluated, DAYS, intervals / RUNS, parsed / read,
	       evaluated / read, read);
	buf_release(&yaml);
	zone_free(zone);
	arena_free(scratch);
	arena_free(kept);
	return 0;
}
