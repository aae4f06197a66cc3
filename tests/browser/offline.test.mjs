// In a real browser: after one visit the guide works without a network, by its service worker; what changes is fetched again,
// what is gone is forgotten.
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { browser, build, chromium, finish, root, skip, temporary, test } from "./site.mjs";

if (!chromium) {
	skip("the guide without a network", "Chromium or playwright-core is not installed");
	finish();
}
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json", ".webp": "image/webp", ".webmanifest": "application/manifest+json" };

// A server that can be taken away, that counts what it was asked for, and that fails single pages: by an answer (500) or
// in the midst of one ("cut").
function serveFolder(folder) {
	const asked = [];
	const state = { folder, asked, failing: new Map() };
	const server = createServer((request, response) => {
		let path = decodeURIComponent(new URL(request.url, "http://x").pathname);
		asked.push(path);
		if (state.failing.has(path)) {
			if (state.failing.get(path) === 500) return response.writeHead(500).end("ill");
			return response.writeHead(200, { "Content-Type": "text/html", "Content-Length": 9999 }).write("<!doctype html>", () => response.destroy());
		}
		if (path.endsWith("/")) path += "index.html";
		try {
			const bytes = readFileSync(join(state.folder, path));
			response.writeHead(200, { "Content-Type": types[extname(path)] ?? "application/octet-stream" }).end(bytes);
		} catch {
			response.writeHead(404).end();
		}
	});
	state.start = port => new Promise(done => server.listen(port ?? 0, "127.0.0.1", () => {
		state.port = server.address().port;
		state.url = `http://127.0.0.1:${state.port}/`;
		done();
	}));
	state.stop = () => new Promise(done => { server.close(done); server.closeAllConnections(); });
	return state;
}

const content = join(temporary(), "content");
cpSync(join(root, "content-example"), content, { recursive: true });
const first = build(content);
const server = serveFolder(first);
await server.start();
const chrome = await browser();
const context = await chrome.newContext({ viewport: { width: 360, height: 740 }, reducedMotion: "reduce" });
const page = await context.newPage();

// Asks the page again and again, for half a minute.
async function until(question, argument) {
	for (let i = 0; i < 150; i++) {
		if (await page.evaluate(question, argument)) return;
		await page.waitForTimeout(200);
	}
	throw new Error("waited in vain");
}
const keptText = async address => (await (await caches.open("pages")).match(address))?.text();

await test("one visit, and the worker keeps the pages of its language", async () => {
	const found = [];
	await page.goto(server.url);
	const list = JSON.parse(readFileSync(join(first, "offline.json")));
	await until(keptText, "/offline.json");
	const have = new Set(await page.evaluate(async () => (await (await caches.open("pages")).keys()).map(request => new URL(request.url).pathname)));
	for (const [path] of list.pages) if (!have.has(path)) found.push(`${path} is not kept`);
	const files = new Set(await page.evaluate(async () => (await (await caches.open("files")).keys()).map(request => new URL(request.url).pathname)));
	for (const path of list.files) if (!files.has(path)) found.push(`${path} is not kept`);
	if (list.pages.length < 60) found.push(`only ${list.pages.length} pages are brought along`);
	return found;
});

await test("without a network every kind of page is there, as it was, with its style", async () => {
	const found = [];
	await server.stop();
	for (const path of ["", "map/", "merchants/", "merchants/la-page-cornee/", "streets/", "offers/", "events/", "news/", "routes/", "search/", "legal/"]) {
		const answer = await page.goto(server.url + path);
		if (answer.status() !== 200) found.push(`/${path}: ${answer.status()}`);
		if (!await page.locator("h1").isVisible()) found.push(`/${path}: no heading`);
		const font = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
		if (font === "rgba(0, 0, 0, 0)") found.push(`/${path}: no style`);
	}
	return found;
});

await test("the map opens without a network, with its tiles and the ways on foot", async () => {
	const found = [];
	page.on("pageerror", error => found.push(String(error)));
	await page.goto(`${server.url}map/`);
	await page.locator(".plan-touch").click();
	await page.locator(".leaflet-tile-loaded").first().waitFor({ timeout: 10000 });
	const tiles = await page.locator(".leaflet-tile").evaluateAll(all => all.filter(image => image.complete && image.naturalWidth === 0).length);
	if (tiles) found.push(`${tiles} tiles are missing`);
	if (!await page.locator(".pin-live button").count()) found.push("no pins");
	await context.grantPermissions(["geolocation"]);
	await context.setGeolocation({ latitude: 50.3955, longitude: 3.778 });
	await page.goto(`${server.url}map/`);
	await page.locator("[data-near]").first().click();
	await page.locator("[data-near-said]").filter({ hasText: /./ }).first().waitFor({ timeout: 10000 });
	await until(() => /\d\s*min/.test(document.querySelector("main").innerText));
	return found;
});

await test("a query does not matter; the filter works without a network", async () => {
	await page.goto(`${server.url}merchants/?q=pain`);
	await page.waitForTimeout(300);
	const shown = await page.locator("[data-filter-item]:visible").count();
	return shown > 0 && shown < 20 ? [] : [`${shown} merchants are shown`];
});

await test("a page of another language, never brought along, is excused in words, with a way back", async () => {
	const found = [];
	const answer = await page.goto(`${server.url}nl/merchants/fleurs-et-mauvaises-herbes/`);
	if (answer.status() !== 503) found.push(`status ${answer.status()}`);
	if (!/hors connexion/.test(await page.locator("h1").innerText())) found.push(await page.locator("body").innerText());
	if (await page.locator("main a").getAttribute("href") !== "/") found.push("no way back");
	return found;
});

await test("the next visit fetches what has changed, and forgets who is gone", async () => {
	const found = [];
	const card = join(content, "merchants/le-sas.md");
	writeFileSync(card, readFileSync(card, "utf8").replace(/^summary: .*$/m, "summary: Tout neuf"));
	for (const ending of [".md", ".nl.md"]) rmSync(join(content, `merchants/museau-propre${ending}`), { force: true });
	server.folder = build(content);
	const list = JSON.parse(readFileSync(join(server.folder, "offline.json")));
	await server.start(server.port);
	server.asked.length = 0;
	await page.goto(server.url);
	await until(async () => !await (await caches.open("pages")).match("/merchants/museau-propre/"));
	const before = new Map(JSON.parse(readFileSync(join(first, "offline.json"))).pages);
	const same = list.pages.filter(([path, hash]) => before.get(path) === hash && path !== "/");
	if (same.length < 20) found.push(`only ${same.length} pages stayed the same`);
	for (const [path] of same) if (server.asked.includes(path)) found.push(`${path} was fetched again, though it had not changed`);
	await server.stop();
	await page.goto(`${server.url}merchants/le-sas/`);
	if (!/Tout neuf/.test(await page.locator("main").innerText())) found.push("the card is the old one");
	if ((await page.goto(`${server.url}merchants/museau-propre/`)).status() !== 503) found.push("who is gone is still there");
	return found;
});

await test("a page that the server failed to give stays as it was, and is asked for again at the next visit", async () => {
	const found = [], failing = { "le-sas": 500, "la-toupie": "cut" }, addresses = Object.keys(failing).map(slug => `/merchants/${slug}/`);
	const was = await Promise.all(addresses.map(address => page.evaluate(keptText, address)));
	for (const slug in failing) {
		const card = join(content, `merchants/${slug}.md`);
		writeFileSync(card, readFileSync(card, "utf8").replace(/^summary: .*$/m, "summary: Plus neuf encore"));
	}
	server.folder = build(content);
	server.failing = new Map(addresses.map((address, i) => [address, Object.values(failing)[i]]));
	await server.start(server.port);
	server.asked.length = 0;
	await page.goto(server.url);
	// The list is kept last of all.
	const home = JSON.parse(readFileSync(join(server.folder, "offline.json"))).pages.find(([path]) => path === "/merchants/")[1];
	await until(async hash => (await (await (await caches.open("pages")).match("/offline.json")).json()).pages.some(([path, has]) => path === "/merchants/" && has === hash), home);
	for (const [i, address] of addresses.entries()) {
		if (!server.asked.includes(address)) found.push(`${address} was not asked for`);
		if (await page.evaluate(keptText, address) !== was[i]) found.push(`${address} did not stay as it was`);
	}
	server.failing.clear();
	server.asked.length = 0;
	await page.goto(server.url);
	for (let i = 0; i < 50 && !addresses.every(address => server.asked.includes(address)); i++) await page.waitForTimeout(100);
	for (const address of addresses)
		if (!server.asked.includes(address)) found.push(`${address} was not asked for again`);
		else await until(async address => /Plus neuf encore/.test(await (await (await caches.open("pages")).match(address)).text()), address);
	await server.stop();
	for (const address of addresses) {
		await page.goto(new URL(address, server.url).href);
		if (!/Plus neuf encore/.test(await page.locator("main").innerText())) found.push(`${address} is the old one without a network`);
	}
	return found;
});

await chrome.close();
finish();
