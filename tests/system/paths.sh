# Nothing is read from outside the content, and nothing strange within it stops or fools a build.
. "$(dirname "$0")/../lib.sh"

content=$T/content
repository() { rm -rf "$content"; small_content "$content"; git -C "$content" init -q -b main; }
commit() { git -C "$content" add -A && git -C "$content" commit -qm x; }
check_it() { timeout 60 "$QUARTIER" check --now "$NOW" "$content" "$@"; }
head_of() { check_it --rev HEAD; }
alone() { [ "$(grep -c 'error: ' "$T/err")" -eq 1 ] && ok "$1" || not_ok "$1" "$(cat "$T/err")"; }

# Links, in the folder and in the commit.
repository; echo secret >"$T/secret"
ln -s "$T/secret" "$content/merchants/outside.md"; ln -s pain.md "$content/merchants/inside.md"
ln -s .. "$content/photos"; ln -s nowhere "$content/merchants/dangling.md"; commit
for way in check_it head_of; do
	exits "links are passed over ($way)" 0 $way
	for path in merchants/outside.md merchants/inside.md merchants/dangling.md photos; do
		says "with a warning: $path" "^$path: warning: .*\[link\]$" "$T/err"
	done
done
repository; echo 'photos: [{file: front.jpg, alt: x}]' >"$T/photo"
sed -i "/^category/r $T/photo" "$content/merchants/pain.md"
mkdir "$content/photos"; ln -s "$T/secret" "$content/photos/front.jpg"; commit
for way in check_it head_of; do
	exits "a link that a card needs is an error ($way)" 1 $way
	says "at the place where it is named" '^merchants/pain\.md:4:17: error: .*\[link\]$' "$T/err"
done
for path in /etc/passwd ../../../etc/passwd ../../x.jpg ../.git/config 'C:\\x.jpg'; do
	sed -i "s|file: [^,]*,|file: '$path',|" "$content/merchants/pain.md"
	exits "a photo cannot be $path" 1 check_it
	says "told at its place" '^merchants/pain\.md:4:17: error: ' "$T/err"
done

# quartier.yml itself.
repository; mv "$content/quartier.yml" "$content/other.yml"; ln -s other.yml "$content/quartier.yml"; commit
for way in check_it head_of; do
	exits "quartier.yml behind a link is an error of the content ($way)" 1 $way
	says "told at its file" '^quartier\.yml: error: .*\[link\]$' "$T/err"
	alone "and alone"
done
rm "$content/quartier.yml"; mkfifo "$content/quartier.yml"; exits "a pipe as quartier.yml is not waited for" 1 check_it
rm "$content/quartier.yml"; mkdir "$content/quartier.yml"; exits "a folder as quartier.yml is an error" 1 check_it
rmdir "$content/quartier.yml"; exits "no quartier.yml is an error" 1 check_it
alone "and the only one"
printf 'quartier: 1\nname: [x\n' >"$content/quartier.yml"; echo 'name: x' >"$content/merchants/bad.md"
exits "a quartier.yml that is no YAML is an error" 1 check_it
says "and the cards are read all the same" '^merchants/bad\.md:1:1: error: ' "$T/err"
grep -q '\[required\]' "$T/err" && not_ok "what it may say is not called missing" "$(cat "$T/err")" || ok "what it may say is not called missing"

# Submodules.
repository; git init -q "$T/module"; small_content "$T/module"; git -C "$T/module" add . && git -C "$T/module" commit -qm m
git -C "$content" -c protocol.file.allow=always submodule --quiet add "$T/module" news 2>/dev/null; commit
for way in check_it head_of; do
	exits "a submodule is passed over ($way)" 0 $way
	says "with a warning" '^news: warning: .*\[link\]$' "$T/err"
done

# Names.
card=$(printf -- '---\nname: X\ncategory: bakery\n---')
put() { printf '%s\n' "$card" >"$content/merchants/$1"; }
repository; mkfifo "$content/merchants/pipe.md"; mkdir "$content/merchants/folder.md"
for name in $'new\nline.md' $'bad\xff.md' $'escape\e[31m.md' $'second\xc2\x9b.md' 'back\slash.md' _draft.md .hidden.md; do put "$name"; done
echo hello >"$content/merchants/README.md"
exits "strange names are left out" 0 check_it
for name in 'new\\x0aline' 'bad\\xff' 'escape\\x1b\[31m' 'second\\xc2\\x9b' 'back\\slash'; do
	says "with a warning: $name" "^merchants/$name\.md: warning: .*\[file-name\]$" "$T/err"
done
says "a pipe is not waited for" '^merchants/pipe\.md: warning: ' "$T/err"
[ "$(grep -c 'warning: ' "$T/err")" -eq 6 ] && ok "what begins with . or _, README.md and folders are ignored in silence" ||
	not_ok "what begins with . or _, README.md and folders are ignored in silence" "$(cat "$T/err")"
repository
not_slugs() {   # NAME SLUG…
	while [ $# -gt 0 ]; do
		put "$1.md"
		exits "\"$1\" is no slug" 1 check_it
		says "the slug to use is offered" "^  hint: .* $2\.md" "$T/err"
		rm "$content/merchants/$1.md"
		shift 2
	done
}
long=$(printf 'a%.0s' $(seq 64))
not_slugs UPPER upper 'a b' a-b $'e\xcc\x81lan' elan "Épicerie d'à côté" epicerie-d-a-cote a--b a-b "${long}b" "$long"
put "$long.md"; exits "64 characters are a slug" 0 check_it

# Commits that git itself would not make.
repository; commit
in_it() { git -C "$content" "$@"; }
root=$(in_it rev-parse 'HEAD^{tree}') blob=$(in_it rev-parse HEAD:quartier.yml)
forged() {      # MODE NAME ID: a commit whose first entry is that
	tree=$({ printf '%s %s\0' "$1" "$2"; printf "$(sed 's/../\\x&/g' <<<"$3")"; in_it cat-file tree "$root"; } |
		in_it hash-object -t tree -w --stdin --literally)
	in_it commit-tree -m x "$tree" </dev/null
}
for name in .. . a/b ../../evil.md merchants/../../x.md; do
	exits "a commit with an entry $name is an error" 1 check_it --rev "$(forged 100644 "$name" "$blob")"
	says "and says so" '\[file-name\]$' "$T/err"
	exits "and with a folder of that name" 1 check_it --rev "$(forged 40000 "$name" "$root")"
done

# Texts.
repository
said() {        # NAME PATTERN BYTES: what is said about a card of these bytes
	printf -- "$3" >"$content/merchants/text.md"
	check_it >"$T/out" 2>"$T/err" </dev/null
	says "$1" "$2" "$T/err"
}
head='---\nname: X\ncategory: bakery\n'
said "a byte order mark moves no place" '^merchants/text\.md:4:8: error: .*\[phone\]$' "\\xef\\xbb\\xbf${head}phone: \"x\"\\n---\\n"
said "nor do lines that end in CRLF" '^merchants/text\.md:4:8: error: .*\[phone\]$' "${head//\\n/\\r\\n}phone: \"x\"\\r\\n---\\r\\n"
said "UTF-16 is told" '^merchants/text\.md:1:1: error: .*\[encoding\]$' '\xff\xfe-\0-\0-\0\n\0'
said "a NUL byte is told" '^merchants/text\.md:5:3: error: .*\[encoding\]$' "${head}---\\nTe\\0xt\\n"
said "Latin-1 is told at its character" '^merchants/text\.md:2:10: error: .*\[encoding\]$' '---\nname: Caf\xe9\n---\n'
said "an escape character in the text is told" '^merchants/text\.md:5:3: error: .*U\+001B.*\[encoding\]$' "${head}---\\né \\x1b[31m\\n"
said "so is one of the second set" '^merchants/text\.md:5:1: error: .*U\+009B.*\[encoding\]$' "${head}---\\n\\xc2\\x9b31m\\n"
said "a message holds none, whatever it quotes" 'error: phone: "A +B" is not' "${head}phone: \"A\\\\e\\\\x9bB\"\\n---\\n"
printf -- '---\nname: "A\\0\\e\\x9b\\uFFFEB"\ncategory: bakery\n---\n' >"$content/merchants/text.md"
check "control characters that are spelt out" build "$content" -o "$T/site"
LC_ALL=C grep -rlP '[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x84\x86-\x9f]|\xef\xbf[\xbe\xbf]' "$T/site" \
	--include='*.html' --include='*.xml' --include='*.vcf' --include='*.json' >"$T/found"
[ -s "$T/found" ] && not_ok "come to no page" "$(cat "$T/found")" || ok "come to no page"
rm "$content/merchants/text.md"

# Where the site goes.
build "$content"; before=$(fingerprint "$content/site")
build "$content"
[ "$(fingerprint "$content/site")" = "$before" ] && ok "a site inside the content is no content" || not_ok "a site inside the content is no content"
mkdir "$T/real"; ln -s real "$T/linked"
check "a site may lie behind a link" build "$content" -o "$T/linked"
[ -L "$T/linked" ] && [ -f "$T/real/index.html" ] && ok "which stays" || not_ok "which stays"
(cd "$T" && build content -o relative/below/) && [ -f "$T/relative/below/index.html" ] &&
	ok "a relative path with a slash at its end, in folders to be made" || not_ok "a relative path with a slash at its end, in folders to be made"
exits "the root cannot be a site" 3 build "$content" -o /

# As somebody who may not.
nobody() { setpriv --reuid 65534 --regid 65534 --clear-groups "$QUARTIER" "$@"; }
if [ "$(id -u)" -eq 0 ] && command -v setpriv >/dev/null && nobody --version >/dev/null 2>&1; then
	chmod 755 "$T"; chmod 600 "$content/merchants/pain.md"
	exits "a card that may not be read is the environment's" 3 nobody check --format json "$content"
	says "in the format that was asked for" '^\{"severity":"error","code":"environment".*pain\.md' "$T/err"
	chmod 644 "$content/merchants/pain.md"; mkdir "$T/closed"
	exits "a folder that may not be written to, likewise" 3 nobody build "$content" -o "$T/closed/site"
	[ -z "$(ls -A "$T/closed")" ] && ok "and nothing is left there" || not_ok "and nothing is left there"
else
	skip "a card that may not be read is the environment's" "this needs root, setpriv and a program that all may run"
fi
finish
