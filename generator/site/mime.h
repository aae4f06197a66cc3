#ifndef SITE_MIME_H
#define SITE_MIME_H
/* mime: the types under which web servers name files (IANA's media types). */
#include "base/str.h"

/* By the end of the file's name; "application/octet-stream" when it says nothing. */
const char *mime_type(struct str path);
#endif
