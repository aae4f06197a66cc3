#include "map/extract_report.h"

#include "base/diag.h"
#include "base/i18n.h"
#include "map/extract_raw.h"

/* Each with a count, then the first one. */
static const char *const notes[RAW_FLAWS] = {
	[RAW_NO_ID] = N_("%zu objects without an id that is a number were left out; the first is a %s"),
	[RAW_NO_PLACE] =
		N_("%zu nodes whose latitude or longitude is missing or outside the world were left "
	           "out; the first is %s"),
	[RAW_TWICE] = N_("%zu objects come more than once; their latest version was taken; the "
	                 "first is %s"),
	[RAW_POINTLESS] = N_("%zu ways were left out because none of their nodes is in the file; "
	                     "the first is %s"),
	[RAW_PARTIAL] =
		N_("%zu ways are drawn in part, because some of their nodes are not in the file; "
	           "the first is %s"),
	[RAW_REPEATED] =
		N_("%zu relations are not drawn, because they repeat the same long ways again and "
	           "again; the first is %s"),
	[RAW_BAD_BOUNDS] = N_("%zu <bounds> that make no sense were left out%s"),
};

static const char *const hints[RAW_FLAWS] = {
	[RAW_POINTLESS] = N_("with Overpass, end the query with \"out body; >; out skel qt;\""),
	[RAW_PARTIAL] = N_("with Overpass, end the query with \"out body; >; out skel qt;\""),
};

static const char *const kinds[] = { "node", "way", "relation" };

static void
name_first(char name[64], enum raw_flaw flaw, const struct raw_flaws *flaws)
{
	if (flaw == RAW_BAD_BOUNDS)
		name[0] = '\0';
	else if (flaw == RAW_NO_ID)
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
