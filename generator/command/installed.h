#ifndef COMMAND_INSTALLED_H
#define COMMAND_INSTALLED_H
/*
 * installed: where the program's own files are: beside the program, wherever that was put.
 *
 * PREFIX/bin/quartier has PREFIX/share/quartier/themes and PREFIX/share/locale; in a source
 * tree, build/VARIANT/quartier has themes and build/locale.
 */
struct arena;

const char *installed_themes(struct arena *arena); /* $QUARTIER_THEMES comes first */
const char *installed_locale(struct arena *arena);
#endif
