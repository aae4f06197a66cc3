// contrast.mjs SITE: the accent can be read wherever the theme's tokens use it (WCAG 2.2, 1.4.3: 4.5 to 1).
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const assets = join(process.argv[2], "assets");
const css = readFileSync(join(assets, readdirSync(assets).find(name => name.startsWith("tokens."))), "utf8");
const channels = hex => (hex.length === 4 ? [...hex.slice(1)].map(c => c + c) : hex.match(/[0-9a-f]{2}/gi)).map(part => parseInt(part, 16));
// "#123456", or color-mix(in srgb, #a N%, #b).
function colour(value) {
	const mixed = value.match(/color-mix\(in srgb, ?(#\w+) (\d+)%, ?(#\w+)\)/);
	if (!mixed) return channels(value);
	const [a, b, share] = [channels(mixed[1]), channels(mixed[3]), mixed[2] / 100];
	return a.map((c, i) => c * share + b[i] * (1 - share));
}
function luminance(rgb) {
	const [r, g, b] = rgb.map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a, b) {
	const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p);
	return (x + 0.05) / (y + 0.05);
}
const tokens = name => [...css.matchAll(new RegExp(`--${name}: ?([^;}]+)`, "g"))].map(found => colour(found[1]));
const [accent] = tokens("accent"), [onAccent] = tokens("on-accent"), [ink, inkAtNight] = tokens("accent-ink");
for (const [what, a, b] of [
	["the accent under text", accent, onAccent],
	["the accent on paper", ink, channels("#faf6ee")],
	["the accent at night", inkAtNight, channels("#1b1714")],
])
	if (contrast(a, b) < 4.5) {
		console.log(`${what}: ${contrast(a, b).toFixed(2)} to 1`);
		process.exitCode = 1;
	}
