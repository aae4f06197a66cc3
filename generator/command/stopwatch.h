#ifndef COMMAND_STOPWATCH_H
#define COMMAND_STOPWATCH_H
/* stopwatch: how long work takes, for people; nothing in a site depends on it. */

/* Seconds on the monotonic clock. */
double stopwatch_seconds(void);
#endif
