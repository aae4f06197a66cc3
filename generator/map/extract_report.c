#include "map/extract_report.h"

#include "base/diag.h"
#include "base/i18n.h"
#include "map/extract_raw.h"

/* Each with a count, then the first one. */
static const char *const notes[RAW_FLAWS] = {
	[RAW_NO_ID] =
		N_("objects without an id that is a number: %zu, left out; the first is a %s"),
	[RAW_NO_PLACE] = N_(
		"nodes whose latitude or longitude is missing or outside the world: %zu, left out; the first is %s"),
	[RAW_TWICE] = N_(
		"objects that come more than once: %zu, the latest version is taken; the first is %s"),
	[RAW_POINTLESS] =
		N_("ways none of whose nodes is in the file: %zu, left out; the first is %s"),
	[RAW_PARTIAL] = N_(
		"ways some of whose nodes are not in the file: %zu, used as far as they are known; the first is %s"),
	[RAW_UNCLOSED] = N_(
		"areas some of whose ways are not in the file: %zu, used as far as they can be closed; the first is %s"),
	[RAW_REPEATED] = N_(
		"areas that repeat the same long ways again and again: %zu, left out; the first is %s"),
	[RAW_BAD_BOUNDS] = N_("bounds that make no sense: %zu, left out"),
};

static const char *const hints[RAW_FLAWS] = {
	[RAW_POINTLESS] = N_("with Overpass, end the query with \"out body; >; out skel qt;\""),
	[RAW_PARTIAL] = N_("with Overpass, end the query with \"out body; >; out skel qt;\""),
};

static const char *const kinds[] = { "node", "way", "relation" };

static void
name_first(char name[64], enum raw_flaw flaw, const struct raw_flaws *flaws)
{
	if (flaw == RAW_NO_ID)
		snprintf(name, 64, "%s", kinds[flaws->kind]);
	else
		snprintf(name, 64, "%s/%lld", kinds[flaws->kind], (long long)flaws->id);
}

void
extract_report(const struct raw *raw, const char *path, struct diag *diag)
{
	for (enum raw_flaw flaw = 0; flaw < RAW_FLAWS; flaw++) {
		const struct raw_flaws *flaws = &raw->flaws[flaw];
		struct pos at = { path, flaws->line, flaws->column };
		char name[64];

		if (!flaws->count)
			continue;
		name_first(name, flaw, flaws);
		diag_note(diag, at, "extract", _(notes[flaw]), flaws->count, name);
		if (hints[flaw])
			diag_hint(diag, "%s", _(hints[flaw]));
	}
}
