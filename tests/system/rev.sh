# --rev reads that commit and nothing else, from every kind of repository, and gives the same bytes everywhere.
. "$(dirname "$0")/../lib.sh"

repo=$T/repo
small_content "$repo/guide"
git -C "$repo" init -q -b main
git -C "$repo" add . && git -C "$repo" commit -qm one
git -C "$repo" tag -a -m "first" v1
sed -i 's/Livres & Cie/Livres et Compagnie/' "$repo/guide/merchants/livres.md"
GIT_COMMITTER_DATE=2026-11-03T10:00:00Z git -C "$repo" commit -qam two
short=$(git -C "$repo" rev-parse --short HEAD)

same() { [ "$(fingerprint "$2")" = "$(fingerprint "$3")" ] && ok "$1" || not_ok "$1" "$2 and $3 differ" "$(diff -rq "$2" "$3")"; }

check "a folder builds" build "$repo/guide" -o "$T/folder"
check "HEAD of a work tree builds" build "$repo/guide" --rev HEAD -o "$T/head"
same "a clean work tree and its commit give the same bytes" "$T/folder" "$T/head"
# dated SITE: the days on which its merchants' pages changed, as the sitemap has them
dated() { grep -A1 '/merchants/[a-z]*/</loc>' "$1/sitemap.xml" | grep -oE 'merchants/[a-z]*|<lastmod>[^<]*' | tr '\n' ' '; }
both="merchants/livres <lastmod>2026-11-03T11:00:00+01:00 merchants/pain <lastmod>2026-11-01T13:00:00+01:00 "
case "$(dated "$T/head")" in "$both"*) ok "which tell when each card changed" ;; *) not_ok "which tell when each card changed" "$(dated "$T/head")" ;; esac
check "a short id builds" build "$repo/guide" --rev "$short" -o "$T/short"
same "a short id is that commit" "$T/head" "$T/short"
check "an annotated tag builds" build "$repo/guide" --rev=v1 -o "$T/tag"
check "HEAD~1 builds" build "$repo/guide" --rev HEAD~1 -o "$T/tilde"
same "the tag and HEAD~1 are the same commit" "$T/tag" "$T/tilde"
grep -q 'Livres &amp; Cie' "$T/tag/merchants/livres/index.html" && ok "the older commit has the older name" ||
	not_ok "the older commit has the older name"

echo "name: [broken" >"$repo/guide/merchants/livres.md"
echo "x" >"$repo/guide/merchants/new.md"
check "a dirty work tree does not disturb --rev" build "$repo/guide" --rev HEAD -o "$T/dirty"
same "a dirty work tree never leaks into --rev" "$T/head" "$T/dirty"
git -C "$repo" checkout -q . && rm "$repo/guide/merchants/new.md"

git clone -q "$repo" "$T/clone" 2>/dev/null
check "a clone builds" build "$T/clone/guide" --rev HEAD -o "$T/cloned"
same "a clone elsewhere gives the same bytes" "$T/head" "$T/cloned"
git clone -q --depth 1 "file://$repo" "$T/shallow" 2>/dev/null
exits "a shallow clone builds" 0 build "$T/shallow/guide" --rev HEAD -o "$T/shallowed"
says "and warns that it does not know the past" '\[shallow\]' "$T/err"
cp -R "$T/shallow/guide" "$T/nogit-guide" && build "$T/nogit-guide" -o "$T/undated"
same "a shallow clone gives the same bytes as a folder without a past" "$T/undated" "$T/shallowed"
strip() { cp -R "$1" "$2" && find "$2" -type f -exec sed -i -E '/^<lastmod>.*<\/lastmod>$/d; s/,"date(Published|Modified)":"[^"]*"//g; s/(Mise à jour le|Bijgewerkt op) [^.]*\. //' {} +; }
strip "$T/head" "$T/stripped"; rm "$T/stripped/offline.json" "$T/stripped/nl/offline.json"
strip "$T/undated" "$T/undated-too"; rm "$T/undated-too/offline.json" "$T/undated-too/nl/offline.json"
same "and those are the bytes of the whole clone but for its dates" "$T/stripped" "$T/undated-too"

plain=$T/plain
small_content "$plain"
git -C "$plain" init -q -b main && git -C "$plain" add . && git -C "$plain" commit -qm one
git clone -q --bare "$plain" "$T/bare.git" 2>/dev/null
exits "a bare repository without -o is wrong usage" 2 build "$T/bare.git"
check "a bare repository reads HEAD" build "$T/bare.git" -o "$T/bared"
build "$plain" -o "$T/plained"
same "a bare repository gives the same bytes" "$T/plained" "$T/bared"

exits "an unknown revision is wrong usage" 2 build "$plain" --rev nowhere -o "$T/x"
for rev in HEAD..HEAD ^HEAD HEAD^2 :0:quartier.yml :offers HEAD:quartier.yml 0000 -h; do
	exits "no revision: $rev" 2 build "$plain" --rev "$rev" -o "$T/x"
done
git -C "$repo" tag whole 'HEAD^{tree}'; git -C "$repo" tag part HEAD:guide
# A folder alone has no past.
for rev in 'HEAD^{tree}' whole part HEAD:guide; do
	check "a revision: $rev" build "$repo/guide" --rev "$rev" -o "$T/form"
	same "is the commit's folder" "$T/form" "$T/undated"
done
for rev in main^0 @ :/two 'HEAD@{0}' heads/main; do
	check "a revision: $rev" build "$repo/guide" --rev "$rev" -o "$T/form"
	same "is the commit's folder" "$T/form" "$T/head"
done
exits "a folder that the commit lacks is no content" 2 build "$repo/.git/objects" --rev HEAD -o "$T/x"
git init -q "$T/unborn"; exits "a repository without a commit has no HEAD" 2 build "$T/unborn" --rev HEAD -o "$T/x"
small_content "$T/nogit"; exits "a folder without git has no revisions" 2 build "$T/nogit" --rev HEAD -o "$T/x"
check "and needs none" env PATH=/nowhere "$QUARTIER" build -q "$T/nogit" -o "$T/nogit-site"

# A short id that a blob shares still names the one commit.
id=$(git -C "$plain" rev-parse HEAD)
node -e 'const { createHash } = require("crypto");
	for (let n = 0; ; n++)
		if (createHash("sha1").update(`blob ${`${n}`.length}\0${n}`).digest("hex").startsWith(process.argv[1])) {
			process.stdout.write(`${n}`);
			break;
		}' "${id:0:4}" | git -C "$plain" hash-object -w --stdin >"$T/twin"
says "a blob shares the commit's first four characters" "^${id:0:4}" "$T/twin"
check "which name the commit all the same" build "$plain" --rev "${id:0:4}" -o "$T/brief"
exits "a missing content is wrong usage" 2 build "$T/nothing" -o "$T/x"
git -C "$repo" commit -q --allow-empty -m three
exits "a commit without quartier.yml has an error" 1 build "$repo" --rev HEAD -o "$T/x"
mkdir "$T/empty" && exits "a folder without quartier.yml has an error" 1 build "$T/empty" -o "$T/x"
[ -e "$T/x" ] && not_ok "what fails publishes nothing" || ok "what fails publishes nothing"

# The repository's own configuration and hooks are never acted on.
cat >"$plain/.git/hooks/post-checkout" <<EOF
#!/bin/sh
touch "$T/hook-ran"
EOF
chmod +x "$plain/.git/hooks/post-checkout"
git -C "$plain" config filter.evil.smudge "touch $T/filter-ran; cat"
git -C "$plain" config core.fsmonitor "touch $T/monitor-ran"
echo '*.md filter=evil' >"$plain/.gitattributes" && git -C "$plain" add .gitattributes 2>/dev/null && git -C "$plain" commit -qm attributes 2>/dev/null
rm -f "$T"/*-ran
build "$plain" --rev HEAD -o "$T/hooked" >/dev/null 2>&1
if ls "$T"/*-ran >/dev/null 2>&1; then not_ok "no hook, filter or monitor runs"; else ok "no hook, filter or monitor runs"; fi

# A repository is read by way of a temporary folder of links to it.
mkdir "$T/temporary"
TMPDIR=$T/temporary check "a commit builds with a TMPDIR of one's own" build "$plain" --rev HEAD -o "$T/x"
[ -z "$(ls -A "$T/temporary")" ] && ok "where nothing is left" || not_ok "where nothing is left" "$(ls -A "$T/temporary")"
TMPDIR=$T/nowhere exits "without a TMPDIR the environment has failed" 3 build "$plain" --rev HEAD -o "$T/x"
says "which is said" 'TMPDIR' "$T/err"

repository_of content-example "$T/example"
check "one thread" build "$T/example" --jobs 1 -o "$T/jobs1"
check "eight threads" build "$T/example" --jobs 8 -o "$T/jobs8"
same "any number of threads gives the same bytes" "$T/jobs1" "$T/jobs8"
finish
