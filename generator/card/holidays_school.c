#include "card/holidays_parts.h"

#include "base/arena.h"
#include "base/date.h"
#include "base/diag.h"
#include "card/card.h"
#include "card/yaml.h"

#include <assert.h>

/*
 * The text of school-holidays.yml, which the assembler puts into the program: a file that volunteers can
 * correct, of which a program that stands alone lacks nothing. Its path is that of the checkout's root, where
 * make compiles. Mach-O and ELF have different names for the section of constants.
 */
#ifdef __APPLE__
#define CONSTANTS "__TEXT,__const"
#else
#define CONSTANTS ".rodata"
#endif
__asm__(".pushsection " CONSTANTS "\n"
        ".globl quartier_school_holidays\n"
        "quartier_school_holidays:\n"
        ".incbin \"generator/card/school-holidays.yml\"\n"
        ".byte 0\n"
        ".popsection\n");
extern const char school_holidays[] __asm__("quartier_school_holidays");

/* Which community's schools the neighbourhood's children go to: by the region, and by the site's first language
 * where a region has schools of two. The first row that fits. */
static const struct {
	const char *regions; /* NULL: any, and none */
	enum lang lang;      /* LANG_COUNT: any */
	const char *community;
} communities[] = {
	{ "BE-VLG BE-VAN BE-VBR BE-VLI BE-VOV BE-VWV", LANG_COUNT, "flemish" },
	{ "BE-BRU", LANG_NL, "flemish" },
	{ "BE-BRU", LANG_COUNT, "french" },
	{ "BE-WBR BE-WHT BE-WLX BE-WNA", LANG_COUNT,
	  "french" }, /* the nine communes are in Liège */
	{ NULL, LANG_DE, "german" },
	{ "BE-WAL BE-WLG", LANG_COUNT, "french" },
	{ NULL, LANG_NL, "flemish" },
	{ NULL, LANG_COUNT, "french" },
};

static const char *
community_of(const struct config *config)
{
	size_t i = 0; /* the last row fits all */

	while ((communities[i].regions &&
	        !holidays_listed(communities[i].regions, config->region)) ||
	       (communities[i].lang != LANG_COUNT && communities[i].lang != config->languages[0]))
		i++;
	return communities[i].community;
}

static struct str
scalar(const struct yaml_node *map, const char *key)
{
	const struct yaml_node *node = yaml_get(map, key);

	return node && node->kind == YAML_SCALAR ? node->text : (struct str){ 0 };
}

static int
day(const struct yaml_node *map, const char *key)
{
	int day = DATE_NONE;
	bool is_date = date_parse(scalar(map, key), &day);

	assert(is_date);
	(void)is_date;
	return day;
}

static struct text
name_of(struct arena *arena, const struct yaml_node *root, struct str word)
{
	const struct yaml_node *names = yaml_get(root, "names");
	struct text name = { 0 };

	for (const struct yaml_node *node = names ? names->first : NULL; node; node = node->next)
		for (int lang = 0; str_eq(node->key, word) && lang < LANG_COUNT; lang++)
			name.in[lang] = arena_str(arena, scalar(node, lang_code((enum lang)lang)));
	assert(!text_is_empty(&name));
	return name;
}

void
holidays_add_school(struct holiday_list *list, struct arena *arena, const struct config *config,
                    int *first, int *until)
{
	struct arena *scratch = arena_new();
	struct diag *diag = diag_new();
	const struct yaml_node *root = NULL, *community, *rows;
	int rc = yaml_parse(&root, scratch, str(school_holidays),
	                    (struct pos){ "school-holidays.yml", 1, 1 }, NULL, diag);

	assert(rc == 0); /* our own file: the unit test has read it */
	(void)rc;
	community = yaml_get(root, community_of(config));
	*first = day(community, "from");
	*until = day(community, "until") + 1;
	rows = yaml_get(community, "holidays");
	for (const struct yaml_node *row = rows ? rows->first : NULL; row; row = row->next) {
		list->items = arena_push(arena, list->items, &list->len, sizeof *list->items);
		list->items[list->len - 1] = (struct holiday){
			day(row, "from"),
			day(row, "until"),
			name_of(arena, root, scalar(row, "name")),
		};
	}
	diag_free(diag);
	arena_free(scratch);
}
