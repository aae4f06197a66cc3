/*
 * A merchant's card, any bytes: front matter, YAML, every field of the schema, Markdown. Bytes that
 * begin with '+' are a translation of a fixed card; with '=' they are quartier.yml.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "card/card.h"
#include "card/reader.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

static const char main_card[] =
	"---\nname: Dumont\ncategory: bakery\nkeywords: [a, b]\nphotos: [a.jpg]\n"
	"products: [{name: Pain, price: 3}]\n---\nTexte\n";

static void
read_input(struct reader *reader, struct config *config, struct str text)
{
	struct merchant merchant = { 0 };

	if (text.len && text.ptr[0] == '=') {
		reader_config(reader, config, str_sub(text, 1, text.len), "quartier.yml");
	} else if (text.len && text.ptr[0] == '+') {
		reader_card(reader, KIND_MERCHANT, &merchant, STR(main_card), "merchants/a.md",
		            LANG_FR);
		reader_card(reader, KIND_MERCHANT, &merchant, str_sub(text, 1, text.len),
		            "merchants/a.nl.md", LANG_NL);
	} else {
		reader_card(reader, KIND_MERCHANT, &merchant, text, "merchants/a.md", LANG_FR);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static FILE *nowhere;
	struct arena *arena = arena_new(), *scratch = arena_new();
	struct diag *diag = diag_new();
	struct config config;
	struct reader reader = {
		.arena = arena, .scratch = scratch, .diag = diag, .config = &config
	};

	reader_config_defaults(&config, "quartier.yml");
	config.languages[1] = LANG_NL;
	config.languages_len = 2;
	read_input(&reader, &config, (struct str){ (const char *)bytes, len });
	if (!nowhere)
		nowhere = fopen("/dev/null", "w");
	diag_print(diag, nowhere, DIAG_JSON, false);
	diag_free(diag);
	arena_free(scratch);
	arena_free(arena);
	return 0;
}
