// links.mjs SITE BASE: every page has what every page must have, every address begins with the site's base, and what the
// site names of its own is there. JSON, XML, calendars and cards are well-formed.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { all, first, jsonld, parse, text } from "./html.mjs";

const [site, base] = process.argv.slice(2);
const { origin, pathname: root } = new URL(base);
const problems = [];
const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter(e => e.isFile())
	.map(e => join(e.parentPath ?? e.path, e.name).slice(site.length + 1)).sort();
const report = (file, what) => problems.push(`${file}: ${what}`);
const read = file => readFileSync(join(site, file), "utf8");
const isHere = path => {
	const file = decodeURIComponent(path.slice(root.length).replace(/[?#].*$/, ""));
	return existsSync(join(site, file.endsWith("/") || file === "" ? `${file}index.html` : file));
};

// An address in a page, a style sheet or a feed: the site's own are there, others are whole.
function address(file, href, page = "") {
	if (/^(https?|mailto|tel|geo|data):/.test(href)) {
		if (!href.startsWith(`${origin}/`)) return;
		href = href.slice(origin.length);
	}
	if (href.startsWith("#")) {
		if (page && !all(page, n => n.attributes.id === href.slice(1)).length) report(file, `${href} leads nowhere`);
		return;
	}
	if (!href.startsWith(root)) return report(file, `${href} does not begin with ${root}`);
	if (!isHere(href)) report(file, `${href} is not there`);
	const [path, fragment] = href.split("#");
	if (fragment && path.endsWith("/") && isHere(path) && !read(`${path.slice(root.length)}index.html`).includes(`id="${fragment}"`))
		report(file, `${href}: no such place in the page`);
}

function head(file, page) {
	const html = first(page, n => n.tag === "html");
	const meta = name => first(page, n => n.tag === "meta" && (n.attributes.name === name || n.attributes.property === name))?.attributes.content;
	const links = rel => all(page, n => n.tag === "link" && n.attributes.rel === rel);
	const url = origin + root + file.replace(/index\.html$/, "");
	if (!html.attributes.lang) report(file, "no language");
	if (!text(first(page, n => n.tag === "title")).trim()) report(file, "no title");
	if (all(page, n => n.tag === "h1").length !== 1) report(file, "not one h1");
	for (const name of ["description", "og:title", "og:type", "og:url", "og:site_name", "og:locale", "og:description", "og:image"])
		if (!meta(name)?.trim()) report(file, `no ${name}`);
	if (!meta("og:image")?.startsWith(base) || !isHere(new URL(meta("og:image")).pathname)) report(file, `og:image is ${meta("og:image")}`);
	if (meta("og:url") !== url) report(file, `og:url is ${meta("og:url")}`);
	if (links("canonical").length !== 1 || links("canonical")[0].attributes.href !== url) report(file, "no canonical address, or another's");
	const alternates = links("alternate").filter(n => n.attributes.hreflang);
	for (const n of alternates) {
		const other = n.attributes.href.slice(origin.length + root.length);
		if (!n.attributes.href.startsWith(origin)) report(file, `hreflang ${n.attributes.href} is not whole`);
		else if (n.attributes.hreflang !== "x-default" && !read(`${other}index.html`).includes(`<html lang="${n.attributes.hreflang}"`))
			report(file, `hreflang ${n.attributes.hreflang} leads to another language`);
	}
	if (alternates.length && (!alternates.some(n => n.attributes.hreflang === "x-default") || !alternates.some(n => n.attributes.href === url)))
		report(file, "hreflang lacks x-default or the page itself");
	const graphs = jsonld(page);
	if (graphs.length !== 1 || !graphs[0]["@graph"]?.length) report(file, "not one JSON-LD graph");
	return { noindex: meta("robots")?.includes("noindex"), url };
}

const indexed = new Set();
for (const file of files.filter(f => f.endsWith(".html"))) {
	const page = parse(read(file));
	const { noindex, url } = head(file, page);
	if (!noindex) indexed.add(url);
	const ids = all(page, n => n.attributes.id).map(n => n.attributes.id);
	for (const id of new Set(ids)) if (ids.filter(i => i === id).length > 1) report(file, `#${id} twice`);
	for (const node of all(page, n => n.attributes.href ?? n.attributes.src ?? n.attributes.action))
		for (const name of ["href", "src", "action"]) if (name in node.attributes) address(file, node.attributes[name], page);
	for (const node of all(page, n => (n.attributes.style !== undefined && !/^(background|object-position|aspect-ratio|left|--[a-z]+):/.test(n.attributes.style)) || Object.keys(n.attributes).some(a => a.startsWith("on"))))
		report(file, `<${node.tag}> has inline style or script, which the policy of _headers forbids`);
}
for (const file of files.filter(f => f.endsWith(".css")))
	for (const [, href] of read(file).matchAll(/url\("?([^")]+)"?\)/g)) if (!href.startsWith("data:") && !href.startsWith("#")) {
		const whole = new URL(href, origin + root + file);
		address(file, whole.pathname);
	}
const mapped = new Set([...read("sitemap.xml").matchAll(/<loc>([^<]+)<\/loc>/g)].map(found => found[1]));
for (const url of indexed) if (!mapped.has(url)) report("sitemap.xml", `lacks ${url}`);
for (const url of mapped) if (!indexed.has(url)) report("sitemap.xml", `has ${url}`);
if (!read("robots.txt").includes(`Sitemap: ${base}sitemap.xml`)) report("robots.txt", "does not name the sitemap");
for (const line of read("_headers").split("\n")) if (/^\S/.test(line) && !line.startsWith(root)) report("_headers", `${line} does not begin with ${root}`);
for (const file of files.filter(f => f.endsWith(".webmanifest"))) {
	const manifest = JSON.parse(read(file));
	for (const href of [manifest.start_url, manifest.scope, ...manifest.icons.map(icon => icon.src)]) address(file, href);
}
for (const file of files.filter(f => f.endsWith("feed.xml"))) {
	const xml = read(file);
	for (const [, href] of xml.matchAll(/<link [^>]*href="([^"]+)"/g)) address(file, href.replaceAll("&amp;", "&"));
	if (!xml.includes(`<id>${base}${file}</id>`)) report(file, "is not its own id");
	if (!/<updated>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)<\/updated>/.test(xml)) report(file, "has no date");
	parse(xml.replace(/<\?xml[^>]*>/, "").replace(/<link ([^>]*)\/>/g, "<link $1>"));
}
for (const file of files.filter(f => /\.(json|geojson)$/.test(f))) JSON.parse(read(file));
for (const entry of JSON.parse(read("search.json"))) address("search.json", entry.url);
for (const { properties } of JSON.parse(read("merchants.geojson")).features) address("merchants.geojson", properties.url);
for (const file of files.filter(f => /\.(vcf|ics)$/.test(f))) {
	const lines = read(file).split("\r\n");
	if (lines.pop() !== "") report(file, "does not end a line");
	for (const line of lines) if (/\n/.test(line) || Buffer.byteLength(line) > 75) report(file, `line too long or broken: ${line.slice(0, 90)}`);
	for (const [i, line] of lines.entries()) if (!/^[ \t]/.test(line) && !/^[A-Z-]+[;:]/i.test(line)) report(file, `line ${i + 1}: ${line}`);
}
if (problems.length) {
	console.log([...new Set(problems)].slice(0, 40).join("\n"));
	process.exit(1);
}
