// What a web server makes of a site: every file asked for as browsers do, beside the site's own _headers.
//
//   node tests/system/served.mjs NAME URL SITE ENCODINGS ASPECT…    "br,gzip": what the server has versions for, best first
import assert from "node:assert";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { Agent, request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

const [, , name, base, site, encodings, ...wanted] = process.argv;
const agent = new Agent({ keepAlive: true, maxSockets: 16 });
const unpack = { br: brotliDecompressSync, gzip: gunzipSync, undefined: bytes => bytes };
const suffix = { br: ".br", gzip: ".gz" };
const types = {
	html: "text/html; charset=utf-8", css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8",
	txt: "text/plain; charset=utf-8", ics: "text/calendar; charset=utf-8", vcf: "text/vcard; charset=utf-8",
	json: "application/json", geojson: "application/geo+json", webmanifest: "application/manifest+json",
	xml: "application/xml", svg: "image/svg+xml", webp: "image/webp", jpg: "image/jpeg", png: "image/png",
	"feed.xml": "application/atom+xml; charset=utf-8",
};

function get(path, headers = {}) {
	return new Promise((resolve, reject) => {
		request(new URL(path, base), { agent, headers }, answer => {
			const parts = [];
			answer.on("data", part => parts.push(part));
			answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
		}).on("error", reject).end();
	});
}

// The files as they are asked for: a folder by its own name.
const files = readdirSync(site, { recursive: true })
	.filter(file => statSync(site + "/" + file).isFile() && !/\.(gz|br)$|^_headers$|^\.quartier/.test(file)).sort();
const address = file => file.replace(/(^|\/)index\.html$/, "$1");
assert(files.length > 20);

// "/assets/*" and its headers, of a site that lies at the root of its host or below.
function rules() {
	const found = [];
	for (const line of readFileSync(site + "/_headers", "utf8").split("\n")) {
		if (line.startsWith("/")) found.push({ path: line, headers: [] });
		else if (line) found.at(-1).headers.push(/^ +([^:]+): (.*)$/.exec(line).slice(1));
	}
	assert(found.length > 10);
	return found;
}
const root = new URL(base).pathname;
const matches = (rule, path) => (rule.endsWith("*") ? path.startsWith(rule.slice(0, -1)) : path === rule);

const aspects = {
	async versions() {
		const asked = { "": undefined, br: "br", gzip: "gzip", "gzip, deflate, br": encodings.split(",")[0], "br;q=0, gzip": "gzip" };
		const counts = {};
		for (const file of files) {
			for (const [accepted, best] of Object.entries(asked)) {
				const answer = await get(address(file), accepted ? { "Accept-Encoding": accepted } : {});
				const encoding = encodings.includes(best) && existsSync(site + "/" + file + suffix[best]) ? best : undefined;
				const what = `${file}, accepted: ${accepted}`;
				assert.equal(answer.status, 200, what);
				assert.equal(answer.headers["content-encoding"], encoding, what);
				assert(unpack[encoding](answer.body).equals(readFileSync(site + "/" + file)), what);
				if (existsSync(site + "/" + file + ".gz")) assert.match(answer.headers.vary ?? "", /^accept-encoding$/i, what);
				counts[encoding] = (counts[encoding] ?? 0) + 1;
			}
		}
		for (const encoding of encodings.split(",")) assert(counts[encoding] > 10, encoding);
	},
	async headers() {
		const used = new Set();
		for (const file of files) {
			const path = root + address(file), answer = await get(address(file), { "Accept-Encoding": "gzip, br" });
			for (const rule of rules()) {
				if (!matches(rule.path, path)) continue;
				used.add(rule.path);
				for (const [name, value] of rule.headers) assert.equal(answer.headers[name.toLowerCase()], value, `${path}: ${name}`);
			}
		}
		for (const rule of ["*", "assets/*", "photos/*", "social/*", "sw.js", "merchants/*", ""]) assert(used.has(root + rule), rule);
		const same = await get("", { "Accept-Encoding": "gzip, br" });
		assert.equal((await get("", { "Accept-Encoding": "gzip, br", "If-None-Match": same.headers.etag })).status, 304);
	},
	async types() {
		const seen = new Set();
		for (const file of files) {
			for (const accepted of ["identity", "gzip", "br"]) {
				const last = /[^/]*$/.exec(file)[0], end = last in types ? last : /[^.]*$/.exec(last)[0];
				const answer = await get(address(file), { "Accept-Encoding": accepted });
				assert(types[end], file);
				assert.equal(answer.headers["content-type"].replace(/;charset/, "; charset").toLowerCase(), types[end], file);
				seen.add(end);
			}
		}
		assert(seen.size >= 13, [...seen].join());
	},
	async missing() {
		const page = readFileSync(site + "/404.html");
		const everywhere = rules().find(rule => rule.path === root + "*").headers;
		for (const path of ["none", "merchants/none/", "assets/none.css", "merchants/none.vcf", "feeds/feed.xml", "assets/", "_headers", ".quartier-site"]) {
			for (const encoding of encodings.split(",")) {
				const answer = await get(path, { "Accept-Encoding": encoding });
				assert.equal(answer.status, 404, path);
				assert.equal(answer.headers["content-encoding"], encoding, path);
				assert(unpack[encoding](answer.body).equals(page), path);
				assert.equal(answer.headers["content-type"].toLowerCase(), types.html, path);
				assert.equal(answer.headers["cache-control"], "public, max-age=300, must-revalidate", path);
				assert.match(answer.headers.vary ?? "", /^accept-encoding$/i, path);
				for (const [name, value] of everywhere) assert.equal(answer.headers[name.toLowerCase()], value, `${path}: ${name}`);
			}
		}
		const folder = await get("merchants/pain");
		assert([301, 308].includes(folder.status), String(folder.status));
		assert.equal(new URL(folder.headers.location, base).pathname, root + "merchants/pain/");
	},
};
for (const aspect of wanted) {
	try {
		await aspects[aspect]();
		console.log(`ok - ${name}: ${aspect}`);
	} catch (error) {
		console.log(`not ok - ${name}: ${aspect}\n    ${String(error.stack).replaceAll("\n", "\n    ")}`);
		process.exitCode = 1;
	}
}
agent.destroy();
