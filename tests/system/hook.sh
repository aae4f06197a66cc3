# The post-receive sample: a push to a bare repository becomes a site, by file path and over http.
. "$(dirname "$0")/../lib.sh"

if ! command -v flock >/dev/null; then
	skip "the post-receive hook" "flock is not installed"
	finish
fi
is() { [ "$2" = "$3" ] && ok "$1" || not_ok "$1" "\"$2\" is not \"$3\""; }
has() { [ -s "$site/merchants/$2/index.html" ] && ok "$1" || not_ok "$1" "$(ls "$site/merchants" 2>&1)"; }
sound() { check "$1" git -C "$2" fsck --strict --no-dangling; }
card() { printf -- '---\nname: %s\ncategory: bakery\n---\n' "$2" >"$work/merchants/$1.md" && git -C "$work" add . && git -C "$work" commit -qm "$2"; }
push() { git -C "$work" push origin "${@:-main}"; }

# Paths with spaces, the program on the path, and nothing of a user's own: as a hook has it.
place="$T/our sites" work=$T/work site="$T/our sites/www/guide" bare="$T/our sites/guide.git"
mkdir -p "$place/www" "$T/bin" && ln -s "$QUARTIER" "$T/bin/quartier"
export PATH=$T/bin:$PATH SOURCE_DATE_EPOCH=1795255200
git init -q --bare -b main "$bare"
hook() { sed -e "s|^SITE=[^ ]*|SITE=\"$site\"|" -e "$1" generator/samples/post-receive >"$bare/hooks/post-receive" && chmod +x "$bare/hooks/post-receive"; }
hook ''
check "the sample is a sound script" sh -n generator/samples/post-receive
says "whose site is where one would have it" '^SITE=/var/www/' generator/samples/post-receive

# ---- over a file path ----
git clone -q "$bare" "$work" 2>/dev/null
git -C "$work" symbolic-ref HEAD refs/heads/main
small_content "$work" && git -C "$work" add . && git -C "$work" commit -qm "Two shops"
exits "content is pushed" 0 push
has "and its site is there" pain
says "which is told" '^remote: .*2 merchants' "$T/err"
[ -s "$site/index.html.gz" ] && ok "with its options" || not_ok "with its options" "$(ls "$site")"
is "everybody may read it" "$(find "$site" ! -perm -004 | head -1)" ""
card fleurs "Fleurs"
exits "a shop is added" 0 push
has "and has its page" fleurs
git -C "$work" checkout -q -b idea && card idee "Idée"
before=$(fingerprint "$site")
exits "another branch is pushed" 0 push idea
is "and publishes nothing" "$(fingerprint "$site")" "$before"
git -C "$work" checkout -q main

# ---- a mistake ----
printf -- '---\nname: Faux\ncategory: bakery\nphone: "065 / 3"\n---\n' >"$work/merchants/faux.md"
git -C "$work" add . && git -C "$work" commit -qm "a mistake"
exits "a broken card is accepted, as it is pushed already" 0 push
says "what is wrong is told, at its line" '^remote: merchants/faux.md:4:8: error: phone:' "$T/err"
says "and that nothing changed" '^remote: quartier: the site was not changed' "$T/err"
is "nothing did" "$(fingerprint "$site")" "$before"
is "though the repository has it" "$(git -C "$bare" rev-parse main)" "$(git -C "$work" rev-parse main)"
hook 's/^MESSAGES=[^ ]*/MESSAGES=fr/'
git -C "$work" commit -q --allow-empty -m "again"
exits "in the language that is set" 0 push
says "French" "^remote: merchants/faux.md:4:8: .*n'est pas un numéro" "$T/err"
hook ''
git -C "$work" rm -q merchants/faux.md && git -C "$work" commit -qm "corrected"
exits "the correction" 0 push
has "publishes again" fleurs

# ---- history that was rewritten, branches that go ----
git -C "$work" reset -q --hard HEAD~3 && card neuf "Neuf"
exits "a forced push" 0 push --force main
has "is what the site shows" neuf
before=$(fingerprint "$site")
git -C "$bare" config receive.denyDeleteCurrent ignore
exits "the branch is removed" 0 push :main
says "which is told" '^remote: quartier: the branch main is gone' "$T/err"
is "the site stays" "$(fingerprint "$site")" "$before"
exits "it is pushed again, with another" 0 push main idea
is "and the site is the same" "$(fingerprint "$site")" "$before"

# ---- two at once ----
git clone -q "$bare" "$T/second" 2>/dev/null
mkdir "$T/slow" && cat >"$T/slow/quartier" <<-EOF2
	#!/bin/sh
	[ ! -e "$T/running" ] || echo "two at once" >>"$T/collision"
	touch "$T/running"; sleep 0.3
	"$QUARTIER" "\$@"; code=\$?
	rm -f "$T/running"; echo one >>"$T/runs"
	exit \$code
EOF2
chmod +x "$T/slow/quartier"
card un "Un"
(cd "$T/second" && mkdir -p merchants && printf -- '---\nname: Deux\ncategory: bakery\n---\n' >merchants/deux.md && git add . && git commit -qm deux)
was=$(git -C "$bare" rev-parse main)
(export PATH=$T/slow:$PATH; push >/dev/null 2>&1 & git -C "$T/second" push -q origin HEAD:other 2>/dev/null
	# The first is in the repository, and its hook at work.
	for _ in $(seq 200); do [ "$(git -C "$bare" rev-parse main)" = "$was" ] || break; sleep 0.05; done
	git -C "$T/second" fetch -q && git -C "$T/second" rebase -q origin/main 2>/dev/null
	git -C "$T/second" push -q origin HEAD:main 2>/dev/null; wait)
is "two pushes are built one after the other" "$(cat "$T/collision" 2>/dev/null)" ""
is "both of them" "$(wc -l <"$T/runs")" 2
has "the first is there" un
has "and the second" deux
git -C "$work" pull -q --rebase origin main 2>/dev/null

# ---- where the site cannot be written ----
before=$(fingerprint "$site")
sed -i 's|^SITE=.*|SITE=/proc/none/guide|' "$bare/hooks/post-receive"
card trois "Trois"
exits "a folder that cannot be made" 0 push
says "is no fault of who pushes" '^remote: quartier: .*this machine could not' "$T/err"
is "and the old site stays" "$(fingerprint "$site")" "$before"
hook ''

# ---- without a push, from cron ----
unset SOURCE_DATE_EPOCH
exits "cron's line publishes what is there" 0 env -i PATH="$PATH" HOME="$T" QUARTIER_IF_DUE=1 "$bare/hooks/post-receive"
has "as it is now" trois
is "without a word" "$(cat "$T/out" "$T/err")" ""
touch "$T/mark"
exits "and rests while nothing is due" 0 env -i PATH="$PATH" HOME="$T" QUARTIER_IF_DUE=1 "$bare/hooks/post-receive"
is "not a file is touched" "$(find "$site" -newer "$T/mark")" ""

# ---- over http ----
backend=$(git --exec-path)/git-http-backend
if ! has_node || [ ! -x "$backend" ]; then
	skip "over http" "Node.js 18 or newer, or git's http-backend, is not installed"
else
	: >"$T/address"
	node tests/system/git_http.mjs "$place" >"$T/address" 2>"$T/server.err" &
	server=$!
	for _ in $(seq 100); do [ -s "$T/address" ] && break; sleep 0.1; done
	git -C "$bare" config http.receivepack true
	git -C "$work" remote set-url origin "$(cat "$T/address")/guide.git"
	card http "Par le réseau"
	exits "content is pushed over http" 0 push
	says "what happened is told" '^remote: .*merchants' "$T/err"
	has "and the site is there" http
	before=$(fingerprint "$site")
	printf -- '---\nname: Faux\n---\n' >"$work/merchants/faux.md" && git -C "$work" add . && git -C "$work" commit -qm faux
	exits "so is a mistake" 0 push
	says "which is told" '^remote: merchants/faux.md:.*error: category' "$T/err"
	is "and changes nothing" "$(fingerprint "$site")" "$before"
	kill "$server"
fi
sound "git finds nothing wrong" "$bare"
is "no lock is held" "$(flock -n "$bare/quartier.lock" echo free)" free
is "beside the site is nothing" "$(ls -A "$place/www")" guide
finish
