#ifndef COMMAND_INTERRUPT_H
#define COMMAND_INTERRUPT_H
/*
 * interrupt: Ctrl-C and kill, remembered until the work is at a point where it can stop cleanly.
 *
 * The one thing in the program that lives outside a function, because a signal has no other way in.
 * The second signal ends the program at once; the next build clears what that leaves.
 */
#include <stdbool.h>

void interrupt_catch(void);
bool interrupt_pending(void);
void interrupt_wait(void);              /* returns when one has come */
#endif
