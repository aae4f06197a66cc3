/*
 * viewer: photos in full view, one beside the other, to be leafed through.
 *
 * Page   a dialog with an empty list [data-viewer-slides], a sentence [data-viewer-count="… {n} … {all}"] and buttons
 *        [data-viewer-step="-1"] and "1"; links around the small pictures, and figures with a figcaption around them.
 * Swipes are the list's own scrolling, which stops at each photo; Escape and closing are the dialog's.
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
	const small = link.querySelector('img'), { alt, lang, srcset, src } = small;
	const width = small.getAttribute('width'), height = small.getAttribute('height');
	const picture = element('img', `${small.className} slide-photo`);
	/* In this order: what is lazy does not load at once, nor in the size of the small one. */
	Object.assign(picture, { loading: 'lazy', sizes: `min(100vw, ${width} / ${height} * 100vh)`, alt, lang, srcset, src });
	picture.style.maxInlineSize = `${width}px`;
	/* The small one, which is there, until the large one is. */
	if (small.currentSrc && !small.matches('.photo-whole'))
		picture.style.background = `url("${small.currentSrc}") center / contain no-repeat`;
	return element('li', 'slide', element('figure', 'slide-figure', picture, caption(link, picture)));
}

/* A function that opens the dialog at a link's photo. */
export function viewerOf(viewer, links) {
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

	slides.append(...photos.map(href => slide(links.findLast(link => link.href === href))));
	slides.addEventListener('scroll', tell, { passive: true });
	for (const step of steps) {
		step.hidden = photos.length < 2;
		step.addEventListener('click', () => show(shown() + +step.dataset.viewerStep));
	}
	viewer.addEventListener('keydown', event => {
		const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
		if (step) {
			event.preventDefault();
			show(shown() + step);
		}
	});
	viewer.addEventListener('close', () => opener.focus());
	return link => {
		opener = link;
		viewer.showModal();
		show(photos.indexOf(link.href));
	};
}
