#include "base/pool.h"

#include "base/mem.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>

struct run {
	pool_work *work;
	void *context;
	size_t count;
	atomic_size_t next;
};

struct worker {
	struct run *run;
	unsigned number;
	pthread_t thread;
};

static void *
work_on(void *arg)
{
	struct worker *worker = arg;
	struct run *run = worker->run;
	size_t i;

	while ((i = atomic_fetch_add_explicit(&run->next, 1, memory_order_relaxed)) < run->count)
		run->work(run->context, worker->number, i);
	return NULL;
}

void
pool_run(unsigned jobs, size_t count, pool_work *work, void *context)
{
	struct run run = { .work = work, .context = context, .count = count };
	struct worker *workers;
	unsigned started = 1;

	if (jobs > count)
		jobs = (unsigned)count;
	if (jobs == 0)
		return;
	workers = mem_alloc(size_mul(jobs, sizeof *workers));
	for (unsigned i = 0; i < jobs; i++)
		workers[i] = (struct worker){ .run = &run, .number = i };
	/* A thread that cannot be had is no failure: the others take its share. */
	while (started < jobs &&
	       pthread_create(&workers[started].thread, NULL, work_on, &workers[started]) == 0)
		started++;
	work_on(&workers[0]);
	for (unsigned i = 1; i < started; i++)
		pthread_join(workers[i].thread, NULL);
	free(workers);
}

unsigned
pool_cores(void)
{
	cpu_set_t set;
	int count;

	if (sched_getaffinity(0, sizeof set, &set) != 0)
		return 1;
	count = CPU_COUNT(&set);
	return count > 0 ? (unsigned)count : 1;
}
