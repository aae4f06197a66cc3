#ifndef SOURCE_GIT_LIBRARY_H
#define SOURCE_GIT_LIBRARY_H
/*
 * git_library: libgit2 started as we want it: it reads no configuration of the system or of the user.
 *
 * Threads  start and stop are counted by the library itself; as many stops as starts.
 */
struct diag;

/* -1: reported, and there is nothing to stop. */
int git_library_start(struct diag *diag);
void git_library_stop(void);
/* What the library says of its last failure; "?" when it says nothing. */
const char *git_library_reason(void);
#endif
