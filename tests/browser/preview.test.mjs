// `quartier serve` in a real browser: what is saved is shown, what is wrong is said on the page, and nothing of it ends the
// preview or leaves this machine.
import { spawn } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, extname, join } from "node:path";
import { browser, build, chromium, finish, now, quartier, root, skip, temporary, test } from "./site.mjs";

if (!chromium) {
	skip("the live preview", "Chromium or playwright-core is not installed");
	finish();
}
const content = join(temporary(), "content");
cpSync(join(root, "content-example"), content, { recursive: true, filter: path => !/content-example\/(site|\.quartier)$/.test(path) });
const within = name => join(content, name);
const write = (name, text) => { mkdirSync(dirname(within(name)), { recursive: true }); writeFileSync(within(name), text); };
const site = build(content), policy = readFileSync(join(site, "_headers"), "utf8").match(/Content-Security-Policy: (.*)/)[1];
const card = within("merchants/le-sas.md"), good = readFileSync(card, "utf8");
const named = text => good.replace(/^name: .*$/m, `name: ${text}`);
const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));

// The program, on a port of its own or on the one that it had; { url, port, child }.
async function start(port = 0) {
	const child = spawn(quartier, ["serve", content, "--port", String(port), "--now", now, "--lang", "en", "--cache", join(root, "content-example/.quartier/cache")]);
	process.on("exit", () => child.kill("SIGINT"));
	const url = await new Promise((done, failed) => {
		let said = "";
		for (const stream of [child.stdout, child.stderr])
			stream.on("data", data => {
				said += data;
				const found = said.match(/http:\/\/127\.0\.0\.1:\d+\//);
				if (found) done(found[0]);
			});
		child.on("exit", code => failed(new Error(`serve ended with ${code}: ${said}`)));
	});
	return { url, port: Number(new URL(url).port), child };
}

// A visitor of before: on this port there was a server of a built site once, whose service worker the browser kept.
async function haunt(chrome) {
	const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json" };
	const server = createServer((request, response) => {
		const path = new URL(request.url, "http://x").pathname.replace(/\/$/, "/index.html");
		try {
			response.writeHead(200, { "Content-Type": types[extname(path)] ?? "application/octet-stream" }).end(readFileSync(join(site, path)));
		} catch {
			response.writeHead(404).end();
		}
	});
	await new Promise(done => server.listen(0, "127.0.0.1", done));
	const { port } = server.address(), context = await chrome.newContext(), page = await context.newPage();
	await page.goto(`http://127.0.0.1:${port}/`);
	await page.waitForFunction(async () => (await (await caches.open("pages")).keys()).length > 5, undefined, { timeout: 20000 });
	await page.goto("about:blank");
	await new Promise(done => { server.close(done); server.closeAllConnections(); });
	return { port, context, page };
}

const chrome = await browser(), haunted = await haunt(chrome);
let server = await start(haunted.port);
const { url } = server, asked = [], faults = [];
const context = await chrome.newContext({ viewport: { width: 1000, height: 500 }, reducedMotion: "reduce" });
context.on("request", request => asked.push(request.url()));
const page = await context.newPage();
page.setDefaultTimeout(10000);
page.on("pageerror", error => faults.push(String(error)));
page.on("dialog", dialog => { faults.push(`a dialog: ${dialog.message()}`); dialog.dismiss(); });

const note = page.locator("quartier-preview dialog"), corner = page.locator("quartier-preview output");
const edition = () => page.locator("script[data-edition]").getAttribute("data-edition");
// Until the page shows (or no longer shows) a text; the page may be exchanged meanwhile.
const shows = (text, selector = "main") =>
	page.waitForFunction(([text, selector]) => document.querySelector(selector)?.textContent.includes(text), [text, selector], { polling: 20 });
const lacks = text => page.waitForFunction(text => document.querySelector("main") && !document.querySelector("main").textContent.includes(text), text);
// Marks the page; a page that was loaded again has lost it.
const mark = () => page.evaluate(() => { window.marked = true; });
const isMarked = () => page.evaluate(() => window.marked === true);

await test("what is saved is shown, where the reader was", async () => {
	const found = [], times = [];
	await page.goto(`${url}merchants/#main`);
	for (let i = 1; i <= 5; i++) {
		await page.evaluate(top => scrollTo({ top, left: 0, behavior: "instant" }), 400 + i);
		await mark();
		await pause(100);
		const text = `Saved for the ${i}th time`;
		const written = performance.timeOrigin + performance.now();
		writeFileSync(card, named(text));
		await shows(text);
		if (await isMarked()) found.push("the page was not loaded again");
		times.push(await page.evaluate(() => performance.timeOrigin + performance.getEntriesByType("navigation")[0].domInteractive) - written);
		await page.waitForFunction(() => document.readyState === "complete");
		await pause(100);
		const top = await page.evaluate(() => scrollY);
		if (top !== 400 + i) found.push(`scrolled to ${top} instead of ${400 + i}`);
	}
	console.log(`# from the save to the new page: ${times.map(time => Math.round(time)).join(", ")} ms`);
	return found;
});

await test("a broken card: a note with file, line and message over the last good page; mended, it goes", async () => {
	const found = [], before = await edition();
	await page.goto(`${url}merchants/le-sas/`);
	await page.keyboard.press("Tab");
	const focused = () => page.evaluate(() => document.activeElement.outerHTML.slice(0, 80));
	const focus = await focused();
	writeFileSync(card, named("Broken").replace(/^phone:.*$/m, 'phone: "065 / 3"'));
	await note.waitFor();
	const line = good.split("\n").findIndex(one => one.startsWith("phone:")) + 1, text = await note.innerText();
	for (const part of ["merchants/le-sas.md", `line ${line}:8`, '"065 / 3" is not a phone number', "065 12 34 56", "last good version"])
		if (!text.includes(part)) found.push(`no ${part} in ${text}`);
	if (await edition() !== before) found.push("the page is of another edition");
	if (!(await page.locator("main").textContent()).includes("Saved for the 5th time")) found.push("the page behind is not the last good one");
	if (await note.getAttribute("role") !== "alertdialog") found.push("it is not said aloud");
	if (!(await page.evaluate(() => document.querySelector("quartier-preview").shadowRoot.activeElement?.textContent))?.includes("could not be built")) found.push("the focus is elsewhere");
	await page.keyboard.press("Escape");
	await note.waitFor({ state: "hidden" });
	if (await focused() !== focus) found.push(`the focus went to ${await focused()}, not back to ${focus}`);
	// Another page says it in the corner alone, which opens the note.
	await page.goto(`${url}merchants/`);
	await corner.getByRole("button").waitFor();
	if (await note.isVisible()) found.push("what was closed comes up again on the next page");
	await corner.getByRole("button").click();
	await note.waitFor();
	await mark();
	writeFileSync(card, named("Mended"));
	await shows("Mended");
	if (await isMarked()) found.push("mended, the page was not loaded again");
	if (await note.isVisible() || await corner.getByRole("button").isVisible()) found.push("the note stays");
	return found;
});

await test("a warning has a place in the corner, which opens the list", async () => {
	const found = [];
	writeFileSync(card, named("Warned").replace(/^keywords:/m, "keyword:"));
	await shows("Warned");
	await corner.getByRole("button", { name: "1 warning" }).waitFor();
	if (await note.isVisible()) found.push("a warning covers the page");
	await corner.getByRole("button").focus();
	await page.keyboard.press("Enter");
	await note.waitFor();
	if (!/merchants\/le-sas\.md[^]*line \d+:\d+[^]*keyword[^]*did you mean/.test(await note.innerText())) found.push(await note.innerText());
	await page.keyboard.press("Escape");
	await note.waitFor({ state: "hidden" });
	if (!await corner.getByRole("button").evaluate(button => button.getRootNode().activeElement === button)) found.push("the focus does not go back");
	writeFileSync(card, good);
	await lacks("Warned");
	await corner.getByRole("button").waitFor({ state: "hidden" });
	return found;
});

await test("a name that is HTML is shown as it is written", async () => {
	const found = [], name = "<img src=x onerror=alert(1)>.md";
	await page.goto(`${url}merchants/`);
	write(`merchants/${name}`, `---\nname: <script>alert(2)</script>\ncategory: <img src=x onerror=alert(3)>\nphone: "<b>"\n---\n`);
	await note.waitFor();
	const text = await note.innerText();
	for (const part of [name, "<b>"]) if (!text.includes(part)) found.push(`no ${part} in ${text}`);
	if (await page.evaluate(() => document.querySelector("quartier-preview").shadowRoot.querySelectorAll("img, script, p b b").length)) found.push("it is HTML in the note");
	rmSync(within(`merchants/${name}`));
	await note.waitFor({ state: "hidden" });
	return found;
});

await test("a new card, its new name, a card that goes, a photo, a style sheet, a template: all of it shows", async () => {
	const found = [];
	write("merchants/tout-neuf.md", "---\nname: Tout Neuf\ncategory: bar\naddress: {street: Rue Haute 20}\n---\nIci.\n");
	await shows("Tout Neuf");
	renameSync(within("merchants/tout-neuf.md"), within("merchants/neuf.md"));
	await page.waitForFunction(() => document.querySelector("main a[href$='merchants/neuf/']"));
	await page.goto(`${url}merchants/neuf/`);
	rmSync(within("merchants/neuf.md"));
	await page.waitForFunction(() => document.querySelector("h1") && !document.body.innerText.includes("Ici."));
	await page.goto(`${url}merchants/le-sas/`);
	const picture = () => page.locator("main img").first().getAttribute("src"), before = await picture();
	copyFileSync(within("photos/moulin.jpg"), within("photos/le-sas-soir.jpg"));
	await page.waitForFunction(src => document.querySelector("main img") && document.querySelector("main img").getAttribute("src") !== src, before, { timeout: 15000 });
	if (!await page.locator("main img").first().evaluate(async image => { await image.decode(); return image.naturalWidth > 0; })) found.push("the new photo is not there");
	// The first override of all: the folders are new, too.
	write("theme/assets/style.css", `${readFileSync(join(root, "themes/marche/assets/style.css"), "utf8")}\nh1 { letter-spacing: 7px; }\n`);
	await page.waitForFunction(() => getComputedStyle(document.querySelector("h1")).letterSpacing === "7px");
	write("theme/templates/footer.mustache", "<footer><p>A footer of our own</p></footer>\n");
	await shows("A footer of our own", "footer");
	rmSync(within("theme"), { recursive: true });
	await page.waitForFunction(() => document.querySelector("h1") && getComputedStyle(document.querySelector("h1")).letterSpacing !== "7px" && !document.body.innerText.includes("A footer of our own"));
	return found;
});

await test("five hundred saves in ten seconds leave it standing, and the last one shows", async () => {
	await page.goto(`${url}merchants/`);
	const from = performance.now();
	for (let i = 1; i <= 500; i++) {
		writeFileSync(card, named(`Save number ${i}.`));
		await pause(Math.max(0, from + i * 20 - performance.now()));
	}
	await shows("Save number 500.");
	await pause(300);
	return server.child.exitCode === null && !await note.isVisible() ? [] : ["it fell, or says that something is wrong"];
});

const axe = readFileSync(join(root, "tests/node_modules/axe-core/axe.min.js"), "utf8");
await test("axe finds nothing in the note and in the corner, light and dark, on a phone too; the policy of _headers holds", async () => {
	const found = [];
	writeFileSync(card, named("Broken").replace(/^phone:.*$/m, 'phone: "065 / 3"').replace(/^keywords:/m, "keyword:"));
	await note.waitFor();
	await page.keyboard.press("Escape");
	for (const [colorScheme, width] of [["light", 360], ["dark", 1280]]) {
		const other = await chrome.newContext({ viewport: { width, height: 740 }, colorScheme, reducedMotion: "reduce" });
		const view = await other.newPage(), its = view.locator("quartier-preview dialog"), address = `${url}legal/`;
		view.on("console", message => { if (/Content.Security/.test(message.text())) found.push(message.text()); });
		await view.route(address, async route => {
			const response = await route.fetch();
			await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
		});
		await view.goto(address);
		await its.waitFor();
		await its.locator("summary").click();
		if (await its.evaluate(dialog => getComputedStyle(dialog).borderTopWidth) !== "5px") found.push("the note has no style");
		for (const state of ["open", "closed"]) {
			await view.evaluate(axe);
			const { violations } = await view.evaluate(() => globalThis.axe.run());
			found.push(...violations.flatMap(v => v.nodes.map(n => `${colorScheme} ${width} ${state}: ${v.id}: ${n.html.slice(0, 160)} ${n.any?.[0]?.message ?? ""}`)));
			const wide = await its.evaluate(note => Math.max(document.documentElement.scrollWidth, note.scrollWidth));
			if (wide > width) found.push(`${colorScheme} ${width} ${state}: ${wide} pixels wide`);
			await view.keyboard.press("Escape");
			await its.waitFor({ state: "hidden" });
		}
		await other.close();
	}
	writeFileSync(card, good);
	await page.waitForFunction(() => !document.querySelector("main").textContent.includes("Save number"));
	return found;
});

await test("when the program ends the page says so, and is loaded again when it is back", async () => {
	const found = [], before = await edition();
	server.child.removeAllListeners("exit");
	const gone = new Promise(done => server.child.on("exit", done));
	server.child.kill("SIGINT");
	await gone;
	await corner.getByText("The preview has stopped").waitFor();
	// With an error from the start: there is no last good version, and yet what is sound is shown, and followed.
	const toys = within("merchants/la-toupie.md"), sound = readFileSync(toys, "utf8");
	writeFileSync(toys, sound.replace(/^phone:.*$/m, 'phone: "065 / 3"'));
	writeFileSync(card, named("While nobody looked"));
	server = await start(server.port);
	await shows("While nobody looked");
	await note.waitFor();
	if (await edition() === before) found.push("the edition is the same");
	if (await corner.getByText("The preview has stopped").isVisible()) found.push("it still says that it has stopped");
	writeFileSync(card, named("While somebody looks"));
	await shows("While somebody looks");
	writeFileSync(toys, sound);
	await page.waitForFunction(() => document.querySelector("main a[href$='merchants/la-toupie/']"));
	await note.waitFor({ state: "hidden" });
	return found;
});

await test("no service worker stays, not even one of before, and nothing that it kept", async () => {
	const { page } = haunted, left = () => page.evaluate(async () => [
		...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `a worker for ${scope}`),
		...(await caches.keys()).map(name => `the cache "${name}"`)]);
	// At the first visit the old one is still at work, and may keep what it fetches; the theme asks for its worker two seconds
	// after a page is there, and so what is kept is cleared up.
	await page.goto(url);
	await page.waitForFunction(async () => !(await navigator.serviceWorker.getRegistrations()).length);
	await page.goto(`${url}merchants/`);
	for (let i = 0; i < 60 && (await left()).length; i++) await pause(100);
	const found = await left();
	if (!(await page.locator("main").textContent()).includes("While somebody looks")) found.push("the page is an old one");
	return found;
});

await test("nothing was asked of another host, and no script failed", () =>
	[...asked.filter(address => !address.startsWith(url) && !address.startsWith("data:")), ...faults]);

await chrome.close();
finish();
