// In a real browser: axe-core finds nothing on any page kind, light and dark; nothing leaves the origin; the content
// security policy holds; the filter filters.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { axeOptions, browser, build, chromium, files, finish, kindOf, now, root, serve, skip, test } from "./site.mjs";

if (!chromium) {
	skip("pages in a browser", "Chromium or playwright-core is not installed");
	finish();
}
const site = build();
const kinds = new Map();
for (const path of files(site, ".html"))
	if (!kinds.has(kindOf(path))) kinds.set(kindOf(path), path);
// The richest merchant shows more parts than the first.
kinds.set("merchants/SLUG", "merchants/boulangerie-du-bief/index.html");
const { url } = await serve();
const policy = readFileSync(join(site, "_headers"), "utf8").match(/Content-Security-Policy: (.*)/)?.[1];
const chrome = await browser();
const axe = readFileSync(join(root, "tests/node_modules/axe-core/axe.min.js"), "utf8");

for (const scheme of ["light", "dark"]) {
	const context = await chrome.newContext({ viewport: { width: 360, height: 740 }, colorScheme: scheme, reducedMotion: "reduce", bypassCSP: true });
	const page = await context.newPage();
	await test(`axe finds nothing on any page kind, and none is wider than a phone (${scheme})`, async () => {
		const found = [];
		for (const [kind, path] of kinds) {
			if (scheme === "dark" && kind.startsWith("nl/")) continue; // its colours are those of the main language
			await page.goto(url + path.replace(/index\.html$/, ""));
			const width = await page.evaluate(() => document.documentElement.scrollWidth);
			if (width > 360) found.push(`${path}: ${width}px`);
			await page.evaluate(axe);
			const { violations } = await page.evaluate(options => globalThis.axe.run(document, options), axeOptions(scheme));
			found.push(...violations.flatMap(v => v.nodes.map(n => `${path}: ${v.id}: ${v.help}: ${n.html.slice(0, 160)} ${n.any?.[0]?.message ?? ""}`)));
		}
		return found;
	});
	await context.close();
}

await test("no request leaves the origin, the policy of _headers holds, the console is silent", async () => {
	const context = await chrome.newContext({ viewport: { width: 1280, height: 900 } });
	const found = [];
	if (!policy) found.push("_headers has no Content-Security-Policy");
	await context.route("**/*", async route => {
		if (!route.request().url().startsWith(url)) {
			found.push(`left for ${route.request().url()}`);
			return route.abort();
		}
		if (route.request().resourceType() === "eventsource") return route.continue(); // those of the preview never end
		const response = await route.fetch();
		await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
	});
	const page = await context.newPage();
	page.on("console", message => { if (["error", "warning"].includes(message.type())) found.push(`${page.url()}: ${message.text()}`); });
	page.on("pageerror", error => found.push(`${page.url()}: ${error}`));
	for (const path of kinds.values()) {
		const address = path === "404.html" ? "" : path.replace(/index\.html$/, "");
		await page.goto(url + address, { waitUntil: "load" });
	}
	await context.close();
	return found;
});

await test("the filter ignores accents and case, tells the count and keeps its state in the address", async () => {
	const context = await chrome.newContext({ viewport: { width: 1280, height: 900 } });
	const page = await context.newPage();
	const found = [];
	await page.goto(url + "merchants/");
	const shown = () => page.locator("[data-filter-item]:visible").count();
	const all = await shown();
	if (all < 30) found.push(`only ${all} merchants before`);
	await page.locator("[data-filter-form] input[name=q]").fill("BOULANGERIE bief");
	await page.waitForFunction(total => document.querySelectorAll("[data-filter-item]:not([hidden])").length < total, all);
	if (await shown() !== 1) found.push(`${await shown()} found for "BOULANGERIE bief"`);
	if (!/q=/.test(page.url())) found.push(`no state in ${page.url()}`);
	if (!/1/.test(await page.locator("[data-filter-count]").innerText())) found.push("no count");
	await page.reload();
	await page.waitForFunction(total => document.querySelectorAll("[data-filter-item]:not([hidden])").length < total, all);
	if (await shown() !== 1) found.push("the state did not survive a reload");
	await page.locator("[data-filter-form] input[name=q]").fill("");
	const select = page.locator("[data-filter-form] select[name=category]");
	await select.selectOption({ value: "bakery" });
	await page.waitForFunction(total => document.querySelectorAll("[data-filter-item]:not([hidden])").length < total, all);
	const bakers = await page.locator("[data-filter-item]:visible").evaluateAll(items => items.map(i => i.dataset.categories));
	if (!bakers.length || bakers.some(list => !list.split(" ").includes("bakery"))) found.push(`bakery gives ${bakers}`);
	await page.locator("[data-filter-form] input[name=q]").fill("zzzzzz");
	await page.waitForFunction(() => document.querySelectorAll("[data-filter-item]:not([hidden])").length === 0);
	await context.close();
	return found;
});

await test("what is over hides itself in a page that was published earlier", async () => {
	const context = await chrome.newContext({ viewport: { width: 1280, height: 900 } });
	const page = await context.newPage();
	const found = [];
	// The clock is that of the reader: on the day of the build, at the last moment of an offer, long after.
	const look = async (path, when) => {
		await page.clock.setFixedTime(new Date(when));
		await page.goto(url + path);
		await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 0)));
		return { left: await page.locator("[data-ends]:visible").count(), all: await page.locator("[data-ends]").count() };
	};
	const ends = async path => { await look(path, now); return page.locator("main [data-ends]").first().getAttribute("data-ends"); };
	for (const path of ["", "offers/", "events/", "merchants/boulangerie-du-bief/"]) {
		const then = await look(path, `${now}:00+01:00`), later = await look(path, "2040-01-01T00:00:00Z");
		if (!then.all || then.left !== then.all) found.push(`/${path}: ${then.left} of ${then.all} shown on the day of the build`);
		if (later.left) found.push(`/${path}: ${later.left} shown when all is over`);
	}
	if (await page.locator("#offers").count()) found.push("a heading is left above nothing");
	const offer = files(site, "index.html").find(path => /^offers\/.+\//.test(path) && readFileSync(join(site, path), "utf8").includes("data-ends=")).replace("index.html", "");
	const end = Date.parse(await ends(offer));
	if (!(await look(offer, end - 1000)).left) found.push("an offer is gone a second early");
	if ((await look(offer, end)).left) found.push("an offer is shown at its end");
	if (!await page.locator("[data-ends-note]").isVisible()) found.push("and nothing says why");
	// The filter, which shows and hides parts of the home page, brings nothing back.
	await look("", "2040-01-01T00:00:00Z");
	await page.locator("[data-filter-form] input[name=q]").fill("pain");
	await page.locator("[data-filter-form] input[name=q]").fill("");
	if (await page.locator(".tickets").count()) found.push("the filter brings back what is over");
	await context.close();
	return found;
});

await test("without script the pages are whole", async () => {
	const context = await chrome.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
	const page = await context.newPage();
	const found = [];
	await page.goto(url + "merchants/");
	if (await page.locator("main a[href*='/merchants/']").count() < 30) found.push("the list is not whole");
	if (await page.locator("[data-filter-form]").isVisible()) found.push("a filter that cannot work is shown");
	await page.goto(url + "merchants/boulangerie-du-bief/");
	if (!(await page.locator("h1").innerText()).includes("Bief")) found.push("no heading");
	await context.close();
	return found;
});
await chrome.close();
finish();
