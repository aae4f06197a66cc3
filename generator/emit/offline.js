/*
 * The guide's service worker: it works offline after one visit.
 *
 * Pages   from the network; where that fails or takes too long, as they were when last seen. What the visitor's
 *         language has is fetched once, when a page asks for it with {kit: address of offline.json}, and again
 *         page by page when their hashes change.
 * Files   under these folders have a hash in their names: kept once, used for ever, the oldest given up first.
 */
const KEPT = 'pages', FILES = 'files';
const FILES_MOST = 900, PATIENCE = 4000, AT_ONCE = 4;
const root = new URL(registration.scope);
const hashed = /^(assets|photos|flyers|social|atlas)\//;

const within = url => url.origin === root.origin && url.pathname.startsWith(root.pathname);
const isFile = url => hashed.test(url.pathname.slice(root.pathname.length));

addEventListener('install', () => skipWaiting());
addEventListener('activate', event => event.waitUntil(clients.claim()));

addEventListener('message', event => {
	const kit = event.data && typeof event.data.kit === 'string' && new URL(event.data.kit, root);
	if (kit && within(kit))
		event.waitUntil(bring(kit).catch(() => {}));
});

addEventListener('fetch', event => {
	const { request } = event, url = new URL(request.url);
	if (request.method !== 'GET' || !within(url) || request.headers.has('range'))
		return;
	event.respondWith(isFile(url) ? file(request) : page(request, url, event));
});

async function file(request) {
	const files = await caches.open(FILES);
	const known = await files.match(request.url);
	if (known)
		return known;
	const answer = await fetch(request);
	if (answer.ok)
		files.put(request.url, answer.clone()).catch(() => {});
	return answer;
}

/* An address as it is kept: without query and fragment. */
const bare = url => url.origin + url.pathname;

async function page(request, url, event) {
	const pages = await caches.open(KEPT);
	const fresh = fetch(request).then(answer => {
		/* One that came by a redirect may not answer a navigation. */
		if (answer.ok && !answer.redirected)
			event.waitUntil(pages.put(bare(url), answer.clone()).catch(() => {}));
		return answer;
	});
	const known = await pages.match(bare(url));
	if (known) {
		fresh.catch(() => {});
		const late = new Promise(done => setTimeout(done, PATIENCE, known));
		return Promise.race([fresh.catch(() => known), late]);
	}
	return fresh.catch(() => request.mode === 'navigate' ? excuse(url) : Response.error());
}

/* A page that was never brought along. */
async function excuse(url) {
	const pages = await caches.open(KEPT);
	const lists = (await pages.keys()).map(kept => kept.url).filter(kept => kept.endsWith('/offline.json'))
		.sort((a, b) => b.length - a.length);
	const list = lists.find(kept => url.href.startsWith(new URL('.', kept).href)) ?? lists[0];
	const said = list ? await (await pages.match(list)).json() : { lang: 'en', title: 'Offline', text: '', home: root.pathname, back: root.pathname };
	const safe = text => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt()};`);
	const style = (said.files ?? []).filter(name => name.endsWith('.css')).map(name => `<link rel="stylesheet" href="${safe(name)}">`).join('');
	return new Response(`<!doctype html><html lang="${safe(said.lang)}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
		`<title>${safe(said.title)}</title>${style}<main class="wrap"><h1>${safe(said.title)}</h1><p>${safe(said.text)}</p>` +
		`<p><a href="${safe(said.home)}">${safe(said.back)}</a></p></main>`, { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

/* A few at a time: whoever reads a page meanwhile comes first. One that fails is left for the next visit. */
async function each(things, work) {
	const rest = things.slice();
	await Promise.all(Array.from({ length: AT_ONCE }, async () => {
		while (rest.length)
			await work(rest.shift()).catch(() => {});
	}));
}

async function bring(address) {
	const pages = await caches.open(KEPT), files = await caches.open(FILES);
	const answer = await fetch(address, { cache: 'no-cache' });
	if (!answer.ok)
		return;
	const before = await pages.match(bare(address)).then(kept => kept?.json()).catch(() => {});
	const list = await answer.clone().json(), had = new Map(before?.pages);
	const full = path => new URL(path, root).href;

	await each(list.pages, async entry => {
		const [path, hash] = entry;
		if (had.get(path) === hash && await pages.match(full(path)))
			return;
		/* Until it has come, what is kept is not what the list says: the next visit asks again. */
		entry[1] = '';
		const fresh = await fetch(full(path), { cache: 'no-cache' });
		if (!fresh.ok || fresh.redirected)
			return;
		await pages.put(full(path), fresh);
		entry[1] = hash;
	});
	await each(list.files, async path => {
		if (!await files.match(full(path))) {
			const fresh = await fetch(full(path));
			if (fresh.ok)
				await files.put(full(path), fresh);
		}
	});
	/* What the guide no longer has: a shop that left is not shown to anybody. */
	const now = new Set(list.pages.map(([path]) => path));
	for (const path of had.keys())
		if (!now.has(path))
			await pages.delete(full(path));
	await pages.put(bare(address), new Response(JSON.stringify(list), { headers: { 'Content-Type': 'application/json' } }));
	const needed = new Set(list.files.map(full)), kept = await files.keys();
	for (const old of kept.filter(({ url }) => !needed.has(url)).slice(0, Math.max(0, kept.length - FILES_MOST)))
		await files.delete(old);
}
