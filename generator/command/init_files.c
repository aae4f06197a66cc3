#include "command/init_files.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/date.h"
#include "card/compose.h"
#include "card/schema_json.h"
#include "command/today.h"

#include <string.h>

/*
 * The assembler puts the texts into the program: files that anybody can correct, of which a program that stands
 * alone lacks nothing. Paths are those of the checkout's root, where make compiles. Mach-O and ELF have different
 * names for the section of constants.
 */
#ifdef __APPLE__
#define CONSTANTS "__TEXT,__const"
#else
#define CONSTANTS ".rodata"
#endif
#define EMBED(name)                                                                                \
	__asm__(".pushsection " CONSTANTS "\n"                                                     \
	        ".globl quartier_init_" #name "\n"                                                 \
	        "quartier_init_" #name ":\n"                                                       \
	        ".incbin \"generator/command/init/" #name ".txt\"\n"                               \
	        ".byte 0\n"                                                                        \
	        ".popsection\n");                                                                  \
	extern const char init_##name[] __asm__("quartier_init_" #name)

EMBED(common);
EMBED(fr);
EMBED(nl);
EMBED(de);
EMBED(en);

static const char *const by_language[LANG_COUNT] = {
	[LANG_FR] = init_fr,
	[LANG_NL] = init_nl,
	[LANG_DE] = init_de,
	[LANG_EN] = init_en,
};

static const char *const any_name[LANG_COUNT] = {
	[LANG_FR] = "Les commerces du quartier",
	[LANG_NL] = "De winkels van de wijk",
	[LANG_DE] = "Die Geschäfte im Viertel",
	[LANG_EN] = "The neighbourhood's shops",
};

enum { OFFER_DAYS = 60, EVENT_DAYS = 14 };

/* What stands in for the words between @ signs. */
struct filling {
	const char *word;
	struct str text;
};

enum { FILLINGS = 5 };

static struct str
day_text(struct arena *arena, int day)
{
	struct civil civil = date_to_civil(day);

	return arena_printf(arena, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
}

static struct str
name_text(struct arena *arena, struct str name)
{
	struct buf out = { 0 };
	struct str text;

	compose_value(&out, compose_row(KIND_CONFIG, STR("name")), name, false);
	text = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return text;
}

static void
add_filled(struct buf *out, struct str text, const struct filling fillings[FILLINGS])
{
	while (text.len > 0) {
		size_t at = str_find(text, '@'), i;

		buf_add(out, str_sub(text, 0, at));
		text = str_sub(text, at, text.len);
		for (i = 0; i < FILLINGS && !str_starts(text, fillings[i].word); i++)
			;
		if (i < FILLINGS) {
			buf_add(out, fillings[i].text);
			text = str_sub(text, strlen(fillings[i].word), text.len);
		} else if (text.len > 0) {
			buf_addc(out, '@');
			text = str_sub(text, 1, text.len);
		}
	}
}

static void
add_file(struct init_files *files, struct arena *arena, struct str path, struct str text)
{
	files->items = arena_push(arena, files->items, &files->len, sizeof *files->items);
	files->items[files->len - 1] = (struct init_file){ arena_cstr(arena, path), text };
}

/* The paths of "==> a b <=="; empty when the line is none such. */
static struct str
heading(struct str line)
{
	if (!str_starts(line, "==> ") || !str_ends(line, " <=="))
		return (struct str){ 0 };
	return str_sub(line, 4, line.len - 4);
}

static void
add_files(struct init_files *files, struct arena *arena, struct str paths, const struct buf *text)
{
	struct str path, copy;

	if (paths.len == 0)
		return;
	copy = arena_str(arena, buf_str(text));
	while (str_split(&paths, ' ', &path))
		add_file(files, arena, path, copy);
}

static void
read_bundle(struct init_files *files, struct arena *arena, struct str rest,
            const struct filling fillings[FILLINGS])
{
	struct str line, paths = { 0 };
	struct buf text = { 0 };

	while (rest.len > 0 && str_split(&rest, '\n', &line)) {
		struct str next = heading(line);

		if (next.len > 0) {
			add_files(files, arena, paths, &text);
			buf_clear(&text);
			paths = next;
			continue;
		}
		add_filled(&text, line, fillings);
		buf_addc(&text, '\n');
	}
	add_files(files, arena, paths, &text);
	buf_release(&text);
}

/* What editors check YAML by. */
static void
add_schemas(struct init_files *files, struct arena *arena, enum lang lang)
{
	struct buf text = { 0 };

	for (size_t i = 0; i < schema_kind_count(); i++) {
		const char *name = schema_kind((enum kind)i)->name;

		buf_clear(&text);
		schema_json_kind(&text, (enum kind)i, lang);
		add_file(files, arena, arena_printf(arena, ".vscode/schemas/%s.json", name),
		         arena_str(arena, buf_str(&text)));
	}
	buf_release(&text);
}

void
init_files_make(struct init_files *files, struct arena *arena, enum lang lang, struct str name,
                int day)
{
	const struct filling fillings[FILLINGS] = {
		{ "@NAME@", name_text(arena, name.len > 0 ? name : str(any_name[lang])) },
		{ "@TODAY@", day_text(arena, day) },
		{ "@LATER@", day_text(arena, day + OFFER_DAYS) },
		{ "@SATURDAY@", day_text(arena, today_saturday(day, EVENT_DAYS)) },
		{ "@LANG@", str(lang_code(lang)) },
	};

	*files = (struct init_files){ 0 };
	read_bundle(files, arena, str(by_language[lang]), fillings);
	read_bundle(files, arena, str(init_common), fillings);
	add_schemas(files, arena, lang);
}
