# diff: what changes for residents between two commits, with git as the judge of which.
. "$(dirname "$0")/../lib.sh"

repo=$T/repo
small_content "$repo"
git -C "$repo" init -q -b main
git -C "$repo" add . && git -C "$repo" commit -q -m "Two shops"
diff() { "$QUARTIER" diff --now "$NOW" --lang en -C "$repo" "$@"; }
lacks() { if grep -qE -- "$2" "$3"; then not_ok "$1" "something matches: $2" "$(grep -E -- "$2" "$3")"; else ok "$1"; fi; }
# json NAME EXPRESSION: one test, passed when the expression about `d`, what diff --as json printed, holds.
json() {
	check "$1" node -e 'const d = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
		if (!eval(process.argv[2])) { console.error(JSON.stringify(d, null, 1)); process.exit(1); }' "$T/out" "$2"
}

# ---- nothing ----
exits "without a revision: from HEAD to the files" 0 diff
says "of which nothing has changed" '^Nothing changes for residents\.$' "$T/out"
exits "--exit-code has nothing to tell" 0 diff --exit-code
touch "$repo/notes.txt" && echo "# here" >>"$repo/README.md" && sed -i 's/^category: books/category: books   # comment/' "$repo/merchants/livres.md"
exits "comments and other files are nothing" 0 diff --exit-code HEAD
git -C "$repo" checkout -q . && rm "$repo/notes.txt" "$repo/README.md"

# ---- a day's work ----
cd "$repo" || exit 1
sed -i 's/^hours:.*/hours: "Mo-Fr 07:00-18:00; Sa 08:00-12:00; PH off"\nphone: 065 12 34 56\npayment: [cash, visa]/; s/Du pain/Du pain frais/' merchants/pain.md
git commit -qam "The baker's telephone"
sed -i 's/12 34 56/98 76 54/; s/cash, visa/bancontact, visa/; s/Sa 08:00-12:00/Sa 08:00-13:00/' merchants/pain.md
git mv merchants/livres.md merchants/librairie.md
printf -- '---\nname: Fleurs\ncategory: florist\naddress: {street: Rue Haute 5}\n---\nDes fleurs.\n' >merchants/fleurs.md
printf -- '---\nname: Caché\ncategory: florist\nlisted: no\n---\n' >merchants/cache.md
printf -- '---\ntitle: Demain\nmerchant: pain\nfrom: 2026-12-01\nuntil: 2026-12-24\nprice: 3.20\n---\n' >offers/demain.md
sed -i 's/^name: .*/name: Grand quartier/' quartier.yml
mkdir -p theme/assets && echo "/* ours */" >theme/assets/own.css
git add . && git commit -qm "A day's work"
exits "between two commits" 0 diff HEAD~1 HEAD
for line in '^From HEAD~1 \([0-9a-f]{10}\) to HEAD \([0-9a-f]{10}\)$' '^For both it is .*21 November 2026.*10:00' \
	'^Merchants: 1 new, 2 changed$' '^  \+ Fleurs  \(merchants/fleurs.md; new here\)$' '^      Category: Florist$' \
	"^  ~ Le Pain d'Élise  \\(merchants/pain.md\\)$" '^      Phone: 065 12 34 56 → 065 98 76 54$' \
	'^      Payment: \+ Bancontact, − Cash$' '^      Opening hours: Sa 08:00-12:00 → Sa 08:00-13:00$' \
	'^  ~ Livres & Cie  \(merchants/librairie.md; was merchants/livres.md\)$' '^Offers: 1 new$' \
	'^  \+ Demain  \(offers/demain.md; new here, shown when its day has come\)$' '^      Merchant: Le Pain d.Élise$' '^      From: 1 December 2026$' \
	'^The site \(quartier.yml\)$' '^  Name \(fr\): Petit quartier → Grand quartier$' '^The look$' '^  \+ theme/assets/own.css$' \
	'^Pages: .* new, .* gone, .* changed$' '^  \+ /merchants/fleurs/$' '^  − /merchants/livres/$' '^  − /nl/merchants/livres/$' \
	'^  hint: links and QR codes' '^1 card differs that nobody sees'; do
	says "  $line" "$line" "$T/out"
done
lacks "who is hidden is named nowhere" 'Caché|cache' "$T/out"
cp "$T/out" "$T/text"
exits "hours" 0 diff HEAD~2 HEAD~1
says "a rule that came is told alone" '^      Opening hours: \+ Sa 08:00-12:00$' "$T/out"
exits "backwards" 0 diff HEAD~1 HEAD~2
says "and one that went" '^      Opening hours: − Sa 08:00-12:00$' "$T/out"
exits "REV..REV says the same" 0 diff HEAD~1..HEAD
cmp -s "$T/out" "$T/text" && ok "byte by byte" || not_ok "byte by byte"
exits "whatever the number of threads" 0 diff HEAD~1..HEAD --jobs 1
cmp -s "$T/out" "$T/text" && ok "byte by byte" || not_ok "byte by byte"
exits "a side that is left out is HEAD" 0 diff HEAD~1..
cmp -s "$T/out" "$T/text" && ok "as git has it" || not_ok "as git has it" "$(head -3 "$T/out")"
exits "--exit-code tells a script" 1 diff --exit-code HEAD~1 HEAD
says "and what it is" 'Fleurs' "$T/out"
exits "the other way round" 0 diff HEAD HEAD~1
says "it is gone" '^  − Fleurs  \(merchants/fleurs.md; gone\)$' "$T/out"
exits "the clock decides about the offer" 0 diff --now 2026-12-02 HEAD~1 HEAD
says "it is shown then" '^  \+ Demain  \(offers/demain.md; new here\)$' "$T/out"
says "and has a page" '^  \+ /offers/demain/$' "$T/out"
exits "a year later it is over" 0 diff --now 2027-12-02 HEAD~1 HEAD
lacks "and nobody's news" 'Demain' "$T/out"
"$QUARTIER" diff --now "$NOW" --lang fr -C "$repo" HEAD~1 HEAD >"$T/fr" && says "fields are called as on the form" 'Téléphone.* 065 12 34 56 → 065 98 76 54$' "$T/fr"
says "git's work tree is as before" '^$' <(git status --porcelain; echo)

# Every page that is told was made, and no other: two builds tell.
build "$repo" --rev HEAD~1 -o "$T/one" --base-url https://petit.example/ && build "$repo" --rev HEAD -o "$T/two" --base-url https://petit.example/
pages() { (cd "$1" && find . -name '*.html' | sed -E 's#^\.##; s#/index\.html$#/#' | sort); }
exits "as JSON" 0 diff --as json HEAD~1 HEAD
if has_node; then
	node -e 'const d = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")); console.log([...d.pages.added].join("\n")); console.error(d.pages.removed.join("\n"))' "$T/out" >"$T/added" 2>"$T/removed"
	[ "$(sort "$T/added")" = "$(comm -13 <(pages "$T/one") <(pages "$T/two"))" ] && ok "the new pages are those of two builds" || not_ok "the new pages are those of two builds" "$(cat "$T/added")"
	[ "$(sort "$T/removed")" = "$(comm -23 <(pages "$T/one") <(pages "$T/two"))" ] && ok "those that are gone, too" || not_ok "those that are gone, too" "$(cat "$T/removed")"
fi
json "the commits are named" "d.format === 1 && d.from.rev === 'HEAD~1' && d.from.commit.length === 40 && d.to.commit !== d.from.commit && d.same === false"
json "cards are found by their file" "(c => c.kind === 'merchant' && c.change === 'added' && c.is === 'shown')(d.cards.find(c => c.file === 'merchants/fleurs.md'))"
json "fields have values for programs" "d.cards.find(c => c.slug === 'pain').fields.some(f => f.field === 'phone' && f.change === 'changed' && f.before === '+32 65 12 34 56' && f.after === '+32 65 98 76 54')"
json "a renamed card has both names" "(c => c.old_slug === 'livres' && c.change === 'changed' && c.fields.length === 0)(d.cards.find(c => c.slug === 'librairie'))"
json "what nobody sees is a number" "d.unseen === 1 && !JSON.stringify(d).includes('cache')"
json "the site and the look are there" "d.site[0].field === 'name' && d.look[0].file === 'theme/assets/own.css' && d.map === false"

# ---- where from ----
exits "from a commit to the files as they are" 0 diff HEAD~1
says "which are named so" '^From HEAD~1 .* to the files as they are$' "$T/out"
echo "Et des roses." >>merchants/fleurs.md
exits "what is not committed counts" 0 diff
says "and is found" '^      Text \(fr\): 3 words new, 0 gone$' "$T/out"
git checkout -q .
git clone -q --bare "$repo" "$T/bare.git"
exits "a bare repository" 0 "$QUARTIER" diff --now "$NOW" --lang en -C "$T/bare.git" HEAD~1 HEAD
cmp -s "$T/out" "$T/text" && ok "says the same" || not_ok "says the same"
exits "from a commit to its HEAD" 0 "$QUARTIER" diff --now "$NOW" --lang en -C "$T/bare.git" HEAD~1
cmp -s "$T/out" "$T/text" && ok "says the same" || not_ok "says the same" "$(head -2 "$T/out")"
mkdir "$T/nested" && cp -R "$repo/." "$T/nested/guide" && rm -rf "$T/nested/guide/.git" && git -C "$T/nested" init -q -b main
git -C "$T/nested" add . && git -C "$T/nested" commit -qm one && sed -i 's/98 76/98 77/' "$T/nested/guide/merchants/pain.md" && git -C "$T/nested" commit -qam two
(cd "$T/nested/guide" && exits "a folder of a repository, from within" 0 "$QUARTIER" diff --now "$NOW" --lang en HEAD~1 HEAD)
says "is what is compared" '^      Phone: 065 98 76 54 → 065 98 77 54$' "$T/out"
git checkout -q -b work HEAD~1 && echo "Du seigle." >>merchants/pain.md && git commit -qam "Rye"
exits "main...work" 0 diff main...work
says "is from where work left main" '^      Text \(fr\): 2 words new, 0 gone$' "$T/out"
lacks "and not what main did since" 'Fleurs' "$T/out"
exits "while main..work" 0 diff main..work
says "is everything" '^  − Fleurs' "$T/out"
git checkout -q main

# ---- where to ----
exits "-o writes a file" 0 diff -o "$T/file" HEAD~1 HEAD
cmp -s "$T/file" "$T/text" && [ ! -s "$T/out" ] && ok "and nothing else" || not_ok "and nothing else"
exits "a folder that is not there" 3 diff -o "$T/nowhere/file" HEAD~1 HEAD

# ---- Markdown, and what strangers write ----
cat >merchants/fleurs.md <<-'EOF2'
	---
	name: "Fleurs @quelquun <b>gras</b> [ici](https://evil.example) #12"
	category: florist
	summary: "| a | </details> **fort** www.evil.example ![x](y.png)"
	---
	Des fleurs.
EOF2
exits "as Markdown" 0 diff --as markdown HEAD
says "it has a heading" '^### What changes for residents$' "$T/out"
says "and a sentence" '^\*\*Merchants\*\*: 1 changed · \*\*Pages\*\*: ' "$T/out"
says "a field is a line" '^  - Summary \(fr\): \*\*' "$T/out"
lacks "nobody is mentioned, nothing is a link or a tag" '@quelquun|[^\\]<b>|\]\(https:|#12|[^\\]\*\*fort|www\.evil|[^\\]</details>.*fort|[^\\]!\[x|[^\\]\|' "$T/out"
git checkout -q merchants/fleurs.md
for i in $(seq 30); do printf -- '---\nname: Boutique %d\ncategory: clothes\n---\n' "$i" >"merchants/boutique-$i.md"; done
exits "many merchants" 0 diff --as markdown HEAD
says "are folded" '^<details><summary>30 new</summary>$' "$T/out"
[ "$(grep -c '^<details>' "$T/out")" -eq "$(grep -c '^</details>' "$T/out")" ] && ok "and every fold ends" || not_ok "and every fold ends"
rm merchants/boutique-*.md
sed -i 's/^name: .*/name: {fr: Tout le quartier, nl: De hele wijk}/' quartier.yml
exits "a name that every page has" 0 diff HEAD
says "is no list of all pages" '^  ~ (all [0-9]+|[0-9]+ of [0-9]+) pages: something that' "$T/out"
says "and said in each language" '^  \+ Name \(nl\): De hele wijk$' "$T/out"
git checkout -q quartier.yml

# ---- pictures and the map ----
mkdir photos && cp "$ROOT"/content-example/photos/chez-nadege-salon.jpg photos/pain.jpg
sed -i 's/^category: bakery/&\nphotos: [{file: pain.jpg, alt: La devanture}]/' merchants/pain.md
git add . && git commit -qm "A photo" && exits "a photo" 0 diff HEAD~1 HEAD
says "is told by its file" '^      Photos: \+ photos/pain.jpg \(Description La devanture\)$' "$T/out"
says "and changes its page" '~ (/merchants/pain/|/merchants/… )' "$T/out"
exits "which is there in the work tree as well" 0 diff --exit-code HEAD
cp "$ROOT"/content-example/photos/au-lacet-rouge.jpg photos/pain.jpg
exits "another photo under its name" 0 diff HEAD
says "is seen in the work tree" '^      Photos: another picture in photos/pain.jpg$' "$T/out"
git commit -qam "Another one" && exits "and between commits" 0 diff HEAD~1 HEAD
says "by its blob" '^      Photos: another picture in photos/pain.jpg$' "$T/out"
says "and nothing else has changed" '^Pages: 2 changed$' "$T/out"

# ---- what is wrong ----
exits "an unknown revision" 2 diff nowhere HEAD
says "is named" 'there is no revision "nowhere"' "$T/err"
exits "as the second one" 2 diff HEAD nowhere
exits "and in a range" 2 diff nowhere..HEAD
exits "three dots, too" 2 diff nowhere...HEAD
exits "--rev has no place here" 2 diff --rev HEAD HEAD~1
exits "nor have three revisions" 2 diff HEAD HEAD HEAD
exits "nor an empty one" 2 diff ""
exits "nor another shape" 2 diff --as xml
exits "a clock that is none" 2 "$QUARTIER" diff --now noon -C "$repo"
exits "a folder that is not there" 2 "$QUARTIER" diff -C "$T/nowhere"
small_content "$T/plain"
exits "a folder without git" 2 "$QUARTIER" diff -C "$T/plain"
git checkout -q --orphan alone && git commit -qm alone && exits "commits that have nothing in common" 2 diff main...alone
says "which is said" 'no commit is known here from which both' "$T/err"
git clone -q --depth 1 --no-single-branch "file://$repo" "$T/shallow" 2>/dev/null
exits "a shallow clone lacks older commits" 2 "$QUARTIER" diff --lang en -C "$T/shallow" origin/main...origin/work
says "and is told how to have them" 'hint: .*fetch --unshallow' "$T/err"
exits "what it has can be compared" 0 "$QUARTIER" diff --lang en -C "$T/shallow" origin/main origin/work
exits "commits without a common one as well" 0 diff main..alone
git checkout -q main
sed -i 's/^phone:.*/phone: "065 \/ 3"/' merchants/pain.md
exits "errors in the files" 1 diff HEAD
says "are told at their line" '^merchants/pain.md:[0-9]+:8: error: phone: ' "$T/err"
says "and where they are" 'error: the files as they are have the problems below.*\[diff\]$' "$T/err"
[ ! -s "$T/out" ] && ok "nothing else is said" || not_ok "nothing else is said"
git commit -qam "Broken" && exits "errors in a commit" 1 diff HEAD HEAD~1
says "are told with its name" 'error: the content of "HEAD" has the problems below' "$T/err"
lacks "and not with the other" '"HEAD~1"' "$T/err"
exits "in the second one as well" 1 diff HEAD~1 HEAD
says "with its name" 'error: the content of "HEAD" has' "$T/err"
exits "errors in both are told in one run" 1 diff HEAD HEAD --format json
[ "$(grep -c '"code": *"phone"' "$T/err")" -eq 2 ] && ok "as JSON" || not_ok "as JSON" "$(cat "$T/err")"
git revert --no-edit HEAD >/dev/null 2>&1
mkdir -p "$T/empty" && git -C "$T/empty" init -q -b main && exits "a repository without a commit" 2 "$QUARTIER" diff -C "$T/empty"
finish
