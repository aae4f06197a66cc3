#ifndef EMIT_OUTPUT_H
#define EMIT_OUTPUT_H
/*
 * output: where finished files go; whoever calls emit decides what that is (a site on disk, a
 * branch, memory).
 *
 * put() takes the whole content of the file at `path` ("merchants/dumont/index.html", relative, no
 * "..") and may be called by several threads at once, each path once, in any order. `bytes` is borrowed
 * for the call. -1: reported; the build stops.
 */
#include "base/str.h"

struct diag;

struct output {
	int (*put)(void *context, struct str path, struct str bytes, struct diag *diag);
	void *context;
};
#endif
