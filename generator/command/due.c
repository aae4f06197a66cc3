#include "command/due.h"

#include "base/buf.h"
#include "base/hash.h"
#include "base/i18n.h"
#include "base/zone.h"
#include "command/project.h"
#include "site/marker.h"
#include "theme/format.h"

enum { DAY_SECONDS = 24 * 60 * 60 };

bool
due_now(const struct project *project, struct str text)
{
	char inputs[HASH_HEX + 1];
	struct marker marker;
	int64_t next;

	hash_hex(project->cards.inputs, inputs);
	if (!marker_read(&marker, text) || !str_is(marker.version, QUARTIER_VERSION) ||
	    !str_is(marker.inputs, inputs))
		return true;
	return marker.next.len > 0 &&
	       (!marker_moment(marker.next, &next) || next <= project->guide.now_utc);
}

void
due_tell(struct buf *out, const struct project *project, struct str text)
{
	enum lang lang = lang_of_messages();
	int64_t next, local;
	struct str day, hour;

	if (!marker_moment(marker_next(text), &next)) {
		buf_adds(out, _("nothing is due: the site stays as it is\n"));
		return;
	}
	local = next + zone_offset(project->guide.zone, next);
	day = format_date(project->arena, lang, (int)(local / DAY_SECONDS));
	hour = format_time(project->arena, lang, (int)(local % DAY_SECONDS / 60));
	/* translators: "28 November 2026", "13:00" */
	buf_printf(out, _("nothing is due before %.*s at %.*s: the site stays as it is\n"),
	           STR_ARG(day), STR_ARG(hour));
}
