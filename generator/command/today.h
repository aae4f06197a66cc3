#ifndef COMMAND_TODAY_H
#define COMMAND_TODAY_H
/* today: the day on which a card is written, for the dates that are proposed in it. */

/* The day of --now (NULL: not given), else of SOURCE_DATE_EPOCH, else of the clock, by this machine's zone. */
int today(const char *now);
/* The first Saturday at least `days` from `day`. */
int today_saturday(int day, int days);
#endif
