/* A photo of any kind, any bytes: the header, then all rows, at full size or reduced as the last byte
 * says. */
#include "media/decode.h"

#include <stdlib.h>

enum { PIXELS = 4000000 };

static void
must(bool condition)
{
	if (!condition)
		abort();
}

static void
drop_rows(struct decoder *decoder)
{
	size_t len = (size_t)decoder_width(decoder) * decoder_channels(decoder);
	uint8_t *row = malloc(len);
	unsigned rows = 0;
	double sound;

	must(row && decoder_channels(decoder) >= 3 && decoder_channels(decoder) <= 4);
	while (decoder_row(decoder, row))
		rows++;
	sound = decoder_sound_share(decoder);
	must(rows <= decoder_height(decoder) && sound >= 0 && sound <= 1);
	must(rows == decoder_height(decoder) || sound < 1);
	must(!decoder_row(decoder, row));
	free(row);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str bytes = { (const char *)data, size };
	unsigned least = size && data[size - 1] % 2 ? 1 : PIXELS;
	struct picture picture;
	enum decode_fault fault;
	struct decoder *decoder;

	if (decode_probe(&picture, bytes, PIXELS) != DECODE_FINE)
		return 0;
	must(picture.width && picture.height && picture.orientation >= 1 &&
	     picture.orientation <= 8);
	must((uint64_t)picture.width * picture.height <= PIXELS);
	decoder = decoder_new(&picture, bytes, least, least, &fault);
	must(decoder ? fault == DECODE_FINE : fault != DECODE_FINE);
	if (decoder)
		drop_rows(decoder);
	decoder_free(decoder);
	return 0;
}
