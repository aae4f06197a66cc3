#ifndef COMMAND_INTERRUPT_H
#define COMMAND_INTERRUPT_H
/*
 * interrupt: Ctrl-C and kill. They end the program at once, with exit code 130; but when files lie
 * about that want clearing, they are remembered until the work is at a point where it can stop cleanly.
 *
 * The one thing in the program that lives outside a function, because a signal has no other way in.
 * Another one, half a second later, ends the program in any case; the next build clears what that leaves.
 */
#include <signal.h>
#include <stdbool.h>

void interrupt_catch(void);
void interrupt_defer(void); /* from now on they are remembered */
void interrupt_allow(void); /* at once again, also one that was remembered */
bool interrupt_pending(void);
/* Between these two they wait, but where the program itself waits with `mask` in force (ppoll(2)): so that none
 * comes after interrupt_pending was asked and before the waiting begins. */
void interrupt_hold(sigset_t *mask);
void interrupt_release(const sigset_t *mask);
#endif
