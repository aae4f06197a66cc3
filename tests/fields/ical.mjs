// ical.mjs SITE: ical.js, a parser that is not ours, reads every calendar and card, and finds in them what is meant.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ICAL from "ical.js";

const site = process.argv[2];
const problems = [];
const same = (what, found, wanted) => { if (found !== wanted) problems.push(`${what}: ${found}, not ${wanted}`); };
const files = ending => readdirSync(site, { recursive: true }).filter(name => name.endsWith(ending));
const read = file => readFileSync(join(site, file), "utf8");

for (const file of files(".ics")) {
	const calendar = new ICAL.Component(ICAL.parse(read(file)));
	const zone = new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone"));
	ICAL.TimezoneService.register(zone);
	const events = calendar.getAllSubcomponents("vevent").map(event => new ICAL.Event(event));
	const uids = new Set(events.map(event => event.uid));
	same(`${file}: uids`, uids.size, events.length);
	for (const event of events) {
		if (!event.summary || !event.location) problems.push(`${file}: ${event.uid} lacks a summary or a place`);
		if (!(event.endDate.compare(event.startDate) > 0)) problems.push(`${file}: ${event.uid} ends before it begins`);
	}
	const market = events.find(event => event.uid.startsWith("marche"));
	if (!market) { problems.push(`${file}: no market`); continue; }
	same(`${file}: summary`, market.summary, file.startsWith("nl/") ? "Zaterdagmarkt" : "Marché du samedi");
	same(`${file}: first start`, market.startDate.toJSDate().toISOString(), "2026-11-07T08:00:00.000Z");
	same(`${file}: first end`, market.endDate.toJSDate().toISOString(), "2026-11-07T12:00:00.000Z");
	const times = [];
	for (let next, occurrences = market.iterator(); (next = occurrences.next());) times.push(next.toJSDate().toISOString());
	same(`${file}: occurrences`, times.length, 21);
	same(`${file}: the last one, in winter time still`, times.at(-1), "2027-03-27T08:00:00.000Z");
	const fair = events.find(event => event.uid.startsWith("foire"));
	same(`${file}: whole days`, `${fair.startDate} ${fair.endDate}`, "2026-12-05 2026-12-07");
	same(`${file}: commas`, fair.location, "Place de la Foire 1, 7000 Mons");
}

for (const file of files(".vcf")) {
	const card = new ICAL.Component(ICAL.parse(read(file)));
	same(`${file}: kind of file`, card.name, "vcard");
	same(`${file}: version`, card.getFirstPropertyValue("version"), "4.0");
	for (const name of ["fn", "org", "uid", "url", "categories"]) if (!card.getFirstPropertyValue(name)) problems.push(`${file}: no ${name}`);
	if (!file.endsWith("entier.vcf")) continue;
	same(`${file}: name`, card.getFirstPropertyValue("fn"), file.startsWith("nl/") ? "De Hele" : "L’Entier & <Fils> \"😀\"");
	same(`${file}: telephone`, card.getFirstPropertyValue("tel"), "tel:+3265123456");
	same(`${file}: address`, card.getFirstPropertyValue("adr").join("|"), file.startsWith("nl/") ? "||Handelsstraat 12|Doer||7370|BE" : "||Rue du Commerce 12|Dour||7370|BE");
	same(`${file}: languages`, card.getAllProperties("lang").map(lang => lang.getFirstValue()).join(" "), "fr nl en");
}
if (!files(".vcf").length || !files(".ics").length) problems.push("nothing to read");
if (problems.length) {
	console.log(problems.slice(0, 40).join("\n"));
	process.exit(1);
}
