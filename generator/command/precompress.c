#include "command/precompress.h"

#include "base/buf.h"
#include "base/cache.h"
#include "site/compress.h"

/* Both versions in one entry of the cache: how long the first is, in four bytes, least first; the first; the other. */
enum { LENGTH = 4 };

struct versions {
	struct str gzip, brotli; /* empty: not worth it */
};

static bool
unpack(struct versions *versions, struct str entry)
{
	size_t len = 0;

	if (entry.len < LENGTH)
		return false;
	for (size_t i = LENGTH; i-- > 0;)
		len = len << 8 | (unsigned char)entry.ptr[i];
	if (len > entry.len - LENGTH)
		return false;
	versions->gzip = str_sub(entry, LENGTH, LENGTH + len);
	versions->brotli = str_sub(entry, LENGTH + len, entry.len);
	return true;
}

static void
pack(struct buf *entry, struct str bytes)
{
	size_t len;

	for (size_t i = 0; i < LENGTH; i++)
		buf_addc(entry, 0);
	compress_gzip(entry, bytes);
	len = entry->len - LENGTH;
	for (size_t i = 0; i < LENGTH; i++)
		entry->ptr[i] = (char)(unsigned char)(len >> (8 * i) & 0xff);
	compress_brotli(entry, bytes);
}

/* The versions lie in `entry`. */
static struct versions
versions_of(const struct precompress *precompress, struct str bytes, struct buf *entry)
{
	struct hash key = hash_mix(precompress->recipe, hash_of(bytes));
	struct versions versions;

	if (cache_get(precompress->cache, key, entry) && unpack(&versions, buf_str(entry)))
		return versions;
	buf_clear(entry);
	pack(entry, bytes);
	cache_put(precompress->cache, key, buf_str(entry));
	unpack(&versions, buf_str(entry));
	return versions;
}

static int
put_version(const struct precompress *precompress, struct str path, const char *suffix,
            struct str bytes, struct diag *diag)
{
	struct buf name = { 0 };
	int rc = 0;

	if (bytes.len > 0) {
		buf_add(&name, path);
		buf_adds(&name, suffix);
		rc = target_put(precompress->site, buf_str(&name), bytes, diag);
	}
	buf_release(&name);
	return rc;
}

static int
put(void *context, struct str path, struct str bytes, struct diag *diag)
{
	const struct precompress *precompress = context;
	struct buf entry = { 0 };
	struct versions versions;
	int rc = target_put(precompress->site, path, bytes, diag);

	if (rc == 0 && compress_wanted(path, bytes.len)) {
		versions = versions_of(precompress, bytes, &entry);
		rc = put_version(precompress, path, ".gz", versions.gzip, diag);
		if (rc == 0)
			rc = put_version(precompress, path, ".br", versions.brotli, diag);
	}
	buf_release(&entry);
	return rc;
}

/* What is kept unread could not be compressed: it is put. */
static bool
keep(void *context, struct str path, size_t size, struct hash hash)
{
	const struct target *site = ((const struct precompress *)context)->site;

	return !compress_wanted(path, size) && site->keep &&
	       site->keep(site->context, path, size, hash);
}

struct target
precompress_target(struct precompress *precompress, const struct target *site, struct cache *cache)
{
	*precompress = (struct precompress){ site, cache, compress_recipe() };
	return (struct target){ .put = put, .keep = keep, .context = precompress };
}
