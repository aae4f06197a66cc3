#include "map/survey.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "card/card.h"
#include "map/survey_fields.h"
#include "map/survey_twins.h"

struct str
survey_get(const struct survey_merchant *merchant, const char *path)
{
	for (size_t i = 0; i < merchant->len; i++)
		if (str_is(merchant->fields[i].path, path))
			return merchant->fields[i].value;
	return (struct str){ 0 };
}

void
survey_set(struct survey_merchant *merchant, struct arena *arena, const char *path,
           struct str value)
{
	if (value.len == 0)
		return;
	for (size_t i = 0; i < merchant->len; i++)
		if (str_is(merchant->fields[i].path, path)) {
			merchant->fields[i].value = value;
			return;
		}
	merchant->fields =
		arena_push(arena, merchant->fields, &merchant->len, sizeof *merchant->fields);
	merchant->fields[merchant->len - 1] =
		(struct compose_field){ arena_str(arena, str(path)), value };
}

struct str
survey_ref(struct arena *arena, const struct osm_object *object)
{
	static const char *const kinds[] = { "node", "way", "relation" };

	return arena_printf(arena, "%s/%lld", kinds[object->kind], (long long)object->id);
}

static void
report_nameless(struct surveying *s, const struct survey_merchant *merchant,
                const struct survey_kind *kind)
{
	struct str street = osm_tag(merchant->object, "addr:street");
	struct str number = osm_tag(merchant->object, "addr:housenumber");

	diag_note(s->diag, (struct pos){ s->file, 0, 0 }, "import-name",
	          _("%.*s (%.*s%s%.*s%s%.*s) has no name on the map: no card is made"),
	          STR_ARG(merchant->ref), STR_ARG(kind->words[0]), street.len ? ", " : "",
	          STR_ARG(street), number.len ? " " : "", STR_ARG(number));
}

static void
add(struct surveying *s, struct survey *survey, const struct extract *extract,
    const struct osm_object *object, const struct survey_kind *kind)
{
	struct survey_merchant merchant = { .object = object };

	merchant.ref = survey_ref(s->arena, object);
	if (!survey_fields(s, &merchant, kind)) {
		survey->nameless++;
		report_nameless(s, &merchant, kind);
		return;
	}
	merchant.at = extract_place(extract, merchant.ref);
	survey_check(s, &merchant);
	survey->items = arena_push(s->arena, survey->items, &survey->len, sizeof *survey->items);
	survey->items[survey->len - 1] = merchant;
}

static void
look_at(struct surveying *s, struct survey *survey, const struct extract *extract,
        const struct osm_object *object)
{
	struct survey_kind kind;

	if (object->tags.len == 0 ||
	    object->id <= 0) /* a negative one is not in OpenStreetMap yet */
		return;
	survey_kind(&kind, object, s->config);
	if (kind.verdict == SURVEY_NONE)
		return;
	survey->found++;
	if (kind.verdict == SURVEY_CLOSED)
		survey->closed++;
	else if (kind.verdict == SURVEY_PRIVATE)
		survey->secluded++;
	else
		add(s, survey, extract, object, &kind);
	arena_reset(s->scratch);
}

void
survey_make(struct survey *survey, struct arena *arena, const struct extract *extract,
            const struct config *config, const char *file, struct diag *diag)
{
	struct surveying s = {
		.arena = arena,
		.scratch = arena_new(),
		.config = config,
		.file = file,
		.diag = diag,
	};

	*survey = (struct survey){ 0 };
	for (size_t i = 0; i < extract->nodes_len; i++)
		look_at(&s, survey, extract, &extract->nodes[i].object);
	for (size_t i = 0; i < extract->ways_len; i++)
		look_at(&s, survey, extract, &extract->ways[i].object);
	for (size_t i = 0; i < extract->relations_len; i++)
		look_at(&s, survey, extract, &extract->relations[i].object);
	survey_twins(&s, survey, extract);
	arena_free(s.scratch);
}
