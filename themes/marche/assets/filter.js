/*
 * filter: narrows a list of merchants by words, category, service and opening while the reader types.
 *
 * Page      a form [data-filter-form] with fields q, category, service, and [data-open-now] (a box) and
 *           [data-open-at] (a local time) in a [data-open-filter]; a list [data-filter-list] of
 *           [data-filter-item] with data-text (folded words), data-categories and data-services (ids);
 *           [data-filter-group] around items that belong together, [data-filter-away] for what only
 *           distracts while filtering, [data-filter-count] with the sentences, [data-filter-reset].
 * Opening   is told by open.js, in data-state: who is certainly closed goes, who may be open stays.
 * State     the address: ?q=…&category=…&service=…&open=now, so that a search can be sent to a friend.
 * Tells     filter-told, each time that it has shown and hidden.
 * Fails     by doing nothing: without it the form leads to the search page, which lists everyone.
 */
const KEYS = ['q', 'category', 'service'];
const SHUT = ['closed', 'opens'];

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
	const opening = form.querySelector('[data-open-filter]');
	const now = form.querySelector('[data-open-now]');
	const at = form.querySelector('[data-open-at]');
	const items = [...list.querySelectorAll('[data-filter-item]')].map(element => ({
		element,
		text: fold(element.dataset.text ?? ''),
		category: ids(element.dataset.categories),
		service: ids(element.dataset.services),
		door: element.querySelector('[data-state], [data-open]'),
	}));
	let asked = '';

	function read() {
		const wanted = {};
		for (const key of KEYS)
			wanted[key] = form.elements[key]?.value.trim() ?? '';
		if (opening?.isConnected)
			wanted.open = now.checked ? 'now' : at.validity.valid ? at.value : '';
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
		const sentence = active ? (found === 0 ? none : found === 1 ? one : other).replace('{count}', found) : '';
		if (count.textContent !== sentence)
			count.textContent = sentence;
	}

	function show() {
		const wanted = read();
		const words = fold(wanted.q).split(/\s+/).filter(Boolean);
		let found = 0;
		for (const item of items) {
			const fits = words.every(word => item.text.includes(word))
				&& (!wanted.category || item.category.has(wanted.category))
				&& (!wanted.service || item.service.has(wanted.service))
				&& (!wanted.open || item.door && !SHUT.includes(item.door.dataset.state));
			item.element.hidden = !fits;
			found += fits;
		}
		for (const group of list.querySelectorAll('[data-filter-group]'))
			group.hidden = !group.querySelector('[data-filter-item]:not([hidden])');
		tell(Object.values(wanted).some(Boolean), found);
		root.dispatchEvent(new Event('filter-told'));
	}

	/* The doors are told first: of a time that is asked for, then of now again. */
	function ask() {
		const { open = '' } = read();
		if (open !== asked)
			root.dispatchEvent(new CustomEvent('open-ask', { detail: asked = open }));
		else
			show();
	}

	function remember() {
		const url = new URL(location.href), wanted = read();
		for (const key of [...KEYS, 'open']) {
			if (wanted[key])
				url.searchParams.set(key, wanted[key]);
			else
				url.searchParams.delete(key);
		}
		url.search = url.search.replaceAll('%3A', ':');
		history.replaceState(history.state, '', url);
		ask();
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
		if (opening) {
			const open = query.get('open') ?? '';
			now.checked = open === 'now';
			at.value = now.checked ? '' : open;
		}
		ask();
	}

	form.hidden = false;
	form.addEventListener('input', ({ target }) => {
		if (target === at)
			now.checked = false;
		else if (target === now)
			at.value = '';
		remember();
	});
	form.addEventListener('submit', event => {
		event.preventDefault();
		remember();
		count?.scrollIntoView({ block: 'center' });
	});
	reset?.addEventListener('click', () => {
		form.reset();
		remember();
		form.querySelector('input')?.focus();
	});
	root.addEventListener('open-told', show);
	addEventListener('popstate', recall);
	addEventListener('pageshow', recall);           /* the browser may have restored the fields */
	recall();
}

start(document);
