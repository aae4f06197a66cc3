/*
 * gallery: a page's photos in full view, one beside the other, to be leafed through.
 *
 * Page   links [data-photo] around a picture, to the large one: several may lead to the same; a dialog [data-viewer] with
 *        an empty list [data-viewer-slides], a sentence [data-viewer-count="… {n} … {all}"] and buttons
 *        [data-viewer-step="-1"] and "1".
 * Swipes are the list's own scrolling, which stops at each photo; Escape and the focus are the dialog's.
 * Fails  by doing nothing: the links lead to the large pictures.
 */
function element(name, className, ...inside) {
	const made = document.createElement(name);
	made.className = className;
	made.append(...inside);
	return made;
}

/* What is known of the photo, for those who see it: its text, and whose it is. */
function caption(link, picture) {
	const credit = link.closest('figure')?.querySelector('figcaption')?.textContent;
	const text = element('span', 'slide-text', picture.alt);
	const made = element('figcaption', 'slide-caption', text);
	text.lang = picture.lang;
	text.ariaHidden = true;                         /* it has been said of the picture */
	if (credit)
		made.append(element('small', 'slide-credit', credit));
	return made;
}

function slide(link) {
	const small = link.querySelector('img');
	const picture = small.cloneNode();
	const width = picture.getAttribute('width'), height = picture.getAttribute('height');
	picture.classList.add('slide-photo');
	picture.removeAttribute('fetchpriority');
	picture.loading = 'lazy';
	picture.sizes = `min(100vw, ${width} / ${height} * 100vh)`;
	picture.style.maxInlineSize = `${width}px`;
	/* The small one, which is there, until the large one is. */
	picture.style.background = small.currentSrc && !small.matches('.photo-whole') ? `url("${small.currentSrc}") center / contain no-repeat` : '';
	return element('li', 'slide', element('figure', 'slide-figure', picture, caption(link, picture)));
}

export function start(root) {
	const viewer = root.querySelector('[data-viewer]');
	const links = [...root.querySelectorAll('[data-photo]')];
	if (!viewer?.showModal || !links.length)
		return;
	const slides = viewer.querySelector('[data-viewer-slides]');
	const count = viewer.querySelector('[data-viewer-count]');
	const steps = [...viewer.querySelectorAll('[data-viewer-step]')];
	const photos = [...new Set(links.map(link => link.href))];
	let opener;

	const shown = () => Math.round(slides.scrollLeft / slides.clientWidth);

	function tell() {
		const sentence = count.dataset.viewerCount.replace('{n}', shown() + 1).replace('{all}', photos.length);
		if (photos.length > 1 && count.textContent !== sentence)
			count.textContent = sentence;
		/* Not `disabled`: the focus would be lost at the last photo. */
		for (const step of steps)
			step.ariaDisabled = !photos[shown() + +step.dataset.viewerStep];
	}

	function show(index) {
		slides.scrollLeft = index * slides.clientWidth;
		tell();
	}

	function open(event) {
		if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
			return;
		event.preventDefault();
		opener = event.currentTarget;
		if (!slides.children.length)
			slides.append(...photos.map(href => slide(links.findLast(link => link.href === href))));
		viewer.showModal();
		show(photos.indexOf(opener.href));
	}

	for (const link of links) {
		link.ariaHasPopup = 'dialog';
		link.addEventListener('click', open);
	}
	for (const step of steps) {
		step.hidden = photos.length < 2;
		step.addEventListener('click', () => show(shown() + +step.dataset.viewerStep));
	}
	slides.addEventListener('scroll', tell, { passive: true });
	viewer.addEventListener('keydown', event => {
		const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
		if (step) {
			event.preventDefault();
			show(shown() + step);
		}
	});
	viewer.addEventListener('close', () => opener.focus());
}

start(document);
