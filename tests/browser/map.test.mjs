// The page of the map in a real browser: a plan with links until it is touched, then a map that pans, zooms, clusters, and
// says what a pin is; one filter for list and map; near me, on foot; addresses that can be sent; keyboard, night, no script.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { axeOptions, browser, build, chromium, finish, root, serve, skip, test } from "./site.mjs";
import { beyond, graphOf, planeAt, snap, walker } from "../../themes/marche/assets/near.js";

// --- the way on foot, without a browser ---------------------------------------------------------------

const here = [50.395, 3.78];
// A town of crossing streets with some of them missing and some of them winding, as the site would write it.
function town(side, seed) {
	const at = [], to = [];
	let grain = seed, lat = 0, lon = 0;
	const chance = () => (grain = (grain * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff;
	for (let i = 0; i < side; i++)
		for (let j = 0; j < side; j++) {
			const [a, o] = [5039000 + i * 70, 377200 + j * 110];
			at.push(a - lat, o - lon);
			[lat, lon] = [a, o];
			if (j && chance() < 0.8) to.push(i * side + j - 1, i * side + j, Math.round(78 * (1 + chance())));
			if (i && chance() < 0.8) to.push((i - 1) * side + j, i * side + j, Math.round(78 * (1 + chance())));
		}
	return { at, to };
}
// Every way, relaxed until nothing changes; the two places are nodes of their own.
function slowly(data, from, to) {
	const graph = graphOf(data, planeAt(from)), a = snap(graph, [0, 0]), b = snap(graph, planeAt(from)(to));
	if (!a || !b) return undefined;
	const n = graph.nodes.length, ways = new Array(n + 2).fill(Infinity), edges = graph.stretches.map(s => [s.a, s.b, s.metres]);
	for (const [place, node] of [[a, n], [b, n + 1]])
		edges.push([node, place.a, place.away + place.along * place.metres], [node, place.b, place.away + (1 - place.along) * place.metres]);
	if (a.a === b.a && a.b === b.b) edges.push([n, n + 1, a.away + b.away + Math.abs(a.along - b.along) * a.metres]);
	ways[n] = 0;
	for (let changed = true; changed;) {
		changed = false;
		for (const [x, y, metres] of edges)
			for (const [p, q] of [[x, y], [y, x]])
				if (ways[p] + metres < ways[q]) changed = !!(ways[q] = ways[p] + metres);
	}
	const straight = Math.hypot(...planeAt(from)(to));
	return ways[n + 1] < Infinity ? Math.max(straight, ways[n + 1]) : straight * 1.3;
}
await test("the way on foot is the shortest one of all, from and to places beside the streets", () => {
	const found = [];
	for (let seed = 1; seed <= 12; seed++) {
		const data = town(9, seed), from = [50.3902 + seed * 0.0004, 3.7725 + seed * 0.0006], walk = walker(data, from);
		for (let i = 0; i < 12; i++) {
			const to = [50.3899 + i * 0.00047, 3.7719 + (i * 7 % 12) * 0.00083], wanted = slowly(data, from, to);
			if (Math.abs(walk(to) - wanted) > 0.01) found.push(`town ${seed}, place ${i}: ${walk(to)} instead of ${wanted}`);
		}
	}
	return found;
});
await test("where there are no streets the way is a third longer than straight", () => {
	const to = [50.399, 3.78], straight = Math.hypot(...planeAt(here)(to)), found = [];
	if (Math.abs(straight - 444.8) > 1) found.push(`straight: ${straight}`);
	for (const data of [undefined, { at: [], to: [] }, { at: [4000000, 300000, 100, 0], to: [0, 1, 120] }])
		if (Math.abs(walker(data, here)(to) - straight * 1.3) > 0.01) found.push(`${JSON.stringify(data)}: ${walker(data, here)(to)}`);
	return found;
});
await test("how far the area is, from within, beside and beyond", () => {
	const area = [50.39, 3.77, 50.40, 3.79];
	return [[[50.395, 3.78], 0], [[50.41, 3.78], 1112], [[50.395, 3.80], 709], [[50.85, 4.35], 63600]]
		.filter(([place, metres]) => Math.abs(beyond(area, place) - metres) > metres * 0.01).map(([place]) => `${place}: ${beyond(area, place)}`);
});

// --- the page ------------------------------------------------------------------------------------------

if (!chromium) {
	skip("the map in a browser", "Chromium or playwright-core is not installed");
	finish();
}
const site = build();
const { url } = await serve();
const policy = readFileSync(join(site, "_headers"), "utf8").match(/Content-Security-Policy: (.*)/)?.[1];
const html = readFileSync(join(site, "map/index.html"), "utf8");
const chrome = await browser();
const heights = { 360: 740, 768: 1024, 1280: 900 };
const phone = { deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const saturday = "2026-11-21T15:00:00+01:00";

async function open(width, options, work) {
	const context = await chrome.newContext({ viewport: { width, height: heights[width] }, reducedMotion: "reduce", ...options });
	try {
		const page = await context.newPage();
		await page.clock.setFixedTime(new Date(saturday));
		return await work(page, context);
	} finally {
		await context.close();
	}
}
const live = async (page, hash = "") => {
	await page.goto(`${url}map/${hash}`);
	if (!hash) await page.locator(page.viewportSize().width < 768 ? ".mapped-go a" : ".plan-touch").click();
	await page.locator(".pin-live").first().waitFor();
	await settled(page);
};
// Nothing moves any more, and the address says where the map is.
async function settled(page) {
	for (let last; ;) {
		await page.waitForTimeout(150);
		const now = await page.evaluate(() => location.hash + document.querySelector(".leaflet-map-pane")?.style.transform + document.querySelectorAll(".pin-live").length);
		if (now === last) return;
		last = now;
	}
}
const stateOf = page => {
	const [, zoom, lat, lon, shop] = page.url().match(/#map=([\d.]+)\/([\d.]+)\/([\d.]+)(?:&shop=(.*))?$/) ?? [];
	return { zoom: +zoom, lat: +lat, lon: +lon, shop };
};
const shownIn = page => page.evaluate(() => [...document.querySelectorAll("[data-slug]")].filter(item => item.offsetParent && !item.hidden).map(item => item.dataset.slug).sort());
// The merchants on the map, those in clusters by their names.
const shownOn = page => page.evaluate(() => {
	const names = [...document.querySelectorAll("[data-slug]")].map(item => [item.querySelector("[data-name]").textContent, item.dataset.slug]);
	const said = [...document.querySelectorAll(".pin-live button")].map(button => button.ariaLabel.replace(/^\d+ [^:]*: /, "").split(", ")).flat();
	return names.filter(([name]) => said.includes(name)).map(([, slug]) => slug).sort();
});
const same = (a, b) => a.join() === b.join() ? [] : [`list: ${a.length} ${a.slice(0, 5)}…, map: ${b.length} ${b.slice(0, 5)}…`];
const focused = page => page.evaluate(() => `${document.activeElement.className} ${document.activeElement.ariaLabel ?? ""}`);

await test("every merchant with a place has a pin, and the number of it in the list", () => {
	const found = [], pins = new Map([...html.matchAll(/id="pin-([\w-]+)" href="([^"]+)"><span aria-hidden="true">(\d+)</g)].map(([, slug, href, number]) => [slug, { href, number }]));
	const lines = [...html.matchAll(/data-slug="([\w-]+)" data-at="([\d.]+),([\d.]+)"[^>]*><a class="number" href="#pin-([\w-]+)" data-map-open>(\d+)</g)];
	if (lines.length < 30 || lines.length !== pins.size) found.push(`${lines.length} numbers, ${pins.size} pins`);
	lines.forEach(([, slug, , , target, number], i) => {
		if (target !== slug || pins.get(slug)?.number !== number) found.push(`${slug}: ${number} in the list, ${pins.get(slug)?.number} on the plan`);
		if (+number !== i + 1) found.push(`${slug}: ${number} is not the ${i + 1}th`);
		if (!pins.get(slug)?.href.endsWith(`/merchants/${slug}/`)) found.push(`${slug}: its pin leads to ${pins.get(slug)?.href}`);
	});
	return found;
});

await test("what moves the map comes when it is touched, not before; no request leaves the site; script at load is under 10 KB", () => open(360, phone, async (page, context) => {
	const found = [], asked = [];
	let scripts = 0;
	page.on("console", message => { if (["error", "warning"].includes(message.type())) found.push(message.text()); });
	page.on("pageerror", error => found.push(String(error)));
	await context.route("**/*", async route => {
		asked.push(route.request().url());
		if (!route.request().url().startsWith(url)) {
			found.push(`left for ${route.request().url()}`);
			return route.abort();
		}
		if (route.request().resourceType() === "eventsource") return route.continue(); // those of the preview never end
		const response = await route.fetch();
		if (route.request().resourceType() === "script" && !route.request().url().includes("/.quartier/")) scripts += (await response.body()).length;
		await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
	});
	const late = () => asked.filter(address => /leaflet|mapview|near\.|\/atlas\/.*\/\d+\/|walk/.test(address));
	await page.goto(`${url}map/`);
	await page.mouse.wheel(0, 4000);
	await page.locator("[data-filter-form] input[name=q]").fill("pain");
	await page.locator("[data-filter-form] input[name=q]").fill("");
	await page.locator(".plan-touch").scrollIntoViewIfNeeded();
	await page.locator(".plan-touch").focus();
	if (late().length) found.push(`before: ${late()}`);
	if (scripts > 10_000) found.push(`${scripts} bytes of script at load`);
	await page.locator(".plan-touch").tap();
	await page.locator(".leaflet-tile-loaded").first().waitFor();
	for (const wanted of [/leaflet\.\w+\.js/, /leaflet\.\w+\.css/, /\/atlas\/\w+\/\d+\/\d+\/\d+\.svg/])
		if (!late().some(address => wanted.test(address))) found.push(`after: no ${wanted}`);
	await page.locator(".pin-live button").first().tap();
	await settled(page);
	await context.unrouteAll({ behavior: "ignoreErrors" });
	return found;
}));

await test("on a phone the map fills the screen, and its button or the way back lead to the list again", () => open(360, phone, async page => {
	const found = [], fills = () => page.evaluate(() => !!document.querySelector("dialog[open] .plan-map") && document.elementFromPoint(180, 400).closest(".plan-map") !== null);
	await page.goto(`${url}map/?q=rue`);
	const before = page.url();
	for (const [what, leave] of [["back", () => page.goBack()], ["the button", () => page.locator("[data-map-list]").click()], ["Escape", () => page.keyboard.press("Escape")]]) {
		await page.locator(".mapped-go a").click();
		await page.locator(".pin-live").first().waitFor();
		if (!await fills()) found.push("it does not fill the screen");
		if (!/\?q=rue#map=/.test(page.url())) found.push(`the address is ${page.url()}`);
		await leave();
		await page.waitForFunction(() => !document.querySelector("dialog[open]"), null, { timeout: 3000 }).catch(() => found.push(`${what} does not lead back`));
		await settled(page);
		if (page.url() !== before) found.push(`after ${what} the address is ${page.url()}`);
	}
	return found;
}));

await test("a drag moves the map, two fingers and keys zoom it", async () => {
	const found = [];
	await open(1280, {}, async page => {
		await live(page);
		const before = stateOf(page), box = await page.locator(".plan-map").boundingBox(), [x, y] = [box.x + box.width / 2, box.y + 60];
		await page.mouse.move(x, y);
		await page.mouse.down();
		await page.mouse.move(x - 80, y + 60, { steps: 8 });
		await page.mouse.up();
		await settled(page);
		const dragged = stateOf(page);
		if (!(dragged.lon > before.lon && dragged.lat > before.lat && dragged.zoom === before.zoom)) found.push(`dragged from ${JSON.stringify(before)} to ${JSON.stringify(dragged)}`);
		await page.locator(".plan-map").focus();
		await page.keyboard.press("+");
		await settled(page);
		if (stateOf(page).zoom !== before.zoom + 1) found.push(`+ leads to ${page.url()}`);
		await page.keyboard.press("ArrowRight");
		await settled(page);
		if (!(stateOf(page).lon > dragged.lon)) found.push(`right leads to ${page.url()}`);
		await page.keyboard.press("-");
		await settled(page);
		if (stateOf(page).zoom !== before.zoom) found.push(`- leads to ${page.url()}`);
		await page.locator(".leaflet-control-zoom-in").click();
		await settled(page);
		if (stateOf(page).zoom !== before.zoom + 1) found.push(`the button leads to ${page.url()}`);
	});
	await open(360, phone, async (page, context) => {
		await live(page);
		const session = await context.newCDPSession(page), before = stateOf(page);
		const touch = (type, apart) => session.send("Input.dispatchTouchEvent", { type, touchPoints: apart ? [{ x: 180 - apart, y: 620, id: 0 }, { x: 180 + apart, y: 620, id: 1 }] : [] });
		await touch("touchStart", 30);
		for (let apart = 40; apart <= 130; apart += 10) {
			await touch("touchMove", apart);
			await page.waitForTimeout(16);
		}
		await touch("touchEnd");
		await settled(page);
		if (!(stateOf(page).zoom > before.zoom)) found.push(`two fingers lead from ${before.zoom} to ${stateOf(page).zoom}`);
	});
	return found;
});

await test("a cluster opens into its pins; nothing covers another; all merchants are on the map at every zoom", () => open(1280, {}, async page => {
	const found = [];
	await live(page);
	const all = await shownIn(page);
	for (let zooms = 0; zooms < 6; zooms++) {
		found.push(...same(all, await shownOn(page)).map(what => `${page.url()}: ${what}`));
		const near = await page.evaluate(() => {
			const spots = [...document.querySelectorAll(".pin-live")].map(pin => { const { x, y } = pin.getBoundingClientRect(); return [x, y]; });
			return spots.flatMap(([x, y], i) => spots.slice(i + 1).map(([u, v]) => Math.hypot(u - x, v - y))).filter(apart => apart < 40);
		});
		if (near.length) found.push(`${page.url()}: pins ${near} pixels apart`);
		await page.locator(".plan-map").focus();
		await page.keyboard.press("+");
		await settled(page);
	}
	await live(page);
	const cluster = page.locator(".cluster").first(), names = (await cluster.getAttribute("aria-label")).replace(/^.*?: /, "").split(", "), { zoom } = stateOf(page);
	await cluster.focus();
	await page.keyboard.press("Enter");
	await settled(page);
	if (!(stateOf(page).zoom > zoom)) found.push("it did not come nearer");
	const pins = await page.locator(".pin-live button").evaluateAll(all => all.map(button => button.ariaLabel));
	if (pins.some(label => names.every(name => label.includes(name)))) found.push(`${names} are still one`);
	if (!(await focused(page)).includes(names[0])) found.push(`then the focus is on ${await focused(page)}`);
	return found;
}));

await test("merchants in one place are a list to choose from, even at the closest", () => open(1280, {}, async (page, context) => {
	const found = [];
	await context.route("**/map/", async route => {
		const response = await route.fetch(), at = (await response.text()).match(/data-slug="boulangerie-du-bief" data-at="([^"]+)"/)[1];
		await route.fulfill({ response, body: (await response.text()).replace(/(data-slug="la-page-cornee" data-at=)"[^"]+"/, `$1"${at}"`) });
	});
	await page.goto(`${url}map/`);
	const other = await page.locator("[data-slug]").evaluateAll(items => items.map(item => [item.dataset.at, item.dataset.slug])).then(all => all.filter(([at], i) => all.findIndex(([a]) => a === at) !== i));
	if (!other.length) return ["no two merchants are in one place"];
	await live(page);
	for (let i = 0; i < 8; i++) {
		const cluster = page.locator(".cluster[aria-label*='Boulangerie du Bief']");
		if (!await cluster.count() || await page.locator(".pop-many").count()) break;
		await cluster.click();
		await settled(page);
	}
	const choices = page.locator(".pop-many .pop-names button");
	if (await choices.count() < 2) return [`${await choices.count()} choices at ${page.url()}`];
	await choices.nth(1).click();
	if (!await page.locator(".pop:not(.pop-many) .pop-name").count()) found.push("a choice says nothing");
	return found;
}));

await test("a pin says photo, name, state, address and ways there; Escape and its button close it", async () => {
	const found = [];
	for (const [width, options] of [[1280, {}], [360, phone]])
		await open(width, options, async page => {
			await live(page, "#map=20/50.39563/3.77995");
			const pin = page.locator(".marker[aria-label='Boulangerie du Bief']"), pop = page.locator(".pop");
			await pin.focus();
			await page.keyboard.press("Enter");
			await pop.waitFor();
			const line = page.locator("[data-slug=boulangerie-du-bief]"), state = await line.locator(".state").evaluate(node => node.textContent);
			if (!state || await pop.locator(".state").innerText() !== state) found.push(`${width}: the state is "${await pop.locator(".state").innerText()}", in the list "${state}"`);
			if (await pop.locator(".pop-name a").getAttribute("href") !== "/merchants/boulangerie-du-bief/") found.push(`${width}: no link to its page`);
			if (!(await pop.innerText()).includes("Rue du Moulin 12")) found.push(`${width}: no address in "${await pop.innerText()}"`);
			if (!(await pop.locator("[data-directions]").getAttribute("href")).startsWith("https://www.openstreetmap.org/directions?")) found.push(`${width}: no way there`);
			if (await pop.locator("[href^='geo:']").count() !== (width === 360 ? 1 : 0)) found.push(`${width}: geo: ${await pop.locator("[href^='geo:']").count()}`);
			const photo = pop.locator("img.photo");
			if (!await photo.count() || !await photo.evaluate(image => image.decode().then(() => image.naturalWidth >= 160, () => false))) found.push(`${width}: no photo`);
			if (await pop.getAttribute("aria-label") !== "Boulangerie du Bief" || await pop.getAttribute("role") !== "dialog") found.push(`${width}: it has no name for those who do not see it`);
			if (stateOf(page).shop !== "boulangerie-du-bief") found.push(`${width}: the address is ${page.url()}`);
			const inside = await pop.evaluate(node => { const a = node.getBoundingClientRect(), b = document.querySelector(".plan-box").getBoundingClientRect(); return a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom; });
			if (!inside) found.push(`${width}: it leaves the map`);
			await page.keyboard.press("Escape");
			if (await pop.count()) found.push(`${width}: Escape does not close it`);
			if (!(await focused(page)).includes("Boulangerie du Bief")) found.push(`${width}: then the focus is on ${await focused(page)}`);
			if (width === 360 && !await page.locator("dialog[open]").count()) found.push("Escape closes the map with it");
			await pin.click();
			await pop.locator("[data-close]").click();
			if (await pop.count()) found.push(`${width}: its button does not close it`);
			await pin.click();
			await page.mouse.click(...await page.evaluate(() => {
				const { left, top } = document.querySelector(".plan-map").getBoundingClientRect();
				for (let y = Math.max(top, 0) + 90; ; y += 10)
					for (let x = left + 15; x < left + 300; x += 10)
						if (document.elementFromPoint(x, y)?.matches(".leaflet-container, .leaflet-tile, .leaflet-pane")) return [x, y];
			}));
			if (await pop.count()) found.push(`${width}: a click beside it does not close it`);
		});
	return found;
});

await test("words, categories and services act on list and map, before the map comes and after", () => open(1280, {}, async page => {
	const found = [], pins = () => page.locator(".pin:visible").evaluateAll(all => all.map(pin => pin.id.slice(4)).sort());
	const field = page.locator("[data-filter-form] input[name=q]"), category = page.locator("[data-filter-form] select[name=category]");
	await page.goto(`${url}map/`);
	const all = await shownIn(page);
	await field.fill("boulangerie");
	const some = await shownIn(page);
	if (!some.length || some.length === all.length) found.push(`${some.length} of ${all.length} are bakeries`);
	found.push(...same(some, await pins()).map(what => `plan: ${what}`));
	await page.locator(".plan-touch").click();
	await page.locator(".pin-live").first().waitFor();
	found.push(...same(some, await shownOn(page)).map(what => `as it opens: ${what}`));
	await field.fill("");
	await settled(page);
	found.push(...same(all, await shownOn(page)).map(what => `all: ${what}`));
	for (const value of ["florist", "restaurant"]) {
		await category.selectOption({ value });
		await settled(page);
		const list = await shownIn(page);
		found.push(...same(list, await shownOn(page)).map(what => `${value}: ${what}`));
		const seen = await page.evaluate(() => { const { left, right, top, bottom } = document.querySelector(".plan-map").getBoundingClientRect(); return [...document.querySelectorAll(".pin-live")].some(pin => { const { x, y } = pin.getBoundingClientRect(); return x > left && x < right && y > top && y < bottom; }); });
		if (!seen) found.push(`${value}: none is in sight`);
	}
	await category.selectOption({ value: "" });
	await page.locator("[data-filter-form] select[name=service]").selectOption({ index: 1 });
	await settled(page);
	found.push(...same(await shownIn(page), await shownOn(page)).map(what => `service: ${what}`));
	return found;
}));

await test("open now acts on both, from the list and from the map, and pins know who is open", async () => {
	const found = [];
	await open(1280, {}, async page => {
		await live(page);
		await page.locator("[data-open-now]").check();
		await settled(page);
		const list = await shownIn(page);
		if (!list.length || list.length > 30) found.push(`${list.length} are open on a Saturday at three`);
		found.push(...same(list, await shownOn(page)));
		const doors = await page.locator(".marker").evaluateAll(all => all.map(pin => pin.dataset.door));
		if (doors.some(door => ["closed", "opens"].includes(door))) found.push(`doors: ${doors}`);
		await page.locator("[data-open-at]").fill("2026-11-23T03:00");
		await settled(page);
		found.push(...same(await shownIn(page), await shownOn(page)).map(what => `at three in the night: ${what}`));
	});
	await open(360, phone, async page => {
		await live(page);
		const all = await shownOn(page);
		await page.locator("[data-map-now]").check();
		await settled(page);
		const some = await shownOn(page);
		if (!some.length || some.length >= all.length) found.push(`on a phone ${some.length} of ${all.length}`);
		if (!/open=now/.test(page.url())) found.push(`the address is ${page.url()}`);
		await page.locator("[data-map-list]").click();
		await settled(page);
		if (!await page.locator("[data-open-now]").isChecked()) found.push("the list does not know of it");
		found.push(...same(await shownIn(page), some).map(what => `on a phone: ${what}`));
	});
	return found;
});

const near = page => page.locator(".near [data-near]"), said = page => page.locator(".near [data-near-said]").innerText();
await test("near me asks only when it is tapped, sorts the list by the way on foot, shows minutes, and goes back", () => open(1280, { geolocation: { latitude: 50.39765, longitude: 3.78215 }, permissions: ["geolocation"] }, async page => {
	const found = [];
	await page.addInitScript(() => {
		const { geolocation } = navigator, ask = geolocation.getCurrentPosition.bind(geolocation);
		globalThis.times = 0;
		geolocation.getCurrentPosition = (...rest) => { globalThis.times++; ask(...rest); };
	});
	const order = () => page.locator("[data-filter-item]").evaluateAll(items => items.map(item => item.querySelector("[data-name]").textContent));
	await live(page);
	const before = await order();
	if (await page.evaluate(() => globalThis.times)) found.push("asked before");
	await near(page).click();
	await page.locator(".near-list").waitFor();
	if (await page.evaluate(() => globalThis.times) !== 1) found.push("not asked once");
	const minutes = await page.locator(".near-list .walk").evaluateAll(all => all.map(node => parseInt(node.textContent)));
	if (minutes.length < 30 || minutes.some((m, i) => !(m >= 1) || m < (minutes[i - 1] ?? 0)) || minutes.at(-1) > 25) found.push(`minutes: ${minutes}`);
	// On foot is never shorter than straight, and in a town seldom twice as long.
	const { latitude, longitude } = { latitude: 50.39765, longitude: 3.78215 };
	for (const [at, m] of await page.locator(".near-list li").evaluateAll(items => items.filter(i => i.dataset.at).map(i => [i.dataset.at.split(",").map(Number), parseInt(i.querySelector(".walk").textContent)]))) {
		const straight = Math.hypot(...planeAt([latitude, longitude])(at)) / 75;
		if (m < Math.floor(straight) || m > straight * 3 + 3) found.push(`${at}: ${m} minutes, ${straight.toFixed(1)} straight`);
	}
	if (await page.locator("[data-filter-group]:visible").count()) found.push("empty streets are left");
	if (await near(page).getAttribute("aria-pressed") !== "true") found.push("the button does not look pressed");
	if (!await page.locator(".here").count()) found.push("the map does not show where the reader is");
	if (/50\.39765|3\.78215/.test(page.url())) found.push("the address tells where the reader is");
	await page.locator("[data-filter-form] input[name=q]").fill("rue");
	if (!await page.locator(".near-list li:visible").count()) found.push("the filter finds nothing in it");
	await page.locator("[data-filter-form] input[name=q]").fill("");
	await near(page).click();
	await page.locator(".near-list").waitFor({ state: "detached" });
	if ((await order()).join() !== before.join()) found.push("the list is not as before");
	if (await page.locator(".walk, .near-list, .here").count() || await page.locator("[data-filter-group]:visible").count() < 5) found.push("something is left");
	return found;
}));
await test("where near me cannot help, it says why and what to do", async () => {
	const found = [];
	for (const [options, wanted] of [
		[{ permissions: [] }, /Autorisez/],
		[{ geolocation: { latitude: 50.8503, longitude: 4.3517 }, permissions: ["geolocation"] }, /à (5\d|6\d)\s?km/],
		[{ geolocation: { latitude: -33.9, longitude: 151.2 }, permissions: ["geolocation"] }, /km/],
	])
		await open(360, { ...phone, ...options }, async page => {
			await page.goto(`${url}map/`);
			await near(page).tap();
			await page.waitForFunction(() => document.querySelector(".near [data-near-said]").textContent && !/Un instant/.test(document.querySelector(".near [data-near-said]").textContent), null, { timeout: 15000 }).catch(() => {});
			if (!wanted.test(await said(page))) found.push(`"${await said(page)}" for ${JSON.stringify(options)}`);
			if (await page.locator(".near-list").count()) found.push("and sorts all the same");
		});
	await open(360, { ...phone, geolocation: { latitude: 50.3951, longitude: 3.7795 }, permissions: ["geolocation"] }, async (page, context) => {
		await context.route("**/walk-*.json", route => route.abort());
		await page.goto(`${url}map/`);
		await near(page).tap();
		await page.locator(".near-list .walk").first().waitFor().catch(() => found.push("without the graph there are no minutes"));
	});
	return found;
});

await test("an address brings back filter, place, zoom and what was said; a reload and the way back from a page too", async () => {
	const found = [], hash = "#map=18/50.39570/3.77990&shop=boulangerie-du-bief";
	for (const [width, options] of [[1280, {}], [360, phone]])
		await open(width, options, async page => {
			const look = async what => {
				await page.locator(".pop").waitFor({ timeout: 5000 }).catch(() => found.push(`${width}, ${what}: nothing is said`));
				await settled(page);
				const state = stateOf(page);
				if (state.zoom !== 18 || Math.abs(state.lon - 3.7799) > 0.002 || state.shop !== "boulangerie-du-bief") found.push(`${width}, ${what}: ${page.url()}`);
				if (await page.locator("[data-filter-form] input[name=q]").inputValue() !== "pain") found.push(`${width}, ${what}: the words are lost`);
				found.push(...same(await page.evaluate(() => [...document.querySelectorAll("[data-slug]:not([hidden])")].map(i => i.dataset.slug).sort()), await shownOn(page)));
			};
			await page.goto(`${url}map/?q=pain${hash}`);
			await look("at first");
			await page.reload();
			await look("after a reload");
			await page.locator(".pop-name a").click();
			await page.waitForURL("**/merchants/**");
			await page.goBack();
			await look("after a page");
		});
	for (const bad of ["#map=", "#map=x/y/z", "#map=99/50.3957/3.7799", "#map=17/90/180", "#map=17/50.3957/3.7799&shop=none", "#map=17/50.3957/3.7799&shop=../x", "#map=1e9/1e9/1e9"])
		await open(1280, {}, async page => {
			page.on("pageerror", error => found.push(`${bad}: ${error}`));
			await live(page, bad);
			if (!(stateOf(page).lat > 50.38 && stateOf(page).lat < 50.41 && stateOf(page).zoom <= 20)) found.push(`${bad} leads to ${page.url()}`);
		});
	return found;
});

await test("a number of the list shows its merchant on the map", async () => {
	const found = [];
	for (const [width, options] of [[1280, {}], [360, phone]])
		await open(width, options, async page => {
			await page.goto(`${url}map/`);
			for (const slug of ["gite-de-l-ecluse", "boulangerie-du-bief"]) {
				const line = page.locator(`[data-slug=${slug}]`);
				if (!await line.count()) continue;
				await line.locator(".number").click();
				await page.locator(".pop").waitFor();
				await settled(page);
				const pin = page.locator(".is-said");
				if (await pin.count() !== 1 || stateOf(page).shop !== slug) found.push(`${width}: ${slug}: ${page.url()}`);
				if (width === 360) await page.locator("[data-map-list]").click();
			}
		});
	return found;
});

await test("by keyboard alone: to the map, a pin, its page", () => open(1280, {}, async page => {
	const found = [];
	await page.goto(`${url}map/`);
	await page.locator(".plan-touch").focus();
	await page.keyboard.press("Enter");
	await page.locator(".pin-live").first().waitFor();
	await settled(page);
	if (!(await focused(page)).includes("plan-map")) found.push(`at first the focus is on ${await focused(page)}`);
	const names = await page.locator(".pin-live button").evaluateAll(all => all.map(button => button.ariaLabel));
	if (names.some(name => !name)) found.push("pins without names");
	for (let i = 0; i < 12 && !await page.locator(".pop").count(); i++) {
		if (i === 0) await page.keyboard.press("Tab");
		if (!/marker|cluster/.test(await focused(page))) {
			found.push(`the focus is on ${await focused(page)}`);
			break;
		}
		await page.keyboard.press("Enter");
		await settled(page);
	}
	if (!await page.locator(".pop").count()) return [...found, "no pin says anything"];
	await page.keyboard.press("Tab");
	const href = await page.evaluate(() => document.activeElement.getAttribute("href"));
	if (!/\/merchants\//.test(href)) found.push(`in the pin's words the first is ${href}`);
	await page.keyboard.press("Enter");
	await page.waitForURL("**/merchants/**").catch(() => found.push("it leads nowhere"));
	return found;
}));

await test("without script the plan has a link on every merchant, and all can be reached", () => open(360, { javaScriptEnabled: false }, async page => {
	const found = [];
	await page.goto(`${url}map/`);
	const pins = await page.locator(".pin").all();
	if (pins.length < 30) found.push(`${pins.length} pins`);
	const box = await page.locator(".plan-sheet").boundingBox();
	for (const pin of pins) {
		const at = await pin.boundingBox(), name = await pin.getAttribute("id");
		if (at.x < box.x - 12 || at.x + at.width > box.x + box.width + 12 || at.y < box.y - 12 || at.y + at.height > box.y + box.height + 12) found.push(`${name} is beside the plan`);
	}
	await pins[0].focus();
	if (!await pins[0].locator(".pin-name").isVisible()) found.push("a pin in focus does not say its name");
	await page.locator(".mapped-go a").click();
	if (!page.url().endsWith("#plan")) found.push(`the button leads to ${page.url()}`);
	await page.locator(".number").first().click();
	if (!/#pin-/.test(page.url())) found.push(`a number leads to ${page.url()}`);
	if (await page.locator(".plan-touch:visible, .near:visible, .plan-bar:visible").count()) found.push("buttons that cannot work");
	const image = page.locator(".plan-sheet img");
	await image.scrollIntoViewIfNeeded();
	await page.waitForTimeout(500);
	const response = await page.request.get(new URL(await image.getAttribute("src"), page.url()).href);
	if (response.status() !== 200 || !(await response.text()).includes("prefers-color-scheme")) found.push("the picture does not know the night");
	if (!await page.locator(".plan-credit a[href='https://www.openstreetmap.org/copyright']").isVisible()) found.push("nobody is told whose data it is");
	return found;
}));

await test("when the map cannot be had, the plan's links work and the page says so", () => open(1280, {}, async (page, context) => {
	const found = [];
	await context.route("**/leaflet.*.js", route => route.abort());
	await page.goto(`${url}map/`);
	await page.locator(".plan-touch").click();
	await page.locator("[data-map-failed]").waitFor({ timeout: 5000 }).catch(() => found.push("nothing is said"));
	const pin = page.locator(".pin").first();
	await pin.focus();
	await page.keyboard.press("Enter");
	await page.waitForURL("**/merchants/**", { timeout: 5000 }).catch(() => found.push("a pin leads nowhere"));
	return found;
}));

const axe = readFileSync(join(root, "tests/node_modules/axe-core/axe.min.js"), "utf8");
for (const colorScheme of ["light", "dark"])
	await test(`axe finds nothing, on the plan, the map, and a pin that speaks; nothing is wider than the screen (${colorScheme})`, async () => {
		const found = [];
		for (const [width, options] of [[1280, {}], [360, phone]])
			await open(width, { ...options, colorScheme, bypassCSP: true }, async page => {
				const look = async what => {
					await page.evaluate(axe);
					const { violations } = await page.evaluate(options => globalThis.axe.run(document, options), axeOptions(colorScheme));
					found.push(...violations.flatMap(v => v.nodes.map(n => `${width}, ${what}: ${v.id}: ${v.help}: ${n.html.slice(0, 160)} ${n.any?.[0]?.message ?? ""}`)));
					const wide = await page.evaluate(() => document.documentElement.scrollWidth);
					if (wide > width) found.push(`${width}, ${what}: ${wide} wide`);
				};
				await page.goto(`${url}map/`);
				await look("plan");
				await page.locator(".legend summary").click();
				await look("legend");
				await live(page);
				await look("map");
				await page.goto("about:blank");
				await live(page, "#map=18/50.39563/3.77995&shop=boulangerie-du-bief");
				await page.locator(".pop").waitFor();
				await look("pin");
			});
		return found;
	});

await test("by day and by night the tiles, the pins and what they say have other colours", async () => {
	const grounds = [];
	for (const colorScheme of ["light", "dark"])
		await open(1280, { colorScheme }, async page => {
			await live(page, "#map=18/50.39563/3.77995&shop=boulangerie-du-bief");
			await page.locator(".pop").waitFor();
			const light = selector => page.locator(selector).first().evaluate(node => { const c = document.createElement("canvas").getContext("2d"); c.fillStyle = getComputedStyle(node).backgroundColor; c.fillRect(0, 0, 1, 1); return c.getImageData(0, 0, 1, 1).data.slice(0, 3).reduce((a, b) => a + b) / 3; });
			// A tile's own ground: its bytes, drawn.
			const tile = await page.locator(".leaflet-tile-loaded").first().evaluate(async image => { const c = document.createElement("canvas").getContext("2d", { willReadFrequently: true }); c.drawImage(image, 0, 0); const { data } = c.getImageData(0, 0, 200, 150); let sum = 0; for (let i = 0; i < data.length; i += 4) sum += data[i] + data[i + 1] + data[i + 2]; return sum / data.length * 4 / 3; });
			grounds.push({ colorScheme, tile, pop: await light(".pop"), pin: await light(".marker:not(.is-said)"), zoom: await light(".leaflet-control-zoom-in") });
		});
	const [day, night] = grounds;
	return Object.keys(day).filter(key => key !== "colorScheme" && !(day[key] > 180 && night[key] < 110)).map(key => `${key}: ${day[key]} by day, ${night[key]} by night`);
});

await test("where less motion is asked for the map does not fly; where it is not, it does", async () => {
	const found = [];
	for (const [reducedMotion, flies] of [["reduce", false], ["no-preference", true]])
		await open(1280, { reducedMotion }, async page => {
			await live(page);
			if (await page.evaluate(() => document.querySelector(".leaflet-container").classList.contains("leaflet-fade-anim")) !== flies) found.push(reducedMotion);
		});
	return found;
});

await chrome.close();
finish();
