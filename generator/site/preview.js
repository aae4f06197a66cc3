/*
 * The browser's part of `quartier serve`, in every page of the preview; a published site has it not.
 *
 * Changed  another edition than this page's: reload; the browser finds the place again.
 * Broken   the edition stays the last good one, under a note of what to mend; once closed, the corner keeps it.
 * Texts    come from whoever wrote a card: they are put in as text, never as HTML.
 * Style    is a sheet made here, in a shadow root: no theme reaches it, no security policy minds it.
 */
(() => {
const script = document.currentScript;
let news, source, silence, leaving, words = { stopped: 'The preview has stopped.' };

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
:host { all: initial !important; color-scheme: light dark !important;
	--bg: light-dark(#fffdf9, #25201b); --ink: light-dark(#2a231c, #f1e9dd); --soft: light-dark(#665a4d, #bdb1a1); --line: light-dark(#e5dccb, #453d34); }
.error { --tone: light-dark(#a3291d, #f0907f); }
.warning { --tone: light-dark(#8a5200, #eeb35f); }
@media print { :host { display: none !important; } }
* { box-sizing: border-box; margin: 0; padding: 0; font: inherit; color: inherit; }
:focus-visible { outline: 3px solid var(--tone); outline-offset: 2px; }
dialog, output { font: 1em/1.5 system-ui, sans-serif; color: var(--ink); }
dialog { width: min(42em, 100% - 2em); max-height: 80dvh; margin: 10dvh auto auto; padding: 0 2em 2em; overflow-wrap: anywhere;
	background: var(--bg); border: 1px solid var(--line); border-top: 5px solid var(--tone); border-radius: .5em; box-shadow: 0 1em 4em #0005; }
dialog::backdrop { background: #14100c80; }
.head { position: sticky; top: 0; display: flex; padding: 1.4em 0 .3em; background: var(--bg); }
h2:focus { outline: 0; }
h2 { flex: 1; font: 600 1.5em/1.25 Palatino, P052, Georgia, serif; }
button, summary { cursor: pointer; }
.head button { width: 2em; height: 2em; margin: -.3em -.6em 0 0; border: 0; background: none; font-size: 1.5em; line-height: 1; }
p, span, h3 { color: var(--soft); }
h3 { margin: 1.5em 0 .25em; font: .9em/1.5 ui-monospace, monospace; }
b, summary { font-weight: 600; }
h3 b, .said { color: var(--ink); }
li { display: grid; grid-template-columns: 5.5em 1fr; gap: .2em 1em; padding: .6em 0 .6em .9em; border-left: 3px solid var(--tone); }
li p { grid-column: 2; }
summary, .mend { margin-top: 1.75em; }
summary { color: var(--tone); }
.mend { padding-top: 1em; border-top: 1px solid var(--line); }
output { position: fixed; z-index: 2147483647; right: 1em; bottom: 1em; max-width: calc(100% - 2em); display: grid; gap: .5em; justify-items: end; }
output * { padding: .6em 1.1em; border: 1px solid var(--line); border-radius: 1.5em; background: var(--bg); box-shadow: 0 0 1em #0003; }
output button::before { content: "●"; margin-right: .5em; color: var(--tone); }
@media (max-width: 36em) {
	dialog { width: 100%; max-width: none; margin: auto 0 0; padding: 0 1.25em 1.25em; }
	li { display: block; }
}
@media (prefers-reduced-motion: no-preference) {
	dialog { animation: come .25s; }
	@keyframes come { from { opacity: 0; } }
}`);

const make = (name, look = '', ...inside) => {
	const element = document.createElement(name);
	element.className = look;
	element.append(...inside);
	return element;
};
/* A text that stays is not put in again: it would be read out again. */
const say = (element, text) => {
	if (element.textContent !== text)
		element.textContent = text;
	element.hidden = !text;
};
const title = make('h2'), close = make('button', '', '×'), kept = make('p'), list = make('div');
const note = make('dialog', '', make('div', 'head', title, close), kept, list);
const badge = make('button'), stopped = make('span'), host = make('quartier-preview');
title.id = 'title';
title.tabIndex = -1;
note.setAttribute('aria-labelledby', title.id);
note.setAttribute('closedby', 'any');
badge.hidden = stopped.hidden = true;
/* Not at the event "close": it comes later, when the reader may have gone to another page. */
note.oncancel = () => { memory.quartierClosed = news.sound ? '' : errors(); };
close.onclick = () => { note.oncancel(); note.close(); };
badge.onclick = () => show();
host.onkeydown = event => event.stopPropagation(); /* a theme's own keys are not meant here */
const shadow = host.attachShadow({ mode: 'open' });
shadow.adoptedStyleSheets = [sheet];
shadow.append(note, make('output', '', badge, stopped));
document.documentElement.append(host);
title.autofocus = true; /* when the note opens: it is read out, and the arrows scroll */

/* What this tab remembers from page to page; a browser may forbid it. */
const memory = (() => { try { return sessionStorage; } catch { return {}; } })();
const those = severity => news.problems.filter(problem => problem.severity === severity);
const errors = () => JSON.stringify(those('error'));
const warnings = () => (news.counts.warning === 1 ? words.warnings_one : words.warnings_many).replace('%d', news.counts.warning);

const item = ({ line, column, message, hint }) => make('li', '',
	make('span', '', line ? `${words.line.replace('%d', line)}:${column}` : ''), make('p', 'said', message),
	...hint ? [make('p', '', make('b', '', words.hint), ' · ', hint)] : []);

/* By file, in the order in which they come first. */
const groups = severity => {
	const files = new Map(), box = make('div'), all = those(severity), more = news.counts[severity] - all.length;
	for (const problem of all)
		files.set(problem.file, [...files.get(problem.file) ?? [], item(problem)]);
	for (const [file, items] of files) {
		const [, folder, name] = file.replace(/\p{C}/gu, '\ufffd').match(/^([^]*\/)?([^]*)$/); /* none may turn the text round */
		box.append(make('h3', '', folder ?? '', make('b', '', name)), make('ul', '', ...items));
	}
	if (more > 0) /* the program tells no more than a hundred */
		box.append(make('p', 'mend', `+ ${more}`));
	return box;
};

const show = () => {
	const { sound } = news, unfolded = list.querySelector('details')?.open;
	note.className = sound ? 'warning' : 'error';
	note.role = sound ? 'dialog' : 'alertdialog'; /* the one was asked for, the other is said at once */
	say(title, sound ? warnings() : words.title_errors);
	say(kept, sound ? '' : words.kept);
	close.ariaLabel = words.close;
	list.replaceChildren(groups(note.className));
	if (!sound) {
		const folded = make('details', 'warning', make('summary', '', warnings()), groups('warning'));
		folded.open = unfolded;
		folded.hidden = !news.counts.warning;
		list.append(folded, make('p', 'mend', words.mend));
	}
	if (!note.open)
		note.showModal();
	else if (!shadow.activeElement)
		title.focus();
};

const hear = event => {
	news = JSON.parse(event.data);
	words = news.words;
	if (news.building) /* for the first time: nothing is known yet */
		return;
	const { sound, edition } = news, aim = location.href + edition;
	/* Asked for once, and come as it was, out of somebody's cache: not for ever. */
	if (edition !== script.dataset.edition && memory.quartierAim !== aim) {
		memory.quartierAim = aim;
		leaving = true;
		hangUp();
		return location.reload();
	}
	say(badge, !sound ? words.title_errors : news.counts.warning ? warnings() : '');
	badge.className = sound ? 'warning' : 'error';
	/* Once closed, the same errors do not come up again, on no page. */
	if (sound ? note.open && note.className === 'warning' && news.counts.warning : memory.quartierClosed !== errors())
		show();
	else
		note.close();
	if (sound)
		memory.quartierClosed = '';
};

/* Only while somebody looks: a browser has six connections for one address. */
const call = () => {
	if (source || leaving || document.hidden)
		return;
	source = new EventSource('/.quartier/events');
	source.onopen = () => {
		silence = clearTimeout(silence);
		say(stopped, '');
	};
	source.addEventListener('edition', hear);
	source.onerror = () => {
		silence ??= setTimeout(() => say(stopped, words.stopped), 3000);
		if (source?.readyState === 2) { /* the browser has given up; we have not */
			hangUp();
			setTimeout(call, 1000);
		}
	};
};
const hangUp = () => {
	source?.close();
	source = null;
};
document.addEventListener('visibilitychange', () => document.hidden ? hangUp() : call());
addEventListener('pagehide', hangUp);
addEventListener('pageshow', call);
call();
})();
