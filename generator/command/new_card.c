#include "command/new_card.h"

#include "base/buf.h"

enum { FIELDS_MOST = 64 };

/* What surrounds the schema's texts. The card belongs to its readers: it speaks the site's language, not the program's. */
static const struct {
	const char *intro, *required, *change, *draft, *text;
} says[LANG_COUNT] = {
	[LANG_FR] = { "Une ligne qui commence par # ne compte pas : pour vous en servir, retirez le # et changez l'exemple.",
	              "obligatoire", "à changer", "retirez cette ligne quand la fiche est prête",
	              "Sous la ligne qui suit : un texte libre, aussi long que vous voulez." },
	[LANG_NL] = { "Een regel die met # begint, telt niet: haal het # weg en wijzig het voorbeeld om hem te gebruiken.",
	              "verplicht", "te wijzigen", "haal deze regel weg als de kaart klaar is",
	              "Onder de volgende lijn: vrije tekst, zo lang als u wilt." },
	[LANG_DE] = { "Eine Zeile, die mit # beginnt, zählt nicht: zum Benutzen das # wegnehmen und das Beispiel ändern.",
	              "Pflicht", "zu ändern", "diese Zeile wegnehmen, wenn die Karte fertig ist",
	              "Unter der folgenden Linie: freier Text, so lang wie gewünscht." },
	[LANG_EN] = { "A line that begins with # does not count: to use it, take the # away and change the example.",
	              "required", "to be changed", "take this line away when the card is ready",
	              "Below the line that follows: free text, as long as you like." },
};

/* The fields of one top-level key. */
static size_t
of_key(const struct new_card *card, const char *key, struct compose_field out[FIELDS_MOST],
       bool *given)
{
	size_t count = 0;

	*given = true;
	for (size_t i = 0; i < card->len && count < FIELDS_MOST; i++) {
		if (!str_is(compose_top(card->fields[i].path), key) ||
		    card->fields[i].value.len == 0)
			continue;
		out[count++] = card->fields[i];
		*given = *given && i < card->given;
	}
	return count;
}

static void
add_help(struct buf *out, const struct new_card *card, const struct field *row)
{
	buf_printf(out, "\n# %s", row->label[card->lang]);
	if (row->flags & FIELD_REQUIRED)
		buf_printf(out, " (%s)", says[card->lang].required);
	buf_printf(out, ". %s\n", row->help[card->lang]);
}

/* What the field may look like: an address as this neighbourhood has them, else the schema's example. */
static void
add_example(struct buf *out, const struct new_card *card, const struct field *row)
{
	const struct compose_field address[] = {
		{ STR("address.street"),
		  str(schema_find(&schema_address, STR("street"))->example) },
		{ STR("address.postcode"), card->postcode },
		{ STR("address.city"), card->city },
	};

	buf_printf(out, "# %s: ", row->key);
	if (row->nested == &schema_address && card->postcode.len > 0 && card->city.len > 0)
		compose_member(out, card->kind, address, countof(address));
	else
		buf_adds(out, row->example ? row->example : "");
	buf_addc(out, '\n');
}

static void
add_field(struct buf *out, const struct new_card *card, const struct field *row)
{
	struct compose_field fields[FIELDS_MOST];
	bool given;
	size_t count = of_key(card, row->key, fields, &given);

	add_help(out, card, row);
	if (count == 0) {
		add_example(out, card, row);
		return;
	}
	buf_printf(out, "%s: ", row->key);
	compose_member(out, card->kind, fields, count);
	if (!given)
		buf_printf(out, "    # %s",
		           str_is(str(row->key), "draft") ? says[card->lang].draft
		                                          : says[card->lang].change);
	buf_addc(out, '\n');
}

void
new_card_write(struct buf *out, const struct new_card *card)
{
	const struct schema_kind *kind = schema_kind(card->kind);

	buf_printf(out, "---\n# %s. %s\n# %s\n", kind->label[card->lang], kind->help[card->lang],
	           says[card->lang].intro);
	for (size_t rank = 0; rank < kind->schema->len; rank++)
		add_field(out, card, schema_ranked(kind->schema, rank));
	buf_printf(out, "\n# %s\n---\n", says[card->lang].text);
}
