#include "site/branch_address.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"

#include <git2.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const struct pos nowhere = { 0 };

/* "https://user:word@host:8080/path" */
struct parts {
	struct str scheme, user, password, host, rest; /* rest: from the port or path on */
	bool has_password;
};

static bool
parse(struct parts *parts, struct str url)
{
	const char *mark = url.len ? memmem(url.ptr, url.len, "://", 3) : NULL;
	struct str authority, named;
	size_t at;

	*parts = (struct parts){ 0 };
	if (!mark)
		return false;
	parts->scheme = str_sub(url, 0, (size_t)(mark - url.ptr));
	url = str_sub(url, parts->scheme.len + 3, url.len);
	authority = str_sub(url, 0, str_find(url, '/'));
	for (at = authority.len; at > 0 && authority.ptr[at - 1] != '@'; at--)
		;
	if (at > 0) {
		named = str_sub(authority, 0, at - 1);
		parts->user = str_sub(named, 0, str_find(named, ':'));
		parts->has_password = parts->user.len < named.len;
		parts->password = str_sub(named, parts->user.len + 1, named.len);
	}
	parts->rest = str_sub(url, at, url.len);
	parts->host = str_starts(parts->rest, "[")
	                      ? str_sub(parts->rest, 0, str_find(parts->rest, ']') + 1)
	                      : str_sub(parts->rest, 0, str_find(parts->rest, '/'));
	if (!str_starts(parts->host, "["))
		parts->host = str_sub(parts->host, 0, str_find(parts->host, ':'));
	return true;
}

static int
hex_digit(char c)
{
	return c >= '0' && c <= '9'   ? c - '0'
	       : c >= 'a' && c <= 'f' ? c - 'a' + 10
	       : c >= 'A' && c <= 'F' ? c - 'A' + 10
	                              : -1;
}

static struct str
percent_decoded(struct arena *arena, struct str text)
{
	struct buf out = { 0 };
	struct str decoded;

	for (size_t i = 0; i < text.len; i++) {
		int high = i + 2 < text.len ? hex_digit(text.ptr[i + 1]) : -1;
		int low = i + 2 < text.len ? hex_digit(text.ptr[i + 2]) : -1;
		bool escaped = text.ptr[i] == '%' && high >= 0 && low >= 0 && high + low > 0;

		buf_addc(&out, escaped ? (char)(high * 16 + low) : text.ptr[i]);
		i += escaped ? 2 : 0;
	}
	decoded = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return decoded;
}

static bool
is_loopback(struct str host)
{
	return str_eq_ascii(host, STR("localhost")) || str_is(host, "127.0.0.1") ||
	       str_is(host, "[::1]");
}

static const char *
variable(const char *name)
{
	const char *value = getenv(name);

	return value && value[0] ? value : NULL;
}

/* The host that the CI's own token is for. */
static bool
is_host_of_github(struct str host)
{
	struct parts server;

	return parse(&server, str(variable("GITHUB_SERVER_URL")))
	               ? str_eq_ascii(server.host, host)
	               : str_eq_ascii(host, STR("github.com"));
}

/* A token goes where it belongs, encrypted: another host could use it as well. */
static void
choose_token(struct branch_address *address, const struct parts *parts)
{
	bool here = is_loopback(parts->host);
	bool web = str_eq_ascii(parts->scheme, STR("https")) ||
	           (here && str_eq_ascii(parts->scheme, STR("http")));
	const char *user = "x-access-token";

	if (!web)
		return;
	address->token = variable("QUARTIER_TOKEN");
	if (!address->token && (here || is_host_of_github(parts->host)))
		address->token = variable("GITHUB_TOKEN");
	if (!address->token &&
	    (here || str_eq_ascii(parts->host, str(variable("CI_SERVER_HOST"))))) {
		address->token = variable("CI_JOB_TOKEN");
		user = "gitlab-ci-token";
	}
	if (address->user.len == 0 && address->token)
		address->user = str(user);
}

static void
add_secret(struct branch_address *address, const char *secret)
{
	size_t n = 0;

	while (address->secrets[n])
		n++;
	if (secret && secret[0] && n + 1 < countof(address->secrets))
		address->secrets[n] = secret;
}

static void
learn_url(struct branch_address *address, struct arena *arena, const struct parts *parts)
{
	address->shown =
		arena_printf(arena, "%.*s://%.*s", STR_ARG(parts->scheme), STR_ARG(parts->rest))
			.ptr;
	address->user = percent_decoded(arena, parts->user);
	choose_token(address, parts);
	add_secret(address, address->token);
	add_secret(address, arena_cstr(arena, parts->password));
	add_secret(address, percent_decoded(arena, parts->password).ptr);
	if (str_eq_ascii(parts->scheme, STR("file")))
		address->folder =
			percent_decoded(arena, str_sub(parts->rest, str_find(parts->rest, '/'),
		                                       parts->rest.len))
				.ptr;
}

/* "host:path", and what scp takes for it. */
static bool
is_host_and_path(const char *url)
{
	return strcspn(url, ":") < strcspn(url, "/") && strchr(url, ':');
}

static void
learn_folder(struct branch_address *address, struct arena *arena, const char *path,
             const char *above)
{
	char *real = arena_alloc(arena, PATH_MAX);

	if (path[0] != '/' && above)
		path = arena_printf(arena, "%s/%s", above, path).ptr;
	address->folder = realpath(path, real) ? real : path;
	address->url = address->shown = address->folder;
}

/* What `git remote add` wrote; NULL: no remote has that name. */
static const char *
configured(struct arena *arena, const char *name, const char *path)
{
	static const char *const keys[] = { "pushurl", "url" };
	git_config *config = NULL;
	const char *url = NULL;
	struct stat st;

	/* A pipe would be waited for. */
	if (stat(path, &st) != 0 || !S_ISREG(st.st_mode) ||
	    git_config_open_ondisk(&config, path) != 0)
		return NULL;
	for (size_t i = 0; i < countof(keys) && !url; i++) {
		struct str key = arena_printf(arena, "remote.%s.%s", name, keys[i]);
		git_buf value = { 0 };

		if (git_config_get_string_buf(&value, config, key.ptr) == 0 && value.size > 0)
			url = arena_cstr(arena, (struct str){ value.ptr, value.size });
		git_buf_dispose(&value);
	}
	git_config_free(config);
	return url;
}

enum branch_result
branch_address_find(struct branch_address *address, struct arena *arena, const char *name,
                    const char *configuration, const char *above, struct diag *diag)
{
	const char *url = configured(arena, name, configuration);
	struct stat st;
	struct parts parts;

	*address = (struct branch_address){ 0 };
	if (!url && !strpbrk(name, "/:") && stat(name, &st) != 0) {
		diag_error(diag, nowhere, "usage", _("the repository has no remote \"%s\""), name);
		diag_hint(diag,
		          _("\"git remote -v\" lists those it has; an address is taken, too"));
		return BRANCH_USAGE;
	}
	address->url = address->shown = arena_cstr(arena, str(url ? url : name));
	if (parse(&parts, str(address->url))) {
		learn_url(address, arena, &parts);
		if (url || !parts.has_password)
			return BRANCH_OK;
		diag_error(
			diag, nowhere, "usage",
			_("--remote: an address with a password in it is seen by everybody on this machine"));
		diag_hint(diag, _("leave the password out, and put it into the environment as "
		                  "QUARTIER_TOKEN"));
		return BRANCH_USAGE;
	}
	if (!is_host_and_path(address->url))
		learn_folder(address, arena, address->url, url ? above : NULL);
	return BRANCH_OK;
}

const char *
branch_address_redact(const struct branch_address *address, struct arena *arena, const char *text)
{
	struct str rest = str(text);
	struct buf out = { 0 };
	const char *clean;

	while (rest.len > 0) {
		size_t len = 0;

		for (size_t i = 0; i < countof(address->secrets) && address->secrets[i]; i++)
			if (str_starts(rest, address->secrets[i]) &&
			    strlen(address->secrets[i]) > len)
				len = strlen(address->secrets[i]);
		if (len > 0)
			buf_adds(&out, "***");
		else
			buf_addc(&out, rest.ptr[0]);
		rest = str_sub(rest, len ? len : 1, rest.len);
	}
	clean = arena_cstr(arena, buf_str(&out));
	buf_release(&out);
	return clean;
}
