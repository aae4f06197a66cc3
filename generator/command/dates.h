#ifndef COMMAND_DATES_H
#define COMMAND_DATES_H
/*
 * dates: when each file of the content came and last changed, for the commands whose pages tell it. `check` does not ask:
 * it runs on every pull request, where clones are shallow and nothing is published.
 */
struct project;

/* Sets project->history when the command tells dates. The content must have been listed. */
void dates_open(struct project *project);
#endif
