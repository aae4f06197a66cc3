/*
 * generate: a made-up guide of N merchants, for measuring: generate N FOLDER.
 *
 * 80 to 250 words each, a fifth with an offer; streets grow with the town (some 25 shops each), categories do
 * not. The same N gives the same bytes.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *const words[] = {
	"pain",        "four",      "bois",    "maison",   "depuis",      "toujours", "saison",
	"légumes",     "conseil",   "clients", "quartier", "fromage",     "atelier",  "réparation",
	"sur",         "mesure",    "le",      "la",       "les",         "de",       "du",
	"avec",        "pour",      "chaque",  "matin",    "après-midi",  "nous",     "vous",
	"accueillons", "proposons", "farine",  "épeautre", "producteurs", "voisins",  "livraison",
	"commande",    "téléphone", "vitrine", "rue",      "place",       "moulin",   "rivière",
	"pont",        "café",      "thé",     "cadeau",   "enfants",     "vélo",     "laine",
	"bois",        "cuir",      "papier",  "lecture",  "musique",
};
static const char *const categories[] = {
	"bakery",      "butcher", "cheese",      "greengrocer",   "books",      "clothes",
	"shoes",       "florist", "hairdresser", "optician",      "pharmacy",   "restaurant",
	"cafe",        "bar",     "hardware",    "jewelry",       "toys",       "wine",
	"chocolate",   "bicycle", "furniture",   "pet",           "stationery", "beauty",
	"electronics", "seafood", "tailor",      "travel-agency", "bank",       "ice-cream",
};
enum { WORDS = sizeof words / sizeof *words, CATEGORIES = sizeof categories / sizeof *categories };

static uint64_t seed = 42;

static unsigned
draw(unsigned below)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(seed >> 33) % below;
}

static FILE *
create(const char *folder, const char *kind, const char *name, unsigned number)
{
	char path[512];
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", folder, kind);
	mkdir(path, 0755);
	snprintf(path, sizeof path, "%s/%s/%s-%u.md", folder, kind, name, number);
	file = fopen(path, "w");
	if (!file) {
		perror(path);
		exit(1);
	}
	return file;
}

static void
prose(FILE *file)
{
	unsigned count = 80 + draw(171);

	for (unsigned i = 0; i < count; i++) {
		if (i % 60 == 40)
			fprintf(file, "\n\n## %s %s\n\n", words[draw(WORDS)], words[draw(WORDS)]);
		if (i % 50 == 25)
			fprintf(file, "**%s** ", words[draw(WORDS)]);
		else if (i % 70 == 60)
			fprintf(file, "[%s](https://example.org/%u) ", words[draw(WORDS)],
			        draw(1000));
		else
			fprintf(file, "%s%s", words[draw(WORDS)], i % 12 == 11 ? ".\n" : " ");
	}
	fputs("\n", file);
}

static void
merchant(const char *folder, unsigned i, unsigned streets)
{
	FILE *file = create(folder, "merchants", "shop", i);

	fprintf(file,
	        "---\nname: %s %s %u\ncategory: %s\nsummary: %s %s, %s et %s\n"
	        "address: {street: Rue de %s %s %u, postcode: \"7376\", city: Valmoulin}\n"
	        "location: [%.6f, %.6f]\nphone: 065 %02u %02u %02u\nwebsite: https://example.org/shop-%u\n"
	        "hours: \"Mo-Fr 09:00-18:%02u; Sa 09:00-17:00\"\npayment: [cash, bancontact]\n"
	        "services: [delivery, booking]\nkeywords: [%s, %s, %s]\n---\n",
	        words[draw(WORDS)], words[draw(WORDS)], i, categories[draw(CATEGORIES)],
	        words[draw(WORDS)], words[draw(WORDS)], words[draw(WORDS)], words[draw(WORDS)],
	        words[i % streets % WORDS], words[i % streets / WORDS % WORDS], i / streets + 1,
	        50.39 + draw(10000) / 1e6, 3.77 + draw(20000) / 1e6, draw(90) + 10, draw(90) + 10,
	        draw(90) + 10, i, draw(6) * 10, words[draw(WORDS)], words[draw(WORDS)],
	        words[draw(WORDS)]);
	prose(file);
	fclose(file);
}

static void
offer(const char *folder, unsigned i)
{
	FILE *file = create(folder, "offers", "deal", i);

	fprintf(file,
	        "---\ntitle: %s %s\nmerchant: shop-%u\nfrom: 2026-01-01\nuntil: 2027-12-31\n---\n%s %s.\n",
	        words[draw(WORDS)], words[draw(WORDS)], i, words[draw(WORDS)], words[draw(WORDS)]);
	fclose(file);
}

int
main(int argc, char **argv)
{
	unsigned count = argc > 2 ? (unsigned)strtoul(argv[1], NULL, 10) : 0;
	unsigned streets = count / 25 + 1;
	char path[512];
	FILE *file;

	if (count == 0) {
		fputs("usage: generate N FOLDER\n", stderr);
		return 2;
	}
	mkdir(argv[2], 0755);
	snprintf(path, sizeof path, "%s/quartier.yml", argv[2]);
	file = fopen(path, "w");
	if (!file) {
		perror(path);
		return 1;
	}
	fputs("quartier: 1\nname: Banc d'essai\nurl: https://bench.example/\n", file);
	fclose(file);
	for (unsigned i = 0; i < count; i++) {
		merchant(argv[2], i, streets);
		if (i % 5 == 0)
			offer(argv[2], i);
	}
	return 0;
}
