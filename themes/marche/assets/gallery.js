/*
 * gallery: opens a page's photos in full view; what shows them is only fetched when a reader comes near one.
 *
 * Page   links [data-photo] around a picture, to the large one: several may lead to the same; a dialog [data-viewer], as
 *        viewer.js wants it, with the address of its style sheet in data-viewer-style.
 * Fails  by doing nothing: the links lead to the large pictures.
 */
export function start(root) {
	const viewer = root.querySelector('[data-viewer]');
	const links = [...root.querySelectorAll('[data-photo]')];
	let fetched;

	async function bring() {
		const [{ viewerOf }] = await Promise.all([import('./viewer.js'), new Promise((onload, onerror) => {
			const style = document.createElement('link');
			document.head.append(Object.assign(style, { rel: 'stylesheet', href: viewer.dataset.viewerStyle, onload, onerror }));
		})]);
		return viewerOf(viewer, links);
	}

	const fetchOnce = () => fetched ??= bring();

	for (const link of viewer?.showModal ? links : []) {
		link.ariaHasPopup = 'dialog';
		for (const near of ['pointerover', 'focus'])
			link.addEventListener(near, () => fetchOnce().catch(() => {}), { once: true });
		link.addEventListener('click', event => {
			if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
				return;
			event.preventDefault();
			fetchOnce().then(open => open(link), () => location.assign(link.href));
		});
	}
}

start(document);
