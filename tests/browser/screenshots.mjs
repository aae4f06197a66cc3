// Pictures of every page kind at three widths, light and dark, into build/screenshots: to be looked at.
//
//   node tests/browser/screenshots.mjs [CONTENT] [PATTERN]
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { browser, build, example, files, kindOf, root, serve } from "./site.mjs";

const content = process.argv[2] ?? example();
const pattern = process.argv[3] ?? "";
const folder = join(root, "build/screenshots");
mkdirSync(folder, { recursive: true });
const kinds = new Map();
for (const path of files(build(content), ".html"))
	if (!kinds.has(kindOf(path))) kinds.set(kindOf(path), path);
const { url, stop } = await serve(content);
const chrome = await browser();
for (const colorScheme of ["light", "dark"])
	for (const width of [360, 768, 1280]) {
		const context = await chrome.newContext({ viewport: { width, height: width < 500 ? 740 : 900 }, colorScheme, deviceScaleFactor: 1 });
		const page = await context.newPage();
		for (const [kind, path] of kinds) {
			if (!kind.includes(pattern)) continue;
			await page.goto(url + path.replace(/index\.html$/, ""));
			await page.screenshot({ path: join(folder, `${kind.replaceAll("/", "-")}-${width}-${colorScheme}.png`), fullPage: true });
		}
		await context.close();
	}
await chrome.close();
stop();
process.exit(0);
