#include "command/bulletin.h"

#include "base/buf.h"
#include "base/diag.h"
#include "base/i18n.h"
#include "base/json.h"
#include "command/edition.h"

#include <time.h>

enum { PROBLEMS = 100 };

/* The keys are agreed with site/preview.js. */
static const struct {
	const char *key, *text;
	bool of_good; /* said only where what is shown is good */
} words[] = {
	{ "title_errors", N_("The guide could not be built"), false },
	{ "kept", N_("What you see is the last good version."), true },
	{ "mend", N_("Mend this and save: the page comes back by itself."), false },
	{ "warnings_one", N_("1 warning"), false },
	{ "warnings_many", N_("%d warnings"), false },
	{ "close", N_("Close"), false },
	{ "stopped", N_("The preview has stopped. Start \"quartier serve\" again."), false },
	{ "line", N_("line %d"), false },
	{ "hint", N_("hint"), false },
};

static struct diag *
diag_of(const struct bulletin *bulletin)
{
	return bulletin->edition ? bulletin->edition->project.diag : NULL;
}

static size_t
count(const struct bulletin *bulletin, enum diag_severity severity)
{
	struct diag *diag = diag_of(bulletin);

	return diag ? diag_count(diag, severity) : 0;
}

static void
add_problems(struct json *json, const struct bulletin *bulletin)
{
	json_key(json, "counts");
	json_object(json);
	json_key(json, "error");
	json_int(json, (int64_t)count(bulletin, DIAG_ERROR));
	json_key(json, "warning");
	json_int(json, (int64_t)count(bulletin, DIAG_WARNING));
	json_key(json, "note");
	json_int(json, (int64_t)count(bulletin, DIAG_NOTE));
	json_object_end(json);
	json_key(json, "problems");
	json_list(json);
	if (diag_of(bulletin))
		diag_json(diag_of(bulletin), json, PROBLEMS);
	json_list_end(json);
}

static void
add_words(struct json *json, const struct bulletin *bulletin)
{
	json_key(json, "words");
	json_object(json);
	for (size_t i = 0; i < countof(words); i++) {
		bool untrue = words[i].of_good && !bulletin->good;

		json_field(json, words[i].key, untrue ? STR("") : str(_(words[i].text)));
	}
	json_object_end(json);
}

void
bulletin_event(struct buf *out, const struct bulletin *bulletin)
{
	const struct edition *edition = bulletin->edition;
	struct json json;

	json_start(&json, out, false);
	json_object(&json);
	json_field(&json, "edition", str(bulletin->shown));
	json_key(&json, "sound");
	json_bool(&json, edition && edition_is_sound(edition));
	json_key(&json, "building");
	json_bool(&json, bulletin->building);
	json_key(&json, "milliseconds");
	json_int(&json, (int64_t)(bulletin->seconds * 1000 + 0.5));
	json_key(&json, "pages");
	json_int(&json, edition ? (int64_t)edition_pages(edition) : 0);
	add_problems(&json, bulletin);
	add_words(&json, bulletin);
	json_object_end(&json);
}

/* "312 pages, 2 errors, 3 warnings" */
static void
add_counts(struct buf *out, const struct bulletin *bulletin, size_t pages)
{
	size_t errors = count(bulletin, DIAG_ERROR), warnings = count(bulletin, DIAG_WARNING);
	const char *comma = "";

	if (pages > 0) {
		buf_printf(out, ngettext("%zu page", "%zu pages", pages), pages);
		comma = ", ";
	}
	if (errors > 0) {
		buf_adds(out, comma);
		buf_printf(out, ngettext("%zu error", "%zu errors", errors), errors);
		comma = ", ";
	}
	if (warnings > 0) {
		buf_adds(out, comma);
		buf_printf(out, ngettext("%zu warning", "%zu warnings", warnings), warnings);
	}
}

void
bulletin_line(struct buf *out, const struct bulletin *bulletin, bool kept)
{
	bool sound = edition_is_sound(bulletin->edition);
	time_t seconds = time(NULL);
	struct tm local = { 0 };
	char clock[16] = "";
	struct buf counts = { 0 };

	add_counts(&counts, bulletin, sound || !kept ? edition_pages(bulletin->edition) : 0);
	if (localtime_r(&seconds, &local))
		strftime(clock, sizeof clock, "%H:%M:%S", &local);
	if (sound)
		/* translators: time of the day, milliseconds, "312 pages, 3 warnings" */
		buf_printf(out, _("%s  rebuilt in %.0f ms: %s\n"), clock, bulletin->seconds * 1000,
		           counts.ptr);
	else if (kept)
		/* translators: time of the day, "1 error, 3 warnings" */
		buf_printf(out, _("%s  not rebuilt: %s; the last good version stays\n"), clock,
		           counts.ptr);
	else
		/* translators: time of the day, "312 pages, 1 error, 3 warnings" */
		buf_printf(out, _("%s  rebuilt without what has errors: %s\n"), clock, counts.ptr);
	buf_release(&counts);
}
