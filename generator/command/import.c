/* import: cards from what others have: an extract of OpenStreetMap. */
#include "command/import.h"

#include "base/i18n.h"
#include "base/str.h"

#include <string.h>

static const struct {
	const char *name;
	enum exit_code (*run)(const struct invocation *invocation);
} formats[] = {
	{ "osm", import_osm },
};

enum exit_code
import_run(const struct invocation *invocation)
{
	for (size_t i = 0; i < countof(formats); i++)
		if (strcmp(formats[i].name, invocation->operands[0]) == 0)
			return formats[i].run(invocation);
	command_error(_("quartier import takes osm, not \"%s\""), invocation->operands[0]);
	command_hint(_("for example: quartier import osm map.osm"));
	return EXIT_USAGE;
}
