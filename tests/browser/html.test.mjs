// Every page is valid HTML5 by the Nu validator; markup, feeds and data are what machines can read; without
// script every merchant can be reached from the home page; no page names another host to load from.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build, files, finish, kindOf, notOk, ok, root, skip, test } from "./site.mjs";

const site = build();
const pages = files(site, ".html");
const read = path => readFileSync(join(site, path), "utf8");

const jar = join(root, "tests/node_modules/vnu-jar/build/dist/vnu.jar");
if (!existsSync(jar) || spawnSync("java", ["-version"]).error)
	skip("the Nu validator finds nothing on any page", "the validator or java is not installed");
else
	await test("the Nu validator finds nothing on any page", () => {
		// Every page of the main language, one of each kind in the others: their templates are the same.
		const seen = new Set();
		const chosen = pages.filter(path => !path.startsWith("nl/") || (!seen.has(kindOf(path)) && seen.add(kindOf(path))));
		const { stderr } = spawnSync("java", ["-Xmx512m", "-jar", jar, "--format", "gnu", ...chosen.map(p => join(site, p))],
			{ encoding: "utf8", maxBuffer: 1 << 26 });
		return stderr.split("\n").filter(Boolean).slice(0, 40);
	});

await test("every page has a title, a description, a canonical address and one h1", () => pages.flatMap(path => {
	const html = read(path), wrong = [];
	if (!/<title>[^<]+<\/title>/.test(html)) wrong.push(`${path}: title`);
	if ((html.match(/<h1[ >]/g) ?? []).length !== 1) wrong.push(`${path}: h1`);
	if (!/<html lang="(fr|nl)"/.test(html)) wrong.push(`${path}: lang`);
	if (path === "404.html") return wrong;
	if (!/<meta name="description" content="[^"]+"/.test(html)) wrong.push(`${path}: description`);
	if (!/<link rel="canonical" href="https:\/\/[^"]+"/.test(html)) wrong.push(`${path}: canonical`);
	if ((html.match(/hreflang="/g) ?? []).length < 3) wrong.push(`${path}: hreflang`);
	if (!/<meta property="og:title"/.test(html)) wrong.push(`${path}: Open Graph`);
	return wrong;
}));

const graphs = new Map();
await test("every page has JSON-LD that parses, a graph whose references lead somewhere, never a rating", () => pages.flatMap(path => {
	const found = read(path).match(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/);
	if (!found) return path === "404.html" ? [] : [`${path}: none`];
	const data = JSON.parse(found[1]);
	graphs.set(path, data["@graph"]);
	if (data["@context"] !== "https://schema.org" || !Array.isArray(data["@graph"])) return [`${path}: no graph`];
	return /aggregateRating|"review"/.test(found[1]) ? [`${path}: a rating`] : [];
}));

await test("list pages mark up every merchant they list", () => [...graphs].flatMap(([path, graph]) => {
	if (!/^(nl\/)?(categories|streets)\/[^/]+\/index\.html$|^(nl\/)?merchants\/index\.html$/.test(path)) return [];
	const list = graph.find(node => node["@type"] === "ItemList" || node.mainEntity?.["@type"] === "ItemList");
	const items = (list?.itemListElement ?? list?.mainEntity?.itemListElement ?? []).map(e => e.item ?? e);
	const linked = new Set([...read(path).matchAll(/href="[^"]*(\/merchants\/[a-z0-9-]+\/)"/g)].map(m => m[1]));
	const marked = new Set(items.map(item => (item.url ?? item["@id"] ?? "").match(/\/merchants\/[a-z0-9-]+\//)?.[0]));
	const bare = items.filter(item => !item.name || !item["@type"]);
	return [...linked].filter(url => !marked.has(url)).map(url => `${path}: ${url} is listed, not marked up`)
		.concat(bare.map(item => `${path}: ${item["@id"]} without name or type`));
}));

await test("without script every merchant can be reached from the home page", () => {
	const wanted = new Set(pages.filter(p => /^merchants\/[^/]+\/index\.html$/.test(p)));
	const base = new URL(read("sitemap.xml").match(/<loc>([^<]+)</)[1]).origin;
	const queue = ["index.html"], seen = new Set(queue);
	while (queue.length) {
		const path = queue.shift();
		for (const [, href] of read(path).matchAll(/<a [^>]*href="([^"#?]+)/g)) {
			const url = new URL(href, `${base}/${path}`);
			if (url.origin !== base) continue;
			const target = url.pathname.replace(/^\//, "") + (url.pathname.endsWith("/") ? "index.html" : "");
			if (pages.includes(target) && !seen.has(target)) { seen.add(target); queue.push(target); }
		}
	}
	if (wanted.size < 30) return [`only ${wanted.size} merchants`];
	return [...wanted].filter(p => !seen.has(p));
});

await test("every link inside the site leads to a file", () => {
	const all = new Set(files(site, ""));
	const base = new URL(read("sitemap.xml").match(/<loc>([^<]+)</)[1]).origin;
	return [...new Set(pages.flatMap(path => [...read(path).matchAll(/(?:href|src)="([^"]+)"/g)].flatMap(([, href]) => {
		const url = new URL(href.replaceAll("&amp;", "&"), `${base}/${path}`);
		if (url.origin !== base || !/^https?:$/.test(url.protocol)) return [];
		const target = decodeURIComponent(url.pathname).replace(/^\//, "") + (url.pathname.endsWith("/") ? "index.html" : "");
		return all.has(target) ? [] : [`${path}: ${href}`];
	})))];
});

await test("pages load from nowhere else", () => pages.flatMap(path =>
	[...read(path).matchAll(/<(?:script|img|link|iframe|source)[^>]*(?:src|href)="(https?:)?\/\/[^"]+"[^>]*>/g)]
		.map(m => m[0]).filter(tag => !/rel="(canonical|alternate|me)"/.test(tag)).map(tag => `${path}: ${tag}`)));

await test("what is hidden is named nowhere", () => files(site, "").flatMap(path =>
	/assurances-pirsoulle|Pirsoulle|le-petit-jardin/.test(read(path)) ? [path] : []));

if (spawnSync("xmllint", ["--version"]).error)
	skip("feeds and sitemap are well-formed", "xmllint is not installed");
else
	await test("feeds and sitemap are well-formed", () => {
		const { status, stderr } = spawnSync("xmllint", ["--noout", ...files(site, ".xml").map(p => join(site, p))], { encoding: "utf8" });
		return status === 0 ? [] : stderr;
	});
await test("feeds are Atom with what RFC 4287 asks for", () => files(site, "feed.xml").flatMap(path => {
	const xml = read(path), wrong = [];
	if (!xml.includes('xmlns="http://www.w3.org/2005/Atom"')) wrong.push("namespace");
	const head = xml.split("<entry>")[0];
	for (const part of ["<id>", "<title", "<updated>", 'rel="self"', "<author>"]) if (!head.includes(part)) wrong.push(part);
	for (const entry of xml.split("<entry>").slice(1))
		for (const part of ["<id>", "<title", "<updated>", "<link"]) if (!entry.includes(part)) wrong.push(`entry: ${part}`);
	return wrong.map(what => `${path}: ${what}`);
}));
await test("data files are JSON", () => { for (const path of [...files(site, ".json"), ...files(site, ".geojson"), ...files(site, ".webmanifest")]) JSON.parse(read(path)); });
await test("the files of the contract are there", () => ["index.html", "404.html", "sitemap.xml", "robots.txt", "feed.xml", "search.json",
	"merchants.geojson", "manifest.webmanifest", "_headers", ".quartier-site", "map/index.html", "search/index.html", "legal/index.html",
	"offers/index.html", "events/index.html", "news/index.html", "routes/index.html"].filter(path => !existsSync(join(site, path))));
await test("a merchant page weighs under 60 KB with its style and script, without its photos and their tags; script under 10 KB on every page", () => {
	const weigh = path => readFileSync(join(site, path)).length;
	return pages.flatMap(path => {
		const html = read(path);
		const named = [...html.matchAll(/(?:href|src)="\/(assets\/[^"#]+\.(css|js|svg))/g)].map(m => m[1]);
		const tags = [...html.matchAll(/<img [^>]+>/g)].reduce((sum, [tag]) => sum + Buffer.byteLength(tag), 0);
		const total = weigh(path) - tags + [...new Set(named)].reduce((sum, file) => sum + weigh(file), 0);
		const script = [...new Set(named)].filter(f => f.endsWith(".js")).reduce((sum, file) => sum + weigh(file), 0);
		const most = /^(nl\/)?merchants\/[^/]+\/index\.html$/.test(path) ? 60_000 : Infinity;
		return total > most || script > 10_000 ? [`${path}: ${total} bytes, ${script} of script`] : [];
	});
});
finish();
