#include "card/web.h"

#include "base/i18n.h"

#include <string.h>

static bool
is_alnum(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static bool
is_foreign(char c)
{
	return (unsigned char)c >= 0x80;
}

static bool
is_hex(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static bool
starts_ascii(struct str s, const char *prefix)
{
	return str_eq_ascii(str_sub(s, 0, strlen(prefix)), str(prefix));
}

/* Spaces beyond ASCII, which come along with pasted text: U+0080 to U+00A0, U+2000 to U+206F, U+FEFF. */
static bool
has_strange_space(struct str text)
{
	for (size_t i = 0; i + 1 < text.len; i++) {
		unsigned char a = (unsigned char)text.ptr[i], b = (unsigned char)text.ptr[i + 1];

		if ((a == 0xc2 && b <= 0xa0) || (a == 0xe2 && (b == 0x80 || b == 0x81)) ||
		    (a == 0xef && b == 0xbb))
			return true;
	}
	return false;
}

/* Labels of letters, digits and inner hyphens, with dots between: RFC 1123, and letters beyond ASCII. */
static bool
is_domain(struct str text, size_t least)
{
	struct str label, last = { 0 };
	size_t labels = 0;

	if (text.len > 253 || (text.len && text.ptr[text.len - 1] == '.'))
		return false;
	while (str_split(&text, '.', &label)) {
		if (label.len == 0 || label.len > 63 || label.ptr[0] == '-' ||
		    label.ptr[label.len - 1] == '-')
			return false;
		for (size_t i = 0; i < label.len; i++)
			if (!is_alnum(label.ptr[i]) && !is_foreign(label.ptr[i]) &&
			    label.ptr[i] != '-')
				return false;
		last = label;
		labels++;
	}
	return labels >= least && last.len >= 2 && !(last.ptr[0] >= '0' && last.ptr[0] <= '9');
}

/* Characters that no URL has; 0x7f and below the space are control characters. */
static enum web_result
check_characters(struct str url)
{
	for (size_t i = 0; i < url.len; i++) {
		char c = url.ptr[i];

		if ((c >= 0 && c <= ' ') || c == 0x7f || strchr("\"<>\\^`{|}", c))
			return WEB_SPACE;
		if (c == '%' &&
		    (i + 2 >= url.len || !is_hex(url.ptr[i + 1]) || !is_hex(url.ptr[i + 2])))
			return WEB_PERCENT;
	}
	return has_strange_space(url) ? WEB_SPACE : WEB_OK;
}

/* "//user@host:port" up to the path. */
static struct str
authority_of(struct str url)
{
	size_t from = str_find(url, ':') + 3, to = from;

	while (to < url.len && !strchr("/?#", url.ptr[to]))
		to++;
	return str_sub(url, from, to);
}

static enum web_result
check_authority(struct str authority)
{
	size_t colon = str_find(authority, ':');
	struct str port = str_sub(authority, colon + 1, authority.len);
	unsigned number = 0;

	if (str_find(authority, '@') < authority.len)
		return WEB_CREDENTIALS;
	if (!is_domain(str_sub(authority, 0, colon), 2))
		return WEB_HOST;
	if (colon == authority.len)
		return WEB_OK;
	for (size_t i = 0; i < port.len; i++) {
		if (port.ptr[i] < '0' || port.ptr[i] > '9' || port.len > 5)
			return WEB_PORT;
		number = number * 10 + (unsigned)(port.ptr[i] - '0');
	}
	return number > 0 && number < 65536 ? WEB_OK : WEB_PORT;
}

/* "mailto:" or "ftp://": letters and a colon; "example.org:8080" has a dot before its colon. */
static bool
has_scheme(struct str url)
{
	size_t colon = str_find(url, ':');

	if (colon == 0 || colon == url.len)
		return false;
	for (size_t i = 0; i < colon; i++)
		if (!is_alnum(url.ptr[i]))
			return false;
	return true;
}

enum web_result
web_check(struct str url)
{
	enum web_result result = check_characters(url);
	size_t path;

	if (result != WEB_OK)
		return result;
	if (starts_ascii(url, "http://") || starts_ascii(url, "https://"))
		return check_authority(authority_of(url));
	if (has_scheme(url))
		return WEB_SCHEME;
	path = str_find(url, '/');
	return check_authority(str_sub(url, 0, path)) == WEB_OK ? WEB_NO_SCHEME : WEB_HOST;
}

const char *
web_fault(enum web_result result)
{
	static const char *const faults[] = {
		[WEB_OK] = "",
		[WEB_NO_SCHEME] = N_("there is no https:// before it"),
		[WEB_SCHEME] = N_("it must begin with https:// or http://"),
		[WEB_HOST] = N_("it has no host name such as www.example.org"),
		[WEB_SPACE] = N_("it has a space or another character that an address cannot have"),
		[WEB_CREDENTIALS] = N_("it must not have a user's name or password in it"),
		[WEB_PORT] = N_("the number after the colon is not a port, 1 to 65535"),
		[WEB_PERCENT] = /* xgettext:no-c-format */
		N_("a % must be followed by two hexadecimal digits"),
	};

	return result == WEB_OK ? "" : _(faults[result]);
}

struct str
web_host(struct str url)
{
	struct str authority = authority_of(url);

	return str_sub(authority, 0, str_find(authority, ':'));
}

bool
web_is_email(struct str text)
{
	static const char signs[] = ".!#$%&'*+/=?^_`{|}~-";
	size_t at = str_find(text, '@');

	if (at == 0 || at > 64 || at == text.len || text.ptr[0] == '.' || text.ptr[at - 1] == '.' ||
	    has_strange_space(text))
		return false;
	for (size_t i = 0; i < at; i++) {
		char c = text.ptr[i];

		if (c == '.' && text.ptr[i + 1] == '.')
			return false;
		if (!is_alnum(c) && !is_foreign(c) && (c == '\0' || !strchr(signs, c)))
			return false;
	}
	return is_domain(str_sub(text, at + 1, text.len), 2);
}
