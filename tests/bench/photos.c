/*
 * photos: what small pictures of a folder's photos cost, and what libwebp alone takes of it.
 *
 *   photos [-t THREADS] [-r ROUNDS] FOLDER
 *       CPU seconds and shares; of several rounds, the best of each photo and part.
 *   photos equal PHOTO WIDTH LOSSY.webp LOSSLESS.webp
 *       Another program's small picture, and the same before it lost anything: its bytes; how alike the
 *       two are (SSIM of luma), and the bytes that ours needs to be as alike to what it was made of;
 *       how alike theirs is to the whole photo's reduction in linear light, and the bytes that ours
 *       needs to be as alike to that. Zeros where it cannot be as alike, or sizes differ.
 *
 * Linked with -Wl,--wrap=colour_row. The floor is plain libwebp, given the very pixels that were encoded, in the same run and thread.
 */
#include "media/colour.h"
#include "media/decode.h"
#include "media/encode.h"
#include "media/look.h"
#include "media/resize.h"

#include "base/arena.h"
#include "base/buf.h"

#include <dirent.h>
#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <webp/decode.h>
#include <webp/encode.h>

static const unsigned widths[] = { 320, 640, 1024, 1600 };
enum { WIDTHS = countof(widths), BATCH = 32, MOST_PHOTOS = 10000, MOST_THREADS = 64 };
static const struct encode_webp how = { .quality = 75, .method = 4 };

enum part { DECODE, COLOUR, RESIZE, TURN, LOOK, ENCODE, FLOOR, PARTS };

struct costs {
	double seconds[PARTS];
	double pixels;
	size_t bytes, floor_bytes, photos, failed;
};

/* --- Time and files --------------------------------------------------------------------------- */

static double
cpu_seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Adds what passed since *since to a part. */
static void
charge(struct costs *costs, enum part part, double *since)
{
	double now = cpu_seconds();

	costs->seconds[part] += now - *since;
	*since = now;
}

/* Colour is converted within decoding; the linker puts this before colour_row (--wrap). */
static _Thread_local double colour_seconds;

void __real_colour_row(const struct colour *colour, uint8_t *out, const void *in, size_t pixels);
void __wrap_colour_row(const struct colour *colour, uint8_t *out, const void *in, size_t pixels);

void
__wrap_colour_row(const struct colour *colour, uint8_t *out, const void *in, size_t pixels)
{
	double start = cpu_seconds();

	__real_colour_row(colour, out, in, pixels);
	colour_seconds += cpu_seconds() - start;
}

static int
read_file(struct buf *out, const char *path)
{
	FILE *file = fopen(path, "rb");
	char block[65536];
	size_t n;

	if (!file)
		return -1;
	while ((n = fread(block, 1, sizeof block, file)) > 0)
		buf_add(out, (struct str){ block, n });
	fclose(file);
	return 0;
}

/* --- One photo ---------------------------------------------------------------------------------- */

struct sizes {
	struct resize_target target[WIDTHS];
	size_t count;
};

static unsigned
scaled(unsigned side, unsigned to, unsigned of)
{
	unsigned long long n = ((unsigned long long)side * to + of / 2) / of;

	return n ? (unsigned)n : 1;
}

/* As stored. Nothing is made larger; the last may be the photo's own size. */
static void
choose_sizes(struct sizes *sizes, const struct picture *picture)
{
	for (size_t i = 0; i < WIDTHS; i++) {
		unsigned width = widths[i] < picture->width ? widths[i] : picture->width;
		unsigned height = scaled(picture->height, width, picture->width);
		bool turned = picture->orientation > 4;

		sizes->target[sizes->count++] =
			(struct resize_target){ .width = turned ? height : width,
			                        .height = turned ? width : height };
		if (width == picture->width)
			return;
	}
}

static void
reduce(struct pixels *out, struct decoder *decoder, const struct sizes *sizes, struct costs *costs)
{
	struct resize_source source = { decoder_width(decoder), decoder_height(decoder),
		                        decoder_channels(decoder) };
	size_t stride = (size_t)source.width * source.channels;
	double clock = cpu_seconds();
	struct resizer *resizer = resizer_new(&source, sizes->target, sizes->count);
	uint8_t *rows = malloc(stride * BATCH);
	size_t n;

	charge(costs, RESIZE, &clock);
	do {
		for (n = 0; n < BATCH && decoder_row(decoder, rows + n * stride);)
			n++;
		charge(costs, DECODE, &clock);
		for (size_t i = 0; i < n; i++)
			resizer_push(resizer, rows + i * stride);
		charge(costs, RESIZE, &clock);
	} while (n == BATCH);
	resizer_finish(resizer, out);
	charge(costs, RESIZE, &clock);
	resizer_free(resizer);
	free(rows);
}

/* Nothing but libwebp, set as the encoder sets it. */
static size_t
floor_bytes(const struct pixels *pixels)
{
	WebPMemoryWriter writer;
	WebPPicture picture;
	WebPConfig config;
	size_t size;

	WebPMemoryWriterInit(&writer);
	if (!WebPConfigPreset(&config, WEBP_PRESET_PHOTO, how.quality) ||
	    !WebPPictureInit(&picture))
		exit(3);
	config.method = how.method;
	picture.width = (int)pixels->width;
	picture.height = (int)pixels->height;
	picture.writer = WebPMemoryWrite;
	picture.custom_ptr = &writer;
	if (!(pixels->channels == 4
	              ? WebPPictureImportRGBA(&picture, pixels->data, (int)pixels->stride)
	              : WebPPictureImportRGB(&picture, pixels->data, (int)pixels->stride)) ||
	    !WebPEncode(&config, &picture))
		exit(3);
	size = writer.size;
	WebPPictureFree(&picture);
	WebPMemoryWriterClear(&writer);
	return size;
}

static void
encode_one(struct costs *costs, const struct pixels *small, const struct encode_webp *setting,
           struct buf *bytes)
{
	double clock = cpu_seconds();

	buf_clear(bytes);
	encode_webp(bytes, small, setting);
	charge(costs, ENCODE, &clock);
	costs->bytes += bytes->len;
}

static void
encode_floor(struct costs *costs, const struct pixels *small)
{
	double clock = cpu_seconds();

	costs->floor_bytes += floor_bytes(small);
	charge(costs, FLOOR, &clock);
}

/* Who comes second finds memory that the first has made warm: they take turns. */
static void
encode_sizes(struct costs *costs, const struct pixels *small, size_t count, bool floor_first)
{
	struct encode_trend trend = { 0 };
	struct encode_webp setting = how;
	struct buf bytes = { 0 };

	setting.trend = &trend;
	for (size_t i = 0; i < count; i++, floor_first = !floor_first) {
		if (floor_first)
			encode_floor(costs, &small[i]);
		encode_one(costs, &small[i], &setting, &bytes);
		if (!floor_first)
			encode_floor(costs, &small[i]);
		costs->pixels += (double)small[i].width * small[i].height;
	}
	buf_release(&bytes);
}

/* `whole`: no reduction is left to the decoder. */
static int
make_small(struct pixels *small, struct sizes *sizes, struct str bytes, bool whole,
           struct costs *costs)
{
	struct decoder *decoder;
	struct picture picture;
	enum decode_fault fault;
	double clock = cpu_seconds();
	const struct resize_target *largest;

	if (decode_probe(&picture, bytes, 100000000) != DECODE_FINE)
		return -1;
	choose_sizes(sizes, &picture);
	largest = &sizes->target[sizes->count - 1];
	decoder = decoder_new(&picture, bytes, whole ? 65535 : largest->width,
	                      whole ? 65535 : largest->height, &fault);
	if (!decoder)
		return -1;
	charge(costs, DECODE, &clock);
	reduce(small, decoder, sizes, costs);
	clock = cpu_seconds();
	decoder_free(decoder);
	charge(costs, DECODE, &clock);
	costs->seconds[DECODE] -= colour_seconds;
	costs->seconds[COLOUR] += colour_seconds;
	colour_seconds = 0;
	for (size_t i = 0; i < sizes->count; i++)
		pixels_upright(&small[i], picture.orientation);
	charge(costs, TURN, &clock);
	return 0;
}

static void
one_photo(struct costs *costs, const char *path, bool floor_first)
{
	struct pixels small[WIDTHS] = { 0 };
	struct arena *arena = arena_new();
	struct sizes sizes = { 0 };
	struct buf bytes = { 0 };
	struct look look;
	double clock;

	if (read_file(&bytes, path) == 0 &&
	    make_small(small, &sizes, buf_str(&bytes), false, costs) == 0) {
		clock = cpu_seconds();
		look_at(&look, arena, &small[0]);
		charge(costs, LOOK, &clock);
		encode_sizes(costs, small, sizes.count, floor_first);
		costs->photos++;
	} else {
		costs->failed++;
	}
	for (size_t i = 0; i < WIDTHS; i++)
		pixels_release(&small[i]);
	buf_release(&bytes);
	arena_free(arena);
}

static void
keep_best(struct costs *best, const struct costs *costs)
{
	for (enum part part = 0; part < PARTS; part++)
		best->seconds[part] = fmin(best->seconds[part], costs->seconds[part]);
}

static void
add_costs(struct costs *sum, const struct costs *costs)
{
	for (enum part part = 0; part < PARTS; part++)
		sum->seconds[part] += costs->seconds[part];
	sum->pixels += costs->pixels;
	sum->bytes += costs->bytes;
	sum->floor_bytes += costs->floor_bytes;
	sum->photos += costs->photos;
	sum->failed += costs->failed;
}

/* --- A folder of them --------------------------------------------------------------------------- */

struct work {
	char **path;
	size_t count;
	int rounds;
	atomic_size_t next;
};

struct worker {
	pthread_t thread;
	struct work *work;
	struct costs costs;
};

static void
several_rounds(struct costs *sum, const char *path, int rounds)
{
	struct costs best = { 0 };

	one_photo(&best, path, false);
	for (int i = 1; i < rounds; i++) {
		struct costs again = { 0 };

		one_photo(&again, path, i % 2);
		keep_best(&best, &again);
	}
	add_costs(sum, &best);
}

static void *
work_on(void *argument)
{
	struct worker *worker = argument;
	size_t i;

	while ((i = atomic_fetch_add(&worker->work->next, 1)) < worker->work->count)
		several_rounds(&worker->costs, worker->work->path[i], worker->work->rounds);
	return NULL;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
list_folder(struct work *work, const char *folder)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;

	work->path = calloc(MOST_PHOTOS, sizeof *work->path);
	while (dir && work->count < MOST_PHOTOS && (entry = readdir(dir))) {
		struct stat status;
		char *path;

		if (asprintf(&path, "%s/%s", folder, entry->d_name) < 0)
			exit(3);
		if (stat(path, &status) == 0 && S_ISREG(status.st_mode))
			work->path[work->count++] = path;
		else
			free(path);
	}
	if (dir)
		closedir(dir);
	qsort(work->path, work->count, sizeof *work->path, by_name);
}

static void
print(const struct costs *costs, double wall)
{
	static const char *const names[] = {
		[DECODE] = "decode",     [COLOUR] = "colour", [RESIZE] = "resize",
		[TURN] = "turn upright", [LOOK] = "look",     [ENCODE] = "encode",
	};
	double all = 0;

	for (enum part part = 0; part < FLOOR; part++)
		all += costs->seconds[part];
	printf("%zu photos (%zu not read), %.1f megapixels of small pictures, %zu bytes\n",
	       costs->photos, costs->failed, costs->pixels / 1e6, costs->bytes);
	for (enum part part = 0; part < FLOOR; part++)
		printf("  %-21s %7.3f s  %5.1f %%  %.3f of libwebp alone\n", names[part],
		       costs->seconds[part], 100 * costs->seconds[part] / all,
		       costs->seconds[part] / costs->seconds[FLOOR]);
	printf("  %-21s %7.3f s           %.3f of libwebp alone (%.3f s, %zu bytes); wall %.3f s\n",
	       "together", all, all / costs->seconds[FLOOR], costs->seconds[FLOOR],
	       costs->floor_bytes, wall);
}

static double
wall_seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static int
measure(struct work *work, int threads)
{
	struct worker workers[MOST_THREADS] = { 0 };
	struct costs sum = { 0 };
	double start = wall_seconds();

	for (int i = 0; i < threads; i++) {
		workers[i].work = work;
		pthread_create(&workers[i].thread, NULL, work_on, &workers[i]);
	}
	for (int i = 0; i < threads; i++) {
		pthread_join(workers[i].thread, NULL);
		add_costs(&sum, &workers[i].costs);
	}
	print(&sum, wall_seconds() - start);
	for (size_t i = 0; i < work->count; i++)
		free(work->path[i]);
	free(work->path);
	return sum.failed || !sum.photos;
}

/* --- Bytes at equal likeness ---------------------------------------------------------------------- */

/* Luma, for SSIM (Wang et al. 2004). */
struct plane {
	unsigned width, height;
	double *value;
};

static struct plane
luma_of(const uint8_t *rgb, unsigned width, unsigned height)
{
	struct plane plane = { width, height, malloc(sizeof(double) * width * height) };

	for (size_t i = 0; i < (size_t)width * height; i++)
		plane.value[i] =
			0.299 * rgb[3 * i] + 0.587 * rgb[3 * i + 1] + 0.114 * rgb[3 * i + 2];
	return plane;
}

/* Of windows of 8 x 8, four pixels apart. */
static double
window_ssim(const struct plane *a, const struct plane *b, unsigned left, unsigned top)
{
	const double c1 = 6.5025, c2 = 58.5225, n = 64;
	double sa = 0, sb = 0, saa = 0, sbb = 0, sab = 0, ma, mb;

	for (unsigned y = top; y < top + 8; y++)
		for (unsigned x = left; x < left + 8; x++) {
			double va = a->value[(size_t)y * a->width + x];
			double vb = b->value[(size_t)y * a->width + x];

			sa += va;
			sb += vb;
			saa += va * va;
			sbb += vb * vb;
			sab += va * vb;
		}
	ma = sa / n;
	mb = sb / n;
	return (2 * ma * mb + c1) * (2 * (sab / n - ma * mb) + c2) /
	       ((ma * ma + mb * mb + c1) * (saa / n - ma * ma + sbb / n - mb * mb + c2));
}

static double
ssim(const struct plane *a, const struct plane *b)
{
	double sum = 0;
	size_t count = 0;

	for (unsigned y = 0; y + 8 <= a->height; y += 4)
		for (unsigned x = 0; x + 8 <= a->width; x += 4, count++)
			sum += window_ssim(a, b, x, y);
	return count ? sum / (double)count : 1;
}

static struct plane
luma_of_webp(const struct buf *bytes)
{
	int width = 0, height = 0;
	uint8_t *rgb = WebPDecodeRGB((const uint8_t *)bytes->ptr, bytes->len, &width, &height);
	struct plane plane = luma_of(rgb, (unsigned)width, (unsigned)height);

	WebPFree(rgb);
	return plane;
}

static double
likeness(const struct plane *original, const struct buf *bytes)
{
	struct plane plane = luma_of_webp(bytes);
	double alike = -1;

	if (plane.width == original->width && plane.height == original->height)
		alike = ssim(original, &plane);
	free(plane.value);
	return alike;
}

/* Halves the qualities between which ours is as alike to `original` as `wanted`. */
static size_t
bytes_for(const struct pixels *pixels, const struct plane *original, double wanted)
{
	struct encode_webp setting = how;
	float low = 0, high = 100;
	struct buf bytes = { 0 };
	size_t found = 0;

	for (int i = 0; i < 9 && wanted > 0; i++) {
		setting.quality = (low + high) / 2;
		buf_clear(&bytes);
		encode_webp(&bytes, pixels, &setting);
		if (likeness(original, &bytes) < wanted) {
			low = setting.quality;
		} else {
			high = setting.quality;
			found = bytes.len;
		}
	}
	buf_release(&bytes);
	return found;
}

/* The small picture of this width; false where the photo cannot be read. */
static bool
one_small(struct pixels *out, const struct buf *photo, unsigned width, bool whole)
{
	struct pixels small[WIDTHS] = { 0 };
	struct sizes sizes = { 0 };
	struct costs costs = { 0 };
	size_t chosen = 0;

	if (make_small(small, &sizes, buf_str(photo), whole, &costs) < 0)
		return false;
	while (chosen + 1 < sizes.count && small[chosen].width < width)
		chosen++;
	for (size_t i = 0; i < sizes.count; i++)
		if (i != chosen)
			pixels_release(&small[i]);
	*out = small[chosen];
	return true;
}

struct pair {
	struct pixels ours, exact;
	struct buf lossy, lossless;
};

static void
print_equal(const struct pair *pair)
{
	struct plane theirs = luma_of_webp(&pair->lossless);
	struct plane ours = luma_of(pair->ours.data, pair->ours.width, pair->ours.height);
	struct plane exact = luma_of(pair->exact.data, pair->exact.width, pair->exact.height);
	double own = likeness(&theirs, &pair->lossy), common = likeness(&exact, &pair->lossy);

	printf("%zu %.5f %zu %.5f %zu\n", pair->lossy.len, own, bytes_for(&pair->ours, &ours, own),
	       common, bytes_for(&pair->ours, &exact, common));
	free(theirs.value);
	free(ours.value);
	free(exact.value);
}

static int
compare(const char *path, unsigned width, const char *lossy, const char *lossless)
{
	struct buf photo = { 0 };
	struct pair pair = { 0 };
	bool there = read_file(&photo, path) == 0 && read_file(&pair.lossy, lossy) == 0 &&
	             read_file(&pair.lossless, lossless) == 0 &&
	             one_small(&pair.ours, &photo, width, false) &&
	             one_small(&pair.exact, &photo, width, true);

	if (there)
		print_equal(&pair);
	pixels_release(&pair.ours);
	pixels_release(&pair.exact);
	buf_release(&pair.lossy);
	buf_release(&pair.lossless);
	buf_release(&photo);
	return !there;
}

int
main(int argc, char **argv)
{
	struct work work = { .rounds = 1 };
	int threads = 1, option;

	if (argc == 6 && strcmp(argv[1], "equal") == 0)
		return compare(argv[2], (unsigned)atoi(argv[3]), argv[4], argv[5]);
	while ((option = getopt(argc, argv, "t:r:")) != -1) {
		if (option == 't')
			threads = atoi(optarg);
		else if (option == 'r')
			work.rounds = atoi(optarg);
		else
			return 2;
	}
	if (argc != optind + 1 || threads < 1 || threads > MOST_THREADS) {
		fputs("usage: photos [-t THREADS] [-r ROUNDS] FOLDER\n", stderr);
		return 2;
	}
	list_folder(&work, argv[optind]);
	return measure(&work, threads);
}
