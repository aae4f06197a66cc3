// A page as a tree: enough of HTML for pages that are known to be well-formed (the Nu validator sees to that).

const VOID = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);
const RAW = new Set(["script", "style"]);
const NAMED = { amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'", nbsp: "\u00a0" };

export function unescape(text) {
	return text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (all, name) => {
		if (name[0] !== "#") return NAMED[name] ?? all;
		return String.fromCodePoint(name[1] === "x" ? parseInt(name.slice(2), 16) : Number(name.slice(1)));
	});
}

// { tag, attributes, children: nodes and texts, parent }
export function parse(html) {
	const root = { tag: "", attributes: {}, children: [], parent: null };
	const pattern = /<!--[\s\S]*?-->|<!doctype[^>]*>|<(\/?)([a-z][a-z0-9-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>/gi;
	let at = root, end = 0, found;
	const text = until => { if (until > end) at.children.push(unescape(html.slice(end, until))); };
	while ((found = pattern.exec(html))) {
		const [all, closing, tag, attributes, empty] = found;
		text(found.index);
		end = pattern.lastIndex;
		if (!tag) continue;
		if (closing) {
			if (at.tag !== tag) throw new Error(`</${tag}> closes <${at.tag}>: ${html.slice(found.index - 80, found.index + 20)}`);
			at = at.parent;
			continue;
		}
		const node = { tag, attributes: {}, children: [], parent: at };
		for (const [, name, , value] of attributes.matchAll(/([^\s=]+)(="([^"]*)")?/g)) node.attributes[name] = unescape(value ?? "");
		at.children.push(node);
		if (RAW.has(tag)) {
			const close = html.indexOf(`</${tag}>`, end);
			node.children.push(html.slice(end, close));
			pattern.lastIndex = end = close + tag.length + 3;
		} else if (!VOID.has(tag) && !empty) {
			at = node;
		}
	}
	text(html.length);
	return root;
}

export function* walk(node) {
	yield node;
	for (const child of node.children) if (typeof child !== "string") yield* walk(child);
}
export const all = (root, test) => [...walk(root)].filter(test);
export const first = (root, test) => all(root, test)[0];
export const text = node => node.children.map(child => typeof child === "string" ? child : text(child)).join("");
// As a reader sees it: without scripts, white space folded, no-break spaces as spaces.
export const visible = node => node.children
	.map(child => typeof child === "string" ? child : RAW.has(child.tag) ? "" : visible(child)).join(" ")
	.replace(/\u2060/g, "").replace(/[\s\u00a0\u202f]+/g, " ");
// [text, language] of every text that a reader sees.
export function* texts(node, lang = "") {
	const here = node.attributes?.lang ?? lang;
	for (const child of node.children) {
		if (typeof child !== "string") { if (!RAW.has(child.tag)) yield* texts(child, here); }
		else if (child.trim()) yield [child, here];
	}
}
export const jsonld = root => all(root, n => n.tag === "script" && n.attributes.type === "application/ld+json").map(n => JSON.parse(text(n)));
