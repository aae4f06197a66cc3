# Guides made from real lists of shops: no crash and no silence, each row is a page or a diagnostic.
. "$(dirname "$0")/../lib.sh"

data=${QUARTIER_SHARED_DATA:-../shared/data}/merchants
if [ ! -d "$data" ]; then
	skip "guides from real lists of shops" "the lists are not in ${data%/merchants}"
	finish
fi
if ! has_node; then
	skip "guides from real lists of shops" "Node.js 18 or newer is not installed"
	finish
fi
node tests/realdata/cards.mjs "$data" "$T/guides" >"$T/lists" || not_ok "the lists become cards"
while read -r name rows; do
	content=$T/guides/$name
	"$QUARTIER" check --format json --jobs 2 "$content" >"$T/out" 2>"$T/err"
	code=$?
	[ $code -le 1 ] && ok "$name: check ends in order" || not_ok "$name: check ends in order" "code $code" "$(tail -3 "$T/err")"
	node -e '
		const lines = require("fs").readFileSync(process.argv[1], "utf8").trim().split("\n").filter(Boolean).map(JSON.parse);
		const bad = new Set(lines.filter(l => l.severity === "error").map(l => l.file));
		const kinds = {};
		for (const l of lines) kinds[`${l.severity} ${l.code}`] = (kinds[`${l.severity} ${l.code}`] ?? 0) + 1;
		console.log([...bad].join("\n"));
		console.error("# " + process.argv[2] + ": " + Object.entries(kinds).sort((a, b) => b[1] - a[1]).map(([k, n]) => `${k} ${n}`).join(", "));' \
		"$T/err" "$name" >"$T/bad" 2>"$T/counts"
	cat "$T/counts"
	bad=$(grep -c . "$T/bad")
	# What has an error is mended by the association; here it is set aside, and the rest must build.
	while read -r file; do [ -n "$file" ] && rm -f "$content/$file"; done <"$T/bad"
	exits "$name: the rest builds" 0 build "$content" -o "$T/site-$name"
	pages=$(find "$T/site-$name/merchants" -mindepth 2 -maxdepth 2 -name index.html | wc -l)
	[ $((pages + bad)) -eq "$rows" ] && ok "$name: $rows rows are $pages pages and $bad diagnostics" || not_ok "$name: each row is a page or a diagnostic" "$rows rows, $pages pages, $bad with errors"
done <"$T/lists"
finish
