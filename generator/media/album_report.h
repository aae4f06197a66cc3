#ifndef MEDIA_ALBUM_REPORT_H
#define MEDIA_ALBUM_REPORT_H
/* album_report: what is wrong with a photo, in words for whoever took it. */
#include "media/recipe.h"

struct diag;
struct photo;

void album_report_fault(const struct photo *photo, enum decode_fault fault, enum decode_type type,
                        uint64_t most_pixels, struct diag *diag);
/* Whether a flyer is a PDF, by its name. */
bool album_is_document(const struct photo *photo);
void album_report_size(const struct photo *photo, uint64_t most_bytes, struct diag *diag);
/* What is less than good with one that can be read; `least`: the width below which it looks poor. */
void album_report_look(const struct photo *photo, const struct recipe *recipe, unsigned least,
                       struct diag *diag);
#endif
