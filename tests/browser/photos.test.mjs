// Photos in a real browser, in a guide made for it: each place loads the width that fits it, nothing jumps, all can be
// seen whole by keyboard, finger and without script, light and dark, and printed.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { axeOptions, browser, build, chromium, files, finish, kindOf, root, serve, skip, temporary, test } from "./site.mjs";

if (!chromium) {
	skip("photos in a browser", "Chromium or playwright-core is not installed");
	finish();
}

// --- a guide with pictures ------------------------------------------------------------------------

function checksum(bytes) {
	if (crc32) return crc32(bytes);
	let sum = ~0;
	for (const byte of bytes) {
		sum ^= byte;
		for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
	}
	return ~sum >>> 0;
}
// Colours that run and a little grain, so that it passes for a photograph; with alpha a disc on nothing.
function png(width, height, alpha = false) {
	const depth = alpha ? 4 : 3, rows = Buffer.alloc(height * (width * depth + 1));
	let at = 0, grain = 7;
	for (let y = 0; y < height; y++) {
		rows[at++] = 0;
		for (let x = 0; x < width; x++) {
			grain = (grain * 1103515245 + 12345) & 0x7fffffff;
			rows[at++] = 60 + 180 * x / width + (grain >> 16 & 7);
			rows[at++] = 50 + 150 * y / height + 20 * Math.sin(x / 40);
			rows[at++] = 90 + 60 * Math.sin(y / 60);
			if (alpha) rows[at++] = Math.hypot(x - width / 2, y - height / 2) < height / 3 ? 255 : 0;
		}
	}
	const chunk = (type, data) => {
		const body = Buffer.concat([Buffer.from(type), data]), out = Buffer.alloc(body.length + 8);
		out.writeUInt32BE(data.length, 0);
		body.copy(out, 4);
		out.writeUInt32BE(checksum(body), body.length + 4);
		return out;
	};
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([8, alpha ? 6 : 2, 0, 0, 0], 8);
	return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", head), chunk("IDAT", deflateSync(rows, { level: 1 })), chunk("IEND", Buffer.alloc(0))]);
}

const pictures = { wide: [2400, 1600], tall: [1500, 2000], panorama: [2400, 1000], square: [1700, 1700], small: [500, 400], logo: [900, 600, true] };
function photos(...names) {
	return `photos:\n${names.map((name, i) => `  - {file: ${name}.png, alt: "Vue ${name}"${i === 0 ? ', credit: "Les Commerçants"' : ""}${name === "panorama" ? ", focus: [0.2, 0.5]" : ""}}\n`).join("")}`;
}
function guide() {
	const content = temporary();
	const write = (path, text) => {
		mkdirSync(join(content, path, ".."), { recursive: true });
		writeFileSync(join(content, path), text);
	};
	write("quartier.yml", 'quartier: 1\nname: Essai\nurl: https://essai.example/\nlanguages: [fr, nl]\ntimezone: Europe/Brussels\ncountry: BE\nplace: {city: Valmoulin, postcode: "7376"}\nmap: {bounds: [50.39, 3.77, 50.40, 3.79]}\n');
	for (const [name, size] of Object.entries(pictures)) write(`photos/${name}.png`, png(...size));
	const merchant = (slug, more) => write(`merchants/${slug}.md`, `---\nname: Chez ${slug}\ncategory: bakery\naddress: {street: Rue du Moulin 1}\nlocation: [50.395, 3.78]\nhours: "Tu-Sa 08:00-18:00"\n${more}---\nUn texte.\n`);
	merchant("large", photos("wide", "tall", "panorama", "small") + 'products:\n  - {name: Pain, price: 3, photo: {file: square.png, alt: "Vue square"}}\n  - {name: Tarte, price: 9}\n');
	merchant("haute", photos("tall"));
	merchant("longue", photos("panorama", "wide"));
	merchant("petite", photos("small"));
	merchant("marque", photos("logo"));
	merchant("sans", "");
	write("offers/remise.md", `---\ntitle: Remise\nmerchant: large\nfrom: 2026-11-01\nuntil: 2027-01-31\nflyer: {file: tall.png, alt: "Vue flyer"}\n---\nTexte.\n`);
	write("events/fete.md", `---\ntitle: Fête\nstart: 2026-12-05T14:00\naddress: {street: Rue du Moulin 1}\nmerchants: [large, haute]\n${photos("wide", "square")}---\nTexte.\n`);
	write("news/nouvelle.md", `---\ntitle: Nouvelle\ndate: 2026-11-01\nmerchants: [large]\n${photos("tall")}---\nTexte.\n`);
	write("routes/balade.md", `---\ntitle: Balade\nstops: [large, haute, sans]\n${photos("panorama")}---\nTexte.\n`);
	return content;
}

// --- what is shared --------------------------------------------------------------------------------

const content = guide(), cache = join(temporary(), "cache");
const site = build(content, "--cache", cache);
const { url } = await serve(content, "--cache", cache);
const chrome = await browser();
const every = ["", "merchants/", "merchants/large/", "merchants/haute/", "merchants/longue/", "merchants/petite/", "merchants/marque/", "merchants/sans/",
	"categories/bakery/", "streets/rue-du-moulin/", "offers/", "offers/remise/", "events/", "events/fete/", "news/", "news/nouvelle/", "routes/", "routes/balade/"];
const alike = new Set(["merchants/", "merchants/sans/", "streets/rue-du-moulin/", "offers/", "routes/"]);
const heights = { 360: 740, 768: 1024, 1280: 900 };

async function open(width, options, work) {
	const context = await chrome.newContext({ viewport: { width, height: heights[width] }, reducedMotion: "reduce", ...options });
	try {
		return await work(await context.newPage(), context);
	} finally {
		await context.close();
	}
}
// As a reader who looks at everything.
async function readThrough(page) {
	await page.evaluate(async () => {
		const frames = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
		for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
			scrollTo(0, y);
			await frames();
		}
		for (const strip of document.querySelectorAll(".strip, .tickets-row"))
			strip.scrollLeft = strip.scrollWidth;
		await frames();
		const waiting = [...document.images].filter(image => image.offsetParent && !image.complete);
		await Promise.all(waiting.map(image => new Promise(done => { image.onload = image.onerror = done; setTimeout(done, 5000); })));
		scrollTo(0, 0);
		await frames();
	});
}
const imagesOf = page => page.evaluate(() => [...document.images].filter(image => image.offsetParent).map(image => {
	const style = getComputedStyle(image);
	const box = { width: image.clientWidth, height: image.clientHeight };
	const ratio = image.naturalWidth / image.naturalHeight;
	const set = image.srcset.split(", ").map(text => text.split(" ")).map(([source, width]) => [new URL(source, location).href, parseInt(width)]);
	return {
		where: `${location.pathname} ${image.parentElement.className || image.parentElement.tagName} ${image.alt}`, fit: style.objectFit, box, ratio, source: image.currentSrc,
		loaded: image.complete && image.naturalWidth > 0, alt: image.alt, lazy: image.loading === "lazy", high: image.fetchPriority === "high", decoding: image.decoding,
		position: style.objectPosition, width: set.find(([source]) => source === image.currentSrc)?.[1], widths: set.map(([, width]) => width),
	};
}));

// --- the right width -------------------------------------------------------------------------------

for (const [width, deviceScaleFactor] of [[360, 2], [768, 1], [1280, 2]])
	await test(`at ${width} pixels, ${deviceScaleFactor} to one, each place loads the width that fits it`, () => open(width, { deviceScaleFactor }, async page => {
		const found = [];
		for (const path of every.filter(path => !alike.has(path))) {
			await page.goto(url + path);
			await readThrough(page);
			const images = (await imagesOf(page)).map(image => {
				// On a phone's fine screen three quarters of what it could count are enough for the large one.
				const share = width < 640 && deviceScaleFactor > 1 && image.high ? 0.75 : 1;
				const needs = Math.round(Math.max(image.box.width, image.box.height * image.ratio) * deviceScaleFactor * share);
				const { width: got, widths } = image;
				return { ...image, needs, small: got < needs * 0.85 && got !== widths.at(-1), large: got > needs * 2 && got !== widths[0] };
			});
			for (const { where, needs, loaded, source, width: got, widths, small, large } of images) {
				// What another place needs is there already, and the browser takes it.
				const shared = images.some(other => other.source === source && !other.large);
				if (!loaded) found.push(`${where}: not loaded`);
				else if (small || (large && !shared)) found.push(`${where}: ${got} of ${widths} is too ${small ? "small" : "large"} for ${needs}`);
			}
		}
		return found;
	}));

await test("the first large photo comes first, all others when they are near; each has a text, its size, and its focus", () => open(1280, {}, async page => {
	const found = [];
	for (const path of every) {
		await page.goto(url + path);
		const images = await imagesOf(page), first = images.filter(image => image.high);
		const large = /^(merchants|events|news|routes)\/(?!sans)./.test(path);
		if (first.length !== (large ? 1 : 0)) found.push(`/${path}: ${first.length} with high priority`);
		for (const { where, alt, lazy, high, decoding, position } of images) {
			if (lazy === high) found.push(`${where}: ${lazy ? "lazy and urgent" : "neither lazy nor urgent"}`);
			if (decoding !== "async") found.push(`${where}: decoding ${decoding}`);
			if (!alt.startsWith("Vue ")) found.push(`${where}: alt "${alt}"`);
			if (position !== (alt === "Vue panorama" ? "20% 50%" : "50% 50%")) found.push(`${where}: shown at ${position}`);
		}
		if (!large) continue;
		const { alt, width, height } = await page.locator("figure img").first().evaluate(image => ({ alt: image.alt, width: +image.getAttribute("width"), height: +image.getAttribute("height") }));
		const [w, h] = pictures[alt.slice(4)];
		if (Math.abs(width / height - w / h) > 0.01) found.push(`/${path}: ${width} × ${height} is not ${w} × ${h}`);
	}
	return found;
}));

await test("whoever has no photo keeps the drawing, whoever has one has no other", () => open(1280, {}, async page => {
	await page.goto(url + "merchants/");
	return page.locator(".plate").evaluateAll(plates => plates.map(plate => [plate.closest("li").querySelector("h3").textContent.trim(), plate.querySelectorAll("img").length, plate.querySelectorAll("svg").length])
		.filter(([name, images, drawings]) => name === "Chez sans" ? images !== 0 || drawings !== 1 : images !== 1 || drawings !== 0).map(String));
}));

// --- nothing jumps ---------------------------------------------------------------------------------

// On a slow phone a page is painted before all of it is there, and before its scripts are at work.
for (const [width, slower, paths] of [[360, 1, every], [1280, 1, every], [360, 8, ["", "merchants/large/"]], [1280, 8, ["", "merchants/large/"]]])
	await test(`at ${width} pixels nothing jumps while pictures come late${slower > 1 ? ", on a slow machine" : ""}`, () => open(width, { deviceScaleFactor: 2 }, async page => {
		const found = [];
		if (slower > 1) await (await page.context().newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: slower });
		await page.addInitScript(() => {
			globalThis.shifts = [];
			/* Less is a field's own picker, or a pixel of it. */
			const box = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(" ");
			const name = ({ node, previousRect, currentRect }) => `${node?.outerHTML?.slice(0, 80) ?? node?.textContent?.slice(0, 20)}, from ${box(previousRect)} to ${box(currentRect)}`;
			new PerformanceObserver(list => globalThis.shifts.push(...list.getEntries().filter(({ value }) => value > 1e-5).map(({ value, sources }) => `${value}: ${sources.map(name)}`)))
				.observe({ type: "layout-shift", buffered: true });
		});
		await page.route("**/photos/**", async route => {
			await new Promise(done => setTimeout(done, 80));
			await route.continue().catch(() => {});
		});
		for (const path of paths) {
			await page.goto(url + path);
			await readThrough(page);
			found.push(...(await page.evaluate(() => globalThis.shifts)).map(shift => `/${path}: ${shift}`));
			const colours = await page.locator(".photo:not(.photo-whole)").evaluateAll(all => all.filter(image => getComputedStyle(image).backgroundImage === "none").length);
			if (colours) found.push(`/${path}: ${colours} pictures without colours of their own`);
		}
		return found;
	}));

// --- all of it -------------------------------------------------------------------------------------

const viewer = page => page.locator("[data-viewer]");
// Its script is fetched when a reader comes near a photo: on a busy machine that takes a moment.
const opens = page => viewer(page).waitFor({ state: "visible", timeout: 5000 }).then(() => true, () => false);
const said = page => page.locator("[data-viewer-count]").innerText();
// The photo in the middle of the screen.
const inView = page => page.evaluate(() => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest(".slide")?.querySelector("img").alt);
const focused = page => page.evaluate(() => document.activeElement.querySelector("img")?.alt ?? document.activeElement.textContent.trim());
async function expect(found, page, what, count, alt) {
	await page.waitForFunction(text => document.querySelector("[data-viewer-count]").innerText === text, count, { timeout: 3000 }).catch(() => {});
	if (await said(page) !== count || await inView(page) !== alt) found.push(`${what}: "${await said(page)}", "${await inView(page)}"`);
}

await test("by keyboard: Enter opens, arrows leaf, Escape closes, the focus comes back", () => open(1280, {}, async page => {
	const found = [];
	await page.goto(url + "merchants/large/");
	await page.locator(".hero a").focus();
	await page.keyboard.press("Enter");
	if (!await opens(page)) return ["nothing opens"];
	await expect(found, page, "at first", "Photo 1 sur 4", "Vue wide");
	await page.keyboard.press("ArrowLeft");
	await expect(found, page, "before the first", "Photo 1 sur 4", "Vue wide");
	for (const [i, name] of [[2, "tall"], [3, "panorama"], [4, "small"], [4, "small"]]) {
		await page.keyboard.press("ArrowRight");
		await expect(found, page, "right", `Photo ${i} sur 4`, `Vue ${name}`);
	}
	await page.keyboard.press("ArrowLeft");
	await expect(found, page, "left", "Photo 3 sur 4", "Vue panorama");
	// The page behind is out of reach.
	for (let i = 0; i < 8; i++) {
		await page.keyboard.press("Tab");
		if (!await page.evaluate(() => document.activeElement === document.body || document.activeElement.closest("dialog"))) found.push("Tab leaves the photos");
	}
	await page.keyboard.press("Escape");
	await viewer(page).waitFor({ state: "hidden", timeout: 5000 }).catch(() => {});
	if (await viewer(page).isVisible()) found.push("Escape does not close");
	if (await focused(page) !== "Vue wide") found.push(`then the focus is on ${await focused(page)}`);
	// From a small one, by its buttons.
	await page.locator(".strip a").nth(1).focus();
	await page.keyboard.press("Enter");
	await expect(found, page, "from the third", "Photo 3 sur 4", "Vue panorama");
	await page.getByRole("button", { name: "Photo suivante" }).click();
	await expect(found, page, "next", "Photo 4 sur 4", "Vue small");
	if (await page.getByRole("button", { name: "Photo suivante" }).getAttribute("aria-disabled") !== "true") found.push("the last has a next one");
	await page.getByRole("button", { name: "Photo précédente" }).click();
	await expect(found, page, "back", "Photo 3 sur 4", "Vue panorama");
	await page.getByRole("button", { name: "Fermer" }).click();
	if (await viewer(page).isVisible()) found.push("the button does not close");
	if (await focused(page) !== "Vue panorama") found.push(`after the button the focus is on ${await focused(page)}`);
	return found;
}));

await test("in full view the picture is whole, in the width that fits, with its text and whose it is", async () => {
	const found = [];
	for (const [width, deviceScaleFactor] of [[360, 2], [1280, 1]])
		await open(width, { deviceScaleFactor }, async page => {
			await page.goto(url + "merchants/large/");
			await page.locator(".hero a").click();
			const slide = page.locator(".slide").first();
			await slide.locator("img").evaluate(image => image.decode());
			const { box: { width: w, height: h }, ratio, width: got, fit } = (await imagesOf(page)).find(image => image.where.includes("slide") && image.alt === "Vue wide");
			const needs = Math.min(w, h * ratio) * deviceScaleFactor;
			if (fit !== "contain") found.push(`${width}: cut`);
			if (got < needs * 0.85 || got > needs * 2) found.push(`${width}: ${got} for ${needs}`);
			if (!/Vue wide/.test(await slide.innerText()) || !/Les Commerçants/.test(await slide.innerText())) found.push(`${width}: "${await slide.innerText()}"`);
			const size = await viewer(page).evaluate(dialog => [dialog.clientWidth - innerWidth, dialog.clientHeight - innerHeight]);
			if (size.some(Boolean)) found.push(`${width}: not the whole screen: ${size}`);
		});
	return found;
});

await test("a swipe leafs, on a phone", () => open(360, { deviceScaleFactor: 2, isMobile: true, hasTouch: true, reducedMotion: "no-preference" }, async (page, context) => {
	const found = [], session = await context.newCDPSession(page);
	const swipe = async distance => {
		const touch = (type, x) => session.send("Input.dispatchTouchEvent", { type, touchPoints: x === undefined ? [] : [{ x, y: 370 }] });
		const from = 180 - distance / 2;
		await touch("touchStart", from);
		for (let step = 1; step <= 10; step++) {
			await touch("touchMove", from + distance * step / 10);
			await page.waitForTimeout(16);
		}
		await touch("touchEnd");
	};
	await page.goto(url + "merchants/large/");
	await page.locator(".hero a").tap();
	await expect(found, page, "at first", "Photo 1 sur 4", "Vue wide");
	for (const [distance, i, name] of [[-220, 2, "tall"], [-220, 3, "panorama"], [220, 2, "tall"]]) {
		await swipe(distance);
		await page.waitForTimeout(700);
		await expect(found, page, `swipe by ${distance}`, `Photo ${i} sur 4`, `Vue ${name}`);
	}
	return found;
}));

await test("one photo alone has no number and nothing to leaf", () => open(360, {}, async page => {
	const found = [];
	for (const path of ["merchants/haute/", "news/nouvelle/", "offers/remise/"]) {
		await page.goto(url + path);
		await page.locator("[data-photo]").first().click();
		if (!await opens(page)) found.push(`/${path}: nothing opens`);
		if (await said(page)) found.push(`/${path}: "${await said(page)}"`);
		if (await page.locator("[data-viewer-step]:visible").count()) found.push(`/${path}: buttons that lead nowhere`);
	}
	return found;
}));

await test("without script the links lead to the large pictures, and all pictures come", () => open(360, { javaScriptEnabled: false }, async page => {
	const found = [];
	for (const path of ["merchants/large/", "events/fete/", "offers/remise/"]) {
		await page.goto(url + path);
		const links = await page.locator("[data-photo]").all();
		if (!links.length) found.push(`/${path}: no link`);
		for (const link of links) {
			const response = await page.request.get(new URL(await link.getAttribute("href"), page.url()).href);
			if (response.headers()["content-type"] !== "image/webp") found.push(`/${path}: ${response.url()}: ${response.status()} ${response.headers()["content-type"]}`);
		}
		if (await viewer(page).isVisible()) found.push(`/${path}: an empty dialog is shown`);
	}
	return found;
}));

// --- night, print, weight --------------------------------------------------------------------------

const axe = readFileSync(join(root, "tests/node_modules/axe-core/axe.min.js"), "utf8");
for (const colorScheme of ["light", "dark"])
	await test(`axe finds nothing, nor in full view, and photos keep their colours (${colorScheme})`, () => open(360, { colorScheme, bypassCSP: true }, async page => {
		const found = [];
		const look = async path => {
			await page.evaluate(axe);
			const { violations } = await page.evaluate(options => globalThis.axe.run(document, options), axeOptions(colorScheme));
			found.push(...violations.flatMap(v => v.nodes.map(n => `${path}: ${v.id}: ${v.help}: ${n.html.slice(0, 160)} ${n.any?.[0]?.message ?? ""}`)));
		};
		for (const path of every) {
			await page.goto(url + path);
			await look(path);
			const changed = await page.locator("img").evaluateAll(all => all.filter(image => { const { filter, opacity, mixBlendMode } = getComputedStyle(image); return filter !== "none" || opacity !== "1" || mixBlendMode !== "normal"; }).length);
			if (changed) found.push(`/${path}: ${changed} pictures changed`);
			if (await page.evaluate(() => document.documentElement.scrollWidth) > 360) found.push(`/${path}: wider than a phone`);
		}
		await page.goto(url + "merchants/large/");
		await page.locator(".hero a").click();
		await look("in full view");
		// What is transparent was made for paper: its ground is light by night, too.
		await page.goto(url + "merchants/marque/");
		const ground = await page.locator(".hero img").evaluate(image => getComputedStyle(image).backgroundColor.match(/\d+/g).map(Number));
		if (Math.min(...ground) < 180) found.push(`a logo stands on ${ground}`);
		return found;
	}));

await test("printed, a merchant's photo is small", () => open(768, {}, async page => {
	await page.goto(url + "merchants/large/");
	await page.emulateMedia({ media: "print" });
	const width = await page.locator(".hero img").evaluate(image => image.clientWidth);
	const others = await page.locator(".strip img:visible, .opens-sign:visible").count();
	return width < 100 || width > 260 || others ? [`${width} pixels wide, ${others} other things`] : [];
}));

await test("no message in the console under the site's own policy", () => open(768, {}, async (page, context) => {
	const found = [], policy = readFileSync(join(site, "_headers"), "utf8").match(/Content-Security-Policy: (.*)/)?.[1];
	await context.route("**/*", async route => {
		if (route.request().resourceType() === "eventsource") return route.continue(); // those of the preview never end
		const response = await route.fetch();
		await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
	});
	page.on("console", message => { if (["error", "warning"].includes(message.type())) found.push(`${page.url()}: ${message.text()}`); });
	page.on("pageerror", error => found.push(`${page.url()}: ${error}`));
	for (const path of every) {
		await page.goto(url + path, { waitUntil: "load" });
		if (path === "merchants/large/") await page.locator(".hero a").click();
	}
	await context.unrouteAll({ behavior: "ignoreErrors" });
	return found;
}));

await test("the script for photos is only where there are any, and there is little of it", () => {
	const found = [];
	const assets = files(join(site, "assets"), "");
	for (const path of files(site, ".html")) {
		const html = readFileSync(join(site, path), "utf8"), links = / data-photo[ >]/.test(html), script = /assets\/gallery\./.test(html);
		if (links !== script || links !== html.includes("data-viewer")) found.push(`${path} (${kindOf(path)}): links ${links}, script ${script}`);
		if (/src="[^"]*\/viewer\./.test(html)) found.push(`${path}: has what shows photos before anyone asks`);
	}
	for (const [name, most] of [["gallery.", 1000], ["viewer.", 3000]])
		for (const file of assets.filter(file => file.startsWith(name))) {
			const size = readFileSync(join(site, "assets", file)).length;
			if (size > most) found.push(`${file}: ${size} bytes`);
		}
	return found;
});

await chrome.close();
finish();
