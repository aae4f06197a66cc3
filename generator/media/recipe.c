#include "media/recipe.h"

#include "base/arena.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* What was noticed, by name. */
static const struct {
	const char *name;
	size_t offset;
} marks[] = {
	{ "alpha", offsetof(struct recipe, picture.alpha) },
	{ "animated", offsetof(struct recipe, picture.animated) },
	{ "blurred", offsetof(struct recipe, look.blurred) },
	{ "dark", offsetof(struct recipe, look.dark) },
	{ "graphic", offsetof(struct recipe, look.graphic) },
};

static bool *
mark_of(const struct recipe *recipe, size_t index)
{
	return (bool *)((char *)recipe + marks[index].offset);
}

void
recipe_write(struct buf *out, const struct recipe *recipe)
{
	const struct picture *picture = &recipe->picture;

	buf_printf(out, "%u %u %d %d ", picture->width, picture->height, (int)picture->type,
	           (int)(recipe->sound * 1000));
	for (size_t i = 0; i < countof(marks); i++)
		buf_printf(out, "%s,", *mark_of(recipe, i) ? marks[i].name : "");
	buf_printf(out, " %.*s\n", STR_ARG(recipe->look.gradient));
	for (size_t i = 0; i < recipe->len; i++) {
		const struct recipe_file *file = &recipe->files[i];

		buf_printf(out, "%u %u %zu %llu %llu\n", file->width, file->height, file->size,
		           (unsigned long long)file->hash.high, (unsigned long long)file->hash.low);
	}
}

static bool
take_number(struct str *line, uint64_t *number)
{
	struct str word;

	*number = 0;
	if (!str_split(line, ' ', &word) || word.len == 0 || word.len > 20)
		return false;
	for (size_t i = 0; i < word.len; i++) {
		if (word.ptr[i] < '0' || word.ptr[i] > '9')
			return false;
		*number = *number * 10 + (unsigned)(word.ptr[i] - '0');
	}
	return true;
}

static bool
take_numbers(struct str *line, uint64_t *numbers, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!take_number(line, &numbers[i]))
			return false;
	return true;
}

static bool
read_head(struct recipe *out, struct arena *arena, struct str line)
{
	uint64_t numbers[4];
	struct str names, name;

	if (!take_numbers(&line, numbers, countof(numbers)) || !str_split(&line, ' ', &names))
		return false;
	out->picture.width = (unsigned)numbers[0];
	out->picture.height = (unsigned)numbers[1];
	out->picture.type = (enum decode_type)numbers[2];
	out->sound = (double)numbers[3] / 1000;
	while (str_split(&names, ',', &name))
		for (size_t i = 0; i < countof(marks); i++)
			if (str_is(name, marks[i].name))
				*mark_of(out, i) = true;
	out->look.gradient = arena_str(arena, line);
	return true;
}

bool
recipe_read(struct recipe *out, struct arena *arena, struct str text)
{
	struct str line;

	memset(out, 0, sizeof *out);
	if (!str_split(&text, '\n', &line) || !read_head(out, arena, line))
		return false;
	while (str_split(&text, '\n', &line)) {
		uint64_t numbers[5];

		if (!take_numbers(&line, numbers, countof(numbers)))
			return line.len == 0;
		out->files = arena_push(arena, out->files, &out->len, sizeof *out->files);
		out->files[out->len - 1] = (struct recipe_file){
			.width = (unsigned)numbers[0],
			.height = (unsigned)numbers[1],
			.size = (size_t)numbers[2],
			.hash = { numbers[3], numbers[4] },
		};
	}
	return true;
}
