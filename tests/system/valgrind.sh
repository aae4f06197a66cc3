# valgrind finds no error and no leak in a build of the example; nor do the sanitizers in builds and checks.
. "$(dirname "$0")/../lib.sh"

# The example with small photos: what decodes and encodes them is slow here, and has tests of its own.
example=$T/example
cp -r content-example "$example"
rm -rf "$example/.quartier" "$example/site"
exits "the example is built" 0 build "$example" -o "$T/release"
small=$(find "$T/release/photos" -name '*-320.*.webp' | sort | head -1)
for photo in "$example"/photos/*.*; do
	case $photo in *.pdf) ;; *) cp "$small" "$photo" ;; esac
done

if command -v valgrind >/dev/null; then
	exits "valgrind: no error, no leak" 0 valgrind -q --error-exitcode=99 --leak-check=full --show-leak-kinds=definite,indirect,possible \
		--errors-for-leak-kinds=definite,indirect,possible --suppressions=tests/suppressions/valgrind \
		"$QUARTIER" build "$example" --now $NOW --jobs 2 -q -o "$T/valgrind" --cache "$T/cache"
	cat "$T/err"
else
	skip "valgrind: no error, no leak" "valgrind is not installed"
fi
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
