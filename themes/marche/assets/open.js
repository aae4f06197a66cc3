/*
 * open: says who is open now, in the site's time zone, whatever the phone's; right again at every minute.
 *
 * Page   <html data-known="2026-11-16/2027-01-25" data-offsets="60 1774746000:120">: the days that are known, and
 *        minutes east of Greenwich, at first and from every change (a UTC second) on;
 *        [data-open] is filled in, from its "12345 0900-1230 1330-1800;7 2000-2600;20261225": weekdays (1 is Monday)
 *        or a date, and the spans that begin on it; behind them ? for unsure, + where their end is a guess;
 *        in [data-week] today's line gets aria-current: [data-day] (0 is Monday), or rather a [data-date] or [data-from]
 *        up to its data-until; [data-open-texts] has the sentences; [data-open-filter] appears, or goes.
 * Asked  by an event open-ask, whose detail may be a local time, "2026-11-23T18:00"; open-told when it is done.
 * Fails  by saying nothing: outside of the known days too.
 */
const DAY = 1440, SOON = 30, SMALL_HOURS = 360;         /* minutes, like all times here */

const dayOf = (text = '') => Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')) / 864e5;

/* The days that are known, and the ways between UTC and local time. */
export function clockOf({ known, offsets }) {
	const [from, until] = known.split('/').map(dayOf);
	const changes = offsets.split(' ').map(text => text.split(':').map(Number).reverse())
		.map(([offset, since = -Infinity]) => [since / 60, offset]);
	return {
		from, until,
		local: utc => utc + changes.findLast(([since]) => since <= utc)[1],
		/* Of an hour that comes twice the first; of one that is skipped its end. */
		utc: local => {
			const [since, offset] = changes.find((change, i) => !(local - change[1] >= changes[i + 1]?.[0]));
			return Math.max(since, local - offset);
		},
	};
}

/* The spans of a day, for any day. */
export function hoursOf(text) {
	const days = {};
	for (const [names, ...spans] of text.split(';').map(part => part.split(' '))) {
		const list = spans.map(span => {
			const [h, m, H, M] = span.match(/\d\d/g);
			return { opens: h * 60 + +m, closes: H * 60 + +M, unsure: span.includes('?'), loose: span.includes('+') };
		});
		for (const name of names.length === 8 ? [dayOf(names)] : names)
			days[name] = list;
	}
	return day => days[day] ?? days[(day + 3) % 7 + 1] ?? [];
}

/* In order, from a day on; what touches is one, where both are sure. */
function* stretches(hours, clock, day) {
	let last;
	for (; day < clock.until; day++)
		for (const span of hours(day)) {
			const opens = span.opens + day * DAY, closes = span.closes + day * DAY;
			const next = { ...span, opens, closes, from: clock.utc(opens), to: clock.utc(closes) };
			const touches = next.from <= last?.to;
			if (touches && !last.unsure && !next.unsure) {
				if (next.to > last.to)
					Object.assign(last, { closes, to: next.to });
				last.loose ||= next.loose;
				continue;
			}
			if (touches && next.loose)
				next.opens = last.opens;
			if (last)
				yield { ...last, vague: touches };
			last = next;
		}
	if (last)
		yield last;
}

const CLOSED = { state: 'closed', text: 'closed' };

/* At a minute of UTC: the state, its sentence, and `at` which local minute or in how many (`left`) it ends. */
export function stateAt(hours, clock, now, soon = SOON) {
	const today = Math.floor(clock.local(now) / DAY);
	if (!(today >= clock.from && today < clock.until))
		return {};
	for (const { opens, closes, from, to, unsure, loose, vague } of stretches(hours, clock, today - 1)) {
		if (to <= now || to === from)
			continue;
		if (unsure && !loose)
			return from > now ? CLOSED : { state: 'unsure', text: 'unsure' };
		if (from - now > soon)
			return { state: 'closed', text: 'next', at: opens };
		if (from > now)
			return { state: 'opens', text: 'opens', left: from - now };
		if (loose)
			return { state: unsure ? 'unsure' : 'open', text: 'since', at: opens };
		if (to - now > 7 * DAY)
			return { state: 'open', text: 'always' };
		if (vague || closes >= clock.until * DAY)
			return { state: 'open', text: 'now' };
		if (to - now > soon)
			return { state: 'open', text: 'until', at: closes };
		return { state: 'soon', text: 'closes', left: to - now };
	}
	return CLOSED;
}

const fill = (pattern, values) => pattern?.replace(/{(\w+)}/g, (all, name) => values[name]) ?? '';

/* The sentence, read on the day `today`; where that is not today, no day is tomorrow. */
export function say({ text, at, left }, today, asked, texts, lang) {
	if (!at)
		return fill(texts[text], { left });
	/* Closing at midnight is at 24 h; and the small hours are still tonight. */
	const closing = text === 'until', day = Math.floor((at - closing) / DAY), minute = at - day * DAY;
	const ahead = day - today - (closing && day === today + 1 && minute <= SMALL_HOURS);
	const when = ahead <= 0 ? 'today' : ahead > 6 ? 'date' : ahead > 1 || asked ? 'weekday' : 'tomorrow';
	const date = new Date(day * 864e5), number = date.getUTCDate();
	const name = part => date.toLocaleDateString(lang, { [part]: 'long', timeZone: 'UTC' });
	const time = fill(texts[minute % 60 ? 'minutes' : 'hour'], { h: Math.floor(minute / 60), m: `${minute % 60}`.padStart(2, 0) });
	return fill(texts[text], {
		time,
		when: fill(texts[when], { time, weekday: name('weekday'), date: number > 1 ? number : texts.first, month: name('month') }),
	});
}

export function start(root) {
	const { lang, dataset } = root.documentElement;
	const texts = root.querySelector('[data-open-texts]')?.dataset;
	if (!texts || !dataset.known)
		return;
	const clock = clockOf(dataset), hours = {};
	let timer, asked;

	/* Today in the week, unless today is apart from it. */
	function mark(today) {
		const known = today >= clock.from && today < clock.until;
		const lines = [...root.querySelectorAll('[data-week] :is([data-day], [data-date], [data-from])')];
		const line = lines.find(({ dataset: { date, from = date, until = date } }) => today >= dayOf(from) && !(today > dayOf(until)))
			?? lines.find(({ dataset }) => dataset.day == (today + 3) % 7);
		for (const other of lines)
			other.removeAttribute('aria-current');
		if (known)
			line?.setAttribute('aria-current', 'date');
		for (const filter of root.querySelectorAll('[data-open-filter]')) {
			filter.hidden = false;
			if (!known)
				filter.remove();
		}
	}

	function tell() {
		const now = Math.floor(Date.now() / 6e4), minute = asked ?? now, said = {};
		const day = Math.floor(clock.local(minute) / DAY);
		for (const element of root.querySelectorAll('[data-open]')) {
			const text = element.dataset.open;
			const found = stateAt(hours[text] ??= hoursOf(text), clock, minute, asked ? 0 : SOON);
			const sentence = said[text] ??= say(found, day, asked, texts, lang);
			element.dataset.state = found.state || '';
			element.hidden = !sentence;
			if (element.textContent !== sentence)
				element.textContent = sentence;
		}
		mark(Math.floor(clock.local(now) / DAY));
		clearTimeout(timer);
		timer = setTimeout(tell, 6e4 - Date.now() % 6e4);
		root.dispatchEvent(new Event('open-told'));
	}

	root.addEventListener('open-ask', ({ detail }) => {
		const local = Date.parse(`${detail}Z`) / 6e4;
		asked = local ? clock.utc(local) : undefined;
		tell();
	});
	root.addEventListener('visibilitychange', tell);
	addEventListener('pageshow', tell);             /* a page kept alive in the background sleeps through the minutes */
	tell();
}

start(document);
