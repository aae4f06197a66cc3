#ifndef THEME_LEAFLET_H
#define THEME_LEAFLET_H
/*
 * leaflet: the library for maps that can be moved (leafletjs.com, BSD-2-Clause), which is in the program: themes need
 * not bring it.
 *
 * Files  leaflet.js and leaflet.css, spare assets: a site has them where another asset names them. The style sheet
 *        names no pictures.
 */
#include "theme/asset.h"

enum { LEAFLET_FILES = 2 };

void leaflet_files(struct asset_file files[LEAFLET_FILES]);
#endif
