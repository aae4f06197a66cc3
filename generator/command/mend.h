#ifndef COMMAND_MEND_H
#define COMMAND_MEND_H
/*
 * mend: `check --fix`: writes what is certain to be better into the cards, and tells each change on
 * standard output. What else is wrong with them, the check that follows will tell.
 */
struct project;

/* The project's source is a folder, of which nothing was read yet. -1: the environment failed, reported;
 * what was written until then stays. */
int mend(struct project *project);
#endif
