# The command line: exit codes, messages, formats, what is written where.
. "$(dirname "$0")/../lib.sh"

content=$T/content; small_content "$content"

exits "no command is wrong usage" 2 "$QUARTIER"
exits "an unknown command is wrong usage" 2 "$QUARTIER" biuld
says "and the nearest is offered" 'did you mean "quartier build"' "$T/err"
exits "an unknown command behind options, too" 2 "$QUARTIER" --lang fr buid
says "is told in their language" 'vouliez-vous dire "quartier build"' "$T/err"
exits "options may stand before the command" 1 "$QUARTIER" --lang fr --now=$NOW -q check --format json "$T"
says "and count" '"severity":"error","code":"config".*"message":"il n.y a pas de quartier.yml' "$T/err"
exits "but must be the command's" 2 "$QUARTIER" --port 0 check "$content"
says "or are refused by its name" 'quartier check --help' "$T/err"
exits "an option alone is no command" 2 "$QUARTIER" --rev HEAD
says "which is told" 'command is missing' "$T/err"
exits "help before the command is that of the command" 0 "$QUARTIER" --help serve
says "with its own options" '--port N' "$T/out"
exits "an unknown option is wrong usage" 2 "$QUARTIER" build --thme x
says "and is named, with the nearest" 'no option --thme' "$T/err"
exits "a value out of its list is wrong usage" 2 "$QUARTIER" build --format=xml "$content"
says "and the list is told" 'text\|json\|github' "$T/err"
exits "a missing value is wrong usage" 2 "$QUARTIER" build --now
for bad in 2026-02-30 24/12/2026 2026-12-24T25:00 tomorrow; do
	exits "--now $bad is wrong usage" 2 "$QUARTIER" check --now "$bad" "$content"
done
exits "--now=DATETHH:MM is taken" 0 "$QUARTIER" check --now=2026-12-24T18:00 "$content"
exits "--jobs 0 is wrong usage" 2 "$QUARTIER" check --jobs 0 "$content"
exits "a base URL without scheme is wrong usage" 2 "$QUARTIER" check --base-url example.org "$content"
exits "two contents are one too many" 2 "$QUARTIER" check "$content" "$content"
exits "context needs a page" 2 "$QUARTIER" context
exits "help is no error" 0 "$QUARTIER" --help
for command in build check serve context completion; do
	exits "$command has a help" 0 "$QUARTIER" $command --help
	says "$command's help shows its usage" "^Usage: quartier $command " "$T/out"
done
exits "the version is told" 0 "$QUARTIER" --version
says "with its libraries" 'libgit2 [0-9.]+, libyaml' "$T/out"

exits "an empty value is wrong usage" 2 "$QUARTIER" build -o "" "$content"
exits "a value for an option that takes none is wrong usage" 2 "$QUARTIER" check --strict=1 "$content"
says "and told so" '--strict takes no value' "$T/err"
exits "a theme that does not exist is wrong usage" 2 "$QUARTIER" check --theme nowhere "$content"
exits "help is a word, too" 0 "$QUARTIER" help build
says "for a command" '^Usage: quartier build ' "$T/out"
exits "and version" 0 "$QUARTIER" version
exits "wrong usage is told in the format that is asked for" 2 "$QUARTIER" check --format json --jobs 0 --now soon "$content"
[ "$(grep -c '^{"severity":"error","code":"usage",.*}$' "$T/err")" -eq 2 ] && ok "all of it" || not_ok "all of it" "$(cat "$T/err")"
SOURCE_DATE_EPOCH=soon exits "a clock that is none is wrong usage" 2 "$QUARTIER" check "$content"
SOURCE_DATE_EPOCH=soon exits "but not asked when --now is given" 0 "$QUARTIER" check --now $NOW "$content"
export SOURCE_DATE_EPOCH=1795251600; "$QUARTIER" build -q "$content" -o "$T/epoch"; unset SOURCE_DATE_EPOCH
build "$content" -o "$T/now"
[ "$(fingerprint "$T/epoch")" = "$(fingerprint "$T/now")" ] && ok "SOURCE_DATE_EPOCH stands in for --now" || not_ok "SOURCE_DATE_EPOCH stands in for --now"
(umask 077; TZ=Asia/Tokyo LC_ALL=tr_TR.UTF-8 HOME=/nowhere build "$content" -o "$T/elsewhere")
[ "$(fingerprint "$T/elsewhere")" = "$(fingerprint "$T/now")" ] && ok "the environment does not show in the site" || not_ok "the environment does not show in the site"

# Standard streams that are full or closed.
if [ -c /dev/full ]; then
	full() { "$QUARTIER" "$@" >/dev/full; }
	exits "help on a full disk is the environment's failure" 3 full --help
	says "and told" 'standard output: No space left' "$T/err"
	exits "so is a context" 3 full context --now $NOW "$content" /
	exits "a site that is built is built, though nobody reads the summary" 0 full build --now $NOW "$content" -o "$T/unread"
fi
closed() { "$QUARTIER" "$@" >&- 2>&- <&-; }
exits "closed streams are no obstacle" 0 closed build --now $NOW "$content" -o "$T/closed"
[ "$(fingerprint "$T/closed")" = "$(fingerprint "$T/now")" ] && ok "and nothing is printed into the site" || not_ok "and nothing is printed into the site"

rm -r "$content/.quartier" # the cache of the builds above
exits "check of sound content succeeds" 0 "$QUARTIER" check --now $NOW "$content"
[ ! -e "$content/site" ] && [ ! -e "$content/.quartier" ] && ok "and writes nothing" || not_ok "and writes nothing" "$(ls -A "$content")"
exits "build succeeds" 0 "$QUARTIER" build --now $NOW "$content"
[ -f "$content/site/index.html" ] && [ -f "$content/site/.quartier-site" ] && ok "the site is beside quartier.yml by default" || not_ok "the site is beside quartier.yml by default"
says "the summary tells what was built" '^Petit quartier: 2 merchants, [0-9]+ pages$' "$T/out"
says "and where, and how much of it was written" "^  in $content/site: ([0-9]+) of \\1 files written, 0 removed \\([0-9.]+ s\\)$" "$T/out"
(cd "$content" && exits "the current folder is the default" 0 "$QUARTIER" build --now $NOW) && ok "inside the content no argument is needed"
exits "quiet is quiet" 0 "$QUARTIER" build -q --now $NOW "$content"
[ ! -s "$T/out" ] && [ ! -s "$T/err" ] && ok "and prints nothing" || not_ok "and prints nothing" "$(cat "$T/out" "$T/err")"
says "the marker tells the next change" '"next":' "$content/site/.quartier-site"
printf -- '---\ntitle: Bon plan\nmerchant: pain\nfrom: 2026-12-01\nuntil: 2026-12-31\n---\n' >"$content/offers/bon.md"
exits "an offer to come is built" 0 "$QUARTIER" build --now $NOW "$content"
says "and the summary tells when to build again" '^  the site will next change on 23 November 2026 at 0:00' "$T/out"
exits "in French, too" 0 "$QUARTIER" build --lang fr --now 2026-11-30 "$content"
says "with a French date" '^  le site changera ensuite le 1er.*décembre.*2026 à 0.*h' "$T/out"
rm "$content/offers/bon.md"

printf -- '---\nname: Sans rien\ncategory: bakery\nphoen: 1\nphone: "065 / 3"\n---\n' >"$content/merchants/rien.md"
exits "an error ends with 1" 1 "$QUARTIER" check "$content"
says "with file, line and column of the value" '^merchants/rien\.md:5:8: error: phone: "065 / 3" is not a phone number.* \[phone\]$' "$T/err"
says "and a warning beside it" '^merchants/rien\.md:4:8: warning: .*phoen.* \[unknown-key\]$' "$T/err"
says "with the nearest key as hint" '^  hint: .*phone' "$T/err"
exits "as JSON" 1 "$QUARTIER" check --format json "$content"
check "every line is an object" node -e '
	const lines = require("fs").readFileSync(process.argv[1], "utf8").trim().split("\n").map(JSON.parse);
	for (const l of lines) for (const k of ["severity", "code", "file", "line", "column", "message", "hint"]) if (!(k in l)) throw new Error(k);
	if (!lines.some(l => l.code === "phone" && l.line === 5 && l.column === 8)) throw new Error("phone");' "$T/err"
exits "as annotations" 1 "$QUARTIER" check --format github "$content"
says "for GitHub" '^::error file=merchants/rien\.md,line=5,col=8,title=phone::' "$T/err"
LANG=fr_BE.UTF-8 LC_ALL= exits "in French" 1 "$QUARTIER" check "$content"
"$QUARTIER" check --lang fr "$content" 2>"$T/err"
says "by --lang" 'n.est pas un numéro de téléphone' "$T/err"
rm "$content/merchants/rien.md"
printf -- '---\nname: Mot inconnu\ncategory: bakry\n---\n' >"$content/merchants/mot.md"
exits "a warning passes" 0 "$QUARTIER" check "$content"
exits "but not with --strict" 1 "$QUARTIER" check --strict "$content"
exits "which builds nothing, either" 1 "$QUARTIER" build --strict --now $NOW "$content" -o "$T/strict"
[ -e "$T/strict" ] && not_ok "no folder is made" || ok "no folder is made"
exits "always coloured" 0 "$QUARTIER" check --color always "$content"
says "where it was asked for" $'\e\\[33mwarning:' "$T/err"
exits "JSON comes alone, whatever else is told" 0 "$QUARTIER" check -v --format json "$content"
grep -qv '^{.*}$' "$T/err" && not_ok "every line of it" "$(cat "$T/err")" || ok "every line of it"
rm "$content/merchants/mot.md"

exits "context prints JSON" 0 "$QUARTIER" context --now $NOW "$content" /merchants/pain/
check "that a machine can read" node -e '
	const c = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
	if (c.merchant.name !== "Le Pain d\u0027Élise") throw new Error(c.merchant.name);' "$T/out"
exits "a page that does not exist is wrong usage" 2 "$QUARTIER" context "$content" /merchants/pian/
says "and the nearest is offered" '/merchants/pain/' "$T/err"
cat <(exec "$QUARTIER" context --now $NOW "$content" / -o /dev/stdout) >"$T/piped"
[ -s "$T/piped" ] && ok "a single-file target that is a pipe is written to" || not_ok "a single-file target that is a pipe is written to"

sed -i '/^url/d' "$content/quartier.yml"
exits "a build without url has an error" 1 "$QUARTIER" build "$content" -o "$T/nourl"
says "that says what to add" 'url: https://example.org/' "$T/err"
exits "--base-url stands in for it" 0 "$QUARTIER" build --now $NOW --base-url https://other.example/town "$content" -o "$T/based"
says "and is where links point" 'https://other.example/town/merchants/pain/' "$T/based/sitemap.xml"

: >"$T/out"
TMPDIR=$T "$QUARTIER" serve --now $NOW --port 0 "$content" >"$T/out" 2>"$T/err" &
pid=$!
for _ in $(seq 300); do grep -q http "$T/out" && break; sleep 0.1; done
url=$(grep -oE 'http://127\.0\.0\.1:[0-9]+/' "$T/out")
check "serve serves" node -e '
	const base = process.argv[1];
	(async () => {
		const page = await fetch(base + "merchants/pain/");
		if (page.status !== 200 || !page.headers.get("content-type").startsWith("text/html")) throw new Error("page");
		const tag = page.headers.get("etag");
		if ((await fetch(base + "merchants/pain/", { headers: { "if-none-match": tag } })).status !== 304) throw new Error("etag");
		if ((await fetch(base + "nowhere/")).status !== 404) throw new Error("404");
		if ((await fetch(base + "feed.xml", { headers: { range: "bytes=0-4" } })).status !== 206) throw new Error("range");
	})().catch(e => { console.error(e); process.exit(1); });' "$url"
kill -INT $pid; wait $pid; code=$?
[ $code -eq 0 ] && ok "Ctrl-C ends serve in peace" || not_ok "Ctrl-C ends serve in peace" "it ended with $code"
ls "$T"/quartier-?????? >/dev/null 2>&1 && not_ok "and leaves no folder behind" || ok "and leaves no folder behind"
finish
