// fields.mjs SITE: every field of FORMAT, in every accepted spelling that tests/fields/content holds, is where a reader, a
// search engine or another program finds it. A row: what was written, and for each place what must be there.
//
//   page      "path": the texts that the page shows (white space folded), or [selector] attributes by name
//   ld        "path": members of the page's graph, as ["business.telephone", "+3265…"]; a node is named by its @id's fragment
//   file      "path": what another file holds
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { all, first, jsonld, parse, visible } from "./html.mjs";

const site = process.argv[2];
const base = "https://champs.example/guide/";
const M = "merchants/entier/", A = "merchants/autrement/", B = "merchants/bientot/";
const read = file => readFileSync(join(site, file), "utf8");
const asset = name => `assets/${readdirSync(join(site, "assets")).find(file => file.startsWith(`${name}.`))}`;
const pages = new Map();
function page(path) {
	if (!pages.has(path)) {
		const root = parse(read(path.endsWith(".html") ? path : `${path}index.html`));
		const graph = jsonld(root)[0]["@graph"];
		pages.set(path, { root, text: visible(first(root, n => n.tag === "body")), graph });
	}
	return pages.get(path);
}

// Every node of a graph, however deep.
function* nodes(value) {
	if (Array.isArray(value)) for (const item of value) yield* nodes(item);
	else if (value && typeof value === "object") { yield value; for (const member of Object.values(value)) yield* nodes(member); }
}
// "business.address.postalCode", "business.sameAs[2]", "business.amenityFeature[propertyID=wifi].value"
function find(graph, path) {
	const [name, ...steps] = path.split(/\.(?![^[]*\])/);
	const head = name.replace(/\[.*/, "");
	let value = [...nodes(graph)].find(n => Object.keys(n).length > 1 && (n["@id"]?.endsWith(`#${head}`) || n["@type"] === head));
	for (const step of [name.slice(head.length), ...steps]) {
		const [, key, selector] = step.match(/^([^[]*)(?:\[(.*)\])?$/);
		if (key) value = value?.[key];
		if (selector === undefined) continue;
		const [member, wanted] = selector.split("=");
		value = wanted === undefined ? value?.[Number(member)] : value?.find?.(item => item[member] === wanted);
	}
	return value;
}

const text = (...wanted) => path => wanted.filter(one => !page(path).text.includes(one)).map(one => `${path} does not show "${one}"`);
const href = (...wanted) => path => wanted.filter(one => !all(page(path).root, n => n.attributes.href === one).length).map(one => `${path} has no link to ${one}`);
const meta = (name, wanted) => path => {
	const found = first(page(path).root, n => n.tag === "meta" && [n.attributes.name, n.attributes.property].includes(name))?.attributes.content;
	return found === wanted ? [] : [`${path}: ${name} is ${found}`];
};
const ld = (member, wanted) => path => {
	const found = find(page(path).graph, member);
	return isDeepStrictEqual(found, wanted) ? [] : [`${path}: ${member} is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`];
};
const has = (...wanted) => path => wanted.filter(one => !read(path).replace(/\r\n /g, "").includes(one)).map(one => `${path} lacks ${one}`);
const not = check => path => check(path).length ? [] : [`${path} has what it must not have`];

const address = (street, postalCode, city) => ({ "@type": "PostalAddress", ...(street && { streetAddress: street }), postalCode, addressLocality: city, addressCountry: "BE" });
const closed = (from, until, reason) => ({ "@type": "OpeningHoursSpecification", validFrom: from, ...(until && { validThrough: until }),
	opens: "00:00", closes: "00:00", ...(reason && { description: reason }) });
const open = (days, opens, closes) => ({ "@type": "OpeningHoursSpecification", dayOfWeek: days, opens, closes });
const week = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const name = "L’Entier & <Fils> \"😀\"";

const rows = [
	// --- quartier.yml ---
	["name: {fr, nl}", ["", text("Quartier des Champs")], ["nl/", text("Veldwijk")], ["", ld("website.name", "Quartier des Champs")], ["nl/", ld("website.name", "Veldwijk")],
		["", meta("og:site_name", "Quartier des Champs")], ["manifest.webmanifest", has("\"name\": \"Quartier des Champs\"")], ["nl/manifest.webmanifest", has("Veldwijk")],
		["feed.xml", has("<title>Quartier des Champs")], ["agenda.ics", has("NAME:Quartier des Champs")]],
	["tagline: {fr, nl}", ["", text("Tout pour l’essai")], ["nl/", text("Alles voor de proef")], ["", ld("website.description", "Tout pour l’essai")], ["", meta("description", "Tout pour l’essai")]],
	["url with a path and no final slash", ["", meta("og:url", base)], ["", ld("website.url", base)], ["robots.txt", has(`Sitemap: ${base}sitemap.xml`)], ["sitemap.xml", has(`<loc>${base}${M}</loc>`)],
		[M, href("/guide/")], ["manifest.webmanifest", has("\"start_url\": \"/guide/\"")]],
	["languages: [fr, nl]", ["nl/", href("/guide/")], ["", href("/guide/nl/", `${base}nl/`)], ["", ld("website.inLanguage", ["fr", "nl"])]],
	["timezone", ["agenda.ics", has("TZID:Europe/Brussels", "DTSTART;TZID=Europe/Brussels:20261107T090000")], ["events/marche/", ld("event.eventSchedule.scheduleTimezone", "Europe/Brussels")]],
	["country: be", [M, ld("business.address.addressCountry", "BE")], ["", meta("og:locale", "fr_BE")]],
	["place: {city: {fr, nl}, postcode: 01210}", [A, text("01210 Champville")], [`nl/${A}`, text("01210 Veldstad")], [A, ld("business.address", address("R. du Commerce, 14", "01210", "Champville"))]],
	["publisher", ["legal/", text("Les Commerçants des Champs ASBL", "Place du Puits 1", "7099 Puitsville", "BE0100000169", "065 12 00 10", "bureau@champs.example")],
		["nl/", text("Handelaars van de Veldwijk vzw")], ["legal/", href("tel:+3265120010", "mailto:bureau@champs.example", "https://asbl.champs.example/")],
		["", ld("publisher.name", "Les Commerçants des Champs ASBL")], ["", ld("publisher.telephone", "+3265120010")], ["", ld("publisher.email", "bureau@champs.example")],
		["", ld("publisher.vatID", "BE0100000169")], ["", ld("publisher.url", "https://asbl.champs.example/")], ["", ld("publisher.address", address("Place du Puits 1", "7099", "Puitsville"))],
		["feed.xml", has("<name>Les Commerçants des Champs ASBL</name>")]],
	["theme: marche, accent: \"#0A6\"", [asset("tokens"), has("--accent:#00aa66")], [asset("style"), has("var(--accent)")]],
	["categories: a built-in one with another label", ["categories/bakery/", text("Boulangeries du coin")], ["nl/categories/bakery/", text("Buurtbakkers")], [M, ld("business.@type", "Bakery")]],
	["categories: a new one", ["categories/outiltheque/", text("Outilthèque", name)], ["nl/categories/outiltheque/", text("Uitleenpunt")],
		[M, ld("business.additionalType", ["https://schema.org/HardwareStore"])]],

	// --- merchant ---
	["name with &, < and quotes", [M, text(name)], [`nl/${M}`, text("De Hele")], [M, ld("business.name", name)], [`${M}entier.vcf`, has(`FN:${name}`)], ["search.json", has(JSON.stringify(name).replaceAll("&", "\\u0026").replaceAll("<", "\\u003c").replaceAll(">", "\\u003e"))],
		["merchants.geojson", has("\"L’Entier \\u0026")], ["", text(name)], ["merchants/", text(name)], ["search/", text(name)], [M, meta("og:title", name)]],
	["name: 'No'", [A, text("No")], [A, ld("business.name", "No")]],
	["category: a list, the main one first", [M, href("/guide/categories/bakery/", "/guide/categories/pastry/", "/guide/categories/outiltheque/")], [M, ld("business.@type", "Bakery")], [`${M}entier.vcf`, has("CATEGORIES:Boulangeries du coin,")],
		["merchants.geojson", has("\"category\":\"bakery\"")]],
	["category: by its label", [A, href("/guide/categories/butcher/")]],
	["category: a list of one", [B, href("/guide/categories/florist/")], [B, ld("business.@type", "Florist")]],
	["summary: {fr, nl}, and from the translation", [M, text("Résumé du champ")], [`nl/${M}`, text("Samenvatting uit de vertaling")], [`nl/${M}`, not(text("Samenvatting van het veld"))], [M, ld("business.slogan", "Résumé du champ")],
		[M, meta("description", "Résumé du champ")], [`${M}entier.vcf`, has("NOTE:Résumé du champ")], ["merchants.geojson", has("Résumé du champ")]],
	["summary: 1e3", [A, text("1e3")], [A, ld("business.description", "1e3")]],
	["address: street, postcode, city", [M, text("Rue du Commerce 12", "7370 Dour")], [`nl/${M}`, text("Handelsstraat 12", "7370 Doer")], [M, ld("business.address", address("Rue du Commerce 12", "7370", "Dour"))],
		[`nl/${M}`, ld("business.address", address("Handelsstraat 12", "7370", "Doer"))], [`${M}entier.vcf`, has("ADR;TYPE=work:;;Rue du Commerce 12;Dour;;7370;BE")], ["merchants.geojson", has("\"postcode\":\"7370\"")]],
	["location", [M, href("https://www.openstreetmap.org/directions?to=50.3957%2C3.7783")], [M, ld("business.geo", { "@type": "GeoCoordinates", latitude: 50.3957, longitude: 3.7783 })],
		[M, ld("business.hasMap", "https://www.openstreetmap.org/?mlat=50.3957&mlon=3.7783#map=19/50.3957/3.7783")], ["merchants.geojson", has("[3.7783,50.3957]")], [`${M}entier.vcf`, has("GEO:geo:50.3957,3.7783")], ["map/", href("geo:50.3957,3.7783")]],
	["phone: international", [M, text("065 12 34 56")], [M, href("tel:+3265123456")], [M, ld("business.telephone", "+3265123456")], [`${M}entier.vcf`, has("tel:+3265123456")], ["merchants.geojson", has("+3265123456")]],
	["phone: 065/12.34.57", [A, text("065 12 34 57")], [A, ld("business.telephone", "+3265123457")]],
	["email", [M, href("mailto:Bonjour@entier.example")], [M, ld("business.email", "Bonjour@entier.example")], [`${M}entier.vcf`, has("EMAIL;TYPE=work:Bonjour@entier.example")]],
	["website", [M, href("https://www.entier.example/accueil?a=1&b=2")], [M, text("entier.example")], [M, ld("business.sameAs[0]", "https://www.entier.example/accueil?a=1&b=2")], [`${M}entier.vcf`, has("URL;TYPE=work:https://www.entier.example/accueil?a=1&b=2")]],
	["website without https://", [A, href("https://www.autrement.example")]],
	...[["facebook", "https://www.facebook.com/entier.fb"], ["instagram", "https://www.instagram.com/entier_ig"], ["tiktok", "https://www.tiktok.com/@entiertt"], ["youtube", "https://www.youtube.com/@entieryt"],
		["linkedin", "https://www.linkedin.com/company/entier-li"], ["x", "https://x.com/entierx"], ["whatsapp", "https://wa.me/32470123456"]]
		.map(([id, url], i) => [`social: ${id}`, [M, href(url)], [M, ld(`business.sameAs[${i + 1}]`, url)], [`${M}entier.vcf`, has(`SOCIALPROFILE;SERVICE-TYPE=${id}:${url}`)]]),
	["social: a whole address, +32…", [A, href("https://www.facebook.com/autrement", "https://wa.me/32470123457")]],
	["hours: OpenStreetMap", [M, text("lundi 7 h – 18 h 30", "samedi 7 h – 12 h, 13 h – 17 h", "dimanche fermé", "Fermé les jours fériés")], [`nl/${M}`, text("maandag")],
		[M, ld("business.openingHoursSpecification", [open(week, "07:00", "18:30"), open(["Saturday"], "07:00", "12:00"), open(["Saturday"], "13:00", "17:00")])], ["merchants.geojson", has("Mo-Fr 07:00-18:30")]],
	["hours: a map", [A, text("lundi 8 h – 12 h", "samedi 9 h – 12 h, 13 h – 16 h 30", "dimanche fermé")]],
	["hours that cannot be understood", [B, text("sur rendez-vous, demandez Léa")], [B, ld("business.openingHoursSpecification", undefined)]],
	["closures: from, until, reason; without an end", [M, text("Congés de fin d’année : du 24 décembre 2026 au 3 janvier 2027", "15 juillet 2027")], [`nl/${M}`, text("Eindejaarsverlof")],
		[M, ld("business.specialOpeningHoursSpecification", [closed("2026-12-24", "2027-01-03", "Congés de fin d’année"), closed("2027-07-15")])]],
	["payment: all of FORMAT", [M, text("Espèces Bancontact Visa Mastercard Chèques-repas Écochèques Payconiq Virement".replaceAll(" ", "  ").replace(/\s+/g, " "))],
		[M, ld("business.paymentAccepted", "Espèces, Bancontact, Visa, Mastercard, Chèques-repas, Écochèques, Payconiq, Virement")], [`nl/${M}`, ld("business.paymentAccepted", "Contant, Bancontact, Visa, Mastercard, Maaltijdcheques, Ecocheques, Payconiq, Overschrijving")]],
	["payment: by label, in any language", [A, ld("business.paymentAccepted", "Espèces, Chèques-repas, Virement")]],
	["services: all of FORMAT", [M, text("Commande et retrait", "Livraison", "Réservation", "Réparation", "Sur mesure", "À emporter", "Terrasse", "Wi-Fi")],
		...["click-and-collect", "delivery", "booking", "gift-card", "repair", "made-to-measure", "takeaway", "terrace", "wifi"].map(id => [M, ld(`business.amenityFeature[propertyID=${id}].value`, true)]),
		["search.json", has("\"services\":[\"click-and-collect\",\"delivery\"")]],
	["services: by label, in any language", ...["delivery", "takeaway", "repair", "terrace"].map(id => [A, ld(`business.amenityFeature[propertyID=${id}].value`, true)])],
	["links", [M, href(...["boutique", "reserver", "carte", "avis", "video"].map(host => `https://${host}.entier.example/`))],
		[M, ld("business.potentialAction", [{ "@type": "OrderAction", target: "https://boutique.entier.example/" }, { "@type": "ReserveAction", target: "https://reserver.entier.example/" }])],
		[M, ld("business.hasMenu", ["https://carte.entier.example/"])], [M, ld("business.subjectOf", [{ "@type": "VideoObject", url: "https://video.entier.example/" }])]],
	["accessibility", [M, text("Accessible en fauteuil roulant avec aide", "Toilettes accessibles en fauteuil roulant", "Boucle magnétique", "Une marche de neuf centimètres")],
		[M, ld("business.amenityFeature[propertyID=wheelchair].value", "limited")], [M, ld("business.amenityFeature[propertyID=toilets:wheelchair].value", true)],
		[M, ld("business.amenityFeature[propertyID=hearing_loop].value", true)], [`nl/${M}`, ld("business.amenityFeature[propertyID=wheelchair:description].value", "Een trede van negen centimeter")]],
	["accessibility: no; yes", [A, text("Pas accessible en fauteuil roulant")], [A, ld("business.amenityFeature[propertyID=wheelchair].value", "no")], [B, ld("business.amenityFeature[propertyID=wheelchair].value", "yes")]],
	["products: name, price, unit, details, available", [M, text("Pain d’épeautre", "(la pièce)", "3,20 €", "Farine des Champs", "Disponible")], [`nl/${M}`, text("Speltbrood uit de vertaling", "(per stuk)", "€ 3,20", "Meel van het Veld")],
		[M, ld("business.makesOffer[0].itemOffered", { "@type": "Product", name: "Pain d’épeautre", description: "Farine des Champs" })], [M, ld("business.makesOffer[0].price", "3.20")], [M, ld("business.makesOffer[0].priceCurrency", "EUR")],
		[M, ld("business.makesOffer[0].priceSpecification.unitText", "la pièce")], [M, ld("business.makesOffer[0].availability", "https://schema.org/InStock")]],
	["products: 1 250,50 €, not available", [M, text("1 250,50 €", "Pas disponible en ce moment")], [M, ld("business.makesOffer[1].price", "1250.50")], [M, ld("business.makesOffer[1].availability", "https://schema.org/OutOfStock")]],
	["loyalty: stamps and reward", [M, text("Un pain offert après 10 cachets")], [M, ld("business.additionalProperty[propertyID=loyalty-stamps].value", "10")], [`nl/${M}`, ld("business.additionalProperty[propertyID=loyalty-reward].value", "Een gratis brood")]],
	["loyalty: stamps alone", [A, text("Carte de 6 cachets")]],
	["brands", [M, text("Farine Étoile", "Moulin Gris")], [`nl/${M}`, text("Grijze Molen")], [M, ld("business.brand", [{ "@type": "Brand", name: "Farine Étoile" }, { "@type": "Brand", name: "Moulin Gris" }])], ["search.json", has("farine etoile")]],
	["keywords", [M, text("levain", "froment")], [`nl/${M}`, text("tarwe")], [M, ld("business.keywords", "Boulangeries du coin, Pâtisserie, Outilthèque, levain, froment")], ["search.json", has("levain froment")]],
	["languages", [M, text("français", "néerlandais", "anglais")], [M, ld("business.knowsLanguage", ["fr", "nl", "en"])], [`${M}entier.vcf`, has("LANG:nl")]],
	["languages: by name", [A, ld("business.knowsLanguage", ["de", "en"])]],
	["founded", [M, text("1962")], [M, ld("business.foundingDate", "1962")]],
	["vat", [M, text("BE0123456749")], [M, ld("business.vatID", "BE0123456749")]],
	["vat: as in the country", [A, ld("business.vatID", "BE0202239951")]],
	["verified", [M, text("1er mai 2026")], [M, ld("ItemPage.lastReviewed", "2026-05-01")]],
	["osm: node/…", [M, href("https://www.openstreetmap.org/node/123456789")], [M, ld("business.sameAs[9]", "https://www.openstreetmap.org/node/123456789")], ["merchants.geojson", has("\"osm\":\"node/123456789\"")]],
	["osm: an address", [A, href("https://www.openstreetmap.org/way/42")]],
	["status: open", [M, not(text("Fermé temporairement"))], [M, ld("business.additionalProperty[propertyID=status]", undefined)]],
	["status: closed-temporarily", [A, text("Fermé temporairement")], [A, ld("business.additionalProperty[propertyID=status].value", "closed-temporarily")], [A, ld("business.openingHoursSpecification", undefined)]],
	["status: opening-soon", [B, text("Ouvre bientôt")], [B, ld("business.additionalProperty[propertyID=status].value", "opening-soon")]],
	["the text", [M, text("Le corps de la fiche, en français.")], [M, href("https://autre.example/")], [`nl/${M}`, text("De tekst in het Nederlands.")], [M, ld("business.description", "Le corps de la fiche, en français. Voir l’autre.")]],

	// --- offer ---
	["offer: title", ["offers/promo/", text("Trois pour deux")], ["nl/offers/promo/", text("Drie voor twee")], ["offers/promo/", ld("offer.name", "Trois pour deux")], ["", text("Trois pour deux")], [M, text("Trois pour deux")],
		["feed.xml", has("Trois pour deux")], [`${M}feed.xml`, has("Trois pour deux")], ["categories/bakery/feed.xml", has("Trois pour deux")]],
	["offer: merchant: a slug", ["offers/promo/", href(`/guide/${M}`)], ["offers/promo/", ld("offer.offeredBy[0].@id", `${base}${M}#business`)], [M, ld("business.makesOffer[2].@id", `${base}offers/promo/#offer`)]],
	["offer: merchant: a list", ["offers/deux/", href(`/guide/${M}`, `/guide/${A}`)]],
	["offer: merchant: all", ["offers/tous/", text("Tous les commerces")], ["offers/tous/", ld("offer.offeredBy", { "@id": `${base}#publisher` })], [B, text("La Carte des Champs")]],
	["offer: from, until", ["offers/promo/", text("28 novembre 2026")], ["offers/promo/", ld("offer.validFrom", "2026-11-16")], ["offers/promo/", ld("offer.validThrough", "2026-11-28")]],
	["offer: price, was", ["offers/promo/", text("6,40 €", "9,60 €")], ["offers/promo/", ld("offer.price", "6.40")],
		["offers/promo/", ld("offer.priceSpecification[1]", { "@type": "UnitPriceSpecification", priceType: "https://schema.org/StrikethroughPrice", price: "9.60", priceCurrency: "EUR" })]],
	["offer: price: 0", ["offers/deux/", text("Gratuit")], ["offers/deux/", ld("offer.price", "0.00")]],
	["offer: code", ["offers/promo/", text("CHAMP10")], ["offers/promo/", ld("offer.additionalProperty.value", "CHAMP10")]],
	["offer: the text", ["offers/promo/", text("Le texte de la promotion.")], ["offers/promo/", ld("offer.description", "Le texte de la promotion.")]],

	// --- event ---
	["event: title", ["events/marche/", text("Marché du samedi")], ["nl/events/marche/", text("Zaterdagmarkt")], ["events/marche/", ld("event.name", "Marché du samedi")], ["agenda.ics", has("SUMMARY:Marché du samedi")], ["nl/agenda.ics", has("SUMMARY:Zaterdagmarkt")], ["feed.xml", has("Marché du samedi")]],
	["event: start and end with a time, either way", ["events/marche/", text("samedi 21 novembre 2026", "9 h – 13 h")], ["events/marche/", ld("event.startDate", "2026-11-21T09:00:00+01:00")], ["events/marche/", ld("event.endDate", "2026-11-21T13:00:00+01:00")],
		["agenda.ics", has("DTEND;TZID=Europe/Brussels:20261107T130000")]],
	["event: start and end by date", ["events/foire/", text("du 5 au 6 décembre 2026")], ["events/foire/", ld("event.startDate", "2026-12-05")], ["events/foire/", ld("event.endDate", "2026-12-06")], ["agenda.ics", has("DTSTART;VALUE=DATE:20261205", "DTEND;VALUE=DATE:20261207")]],
	["event: place", ["events/marche/", text("La halle, Place du Puits 2, 7099 Puitsville")], ["events/marche/", ld("event.location.name", "La halle")], ["events/marche/", ld("event.location.geo.latitude", 50.396)], ["agenda.ics", has("LOCATION:La halle\\, Place du Puits 2\\, 7099 Puitsville")]],
	["event: address", ["events/foire/", text("Place de la Foire 1, 7000 Mons")], ["events/foire/", ld("event.location.address", address("Place de la Foire 1", "7000", "Mons"))]],
	["event: merchants", ["events/foire/", href(`/guide/${M}`, `/guide/${A}`)], ["events/foire/", ld("event.contributor[1].@id", `${base}${A}#business`)], [A, text("La foire")], [`${A}feed.xml`, has("La foire")]],
	["event: price", ["events/foire/", text("2,50 €")], ["events/foire/", ld("event.offers.price", "2.50")], ["events/foire/", ld("event.isAccessibleForFree", false)]],
	["event: price: 0", ["events/marche/", text("Gratuit")], ["events/marche/", ld("event.isAccessibleForFree", true)]],
	["event: organiser", ["events/marche/", text("Le comité des fêtes")], ["nl/events/marche/", text("Het feestcomité")], ["events/marche/", ld("event.organizer.name", "Le comité des fêtes")], ["agenda.ics", has("CONTACT:Le comité des fêtes")]],
	["event: repeats", ["events/marche/", text("chaque samedi")], ["events/marche/", ld("event.eventSchedule.repeatFrequency", "P1W")], ["events/marche/", ld("event.eventSchedule.byDay", ["https://schema.org/Saturday"])],
		["events/marche/", ld("event.eventSchedule.endDate", "2027-03-27")], ["agenda.ics", has("RRULE:FREQ=WEEKLY;", "BYDAY=SA")]],
	["event: the text", ["events/marche/", text("Le texte du marché.")], ["agenda.ics", has("DESCRIPTION:Le texte du marché.")]],

	// --- news, page, place, route ---
	["news: title", ["news/ouvert/", text("Le guide est ouvert")], ["nl/news/ouvert/", text("De gids is open")], ["news/ouvert/", ld("news.headline", "Le guide est ouvert")], ["feed.xml", has("Le guide est ouvert")]],
	["news: date", ["news/ouvert/", text("2 novembre 2026")], ["news/ouvert/", ld("news.datePublished", "2026-11-02")], ["feed.xml", has("<published>2026-11-02T00:00:00+01:00</published>")]],
	["news: merchants", ["news/ouvert/", href(`/guide/${M}`)], ["news/ouvert/", ld("news.about[0].name", name)], [M, text("Le guide est ouvert")], [`${M}feed.xml`, has("Le guide est ouvert")]],
	["news: the text", ["news/ouvert/", text("Le texte de la nouvelle.")], ["news/ouvert/", ld("news.description", "Le texte de la nouvelle.")], ["feed.xml", has("Le texte de la nouvelle.")]],
	["page: title", ["pages/a-propos/", text("À propos")], ["nl/pages/a-propos/", text("Over ons")], ["pages/a-propos/", ld("AboutPage.name", "À propos")]],
	["page: menu", ["", href("/guide/pages/a-propos/", "/guide/pages/adherer/")], ["", path => page(path).text.indexOf("Adhérer") < page(path).text.lastIndexOf("À propos") ? [] : ["not in order"]]],
	["page: without menu", ["pages/discrete/", text("Hors du menu.")], ["", not(href("/guide/pages/discrete/"))]],
	["page: the text", ["pages/a-propos/", text("Le texte de la page.")], ["pages/a-propos/", ld("AboutPage.description", "Le texte de la page.")]],
	["place: name", ["map/", text("La halle")], ["nl/map/", text("De hal")], ["map/", ld("place-halle.name", "La halle")]],
	["place: kind", ["map/", text("Marché", "Parking vélos")], ["map/", ld("place-velos.@type", "ParkingFacility")], ["map/", ld("place-velos.keywords", "Parking vélos")]],
	["place: location", ["map/", href("https://www.openstreetmap.org/directions?to=50.396%2C3.779")], ["map/", ld("place-halle.geo.longitude", 3.779)]],
	["place: address", ["map/", text("Place du Puits 2")], ["map/", ld("place-halle.address", address("Place du Puits 2", "7099", "Puitsville"))], ["map/", ld("place-velos.address", address("Rue du Commerce 1", "01210", "Champville"))]],
	["place: details", ["map/", text("Couverte")], ["nl/map/", text("Overdekt")], ["map/", ld("place-halle.description", "Couverte")]],
	["place: osm", ["map/", ld("place-halle.sameAs", "https://www.openstreetmap.org/way/23456789")]],
	["place: the text", ["map/", text("Le texte de la halle.")]],
	["route: title", ["routes/tour/", text("Le tour des gourmands")], ["nl/routes/tour/", text("De lekkerbektocht")], ["routes/tour/", ld("route.name", "Le tour des gourmands")]],
	["route: stops", ["routes/tour/", href(`/guide/${M}`, `/guide/${A}`, "/guide/map/#place-halle")], ["routes/tour/", text("3 étapes")], ["routes/tour/", ld("route.itinerary.numberOfItems", 3)],
		["routes/tour/", ld("route.itinerary.itemListElement[1].item.name", "La halle")], ["routes/tour/", ld("route.itinerary.itemListElement[2].item.@id", `${base}${A}#business`)]],
	["route: the text", ["routes/tour/", text("Le texte de la balade.")], ["routes/tour/", ld("route.description", "Le texte de la balade.")]],
];

let failed = false;
for (const [field, ...places] of rows) {
	const problems = places.flatMap(([path, check]) => { try { return check(path); } catch (error) { return [`${path}: ${error.message}`]; } });
	console.log(`${problems.length ? "not ok" : "ok"} - ${field}`);
	for (const problem of problems) console.log(`    ${problem}`);
	failed ||= problems.length > 0;
}
process.exit(failed ? 1 : 0);
