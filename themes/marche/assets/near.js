/*
 * near: what is near the reader, on foot; the position is asked for when they tap, and stays in their device.
 *
 * Page   buttons [data-near], the first with the texts, the `data-area` (south,west,north,east) and the address of the graph
 *        (data-walk, may be empty); [data-near-said] tells what happens; items [data-at] in a [data-filter-list].
 * Graph  {"at": [lat, lon, …], "to": [a, b, metres, …]}: 1e-5 degrees, each the difference to the one before; stretches
 *        between them, by their numbers.
 * Tells  near-told; the position stands in the list's data-here, and is gone when the list is in its own order again.
 */
const PER_MINUTE = 75, DETOUR = 1.3, REACH = 150, FAR = 2500;   /* metres */
const DEGREE = 111195;

/* Metres east and north of a place: good enough for a town. */
export function planeAt([lat, lon]) {
	const wide = DEGREE * Math.cos(lat * Math.PI / 180);
	return ([a, o]) => [(o - lon) * wide, (a - lat) * DEGREE];
}

export function graphOf({ at, to }, plane) {
	const nodes = [], links = [], stretches = [];
	let lat = 0, lon = 0;
	for (let i = 0; i < at.length; i += 2)
		nodes.push(plane([(lat += at[i]) / 1e5, (lon += at[i + 1]) / 1e5])) && links.push([]);
	for (let i = 0; i < to.length; i += 3) {
		const [a, b, metres] = to.slice(i, i + 3);
		links[a].push([b, metres]);
		links[b].push([a, metres]);
		stretches.push({ a, b, metres });
	}
	return { nodes, links, stretches };
}

/* The stretch that is nearest, how far away it is, and how far along it; none out of reach. */
export function snap({ nodes, stretches }, [x, y]) {
	let best;
	for (const stretch of stretches) {
		const [ax, ay] = nodes[stretch.a], [bx, by] = nodes[stretch.b], dx = bx - ax, dy = by - ay;
		const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
		const away = Math.hypot(ax + along * dx - x, ay + along * dy - y);
		if (away <= (best?.away ?? REACH))
			best = { ...stretch, away, along };
	}
	return best;
}

/* Metres to every node, from a place on a stretch: Dijkstra, with a heap. */
export function waysFrom({ nodes, links }, { a, b, metres, away, along }) {
	const ways = new Array(nodes.length).fill(Infinity), heap = [];
	const put = (node, way) => {
		if (way >= ways[node])
			return;
		ways[node] = way;
		let i = heap.length;
		for (let up; i > 0 && heap[up = (i - 1) >> 1][1] > way; i = up)
			heap[i] = heap[up];
		heap[i] = [node, way];
	};
	const take = () => {
		const first = heap[0], last = heap.pop();
		let i = 0;
		for (let down; heap.length && (down = 2 * i + 1) < heap.length; i = down) {
			if (down + 1 < heap.length && heap[down + 1][1] < heap[down][1])
				down++;
			if (heap[down][1] >= last[1])
				break;
			heap[i] = heap[down];
		}
		if (heap.length)
			heap[i] = last;
		return first;
	};
	put(a, away + along * metres);
	put(b, away + (1 - along) * metres);
	while (heap.length) {
		const [node, way] = take();
		if (way === ways[node])
			for (const [next, length] of links[node])
				put(next, way + length);
	}
	return ways;
}

/* A function: metres on foot from `here` to a place. */
export function walker(data, here) {
	const plane = planeAt(here), graph = data && graphOf(data, plane), from = graph && snap(graph, [0, 0]);
	const ways = from && waysFrom(graph, from);
	return place => {
		const spot = plane(place), straight = Math.hypot(...spot), to = from && snap(graph, spot);
		if (!to)
			return straight * DETOUR;
		const { a, b, metres, away, along } = to;
		const there = away + Math.min(ways[a] + along * metres, ways[b] + (1 - along) * metres);
		/* In one street there is no need to go to its end. */
		const beside = a === from.a && b === from.b ? from.away + away + Math.abs(along - from.along) * metres : Infinity;
		const way = Math.max(straight, Math.min(there, beside));
		return way < Infinity ? way : straight * DETOUR;
	};
}

const numbers = text => text.split(',').map(Number);
const position = () => new Promise((found, failed) => navigator.geolocation.getCurrentPosition(found, failed,
	{ enableHighAccuracy: true, timeout: 12000, maximumAge: 30000 }));

/* Metres from a place to the area; 0 within. */
export function beyond([south, west, north, east], [lat, lon]) {
	const [x, y] = planeAt([lat, lon])([Math.min(Math.max(lat, south), north), Math.min(Math.max(lon, west), east)]);
	return Math.hypot(x, y);
}

let home;       /* each item and where it came from, while the list is sorted */

export async function toggle(root) {
	const buttons = [...root.querySelectorAll('[data-near]')], { dataset } = buttons[0];
	const list = root.querySelector('[data-filter-list]');
	const say = text => root.querySelectorAll('[data-near-said]').forEach(said => said.textContent = text);
	const tell = pressed => {
		for (const button of buttons)
			button.ariaPressed = pressed;
		root.dispatchEvent(new Event('open-told'));     /* the filter looks at the groups again */
		root.dispatchEvent(new Event('near-told'));
	};

	if (home) {
		for (const { item, group, after } of home.reverse())
			after ? after.before(item) : group.append(item);
		list.querySelector('.near-list').remove();
		for (const walk of list.querySelectorAll('.walk'))
			walk.remove();
		home = undefined;
		delete list.dataset.here;
		say('');
		tell(false);
		return;
	}
	say(dataset.asking);
	let coords;
	try {
		({ coords } = await position());
	} catch ({ code }) {
		say(code === 1 ? dataset.denied : dataset.failed);
		return;
	}
	const here = [coords.latitude, coords.longitude], away = beyond(numbers(dataset.area), here);
	if (away > FAR) {
		say(dataset.far.replace('{km}', Math.round(away / 1000).toLocaleString(root.documentElement.lang)));
		return;
	}
	const data = dataset.walk ? await fetch(dataset.walk).then(got => got.ok ? got.json() : undefined).catch(() => {}) : undefined;
	if (home)
		return;
	const metres = walker(data, here);
	const items = [...list.querySelectorAll('[data-filter-item]')];
	home = items.map(item => ({ item, group: item.parentElement, after: item.nextElementSibling }));
	const ways = new Map(items.map(item => [item, item.dataset.at ? metres(numbers(item.dataset.at)) : Infinity]));
	const sorted = Object.assign(root.createElement('ul'), { className: 'index near-list' });
	sorted.append(...items.sort((a, b) => ways.get(a) - ways.get(b)));
	list.prepend(sorted);
	for (const [item, way] of ways)
		if (way < Infinity)
			item.append(Object.assign(root.createElement('span'),
				{ className: 'walk', textContent: dataset.minutes.replace('{minutes}', Math.max(1, Math.round(way / PER_MINUTE))) }));
	list.dataset.here = [...here, coords.accuracy];
	say(dataset.sorted);
	tell(true);
}
