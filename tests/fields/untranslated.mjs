// untranslated.mjs FOLDER make: a guide in fr and nl of which every localised text is in French alone.
// untranslated.mjs SITE: in its Dutch pages each of them stands in an element with lang="fr".
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { first, parse, texts } from "./html.mjs";

const merchant = (name, rest = "") => `---
name: Zfr ${name}
category: zz
summary: Zfr résumé
address: {street: Zfr rue ${name.length}}
location: [50.3957, 3.7783]
closures: [{from: 2026-12-24, until: 2027-01-03, reason: Zfr raison}, {from: 2026-11-01, until: 2027-01-03, reason: Zfr autre raison}]
accessibility: {notes: Zfr notes}
products: [{name: Zfr produit, price: 1, unit: Zfr unité, details: Zfr détails}]
brands: [Zfr marque]
keywords: [Zfr mot]
${rest}
---
Zfr corps
`;
const content = {
	"quartier.yml": `quartier: 1
name: Zfr site
tagline: Zfr slogan
url: https://mono.example/
languages: [fr, nl]
place: {city: Zfr ville, postcode: 7000}
publisher: {name: Zfr éditeur, street: Zfr siège 1, city: Zfr siège, postcode: 7000, email: a@b.example}
categories: {zz: {label: Zfr catégorie}}
`,
	"merchants/a.md": merchant("un", "loyalty: {stamps: 3, reward: Zfr prime}"),
	"merchants/b.md": merchant("second", "loyalty: {stamps: 1}"),
	"offers/a.md": "---\ntitle: Zfr offre\nmerchant: a\nfrom: 2026-11-01\nuntil: 2026-12-01\n---\nZfr texte",
	"events/a.md": "---\ntitle: Zfr fête\nstart: 2026-12-01\nplace: p\nmerchants: [a]\norganiser: Zfr comité\n---\nZfr texte",
	"events/b.md": "---\ntitle: Zfr foire\nstart: 2026-12-01\naddress: {street: Zfr place 1, city: Zfr bourg}\n---\nZfr texte",
	"events/c.md": "---\ntitle: Zfr soirée\nstart: 2026-12-01\nmerchants: [a]\n---\n",
	"news/a.md": "---\ntitle: Zfr nouvelle\ndate: 2026-11-01\nmerchants: [a]\n---\nZfr texte",
	"pages/a.md": "---\ntitle: Zfr page\nmenu: 1\n---\nZfr texte",
	"pages/legal.md": "---\ntitle: Zfr mentions\n---\nZfr texte",
	"places/p.md": "---\nname: Zfr lieu\nkind: parking\naddress: {street: Zfr allée}\ndetails: Zfr précisions\n---\nZfr texte",
	"routes/a.md": "---\ntitle: Zfr balade\nstops: [a, p]\n---\nZfr texte",
};
const [folder, make] = process.argv.slice(2);
if (make) {
	for (const [path, text] of Object.entries(content)) {
		mkdirSync(join(folder, dirname(path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
} else {
	const problems = new Set(), seen = new Set();
	for (const file of readdirSync(join(folder, "nl"), { recursive: true }).filter(name => name.endsWith(".html"))) {
		const body = first(parse(readFileSync(join(folder, "nl", file), "utf8")), n => n.tag === "body");
		for (const [text, lang] of texts(body, "nl")) {
			if (!text.includes("Zfr")) continue;
			seen.add(text.trim());
			if (lang !== "fr") problems.add(`${file}: "${text.trim().slice(0, 60)}" has no lang`);
		}
	}
	if (seen.size < 25) problems.add(`only ${seen.size} texts seen`);
	if (problems.size) {
		console.log([...problems].slice(0, 40).join("\n"));
		process.exit(1);
	}
}
