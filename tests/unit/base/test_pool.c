#include "../check.h"

#include "base/pool.h"

#include <stdatomic.h>
#include <stdlib.h>

enum { COUNT = 10000, JOBS = 8 };

struct tally {
	unsigned char *done;
	atomic_size_t workers[JOBS];
};

static void
note(void *context, unsigned worker, size_t index)
{
	struct tally *tally = context;

	tally->done[index]++;
	atomic_fetch_add(&tally->workers[worker], 1);
}

static void
each_index_is_worked_on_once(void **state)
{
	static const unsigned jobs[] = { 1, 2, JOBS };

	(void)state;
	for (size_t j = 0; j < countof(jobs); j++) {
		struct tally tally = { .done = calloc(COUNT, 1) };
		size_t sum = 0;

		pool_run(jobs[j], COUNT, note, &tally);
		for (size_t i = 0; i < COUNT; i++)
			assert_int_equal(tally.done[i], 1);
		for (size_t i = 0; i < jobs[j]; i++)
			sum += tally.workers[i];
		assert_int_equal(sum, COUNT);
		free(tally.done);
	}
}

static void
nothing_to_do_is_done_at_once(void **state)
{
	struct tally tally = { 0 };

	(void)state;
	pool_run(JOBS, 0, note, &tally);
	pool_run(0, 0, note, &tally);
	assert_true(pool_cores() >= 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_index_is_worked_on_once),
		cmocka_unit_test(nothing_to_do_is_done_at_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
