#ifndef EMIT_MANIFEST_H
#define EMIT_MANIFEST_H
/*
 * manifest: manifest.webmanifest (W3C Web Application Manifest), so that a phone can keep the guide
 * among its apps. Its icons are the theme's assets icon.svg, icon-192.png, icon-maskable-512.png
 * and the like, as far as the theme has them.
 */
#include "emit/run.h"

void manifest_write(struct buf *out, struct arena *scratch, const struct run *run,
                    const struct piece *piece);
#endif
