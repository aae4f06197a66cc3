#include "card/cards.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/pool.h"
#include "card/files.h"
#include "card/named.h"
#include "card/reader.h"
#include "source/source.h"

#include <stdlib.h>
#include <string.h>

static const char config_file[] = "quartier.yml";

/* What one thread needs for itself. */
struct worker {
	struct arena *arena; /* stays with the cards */
	struct arena *scratch;
	struct diag *diag;
	struct fixes fixes;
	struct named named;
	struct buf text;
};

struct reading {
	struct cards *cards;
	const struct source *source;
	struct files files;
	struct worker *workers;
	size_t workers_len;
	char *list[KIND_COUNT];   /* the structs of each kind, one for each card found */
	size_t first[KIND_COUNT]; /* where the kind begins in `files` */
	struct hash *hashes;      /* of each card's path and texts */
	struct named named;       /* files that cards name */
	bool *bad;                /* cards with errors, by their place in `files` */
};

static struct arena *
add_arena(struct cards *cards)
{
	cards->arenas =
		mem_resize(cards->arenas, size_mul(cards->arenas_len + 1, sizeof(struct arena *)));
	cards->arenas[cards->arenas_len] = arena_new();
	return cards->arenas[cards->arenas_len++];
}

/* ---- quartier.yml ---- */

static void
report_no_config(const struct source *source, struct diag *diag)
{
	struct buf other = { .max = 1 };
	struct diag *quiet = diag_new();

	diag_error(diag, (struct pos){ config_file, 0, 0 }, "config",
	           _("there is no quartier.yml here"));
	if (source_read_path(source, "quartier.yaml", &other, quiet) != 1)
		diag_hint(diag, _("rename quartier.yaml to quartier.yml"));
	else
		diag_hint(diag,
		          _("is this the right folder? a guide has a quartier.yml with at least "
		            "\"quartier: 1\" and \"name: …\""));
	diag_free(quiet);
	buf_release(&other);
}

static void
report_size(const char *path, uint64_t most, struct diag *diag)
{
	diag_error(diag, (struct pos){ path, 0, 0 }, "limit",
	           _("the file is larger than %llu bytes"), (unsigned long long)most);
	diag_hint(diag, _("\"limits: {text-bytes: …}\" in quartier.yml raises this limit"));
}

int
cards_read_config(struct cards *cards, const struct source *source, struct diag *diag)
{
	size_t errors = diag_count(diag, DIAG_ERROR);
	struct arena *scratch = arena_new();
	struct reader reader = {
		.arena = add_arena(cards),
		.scratch = scratch,
		.diag = diag,
		.config = &cards->config,
	};
	struct buf text = { 0 };
	int rc;

	reader_config_defaults(&cards->config, config_file);
	text.max = cards->config.limits.text_bytes;
	rc = source_read_path(source, config_file, &text, diag);
	if (rc > 0)
		report_no_config(source, diag);
	else if (text.full)
		report_size(config_file, text.max, diag);
	else if (rc == 0)
		cards->understood =
			reader_config(&reader, &cards->config, buf_str(&text), config_file) == 0;
	cards->inputs = hash_mix(hash_of(str(config_file)), hash_of(buf_str(&text)));
	buf_release(&text);
	arena_free(scratch);
	if (rc != 0)
		return 1;
	return diag_count(diag, DIAG_ERROR) > errors ? -1 : 0;
}

/* ---- the cards ---- */

static struct card *
card_at(const struct reading *reading, size_t index)
{
	enum kind kind = reading->files.cards[index].kind;
	size_t size = schema_kind(kind)->schema->size;

	return (struct card *)(void *)(reading->list[kind] + (index - reading->first[kind]) * size);
}

static int
read_file(struct worker *worker, const struct reading *reading, const struct source_entry *entry)
{
	int rc;

	buf_clear(&worker->text);
	worker->text.max = reading->cards->config.limits.text_bytes;
	rc = source_read(reading->source, entry, &worker->text, worker->diag);
	if (worker->text.full)
		report_size(entry->path.ptr, worker->text.max, worker->diag);
	return rc < 0 || worker->text.full ? -1 : 0;
}

static void
read_one(struct reading *reading, struct worker *worker, size_t index, const struct card_file *file)
{
	const struct card_files *files = &reading->files.cards[index];
	struct hash *hash = &reading->hashes[index];
	struct reader reader = {
		.arena = worker->arena,
		.scratch = worker->scratch,
		.diag = worker->diag,
		.source = reading->source,
		.config = &reading->cards->config,
		.fixes = &worker->fixes,
		.named = &worker->named,
	};

	if (read_file(worker, reading, file->entry) < 0)
		return;
	reader_card(&reader, files->kind, card_at(reading, index), buf_str(&worker->text),
	            file->entry->path.ptr, file->lang);
	*hash = hash_mix(*hash, hash_of(file->entry->path));
	*hash = hash_mix(*hash, hash_of(buf_str(&worker->text)));
	arena_reset(worker->scratch);
}

/* A pool_work: the card of that index and its translations. */
static void
read_card(void *context, unsigned number, size_t index)
{
	struct reading *reading = context;
	struct worker *worker = &reading->workers[number];
	const struct card_files *files = &reading->files.cards[index];
	size_t errors = diag_count(worker->diag, DIAG_ERROR);
	struct card *card = card_at(reading, index);

	card->slug = arena_str(worker->arena, files->slug);
	card->path = files->main.entry->path;
	read_one(reading, worker, index, &files->main);
	for (size_t i = 0; i < files->translations_len; i++)
		read_one(reading, worker, index, &files->translations[i]);
	reading->bad[index] = files->bad || diag_count(worker->diag, DIAG_ERROR) > errors;
}

/* Room for every card of every kind, so that each is read into its own place. */
static void
make_lists(struct reading *reading, struct arena *arena)
{
	const struct files *files = &reading->files;

	for (size_t i = 0, end; i < files->len; i = end) {
		enum kind kind = files->cards[i].kind;

		for (end = i; end < files->len && files->cards[end].kind == kind; end++)
			;
		reading->first[kind] = i;
		reading->list[kind] = arena_array(arena, end - i, schema_kind(kind)->schema->size);
	}
	reading->hashes = arena_array(arena, files->len, sizeof *reading->hashes);
	reading->bad = arena_array(arena, files->len, sizeof *reading->bad);
}

static void
add_broken(struct reading *reading, struct arena *arena, size_t index)
{
	const struct card_files *files = &reading->files.cards[index];
	struct words *broken = files->kind == KIND_MERCHANT ? &reading->cards->broken_merchants
	                       : files->kind == KIND_PLACE  ? &reading->cards->broken_places
	                                                    : NULL;

	if (!broken)
		return;
	broken->items = arena_push(arena, broken->items, &broken->len, sizeof *broken->items);
	broken->items[broken->len - 1] = (struct word){ arena_str(arena, files->slug),
		                                        { files->main.entry->path.ptr, 1, 1 } };
}

/* Closes the gaps that cards with errors leave, and hands the lists over. */
static void
keep_good(struct reading *reading, struct arena *arena)
{
	char *cards = (char *)reading->cards;

	for (size_t i = 0; i < reading->files.len; i++) {
		const struct schema_kind *kind = schema_kind(reading->files.cards[i].kind);
		size_t *count = (size_t *)(void *)(cards + kind->count), size = kind->schema->size;
		char *list = reading->list[reading->files.cards[i].kind];

		if (reading->bad[i]) {
			add_broken(reading, arena, i);
			continue;
		}
		memmove(list + *count * size, card_at(reading, i), size);
		++*count;
	}
	for (int k = 0; k < KIND_COUNT; k++)
		if (schema_kind((enum kind)k)->folder)
			memcpy(cards + schema_kind((enum kind)k)->list, &reading->list[k],
			       sizeof(char *));
}

static void
mix_inputs(struct reading *reading)
{
	struct hash *inputs = &reading->cards->inputs;

	for (size_t i = 0; i < reading->files.len; i++)
		*inputs = hash_mix(*inputs, reading->hashes[i]);
}

static void
hire(struct reading *reading, unsigned jobs)
{
	reading->workers_len = jobs ? jobs : 1;
	reading->workers = mem_alloc(size_mul(reading->workers_len, sizeof *reading->workers));
	for (size_t i = 0; i < reading->workers_len; i++)
		reading->workers[i] = (struct worker){
			.arena = add_arena(reading->cards),
			.scratch = arena_new(),
			.diag = diag_new(),
		};
}

static void
dismiss(struct reading *reading, struct arena *arena, struct diag *diag)
{
	for (size_t i = 0; i < reading->workers_len; i++) {
		fix_gather(&reading->cards->fixes, arena, &reading->workers[i].fixes);
		named_gather(&reading->named, arena, &reading->workers[i].named);
		diag_take(diag, reading->workers[i].diag);
		diag_free(reading->workers[i].diag);
		arena_free(reading->workers[i].scratch);
		buf_release(&reading->workers[i].text);
	}
	fix_sort(&reading->cards->fixes);
	free(reading->workers);
}

/* A map that quartier.yml names must be there; it could not be looked for before the listing. */
static void
check_extract(const struct config *config, const struct source *source, struct diag *diag)
{
	const struct source_entry *entry;

	if (config->extract.len == 0)
		return;
	entry = source_find(source, config->extract);
	if (entry && entry->kind == SOURCE_FILE)
		return;
	diag_error(diag, config->extract_at, entry ? "link" : "path",
	           entry ? _("map.extract: \"%.*s\" is not an ordinary file")
	                 : _("map.extract: there is no file \"%.*s\""),
	           STR_ARG(config->extract));
	diag_hint(diag, _("put the file there, or leave the field out"));
}

int
cards_read(struct cards *cards, const struct source *source, unsigned jobs, struct diag *diag)
{
	size_t errors = diag_count(diag, DIAG_ERROR);
	struct reading reading = { .cards = cards, .source = source };
	struct arena *arena = add_arena(cards), *names = arena_new();

	check_extract(&cards->config, source, diag);
	files_find(&reading.files, names, source, &cards->config, diag);
	make_lists(&reading, arena);
	hire(&reading, jobs);
	pool_run((unsigned)reading.workers_len, reading.files.len, read_card, &reading);
	dismiss(&reading, arena, diag);
	/* A card that could not be read may name any of them. */
	if (diag_count(diag, DIAG_ERROR) == errors)
		named_report_others(&reading.named, source, diag);
	keep_good(&reading, arena);
	mix_inputs(&reading);
	arena_free(names);
	return diag_environment_failed(diag) || diag_count(diag, DIAG_ERROR) > errors ? -1 : 0;
}

void
cards_free(struct cards *cards)
{
	for (size_t i = 0; i < cards->arenas_len; i++)
		arena_free(cards->arenas[i]);
	free(cards->arenas);
	*cards = (struct cards){ 0 };
}
