# Addresses end to end: found in the map extract, told where they are not, written into cards by check --fix.
. "$(dirname "$0")/../lib.sh"

content=$T/content; small_content "$content"
mkdir -p "$content/map" "$content/places"
rm "$content/merchants/pain.md" "$content/merchants/livres.md"; rm -rf "$content/offers"
house() { printf ' <node id="%d" lat="%s" lon="%s"><tag k="addr:housenumber" v="%s"/><tag k="addr:street" v="%s"/><tag k="addr:city" v="Valmoulin"/></node>\n' "$@"; }
{
	echo '<osm version="0.6"><bounds minlat="50.4" minlon="3.8" maxlat="50.41" maxlon="3.81"/>'
	house 1 50.4010000 3.8010000 1 'Rue Haute'
	house 2 50.4020012 3.8020051 3 'Rue Haute'
	house 3 50.4030000 3.8030000 12-14 "Rue de l'Église"
	house 4 50.4035000 3.8035000 18 "Rue de l'Église"
	echo ' <node id="5" lat="50.4" lon="3.8"/><node id="6" lat="50.4001" lon="3.801"/>'
	echo ' <way id="1"><nd ref="5"/><nd ref="6"/><tag k="highway" v="residential"/><tag k="name" v="Rue Haute"/></way>'
	echo '</osm>'
} >"$content/map/quartier.osm"

merchant() { printf -- "---\nname: %s\ncategory: bakery\nhours: \"Mo-Fr 09:00-18:00; PH off\"\n%s\n---\n" "$1" "$2" >"$content/merchants/$1.md"; }
merchant flow 'address: {street: Rue Haute 1, city: Valmoulin}   # au coin'
merchant block 'address:      # comme sur la porte
  street: 3, r. haute
  city:   Valmoulin    # le village
  # à côté du moulin

phone: "065 12 34 56"'
merchant quoted 'address:
    street: "R. de l'"'"'Égl. 14"
    city: >-
      Valmoulin

founded: 1970'
printf -- '---\n{name: En accolades, category: bakery, hours: "Mo-Fr 09:00-18:00; PH off", address: {street: Rue Haute 1, city: Valmoulin}, founded: 1970}\n---\n' >"$content/merchants/braces.md"
printf '\xef\xbb\xbf# 🥖 Élise\r\nname: "Élise 🥖"\r\ncategory: bakery\r\nhours: "Mon-Fri 9h-18h30; PH off"\r\naddress:\r\n  street: Rue Haute 3\r\n  city: Valmoulin' >"$content/merchants/crlf.yml"
merchant hinted 'address: {street: Rue Haute 99, city: Valmoulin}'
merchant between 'address: {street: Rue de l'"'"'Église 16, city: Valmoulin}'
merchant unknown 'address: {street: Rue Hote 3, city: Valmoulin}'
merchant elsewhere 'address: {street: Rue Haute 1, city: Autreville}'
merchant located 'address: {street: Rue Haute 1, city: Valmoulin}
location: [50.5, 3.9]'
merchant mapped 'address: {street: Rue Haute 1, city: Valmoulin}
osm: node/3'
merchant nowhere 'founded: 1970'
printf -- '---\nname: Parking\nkind: parking\naddress:\n  street: Rue Haute 1\n  city: Valmoulin\n---\n' >"$content/places/parking.md"

cp -R "$content" "$T/before"
"$QUARTIER" check -q --lang en --now $NOW "$content" 2>"$T/err" >"$T/out"
says "a number that the map does not have is told" 'merchants/hinted\.md:.*warning: address: .*Rue Haute 99.*\[address\]$' "$T/err"
says "with the nearest that it has" 'hint: the map has: .*Rue Haute 3' "$T/err"
says "a street that it does not have, too" 'merchants/unknown\.md:.*warning: address: .*\[address\]$' "$T/err"
says "and a town where the street is not" 'merchants/elsewhere\.md:.*warning: address: .*\[address\]$' "$T/err"
grep -qE 'merchants/(flow|block|quoted|braces|crlf|between|located|mapped|nowhere)\.(md|yml):.*\[address\]' "$T/err" && not_ok "nobody else is told" "$(cat "$T/err")" || ok "nobody else is told"
[ -z "$(diff -r "$T/before" "$content")" ] && ok "check writes nothing" || not_ok "check writes nothing" "$(diff -r "$T/before" "$content")"

exits "--fix writes places" 0 "$QUARTIER" check --fix --lang en --now $NOW "$content"
says "it tells what it wrote" '^merchants/flow\.md:5: what is new: "location: \[50\.40100, 3\.80100\]"$' "$T/out"
says "and how many" '^7 corrections were written into the cards\.$' "$T/out"
# The new line, and not one byte else.
grown() { # FILE SED: the file is what it was, but for this
	sed "$2" "$T/before/$1" >"$T/want"
	cmp -s "$T/want" "$content/$1" && ok "$1" || not_ok "$1" "$(diff "$T/want" "$content/$1")"
}
grown merchants/flow.md '/^address/a location: [50.40100, 3.80100]'
grown merchants/block.md '/à côté/a location: [50.40200, 3.80201]'
grown merchants/quoted.md '/^      Valmoulin/a location: [50.40300, 3.80300]'
grown merchants/braces.md 's/Valmoulin}/Valmoulin}, location: [50.40100, 3.80100]/'
grown places/parking.md '/city/a location: [50.40100, 3.80100]'
printf '\xef\xbb\xbf# 🥖 Élise\r\nname: "Élise 🥖"\r\ncategory: bakery\r\nhours: "Mo-Fr 09:00-18:30; PH off"\r\naddress:\r\n  street: Rue Haute 3\r\n  city: Valmoulin\r\nlocation: [50.40200, 3.80201]' >"$T/want"
cmp -s "$T/want" "$content/merchants/crlf.yml" && ok "line ends, and no end of the last line, stay; hours beside it" || not_ok "line ends, and no end of the last line, stay; hours beside it" "$(diff "$T/want" "$content/merchants/crlf.yml")"
changed=$(diff -rq "$T/before" "$content" | grep -oE '[a-z]+\.(md|yml) differ' | sed 's/ differ//' | sort | tr '\n' ' ')
[ "$changed" = "block.md braces.md crlf.yml flow.md parking.md quoted.md " ] && ok "the others are as they were" || not_ok "the others are as they were" "$changed"

fingerprint "$content" >"$T/was"
exits "--fix again finds nothing" 0 "$QUARTIER" check --fix --lang en --now $NOW "$content"
says "and says so" '^There was nothing to correct\.$' "$T/out"
[ "$(fingerprint "$content")" = "$(cat "$T/was")" ] && ok "and writes nothing" || not_ok "and writes nothing"

# Whether it is written or found: the same site.
"$QUARTIER" build -q --now $NOW "$T/before" -o "$T/found" 2>/dev/null
"$QUARTIER" build -q --now $NOW "$content" -o "$T/written" 2>/dev/null
where() { grep -o '"latitude":[0-9.]*' "$T/$1/merchants/block/index.html" | head -1 | sed 's/.*://' | xargs printf '%.5f\n'; }
[ "$(where found)" = 50.40200 ] && [ "$(where written)" = 50.40200 ] && ok "a place that is found is the place that is written" || not_ok "a place that is found is the place that is written" "$(where found) $(where written)"

# Without a map, or with one that cannot be read, nothing is written.
rm -r "$content" && cp -R "$T/before" "$content" && rm -r "$content/map"
"$QUARTIER" check -q --fix --now $NOW "$content" 2>/dev/null >&2
grep -rq location: "$content/merchants/flow.md" && not_ok "without a map nothing is written" || ok "without a map nothing is written"
rm -r "$content" && cp -R "$T/before" "$content" && echo '<osm' >"$content/map/quartier.osm"
exits "a broken map is an error" 1 "$QUARTIER" check --fix --lang en --now $NOW "$content"
grep -rq location: "$content/merchants/flow.md" && not_ok "and nothing is written from it" || ok "and nothing is written from it"
finish
