#include "card/files.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "card/card.h"
#include "card/slug.h"
#include "source/source.h"

#include <stdlib.h>

struct finding {
	struct files *files;
	struct arena *arena;
	const struct config *config;
	struct diag *diag;
	struct str folder, stem; /* of the card being put together, the last of `files` */
};

/* merchants/dumont.nl.md in its parts. */
struct name {
	struct str folder, stem, middle, ending;
	bool deeper; /* in a folder below */
};

static struct pos
whole(const struct source_entry *entry)
{
	return (struct pos){ entry->path.ptr, 0, 0 };
}

static struct name
take_apart(struct str path)
{
	size_t slash = str_find(path, '/'), dot, last;
	struct name name = { .folder = str_sub(path, 0, slash) };
	struct str file = str_sub(path, slash + 1, path.len);

	while ((slash = str_find(file, '/')) < file.len) {
		name.deeper = true;
		file = str_sub(file, slash + 1, file.len);
	}
	dot = str_find(file, '.');
	for (last = file.len; last > dot && file.ptr[last - 1] != '.'; last--)
		;
	name.stem = str_sub(file, 0, dot);
	name.ending = str_sub(file, last, file.len);
	if (last > dot + 1)
		name.middle = str_sub(file, dot + 1, last - 1);
	return name;
}

static bool
is_card_ending(struct str ending)
{
	return str_is(ending, "md") || str_is(ending, "yml");
}

/* Pictures and flyers may lie beside the cards. */
static bool
is_picture_ending(struct str ending)
{
	static const char *const endings[] = { "jpg",  "jpeg", "png", "webp", "gif",
		                               "heic", "heif", "svg", "avif", "pdf" };

	for (size_t i = 0; i < countof(endings); i++)
		if (str_eq_ascii(ending, str(endings[i])))
			return true;
	return false;
}

/* What links hide is said once; cards that need it are told where they name it. */
static bool
is_link(struct finding *f, const struct source_entry *entry)
{
	if (entry->kind == SOURCE_FILE)
		return false;
	diag_warning(
		f->diag, whole(entry), "link",
		entry->kind == SOURCE_LINK ? _("this is a symbolic link, which is not followed")
		: entry->kind == SOURCE_SUBMODULE ? _("this is a submodule, which is not entered")
						  : _("this is not a file that can be read"));
	diag_hint(f->diag, _("put the files themselves in the repository"));
	return true;
}

/* Files in the cards' folders that are none; reported where somebody may wait for them. */
static bool
is_no_card(struct finding *f, const struct source_entry *entry, const struct name *name)
{
	struct str slug;

	if (name->deeper) {
		if (is_card_ending(name->ending) && !str_ends(entry->path, "/README.md")) {
			diag_warning(f->diag, whole(entry), "file-name",
			             _("cards in folders below %.*s/ are not read"),
			             STR_ARG(name->folder));
			diag_hint(f->diag, _("move it up: %.*s/%.*s.%.*s"), STR_ARG(name->folder),
			          STR_ARG(name->stem), STR_ARG(name->ending));
		}
		return true;
	}
	if (is_card_ending(name->ending))
		return str_is(name->stem, "README") && name->middle.len == 0;
	if (is_picture_ending(name->ending))
		return true;
	diag_warning(f->diag, whole(entry), "file-name",
	             _("this is neither a card (.md, .yml) nor a picture; it is ignored"));
	slug = utf8_slug(f->arena, name->stem, SLUG_MOST);
	if (slug.len)
		diag_hint(f->diag, _("is it a card? then name it %.*s/%.*s.md"),
		          STR_ARG(name->folder), STR_ARG(slug));
	return true;
}

static void
report_name(struct finding *f, const struct source_entry *entry, const struct name *name)
{
	struct str path = entry->path, slug;

	path = str_sub(path, name->folder.len + 1, path.len - name->ending.len - 1);
	slug = utf8_slug(f->arena, path, SLUG_MOST);
	diag_error(f->diag, whole(entry), "slug",
	           _("\"%.*s\" cannot be the name of a card: accepted are lower-case letters, "
	             "digits and single hyphens, %d in all"),
	           STR_ARG(path), SLUG_MOST);
	if (slug.len)
		diag_hint(f->diag, _("rename it %.*s.%.*s"), STR_ARG(slug), STR_ARG(name->ending));
}

static struct card_files *
current(struct finding *f)
{
	return &f->files->cards[f->files->len - 1];
}

/* Files of one card follow each other, because its name and the dot begin all their paths. */
static void
begin_card(struct finding *f, const struct name *name, enum kind kind)
{
	struct files *files = f->files;

	if (files->len && str_eq(f->folder, name->folder) && str_eq(f->stem, name->stem))
		return;
	files->cards = arena_push(f->arena, files->cards, &files->len, sizeof *files->cards);
	*current(f) = (struct card_files){ .kind = kind, .slug = name->stem };
	f->folder = name->folder;
	f->stem = name->stem;
}

static void
add_main(struct finding *f, const struct source_entry *entry, const struct name *name)
{
	struct card_files *card = current(f);

	if (card->main.entry) {
		diag_error(f->diag, whole(entry), "slug", _("this is the same card as %s"),
		           card->main.entry->path.ptr);
		diag_hint(f->diag, _("keep one of the two"));
		card->bad = true;
		return;
	}
	if (!slug_is_valid(name->stem)) {
		report_name(f, entry, name);
		card->bad = true;
	}
	card->main = (struct card_file){ entry, f->config->languages[0] };
}

static bool
site_has(const struct config *config, enum lang lang)
{
	for (size_t i = 0; i < config->languages_len; i++)
		if (config->languages[i] == lang)
			return true;
	return false;
}

static void
add_translation(struct finding *f, const struct source_entry *entry, enum lang lang)
{
	struct card_files *card = current(f);

	for (size_t i = 0; i < card->translations_len; i++) {
		if (card->translations[i].lang != lang)
			continue;
		diag_error(f->diag, whole(entry), "slug", _("this is the same translation as %s"),
		           card->translations[i].entry->path.ptr);
		diag_hint(f->diag, _("keep one of the two"));
		card->bad = true;
		return;
	}
	card->translations[card->translations_len++] = (struct card_file){ entry, lang };
}

/* Whether the middle of a name is meant as a language: two or three letters. */
static bool
is_language(struct str middle)
{
	for (size_t i = 0; i < middle.len; i++)
		if (middle.ptr[i] < 'a' || middle.ptr[i] > 'z')
			return false;
	return middle.len == 2 || middle.len == 3;
}

static void
add_file(struct finding *f, const struct source_entry *entry, const struct name *name)
{
	enum lang lang = lang_find(name->middle);

	if (name->middle.len == 0) {
		add_main(f, entry, name);
	} else if (lang != LANG_COUNT && site_has(f->config, lang) &&
	           lang != f->config->languages[0]) {
		add_translation(f, entry, lang);
	} else if (lang != LANG_COUNT && lang == f->config->languages[0]) {
		diag_warning(f->diag, whole(entry), "translation",
		             _("\"%s\" is the site's first language: this translation is ignored"),
		             lang_code(lang));
		diag_hint(f->diag, _("its text belongs in %.*s.md"), STR_ARG(name->stem));
	} else if (lang != LANG_COUNT) {
		diag_warning(f->diag, whole(entry), "translation",
		             _("the site has no language \"%s\": this translation is ignored"),
		             lang_code(lang));
		diag_hint(f->diag, _("add %s to \"languages\" in quartier.yml, or delete the file"),
		          lang_code(lang));
	} else if (is_language(name->middle)) {
		diag_warning(f->diag, whole(entry), "translation",
		             _("\"%s\" is not a language of guides"),
		             arena_cstr(f->arena, name->middle));
		diag_hint(f->diag, _("accepted are fr, nl, de and en"));
	} else {
		report_name(f, entry, name);
	}
}

/* Leaves out what turned out to be no card: translations of nothing. */
static void
drop_orphans(struct finding *f)
{
	size_t kept = 0;

	for (size_t i = 0; i < f->files->len; i++) {
		struct card_files *card = &f->files->cards[i];

		if (card->main.entry) {
			f->files->cards[kept++] = *card;
			continue;
		}
		for (size_t t = 0; t < card->translations_len; t++) {
			diag_warning(f->diag, whole(card->translations[t].entry), "translation",
			             _("there is no card %.*s.md that this could translate"),
			             STR_ARG(card->slug));
			diag_hint(f->diag, _("is the name spelt as the card's?"));
		}
	}
	f->files->len = kept;
}

/* Paths are sorted with their dots: "a-b.md" stands before "a.md", but "a" before "a-b". */
static int
compare(const void *left, const void *right)
{
	const struct card_files *a = left, *b = right;

	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	return str_cmp(a->slug, b->slug);
}

void
files_find(struct files *files, struct arena *arena, const struct source *source,
           const struct config *config, struct diag *diag)
{
	struct finding f = { .files = files, .arena = arena, .config = config, .diag = diag };
	size_t count;
	const struct source_entry *entries = source_entries(source, &count);

	*files = (struct files){ 0 };
	for (size_t i = 0; i < count; i++) {
		struct name name;
		enum kind kind;

		if (is_link(&f, &entries[i]))
			continue;
		name = take_apart(entries[i].path);
		kind = schema_kind_of_folder(name.folder);
		if (kind == KIND_COUNT || is_no_card(&f, &entries[i], &name))
			continue;
		begin_card(&f, &name, kind);
		add_file(&f, &entries[i], &name);
	}
	drop_orphans(&f);
	if (files->len)
		qsort(files->cards, files->len, sizeof *files->cards, compare);
}
