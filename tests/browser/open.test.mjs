// Who is open now, under faked clocks, in four time zones of the reader: the theme's script in pages made by hand, and
// in guides that were built; and its arithmetic on random clocks, beside one that asks Intl what the clock on the wall shows.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { axeOptions, browser, chromium, finish, quartier, root, skip, temporary, test } from "./site.mjs";

const assets = join(root, "themes/marche/assets");
const zones = ["Europe/Brussels", "America/New_York", "Asia/Tokyo", "Pacific/Apia"];

globalThis.document = { documentElement: { dataset: {} }, querySelector: () => null };
const { clockOf, hoursOf, stateAt } = await import(join(assets, "open.js"));

// --- a table, by hand -------------------------------------------------------------------------

// Windows as the generator gives them: both changes of the clock of Brussels, and the winter between.
const autumn = { known: "2026-10-19/2026-12-28", offsets: "120 1792890000:60" };
const winter = { known: "2026-11-16/2027-01-25", offsets: "60" };
const spring = { known: "2027-03-22/2027-05-31", offsets: "60 1806195600:120" };
const office = "12345 0900-1800", night = "6 2200-2700", late = "6 2200-2630", pub = "1234567 1000-2400";
const table = [
	// An ordinary Monday.
	[winter, "2026-11-23T10:00:00+01:00", office, "open", "Ouvert · ferme à 18 h"],
	[winter, "2026-11-23T17:29:59+01:00", office, "open", "Ouvert · ferme à 18 h"],
	[winter, "2026-11-23T17:30:00+01:00", office, "soon", "Ferme dans 30 min"],
	[winter, "2026-11-23T17:59:59+01:00", office, "soon", "Ferme dans 1 min"],
	[winter, "2026-11-23T18:00:00+01:00", office, "closed", "Fermé · ouvre demain à 9 h"],
	[winter, "2026-11-24T00:00:00+01:00", office, "closed", "Fermé · ouvre à 9 h"],
	[winter, "2026-11-24T08:29:59+01:00", office, "closed", "Fermé · ouvre à 9 h"],
	[winter, "2026-11-24T08:50:00+01:00", office, "opens", "Ouvre dans 10 min"],
	[winter, "2026-11-24T08:59:59+01:00", office, "opens", "Ouvre dans 1 min"],
	[winter, "2026-11-24T09:00:00+01:00", office, "open", "Ouvert · ferme à 18 h"],
	[winter, "2026-11-23T12:20:00+01:00", "1 0900-1215 1330-1805", "closed", "Fermé · ouvre à 13 h 30"],
	[winter, "2026-11-23T14:00:00+01:00", "1 0900-1215 1330-1805", "open", "Ouvert · ferme à 18 h 05"],
	// Days ahead: a weekday within the week, then a date.
	[winter, "2026-11-27T19:00:00+01:00", office, "closed", "Fermé · ouvre lundi à 9 h"],
	[winter, "2026-11-23T19:00:00+01:00", "1 0900-1800", "closed", "Fermé · ouvre le 30 novembre à 9 h"],
	[winter, "2026-11-23T19:00:00+01:00", "2 0900-1800;20261124", "closed", "Fermé · ouvre le 1er décembre à 9 h"],
	[winter, "2026-11-23T19:00:00+01:00", "20270118 0900-1800", "closed", "Fermé · ouvre le 18 janvier à 9 h"],
	// Midnight, nights past it, several days on end.
	[winter, "2026-11-23T23:00:00+01:00", pub, "open", "Ouvert · ferme à 24 h"],
	[winter, "2026-11-23T23:45:00+01:00", pub, "soon", "Ferme dans 15 min"],
	[winter, "2026-11-24T00:00:00+01:00", pub, "closed", "Fermé · ouvre à 10 h"],
	[winter, "2026-11-28T23:59:00+01:00", night, "open", "Ouvert · ferme à 3 h"],
	[winter, "2026-11-29T00:00:00+01:00", night, "open", "Ouvert · ferme à 3 h"],
	[winter, "2026-11-29T02:45:00+01:00", night, "soon", "Ferme dans 15 min"],
	[winter, "2026-11-29T03:00:00+01:00", night, "closed", "Fermé · ouvre samedi à 22 h"],
	[winter, "2026-11-28T23:50:00+01:00", "67 0010-0300", "opens", "Ouvre dans 20 min"],
	[winter, "2026-11-27T10:00:00+01:00", "56 0000-2400", "open", "Ouvert · ferme demain à 24 h"],
	[winter, "2026-11-26T10:00:00+01:00", "4 0900-2400;56 0000-2400;7 0000-0200", "open", "Ouvert · ferme dimanche à 2 h"],
	[winter, "2026-11-28T23:50:00+01:00", "56 0000-2400", "soon", "Ferme dans 10 min"],
	[winter, "2026-11-28T23:50:00+01:00", "1234567 0000-2400", "open", "Ouvert 24 h/24"],
	// The night that is an hour longer: 02:10 comes twice.
	[autumn, "2026-10-25T02:10:00+02:00", night, "open", "Ouvert · ferme à 3 h"],
	[autumn, "2026-10-25T02:10:00+01:00", night, "open", "Ouvert · ferme à 3 h"],
	[autumn, "2026-10-25T02:40:00+01:00", night, "soon", "Ferme dans 20 min"],
	[autumn, "2026-10-25T03:00:00+01:00", night, "closed", "Fermé · ouvre samedi à 22 h"],
	[autumn, "2026-10-25T02:10:00+02:00", late, "soon", "Ferme dans 20 min"],
	[autumn, "2026-10-25T02:10:00+01:00", late, "closed", "Fermé · ouvre samedi à 22 h"],
	[autumn, "2026-10-25T02:50:00+02:00", "7 0300-0500", "closed", "Fermé · ouvre à 3 h"],
	[autumn, "2026-10-25T02:50:00+01:00", "7 0300-0500", "opens", "Ouvre dans 10 min"],
	[autumn, "2026-10-26T17:45:00+01:00", office, "soon", "Ferme dans 15 min"],
	[autumn, "2026-10-23T17:45:00+02:00", office, "soon", "Ferme dans 15 min"],
	// The night that lacks one: 02:30 never comes.
	[spring, "2027-03-28T01:40:00+01:00", night, "soon", "Ferme dans 20 min"],
	[spring, "2027-03-28T01:59:59+01:00", night, "soon", "Ferme dans 1 min"],
	[spring, "2027-03-28T03:00:00+02:00", night, "closed", "Fermé · ouvre samedi à 22 h"],
	[spring, "2027-03-28T01:40:00+01:00", late, "soon", "Ferme dans 20 min"],
	[spring, "2027-03-28T03:10:00+02:00", late, "closed", "Fermé · ouvre samedi à 22 h"],
	[spring, "2027-03-28T01:40:00+01:00", "7 0230-0500", "opens", "Ouvre dans 20 min"],
	[spring, "2027-03-28T03:00:00+02:00", "7 0230-0500", "open", "Ouvert · ferme à 5 h"],
	[spring, "2027-03-28T01:40:00+01:00", "7 0310-0500", "opens", "Ouvre dans 30 min"],
	[spring, "2027-03-29T08:50:00+02:00", office, "opens", "Ouvre dans 10 min"],
	// A holiday, special hours, a closure.
	[winter, "2026-12-25T10:00:00+01:00", `${office};20261225`, "closed", "Fermé · ouvre lundi à 9 h"],
	[winter, "2026-12-24T18:30:00+01:00", `${office};20261225`, "closed", "Fermé · ouvre lundi à 9 h"],
	[winter, "2026-12-24T15:45:00+01:00", `${office};20261224 0900-1600`, "soon", "Ferme dans 15 min"],
	[winter, "2026-12-23T10:00:00+01:00", `${office};20261223;20261224;20261225;20261228;20261229;20261230;20261231;20270101`, "closed",
		"Fermé · ouvre le 4 janvier à 9 h"],
	[winter, "2026-12-27T01:00:00+01:00", "6 2000-2600;20261227", "open", "Ouvert · ferme à 2 h"],
	// Unsure is neither open nor closed; and nobody invents when an open end ends.
	[winter, "2026-11-23T10:00:00+01:00", "12345 0900-1800?", "unsure", "Horaires incertains"],
	[winter, "2026-11-23T18:00:00+01:00", "12345 0900-1800?", "closed", "Fermé"],
	[winter, "2026-11-23T11:50:00+01:00", "1 0900-1200 1200-1500?", "open", "Ouvert"],
	[winter, "2026-11-23T12:00:00+01:00", "1 0900-1200 1200-1500?", "unsure", "Horaires incertains"],
	[winter, "2026-11-23T19:00:00+01:00", "1 1800-2600+", "open", "Ouvert dès 18 h"],
	[winter, "2026-11-24T01:50:00+01:00", "1 1800-2600+", "open", "Ouvert dès 18 h"],
	[winter, "2026-11-23T13:50:00+01:00", "1 1000-1400 1400-2000+", "open", "Ouvert dès 10 h"],
	[winter, "2026-11-23T17:00:00+01:00", "1 1800-2600+", "closed", "Fermé · ouvre à 18 h"],
	[winter, "2026-11-23T17:45:00+01:00", "1 1800-2600?+", "opens", "Ouvre dans 15 min"],
	[winter, "2026-11-23T19:00:00+01:00", "1 1800-2600?+", "unsure", "Ouvert dès 18 h"],
	[winter, "2026-11-23T17:50:00+01:00", "1 1400-1800 1800-2600?+", "open", "Ouvert"],
	[winter, "2026-11-23T20:00:00+01:00", "1 1400-1800 1800-2600?+", "unsure", "Ouvert dès 14 h"],
	[winter, "2026-11-24T02:00:00+01:00", "1 1400-1800 1800-2600?+", "closed", "Fermé · ouvre lundi à 14 h"],
	// The data run out, or have not begun.
	[winter, "2027-01-24T23:59:59+01:00", "1234567 0000-2400", "open", "Ouvert"],
	[winter, "2027-01-24T12:00:00+01:00", office, "closed", "Fermé"],
	[winter, "2027-01-25T00:00:00+01:00", "1234567 0000-2400", "", ""],
	[winter, "2031-01-01T12:00:00+01:00", office, "", ""],
	[winter, "2026-11-15T23:59:59+01:00", "1234567 0000-2400", "", ""],
	[winter, "2026-11-16T00:30:00+01:00", "7 2000-2600", "open", "Ouvert · ferme à 2 h"],
	// The other languages.
	[winter, "2026-11-23T10:00:00+01:00", "1 0900-1830", "open", "Open · sluit om 18.30 uur", "nl"],
	[winter, "2026-11-23T10:00:00+01:00", "4 0900-1830", "closed", "Gesloten · opent donderdag om 9.00 uur", "nl"],
	[winter, "2026-11-23T10:00:00+01:00", "20261201 0900-1830", "closed", "Gesloten · opent op 1 december om 9.00 uur", "nl"],
	[winter, "2026-11-23T18:20:00+01:00", "1 0900-1830", "soon", "Schließt in 10 Min.", "de"],
	[winter, "2026-11-23T10:00:00+01:00", "4 0900-1830", "closed", "Geschlossen · öffnet am Donnerstag um 9:00 Uhr", "de"],
	[winter, "2026-11-23T10:00:00+01:00", "20261201 0900-1830", "closed", "Geschlossen · öffnet am 1. Dezember um 9:00 Uhr", "de"],
	[winter, "2026-11-23T10:00:00+01:00", "1 0900-1830", "open", "Open · closes at 18:30", "en"],
	[winter, "2026-11-23T10:00:00+01:00", "2 0900-1830", "closed", "Closed · opens tomorrow at 9:00", "en"],
	[winter, "2026-11-23T10:00:00+01:00", "20270104 0900-1830", "closed", "Closed · opens on 4 January at 9:00", "en"],
];

// The sentences as open-script.mustache hands them over, from the theme's texts.
const script = readFileSync(join(root, "themes/marche/templates/open-script.mustache"), "utf8");
function textsOf(lang) {
	const yaml = readFileSync(join(root, `themes/marche/i18n/${lang}.yml`), "utf8");
	const said = name => JSON.parse(yaml.match(new RegExp(`^${name}: (".*")$`, "m"))[1].replaceAll("\\_", "\u00a0"));
	return [...script.matchAll(/(data-[a-z]+)="\{\{t\.(\w+)\}\}"/g)].map(([, attribute, name]) => `${attribute}="${said(name)}"`).join(" ");
}
const texts = Object.fromEntries(["fr", "nl", "de", "en"].map(lang => [lang, textsOf(lang)]));

function pageOf({ known, offsets }, body, { lang = "fr", head = "" } = {}) {
	return `<!doctype html><html lang="${lang}" data-known="${known}" data-offsets="${offsets}"><title>-</title><style>[hidden] { display: none }</style>
<script type="module" src="/open.js" data-open-texts ${texts[lang]}></script>${head}<body>${body}</body></html>`;
}

// A context in which /open.js and /filter.js are the theme's, and / is `content.html`.
async function contextOf(chrome, options, content) {
	const context = await chrome.newContext(options);
	await context.route("http://quartier.test/**", route => {
		const name = new URL(route.request().url()).pathname.slice(1);
		return name.endsWith(".js")
			? route.fulfill({ contentType: "text/javascript", body: readFileSync(join(assets, name)) })
			: route.fulfill({ contentType: "text/html; charset=utf-8", body: content.html });
	});
	return context;
}
const plain = text => text.replaceAll("\u00a0", " ");
// The page is seen again, at that time.
async function at(page, now) {
	await page.clock.setFixedTime(new Date(now));
	await page.evaluate(() => dispatchEvent(new Event("pageshow")));
}

// --- arithmetic, beside the clock on the wall -------------------------------------------------

// Minutes since 1970 that the wall shows at a minute of UTC.
function wallOf(zone) {
	const format = new Intl.DateTimeFormat("en-GB", { timeZone: zone, year: "numeric", month: "numeric", day: "numeric",
		hour: "numeric", minute: "numeric", hourCycle: "h23" });
	const seen = new Map();
	return utc => {
		if (!seen.has(utc)) {
			const { year, month, day, hour, minute } = Object.fromEntries(format.formatToParts(utc * 60000).map(p => [p.type, +p.value]));
			seen.set(utc, Date.UTC(year, month - 1, day, hour, minute) / 60000);
		}
		return seen.get(utc);
	};
}

// The changes of a zone's clock in a window of days, as data-offsets has them.
function windowOf(zone, from, days) {
	const wall = wallOf(zone), first = Date.parse(from) / 864e5, offset = utc => wall(utc) - utc;
	let at = first * 1440 - 15 * 60, text = `${offset(at)}`;
	while (wall(at) < first * 1440) at += 15;
	for (text = `${offset(at)}`; at < (first + days) * 1440; at += 15)
		if (offset(at) !== offset(at - 15)) text += ` ${at * 60}:${offset(at)}`;
	return { known: `${from}/${new Date((first + days) * 864e5).toISOString().slice(0, 10)}`, offsets: text };
}

// Small and repeatable: mulberry32.
function randomOf(seed) {
	return most => {
		seed = seed + 0x6d2b79f5 | 0;
		let t = Math.imul(seed ^ seed >>> 15, 1 | seed);
		t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
		return ((t ^ t >>> 14) >>> 0) % most;
	};
}

await test("on random clocks the state is what the clock on the wall says", () => {
	const found = [], random = randomOf(20261121);
	const clockText = minute => String(Math.floor(minute / 60)).padStart(2, "0") + String(minute % 60).padStart(2, "0");
	for (const [zone, from, change] of [["Europe/Brussels", "2026-10-19", "2026-10-25"], ["Europe/Brussels", "2027-03-22", "2027-03-28"],
		["America/New_York", "2026-10-26", "2026-11-01"], ["Australia/Lord_Howe", "2027-03-29", "2027-04-04"], ["Pacific/Apia", "2026-11-16", "2026-11-22"]]) {
		const data = windowOf(zone, from, 70), clock = clockOf(data), wall = wallOf(zone);
		// The first minute at which the wall shows this, or later than this.
		const first = local => {
			let utc = local - 14 * 60;
			while (wall(utc) >= local) utc -= 60;
			while (wall(utc) < local) utc += wall(utc) < local - 180 ? 60 : 1;
			return utc;
		};
		for (let round = 0; round < 60; round++) {
			// A span or two a day, ten minutes apart at least, so that none touch.
			const week = Array.from({ length: 7 }, () => {
				const opens = 10 * random(100), closes = opens + 10 + 10 * random(60);
				return random(4) ? [[opens, closes], [closes + 10, Math.min(closes + 10 + 10 * (1 + random(40)), 1440 + opens)]].slice(0, 1 + random(2)) : [];
			}).map(spans => spans.filter(([opens, closes]) => opens < 1440 && closes > opens));
			const text = week.map((spans, i) => [i + 1, ...spans.map(([a, b]) => `${clockText(a)}-${clockText(b)}`)].join(" ")).join(";");
			const hours = hoursOf(text), night = Date.parse(change) / 864e5;
			const spans = [];
			for (let day = night - 3; day < night + 5; day++)
				for (const [opens, closes] of week[(day + 3) % 7]) spans.push([first(day * 1440 + opens), first(day * 1440 + closes)]);
			const open = utc => spans.some(([a, b]) => utc >= a && utc < b);
			for (let i = 0; i < 40; i++) {
				const utc = first(night * 1440) - 120 + random(600);
				const { state, left } = stateAt(hours, clock, utc);
				if (open(utc) !== ["open", "soon"].includes(state)) found.push(`${zone} ${text} at ${new Date(utc * 6e4).toISOString()}: ${state}`);
				let ahead = 1;
				while (ahead <= 31 && open(utc + ahead) === open(utc)) ahead++;
				// What reopens at the stroke does not close.
				if (ahead <= 30 ? left !== ahead : left !== undefined) found.push(`${zone} ${text} at ${new Date(utc * 6e4).toISOString()}: left ${left}, not ${ahead}`);
			}
		}
	}
	return found;
});

// --- in the browser ---------------------------------------------------------------------------

if (!chromium) {
	skip("the badge in a browser", "Chromium or playwright-core is not installed");
	finish();
}
const chrome = await browser();

for (const timezoneId of zones)
	await test(`the badge is right at ${table.length} moments, seen from ${timezoneId}`, async () => {
		const content = {}, found = [];
		const context = await contextOf(chrome, { timezoneId }, content);
		const page = await context.newPage();
		page.on("pageerror", error => found.push(error.stack));
		for (const [data, language] of [[autumn], [winter], [spring], [winter, "nl"], [winter, "de"], [winter, "en"]]) {
			const rows = table.filter(([of, , , , , lang]) => of === data && lang === language);
			content.html = pageOf(data, rows.map(([, , hours], i) => `<p id="r${i}" data-open="${hours}"></p>`).join(""), { lang: language });
			await page.goto("http://quartier.test/");
			for (const [i, [, now, hours, state, said]] of rows.entries()) {
				await at(page, now);
				const badge = await page.locator(`#r${i}`).evaluate(e => ({ text: e.textContent, state: e.dataset.state, hidden: e.hidden }));
				if (plain(badge.text) !== said || badge.state !== state || badge.hidden !== !said)
					found.push(`${now} ${hours}: ${badge.state} "${badge.text}", not ${state} "${said}"`);
			}
		}
		await context.close();
		return found;
	});

await test("the badge changes at the turn of the minute, and after a sleep", async () => {
	const content = { html: pageOf(winter, `<p data-open="${office}"></p><p data-open="${office};20261123"></p>`) }, found = [];
	const context = await contextOf(chrome, { timezoneId: "Asia/Tokyo" }, content);
	const page = await context.newPage();
	await page.clock.install({ time: new Date("2026-11-23T17:57:40+01:00") });
	await page.goto("http://quartier.test/");
	const says = async (said, when) => {
		const text = plain(await page.locator("[data-open]").first().textContent());
		if (text !== said) found.push(`${when}: ${text}, not ${said}`);
	};
	await says("Ferme dans 3 min", "at first");
	await page.clock.pauseAt(new Date("2026-11-23T17:57:59.900+01:00"));
	await says("Ferme dans 3 min", "before the turn");
	await page.clock.runFor(200);
	await says("Ferme dans 2 min", "after the turn");
	await page.clock.runFor(60_000);
	await says("Ferme dans 1 min", "a minute later");
	await page.clock.runFor(60_000);
	await says("Fermé · ouvre demain à 9 h", "at six");
	// Nothing is written where nothing changed: no one is told every minute.
	await page.evaluate(() => {
		globalThis.changes = 0;
		new MutationObserver(seen => { globalThis.changes += seen.length; }).observe(document.body, { subtree: true, childList: true, characterData: true });
	});
	await page.clock.runFor(10 * 60_000);
	if (await page.evaluate(() => globalThis.changes)) found.push("an unchanged sentence is written again");
	if (await page.locator("[aria-live], [role=status], [role=alert]").count()) found.push("the minutes are announced");
	await page.clock.setFixedTime(new Date("2026-11-24T12:00:00+01:00"));
	await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
	await says("Ouvert · ferme à 18 h", "seen again the next day");
	await at(page, "2027-02-01T12:00:00+01:00");
	await says("", "when the data have run out");
	await context.close();
	return found;
});

await test("today is marked in the week, unless today is a day apart", async () => {
	const week = Array.from({ length: 7 }, (_, i) => `<p data-day="${i}">${i}</p>`).join("") + `<p data-date="2026-12-24">réveillon</p>
		<p data-date="2026-12-25" data-until="2026-12-26">Noël</p><p data-from="2027-01-04" data-until="2027-01-10">congé</p><p data-from="2027-01-20" data-until="">travaux</p>`;
	const content = { html: pageOf(winter, `<p data-from="2026-01-01" data-until="">ailleurs</p><div data-week>${week}</div>`) }, found = [];
	for (const timezoneId of zones) {
		const context = await contextOf(chrome, { timezoneId }, content);
		const page = await context.newPage();
		await page.goto("http://quartier.test/");
		for (const [now, marked] of [["2026-11-23T00:00:00+01:00", "0"], ["2026-11-22T23:59:59+01:00", "6"], ["2026-12-23T12:00:00+01:00", "2"], ["2026-12-24T23:59:59+01:00", "réveillon"],
			["2026-12-25T00:00:00+01:00", "Noël"], ["2026-12-26T23:59:59+01:00", "Noël"], ["2026-12-27T00:00:00+01:00", "6"], ["2027-01-10T12:00:00+01:00", "congé"], ["2027-01-11T12:00:00+01:00", "0"], ["2027-01-24T12:00:00+01:00", "travaux"], ["2027-01-25T00:00:00+01:00", ""]]) {
			await at(page, now);
			const lines = (await page.locator("[aria-current=date]").allTextContents()).join();
			if (lines !== marked) found.push(`${timezoneId} ${now}: "${lines}", not "${marked}"`);
		}
		await context.close();
	}
	return found;
});

// Five doors: open, closed, unsure at noon; one whose hours nobody knows; one that is shut for good.
const doors = [["a", "pain", `data-open="1 0900-1800"`], ["b", "pain", `data-open="1 1400-2000"`], ["c", "pain", `data-open="1 1000-1300?"`],
	["d", "lait", `data-state="unknown"`], ["e", "lait", ""]];
const [first, last] = winter.known.split("/");
const form = `<form data-filter-form hidden><input name="q"><p data-open-filter hidden><input type="checkbox" data-open-now><input type="datetime-local" min="${first}T00:00" max="${last}T00:00" data-open-at></p></form>
<p role="status" data-filter-count data-one="{count} seul" data-other="{count} en tout" data-none="aucun"></p><button data-filter-reset hidden>Tout</button>
<ul data-filter-list>${doors.map(([id, text, door]) => `<li id="${id}" data-filter-item data-text="${text}">${door && `<span ${door}>${id}</span>`}`).join("")}</ul>`;
const filtered = pageOf(winter, form, { head: '<script type="module" src="/filter.js"></script>' });
const shown = page => page.locator("[data-filter-item]:visible").evaluateAll(items => items.map(i => i.id).join(""));

await test("the filter shows who is open now, follows the clock, and hides no one whose hours are not sure", async () => {
	const context = await contextOf(chrome, { timezoneId: "America/New_York" }, { html: filtered }), found = [];
	const page = await context.newPage();
	const is = async (want, when) => { const got = await shown(page); if (got !== want) found.push(`${when}: ${got}, not ${want}`); };
	await page.clock.install({ time: new Date("2026-11-23T12:00:00+01:00") });
	await page.goto("http://quartier.test/");
	await is("abcde", "at first");
	await page.locator("[data-open-now]").check();
	await is("acd", "open at noon");
	if (!page.url().endsWith("/?open=now")) found.push(`the address is ${page.url()}`);
	if (await page.locator("[data-filter-count]").textContent() !== "3 en tout") found.push("no count");
	await page.locator("[name=q]").fill("pain");
	await is("ac", "open, with bread");
	await page.clock.pauseAt(new Date("2026-11-23T13:59:59+01:00"));
	await is("a", "before two");
	await page.clock.runFor(1000);
	await is("ab", "at two");
	await page.reload();
	await is("ab", "after a reload");
	await page.clock.pauseAt(new Date("2026-11-23T20:00:00+01:00"));
	await is("", "when all are closed");
	await page.locator("[data-filter-reset]").click();
	await is("abcde", "all again");
	if (page.url() !== "http://quartier.test/") found.push(`the address is ${page.url()}`);
	await context.close();
	return found;
});

await test("the filter shows who is open on a day and at a time, and says so of that time", async () => {
	const context = await contextOf(chrome, { timezoneId: "Pacific/Apia" }, { html: filtered }), found = [];
	const page = await context.newPage();
	const is = async (want, when) => { const got = await shown(page); if (got !== want) found.push(`${when}: ${got}, not ${want}`); };
	await page.clock.setFixedTime(new Date("2026-11-21T12:00:00+01:00"));
	await page.goto("http://quartier.test/?open=2026-11-23T18:00");
	await is("bd", "Monday at six");
	if (plain(await page.locator("#b [data-open]").textContent()) !== "Ouvert · ferme à 20 h") found.push(await page.locator("#b").textContent());
	await page.locator("[data-open-at]").fill("2026-11-23T12:15");
	await is("acd", "Monday at a quarter past twelve");
	if (!page.url().endsWith("/?open=2026-11-23T12:15")) found.push(`the address is ${page.url()}`);
	await page.locator("[data-open-now]").check();
	await is("d", "now instead");
	if (await page.locator("[data-open-at]").inputValue()) found.push("both are asked");
	await page.locator("[data-open-at]").fill("2028-11-23T12:15");
	await is("abcde", "beyond what is known");
	await page.locator("[data-open-at]").fill("2026-11-23T12:15");
	await page.locator("[data-open-at]").fill("");
	await is("abcde", "cleared");
	if (plain(await page.locator("#b [data-open]").textContent()) !== "Fermé · ouvre lundi à 14 h") found.push(await page.locator("#b").textContent());
	for (const nonsense of ["never", "2026-11-23", "2026-13-45T99:99", "%3Cscript%3E"]) {
		await page.goto(`http://quartier.test/?open=${nonsense}`);
		await is("abcde", nonsense);
	}
	await page.clock.setFixedTime(new Date("2027-06-01T12:00:00+01:00"));
	await page.goto("http://quartier.test/?open=now");
	await is("abcde", "when the data have run out");
	if (await page.locator("[data-open-filter]").count()) found.push("a filter that cannot work is shown");
	await context.close();
	return found;
});

// --- guides that were built -------------------------------------------------------------------

const shops = {
	bureau: 'hours: "Mo-Fr 09:00-18:00; PH off"',
	midi: 'hours: "Mo-Fr 09:00-12:30,13:30-18:30; PH off"',
	nuit: 'hours: "Sa 22:00-03:00"',
	soir: 'hours: "Mo-Su 10:00-24:00"',
	toujours: 'hours: "24/7"',
	conge: 'hours: "Mo-Fr 09:00-18:00; PH off"\nclosures:\n  - {from: 2026-12-21, until: 2027-01-03, reason: Sports d’hiver}',
	peutetre: 'hours: "Mo-Fr 09:00-18:00 unknown"',
	tard: 'hours: "Fr 18:00+"',
	rendezvous: 'hours: "ouvert quand la lumière est allumée"',
	muet: "",
	travaux: 'hours: "Mo-Su 00:00-24:00"\nstatus: closed-temporarily',
};
function guide(now, languages = "[fr, nl, de, en]") {
	const content = temporary(), site = join(temporary(), "site");
	mkdirSync(join(content, "merchants"));
	writeFileSync(join(content, "quartier.yml"), `quartier: 1\nname: Quartier\nurl: https://quartier.test/\nlanguages: ${languages}\ntimezone: Europe/Brussels\ncountry: BE\n`);
	for (const [slug, hours] of Object.entries(shops))
		writeFileSync(join(content, `merchants/${slug}.md`), `---\nname: ${slug}\ncategory: bakery\naddress: {street: Rue Haute 1, postcode: "7376", city: Valmoulin}\n${hours}\n---\nUn commerce.\n`);
	execFileSync(quartier, ["build", content, "-o", site, "--now", now, "-q"], { stdio: ["ignore", "ignore", "pipe"] });
	return site;
}
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png" };
// A context in which https://quartier.test/ is that guide, with the policy of its _headers; what it refuses is in `found`.
async function visit(site, options, found) {
	const policy = readFileSync(join(site, "_headers"), "utf8").match(/Content-Security-Policy: (.*)/)[1];
	const context = await chrome.newContext(options);
	await context.route("https://quartier.test/**", route => {
		const path = join(site, decodeURIComponent(new URL(route.request().url()).pathname), "/");
		const file = existsSync(join(path, "index.html")) ? join(path, "index.html") : path.replace(/\/$/, "");
		return existsSync(file)
			? route.fulfill({ headers: { "content-type": types[extname(file)] ?? "text/plain", "content-security-policy": policy }, body: readFileSync(file) })
			: route.fulfill({ status: 404, body: "" });
	});
	const page = await context.newPage();
	page.on("pageerror", error => found.push(`${page.url()}: ${error}`));
	page.on("console", message => { if (message.type() === "error") found.push(`${page.url()}: ${message.text()}`); });
	return { context, page };
}
const sites = { autumn: guide("2026-10-24T12:00"), winter: guide("2026-12-22T10:00"), spring: guide("2027-03-27T12:00") };
const moments = [
	["autumn", "2026-10-23T17:45:00+02:00", { bureau: "Ferme dans 15 min", midi: "Ouvert · ferme à 18 h 30", conge: "Ferme dans 15 min", tard: "Ouvre dans 15 min" }],
	["autumn", "2026-10-24T21:40:00+02:00", { bureau: "Fermé · ouvre lundi à 9 h", nuit: "Ouvre dans 20 min", soir: "Ouvert · ferme à 24 h", toujours: "Ouvert 24 h/24" }],
	["autumn", "2026-10-25T00:00:00+02:00", { nuit: "Ouvert · ferme à 3 h", soir: "Fermé · ouvre à 10 h", toujours: "Ouvert 24 h/24" }],
	["autumn", "2026-10-25T02:45:00+02:00", { nuit: "Ouvert · ferme à 3 h" }],
	["autumn", "2026-10-25T02:45:00+01:00", { nuit: "Ferme dans 15 min" }],
	["autumn", "2026-10-25T03:00:00+01:00", { nuit: "Fermé · ouvre samedi à 22 h" }],
	["autumn", "2026-10-26T08:45:00+01:00", { bureau: "Ouvre dans 15 min", midi: "Ouvre dans 15 min" }],
	["winter", "2026-12-22T12:45:00+01:00", { bureau: "Ouvert · ferme à 18 h", midi: "Fermé · ouvre à 13 h 30", conge: "Fermé · ouvre le 4 janvier à 9 h", peutetre: "Horaires incertains",
		rendezvous: "Horaires inconnus", muet: "Horaires inconnus", travaux: "Fermé temporairement", nuit: "Fermé · ouvre samedi à 22 h" }],
	["winter", "2026-12-24T19:00:00+01:00", { bureau: "Fermé · ouvre lundi à 9 h", soir: "Ouvert · ferme à 24 h" }],
	["winter", "2026-12-25T10:00:00+01:00", { bureau: "Fermé · ouvre lundi à 9 h", peutetre: "Horaires incertains", toujours: "Ouvert 24 h/24" }],
	["winter", "2026-12-25T19:00:00+01:00", { tard: "Ouvert dès 18 h" }],
	["winter", "2026-12-31T23:50:00+01:00", { soir: "Ferme dans 10 min", toujours: "Ouvert 24 h/24", bureau: "Fermé · ouvre lundi à 9 h" }],
	["winter", "2027-01-04T08:59:30+01:00", { conge: "Ouvre dans 1 min" }],
	["winter", "2027-03-15T10:00:00+01:00", { bureau: "", toujours: "", peutetre: "", rendezvous: "Horaires inconnus", travaux: "Fermé temporairement" }],
	["spring", "2027-03-28T01:50:00+01:00", { nuit: "Ferme dans 10 min" }],
	["spring", "2027-03-28T03:00:00+02:00", { nuit: "Fermé · ouvre samedi à 22 h", soir: "Fermé · ouvre à 10 h" }],
	// Easter Monday.
	["spring", "2027-03-29T10:00:00+02:00", { bureau: "Fermé · ouvre demain à 9 h" }],
	["spring", "2027-03-30T17:59:59+02:00", { bureau: "Ferme dans 1 min" }],
];

for (const timezoneId of zones)
	await test(`guides that were built say who is open, seen from ${timezoneId}`, async () => {
		const found = [];
		for (const [season, site] of Object.entries(sites)) {
			const { context, page } = await visit(site, { timezoneId, locale: "en-US" }, found);
			for (const path of ["merchants/", "map/"]) {
				await page.goto(`https://quartier.test/${path}`);
				for (const [, now, said] of moments.filter(([of]) => of === season)) {
					await at(page, now);
					const badges = await page.locator("[data-filter-item]").evaluateAll(items => Object.fromEntries(items.map(item =>
						[item.querySelector("a").textContent, item.querySelector(".state").innerText])));
					for (const [slug, want] of Object.entries(said))
						if (plain(badges[slug]) !== want) found.push(`/${path} ${now} ${slug}: "${badges[slug]}", not "${want}"`);
				}
			}
			await context.close();
		}
		return found;
	});

await test("a merchant's page says it like its list, in each language as the week is written", async () => {
	const found = [];
	const { context, page } = await visit(sites.winter, { timezoneId: "Asia/Tokyo" }, found);
	await page.clock.setFixedTime(new Date("2026-12-22T17:00:00+01:00"));
	for (const [path, want] of [["", "Ouvert · ferme à 18 h 30"], ["nl/", "Open · sluit om 18.30 uur"], ["de/", "Geöffnet · schließt um 18:30 Uhr"], ["en/", "Open · closes at 18:30"]]) {
		await page.goto(`https://quartier.test/${path}merchants/midi/`);
		const text = plain(await page.locator(".sheet-head .state").innerText());
		if (text !== want) found.push(`${path}: "${text}", not "${want}"`);
		const today = plain(await page.locator("[data-week] [aria-current=date] dd").innerText());
		const time = want.match(/\d+[ .:]\S*( \d+)?.*$/)[0];
		if (!today.endsWith(time)) found.push(`${path}: the week says ${today}, the badge ${time}`);
	}
	// The day apart, not the usual Friday, is today.
	await page.clock.setFixedTime(new Date("2026-12-25T10:00:00+01:00"));
	await page.goto("https://quartier.test/merchants/bureau/");
	const today = plain(await page.locator("[data-week] [aria-current=date]").innerText());
	if (!/vendredi 25 décembre/i.test(today) || !/Noël/.test(today) || !/fermé/.test(today)) found.push(`today is "${today}"`);
	await page.clock.setFixedTime(new Date("2026-12-26T00:00:00+01:00"));
	await page.goto("https://quartier.test/merchants/bureau/");
	if (await page.locator("[data-date='2026-12-25']").isVisible()) found.push("Christmas is not over");
	await context.close();
	return found;
});

await test("lists, categories, streets, search and map filter by opening, beside the other filters", async () => {
	const found = [];
	const { context, page } = await visit(sites.winter, { timezoneId: "America/New_York", viewport: { width: 360, height: 740 } }, found);
	await page.clock.setFixedTime(new Date("2026-12-22T19:00:00+01:00"));
	const unsure = ["muet", "rendezvous"], now = ["soir", "toujours", ...unsure].sort().join();
	const names = () => page.locator("[data-filter-item]:visible a[href*='/merchants/']").allInnerTexts().then(all => all.sort().join());
	for (const path of ["", "merchants/", "categories/bakery/", "streets/rue-haute/", "search/", "map/"]) {
		await page.goto(`https://quartier.test/${path}?open=now`);
		if (await names() !== now) found.push(`/${path} open now: ${await names()}`);
		await page.goto(`https://quartier.test/${path}`);
		await page.locator("[data-open-at]").fill("2026-12-26T23:00");
		const then = ["nuit", "soir", "toujours", ...unsure].sort().join();
		if (await names() !== then) found.push(`/${path} open on Saturday night: ${await names()}`);
		await page.locator("[data-filter-reset]").click();
		if ((await names()).split(",").length !== Object.keys(shops).length) found.push(`/${path} after the reset: ${await names()}`);
	}
	await page.goto("https://quartier.test/merchants/?open=now&q=toujours");
	if (await names() !== "toujours") found.push(`open now and by name: ${await names()}`);
	await context.close();
	return found;
});

await test("without script the week and the days to come are there, no badge, no filter", async () => {
	const found = [];
	const { context, page } = await visit(sites.winter, { javaScriptEnabled: false, viewport: { width: 360, height: 740 } }, found);
	await page.goto("https://quartier.test/merchants/bureau/");
	const week = plain(await page.locator("[data-week]").innerText());
	for (const part of ["9 h – 18 h", "25 décembre", "Noël"]) if (!week.includes(part)) found.push(`the week lacks ${part}: ${week}`);
	for (const path of ["merchants/bureau/", "merchants/", "map/", "categories/bakery/"]) {
		await page.goto(`https://quartier.test/${path}`);
		for (const hidden of ["[data-open]", "[data-open-filter]"])
			for (const element of await page.locator(hidden).all())
				if (await element.isVisible() && (await element.boundingBox())?.height) { found.push(`/${path} shows ${hidden}`); break; }
	}
	await context.close();
	return found;
});

await test("axe finds nothing in any state, light or dark; nothing jumps when the badges come", async () => {
	const found = [], axe = readFileSync(join(root, "tests/node_modules/axe-core/axe.min.js"), "utf8");
	for (const colorScheme of ["light", "dark"]) {
		const { context, page } = await visit(sites.winter, { colorScheme, viewport: { width: 360, height: 740 }, bypassCSP: true, reducedMotion: "reduce" }, found);
		await page.addInitScript(() => {
			globalThis.shift = 0;
			new PerformanceObserver(list => { for (const { value } of list.getEntries()) globalThis.shift += value; }).observe({ type: "layout-shift", buffered: true });
		});
		for (const [now, path] of [["2026-12-22T17:45:00+01:00", "merchants/"], ["2026-12-22T08:45:00+01:00", "map/"], ["2026-12-22T12:45:00+01:00", "?open=now"],
			["2026-12-22T12:45:00+01:00", "merchants/midi/"], ["2026-12-25T12:45:00+01:00", "merchants/bureau/"], ["2026-12-27T12:45:00+01:00", "merchants/bureau/"]]) {
			await page.clock.setFixedTime(new Date(now));
			await page.goto(`https://quartier.test/${path}`);
			await page.evaluate(axe);
			const { violations } = await page.evaluate(options => globalThis.axe.run(document, options), axeOptions(colorScheme));
			found.push(...violations.flatMap(v => v.nodes.map(n => `${colorScheme} /${path}: ${v.id}: ${n.html.slice(0, 160)} ${n.any?.[0]?.message ?? ""}`)));
			const shift = await page.evaluate(() => globalThis.shift);
			if (shift > 0.01 && !path.includes("?")) found.push(`${colorScheme} /${path} shifts by ${shift}`);
		}
		await context.close();
	}
	return found;
});

await chrome.close();
finish();
