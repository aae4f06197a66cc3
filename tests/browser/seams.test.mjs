// Where tiles of the map meet: a region drawn whole and drawn in tiles is the same picture, names and all, light and dark.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { browser, chromium, finish, root, skip, temporary, test } from "./site.mjs";

const draw = join(root, "build/release/map-draw"), style = join(root, "themes/marche/map.yml");
const data = process.env.QUARTIER_SHARED_DATA ?? join(root, "../shared/data");
const SIDE = 1026; // divides by two and by three

if (!chromium || !existsSync(draw)) {
	skip("seams of the map's tiles", chromium ? "build/release/map-draw is not built" : "Chromium or playwright-core is not installed");
	finish();
}
const chrome = await browser(), folders = temporary();
let drawn = 0;

// The drawings of a region, as data: URLs: the whole, and the tiles by column and row.
function drawings(zoom, parts, extract) {
	const folder = join(folders, String(drawn++));
	mkdirSync(folder);
	execFileSync(draw, [style, zoom, SIDE, parts, folder, ...extract ? [extract] : []].map(String));
	const url = name => `data:image/svg+xml;base64,${readFileSync(join(folder, `${name}.svg`)).toString("base64")}`;
	const tiles = [];
	for (let x = 0; x < parts; x++)
		for (let y = 0; y < parts; y++) tiles.push({ x, y, src: url(`${x}-${y}`) });
	return { whole: url("whole"), tiles };
}

async function picture(page, images) {
	await page.setContent(`<style>body{margin:0}img{position:absolute}</style>${images.map(i =>
		`<img src="${i.src}" style="left:${i.left}px;top:${i.top}px" width="${i.side}" height="${i.side}">`).join("")}`);
	await page.evaluate(() => Promise.all([...document.images].map(image => image.decode())));
	return (await page.screenshot()).toString("base64");
}

// Pixels that differ by more than 24 of 255: near a seam, elsewhere, and grossly; and of how many near a seam.
function compare(page, a, b, part) {
	return page.evaluate(async ({ a, b, part }) => {
		const pixels = async png => {
			const image = new Image();
			image.src = `data:image/png;base64,${png}`;
			await image.decode();
			const canvas = new OffscreenCanvas(image.width, image.height), context = canvas.getContext("2d");
			context.drawImage(image, 0, 0);
			return context.getImageData(0, 0, image.width, image.height);
		};
		const one = await pixels(a), two = await pixels(b), found = { seam: 0, elsewhere: 0, gross: 0, near: 0, kinds: 0 };
		const colours = new Set(), near = at => at > 4 && (at % part < 4 || at % part >= part - 4);
		for (let y = 0; y < one.height; y++)
			for (let x = 0; x < one.width; x++) {
				const i = (y * one.width + x) * 4, at_seam = near(x) || near(y);
				let off = 0;
				for (let k = 0; k < 3; k++) off = Math.max(off, Math.abs(one.data[i + k] - two.data[i + k]));
				colours.add(one.data[i] << 16 | one.data[i + 1] << 8 | one.data[i + 2]);
				found.near += at_seam;
				if (off > 24) found[at_seam ? "seam" : "elsewhere"]++;
				if (off > 96) found.gross++;
			}
		found.kinds = colours.size;
		return found;
	}, { a, b, part });
}

async function check(page, zoom, parts, extract) {
	const { whole, tiles } = drawings(zoom, parts, extract), part = SIDE / parts;
	const a = await picture(page, [{ src: whole, left: 0, top: 0, side: SIDE }]);
	const b = await picture(page, tiles.map(t => ({ src: t.src, left: t.x * part, top: t.y * part, side: part })));
	const found = await compare(page, a, b, part), problems = [];
	const told = `zoom ${zoom}, ${parts} × ${parts}: ${JSON.stringify(found)}`;
	if (process.env.SEAMS_VERBOSE) console.log(`# ${told}`);
	if (found.kinds < 20) problems.push(`nothing was drawn: ${told}`);
	if (found.seam > found.near * 0.02 || found.elsewhere > SIDE * SIDE * 0.0005 || found.gross > 0) problems.push(told);
	return problems;
}

const vaduz = join(data, "osm/vaduz-li-centre.osm");
for (const colorScheme of ["light", "dark"]) {
	const context = await chrome.newContext({ viewport: { width: SIDE, height: SIDE }, colorScheme });
	const page = await context.newPage();
	await test(`tiles of a town of paper continue each other (${colorScheme})`, async () => {
		const found = [];
		for (const zoom of [15, 16, 17, 18, 20])
			for (const parts of [2, 3]) found.push(...await check(page, zoom, parts));
		return found;
	});
	if (existsSync(vaduz))
		await test(`tiles of a real town continue each other (${colorScheme})`, async () => {
			const found = [];
			for (const zoom of [15, 16, 17, 18, 20])
				for (const parts of [2, 3]) found.push(...await check(page, zoom, parts, vaduz));
			return found;
		});
	else
		skip(`tiles of a real town continue each other (${colorScheme})`, "../shared/data is not there");
	await context.close();
}
await chrome.close();
finish();
