// Turns real lists of shops into cards, as they are: odd spellings, several phones in a cell, ALL CAPS.
//
//   node cards.mjs DATA FOLDER     writes FOLDER/habay, FOLDER/pharmacies, FOLDER/paris; prints a line each: name, cards
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [data, folder] = process.argv.slice(2);
const read = name => JSON.parse(readFileSync(join(data, name), "utf8"));
// A JSON string is a double-quoted YAML scalar.
const yaml = value => JSON.stringify(value);
const slug = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 50).replace(/-$/, "");

function card(fields, body) {
	const lines = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== "")
		.map(([key, value]) => `${key}: ${typeof value === "object" && !Array.isArray(value)
			? `{${Object.entries(value).filter(([, v]) => v).map(([k, v]) => `${k}: ${yaml(v)}`).join(", ")}}` : yaml(value)}`);
	return `---\n${lines.join("\n")}\n---\n${body ?? ""}\n`;
}

function guide(name, title, config, rows) {
	const merchants = join(folder, name, "merchants");
	mkdirSync(merchants, { recursive: true });
	writeFileSync(join(folder, name, "quartier.yml"), `quartier: 1\nname: ${yaml(title)}\nurl: https://example.org/\n${config}`);
	rows.forEach(([fields, body], i) => writeFileSync(join(merchants, `${slug(fields.name ?? "") || "sans-nom"}-${i}.md`), card(fields, body)));
	console.log(name, rows.length);
}

const kinds = ["shop", "amenity", "craft", "office", "tourism", "leisure", "healthcare"];
guide("habay", "Habay", "languages: [fr]\n", read("be-habay-osm.geojson").features.map(({ properties: p, geometry }) => {
	const kind = kinds.find(key => p[key]);
	const point = geometry.type === "Point" ? geometry.coordinates : geometry.coordinates.flat(Infinity).slice(0, 2);
	return [{
		name: p.name, category: kind && p[kind].replaceAll("_", "-"), osm: p["@id"],
		address: { street: [p["addr:street"], p["addr:housenumber"]].filter(Boolean).join(" "), postcode: p["addr:postcode"], city: p["addr:city"] },
		location: [point[1], point[0]], phone: p.phone ?? p["contact:phone"], email: p.email ?? p["contact:email"],
		website: p.website ?? p["contact:website"], hours: p.opening_hours,
	}];
}));
guide("pharmacies", "Pharmacies de Belgique", "languages: [fr, nl]\n", read("be-pharmacies-osm.json").map(p => [{
	name: p.name?.[0]?.value, category: "pharmacy", location: [p.geo.latitude, p.geo.longitude], phone: p.contact.phone,
	email: p.contact.email, website: p.contact.website, hours: p.osm_opening_hours, brands: p.brand && [p.brand],
	address: p.addresses[0] && { street: [p.addresses[0].street, p.addresses[0].housenumber].filter(Boolean).join(" "), postcode: p.addresses[0].zipCode, city: p.addresses[0].city },
}]));
guide("paris", "Paris livre", "country: FR\n", read("fr-paris-commercants-livraison-2020.json").map(r => r.fields ?? r).map(p => [{
	name: p.nom_du_commerce, category: p.type_de_commerce, address: { street: p.adresse, postcode: p.code_postal && String(p.code_postal), city: "Paris" },
	location: p.geo_point_2d, phone: p.telephone, email: p.mail, website: p.site_internet,
}, p.precisions]));
