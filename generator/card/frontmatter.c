#include "card/frontmatter.h"

#include "base/diag.h"
#include "base/i18n.h"

/* The line that begins at *next, which moves behind it. */
static struct str
take_line(struct str text, size_t *next)
{
	size_t from = *next, end = from + str_find(str_sub(text, from, text.len), '\n');

	*next = end < text.len ? end + 1 : text.len;
	return str_sub(text, from, end);
}

static bool
is_fence(struct str line)
{
	size_t len = line.len;

	while (len &&
	       (line.ptr[len - 1] == ' ' || line.ptr[len - 1] == '\t' || line.ptr[len - 1] == '\r'))
		len--;
	return str_is(str_sub(line, 0, len), "---");
}

/* Word processors and phones turn hyphens into dashes. */
static bool
is_nearly_fence(struct str line)
{
	line = str_trim(line);
	return line.len && line.len < 12 &&
	       (str_starts(line, "--") || str_starts(line, "\xe2\x80\x94") ||
	        str_starts(line, "\xe2\x80\x93"));
}

static int
report_missing(struct str first, struct pos at, struct diag *diag)
{
	diag_error(diag, at, "frontmatter",
	           _("the card does not begin with a line of three hyphens"));
	if (is_nearly_fence(first))
		diag_hint(diag, _("write --- instead of \"%.*s\""), STR_ARG(str_trim(first)));
	else
		diag_hint(
			diag,
			_("begin with ---, then fields such as \"name: …\", another ---, then the text"));
	return -1;
}

int
frontmatter_split(struct frontmatter *out, struct str text, const char *file, struct diag *diag)
{
	size_t next = 0, from;
	unsigned number = 1, opened;
	struct str line = take_line(text, &next);

	while (str_trim(line).len == 0 && next < text.len) {
		line = take_line(text, &next);
		number++;
	}
	if (!is_fence(line))
		return report_missing(line, (struct pos){ file, number, 1 }, diag);
	opened = number;
	from = next;
	while (next < text.len) {
		size_t end = next;

		line = take_line(text, &next);
		number++;
		if (!is_fence(line))
			continue;
		*out = (struct frontmatter){
			.yaml = str_sub(text, from, end),
			.body = str_sub(text, next, text.len),
			.yaml_at = { file, opened + 1, 1 },
			.body_at = { file, number + 1, 1 },
		};
		return 0;
	}
	diag_error(diag, (struct pos){ file, opened, 1 }, "frontmatter",
	           _("the part that begins with --- here has no end"));
	diag_hint(diag, _("put another line of three hyphens (---) after the last field"));
	return -1;
}
