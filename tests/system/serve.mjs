// What serve.sh asks of a preview that runs: node serve.mjs STEP ADDRESS CONTENT …
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import http from "node:http";
import net from "node:net";
import { join } from "node:path";

const [step, base, content, ...rest] = process.argv.slice(2);
const { port } = new URL(base);
const fail = why => { console.error(why); process.exit(1); };
const sleep = time => new Promise(done => setTimeout(done, time));
setTimeout(() => fail(`${step}: it takes too long`), 60000);

// One request, as it is given: no library normalizes the path.
const get = (path, headers = {}) => new Promise((resolve, reject) => {
	http.get({ host: "127.0.0.1", port, path, headers, agent: false }, answer => {
		const parts = [];
		answer.on("data", part => parts.push(part));
		answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, bytes: Buffer.concat(parts), text: Buffer.concat(parts).toString() }));
	}).on("error", reject);
});

// The events of a connection: next() waits for one that comes, or has come.
async function listen() {
	const queue = [], waiting = [];
	const request = http.get({ host: "127.0.0.1", port, path: "/.quartier/events", agent: false });
	const answer = await new Promise((resolve, reject) => request.on("response", resolve).on("error", reject));
	let text = "";
	answer.on("data", data => {
		text += data;
		for (let end; (end = text.indexOf("\n\n")) >= 0; text = text.slice(end + 2)) {
			const [, name, json] = text.slice(0, end).match(/^event: (.*)\ndata: (.*)$/) ?? [];
			if (!name) continue;
			if (name !== "edition") fail(`an event is called ${name}`);
			const event = JSON.parse(json);
			waiting.length ? waiting.shift()(event) : queue.push(event);
		}
	});
	answer.on("error", () => {});
	return {
		next: () => queue.length ? Promise.resolve(queue.shift()) : new Promise(done => waiting.push(done)),
		pending: () => queue.length,
		ended: new Promise(done => answer.on("close", done)),
		close: () => request.destroy(),
	};
}

const card = (name, more = "") => `---\nname: ${name}\ncategory: bakery\n${more}address: {street: Rue Haute 1, postcode: "7376", city: Valmoulin}\n---\nDu pain.\n`;
const save = (name, more) => writeFileSync(join(content, "merchants/pain.md"), card(name, more));
const page = async () => (await get("/merchants/pain/")).text;
const want = (is, what) => { if (!is) fail(what); };

const steps = {
	async edit() {
		const events = await listen(), first = await events.next();
		want(first.sound && first.pages > 0 && first.problems.length === first.counts.error + first.counts.warning + first.counts.note, JSON.stringify(first));
		want((await page()).includes(`data-edition="${first.edition}" defer></script></body>`), "the page does not name its edition");
		for (const key of ["title_errors", "kept", "mend", "warnings_one", "warnings_many", "close", "stopped", "line", "hint"])
			want(first.words[key], `there is no word ${key}`);
		save("Le Pain nouveau");
		const second = await events.next();
		want(second.sound && second.edition !== first.edition && second.milliseconds < 10000, JSON.stringify(second));
		want((await page()).includes("Le Pain nouveau"), "the page is not new");
		want((await page()).includes(second.edition), "the page is not of the new edition");
	},
	async error() {
		const events = await listen(), good = await events.next();
		save("Le Pain cassé", "phone: 12\n");
		const bad = await events.next(), [problem] = bad.problems;
		want(!bad.sound && bad.edition === good.edition && bad.counts.error === 1, JSON.stringify(bad));
		want(problem.severity === "error" && problem.code === "phone" && problem.file === "merchants/pain.md" && problem.line === 4 && problem.column > 0 && problem.message && problem.hint, JSON.stringify(problem));
		want((await page()).includes("Le Pain nouveau") && !(await page()).includes("cassé"), "the last good page is gone");
		save("Le Pain réparé");
		const mended = await events.next();
		want(mended.sound && mended.edition !== good.edition && mended.counts.error === 0, JSON.stringify(mended));
		want((await page()).includes("Le Pain réparé"), "the mended page is not there");
	},
	// A site that was built, for a host as long as the preview's, which no site can have: its bytes are the preview's but for the line,
	// sw.js and offline.json.
	async same() {
		const [site] = rest, wrong = [];
		let files = 0;
		for (const entry of readdirSync(site, { recursive: true, withFileTypes: true })) {
			const path = join(entry.parentPath ?? entry.path, entry.name).slice(site.length + 1);
			if (!entry.isFile() || /(^|\/)\./.test(path) || path === "sw.js" || path.endsWith("offline.json")) continue;
			const answer = await get(`/${path.replace(/(^|\/)index\.html$/, "$1")}`);
			const built = readFileSync(join(site, path)).toString("latin1").replaceAll("aaa.bb.cc", "127.0.0.1"), shown = answer.bytes.toString("latin1");
			const bare = shown.replace(/<script src="\/\.quartier\/preview\.js" data-edition="[0-9a-f]+-\d+" defer><\/script>/, "");
			files++;
			if (answer.status !== 200 || bare !== built || (bare !== shown) !== path.endsWith(".html"))
				wrong.push(path);
		}
		want(files > 300 && wrong.length === 0, `${wrong.length} of ${files} differ: ${wrong.slice(0, 10)}`);
		const worker = await get("/sw.js");
		want(worker.status === 200 && worker.text.includes("unregister()"), "sw.js does not go");
		want((await get("/map")).headers.location === "/map/", "a folder is not redirected to");
		want((await get("/nowhere/")).status === 404 && (await get("/atlas/")).status === 404, "what is not there is not missing");
	},
	async traversal() {
		for (const path of ["/../quartier.yml", "/..%2fquartier.yml", "/%2e%2e/quartier.yml", "/merchants/../../quartier.yml", "//etc/passwd", "/%2fetc%2fpasswd",
			"/.quartier/../quartier.yml", "/.quartier/cache/1/pruned", "/.git/config", "/quartier.yml", "/merchants/pain.md", "/..\\quartier.yml", "/%00", "/.quartier-site"]) {
			const { status, text } = await get(path);
			want(status === 404 && !text.includes("quartier: 1") && !text.includes("root:x:"), `${path}: ${status}`);
		}
		for (const headers of [{ host: "evil.example" }, { host: `evil.example:${port}` }, { host: "127.0.0.1:1" }])
			want((await get("/", headers)).status === 403, JSON.stringify(headers));
		for (const headers of [{ origin: "https://evil.example" }, { origin: "null" }, { "sec-fetch-site": "cross-site" }, { "sec-fetch-site": "same-site" }])
			for (const path of ["/.quartier/events", "/.quartier/preview.js"])
				want((await get(path, headers)).status === 403, `${path} ${JSON.stringify(headers)}`);
		want((await get("/.quartier/preview.js", { origin: `http://127.0.0.1:${port}`, "sec-fetch-site": "same-origin" })).status === 200, "its own page is refused");
	},
	// A few seconds later, they are gone.
	async idle() {
		const sockets = await Promise.all(Array.from({ length: 200 }, () => new Promise((resolve, reject) => {
			const socket = net.connect(+port, "127.0.0.1", () => resolve(socket)).on("error", reject);
			socket.closed_by_server = new Promise(done => socket.on("end", done).on("close", done).resume());
		})));
		want((await get("/")).status === 200, "the 201st is not served");
		const events = await listen();
		want((await events.next()).sound, "and hears nothing");
		await Promise.all(sockets.map(socket => socket.closed_by_server));
		save("Le Pain patient");
		want((await events.next()).sound, "who listens was closed, too");
	},
	async saves() {
		const [pid] = rest, events = await listen();
		const state = () => ({ files: readdirSync(`/proc/${pid}/fd`).length, memory: +readFileSync(`/proc/${pid}/status`, "utf8").match(/VmRSS:\s*(\d+)/)[1] });
		await events.next();
		for (let i = 0; i < 5; i++) { save(`Le Pain avant ${i}`); await events.next(); }
		const before = state();
		for (let i = 1; i <= 500; i++) { save(`Le Pain ${i}`, i % 50 === 0 ? "phone: 12\n" : ""); await sleep(4); }
		save("Le Pain enfin");
		while (!(await page()).includes("Le Pain enfin")) await events.next();
		let builds = events.pending();
		while (events.pending()) { await events.next(); builds++; }
		await sleep(1500);
		const after = state();
		want(after.files <= before.files + 2, `${before.files} files were open, then ${after.files}`);
		want(after.memory < before.memory * 1.5 + 8192, `${before.memory} kB, then ${after.memory} kB`);
		console.log(`# memory ${before.memory} kB, after 500 saves ${after.memory} kB; files ${before.files}, ${after.files}`);
	},
	// Waits until a page of the address has the text.
	async until() {
		const [path, text] = rest, events = await listen();
		while (!(await get(path)).text.includes(text)) await events.next();
	},
	async ends() {
		const [pid] = rest, events = await listen();
		await events.next();
		process.kill(+pid, "SIGINT");
		await events.ended;
	},
};
await steps[step]();
process.exit(0);
