# The preview: each save is seen at once, an error leaves what was good, and nobody else gets in.
. "$(dirname "$0")/../lib.sh"
has_node || { skip "the preview" "Node.js 18 or newer is not installed"; finish; }

mkdir "$T/scratch"
trap 'kill $pid 2>/dev/null; chmod -R u+w "$T"; rm -rf "$T"' EXIT
pid=

# start OPTIONS…: a preview, once it tells its address.
start() {
	: >"$T/out" # now: the address of the one before is none of this one's
	TMPDIR=$T/scratch "$QUARTIER" serve --port 0 "$@" >"$T/out" 2>"$T/err" &
	pid=$!
	url=
	for _ in $(seq 600); do
		url=$(grep -oE 'http://127\.0\.0\.1:[0-9]+/' "$T/out") && break
		kill -0 $pid 2>/dev/null || break
		sleep 0.05
	done
}
# stop: Ctrl-C, and the code it ends with.
stop() { kill -INT $pid; wait $pid; code=$?; }
ask() { node tests/system/serve.mjs "$@"; }

content=$T/content; small_content "$content"
start --now $NOW "$content"
check "a save is told, and its page is new" ask edit "$url" "$content"
says "and so does the terminal" '^[0-9:]{8}  rebuilt in [0-9]+ ms: [0-9]+ pages' "$T/out"
check "an error keeps the last good page, and mending it takes it away" ask error "$url" "$content"
says "the terminal tells what is wrong" 'merchants/pain.md:4:8: error: .*\[phone\]' "$T/err"
says "and that nothing was rebuilt" 'not rebuilt: 1 error; the last good version stays' "$T/out"
check "no path leads out, no other site gets in" ask traversal "$url" "$content"
check "200 idle connections keep nobody out, and are closed" ask idle "$url" "$content"
ask saves "$url" "$content" $pid >"$T/saves" 2>&1 && ok "500 saves leave it standing" || not_ok "500 saves leave it standing" "$(cat "$T/saves")"
grep '^#' "$T/saves"
sed -i 's/^name: .*/name: Un autre nom/' "$content/quartier.yml"
check "quartier.yml is read again" ask until "$url" "$content" / "Un autre nom"
printf -- '---\nname: Caché\ncategory: bakery\ndraft: true\n---\n' >"$content/merchants/cache.md"
check "Ctrl-C ends it, whoever listens" ask ends "$url" "$content" $pid
wait $pid; code=$?
[ $code -eq 0 ] && ok "in peace" || not_ok "in peace" "it ended with $code"
[ -z "$(ls -A "$T/scratch")" ] && ok "and leaves nothing behind" || not_ok "and leaves nothing behind" "$(ls -A "$T/scratch")"

start --drafts --now 2026-12-24T18:00 "$content"
check "--drafts shows drafts" ask until "$url" "$content" /merchants/cache/ "Caché"
stop

# Whatever is wrong at the start is told, and what is sound shown.
printf -- '---\nname: Le Pain\ncategory: bakery\nphone: 12\n---\n' >"$content/merchants/pain.md"
start --now $NOW "$content"
says "a start with errors says so" 'has errors; what is sound' "$T/out"
check "and shows what is sound" ask until "$url" "$content" /merchants/livres/ "Livres"
sed -i '/^phone/d' "$content/merchants/pain.md"
check "until they are mended" ask until "$url" "$content" /merchants/pain/ "Le Pain"
cp "$content/quartier.yml" "$T/good.yml"
echo 'name: [' >"$content/quartier.yml"
for _ in $(seq 200); do grep -q 'not rebuilt' "$T/out" && break; sleep 0.05; done
check "a quartier.yml that is no YAML leaves what was good" ask until "$url" "$content" /merchants/pain/ "Le Pain"
stop
start --now $NOW "$content"
[ -n "$url" ] && ok "with it alone, it starts all the same" || not_ok "with it alone, it starts all the same" "$(cat "$T/err")"
cp "$T/good.yml" "$content/quartier.yml"
check "and goes on from there" ask until "$url" "$content" / "Un autre nom"
stop
exits "a folder without quartier.yml ends it" 1 "$QUARTIER" serve --port 0 "$T/scratch"
exits "and one that is not there" 2 "$QUARTIER" serve --port 0 "$T/nowhere"

# A theme of one's own is watched, too.
cp -r themes/marche "$T/mine"
start --now $NOW --theme "$T/mine" "$content"
sed -i 's/<\/head>/<meta name="essai" content="mien"><\/head>/' "$T/mine"/templates/*.mustache
check "a theme is read again" ask until "$url" "$content" / 'content="mien"'
stop

# A branch, while somebody works on it.
git -C "$content" init -q -b main && git -C "$content" add . && git -C "$content" commit -qm one && git -C "$content" branch hiver
start --now $NOW --rev hiver "$content"
check "--rev shows the branch" ask until "$url" "$content" /merchants/livres/ "Livres"
git -C "$content" worktree add -q "$T/other" hiver
sed -i 's/^name: .*/name: Livres d’hiver/' "$T/other/merchants/livres.md"
git -C "$T/other" commit -qam two
check "and follows it" ask until "$url" "$content" /merchants/livres/ "Livres d’hiver"
lines=$(wc -l <"$T/out")
git -C "$content" branch autre && echo >>"$content/merchants/pain.md" && git -C "$content" commit -qam three
sleep 0.5
[ "$(wc -l <"$T/out")" = "$lines" ] && ok "but not the others, nor the folder" || not_ok "but not the others, nor the folder" "$(cat "$T/out")"
git -C "$content" pack-refs --all
git -C "$T/other" reset -q --hard HEAD~
check "packed and moved back, too" ask until "$url" "$content" /merchants/livres/ "Livres &amp; Cie"
stop

# All of a site with photos and a map is the same as built.
cp -r "$ROOT/content-example" "$T/example" && rm -rf "$T/example/site"
build "$T/example" -o "$T/site" # photos take their time
start --now $NOW "$T/example"
build "$T/example" --base-url "${url/127.0.0.1/aaa.bb.cc}" -o "$T/site"
check "every file is that of a build" ask same "$url" "$T/example" "$T/site"
sed -i 's/^name: .*/name: Tout autre/' "$T/example/merchants/boulangerie-du-bief.md"
check "a new name is there before its social card is" ask until "$url" "$T/example" /merchants/boulangerie-du-bief/ "Tout autre"
build "$T/example" --base-url "${url/127.0.0.1/aaa.bb.cc}" -o "$T/site"
soon() { for _ in $(seq 30); do "$@" && return; sleep 1; done; return 1; }
check "and after it, every file is that of a build again" soon ask same "$url" "$T/example" "$T/site"
stop
[ $code -eq 0 ] && [ -z "$(ls -A "$T/scratch")" ] && ok "nothing is left behind" || not_ok "nothing is left behind" "$code $(ls -A "$T/scratch")"
finish
