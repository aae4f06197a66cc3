#ifndef COMMAND_IMPORT_H
#define COMMAND_IMPORT_H
/*
 * import: what each format of `quartier import` and `quartier export` runs.
 *
 * Each is a whole command: it opens the content, works, reports, and closes it.
 */
#include "command/command.h"

enum exit_code import_osm(const struct invocation *invocation);         /* import_osm.c */
enum exit_code export_osm(const struct invocation *invocation);         /* export_osm.c */
enum exit_code export_json_schema(const struct invocation *invocation); /* export_json_schema.c */
#endif
