#include "media/album_report.h"

#include "base/diag.h"
#include "base/i18n.h"
#include "card/card.h"

static const char code[] = "photo";

/* "facade.jpg" of a path. */
static struct str
name_of(const struct photo *photo)
{
	struct str path = photo->file;
	size_t from = path.len;

	while (from > 0 && path.ptr[from - 1] != '/')
		from--;
	return str_sub(path, from, path.len);
}

bool
album_is_document(const struct photo *photo)
{
	size_t len = photo->file.len;

	return len > 4 && str_eq_ascii(str_sub(photo->file, len - 4, len), STR(".pdf"));
}

static void
report_type(const struct photo *photo, enum decode_type type, struct diag *diag)
{
	struct str name = name_of(photo);

	if (type == DECODE_UNKNOWN)
		diag_error(diag, photo->at, code,
		           album_is_document(photo) ? _("%.*s is not a PDF that can be read")
		                                    : _("%.*s is not a picture that can be read"),
		           STR_ARG(name));
	else
		diag_error(diag, photo->at, code,
		           album_is_document(photo)
		                   ? _("%.*s is not a PDF, as its name says, but a file of type %s")
		                   : _("%.*s is a file of type %s, which cannot be shown"),
		           STR_ARG(name), decode_type_name(type));
	if (album_is_document(photo))
		diag_hint(diag, _("export it as PDF, or give its name the right ending"));
	else
		diag_hint(diag, _("export it as JPEG, PNG or WebP"));
}

void
album_report_fault(const struct photo *photo, enum decode_fault fault, enum decode_type type,
                   uint64_t most_pixels, struct diag *diag)
{
	struct str name = name_of(photo);

	switch (fault) {
	case DECODE_FINE: return;
	case DECODE_TYPE: report_type(photo, type, diag); return;
	case DECODE_NO_HEIF:
		diag_error(diag, photo->at, code,
		           _("%.*s is a HEIC photo, which cannot be read on this machine"),
		           STR_ARG(name));
		diag_hint(diag, _("a phone's HEIC photo: open it and save or share it as JPEG"));
		return;
	case DECODE_BROKEN:
		diag_error(diag, photo->at, code, _("%.*s is damaged and cannot be read"),
		           STR_ARG(name));
		diag_hint(diag, _("ask for it again, or take another photo"));
		return;
	case DECODE_TOO_LARGE:
		diag_error(diag, photo->at, code, _("%.*s has more than %llu megapixels"),
		           STR_ARG(name), (unsigned long long)(most_pixels / 1000000));
		diag_hint(diag,
		          _("make it smaller, or raise photo-pixels under limits in quartier.yml"));
		return;
	case DECODE_TOO_LONG:
		diag_error(diag, photo->at, code, _("%.*s has more than %d pixels a side"),
		           STR_ARG(name), DECODE_SIDE);
		diag_hint(diag, _("make it smaller"));
		return;
	}
}

void
album_report_size(const struct photo *photo, uint64_t most_bytes, struct diag *diag)
{
	struct str name = name_of(photo);

	diag_error(diag, photo->at, code, _("%.*s is larger than %llu MiB"), STR_ARG(name),
	           (unsigned long long)(most_bytes >> 20));
	diag_hint(diag, _("make it smaller, or raise photo-bytes under limits in quartier.yml"));
}

static void
report_damage(const struct photo *photo, double sound, struct diag *diag)
{
	struct str name = name_of(photo);
	int percent = (int)(sound * 100);

	if (sound < PHOTO_ENOUGH)
		diag_error(diag, photo->at, code,
		           _("%.*s is damaged: only %d %% of the picture is there"), STR_ARG(name),
		           percent);
	else if (sound < 1)
		diag_warning(diag, photo->at, code,
		             _("%.*s is damaged: %d %% of the picture is there, and shown"),
		             STR_ARG(name), percent);
	if (sound < 1)
		diag_hint(diag, _("ask for it again, or take another photo"));
}

static void
report_document(const struct photo *photo, const struct recipe *recipe, struct diag *diag)
{
	if (recipe->sound >= PHOTO_ENOUGH)
		return;
	diag_warning(diag, photo->at, code, _("no page of %.*s can be drawn; it is a link alone"),
	             STR_ARG(name_of(photo)));
	diag_hint(diag, _("open it: is it damaged, or does it ask for a password?"));
}

void
album_report_look(const struct photo *photo, const struct recipe *recipe, unsigned least,
                  struct diag *diag)
{
	const struct picture *picture = &recipe->picture;
	struct str name = name_of(photo);

	if (picture->type == DECODE_PDF) {
		report_document(photo, recipe, diag);
		return;
	}
	report_damage(photo, recipe->sound, diag);
	if (recipe->sound < PHOTO_ENOUGH)
		return;
	if (picture->animated)
		diag_note(diag, photo->at, code, _("%.*s is animated; its first picture is shown"),
		          STR_ARG(name));
	if (picture->width < least) {
		diag_note(diag, photo->at, code,
		          _("%.*s is only %u pixels wide, and looks poor where it is shown large"),
		          STR_ARG(name), picture->width);
		diag_hint(diag, _("%u pixels or more are good"), least);
	}
	if (recipe->look.dark)
		diag_note(diag, photo->at, code, _("%.*s is very dark"), STR_ARG(name));
	if (recipe->look.blurred)
		diag_note(diag, photo->at, code, _("%.*s looks blurred"), STR_ARG(name));
}
