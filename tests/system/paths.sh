# Nothing is read from outside the content, and nothing strange within it stops or fools a build.
. "$(dirname "$0")/../lib.sh"

content=$T/content
repository() { rm -rf "$content"; small_content "$content"; git -C "$content" init -q -b main; }
commit() { git -C "$content" add -A && git -C "$content" commit -qm "${1:-x}"; }
check_it() { timeout 60 "$QUARTIER" check --now "$NOW" "$content" "$@"; }
head_of() { check_it --rev HEAD; }

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
	says "at the place where it is named" '^merchants/pain\.md:4:16: error: .*\[link\]$' "$T/err"
done
for path in /etc/passwd ../../../etc/passwd ../.git/config 'a\b.jpg'; do
	sed -i "s|file: [^,]*,|file: '$path',|" "$content/merchants/pain.md"
	exits "a photo cannot be $path" 1 check_it
	says "told at its place" '^merchants/pain\.md:4:16: error: ' "$T/err"
done
repository; mv "$content/quartier.yml" "$content/other.yml"; ln -s other.yml "$content/quartier.yml"; commit
for way in check_it head_of; do
	exits "quartier.yml behind a link is an error of the content ($way)" 1 $way
	says "that is told alone" '^quartier\.yml: error: .*\[link\]$' "$T/err"
	[ "$(grep -c error: "$T/err")" -eq 1 ] && ok "and nothing beside it" || not_ok "and nothing beside it" "$(cat "$T/err")"
done
rm "$content/quartier.yml"; mkfifo "$content/quartier.yml"; exits "a pipe as quartier.yml is not waited for" 1 check_it
rm "$content/quartier.yml"; mkdir "$content/quartier.yml"; exits "a folder as quartier.yml is an error" 1 check_it
rmdir "$content/quartier.yml"; exits "no quartier.yml is an error" 1 check_it
[ "$(grep -c error: "$T/err")" -eq 1 ] && ok "and the only one" || not_ok "and the only one" "$(cat "$T/err")"
printf 'quartier: 1\nname: [x\n' >"$content/quartier.yml"; echo '---' >"$content/merchants/bad.md"
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
repository; cd "$content/merchants" || exit 1
card=$(printf -- '---\nname: X\ncategory: bakery\n---\n')
mkfifo pipe.md; mkdir folder.md
for name in $'new\nline.md' $'bad\xff.md' $'escape\e[31m.md' 'back\slash.md'; do printf '%s\n' "$card" >"$name"; done
printf '%s\n' "$card" >_draft.md; printf '%s\n' "$card" >.hidden.md; echo hello >README.md
cd "$ROOT" || exit 1
exits "strange names are left out" 0 check_it
for name in 'new\\x0aline' 'bad\\xff' 'escape\\x1b\[31m' 'back\\slash'; do
	says "with a warning: $name" "^merchants/$name\.md: warning: .*\[file-name\]$" "$T/err"
done
says "a pipe is not waited for" '^merchants/pipe\.md: warning: ' "$T/err"
[ "$(grep -c warning: "$T/err")" -eq 5 ] && ok "what begins with . or _, README.md and folders are ignored in silence" ||
	not_ok "what begins with . or _, README.md and folders are ignored in silence" "$(cat "$T/err")"
repository
while IFS='|' read -r name slug; do
	printf '%s\n' "$card" >"$content/merchants/$name.md"
	exits "\"$name\" is no slug" 1 check_it
	says "the slug to use is offered" "^  hint: .*$slug\.md" "$T/err"
	rm "$content/merchants/$name.md"
done <<-EOF
	UPPER|upper
	a b|a-b
	$(printf 'e\xcc\x81lan')|elan
	Épicerie d'à côté|epicerie-d-a-cote
	a--b|a-b
	$(printf 'a%.0s' $(seq 65))|$(printf 'a%.0s' $(seq 64))
