# valgrind finds no error and no leak in a build of the example; nor do the sanitizers in builds and checks.
. "$(dirname "$0")/../lib.sh"

# Photos of the example, small: what decodes and encodes them is slow here, and has tests of its own.
exits "the example is built" 0 build content-example -o "$T/release"
small=$(find "$T/release/photos" -name '*-320.*.webp' | sort | head -1)

# For valgrind, which takes fifty times as long, a guide with every field, two photos, a flyer, and a corner of the example's map.
guide=$T/guide
cp -R tests/fields/content/. "$guide" && rm -rf "$guide/.quartier" "$guide/site" && mkdir -p "$guide/photos" "$guide/map"
cp "$small" "$guide/photos/devanture.webp" && cp content-example/map/quartier.osm "$guide/map/"
cp content-example/photos/*.pdf "$guide/photos/" && pdf=$(basename "$(ls "$guide"/photos/*.pdf | head -1)")
sed -i 's/^map: .*/map: {bounds: [50.3945, 3.7770, 50.3962, 3.7795]}/' "$guide/quartier.yml"
sed -i '2i photos: [{file: devanture.webp, alt: Devanture}]' "$guide/merchants/entier.md"
sed -i '2i photos: [{file: devanture.webp, alt: Le marché, focus: [0.2, 0.8]}]' "$guide/events/marche.md"
sed -i "2i flyer: {file: $pdf, alt: Affiche}" "$guide/offers/promo.md"
if command -v valgrind >/dev/null; then
	exits "valgrind: no error, no leak" 0 valgrind -q --error-exitcode=99 --leak-check=full --show-leak-kinds=definite,indirect,possible \
		--errors-for-leak-kinds=definite,indirect,possible --suppressions=tests/suppressions/valgrind \
		"$QUARTIER" build "$guide" --now $NOW --jobs 2 -q -o "$T/valgrind" --cache "$T/cache"
	cat "$T/err"
	[ -n "$(find "$T/valgrind/photos" -name 'devanture-*.webp')" ] && [ -n "$(find "$T/valgrind" -name "${pdf%.pdf}*.pdf")" ] &&
		[ "$(find "$T/valgrind/atlas" -name '*.svg' | wc -l)" -gt 50 ] && ok "it saw photos, a flyer and a map" || not_ok "it saw photos, a flyer and a map" "$(cd "$T/valgrind" && find photos atlas)"
else
	skip "valgrind: no error, no leak" "valgrind is not installed"
fi
example=$T/example
cp -R content-example "$example" && rm -rf "$example/.quartier" "$example/site"
for photo in "$example"/photos/*.*; do
	case $photo in *.pdf) ;; *) cp "$small" "$photo" ;; esac
done
# Half of its map: threads draw it all the same.
sed -i 's/^  bounds: .*/  bounds: [50.3930, 3.7740, 50.3980, 3.7810]/' "$example/quartier.yml"
# Libraries that keep what they found for as long as the program runs, and whose locks are not seen.
export LSAN_OPTIONS=suppressions=tests/suppressions/lsan:print_suppressions=0
export TSAN_OPTIONS=suppressions=tests/suppressions/tsan:print_suppressions=0
for variant in asan tsan; do
	program=build/$variant/quartier
	[ -x $program ] || { not_ok "$variant: a build of the example" "$program was not built"; continue; }
	exits "$variant: a build of the example on eight threads" 0 $program build "$example" --now $NOW --jobs 8 -q -o "$T/$variant" --cache "$T/cache-$variant"
	cat "$T/err"
	mkdir -p "$T/bad/merchants" && cp tests/golden/messages/content/quartier.yml "$T/bad/" 2>/dev/null
	cp -r tests/golden/messages/content/. "$T/bad/" 2>/dev/null
	exits "$variant: content full of mistakes" 1 $program check "$T/bad" --jobs 8
	grep -E 'Sanitizer|runtime error' "$T/err" && not_ok "$variant: nothing reported" || ok "$variant: nothing reported"
done
finish
