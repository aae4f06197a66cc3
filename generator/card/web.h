#ifndef CARD_WEB_H
#define CARD_WEB_H
/*
 * web: addresses of web pages and of mailboxes.
 *
 * Format  http and https URLs (RFC 3986, with international names and paths kept as typed: RFC 3987),
 *         mail addresses as HTML's input type=email takes them, with letters beyond ASCII allowed.
 * Errors  named by an enum; web_fault says them to people.
 */
#include "base/str.h"

enum web_result {
	WEB_OK,
	WEB_NO_SCHEME,   /* "www.example.org": fine behind https:// */
	WEB_SCHEME,      /* neither http nor https */
	WEB_HOST,        /* no host, or not one */
	WEB_SPACE,       /* white space, quotes or control characters inside */
	WEB_CREDENTIALS, /* user:password@ */
	WEB_PORT,
	WEB_PERCENT, /* a % without two hexadecimal digits */
};

enum web_result web_check(struct str url);
/* What is wrong, as a translated sentence that follows a colon. */
const char *web_fault(enum web_result result);
/* "www.example.org" of a URL that web_check accepts. */
struct str web_host(struct str url);
bool web_is_email(struct str text);
#endif
