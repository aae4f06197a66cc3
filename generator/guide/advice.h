#ifndef GUIDE_ADVICE_H
#define GUIDE_ADVICE_H
/*
 * advice: what is no mistake in a card but will let visitors stand before a closed door: hours that are
 * missing, that overlap, that never open or say nothing about the coming public holidays; closures that
 * are over.
 *
 * Only `check` gives it, as warnings: a guide made from other people's data must still build.
 * Who      merchants that the guide shows.
 */
struct diag;
struct guide;

void advice_give(const struct guide *guide, struct diag *diag);
#endif
