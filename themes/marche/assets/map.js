/*
 * map: a plan that becomes a map when a reader touches it; what moves it (mapview.js) is only fetched then.
 *
 * Page   a [data-map] with a picture, [data-map-pins] of links with the ids pin-SLUG, and over it a hidden button; anything
 *        [data-map-open] opens the map, a link to #pin-SLUG on that merchant; items of the list have data-slug. Pins go and
 *        come with them (filter.js). [data-near] sorts the list by the way on foot (near.js). [data-map-failed], hidden, says
 *        that the map could not be had.
 * State  an address with #map=… leads to the map at once.
 * Fails  by doing nothing: the pins are links.
 */
export function start(root) {
	const plan = root.querySelector('[data-map]'), pins = plan.querySelector('[data-map-pins]');
	const cover = plan.querySelector('button[data-map-open]');
	let fetched;

	function open(target) {
		fetched ??= import('./mapview.js').then(view => view.viewOf(root, plan));
		fetched.then(show => show(target), () => {
			fetched = pins.inert = false;
			cover.hidden = true;
			plan.querySelector('[data-map-failed]').hidden = false;
		});
	}

	root.addEventListener('click', event => {
		const opener = event.target.closest('[data-map-open]');
		if (event.target.closest('[data-near]'))
			import('./near.js').then(near => near.toggle(root));
		if (!opener || event.ctrlKey || event.metaKey)
			return;
		event.preventDefault();
		open(opener.hash);
	});
	root.addEventListener('filter-told', () => {
		for (const item of root.querySelectorAll('[data-slug]'))
			root.getElementById(`pin-${item.dataset.slug}`).hidden = item.hidden;
	});
	pins.inert = true;
	cover.hidden = false;
	if (/^#map=/.test(location.hash))
		open();
}

start(document);
