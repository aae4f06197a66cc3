/*
 * mapview: the map that can be moved: tiles, pins, clusters, and what a pin says. Fetched by map.js once the reader wants it.
 *
 * Page     as map.js says; the [data-map] has data-tiles, -zooms, -area and the texts; a <template data-map-card> with places
 *          for what a pin says; a dialog [data-map-full] that takes in [data-map-box] on a phone; symbols sign-ID.
 * List     items with data-slug, -at, -sign, -icon… are the pins; those that filter.js hides have none.
 * State    the address: #map=17/50.39563/3.77995&shop=SLUG.
 * Clusters pins that would cover each other at this zoom, nearest first; a click goes to where they part.
 */
import './leaflet.js';

const { L } = globalThis;
const SIDE = 46;                /* pixels between pins that do not cover each other */
const PHONE = matchMedia('(max-width: 47.99rem)');
const STILL = matchMedia('(prefers-reduced-motion: reduce)');

const numbers = text => text.split(/[,/]/).map(Number);

/* What the address says of the map. */
export function stateOf(hash) {
	const [, zoom, lat, lon, slug] = hash.match(/^#map=([\d.]+)\/(-?[\d.]+)\/(-?[\d.]+)(?:&shop=([\w-]+))?$/) ?? [];
	return [zoom, lat, lon].every(number => number && isFinite(number)) ? { zoom: +zoom, at: [+lat, +lon], slug } : { slug: hash.match(/[&=]shop=([\w-]+)/)?.[1] };
}

/* Points, each {x, y}, put together where they are nearer than `side` to the first of them, so that those never cover each other:
 * lists of their indexes. */
export function clustersOf(points, side) {
	const cells = new Map(), key = (x, y) => `${x} ${y}`, taken = new Set();
	const cell = ({ x, y }) => [Math.floor(x / side), Math.floor(y / side)];
	points.forEach((point, i) => {
		const at = key(...cell(point));
		cells.get(at)?.push(i) ?? cells.set(at, [i]);
	});
	return points.flatMap((point, i) => {
		if (taken.has(i))
			return [];
		const [x, y] = cell(point), near = [];
		for (const dx of [-1, 0, 1])
			for (const dy of [-1, 0, 1])
				near.push(...(cells.get(key(x + dx, y + dy)) ?? []).filter(j => !taken.has(j) && Math.hypot(points[j].x - point.x, points[j].y - point.y) < side));
		near.sort((a, b) => a - b).forEach(j => taken.add(j));
		return [near];
	});
}

function styled(href) {
	return new Promise((onload, onerror) => {
		document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload, onerror }));
	});
}

export async function viewOf(root, plan) {
	const find = selector => plan.querySelector(selector);
	const texts = plan.dataset, box = find('[data-map-box]'), full = find('[data-map-full]'), sheet = find('[data-map-sheet]');
	const list = root.querySelector('[data-filter-list]'), place = box.nextSibling;
	const [south, west, north, east] = numbers(texts.area), area = L.latLngBounds([south, west], [north, east]);
	const [minZoom, maxZoom] = numbers(texts.zooms);
	const shops = [...list.querySelectorAll('[data-at]')].map(item => ({ item, slug: item.dataset.slug, at: L.latLng(numbers(item.dataset.at)) }));
	const make = (name, className, more) => Object.assign(root.createElement(name), { className, ...more });
	const nameOf = shop => shop.item.querySelector('[data-name]').textContent;

	await styled(texts.style);

	const ground = make('div', 'plan-map', { role: 'application', ariaLabel: texts.keys });
	sheet.after(ground);
	sheet.hidden = true;
	plan.dataset.live = '';

	const map = L.map(ground, {
		attributionControl: false, zoomControl: false, minZoom, maxZoom, maxBounds: area.pad(.15), maxBoundsViscosity: .9, tap: false,
		zoomAnimation: !STILL.matches, fadeAnimation: !STILL.matches, markerZoomAnimation: !STILL.matches, inertia: !STILL.matches,
		closePopupOnClick: false, wheelPxPerZoomLevel: 100,
	});
	L.control.zoom({ position: 'bottomright', zoomInTitle: texts.zoomIn, zoomOutTitle: texts.zoomOut }).addTo(map);
	L.tileLayer(texts.tiles, { tileSize: 512, zoomOffset: -1, minZoom, maxZoom, bounds: area, noWrap: true, keepBuffer: 1 }).addTo(map);
	if (STILL.matches)      /* by keys and for what a pin says, too */
		map.panBy = (offset, options) => L.Map.prototype.panBy.call(map, offset, { ...options, animate: false });
	const pins = L.layerGroup().addTo(map), calm = () => ({ animate: !STILL.matches });

	/* --- what a pin says --- */

	let said;       /* {shop, card, popup}: what is open */

	function pictureOf({ item: { dataset } }, plate) {
		plate.classList.add(`t-${dataset.icon}`);
		if (dataset.photo) {
			const image = make('img', 'photo', { alt: dataset.alt, sizes: '18rem', srcset: dataset.srcset, src: dataset.photo });
			image.style.background = dataset.gradient ?? '';
			image.classList.toggle('photo-whole', !dataset.gradient);
			return plate.append(image);
		}
		plate.append(signOf(dataset.sign));
	}

	function signOf(id) {
		const sign = root.createElementNS('http://www.w3.org/2000/svg', 'svg'), use = root.createElementNS(sign.namespaceURI, 'use');
		sign.setAttribute('class', 'icon');
		sign.ariaHidden = true;
		use.setAttribute('href', `#sign-${id}`);
		sign.append(use);
		return sign;
	}

	function cardOf(shop) {
		const card = find('[data-map-card]').content.firstElementChild.cloneNode(true), part = name => card.querySelector(`[data-${name}]`);
		const { item, item: { dataset } } = shop, copy = selector => [...item.querySelectorAll(selector)].map(node => node.cloneNode(true));
		card.ariaLabel = nameOf(shop);
		pictureOf(shop, part('plate'));
		part('name').append(...copy('[data-name]'));
		part('kind').append(...copy('.index-kind'), ...copy('.walk'));
		part('address').textContent = dataset.address;
		part('state').append(...copy('.state'));
		part('directions').href = dataset.directions;
		if (matchMedia('(pointer: coarse)').matches)
			part('geo').href = dataset.geo;
		else
			part('geo').remove();
		part('close').addEventListener('click', () => hush(true));
		return card;
	}

	/* Says no more; the focus goes back to the pin. */
	function hush(back) {
		const { shop, card, popup } = said ?? {};
		if (!card)
			return;
		const held = back && card.contains(root.activeElement);
		said = undefined;
		popup?.remove();
		card.remove();
		mark();
		if (held)
			(buttonOf(shop) ?? ground).focus({ preventScroll: true });
		remember();
	}

	function say(shop, card = cardOf(shop), take = true) {
		hush();
		said = { shop, card };
		if (PHONE.matches) {
			box.append(card);
			/* The pin stays in sight above what it says. */
			const { x, y } = map.latLngToContainerPoint(shop.at), { y: high, x: wide } = map.getSize();
			const low = high - card.offsetHeight - 40;
			if (x < 30 || x > wide - 30 || y < 90 || y > low)
				map.panBy([x - wide / 2, y - (low + 60) / 2], calm());
		} else {
			said.popup = L.popup({ closeButton: false, autoClose: false, closeOnEscapeKey: false, minWidth: 288, maxWidth: 288, offset: [0, -16], autoPanPadding: [16, 16], className: 'plan-popup' })
				.setLatLng(shop.at).setContent(card).openOn(map);
		}
		mark();
		if (take)
			card.focus({ preventScroll: true });
		remember();
	}

	/* Those that stand in the same place even at the closest. */
	function sayTogether(group) {
		const card = make('div', 'pop pop-many', { role: 'dialog', tabIndex: -1, ariaLabel: clusterName(group) }), names = make('ul', 'pop-names');
		for (const shop of group) {
			const entry = make('li'), button = make('button', '', { type: 'button', textContent: nameOf(shop) });
			button.prepend(signOf(shop.item.dataset.sign));
			button.addEventListener('click', () => say(shop));
			entry.append(button);
			names.append(entry);
		}
		const close = find('[data-map-card]').content.querySelector('[data-close]').cloneNode(true);
		close.addEventListener('click', () => hush(true));
		card.append(names, close);
		say(group[0], card);
	}

	/* --- pins --- */

	let drawn = [];         /* {group, button} */
	const buttonOf = shop => drawn.find(({ group }) => group.includes(shop))?.button;
	const clusterName = group => texts.cluster.replace('{count}', group.length).replace('{names}', group.map(nameOf).join(', '));

	function mark() {
		for (const { group, button } of drawn)
			button.classList.toggle('is-said', group.includes(said?.shop));
	}

	function openCluster(group) {
		const bounds = L.latLngBounds(group.map(({ at }) => at)), zoom = map.getZoom();
		const next = Math.min(map.getBoundsZoom(bounds.pad(.1), false, L.point(40, 40)), maxZoom);
		const apart = clustersOf(group.map(({ at }) => map.project(at, maxZoom)), SIDE).length > 1;
		if (zoom >= maxZoom || !apart)
			return sayTogether(group);
		map.once('moveend', () => buttonOf(group[0])?.focus({ preventScroll: true }));
		map.setView(bounds.getCenter(), Math.max(next, zoom + 1), calm());
	}

	function buttonFor(group) {
		const [shop] = group, many = group.length > 1;
		const button = make('button', many ? 'cluster' : `marker t-${shop.item.dataset.icon}`, { type: 'button', ariaLabel: many ? clusterName(group) : nameOf(shop) });
		if (many)
			button.textContent = group.length;
		else {
			button.append(signOf(shop.item.dataset.sign), make('span', 'marker-name', { textContent: nameOf(shop), ariaHidden: true }));
			button.dataset.door = shop.item.querySelector('.state')?.dataset.state ?? '';
		}
		button.addEventListener('click', event => {
			event.stopPropagation();        /* to the map, a click is on nothing */
			if (map.dragging.moved())
				return;
			many ? openCluster(group) : said?.shop === shop ? hush(true) : say(shop);
		});
		/* A pin that is reached by keyboard outside of what is seen. */
		button.addEventListener('focus', () => {
			if (button.matches(':focus-visible') && !map.getBounds().pad(-.05).contains(shop.at))
				map.panTo(shop.at, { animate: false });
		});
		return button;
	}


	/* Names where they cover nothing, when the map is close. */
	function nameSome(isClose) {
		ground.classList.toggle('is-close', isClose);
		if (!isClose)
			return;
		const taken = drawn.map(({ button }) => button.getBoundingClientRect());
		const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
		for (const { button: { lastElementChild: name } } of drawn) {
			const box = name?.getBoundingClientRect();
			if (box && !(name.hidden = taken.some(other => meets(box, other))))
				taken.push(box);
		}
	}

	function draw() {
		const shown = shops.filter(({ item }) => !item.hidden), zoom = map.getZoom();
		const groups = clustersOf(shown.map(({ at }) => map.project(at, zoom)), SIDE).map(found => found.map(i => shown[i]));
		const before = new Map(drawn.map(pin => [pin.group.map(({ slug }) => slug).join(), pin]));
		const held = drawn.find(({ button }) => button === root.activeElement)?.group[0];
		pins.clearLayers();
		drawn = groups.map(group => {
			const button = buttonFor(group), [{ at }] = group;
			L.marker(at, { icon: L.divIcon({ className: 'pin-live', html: button, iconSize: [44, 44] }), interactive: false, keyboard: false }).addTo(pins);
			return { group, button, isNew: !before.has(group.map(({ slug }) => slug).join()) };
		});
		for (const { button, isNew } of drawn)
			button.classList.toggle('is-new', isNew && before.size > 0);
		nameSome(zoom >= maxZoom - 1);
		if (said && said.shop.item.hidden)
			hush();
		mark();
		if (held)
			buttonOf(held)?.focus({ preventScroll: true });
	}

	/* After the filter: what is left is brought in sight. */
	function refine() {
		draw();
		const shown = shops.filter(({ item }) => !item.hidden);
		if (shown.length && !shown.some(({ at }) => map.getBounds().contains(at)))
			map.fitBounds(L.latLngBounds(shown.map(({ at }) => at)), { padding: [48, 48], maxZoom: 18, ...calm() });
	}

	/* --- where the reader is --- */

	let here;
	function showHere() {
		here?.remove();
		if (!list.dataset.here)
			return;
		const [lat, lon, accuracy] = numbers(list.dataset.here), at = L.latLng(lat, lon);
		here = L.layerGroup([
			L.circle(at, { radius: Math.min(accuracy, 300), className: 'here-about', interactive: false }),
			L.marker(at, { icon: L.divIcon({ className: 'here', iconSize: [20, 20], html: make('span', 'vh', { textContent: texts.here }) }), interactive: false, keyboard: false }),
		]).addTo(map);
		/* With the nearest doors: the middle of the map, which the address tells, is not where the reader is. */
		if (area.pad(.15).contains(at)) {
			const doors = [...shops].sort((a, b) => at.distanceTo(a.at) - at.distanceTo(b.at)).slice(0, 4);
			map.fitBounds(L.latLngBounds([at, ...doors.map(shop => shop.at)]), { padding: [48, 48], maxZoom: 18, ...calm() });
		}
	}

	/* --- the address, and the screen --- */

	let ready = false, asking = location.search;

	function remember() {
		if (!ready || (PHONE.matches && !full.open))
			return;
		const { lat, lng } = map.getCenter(), shop = said ? `&shop=${said.shop.slug}` : '';
		history.replaceState(history.state, '', `#map=${map.getZoom()}/${lat.toFixed(5)}/${lng.toFixed(5)}${shop}`);
	}

	function fit() {
		map.fitBounds(shops.length ? L.latLngBounds(shops.map(({ at }) => at)) : area, { padding: [40, 40], maxZoom: 18, animate: false });
	}

	function restore({ zoom, at, slug }) {
		if (at && area.pad(.15).contains(at))
			map.setView(at, zoom, { animate: false });
		else if (!ready)
			fit();
		const shop = shops.find(shop => shop.slug === slug);
		if (shop && !shop.item.hidden)
			point(shop, !at);
		else
			hush();
	}

	/* A pin that is asked for by name: near enough to stand alone. */
	function point(shop, move) {
		if (move) {
			let zoom = Math.max(map.getZoom(), 17);
			const shown = shops.filter(({ item }) => !item.hidden);
			const alone = z => clustersOf(shown.map(({ at }) => map.project(at, z)), SIDE).some(([first, more]) => more === undefined && shown[first] === shop);
			while (zoom < maxZoom && !alone(zoom))
				zoom++;
			map.setView(shop.at, zoom, { animate: false });
		}
		say(shop);
	}

	function fill(push) {
		if (!PHONE.matches || full.open)
			return;
		if (push)
			history.pushState({ map: true }, '', '#map=');
		full.append(box);
		full.showModal();
		root.documentElement.classList.add('behind-map');
		map.invalidateSize({ animate: false });
	}

	function leave() {
		if (!full.open)
			return;
		hush();
		full.close();
		root.documentElement.classList.remove('behind-map');
		place.before(box);
		map.invalidateSize({ animate: false });
		root.querySelector('.mapped-go [data-map-open]')?.focus({ preventScroll: true });
	}

	function back() {
		if (history.state?.map)
			history.back();         /* popstate leaves */
		else {
			leave();
			history.replaceState(history.state, '', location.pathname + location.search);
		}
	}

	find('[data-map-list]').addEventListener('click', back);
	full.addEventListener('cancel', event => {
		event.preventDefault();
		said ? hush(true) : back();
	});
	box.addEventListener('keydown', event => {
		if (event.key !== 'Escape' || !said)
			return;
		event.preventDefault();
		event.stopPropagation();
		hush(true);
	});
	addEventListener('popstate', () => {
		if (/^#map=/.test(location.hash)) {
			fill();
			restore(stateOf(location.hash));
		} else if (full.open) {
			leave();
			/* What was asked for on the map holds for the list. */
			if (location.search !== asking) {
				history.replaceState(history.state, '', location.pathname + asking);
				dispatchEvent(new PopStateEvent('popstate', { state: history.state }));
			}
		}
	});
	PHONE.addEventListener('change', () => full.open ? leave() : map.invalidateSize());

	/* The box in the map is the filter's. */
	const now = find('[data-map-now]'), asked = root.querySelector('[data-open-now]');
	if (!asked)
		now?.parentElement.remove();
	now?.addEventListener('change', () => {
		asked.checked = now.checked;
		asked.dispatchEvent(new Event('input', { bubbles: true }));
	});
	root.addEventListener('filter-told', () => {
		if (/^#map=/.test(location.hash))
			asking = location.search;
		if (now && asked)
			now.checked = asked.checked;
		refine();
	});
	root.addEventListener('near-told', showHere);
	for (const [event, on] of [['pointerover', true], ['pointerout', false]])
		list.addEventListener(event, ({ target }) => {
			const item = target.closest?.('[data-at]');
			buttonOf(shops.find(shop => shop.item === item))?.classList.toggle('is-meant', on);
		});
	map.on('click', () => hush());
	map.on('zoomend', draw);
	map.on('moveend', remember);

	const asked0 = stateOf(location.hash), linked = /^#map=/.test(location.hash);
	fill(!linked);
	restore(linked ? asked0 : {});
	ready = true;
	draw();
	mark();
	showHere();
	remember();
	if (!said)
		ground.focus({ preventScroll: true });

	return (target = '') => {
		fill(true);
		const shop = shops.find(({ slug }) => target === `#pin-${slug}`);
		if (shop)
			point(shop, true);
		if (!PHONE.matches)
			box.scrollIntoView({ block: 'nearest', behavior: STILL.matches ? 'auto' : 'smooth' });
	};
}
