# Every field of FORMAT with a valid value, in every accepted spelling, is in the page, in the JSON-LD and wherever else it belongs.
. "$(dirname "$0")/../lib.sh"

repository_of tests/fields/content "$T/content"
exits "a content with every field builds" 0 "$QUARTIER" build --now $NOW --lang en "$T/content" -o "$T/site"
# One spelling is worth a note, one card says its hours in words.
grep -qvE '^(merchants/autrement\.md:[0-9:]+ note: website: .*\[url\]|merchants/bientot\.yml:[0-9:]+ warning: hours: .*\[hours\]|  hint: .*)$' "$T/err" &&
	not_ok "and nothing is said of it but what should be" "$(cat "$T/err")" || ok "and nothing is said of it but what should be"
node tests/fields/fields.mjs "$T/site" || failures=$((failures + 1))
base=https://champs.example/guide/
check "the JSON-LD of every page keeps to schema.org" node tests/fields/jsonld.mjs "$T/site" $base
check "every page has what it must have, and every address leads somewhere" node tests/fields/links.mjs "$T/site" $base
if [ -d tests/node_modules/ical.js ]; then
	check "calendars and cards are read by another program" node tests/fields/ical.mjs "$T/site"
else
	skip "calendars and cards are read by another program" "ical.js is not installed"
fi

repository_of content-example "$T/guide"
build "$T/guide" -o "$T/example"
base=https://quartier-du-moulin.example/
check "the example: JSON-LD" node tests/fields/jsonld.mjs "$T/example" $base
check "the example: pages and addresses" node tests/fields/links.mjs "$T/example" $base
# A page that lists everybody stays light: a shop in a list costs less than 2 KB of HTML, its data included.
bytes=$(stat -c %s "$T/example/index.html")
[ "$bytes" -lt 130000 ] && ok "the home page of 35 shops is light" || not_ok "the home page of 35 shops is light" "$bytes bytes"

# What is not translated is shown in the first language and marked as such, wherever it appears.
node tests/fields/untranslated.mjs "$T/mono" make
exits "a guide of which nothing is translated builds" 0 "$QUARTIER" build --now $NOW "$T/mono" -o "$T/mono-site"
check "its Dutch pages mark every French text" node tests/fields/untranslated.mjs "$T/mono-site"
finish
