/*
 * offline: lets the guide work without a network after one visit.
 *
 * Page   <html data-worker data-kit>: the addresses of the service worker and of what it brings along in the page's language.
 * Wait   until the page is there and idle; not at all where the reader saves data.
 */
const { worker, kit } = document.documentElement.dataset;

async function start() {
	await navigator.serviceWorker.register(worker);
	const { active } = await navigator.serviceWorker.ready;
	if (!navigator.connection?.saveData)
		active.postMessage({ kit });
}

if (worker && navigator.serviceWorker)
	addEventListener('load', () => setTimeout(() => start().catch(() => {}), 2000), { once: true });
