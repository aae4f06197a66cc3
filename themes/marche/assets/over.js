/*
 * over: hides what has ended since the page was published.
 *
 * Page   [data-ends], an instant, goes when that has come; [data-ends-group] when nothing is left in it;
 *        [data-ends-count], a number that is no longer true, with the first; [data-ends-note] appears.
 * Fails  by doing nothing: the page stays as it was published.
 */
const DAY = 24 * 60 * 60 * 1000;

export function start(root) {
	const all = selector => root.querySelectorAll(selector);
	let timer;

	function hide() {
		let next = DAY, ended = false;
		for (const element of all('[data-ends]')) {
			const left = Date.parse(element.dataset.ends) - Date.now();
			if (left <= 0)
				element.hidden = ended = true;
			else
				next = Math.min(next, left);
		}
		clearTimeout(timer);
		timer = setTimeout(hide, next);
		if (!ended)
			return;
		/* Taken out, not only hidden: another script may show them again. */
		for (const group of all('[data-ends-group]'))
			if (!group.querySelector('[data-ends]:not([hidden]), li:not([data-ends])'))
				group.remove();
		for (const count of all('[data-ends-count]'))
			count.hidden = true;
		for (const note of all('[data-ends-note]'))
			note.hidden = false;
	}

	addEventListener('pageshow', hide);             /* back from another page, days later */
	hide();
}

start(document);
