// What the browser tests share: TAP lines, the example built and served, a browser.
import { spawn, spawnSync, execFileSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const quartier = process.env.QUARTIER ?? join(root, "build/release/quartier");
export const now = "2026-11-21T10:00";

let failures = 0;
export function ok(name) { console.log(`ok - ${name}`); }
export function notOk(name, why) {
	failures++;
	console.log(`not ok - ${name}`);
	for (const line of String(why ?? "").split("\n").slice(0, 40)) console.log(`    ${line}`);
}
export function skip(name, why) { console.log(`ok - ${name} # SKIP ${why}`); }
// One test: passed when `work` returns nothing, or an empty list.
export async function test(name, work) {
	try {
		const found = await work();
		if (found?.length) notOk(name, [found].flat().join("\n"));
		else ok(name);
	} catch (error) {
		notOk(name, error.stack);
	}
}
export function finish() { process.exit(failures ? 1 : 0); }

export function temporary() {
	const folder = mkdtempSync(join(tmpdir(), "quartier-test-"));
	process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

// The example in a repository of its own, with a past: our own repository's is none of the guide's. Two shops are
// new by `now`, and one card was changed in between.
export function example() {
	const content = join(temporary(), "example"), recent = ["la-toupie.md", "terres-d-elise.md"], changed = "encre-noire.md";
	const card = name => join(content, "merchants", name), from = name => join(root, "content-example/merchants", name);
	const git = (day, ...words) => execFileSync("git", ["-C", content, ...words], { stdio: "pipe", env: { ...process.env,
		GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null", GIT_AUTHOR_NAME: "Test", GIT_AUTHOR_EMAIL: "test@example.org",
		GIT_COMMITTER_NAME: "Test", GIT_COMMITTER_EMAIL: "test@example.org", GIT_AUTHOR_DATE: `${day}T09:30:00Z`, GIT_COMMITTER_DATE: `${day}T09:30:00Z` } });
	const commit = day => { git(day, "add", "-A"); git(day, "commit", "-qm", `The guide on ${day}`); };
	cpSync(join(root, "content-example"), content, { recursive: true, filter: path => !/content-example\/(site|\.quartier)$/.test(path) });
	git("2026-03-14", "init", "-q", "-b", "main");
	for (const name of recent) rmSync(card(name));
	appendFileSync(card(changed), "\nDemain, davantage.\n");
	commit("2026-03-14");
	truncateSync(card(changed), readFileSync(from(changed)).length);
	commit("2026-09-02");
	for (const [i, name] of recent.entries()) {
		cpSync(from(name), card(name));
		commit(["2026-10-09", "2026-11-12"][i]);
	}
	return content;
}

// Copies of the example share its pictures, which take half a minute.
const kept = options => options.includes("--cache") ? options : ["--cache", join(root, "content-example/.quartier/cache"), ...options];

// Builds the example; the folder of the site.
export function build(content = example(), ...options) {
	const site = join(temporary(), "site");
	execFileSync(quartier, ["build", content, "-o", site, "--now", now, "-q", ...kept(options)], { stdio: "inherit" });
	return site;
}

// Serves content on a free port; { url, stop }.
export async function serve(content = example(), ...options) {
	const child = spawn(quartier, ["serve", content, "--port", "0", "--now", now, ...kept(options)]);
	process.on("exit", () => child.kill("SIGINT"));
	const url = await new Promise((resolve, reject) => {
		let said = "";
		child.stdout.on("data", data => {
			said += data;
			const found = said.match(/http:\/\/127\.0\.0\.1:\d+\//);
			if (found) resolve(found[0]);
		});
		child.stderr.on("data", data => { said += data; });
		child.on("exit", code => reject(new Error(`serve ended with ${code}: ${said}`)));
	});
	return { url, stop: () => child.kill("SIGINT") };
}

export function files(folder, ending) {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter(entry => entry.isFile() && entry.name.endsWith(ending))
		.map(entry => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/")).sort();
}

// The kind of a page, by its path: "merchants/SLUG", "nl/offers".
export function kindOf(path) {
	const kinds = new Set(["merchants", "categories", "streets", "offers", "events", "news", "routes", "pages"]);
	const parts = path.replace(/index\.html$/, "").split("/").filter(Boolean);
	return parts.map((part, i) => i > 0 && kinds.has(parts[i - 1]) ? "SLUG" : part).join("/") || "home";
}

// Where Chromium is, when a browser can be had; on Ubuntu the name may be there and only tell of a snap.
export const chromium = existsSync(join(root, "tests/node_modules/playwright-core")) &&
	["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(name => spawnSync(name, ["--version"]).status === 0);

// What axe is asked for: by night nothing but colours is other than by day.
export const axeOptions = scheme => scheme === "light" ? {} : { runOnly: ["color-contrast", "link-in-text-block"] };

export async function browser() {
	const { chromium: driver } = await import("playwright-core");
	return driver.launch({
		executablePath: chromium,
		args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
			"--disable-component-update", "--disable-sync"],
	});
}
