#include "media/album_task.h"

#include "base/arena.h"
#include "base/cache.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "card/card.h"
#include "media/album_report.h"
#include "media/encode.h"
#include "media/recipe.h"
#include "source/source.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum {
	NAME_MOST = 40,     /* of a photo's own name, in that of its files */
	HASH_SHOWN = 10,    /* digits of the hash in a name */
	MEMORY = 200 << 20, /* bytes that all photos at work may take; a larger one works alone */
	METHOD = 4,
	QUALITY = 75,
};

void
album_shop_open(struct album_shop *shop, const struct album_options *options,
                const struct album_sink *sink)
{
	struct buf versions = { 0 };

	*shop = (struct album_shop){ .options = options, .sink = sink, .arena = arena_new() };
	pthread_mutex_init(&shop->lock, NULL);
	pthread_mutex_init(&shop->pages, NULL);
	pthread_cond_init(&shop->freed, NULL);
	if (sink) { /* what is only looked at is not kept; and looking for a font takes its time */
		encode_versions(&versions);
		decode_versions(&versions);
		social_versions(&versions);
	}
	shop->versions = arena_str(shop->arena, buf_str(&versions));
	buf_release(&versions);
}

void
album_shop_close(struct album_shop *shop)
{
	pthread_cond_destroy(&shop->freed);
	pthread_mutex_destroy(&shop->pages);
	pthread_mutex_destroy(&shop->lock);
	arena_free(shop->arena);
}

/* Waits until the photo fits beside those at work. */
static void
take_memory(struct album_shop *shop, uint64_t bytes)
{
	pthread_mutex_lock(&shop->lock);
	while (shop->taken > 0 && shop->taken + bytes > MEMORY)
		pthread_cond_wait(&shop->freed, &shop->lock);
	shop->taken += bytes;
	pthread_mutex_unlock(&shop->lock);
}

static void
give_memory(struct album_shop *shop, uint64_t bytes)
{
	pthread_mutex_lock(&shop->lock);
	shop->taken -= bytes;
	pthread_cond_broadcast(&shop->freed);
	pthread_mutex_unlock(&shop->lock);
}

/* A task while it is done. */
struct job {
	struct album_task *task;
	struct album_shop *shop;
	struct arena *arena;
	struct diag *diag;
	const struct source_entry *entry; /* NULL: cards without a photo */
	bool document;                    /* a PDF, by its name */
	struct buf bytes;                 /* of the photo, once read */
	bool read;
	struct hash content; /* of the bytes */
	struct recipe recipe;
	struct str *done; /* paths of files that the site has */
	size_t done_len;
};

/* 0; 1: it cannot be shown; -1: nothing can go on. Both are reported. */
static int
read_photo(struct job *job)
{
	const struct album_options *options = job->shop->options;

	if (job->read)
		return 0;
	job->bytes.max = (size_t)options->most_bytes;
	if (source_read(options->source, job->entry, &job->bytes, job->diag) < 0) {
		if (!job->bytes.full)
			return -1;
		album_report_size(job->task->mention, options->most_bytes, job->diag);
		return 1;
	}
	job->read = true;
	job->content = hash_of(buf_str(&job->bytes));
	return 0;
}

/* The hash of the photo's bytes; the source's word that they are the same as before spares reading them. */
static int
find_content(struct job *job)
{
	const struct album_options *options = job->shop->options;
	struct cache *cache = options->cache;
	struct buf text = { 0 }, known = { 0 };
	struct hash key;
	int rc = 0;

	if (!job->entry)
		return 0;
	/* With the limit: what was small enough yesterday may be too large today. */
	buf_printf(&text, "content 1 %llu %.*s %.*s", (unsigned long long)options->most_bytes,
	           STR_ARG(job->entry->identity), STR_ARG(job->entry->path));
	key = hash_of(buf_str(&text));
	buf_release(&text);
	if (cache_get(cache, key, &known) && known.len == sizeof job->content) {
		memcpy(&job->content, known.ptr, sizeof job->content);
	} else {
		rc = read_photo(job);
		if (rc == 0 && job->shop->sink)
			cache_put(cache, key,
			          (struct str){ (const char *)&job->content, sizeof job->content });
	}
	buf_release(&known);
	return rc;
}

static void
add_text(struct buf *buf, struct str text)
{
	buf_printf(buf, "%zu:%.*s ", text.len, STR_ARG(text));
}

static void
add_social(struct buf *buf, const struct social *social)
{
	add_text(buf, social->title);
	add_text(buf, social->line);
	add_text(buf, social->site);
	add_text(buf, social->accent);
}

/* All that decides what becomes of the photo, besides its bytes; of the cards, too, or of its renditions alone. */
static struct hash
key_of(const struct job *job, bool cards)
{
	const struct album_task *task = job->task;
	struct buf text = { 0 };
	struct hash key;

	buf_printf(&text, "album 1 %.*s quality %d method %d pixels %llu %s ",
	           STR_ARG(job->shop->versions), QUALITY, METHOD,
	           (unsigned long long)job->shop->options->most_pixels,
	           job->document ? "document" : "photo");
	for (size_t i = 0; i < task->widths_len; i++)
		buf_printf(&text, "%u ", task->widths[i]);
	if (cards && task->mention && task->cards_len > 0)
		buf_printf(&text, "focus %.4f %.4f ", task->focus->focus_x, task->focus->focus_y);
	for (size_t i = 0; cards && i < task->cards_len; i++)
		add_social(&text, &task->cards[i].social);
	key = hash_mix(hash_of(buf_str(&text)), job->content);
	buf_release(&text);
	return key;
}

/* "dumont-facade" of "photos/Dumont façade.JPG". */
static struct str
short_name(struct arena *arena, struct str path)
{
	size_t from = path.len, dot;

	while (from > 0 && path.ptr[from - 1] != '/')
		from--;
	path = str_sub(path, from, path.len);
	for (dot = path.len; dot > 0 && path.ptr[dot - 1] != '.'; dot--)
		continue;
	path = utf8_slug(arena, str_sub(path, 0, dot ? dot - 1 : path.len), NAME_MOST);
	return path.len ? path : STR("photo");
}

/* What a social card's name is made of: what it shows, not its bytes, which differ with the fonts of a machine;
 * pages name it, and are the same everywhere. */
static struct hash
card_hash(const struct job *job, const struct album_card *card)
{
	struct buf text = { 0 };
	struct hash hash;

	add_text(&text, card->slug);
	add_social(&text, &card->social);
	if (job->entry)
		buf_printf(&text, "focus %.4f %.4f ", job->task->focus->focus_x,
		           job->task->focus->focus_y);
	hash = hash_mix(hash_of(buf_str(&text)), job->content);
	buf_release(&text);
	return hash;
}

static bool
is_document(const struct recipe_file *file)
{
	return file->width == 0 && file->height > 0;
}

/* The name of a file of the site; two photos with the same bytes have each their own. */
static struct str
path_of(const struct job *job, const struct recipe_file *file, const struct album_card *card)
{
	char hex[HASH_HEX + 1];

	if (card) {
		hash_hex(card_hash(job, card), hex);
		return arena_printf(job->arena, "social/%.*s.%.*s.jpg", STR_ARG(card->slug),
		                    HASH_SHOWN, hex);
	}
	assert(job->entry); /* without a photo there are cards alone */
	hash_hex(hash_mix(file->hash, hash_of(job->entry->path)), hex);
	if (is_document(file))
		return arena_printf(job->arena, "flyers/%.*s.%.*s.pdf",
		                    STR_ARG(short_name(job->arena, job->entry->path)), HASH_SHOWN,
		                    hex);
	return arena_printf(job->arena, "photos/%.*s-%u.%.*s.webp",
	                    STR_ARG(short_name(job->arena, job->entry->path)), file->width,
	                    HASH_SHOWN, hex);
}

/* Files of the recipe come in the order of widths, then of cards. */
static const struct album_card *
card_of(const struct job *job, size_t *next, const struct recipe_file *file)
{
	return file->width == 0 && file->height == 0 && *next < job->task->cards_len
	               ? &job->task->cards[(*next)++]
	               : NULL;
}

/* Whether the site has the file already, by this task or from the last build. */
static bool
is_there(struct job *job, const struct recipe_file *file, struct str path)
{
	const struct album_sink *sink = job->shop->sink;

	for (size_t i = 0; i < job->done_len; i++)
		if (str_eq(job->done[i], path))
			return true;
	if (!sink->keep(sink->context, path, file->size, file->hash))
		return false;
	job->done = arena_push(job->arena, job->done, &job->done_len, sizeof *job->done);
	job->done[job->done_len - 1] = path;
	return true;
}

static int
hand_on(struct job *job, struct str path, struct str bytes)
{
	const struct album_sink *sink = job->shop->sink;

	job->done = arena_push(job->arena, job->done, &job->done_len, sizeof *job->done);
	job->done[job->done_len - 1] = path;
	return sink->put(sink->context, path, bytes, job->diag);
}

/* A file that is not in the site yet, from the cache; a document from the source, which has it as well. 1: it
 * is not there as it was; -1: reported. */
static int
hand_on_kept(struct job *job, const struct recipe_file *file, struct str path)
{
	struct buf bytes = { 0 };
	int rc = 1;

	if (is_document(file)) {
		rc = read_photo(job);
		if (rc == 0)
			rc = hash_eq(job->content, file->hash)
			             ? hand_on(job, path, buf_str(&job->bytes))
			             : 1;
	} else if (cache_get(job->shop->options->cache, file->hash, &bytes)) {
		rc = hand_on(job, path, buf_str(&bytes));
	}
	buf_release(&bytes);
	return rc;
}

/* Hands the files of a known recipe on. 1: one is neither there nor in the cache; -1: reported. */
static int
hand_on_known(struct job *job)
{
	size_t next = 0;
	int rc = 0;

	for (size_t i = 0; i < job->recipe.len && rc == 0; i++) {
		const struct recipe_file *file = &job->recipe.files[i];
		struct str path = path_of(job, file, card_of(job, &next, file));

		if (!is_there(job, file, path))
			rc = hand_on_kept(job, file, path);
	}
	return rc;
}

static int
add_file(struct job *job, unsigned width, unsigned height, struct str bytes,
         const struct album_card *card)
{
	struct recipe *recipe = &job->recipe;
	struct recipe_file file = { width, height, bytes.len, hash_of(bytes) };
	struct str path = path_of(job, &file, card);

	recipe->files = arena_push(job->arena, recipe->files, &recipe->len, sizeof *recipe->files);
	recipe->files[recipe->len - 1] = file;
	if (!is_document(&file))
		cache_put(job->shop->options->cache, file.hash, bytes);
	return is_there(job, &file, path) ? 0 : hand_on(job, path, bytes);
}

static int
make_cards(struct job *job, const struct pixels *photo)
{
	struct buf bytes = { 0 };
	int rc = 0;

	for (size_t i = 0; i < job->task->cards_len && rc == 0; i++) {
		const struct album_card *card = &job->task->cards[i];

		buf_clear(&bytes);
		if (social_make(&bytes, &card->social, photo) < 0) {
			diag_environment(job->diag, _("the social card of %.*s cannot be drawn"),
			                 STR_ARG(card->social.title));
			rc = -1;
		} else {
			rc = add_file(job, 0, 0, buf_str(&bytes), card);
		}
	}
	buf_release(&bytes);
	return rc;
}

static void
fill_order(const struct job *job, struct photo_order *order)
{
	const struct album_task *task = job->task;
	double x = task->focus->focus_x, y = task->focus->focus_y;

	*order = (struct photo_order){
		.quality = QUALITY,
		.method = METHOD,
		.most_pixels = job->shop->options->most_pixels,
		.focus_x = x >= 0 ? x : 0.5,
		.focus_y = y >= 0 ? y : 0.5,
	};
	if (!job->shop->sink)
		return; /* it is looked at, no more */
	order->widths_len = task->widths_len < PHOTO_WIDTHS ? task->widths_len : PHOTO_WIDTHS;
	memcpy(order->widths, task->widths, order->widths_len * sizeof *order->widths);
	if (task->cards_len > 0) {
		order->crop_width = SOCIAL_WIDTH;
		order->crop_height = SOCIAL_HEIGHT;
	}
}

/* What is no PDF although its name says so must not be published as one; and the contrary is a mistake. */
static enum decode_fault
make_renditions(struct job *job, const struct photo_order *order, struct photo_made *made)
{
	struct str bytes = buf_str(&job->bytes);
	enum decode_fault fault = decode_probe(&made->picture, bytes, order->most_pixels);
	uint64_t memory = made->picture.memory;

	if ((made->picture.type == DECODE_PDF) != job->document)
		return DECODE_TYPE;
	if (fault)
		return fault;
	take_memory(job->shop, memory);
	fault = photo_make(made, job->arena, bytes, order);
	give_memory(job->shop, memory);
	return fault;
}

/* A document of which no page can be drawn is published all the same. */
static void
start_recipe(struct job *job, const struct photo_made *made, enum decode_fault fault)
{
	job->recipe = (struct recipe){ .picture = made->picture,
		                       .sound = made->sound,
		                       .look = made->look };
	if (!fault)
		return;
	job->recipe.picture.width = job->recipe.picture.height = 0;
	job->recipe.sound = fault == DECODE_TYPE; /* nobody tried */
}

/* The recipe and the files of a photo whose bytes were read. 1: it cannot be shown; -1: nothing can go
 * on; both are reported. */
static int
make_photo(struct job *job)
{
	struct str bytes = buf_str(&job->bytes);
	bool pdf = decode_type(bytes) == DECODE_PDF;
	struct photo_made made = { 0 };
	struct photo_order order;
	enum decode_fault fault;
	int rc = 0;

	fill_order(job, &order);
	if (pdf)
		pthread_mutex_lock(&job->shop->pages);
	fault = make_renditions(job, &order, &made);
	if (pdf)
		pthread_mutex_unlock(&job->shop->pages);
	if (fault && !(pdf && job->document)) {
		album_report_fault(job->task->mention, fault, made.picture.type, order.most_pixels,
		                   job->diag);
		return 1;
	}
	start_recipe(job, &made, fault);
	if (pdf && job->shop->sink)
		rc = add_file(job, 0, 1, bytes, NULL);
	for (size_t i = 0; i < made.len && rc == 0; i++)
		rc = add_file(job, made.items[i].width, made.items[i].height,
		              buf_str(&made.items[i].bytes), NULL);
	if (rc == 0 && job->shop->sink && made.sound >= PHOTO_ENOUGH)
		rc = make_cards(job, &made.crop);
	photo_release(&made);
	return rc;
}

/* The recipe from the cache, with all its files. 1: it has not all of them; -1: reported. */
static int
find(struct job *job, bool cards)
{
	struct cache *cache = job->shop->options->cache;
	struct buf text = { 0 };
	int rc = 1;

	if (cache_get(cache, key_of(job, cards), &text) &&
	    recipe_read(&job->recipe, job->arena, buf_str(&text)))
		rc = job->shop->sink ? hand_on_known(job) : 0;
	buf_release(&text);
	return rc;
}

/* Only the words of its cards are others: they wait. */
static int
find_without_cards(struct job *job)
{
	int rc = 0;

	if (!job->shop->sink || !job->shop->options->cards_later || job->task->cards_len == 0)
		return 1;
	if (job->entry)
		rc = find(job, false);
	else
		job->recipe = (struct recipe){ .sound = 1 };
	job->task->late = rc == 0;
	return rc;
}

static void
keep_recipe(const struct job *job, bool cards)
{
	struct recipe recipe = job->recipe;
	struct buf text = { 0 };

	/* Cards come last. */
	while (!cards && recipe.len > 0 && recipe.files[recipe.len - 1].width == 0 &&
	       recipe.files[recipe.len - 1].height == 0)
		recipe.len--;
	recipe_write(&text, &recipe);
	/* The key anew: the file may have changed since its content was known. */
	cache_put(job->shop->options->cache, key_of(job, cards), buf_str(&text));
	buf_release(&text);
}

/* The recipe from the cache, with all its files; else made. */
static int
find_or_make(struct job *job)
{
	int rc = find(job, true);

	if (rc == 1)
		rc = find_without_cards(job);
	if (rc == 1) {
		job->recipe = (struct recipe){ .sound = 1 };
		rc = job->entry ? read_photo(job) : make_cards(job, &(struct pixels){ 0 });
		if (rc == 0 && job->entry)
			rc = make_photo(job);
		if (rc == 0 && job->shop->sink) {
			keep_recipe(job, true);
			if (job->entry && job->task->cards_len > 0)
				keep_recipe(job, false);
		}
	}
	return rc;
}

/* They are made of photos of which enough could be read, and where there is no photo. */
static void
name_late_cards(struct job *job)
{
	const struct recipe *recipe = &job->recipe;

	if (job->entry && (recipe->sound < PHOTO_ENOUGH || recipe->picture.width == 0))
		return;
	for (size_t i = 0; i < job->task->cards_len; i++)
		job->task->cards[i].path = path_of(job, NULL, &job->task->cards[i]);
}

/* What others may ask for from now on. */
static void
publish(struct job *job)
{
	const struct recipe *recipe = &job->recipe;
	struct album_photo *photo = &job->task->photo;
	struct album_rendition *items = arena_array(job->arena, recipe->len, sizeof *items);
	size_t next = 0;

	photo->width = recipe->picture.width;
	photo->height = recipe->picture.height;
	photo->gradient = recipe->look.gradient;
	photo->items = items;
	for (size_t i = 0; i < recipe->len; i++) {
		const struct recipe_file *file = &recipe->files[i];
		const struct album_card *card = card_of(job, &next, file);

		if (card)
			job->task->cards[card - job->task->cards].path = path_of(job, file, card);
		else if (is_document(file))
			job->task->document =
				(struct album_document){ path_of(job, file, NULL), file->size };
		else
			items[photo->len++] = (struct album_rendition){ file->width, file->height,
				                                        path_of(job, file, NULL) };
	}
}

int
album_task_do(struct album_task *task, struct album_shop *shop, struct arena *arena,
              struct diag *diag)
{
	struct job job = { .task = task, .shop = shop, .arena = arena, .diag = diag };
	int rc;

	if (task->mention) {
		job.entry = source_find(shop->options->source, task->mention->file);
		job.document = album_is_document(task->mention);
	}
	if (!job.entry && (task->mention || !shop->sink))
		return 0; /* that the file is missing, its reader said */
	rc = find_content(&job);
	if (rc == 0)
		rc = find_or_make(&job);
	if (rc == 0 && job.entry)
		album_report_look(task->mention, &job.recipe, task->least, diag);
	if (rc == 0)
		publish(&job);
	if (rc == 0 && task->late)
		name_late_cards(&job);
	buf_release(&job.bytes);
	return rc < 0 ? -1 : 0;
}
