/*
 * floors: what a build cannot cost less than, each measured alone.
 *
 *   floors read CONTENT        reading all cards
 *   floors yaml CONTENT        libyaml's events over their front matter
 *   floors markdown CONTENT    cmark-gfm over their text
 *   floors write SITE FOLDER   writing the bytes of a finished site to the same files elsewhere
 *
 * Prints seconds of wall and of CPU; what is only preparation is not counted.
 */
#include <cmark-gfm.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <yaml.h>

struct file {
	char *path, *bytes;
	size_t len;
	int folder;
};

static struct file *files;
static size_t files_len;

static void
die(const char *what)
{
	perror(what);
	exit(1);
}

static int
note(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)ftw;
	files = realloc(files, (files_len + 1) * sizeof *files);
	files[files_len++] =
		(struct file){ strdup(path), NULL, (size_t)st->st_size, type == FTW_D };
	return 0;
}

static void
load(struct file *file)
{
	FILE *in = fopen(file->path, "r");

	file->bytes = malloc(file->len + 1);
	if (!in || fread(file->bytes, 1, file->len, in) != file->len)
		die(file->path);
	file->bytes[file->len] = '\0';
	fclose(in);
}

static double
seconds(clockid_t clock)
{
	struct timespec now;

	clock_gettime(clock, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Where the text begins: behind the second "---" line. */
static size_t
body(const struct file *file)
{
	char *end = strncmp(file->bytes, "---\n", 4) ? NULL : strstr(file->bytes + 4, "\n---\n");

	return end ? (size_t)(end + 5 - file->bytes) : 0;
}

static void
yaml(const struct file *file)
{
	size_t end = body(file);
	yaml_parser_t parser;
	yaml_event_t event;
	int done = 0;

	yaml_parser_initialize(&parser);
	yaml_parser_set_input_string(&parser, (unsigned char *)file->bytes + (end ? 4 : 0),
	                             end ? end - 8 : file->len);
	while (!done) {
		if (!yaml_parser_parse(&parser, &event))
			die("yaml");
		done = event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
}

static void
markdown(const struct file *file)
{
	size_t from = body(file);

	free(cmark_markdown_to_html(file->bytes + from, file->len - from, CMARK_OPT_DEFAULT));
}

static void
store(const struct file *file, const char *from, const char *to)
{
	char path[4096];
	FILE *out;

	snprintf(path, sizeof path, "%s%s", to, file->path + strlen(from));
	if (file->folder) {
		mkdir(path, 0755);
		return;
	}
	out = fopen(path, "w");
	if (!out || fwrite(file->bytes, 1, file->len, out) != file->len || fclose(out) != 0)
		die(path);
}

int
main(int argc, char **argv)
{
	double wall, cpu;
	int writes = argc > 3 && strcmp(argv[1], "write") == 0, reads;

	if (argc < 3)
		return 2;
	reads = strcmp(argv[1], "read") == 0;
	nftw(argv[2], note, 32, FTW_PHYS);
	for (size_t i = 0; !reads && i < files_len; i++)
		if (!files[i].folder)
			load(&files[i]);
	wall = seconds(CLOCK_MONOTONIC);
	cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
	for (size_t i = 0; i < files_len; i++) {
		if (writes)
			store(&files[i], argv[2], argv[3]);
		else if (files[i].folder)
			continue;
		else if (reads)
			load(&files[i]);
		else if (strcmp(argv[1], "yaml") == 0)
			yaml(&files[i]);
		else
			markdown(&files[i]);
	}
	printf("%.4f %.4f\n", seconds(CLOCK_MONOTONIC) - wall,
	       seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu);
	return 0;
}
