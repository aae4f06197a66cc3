#ifndef MEDIA_JPEG_STORE_H
#define MEDIA_JPEG_STORE_H
/*
 * jpeg_store: keeps the coefficients of a progressive JPEG packed.
 *
 * Progressive pictures come in several passes over all of the picture, so libjpeg keeps every
 * coefficient, 16 bits each, until the last has come: 144 MB for 48 megapixels. Nine of ten are 0:
 * packed they need a quarter. libjpeg asks for them by bands of rows, through functions that a
 * program may bring itself (libjpeg.txt, "Memory management"); these unpack a band and pack it
 * again when the next is asked for.
 *
 * Cost    a fifth of the time; 48 megapixels at 4:2:0 take 32 MB rather than 151. Only large
 *         pictures do it.
 * Memory  on the heap; jpeg_store_free after jpeg_destroy_decompress.
 */
#include <stdio.h> /* for jpeglib.h, which forgets it */

#include <jpeglib.h>

struct jpeg_store;

/* Between jpeg_create_decompress and jpeg_start_decompress; takes info->client_data for itself. */
struct jpeg_store *jpeg_store_new(struct jpeg_decompress_struct *info);
void jpeg_store_free(struct jpeg_store *store);
#endif
