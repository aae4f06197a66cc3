#ifndef BASE_POOL_H
#define BASE_POOL_H
/*
 * pool: the same work for many things on several threads.
 *
 * pool_run calls work(context, worker, index) once for every index in [0, count), on `jobs`
 * threads (the caller's is one of them), and returns when all are done. `worker` in [0, jobs)
 * names the thread, so that each can have its own arena, buffer and diag. Order is not promised:
 * results go into slots by index.
 */
#include <stddef.h>

typedef void pool_work(void *context, unsigned worker, size_t index);

void pool_run(unsigned jobs, size_t count, pool_work *work, void *context);
unsigned pool_cores(void); /* cores this process may use (its CPU affinity), at least 1 */
#endif
