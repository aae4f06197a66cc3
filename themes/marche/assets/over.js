/*
 * over: hides what has ended since the page was published.
 *
 * Page      [data-ends] with an instant (2026-12-24T00:00:00+01:00) goes when that has come;
 *           [data-ends-group] goes when nothing in it is left; [data-ends-count], a number of things
 *           that is no longer true, goes with the first of them; [data-ends-note] then appears.
 * Fails     by doing nothing: the page stays as it was published.
 */
const DAY = 24 * 60 * 60 * 1000;

export function start(root) {
	const left = new Map([...root.querySelectorAll('[data-ends]')]
		.map(element => [element, Date.parse(element.dataset.ends)]));
	let timer;

	function hide() {
		const now = Date.now();
		let next = Infinity, ended = false;
		for (const [element, end] of left) {
			if (end <= now) {
				element.hidden = ended = true;
				left.delete(element);
			} else {
				next = Math.min(next, end);
			}
		}
		clearTimeout(timer);
		if (next - now < DAY)
			timer = setTimeout(hide, next - now);
		if (!ended)
			return;
		/* Taken out, not only hidden: another script may show them again. */
		for (const group of root.querySelectorAll('[data-ends-group]'))
			if (!group.querySelector('[data-ends]:not([hidden]), li:not([data-ends])'))
				group.remove();
		for (const count of root.querySelectorAll('[data-ends-count]'))
			count.hidden = true;
		for (const note of root.querySelectorAll('[data-ends-note]'))
			note.hidden = false;
	}

	addEventListener('pageshow', hide);             /* back from another page, days later */
	root.addEventListener?.('visibilitychange', hide);
	hide();
}

start(document);
