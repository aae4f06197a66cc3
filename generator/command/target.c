#include "command/target.h"

#include "command/interrupt.h"

int
target_put(const struct target *target, struct str path, struct str bytes, struct diag *diag)
{
	return interrupt_pending() ? -1 : target->put(target->context, path, bytes, diag);
}
