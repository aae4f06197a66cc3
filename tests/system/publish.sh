# publish: the site as a commit on a branch, with git as the judge.
. "$(dirname "$0")/../lib.sh"

unset QUARTIER_TOKEN GITHUB_TOKEN GITHUB_SERVER_URL CI_JOB_TOKEN CI_SERVER_HOST
publish() { "$QUARTIER" publish --now "$NOW" --lang en "$@"; }
is() { [ "$2" = "$3" ] && ok "$1" || not_ok "$1" "\"$2\" is not \"$3\""; }
tip() { git -C "$1" rev-parse -q --verify "${2:-gh-pages}"; }
count() { git -C "$1" rev-list --count "${2:-gh-pages}"; }
# All that a person has in the repository: files, index, HEAD, and what git says of them.
state() {
	(cd "$1" && git status --porcelain=v2 --branch && git rev-parse HEAD main && git symbolic-ref HEAD &&
		sha256sum .git/index && fingerprint_of_tree)
}
fingerprint_of_tree() { find . -path ./.git -prune -o -path ./.quartier -prune -o -type f -print0 | sort -z | xargs -0 sha256sum; }
# The files of the branch in the folder $2, put there by git.
unpack() { rm -rf "$2" && mkdir "$2" && git -C "$1" archive "${3:-gh-pages}" | tar -x -C "$2"; }
sound() { check "$1" git -C "$2" fsck --strict --no-dangling; }
edit() { echo "$2" >>"$1/merchants/livres.md" && git -C "$1" commit -qam "$2"; }

repo=$T/repo
small_content "$repo"
git -C "$repo" init -q -b main
git -C "$repo" add . && git -C "$repo" commit -q --author "Élise <elise@example.org>" -m "Two shops" -m "Both of Rue Haute."
echo "not committed" >"$repo/notes.txt"
before=$(state "$repo")

# --- The first time ---
objects=$(git -C "$repo" count-objects)
exits "what would be published is listed" 0 publish "$repo" --dry-run
says "page by page" '^added +/merchants/pain/$' "$T/out"
is "and nothing is written" "$(tip "$repo")" ""
is "no object either" "$(git -C "$repo" count-objects)" "$objects"
exits "a site is published" 0 publish "$repo"
is "as one commit without a parent" "$(count "$repo")" 1
is "by the author of the content's commit" "$(git -C "$repo" log -1 --format=%an:%ae gh-pages)" "Élise:elise@example.org"
is "with its message" "$(git -C "$repo" log -1 --format=%s gh-pages)" "Two shops"
git -C "$repo" log -1 --format=%B gh-pages >"$T/message"
says "which names it" "^Source: $(tip "$repo" main)$" "$T/message"
is "the work tree, the index and the current branch are as before" "$(state "$repo")" "$before"
sound "git finds nothing wrong" "$repo"
build "$repo" -o "$T/built"
unpack "$repo" "$T/published"
[ -f "$T/published/.nojekyll" ] && [ ! -s "$T/published/.nojekyll" ] && ok "an empty .nojekyll is added" || not_ok "an empty .nojekyll is added"
rm -f "$T/published/.nojekyll"
check "all else is what build writes" diff -r "$T/built" "$T/published"

# --- Again ---
first=$(tip "$repo")
exits "the same site is published" 0 publish "$repo"
says "nothing has changed" '^nothing has changed' "$T/out"
is "no commit is made" "$(tip "$repo")" "$first"
exits "nor with another number of threads" 0 publish "$repo" --jobs 1
is "which is the same site" "$(tip "$repo")" "$first"
git -C "$repo" rev-list --objects --all | cut -d' ' -f1 | sort >"$T/objects.before"
edit "$repo" "Des atlas."
exits "with one card changed" 0 publish "$repo"
is "there is one commit more" "$(count "$repo")" 2
is "after the one before" "$(git -C "$repo" rev-parse gh-pages~1)" "$first"
git -C "$repo" rev-list --objects gh-pages | cut -d' ' -f1 | sort | comm -13 "$T/objects.before" - |
	git -C "$repo" cat-file --batch-check='%(objecttype)' | grep -c blob >"$T/new"
git -C "$repo" diff --name-only gh-pages~1 gh-pages >"$T/changed"
is "with as many new blobs as files that changed" "$(cat "$T/new")" "$(wc -l <"$T/changed")"
says "the page of the card among them" '^merchants/livres/index.html$' "$T/changed"
git -C "$repo" cat-file --batch-all-objects --batch-check='%(objectname)' | sort >"$T/all"
git -C "$repo" rev-list --objects --all | cut -d' ' -f1 | sort >"$T/reached"
is "nothing else was written" "$(comm -23 "$T/all" "$T/reached" | wc -l)" 0
says "git's log of the branch knows" 'quartier publish' "$repo/.git/logs/refs/heads/gh-pages"
git -C "$repo" rm -q merchants/livres.md && git -C "$repo" commit -qm "no books"
exits "a shop that is gone is told" 0 publish "$repo" --dry-run
says "as a page removed" '^removed +/merchants/livres/$' "$T/out"
git -C "$repo" reset -q --hard HEAD~1
is "while nothing was written" "$(count "$repo")" 2

# --- What a service wants ---
git clone -q -b gh-pages "$repo" "$T/pages" 2>/dev/null
echo guide.example >"$T/pages/CNAME" && git -C "$T/pages" add CNAME && git -C "$T/pages" commit -qm CNAME
git -C "$T/pages" push -q "$repo" gh-pages 2>/dev/null
exits "a CNAME that somebody put there is no reason for a commit" 0 publish "$repo"
is "nothing has changed" "$(count "$repo")" 3
edit "$repo" "Des globes."
exits "and the next commit" 0 publish "$repo"
is "keeps it" "$(git -C "$repo" show gh-pages:CNAME)" guide.example
is "the files of the clone are still those of somebody" "$(git -C "$T/pages" status --porcelain)" ""

# --- Which branch ---
exits "the branch that is checked out is wrong usage" 2 publish "$repo" --branch main
git -C "$repo" worktree add -q -b other "$T/tree" 2>/dev/null
exits "also in another work tree" 2 publish "$repo" --branch other
git -C "$repo" worktree remove --force "$T/tree"
exits "a branch of content is, too" 2 publish "$repo" --branch other
git -C "$repo" branch -q -D other
git -C "$repo" branch -q old main~1
exits "and the one that is read" 2 publish "$repo" --rev old --branch old
exits "also by its full name" 2 publish "$repo" --rev refs/heads/old --branch old
git -C "$repo" branch -q -D old
for name in "" -x a..b HEAD "a b" /; do exits "no name of a branch: \"$name\"" 2 publish "$repo" --branch "$name"; done
exits "another one is not" 0 publish "$repo" --branch site/live
is "and has the same files" "$(git -C "$repo" rev-parse site/live:index.html)" "$(git -C "$repo" rev-parse gh-pages:index.html)"

# --- Which content ---
small_content "$T/plain"
exits "a plain folder is wrong usage" 2 publish "$T/plain"
says "with a hint" 'hint: .*git init' "$T/err"
git -C "$T/plain" init -q -b main
exits "a repository without a commit, too" 2 publish "$T/plain"
git clone -q --bare "$repo" "$T/bare.git" 2>/dev/null
git -C "$T/bare.git" branch -q -D gh-pages
exits "a bare repository is published" 0 publish "$T/bare.git"
is "with the same files" "$(git -C "$T/bare.git" rev-parse gh-pages:index.html)" "$(git -C "$repo" rev-parse gh-pages:index.html)"
sound "and is sound" "$T/bare.git"
exits "its HEAD is no place for a site" 2 publish "$T/bare.git" --branch main
exits "an earlier commit is published" 0 publish "$repo" --rev main~2 --branch earlier
git -C "$repo" log -1 --format=%B earlier >"$T/message"
says "under its own name" "^Source: $(tip "$repo" main~2)$" "$T/message"
exits "a revision that is no commit is wrong usage" 2 publish "$repo" --rev 'HEAD^{tree}'
exits "an unknown one as well" 2 publish "$repo" --rev nowhere
mkdir "$T/nested" && small_content "$T/nested/guide" && git -C "$T/nested" init -q -b main
git -C "$T/nested" add . && git -C "$T/nested" commit -qm nested
exits "a subfolder of a repository is published" 0 publish "$T/nested/guide"
says "from its root" '^index.html$' <(git -C "$T/nested" ls-tree --name-only gh-pages)
git -C "$T/nested" pack-refs --all && git -C "$T/nested" gc -q
edit "$T/nested/guide" "Des cartes."
exits "after git's housekeeping, too" 0 publish "$T/nested/guide"
is "with its past" "$(count "$T/nested")" 2
sound "and is sound" "$T/nested"

# --- When something is wrong ---
at=$(tip "$repo")
echo "name: [broken" >"$repo/merchants/pain.md"
exits "content with an error is not published" 1 publish "$repo"
is "the branch stays" "$(tip "$repo")" "$at"
git -C "$repo" checkout -q merchants/pain.md
edit "$repo" "Des mappemondes."
if [ "$(id -u)" -eq 0 ] && ! command -v setpriv >/dev/null; then
	skip "an object database that cannot be written" "root may write everywhere, and setpriv is not installed"
else
	as_nobody=$([ "$(id -u)" -eq 0 ] && echo "setpriv --reuid 65534 --regid 65534 --clear-groups")
	cp -R "$repo" "$T/readonly" && chmod 755 "$T" && chmod -R a+rX,go-w "$T/readonly"
	[ "$(id -u)" -eq 0 ] || chmod -R u-w "$T/readonly/.git"
	exits "an object database that cannot be written fails" 3 \
		$as_nobody env HOME="$T" "$QUARTIER" publish --now "$NOW" --cache "$T/nowhere" "$T/readonly"
	says "which is said" 'cannot write into the git repository' "$T/err"
	is "and leaves all as it was" "$(tip "$T/readonly")" "$at"
fi
touch "$repo/.git/refs/heads/gh-pages.lock"
exits "a branch that somebody holds fails" 3 publish "$repo"
rm "$repo/.git/refs/heads/gh-pages.lock"
is "and stays" "$(tip "$repo")" "$at"
mkdir "$T/temporary"
TMPDIR=$T/temporary exits "it is published with a TMPDIR of one's own" 0 publish "$repo"
is "where nothing is left" "$(ls -A "$T/temporary")" ""

# --- What is in no commit ---
exits "a clean work tree is published" 0 publish "$repo" --strict
grep -q uncommitted "$T/err" && not_ok "without a word of commits" "$(cat "$T/err")" || ok "without a word of commits"
touch "$repo/merchants/pain.md" "$repo/quartier.yml"
sed -i 's/$/\r/' "$repo/merchants/livres.md"
exits "other times and line ends are no difference" 0 publish "$repo" --strict --dry-run
git -C "$repo" checkout -q merchants/livres.md
echo "Des brioches." >>"$repo/merchants/pain.md"
exits "a card that is not committed is published" 0 publish "$repo" --branch work
says "with a warning" 'warning: 1 file is not as in the commit that the site will name: merchants/pain.md \[uncommitted\]' "$T/err"
says "that says what to do" 'hint: .*--rev HEAD' "$T/err"
mkdir -p "$repo/news" && printf -- '---\ntitle: Neuf\ndate: 2026-11-01\n---\n' >"$repo/news/neuf.md" && rm "$repo/merchants/livres.md"
at=$(tip "$repo" work)
exits "with --strict it is not" 1 publish "$repo" --branch work --strict
says "and files that are new or gone count" '3 files .*: merchants/livres.md and others \[uncommitted\]' "$T/err"
is "the branch stays" "$(tip "$repo" work)" "$at"
exits "what is committed has no such warning" 0 publish "$repo" --branch work --strict --rev HEAD
git -C "$repo" add news && git -C "$repo" add -u merchants
exits "what is only staged is not committed" 1 publish "$repo" --branch work --strict
git -C "$repo" reset -q --hard && git -C "$repo" branch -q -D work
echo "# more" >>"$T/nested/guide/quartier.yml"
exits "so in a subfolder" 1 publish "$T/nested/guide" --strict
says "by the path in the content" ': quartier.yml \[uncommitted\]' "$T/err"
git -C "$T/nested" checkout -q guide
exits "which is clean, too" 0 publish "$T/nested/guide" --strict
[ "$(git -C "$repo" status --porcelain)" = "?? notes.txt" ] && ok "git sees what was there before" || not_ok "git sees what was there before" "$(git -C "$repo" status)"

# --- On a schedule ---
cat >"$repo/offers/soldes.md" <<-'EOF'
	---
	title: Soldes
	merchant: pain
	from: 2026-11-01
	until: 2026-11-24
	---
EOF
git -C "$repo" add offers && git -C "$repo" commit -qm "An offer"
due() { "$QUARTIER" publish --lang en --if-due "$repo" --now "$@"; }
exits "a site that shows other content is due" 0 due $NOW
says "and made" 'is now' "$T/out"
at=$(tip "$repo")
next=$(git -C "$repo" show gh-pages:.quartier-site | sed -n 's/.*"next": "\(.*\):00[+]01:00".*/\1/p')
is "the moment at which it changes is known" "$next" 2026-11-23T00:00
exits "until then nothing is due" 0 due 2026-11-22T23:59
says "as is told" '^nothing is due before 23 November 2026 at 0:00' "$T/out"
exits "nor said with --quiet" 0 due 2026-11-22T23:59 -q
is "not a word" "$(cat "$T/out" "$T/err")" ""
exits "then it is" 0 due "$next"
is "and the site another" "$(git -C "$repo" rev-parse gh-pages~1)" "$at"
exits "once" 0 due "$next"
says "nothing is due any more" '^nothing is due' "$T/out"
git -C "$repo" commit -q --allow-empty -m "a word"
exits "another commit may change something" 0 due "$next"
says "which is looked at" '^nothing has changed' "$T/out"
git -C "$repo" reset -q --hard HEAD~1
echo "Des tartes." >>"$repo/merchants/pain.md"
exits "so may what is in no commit" 0 due "$next" --dry-run
says "which would change" '^changed +/merchants/pain/' "$T/out"
git -C "$repo" checkout -q merchants
clone=$T/scheduled
git clone -q "$repo" "$clone" 2>/dev/null
exits "a fresh clone asks the remote" 0 "$QUARTIER" publish --lang en --if-due "$clone" --now "$next" --remote origin
says "and nothing is due" '^nothing is due' "$T/out"
is "nor made" "$(tip "$clone")" ""
git -C "$clone" remote set-url origin "$T/nowhere.git"
exits "a remote that is not there fails" 3 "$QUARTIER" publish --lang en --if-due "$clone" --now "$next" --remote origin
build "$repo" -o "$T/scheduled.site"
exits "build knows the same by the site's folder" 0 "$QUARTIER" build --lang en --if-due --now 2026-11-22T23:59 "$repo" -o "$T/scheduled.site"
says "and rests" '^nothing is due before 23 November' "$T/out"
before=$(fingerprint "$T/scheduled.site")
exits "until it is due" 0 "$QUARTIER" build --lang en --if-due --now "$next" "$repo" -o "$T/scheduled.site"
[ "$(fingerprint "$T/scheduled.site")" != "$before" ] && ok "then it builds" || not_ok "then it builds"
mkdir "$T/marker.site" && cp "$T/scheduled.site/.quartier-site" "$T/marker.site"
exits "the marker alone will do" 0 "$QUARTIER" build -q --if-due --now "$next" "$repo" -o "$T/marker.site"
is "to write nothing" "$(ls -A "$T/marker.site")" .quartier-site
echo '<title>404</title>' >"$T/marker.site/.quartier-site"
exits "another text is none" 0 "$QUARTIER" build -q --if-due --now "$next" "$repo" -o "$T/marker.site"
[ -s "$T/marker.site/index.html" ] && ok "and the site is made" || not_ok "and the site is made"
exits "as where there is no site" 0 "$QUARTIER" build -q --if-due --now "$next" "$repo" -o "$T/new.site"
[ -s "$T/new.site/index.html" ] && ok "it is made" || not_ok "it is made"

# --- To a folder ---
git init -q --bare -b main "$T/remote.git"
git -C "$repo" remote add origin ../remote.git
exits "an unknown remote is wrong usage" 2 publish "$repo" --remote nowhere
exits "a folder that is no repository fails" 3 publish "$repo" --remote "$T/plain/merchants"
exits "a site is pushed to a remote by its name" 0 publish "$repo" --remote origin
is "which has the branch then" "$(tip "$T/remote.git")" "$(tip "$repo")"
sound "and is sound" "$T/remote.git"
exits "pushed again" 0 publish "$repo" --remote origin
says "nothing has changed" '^nothing has changed' "$T/out"
edit "$repo" "Des plans."
exits "by its folder" 0 publish "$repo" --remote "$T/remote.git"
is "the change arrives" "$(tip "$T/remote.git")" "$(tip "$repo")"
git -C "$T/remote.git" update-ref -d refs/heads/gh-pages
exits "where the branch was removed" 0 publish "$repo" --remote "file://$T/remote.git"
is "it is there again" "$(tip "$T/remote.git")" "$(tip "$repo")"
git clone -q -b gh-pages "$T/remote.git" "$T/other" 2>/dev/null
git -C "$T/other" commit -q --allow-empty -m "somebody else's" && git -C "$T/other" push -q 2>/dev/null
theirs=$(tip "$T/other") ours=$(tip "$repo")
edit "$repo" "Des guides."
exits "a remote that has moved on is not overwritten" 3 publish "$repo" --remote origin
says "which is said" 'has moved on' "$T/err"
is "theirs stays" "$(tip "$T/remote.git")" "$theirs"
is "and ours" "$(tip "$repo")" "$ours"
git -C "$repo" branch -q -D gh-pages
exits "without a branch here, what is there is built upon" 0 publish "$repo" --remote origin
is "theirs is its parent" "$(git -C "$T/remote.git" rev-parse gh-pages~1)" "$theirs"
git clone -q "$repo" "$T/dry" 2>/dev/null && git -C "$T/dry" remote set-url origin "file://$T/remote.git"
git -C "$T/dry" rm -q merchants/livres.md && git -C "$T/dry" commit -qm "no books"
git -C "$T/dry" update-ref -d refs/remotes/origin/gh-pages && git -C "$T/dry" reflog expire --expire=now --all && git -C "$T/dry" gc -q --prune=now
objects=$(git -C "$T/dry" count-objects -v)
exits "a dry run with a remote compares with what is there" 0 publish "$T/dry" --remote origin --dry-run
says "what would go is listed" '^removed +/merchants/livres/$' "$T/out"
grep -q '^added' "$T/out" && not_ok "and nothing else" "$(cat "$T/out")" || ok "and nothing else"
is "not an object is kept" "$(git -C "$T/dry" count-objects -v)" "$objects"
is "nor a branch" "$(tip "$T/dry")" ""
git -C "$T/other" checkout -q --orphan new && git -C "$T/other" commit -q -m "begun again" &&
	git -C "$T/other" push -q -f origin new:gh-pages 2>/dev/null
theirs=$(tip "$T/remote.git") ours=$(tip "$repo")
exits "nor is one that was forced" 3 publish "$repo" --remote origin
is "theirs stays" "$(tip "$T/remote.git")" "$theirs"
is "and ours" "$(tip "$repo")" "$ours"
sound "all of it is sound here" "$repo"
sound "and there" "$T/remote.git"

# --- From a shallow clone, as CI has it ---
git -C "$repo" push -q origin main 2>/dev/null
git clone -q --depth 1 -b main "file://$T/remote.git" "$T/shallow" 2>/dev/null
edit "$T/shallow" "Des marées."
exits "a shallow clone is published" 0 publish "$T/shallow" --remote origin
is "on top of what is there" "$(git -C "$T/remote.git" rev-parse gh-pages~1)" "$theirs"
rm -rf "$T/shallow" && git clone -q --depth 1 -b main "file://$T/remote.git" "$T/shallow" 2>/dev/null
git -C "$T/shallow" fetch -q --depth 1 origin gh-pages:gh-pages 2>/dev/null
theirs=$(tip "$T/remote.git")
edit "$T/shallow" "Des vents."
exits "one whose site is shallow, too" 0 publish "$T/shallow" --remote origin
is "on top of what is there" "$(git -C "$T/remote.git" rev-parse gh-pages~1)" "$theirs"
sound "which is sound" "$T/remote.git"

# --- Over http ---
backend=$(git --exec-path)/git-http-backend
if ! has_node || [ ! -x "$backend" ]; then
	skip "over http" "Node.js 18 or newer, or git's http-backend, is not installed"
	finish
fi
# serve_git OPTIONS…: git's repositories below $T/web at $url.
serve_git() {
	[ -z "${server:-}" ] || kill "$server"
	: >"$T/address"
	node tests/system/git_http.mjs "$T/web" "$@" >"$T/address" 2>"$T/server.err" &
	server=$!
	for _ in $(seq 100); do [ -s "$T/address" ] && break; sleep 0.1; done
	url=$(cat "$T/address")
}
mkdir "$T/web" && git init -q --bare -b main "$T/web/site.git"
web=$T/web/site.git
serve_git
edit "$repo" "Des phares."
exits "a site is pushed over http" 0 publish "$repo" --remote "$url/site.git"
is "which has the branch then" "$(tip "$web")" "$(tip "$repo")"
edit "$repo" "Des ports."
exits "the next one, too" 0 publish "$repo" --remote "$url/site.git"
is "it arrives" "$(tip "$web")" "$(tip "$repo")"
sound "and is sound" "$web"
exits "the same" 0 publish "$repo" --remote "$url/site.git"
git clone -q "$repo" "$T/fresh" 2>/dev/null && edit "$T/fresh" "Des quais."
exits "a clone without the branch builds upon what is there" 0 publish "$T/fresh" --remote "$url/site.git"
is "and pushes on top of it" "$(git -C "$web" rev-parse gh-pages~1)" "$(tip "$repo")"
exits "a remote that has moved on is not overwritten" 3 publish "$repo" --remote "$url/site.git"
git -C "$web" push -q . main 2>/dev/null
git -C "$repo" push -q "$web" main 2>/dev/null
rm -rf "$T/shallow" && git clone -q --depth 1 -b main "file://$web" "$T/shallow" 2>/dev/null
edit "$T/shallow" "Des îles."
exits "a shallow clone is pushed over http" 0 publish "$T/shallow" --remote "$url/site.git"
is "it arrives" "$(tip "$web")" "$(tip "$T/shallow")"
exits "a repository that is not there fails" 3 publish "$repo" --remote "$url/none.git"

git clone -q --bare -b gh-pages "file://$web" "$T/again.git" 2>/dev/null
git -C "$repo" fetch -q "$web" +gh-pages:gh-pages
cat >"$web/hooks/pre-receive" <<'EOF'
#!/bin/sh
echo "not today" >&2
exit 1
EOF
chmod +x "$web/hooks/pre-receive"
edit "$repo" "Des digues."
at=$(tip "$web")
exits "what the server refuses fails" 3 publish "$repo" --remote "$url/site.git"
says "with its reason" 'refused.*hook' "$T/err"
is "the branch there stays" "$(tip "$web")" "$at"
is "ours is kept" "$(git -C "$repo" rev-parse gh-pages~1)" "$at"
rm "$web/hooks/pre-receive"
exits "and pushed the next time" 0 publish "$repo" --remote "$url/site.git"
is "it arrives" "$(tip "$web")" "$(tip "$repo")"

# Somebody is faster: between the question and the push over there, and while the site is built here.
edit "$repo" "Des écluses."
empty=$(git -C "$web" commit-tree -p gh-pages -m faster "$(git -C "$web" rev-parse 'gh-pages^{tree}')")
serve_git --before "POST git-receive-pack" "git -C '$web' update-ref refs/heads/gh-pages $empty"
exits "a race that is lost over there fails" 3 publish "$repo" --remote "$url/site.git"
is "theirs stays" "$(tip "$web")" "$empty"
git -C "$repo" fetch -q "$web" +gh-pages:gh-pages
edit "$repo" "Des moulins."
faster=$(git -C "$repo" commit-tree -p gh-pages -m faster "$(git -C "$repo" rev-parse 'gh-pages^{tree}')")
serve_git --before "GET git-receive-pack" "git -C '$repo' update-ref refs/heads/gh-pages $faster"
exits "a race that is lost here fails" 3 publish "$repo" --remote "$url/site.git"
says "which is said" 'changed by somebody else' "$T/err"
is "theirs stays" "$(tip "$repo")" "$faster"
sound "all of it is sound here" "$repo"
sound "and there" "$web"

# --- Tokens ---
serve_git --password s3cret-w0rd
exits "a server that wants a password fails without one" 3 publish "$repo" --remote "$url/site.git"
says "with a hint" 'hint: .*QUARTIER_TOKEN' "$T/err"
export QUARTIER_TOKEN=wr0ng-w0rd
exits "as with a wrong one" 3 publish "$repo" --remote "$url/site.git"
cat "$T/out" "$T/err" >"$T/said"
export QUARTIER_TOKEN=s3cret-w0rd
exits "the token of the environment opens it" 0 publish "$repo" --remote "$url/site.git" -v
cat "$T/out" "$T/err" >>"$T/said"
says "under the name that services expect" 'git-receive-pack x-access-token$' "$T/web/requests"
is "it arrives" "$(tip "$web")" "$(tip "$repo")"
edit "$repo" "Des dunes."
unset QUARTIER_TOKEN
CI_JOB_TOKEN=s3cret-w0rd exits "so does that of GitLab's CI" 0 publish "$repo" --remote "$url/site.git"
says "under its name" 'git-receive-pack gitlab-ci-token$' "$T/web/requests"
edit "$repo" "Des polders."
GITHUB_TOKEN=s3cret-w0rd exits "and that of GitHub's" 0 publish "$repo" --remote "$url/site.git"
edit "$repo" "Des landes."
git -C "$repo" remote add ci "${url/:\/\//:\/\/deploy:s3cret-w0rd@}/site.git"
exits "and the password that a remote's address has" 0 publish "$repo" --remote ci
cat "$T/out" "$T/err" >>"$T/said"
says "under the name in it" 'git-receive-pack deploy$' "$T/web/requests"
edit "$repo" "Des étangs."
git -C "$repo" remote set-url ci "${url/:\/\//:\/\/deploy:s3cret-w0rd@}/none.git"
exits "a failure behind such an address" 3 publish "$repo" --remote ci
cat "$T/out" "$T/err" >>"$T/said"
exits "a password on the command line is wrong usage" 2 publish "$repo" --remote "${url/:\/\//:\/\/deploy:s3cret-w0rd@}/site.git"
cat "$T/out" "$T/err" >>"$T/said"
grep -q -- '-w0rd' "$T/said" && not_ok "no password is ever printed" "$(grep -- '-w0rd' "$T/said")" || ok "no password is ever printed"
kill "$server"
exits "a server that is not there fails" 3 publish "$repo" --remote "$url/site.git"
is "and leaves the branch" "$(git -C "$repo" log -1 --format=%s gh-pages)" "Des landes."
finish
