# A whole guide, byte by byte: tests/golden/site/content built with tests/golden/site/theme is tests/golden/site/expected.
# The theme is its own, so that marche can be redrawn without touching this. QUARTIER_GOLDEN=update writes what is built.
. "$(dirname "$0")/../lib.sh"

golden=tests/golden/site
# Not from our own repository, whose history is none of the guide's, but with a past: the newest of the three shops,
# a translation and a change came later than the rest.
git init -q -b main "$T/content" && cp -R $golden/content/. "$T/content" && cp -R $golden/theme "$T/bare"
rm "$T/content/merchants/papiers.yml" "$T/content/merchants/pain.nl.md" && echo "Bientôt." >>"$T/content/news/ouvert.md"
commit_on "$T/content" 2026-09-01T08:00:00Z
cp $golden/content/merchants/papiers.yml "$T/content/merchants/" && commit_on "$T/content" 2026-11-05T12:00:00Z
cp $golden/content/merchants/pain.nl.md "$T/content/merchants/" && commit_on "$T/content" 2026-11-10T23:30:00Z
cp $golden/content/news/ouvert.md "$T/content/news/" && commit_on "$T/content" 2026-11-15T16:20:00Z
exits "the golden guide builds" 0 "$QUARTIER" build --now $NOW --lang en --theme "$T/bare" "$T/content" -o "$T/site"
says "its next change is told" '"next": *"2026-11-21T13:00:00\+01:00"' "$T/site/.quartier-site"
rm -f "$T/site/.quartier-site"
# Drawn with the fonts of the machine: their names are a part of the pages, their bytes differ.
[ "$(ls "$T/site/social" | wc -l)" -eq 4 ] && ok "every merchant and the guide have a social card" || not_ok "every merchant and the guide have a social card" "$(ls "$T/site/social")"
rm -r "$T/site/social"
if [ "${QUARTIER_GOLDEN:-}" = update ]; then
	rm -rf $golden/expected && cp -R "$T/site" $golden/expected && ok "the golden guide is written anew"
else
	if diff -rq $golden/expected "$T/site" >"$T/diff"; then
		ok "every byte is as expected"
	else
		# JSON-LD is one long line: shown member by member.
		sed -n 's/^Files \(.*\) and \(.*\) differ$/\1 \2/p' "$T/diff" | head -12 | while read -r old new; do
			diff -U1 --label "${old#$golden/}" --label built <(sed 's/[{,]"/\n&/g' "$old") <(sed 's/[{,]"/\n&/g' "$new")
		done >"$T/members"
		not_ok "every byte is as expected (else: QUARTIER_GOLDEN=update bash tests/system/golden.sh, and look at git diff)" \
			"$(cat "$T/diff")" "$(head -120 "$T/members")"
	fi
fi
bytes=$(find $golden/expected -type f -printf '%s\n' | awk '{ n += $1 } END { print n }')
[ "$bytes" -lt 160000 ] && ok "and they stay few" || not_ok "and they stay few" "$bytes bytes"
finish
