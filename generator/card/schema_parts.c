#include "card/schema.h"

#include "card/card.h"

/* What several kinds of card have: addresses, photos; and the items of a merchant's lists. */

static const struct field address_fields[] = {
	{ .key = "city", .type = AS_TEXT, .offset = offsetof(struct address, city), .rank = 2,
	  .schema = "addressLocality", .osm = "addr:city", .example = "Dour",
	  .label = { "Localité", "Gemeente", "Ort", "City" },
	  .help = { "La localité ; sans elle, celle de quartier.yml.",
	            "De gemeente; zonder geldt die van quartier.yml.",
	            "Der Ort; ohne ihn gilt der aus quartier.yml.",
	            "The town; left out, the one of quartier.yml." } },
	{ .key = "postcode", .type = AS_PLAIN, .offset = offsetof(struct address, postcode),
	  .rank = 1, .schema = "postalCode", .osm = "addr:postcode", .example = "\"7370\"",
	  .label = { "Code postal", "Postcode", "Postleitzahl", "Postcode" },
	  .help = { "Le code postal ; sans lui, celui de quartier.yml.",
	            "De postcode; zonder geldt die van quartier.yml.",
	            "Die Postleitzahl; ohne sie gilt die aus quartier.yml.",
	            "The postcode; left out, the one of quartier.yml." } },
	{ .key = "street", .type = AS_TEXT, .offset = offsetof(struct address, street), .rank = 0,
	  .schema = "streetAddress", .osm = "addr:street", .example = "Rue du Commerce 12",
	  .label = { "Rue et numéro", "Straat en nummer",
	             "Straße und Hausnummer", "Street and number" },
	  .help = { "La rue et le numéro, comme sur l'enveloppe.",
	            "Straat en huisnummer, zoals op een envelop.",
	            "Straße und Hausnummer, wie auf einem Umschlag.",
	            "Street and house number, as on an envelope." } },
};

const struct schema schema_address = {
	"address", address_fields, countof(address_fields), sizeof(struct address),
	(long)offsetof(struct address, at)
};

static const struct field photo_fields[] = {
	{ .key = "alt", .type = AS_TEXT, .offset = offsetof(struct photo, alt), .rank = 1,
	  .schema = "caption", .example = "La devanture",
	  .label = { "Description", "Beschrijving", "Beschreibung", "Description" },
	  .help = { "Ce que montre l'image, en quelques mots, pour qui ne la voit pas.",
	            "Wat de foto toont, in enkele woorden, voor wie ze niet ziet.",
	            "Was das Bild zeigt, in wenigen Worten, für alle, die es nicht sehen.",
	            "What the picture shows, in a few words, for those who cannot see it." } },
	{ .key = "credit", .type = AS_PLAIN, .offset = offsetof(struct photo, credit), .rank = 2,
	  .schema = "creditText", .example = "Anne Leroy",
	  .label = { "Crédit", "Fotograaf", "Bildnachweis", "Credit" },
	  .help = { "L'auteur de la photo, à nommer sous l'image.",
	            "De maker van de foto, vermeld onder het beeld.",
	            "Wer das Bild gemacht hat, genannt unter dem Bild.",
	            "Who took the picture, named below it." } },
	{ .key = "file", .type = AS_PLAIN, .flags = FIELD_REQUIRED | FIELD_IDENTIFIES,
	  .offset = offsetof(struct photo, file), .rank = 0, .schema = "contentUrl",
	  .example = "dumont-facade.jpg",
	  .label = { "Fichier", "Bestand", "Datei", "File" },
	  .help = { "Le nom du fichier dans le dossier photos, ou à côté de la fiche.",
	            "De naam van het bestand in de map photos, of naast de kaart.",
	            "Der Name der Datei im Ordner photos oder neben der Karte.",
	            "The name of the file in the folder photos, or beside the card." } },
	{ .key = "focus", .type = AS_FOCUS, .offset = offsetof(struct photo, focus_x), .rank = 3,
	  .example = "[0.5, 0.3]",
	  .label = { "Point central", "Middelpunt", "Bildmitte", "Focus" },
	  .help = { "Le point à garder quand l'image est recadrée : depuis la gauche et le haut, "
	            "de 0 à 1.",
	            "Het punt dat zichtbaar blijft bij het bijsnijden: van links en van boven, "
	            "van 0 tot 1.",
	            "Der Punkt, der beim Zuschneiden bleibt: von links und von oben, 0 bis 1.",
	            "The point to keep when the picture is cropped: from the left and the top, 0 "
	            "to 1." } },
};

const struct schema schema_photo = {
	"photo", photo_fields, countof(photo_fields), sizeof(struct photo),
	(long)offsetof(struct photo, at)
};

static const struct field closure_fields[] = {
	{ .key = "from", .type = AS_DATE, .flags = FIELD_REQUIRED,
	  .offset = offsetof(struct closure, from), .rank = 0, .schema = "validFrom",
	  .example = "2026-07-15",
	  .label = { "Du", "Van", "Von", "From" },
	  .help = { "Le premier jour de fermeture.",
	            "De eerste sluitingsdag.",
	            "Der erste geschlossene Tag.",
	            "The first day closed." } },
	{ .key = "reason", .type = AS_TEXT, .offset = offsetof(struct closure, reason), .rank = 2,
	  .schema = "description", .example = "Congés annuels",
	  .label = { "Raison", "Reden", "Grund", "Reason" },
	  .help = { "La raison, si elle doit être affichée.",
	            "De reden, als die getoond mag worden.",
	            "Der Grund, wenn er gezeigt werden soll.",
	            "The reason, if it is to be shown." } },
	{ .key = "until", .type = AS_DATE, .offset = offsetof(struct closure, until), .rank = 1,
	  .schema = "validThrough", .example = "2026-08-01",
	  .label = { "Au", "Tot en met", "Bis", "Until" },
	  .help = { "Le dernier jour de fermeture, compris ; sans lui, jusqu'à nouvel ordre.",
	            "De laatste sluitingsdag, inbegrepen; zonder geldt tot nader order.",
	            "Der letzte geschlossene Tag, einschließlich; ohne ihn bis auf Weiteres.",
	            "The last day closed, included; left out, until further notice." } },
};

const struct schema schema_closure = {
	"closure", closure_fields, countof(closure_fields), sizeof(struct closure),
	(long)offsetof(struct closure, at)
};

static const struct field product_fields[] = {
	{ .key = "available", .type = AS_TRISTATE, .offset = offsetof(struct product, available),
	  .rank = 5, .schema = "availability", .example = "yes",
	  .label = { "Disponible", "Beschikbaar", "Verfügbar", "Available" },
	  .help = { "Oui ou non ; sans réponse, rien n'est affiché.",
	            "Ja of nee; zonder antwoord wordt niets getoond.",
	            "Ja oder nein; ohne Angabe wird nichts gezeigt.",
	            "Yes or no; left out, nothing is shown." } },
	{ .key = "details", .type = AS_TEXT, .offset = offsetof(struct product, details),
	  .rank = 3, .schema = "description", .example = "Farine de la ferme Collin",
	  .label = { "Précisions", "Details", "Einzelheiten", "Details" },
	  .help = { "Une phrase sur le produit, par exemple ses ingrédients.",
	            "Een zin over het product, bijvoorbeeld de ingrediënten.",
	            "Ein Satz zum Produkt, etwa die Zutaten.",
	            "A sentence about it, such as its ingredients." } },
	{ .key = "name", .type = AS_TEXT, .flags = FIELD_REQUIRED,
	  .offset = offsetof(struct product, name), .rank = 0, .schema = "name",
	  .example = "Pain d'épeautre",
	  .label = { "Nom", "Naam", "Name", "Name" },
	  .help = { "Le produit ou la prestation.",
	            "Het product of de dienst.",
	            "Das Produkt oder die Leistung.",
	            "The product or service." } },
	{ .key = "photo", .type = AS_PHOTO, .offset = offsetof(struct product, photo),
	  .nested = &schema_photo, .rank = 4, .schema = "image", .example = "epeautre.jpg",
	  .label = { "Photo", "Foto", "Foto", "Photo" },
	  .help = { "Une photo du produit.",
	            "Een foto van het product.",
	            "Ein Foto des Produkts.",
	            "A photo of it." } },
	{ .key = "price", .type = AS_MONEY, .offset = offsetof(struct product, price), .rank = 1,
	  .schema = "price", .example = "3.20",
	  .label = { "Prix", "Prijs", "Preis", "Price" },
	  .help = { "Le prix, dans la monnaie du pays.",
	            "De prijs, in de munt van het land.",
	            "Der Preis in der Währung des Landes.",
	            "The price, in the country's currency." } },
	{ .key = "unit", .type = AS_TEXT, .offset = offsetof(struct product, unit), .rank = 2,
	  .schema = "unitText", .example = "pièce",
	  .label = { "Unité", "Eenheid", "Einheit", "Unit" },
	  .help = { "Ce que l'on a pour ce prix : pièce, kg, heure.",
	            "Wat men voor die prijs krijgt: stuk, kg, uur.",
	            "Was man dafür bekommt: Stück, kg, Stunde.",
	            "What one gets for it: piece, kg, hour." } },
};

const struct schema schema_product = {
	"product", product_fields, countof(product_fields), sizeof(struct product),
	(long)offsetof(struct product, at)
};
