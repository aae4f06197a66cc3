# When files came and last changed: the same as git log --follow says, in every case that a repository brings.
. "$(dirname "$0")/../lib.sh"
HISTORY=$ROOT/build/release/history

# ours REPOSITORY FILE, gits REPOSITORY FILE: "CREATED CHANGED CHANGES"
ours() { "$HISTORY" "$1" 2>/dev/null | awk -v f="$2" '$1 == f { print $2, $3, $4 }'; }
gits() { git -C "$1" log --follow --format=%ct -- "$2" | awk 'NR == 1 { last = $1 } { first = $1 } END { print first, last, NR }'; }
# same NAME REPOSITORY FILE…
same() {
	local name=$1 repository=$2 file found=; shift 2
	for file in "$@"; do
		[ "$(ours "$repository" "$file")" = "$(gits "$repository" "$file")" ] ||
			found+="$file: ours $(ours "$repository" "$file"), git's $(gits "$repository" "$file")"$'\n'
	done
	if [ -z "$found" ]; then ok "$name"; else not_ok "$name" "$found"; fi
}
# commit REPOSITORY DAY MESSAGE
commit() {
	git -C "$1" add -A && GIT_COMMITTER_DATE="2026-03-$2T12:00:00Z" git -C "$1" commit -qm "$3" --allow-empty
}

# --- by hand ------------------------------------------------------------------------------------------------------

R=$T/hand
git init -q -b main "$R" && mkdir "$R/merchants"
seq 1 20 >"$R/merchants/a.md"; seq 21 40 >"$R/merchants/b.md"; commit "$R" 01 first
echo changed >>"$R/merchants/a.md"; commit "$R" 02 second
git -C "$R" mv merchants/b.md merchants/c.md; commit "$R" 03 "renamed, not a byte changed"
echo more >>"$R/merchants/c.md"; commit "$R" 04 "then changed"
git -C "$R" mv merchants/a.md merchants/d.md; echo other >>"$R/merchants/d.md"; commit "$R" 05 "renamed and changed"
echo new >"$R/merchants/a.md"; commit "$R" 06 "the old name again"
same "changes and renames" "$R" merchants/c.md merchants/d.md
# git log goes on to what had the name before; the shop that the card is about did not exist then.
if [ "$(ours "$R" merchants/a.md)" = "1772798400 1772798400 1" ]; then ok "a name that is used again is another card"; else not_ok "a name that is used again is another card" "$(ours "$R" merchants/a.md)"; fi

git -C "$R" checkout -q -b side HEAD~2
echo side >>"$R/merchants/c.md"; commit "$R" 07 "on a branch"
git -C "$R" checkout -q main
echo main >>"$R/merchants/d.md"; commit "$R" 08 "on the other"
GIT_COMMITTER_DATE=2026-03-09T12:00:00Z git -C "$R" merge -q --no-edit side
same "a merge counts what its branches did, not itself" "$R" merchants/c.md merchants/d.md

rm "$R/merchants/c.md"; commit "$R" 10 gone
seq 100 130 >"$R/merchants/c.md"; commit "$R" 11 "back, another one"
if [ "$(ours "$R" merchants/c.md)" = "1773230400 1773230400 1" ]; then ok "a file that went and came again is new"
else not_ok "a file that went and came again is new" "$(ours "$R" merchants/c.md)"; fi

echo "not yet" >"$R/merchants/z.md"
if [ "$(ours "$R" merchants/z.md)" = "- - 0" ]; then ok "what is not committed has no dates"; else not_ok "what is not committed has no dates" "$(ours "$R" merchants/z.md)"; fi
rm "$R/merchants/z.md"

"$HISTORY" "$R/merchants" 2>/dev/null >"$T/sub"
if [ "$(awk '$1 == "d.md" { print $2, $3, $4 }' "$T/sub")" = "$(gits "$R" merchants/d.md)" ]; then ok "a folder of the repository as content"
else not_ok "a folder of the repository as content" "$(cat "$T/sub")"; fi

cp -r "$R/merchants" "$T/plain"
if "$HISTORY" "$T/plain" 2>&1 | grep -qv ' - - 0$'; then not_ok "a folder without git knows nothing, and says nothing" "$("$HISTORY" "$T/plain" 2>&1)"; else ok "a folder without git knows nothing, and says nothing"; fi

# --- a shallow clone ------------------------------------------------------------------------------------------------

git clone -q --depth 3 "file://$R" "$T/shallow" 2>/dev/null
"$HISTORY" "$T/shallow" >"$T/out" 2>"$T/err"
says "a shallow clone is warned of, with the way out" "warning: this clone has no older commits.*\[shallow\]" "$T/err"
says "and CI's setting is named" "fetch-depth: 0" "$T/err"
wrong=$(while read -r file created changed changes; do
	read -r first last all <<<"$(gits "$R" "$file")"
	[ "$created" = - ] || [ "$file" = merchants/a.md ] || [ "$created" = "$first" ] || echo "$file came at $created, not $first"
	[ "$changed" = - ] || [ "$changed" = "$last" ] || echo "$file changed at $changed, not $last"
done < <(grep merchants/ "$T/out" | grep -v merchants/c.md))
if [ -z "$wrong" ]; then ok "a shallow clone never tells a wrong date"; else not_ok "a shallow clone never tells a wrong date" "$wrong" "$(cat "$T/out")"; fi
if grep -q ' -' "$T/out"; then ok "what it cannot know it leaves open"; else not_ok "what it cannot know it leaves open" "$(cat "$T/out")"; fi
git -C "$T/shallow" fetch -q --unshallow
if cmp -s <("$HISTORY" "$T/shallow" 2>&1) <("$HISTORY" "$R" 2>&1); then ok "fetched whole, it knows all"; else not_ok "fetched whole, it knows all"; fi

# --- at random ------------------------------------------------------------------------------------------------------

# A past of $1 commits over $2 cards, for git fast-import: edits, renames with and without changes, merges, new cards.
past() {
	awk -v commits="$1" -v cards="$2" -v seed=11 '
	function text(i,  n, s) { s = ""; for (n = 0; n < 12; n++) s = s line[i, n] "\n"; return s }
	function put(i,  t) { t = text(i); return "M 100644 inline " path[i] "\ndata " length(t) "\n" t "\n" }
	function commit(changes, from, merge, ref) {
		time += 60 + int(rand() * 5000)
		printf "commit refs/heads/%s\nmark :%d\ncommitter A <a@petit.example> %d +0100\ndata 1\nc\n", ref, ++mark, time
		if (from) printf "from :%d\n", from
		if (merge) printf "merge :%d\n", merge
		printf "%s\n", changes
		return mark
	}
	BEGIN {
		srand(seed); time = 1600000000
		for (i = 0; i < cards; i++) { path[i] = sprintf("merchants/m%04d.md", i); for (n = 0; n < 12; n++) line[i, n] = "line " i " " n " " rand(); all = all put(i) }
		last = commit(all, 0, 0, "main")
		while (mark < commits) {
			i = int(rand() * cards); r = rand()
			if (r < .8) { line[i, int(rand() * 12)] = "edit " mark; last = commit(put(i), last, 0, "main") }
			else if (r < .9) {
				old = path[i]; path[i] = sprintf("merchants/r%05d.md", mark)
				if (rand() < .5) line[i, int(rand() * 12)] = "renamed " mark
				last = commit("D " old "\n" put(i), last, 0, "main")
			} else {
				j = (i + 1) % cards; base = last
				line[i, 0] = "side " mark; a = commit(put(i), base, 0, "side")
				line[j, 1] = "main " mark; b = commit(put(j), base, 0, "main")
				last = commit(put(i), b, a, "main")
			}
		}
		print "done"
	}'
}
git init -q -b main "$T/random"
past 600 60 | git -C "$T/random" fast-import --quiet --done
git -C "$T/random" reset -q --hard main
same "600 random commits over 60 cards: as git log --follow has it" "$T/random" $(git -C "$T/random" ls-files | head -40)

"$HISTORY" "$T/random" >"$T/without"
"$HISTORY" "$T/random" "$T/cache" >"$T/first"
"$HISTORY" "$T/random" "$T/cache" >"$T/again"
if cmp -s "$T/without" "$T/first" && cmp -s "$T/first" "$T/again"; then ok "remembered, it is the same"; else not_ok "remembered, it is the same"; fi
file=$(git -C "$T/random" ls-files | sed -n 7p)
echo last >>"$T/random/$file"; git -C "$T/random" mv "$(git -C "$T/random" ls-files | sed -n 9p)" merchants/zz.md; commit "$T/random" 20 "and on"
if cmp -s <("$HISTORY" "$T/random" "$T/cache") <("$HISTORY" "$T/random"); then ok "what is new is added to what is remembered"; else not_ok "what is new is added to what is remembered" "$(diff <("$HISTORY" "$T/random" "$T/cache") <("$HISTORY" "$T/random") | head)"; fi
git -C "$T/random" reset -q --hard HEAD~40
if cmp -s <("$HISTORY" "$T/random" "$T/cache") <("$HISTORY" "$T/random"); then ok "an older commit is not told what came later"; else not_ok "an older commit is not told what came later"; fi
# A file that lies elsewhere for the moment is not asked for, and so not remembered; once it is back, or was renamed, it is.
git -C "$T/random" mv "$file" merchants/elsewhere.md && "$HISTORY" "$T/random" "$T/cache" >/dev/null
echo x >"$T/random/merchants/never.md" && "$HISTORY" "$T/random" "$T/cache" >"$T/out"
if [ "$(awk '$1 == "merchants/elsewhere.md" || $1 == "merchants/never.md" { print $2, $3, $4 }' "$T/out" | sort -u)" = "- - 0" ]; then ok "under a name that is not committed it has no dates"; else not_ok "under a name that is not committed it has no dates" "$(grep -E 'elsewhere|never' "$T/out")"; fi
rm "$T/random/merchants/never.md" && commit "$T/random" 21 "moved"
if cmp -s <("$HISTORY" "$T/random" "$T/cache") <("$HISTORY" "$T/random"); then ok "once committed, it has those that it had"; else not_ok "once committed, it has those that it had" "$(diff <("$HISTORY" "$T/random" "$T/cache") <("$HISTORY" "$T/random") | head)"; fi
same "as git log --follow has it" "$T/random" merchants/elsewhere.md
mv "$T/random/merchants/elsewhere.md" "$T/away" && "$HISTORY" "$T/random" "$T/cache" >/dev/null && mv "$T/away" "$T/random/merchants/elsewhere.md"
if cmp -s <("$HISTORY" "$T/random" "$T/cache") <("$HISTORY" "$T/random"); then ok "and back from elsewhere, too"; else not_ok "and back from elsewhere, too" "$(diff <("$HISTORY" "$T/random" "$T/cache") <("$HISTORY" "$T/random") | head)"; fi
# "." is another content in another folder, whatever the cache.
mkdir -p "$T/two/a" "$T/two/b" && echo a >"$T/two/a/x.md" && git init -q -b main "$T/two" && commit "$T/two" 01 a && echo b >"$T/two/b/x.md" && commit "$T/two" 02 b
if (cd "$T/two/a" && "$HISTORY" . "$T/shared" >"$T/a") && (cd "$T/two/b" && "$HISTORY" . "$T/shared" >"$T/b") && ! cmp -s "$T/a" "$T/b"; then ok "two folders of a repository do not share what is remembered"; else not_ok "two folders of a repository do not share what is remembered" "$(cat "$T/a" "$T/b")"; fi
for entry in "$T/cache"/*/*/*; do [ -f "$entry" ] && printf 'x' | dd of="$entry" bs=1 seek=60 conv=notrunc 2>/dev/null; done
if cmp -s <("$HISTORY" "$T/random" "$T/cache") <("$HISTORY" "$T/random"); then ok "a scrambled memory is not believed"; else not_ok "a scrambled memory is not believed"; fi
finish
