# The safety limits: what is at a limit passes, what is one beyond is a diagnostic, and quartier.yml raises them.
. "$(dirname "$0")/../lib.sh"

content=$T/content; small_content "$content"
card=$content/merchants/card.md
plain=$(cat "$content/quartier.yml")
settings() { printf '%s\n' "$plain" "$@" >"$content/quartier.yml"; }
check_it() { timeout 60 "$QUARTIER" check --now "$NOW" "$content"; }
times() { local i; for ((i = 0; i < $2; i++)); do printf %s "$1"; done; }

# A card of $1 bytes in all.
of_bytes() {
	printf -- '---\nname: X\ncategory: bakery\n---\n' >"$card"
	yes 'Une ligne de texte, ni longue ni courte.' | head -c $(($1 - $(stat -c %s "$card"))) >>"$card"
}
of_bytes 1048576; exits "a text of 1 MiB passes" 0 check_it
of_bytes 1048577; exits "a byte more is an error" 1 check_it
says "at its file, with the limit" '^merchants/card\.md: error: .*1048576.* \[limit\]$' "$T/err"
says "and the field that raises it" '^  hint: .*text-bytes' "$T/err"
for size in 1048577 '2 MiB' '"2 MiB"' 2MiB '2 MB'; do
	settings "limits: {text-bytes: $size}"; exits "text-bytes: $size raises it" 0 check_it
done
settings 'limits: {text-bytes: 100}'; exits "a lower limit holds, too" 1 check_it
grep -q 'themes/marche' "$T/err" && not_ok "but not for the built-in theme" "$(cat "$T/err")" || ok "but not for the built-in theme"
of_bytes 500
for size in 0 -1 1k 1e7 many 18446744073709551616; do
	settings "limits: {text-bytes: $size}"; exits "text-bytes: $size is no size" 1 check_it
	says "and told at its place" '^quartier\.yml:5:22: error: limits\.text-bytes: .* \[type\]$' "$T/err"
done
settings

# The map of the card's fields is the first level, the list the second.
nested() { printf -- '---\nname: X\ncategory: bakery\nother: %s%s\n---\n' "$(times '[' "$1")" "$(times ']' "$1")" >"$card"; }
nested 31; exits "lists and maps 32 deep pass" 0 check_it
nested 32; exits "33 deep is an error" 1 check_it
says "where the 33rd begins" '^merchants/card\.md:4:39: error: .*32.* \[limit\]$' "$T/err"
settings 'limits: {yaml-depth: 33}'; exits "yaml-depth raises it" 0 check_it
settings 'limits: {yaml-depth: 1000000}'; nested 3; exits "but not beyond all measure" 1 check_it
settings

# The map, three keys, two texts and the list are 7 nodes already.
of_nodes() { printf -- '---\nname: X\ncategory: bakery\nother: [%sa]\n---\n' "$(times a, $(($1 - 8)))" >"$card"; }
of_nodes 10000; exits "10,000 nodes pass" 0 check_it
of_nodes 10001; exits "10,001 are an error" 1 check_it
says "and told" '^merchants/card\.md:4:[0-9]+: error: .*10000.* \[limit\]$' "$T/err"
settings 'limits: {yaml-nodes: 10001}'; exits "yaml-nodes raises it" 0 check_it
settings; rm "$card"

settings 'limits: {files: 3}'; exits "as many files as are allowed pass" 0 check_it
echo x >"$content/notes.txt"; exits "one more is an error" 1 check_it
says "and told" '^quartier: error: .* 3 .*\[limit\]$' "$T/err"
settings; rm "$content/notes.txt"

# Fifty of one code, the rest counted; other codes and other files are told all the same.
{ printf -- '---\nname: X\ncategory: bakery\nphone: "1"\n'; for i in $(seq 120); do echo "key$i: x"; done; echo ---; } >"$card"
printf -- '---\nname: Y\ncategory: bakery\nphone: "2"\n---\n' >"$content/merchants/z.md"
exits "a card of garbage has an error" 1 check_it
[ "$(grep -c "warning: .*\[unknown-key\]$" "$T/err")" -eq 50 ] && ok "no more than 50 of one code are told for a file, and the rest counted" ||
	not_ok "no more than 50 of one code are told for a file, and the rest counted" "$(cat "$T/err")"
says "how many more" '^merchants/card\.md: note: 70 more .*\[more\]$' "$T/err"
says "the other code is told" '^merchants/card\.md:4:8: .*\[phone\]$' "$T/err"
says "the other file is told" '^merchants/z\.md:4:8: .*\[phone\]$' "$T/err"
"$QUARTIER" check --jobs 1 "$content" >"$T/one" 2>&1; "$QUARTIER" check --jobs 8 "$content" >"$T/eight" 2>&1
cmp -s "$T/one" "$T/eight" && ok "the order does not depend on threads" || not_ok "the order does not depend on threads"
rm "$card" "$content/merchants/z.md"

# Trees that never end.
git -C "$T" init -q bombs; small_content "$T/bombs"; git -C "$T/bombs" add . && git -C "$T/bombs" commit -qm one
cd "$T/bombs" || exit 1
blob=$(echo x | git hash-object -w --stdin)
tree=$(printf '100644 blob %s\tx\n' "$blob" | git mktree)
for _ in $(seq 20); do tree=$(for i in 0 1 2 3 4 5 6 7 8 9; do printf '040000 tree %s\td%s\n' "$tree" $i; done | git mktree); done
commit_with() { git commit-tree -m x "$({ git ls-tree HEAD; printf '040000 tree %s\tbomb\n' "$1"; } | git mktree)" </dev/null; }
exits "a commit of 10 to the 20th folders ends with an error" 1 timeout 60 "$QUARTIER" check --rev "$(commit_with "$tree")"
says "and says why" '\[limit\]$' "$T/err"
tree=$(printf '100644 blob %s\tx\n' "$blob" | git mktree)
for _ in $(seq 100); do tree=$(printf '040000 tree %s\td\n' "$tree" | git mktree); done
exits "folders a hundred deep are left out" 0 timeout 60 "$QUARTIER" check --rev "$(commit_with "$tree")"
says "with a warning" '^bomb/d/.*: warning: .*\[limit\]$' "$T/err"
finish
