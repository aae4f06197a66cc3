/* export: what the cards know, for others to use. */
#include "base/i18n.h"
#include "base/str.h"
#include "command/import.h"

#include <string.h>

static const struct {
	const char *name;
	enum exit_code (*run)(const struct invocation *invocation);
} formats[] = {
	{ "osm", export_osm },
	{ "json-schema", export_json_schema },
};

enum exit_code
export_run(const struct invocation *invocation)
{
	for (size_t i = 0; i < countof(formats); i++)
		if (strcmp(formats[i].name, invocation->operands[0]) == 0)
			return formats[i].run(invocation);
	command_error(_("quartier export takes osm or json-schema, not \"%s\""),
	              invocation->operands[0]);
	command_hint(_("for example: quartier export osm -o changes.osc"));
	return EXIT_USAGE;
}
