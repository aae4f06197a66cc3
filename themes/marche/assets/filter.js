/*
 * filter: narrows a list of merchants by words, category and service while the reader types.
 *
 * Page      a form [data-filter-form] with fields q, category, service; a list [data-filter-list] of
 *           [data-filter-item] with data-text (folded words), data-categories and data-services (ids);
 *           [data-filter-group] around items that belong together, [data-filter-away] for what only
 *           distracts while filtering, [data-filter-count] with the sentences, [data-filter-reset].
 * State     the address: ?q=…&category=…&service=…, so that a search can be sent to a friend.
 * Fails     by doing nothing: without it the form leads to the search page, which lists everyone.
 */
const KEYS = ['q', 'category', 'service'];

/* As the generator folds: no accents, no case, ligatures opened, every kind of apostrophe a space. */
export function fold(text) {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
		.replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/ß/g, 'ss').replace(/ø/g, 'o')
		.replace(/['’‘`´.,;:!?()«»"-]/g, ' ');
}

const ids = text => new Set((text ?? '').split(' '));

export function start(root) {
	const form = root.querySelector('[data-filter-form]');
	const list = root.querySelector('[data-filter-list]');
	if (!form || !list)
		return;
	const count = root.querySelector('[data-filter-count]');
	const reset = root.querySelector('[data-filter-reset]');
	const items = [...list.querySelectorAll('[data-filter-item]')].map(element => ({
		element,
		text: fold(element.dataset.text ?? ''),
		category: ids(element.dataset.categories),
		service: ids(element.dataset.services),
	}));

	function read() {
		const wanted = {};
		for (const key of KEYS)
			wanted[key] = form.elements[key]?.value.trim() ?? '';
		return wanted;
	}

	function tell(active, found) {
		for (const away of root.querySelectorAll('[data-filter-away]'))
			away.hidden = active;
		if (reset)
			reset.hidden = !active;
		if (!count)
			return;
		const { none, one, other } = count.dataset;
		const sentence = found === 0 ? none : found === 1 ? one : other;
		count.textContent = active ? sentence.replace('{count}', found) : '';
	}

	function show() {
		const wanted = read();
		const words = fold(wanted.q).split(/\s+/).filter(Boolean);
		let found = 0;
		for (const item of items) {
			const fits = words.every(word => item.text.includes(word))
				&& (!wanted.category || item.category.has(wanted.category))
				&& (!wanted.service || item.service.has(wanted.service));
			item.element.hidden = !fits;
			found += fits;
		}
		for (const group of list.querySelectorAll('[data-filter-group]'))
			group.hidden = !group.querySelector('[data-filter-item]:not([hidden])');
		tell(KEYS.some(key => wanted[key]), found);
		return wanted;
	}

	function remember(wanted) {
		const url = new URL(location.href);
		for (const key of KEYS) {
			if (wanted[key])
				url.searchParams.set(key, wanted[key]);
			else
				url.searchParams.delete(key);
		}
		history.replaceState(history.state, '', url);
	}

	function recall() {
		const query = new URL(location.href).searchParams;
		for (const key of KEYS) {
			const field = form.elements[key];
			if (!field)
				continue;
			field.value = query.get(key) ?? '';
			if (field.selectedIndex === -1)         /* a category that is no more */
				field.value = '';
		}
		show();
	}

	form.hidden = false;
	form.addEventListener('input', () => remember(show()));
	form.addEventListener('submit', event => {
		event.preventDefault();
		remember(show());
		count?.scrollIntoView({ block: 'center' });
	});
	reset?.addEventListener('click', () => {
		for (const key of KEYS)
			if (form.elements[key])
				form.elements[key].value = '';
		remember(show());
		form.elements.q?.focus();
	});
	addEventListener('popstate', recall);
	addEventListener('pageshow', recall);           /* the browser may have restored the fields */
	recall();
}

start(document);
