#include "media/jpeg_damage.h"

#include "base/mem.h"
#include "base/str.h"

#include <jerror.h>
#include <stdlib.h>
#include <string.h>

/* The other warnings are about headers, or passes that are odd but complete. */
static const int harmful[] = { JWRN_ARITH_BAD_CODE, JWRN_EXTRANEOUS_DATA, JWRN_HIT_MARKER,
	                       JWRN_HUFF_BAD_CODE,  JWRN_JPEG_EOF,        JWRN_MUST_RESYNC };

void
jpeg_damage_start(struct jpeg_damage *damage, const struct jpeg_decompress_struct *info)
{
	unsigned tall = (unsigned)info->max_v_samp_factor * DCTSIZE;

	damage->count = (info->image_height + tall - 1) / tall;
	damage->rows = mem_alloc(damage->count);
}

void
jpeg_damage_release(struct jpeg_damage *damage)
{
	free(damage->rows);
	*damage = (struct jpeg_damage){ 0 };
}

static void
mark(struct jpeg_damage *damage, unsigned from, unsigned len)
{
	for (unsigned i = from; i < damage->count && i - from < len; i++)
		damage->rows[i] = 1;
}

/* In a pass that brings nothing but the last bit, what ends early is no loss. */
static bool
last_bit(const struct jpeg_decompress_struct *info, int code)
{
	return (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER) && info->progressive_mode &&
	       info->Ah == 1 && info->Al == 0;
}

/* All of the picture came, and nothing but the marker after it is missing: that does no harm. */
static bool
only_the_end(const struct jpeg_damage *damage, const struct jpeg_decompress_struct *info)
{
	return info->err->msg_code == JWRN_JPEG_EOF && !info->progressive_mode &&
	       info->comps_in_scan == info->num_components && info->input_iMCU_row >= damage->count;
}

void
jpeg_damage_warn(struct jpeg_damage *damage, const struct jpeg_decompress_struct *info)
{
	int code = info->err->msg_code;
	unsigned left = damage->count, row = info->input_iMCU_row;
	bool known = false;

	for (size_t i = 0; i < countof(harmful); i++)
		known = known || harmful[i] == code;
	if (!known || !damage->rows || only_the_end(damage, info))
		return;
	damage->met = true;
	damage->cut = damage->cut || code == JWRN_JPEG_EOF;
	if (last_bit(info, code))
		return;
	if (info->restart_interval && info->MCUs_per_row && code != JWRN_JPEG_EOF)
		left = 1 + info->restart_interval / info->MCUs_per_row;
	mark(damage, row, left);
}

/* Whether all passes came whose absence would be seen. */
static bool
all_came(const struct jpeg_decompress_struct *info)
{
	for (int i = 0; i < info->num_components; i++) {
		if (!info->comp_info[i]
		             .quant_table) /* libjpeg finds it at a component's first pass */
			return false;
		for (int k = 0; info->coef_bits && k < DCTSIZE2; k++)
			if (info->coef_bits[i][k] < 0 || info->coef_bits[i][k] > 1)
				return false;
	}
	return true;
}

void
jpeg_damage_passed(struct jpeg_damage *damage, const struct jpeg_decompress_struct *info)
{
	if (damage->cut && !all_came(info))
		mark(damage, 0, damage->count);
}

double
jpeg_damage_sound_share(const struct jpeg_damage *damage)
{
	const double nearly = 0.999; /* nobody knows where, or it is not to be seen */
	unsigned bad = 0;

	for (unsigned i = 0; i < damage->count; i++)
		bad += damage->rows[i];
	if (!bad && damage->met)
		return nearly;
	return damage->count ? 1 - (double)bad / damage->count : 0;
}
