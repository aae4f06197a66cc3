# Import from OpenStreetMap, twice, after edits by hand and after changes of the map; and export to it.
. "$(dirname "$0")/../lib.sh"

# --- a small extract ------------------------------------------------------------------------------
# node ID LAT LON KEY=VALUE…
node() {
	local id=$1 lat=$2 lon=$3 tag; shift 3
	printf ' <node id="%s" version="3" lat="%s" lon="%s">\n' "$id" "$lat" "$lon"
	for tag in "$@"; do printf '  <tag k="%s" v="%s"/>\n' "${tag%%=*}" "${tag#*=}"; done
	printf ' </node>\n'
}
# way ID NODES KEY=VALUE…
way() {
	local id=$1 nodes=$2 tag n; shift 2
	printf ' <way id="%s" version="5">\n' "$id"
	for n in $nodes; do printf '  <nd ref="%s"/>\n' "$n"; done
	for tag in "$@"; do printf '  <tag k="%s" v="%s"/>\n' "${tag%%=*}" "${tag#*=}"; done
	printf ' </way>\n'
}
begin() { printf '<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6">\n'; }
end() { printf '</osm>\n'; }
haute="addr:street=Rue Haute"
corners() {
	node 901 50.4000 3.8000; node 902 50.4000 3.8004; node 903 50.4003 3.8004; node 904 50.4003 3.8000
	node 911 50.4010 3.8000; node 912 50.4010 3.8020; node 913 50.4016 3.8020; node 914 50.4016 3.8000
}
first_map() {
	begin; corners
	node 1 50.40011 3.80011 shop=bakery "name=Chez Élise : pain &amp; « levain »" "$haute" addr:housenumber=1 \
		addr:postcode=7376 addr:city=Valmoulin "phone=065 12 34 56;065 12 34 57" "opening_hours=Mo-Sa 07:00-18:00" \
		website=www.elise.example payment:cash=yes payment:visa=yes payment:maestro=no wheelchair=limited
	node 2 50.40100 3.80100 "shop=clothes;shoes" "name=Modes &quot;Chic&quot;" "$haute" addr:housenumber=3 \
		email=bad-address "phone=12" contact:facebook=https://www.facebook.com/modes.chic/ contact:instagram=@chic
	node 3 50.40120 3.80110 amenity=restaurant "name=Au Moulin" name:nl="In de Molen" "cuisine=italian;socca" \
		outdoor_seating=yes takeaway=only internet_access=wlan brand=Moulin start_date=1987-03 \
		"description=Une cuisine de saison" language:fr=yes language:en=yes toilets:wheelchair=yes hearing_loop=no
	node 4 50.40130 3.80120 shop=yes "name=Le Bric-à-brac"
	node 5 50.40140 3.80130 shop=unheard_of "name=Mystère"
	node 6 50.40150 3.80140 shop=kiosk
	node 7 50.40160 3.80150 shop=butcher brand=Renmans
	node 8 50.40170 3.80160 shop=vacant name=Ancien
	node 9 50.40180 3.80170 disused:shop=shoes name=Fermé
	node 10 50.40190 3.80180 amenity=cafe name=Privé access=private
	node 11 50.40200 3.80190 shop=supermarket name=Spar "$haute" addr:housenumber=40
	node 12 50.40400 3.80190 shop=supermarket name=Spar "addr:street=Rue Basse" addr:housenumber=7
	node 13 50.40150 3.80050 shop=books "name=La Page" "opening_hours=Tu-Sa 10:00-18:00" phone="+32 65 99 88 77"
	node 14 50.40500 3.80190 office=company name=Usine
	node 15 50.40500 3.80200 office=notary "name=Étude Dupont"
	node 16 50.40500 3.80210 tourism=information "name=Panneau"
	node 17 50.40510 3.80210 shop=florist "name=Bonne à &#39;rien&#39; - no" "description=$(printf 'x%.0s' $(seq 170))" "opening_hours=quand il fait beau"
	way 50 "901 902 903 904 901" building=yes shop=bakery "name=chez elise : Pain &amp; levain" start_date=1890 contact:email=pain@elise.example
	way 51 "911 912 913 914 911" building=retail shop=books "name=La Page" website=https://lapage.example/
	way 52 "911 912 913" highway=footway name=Passage
	end
}
first_map >"$T/map.osm"

content=$T/content; mkdir -p "$content/merchants"
printf 'quartier: 1\nname: Petit quartier\nurl: https://petit.example/\nlanguages: [fr, nl]\n' >"$content/quartier.yml"
import() { "$QUARTIER" import osm "$1" -C "$content" --lang en "${@:2}" >"$T/out" 2>"$T/err"; }
print() { fingerprint "$content"; }
card() { cat "$content/merchants/$1.md"; }
# has NAME CARD LINE: one test, passed when the card has that very line.
has() { if grep -qxF -- "$3" "$content/merchants/$2.md"; then ok "$1"; else not_ok "$1" "no line: $3" "$(card "$2")"; fi; }
lacks() { if grep -qE -- "$3" "$content/merchants/$2.md"; then not_ok "$1" "$(card "$2")"; else ok "$1"; fi; }

# --- what is refused ------------------------------------------------------------------------------
mkdir "$T/empty"
exits "without quartier.yml an import is refused" 1 "$QUARTIER" import osm "$T/map.osm" -C "$T/empty" --lang en
says "with a hint at init" 'quartier init DIR' "$T/err"
exits "an unknown format is wrong usage" 2 "$QUARTIER" import pdf "$T/map.osm" -C "$content"
exits "no file is wrong usage" 2 "$QUARTIER" import osm "$T/none.osm" -C "$content"
exits "no content is wrong usage" 2 "$QUARTIER" import osm "$T/map.osm" -C "$T/none"
printf '<osm><node' >"$T/bad.osm"
exits "an extract that is none is an error" 1 "$QUARTIER" import osm "$T/bad.osm" -C "$content"
[ -z "$(ls "$content/merchants")" ] && [ ! -e "$content/map" ] && ok "and nothing was written" || not_ok "and nothing was written"
cp -R "$content" "$T/git" && git -C "$T/git" init -q && git -C "$T/git" add . && git -C "$T/git" commit -qm x
exits "an import into a commit is wrong usage" 2 "$QUARTIER" import osm "$T/map.osm" -C "$T/git" --rev HEAD
cp -R "$content" "$T/broken"; printf -- '---\nname: X\n---\n' >"$T/broken/merchants/x.md"
exits "cards with errors are corrected first" 1 "$QUARTIER" import osm "$T/map.osm" -C "$T/broken"

# --- the first time -------------------------------------------------------------------------------
before=$(print)
exits "a dry run tells" 0 "$QUARTIER" import osm "$T/map.osm" -C "$content" --dry-run --lang en
says "each new card in a line" '^new +merchants/chez-elise-pain-levain\.md +Chez Élise : pain & « levain » +bakery +Rue Haute 1$' "$T/out"
[ "$(print)" = "$before" ] && ok "and writes nothing" || not_ok "and writes nothing"
import "$T/map.osm"; code=$?
[ $code -eq 0 ] && ok "an import makes cards" || not_ok "an import makes cards" "$(cat "$T/err")"
says "it counts" '^On the map: 11 shops in 17 objects \(1 without a name, 2 there twice, 2 closed, 1 private\)\.$' "$T/out"
says "and tells how to keep the extract" "^  cp $T/map.osm $content/map/quartier.osm$" "$T/out"
[ ! -e "$content/map/quartier.osm" ] && ok "which it does not do by itself" || not_ok "which it does not do by itself"
says "nameless shops are told" 'note: node/6 \(kiosk\) has no name' "$T/err"
says "and twins, with the reason" 'note: way/50 .* is the same shop as node/1: same name' "$T/err"
says "and values that no card takes" 'note: node/2 .*: phone "12" is left out' "$T/err"
says "mail addresses too" 'note: node/2 .*: email "bad-address" is left out' "$T/err"
says "and texts that are too long" 'note: node/17 .*: summary "x+" is left out' "$T/err"
says "and hours that nobody understands" 'note: node/17 .*: opening_hours "quand il fait beau" is left out' "$T/err"
says "a kind without a category is told" 'note: node/5 .*shop=unheard_of; it goes into "other"' "$T/err"
cat >"$T/expected" <<-'EOF'
	---
	name: "Chez Élise : pain & « levain »"
	category: bakery
	address: {street: Rue Haute 1, postcode: "7376", city: Valmoulin}
	phone: +32 65 12 34 56
	email: pain@elise.example
	website: https://www.elise.example
	hours: "Mo-Sa 07:00-18:00"
	payment: [cash, visa]
	accessibility: {wheelchair: limited}
	osm: node/1
	---
EOF
card chez-elise-pain-levain | cmp -s - "$T/expected" && ok "a card has all that the map knows" || not_ok "a card has all that the map knows" "$(card chez-elise-pain-levain | diff "$T/expected" -)"
cat >"$T/expected" <<-'EOF'
	---
	name: {fr: Au Moulin, nl: In de Molen}
	category: restaurant
	summary: Une cuisine de saison
	services: [takeaway, terrace, wifi]
	accessibility: {toilets-wheelchair: yes, hearing-loop: no}
	brands: [Moulin]
	keywords: [italien, socca]
	languages: [fr, en]
	founded: 1987
	osm: node/3
	---
EOF
card au-moulin | cmp -s - "$T/expected" && ok "in the site's languages" || not_ok "in the site's languages" "$(card au-moulin | diff "$T/expected" -)"
has "several kinds, the main one first" modes-chic 'category: [clothes, shoes]'
has "accounts by their names" modes-chic 'social: {facebook: modes.chic, instagram: chic}'
has "a name that is not there is the brand's" renmans 'name: Renmans'
[ -f "$content/merchants/spar-rue-haute.md" ] && [ -f "$content/merchants/spar-rue-basse.md" ] && ok "branches have their street in the name" || not_ok "branches have their street in the name" "$(ls "$content/merchants")"
has "a notary has a door" etude-dupont 'category: notary'
[ ! -e "$content/merchants/usine.md" ] && [ ! -e "$content/merchants/panneau.md" ] && ok "a company and a board have none" || not_ok "a company and a board have none"
has "a node in its building is one shop, with what both know" la-page 'website: https://lapage.example/'
check "build --strict accepts every card" "$QUARTIER" build --strict --now $NOW -q "$content" -o "$T/site"
head -1 "$content/map/imported.tsv" | grep -q '^# ' && sed 1d "$content/map/imported.tsv" | LC_ALL=C sort -c && ok "imported.tsv says what it is, and is sorted" || not_ok "imported.tsv says what it is, and is sorted"

# --- the second time ------------------------------------------------------------------------------
before=$(print)
import "$T/map.osm"
[ "$(print)" = "$before" ] && ok "the same map again changes nothing" || not_ok "the same map again changes nothing" "$(cat "$T/out")"
says "and says so" '^Cards: 0 new, 0 changed, 11 as they were' "$T/out"
import "$T/map.osm" --dry-run
says "a dry run too" '^Nothing would change\.$' "$T/out"
rm "$content/map/imported.tsv"; cp -R "$content" "$T/lost"
import "$T/map.osm"
[ "$(print)" = "$before" ] && ok "a run that broke off before the end is made good by the next" || not_ok "a run that broke off before the end is made good by the next" "$(diff -r "$T/lost" "$content")"

# --- edits by hand, and another map ---------------------------------------------------------------
cd "$content/merchants" || exit 1
sed -i -e 's/^phone: .*/phone: 065 77 77 77   # the new number/' -e 's/^payment: .*/payment: [cash, visa, bancontact]/' -e '/^accessibility/d' \
	-e 's/^---$/---\r/;s/^hours: \(.*\)$/hours: \1   # comme sur la porte/' chez-elise-pain-levain.md
printf 'Du pain au **levain**.\n' >>chez-elise-pain-levain.md                       # 1, with odd line ends
sed -i 's/^category: .*/category: [shoes, clothes]/' modes-chic.md                  # 2
git mv -f au-moulin.md le-moulin.md 2>/dev/null || mv au-moulin.md le-moulin.md     # 3: renamed
rm le-bric-a-brac.md                                                                # 4: deleted
sed -i '/^osm:/d' etude-dupont.md                                                   # 5: not tied to the map any more
sed -i 's/^---$/listed: no\n---/;0,/listed: no/s/listed: no\n//' renmans.md
printf -- '---\nname: Renmans\ncategory: butcher\nosm: node/7\nlisted: no\n---\n' >renmans.md  # 6: opted out
sed -i 's|^website: .*|website: https://ailleurs.example/|' la-page.md             # 7
sed -i 's/Rue Basse 7/Rue Basse 9/' spar-rue-basse.md                               # 8
printf '# a comment\nname: Mystère\ncategory: other # for now\nfounded: 1901\nosm: node/5\n' >mystere.yml; rm mystere.md  # 9: another form
sed -i 's/^name: .*/name: Spar de la rue Haute/' spar-rue-haute.md                  # 10
cat >nouveau.md <<-'EOF'
	---
	name: Le Nouveau
	category: cafe
	address: {street: R. Haute 60}
	hours: "Mo 10:00-12:00"
	---
	Une fiche faite à la main.
EOF
cd "$ROOT" || exit 1
cp -R "$content" "$T/edited"
second_map() {
	first_map | sed -e '/node id="11"/,/<\/node>/d' -e '/node id="16"/,/<\/node>/d' \
		-e 's/065 12 34 56;065 12 34 57/065 12 34 00/' -e 's/Mo-Sa 07:00-18:00/Mo-Sa 06:30-18:30/' \
		-e 's/7376/7377/' -e 's/clothes;shoes/clothes;shoes;bag/' -e 's/outdoor_seating" v="yes/outdoor_seating" v="no/' \
		-e 's/v="In de Molen"/v="De Molen"/' -e 's/lapage.example/la-page.example/' -e 's/Rue Basse/Rue du Bas/' \
		-e 's/v="wlan"/v="no"/;s/"1987-03"/"1988"/' -e 's/"Étude Dupont"\/>/"Étude Dupont"\/><tag k="phone" v="+32 65 11 11 11"\/>/' \
		-e 's/"Mystère"\/>/"Mystère"\/><tag k="email" v="a@b.example"\/><tag k="website" v="https:\/\/m.example"\/>/' -e '/<\/osm>/d'
	node 30 50.40600 3.80200 amenity=cafe "name=Le nouveau" "$haute" addr:housenumber=60 phone=065121212 "opening_hours=Mo 10:00-13:00"
	node 31 50.40700 3.80200 shop=toys "name=Jouets"
	end
}
second_map >"$T/map2.osm"
import "$T/map2.osm" --dry-run
[ -z "$(diff -r "$T/edited" "$content")" ] && ok "a dry run leaves edits alone" || not_ok "a dry run leaves edits alone"
says "it tells what would change" '^changed +merchants/chez-elise-pain-levain\.md .*hours: Mo-Sa 07:00-18:00 → Mo-Sa 06:30-18:30' "$T/out"
import "$T/map2.osm"
check "what the map changed and nobody touched is followed" grep -q $'^hours: "Mo-Sa 06:30-18:30"   # comme sur la porte' "$content/merchants/chez-elise-pain-levain.md"
diff "$T/edited/merchants/chez-elise-pain-levain.md" "$content/merchants/chez-elise-pain-levain.md" >"$T/diff"
[ "$(grep -c '^>' "$T/diff")" = 2 ] && grep -q '^> address: .*"7377"' "$T/diff" && ok "and nothing else of the card, comments and line ends included" || not_ok "and nothing else of the card, comments and line ends included" "$(cat "$T/diff")"
says "where both changed it, both are told" 'merchants/chez-elise-pain-levain\.md: note: phone differs .*card "065 77 77 77", map "\+32 65 12 34 00"' "$T/err"
has "a category that was changed stays" modes-chic 'category: [shoes, clothes]'
has "a renamed card is found" le-moulin 'name: {fr: Au Moulin, nl: De Molen}'
has "and follows" le-moulin 'services: [takeaway]'
has "in every field" le-moulin 'founded: 1988'
[ ! -e "$content/merchants/au-moulin.md" ] && [ ! -e "$content/merchants/le-bric-a-brac.md" ] && ok "no card comes back" || not_ok "no card comes back"
says "a card deleted by hand is told" '^deleted here +merchants/le-bric-a-brac\.md' "$T/out"
has "a card without osm is still its shop's" etude-dupont 'phone: +32 65 11 11 11'
lacks "and stays without" etude-dupont '^osm:'
cmp -s "$T/edited/merchants/renmans.md" "$content/merchants/renmans.md" && ok "who opted out is left alone" || not_ok "who opted out is left alone"
has "a website that was changed stays" la-page 'website: https://ailleurs.example/'
has "an address that was changed stays whole" spar-rue-basse 'address: {street: Rue Basse 9}'
printf '# a comment\nname: Mystère\ncategory: other # for now\nemail: a@b.example\nwebsite: https://m.example\nfounded: 1901\nosm: node/5\n' | cmp -s - "$content/merchants/mystere.yml" && ok "new fields come in their place" || not_ok "new fields come in their place" "$(cat "$content/merchants/mystere.yml")"
cmp -s "$T/edited/merchants/spar-rue-haute.md" "$content/merchants/spar-rue-haute.md" && ok "a shop that vanished keeps its card" || not_ok "a shop that vanished keeps its card"
says "and is listed" '^gone from the map +merchants/spar-rue-haute\.md +Spar de la rue Haute' "$T/out"
has "a card made by hand is not doubled, and gets what it lacks" nouveau 'phone: +32 65 12 12 12'
has "and keeps what it says" nouveau 'hours: "Mo 10:00-12:00"'
says "told once" 'merchants/nouveau\.md: note: hours differs' "$T/err"
[ ! -e "$content/merchants/le-nouveau.md" ] && [ -e "$content/merchants/jouets.md" ] && ok "what is new on the map comes" || not_ok "what is new on the map comes" "$(ls "$content/merchants")"
check "the cards are good" "$QUARTIER" build --strict --now $NOW -q "$content" -o "$T/site"
before=$(print)
import "$T/map2.osm"
[ "$(print)" = "$before" ] && ! grep -q differs "$T/err" && ok "once more: no change, and nothing told twice" || not_ok "once more: no change, and nothing told twice" "$(cat "$T/out" "$T/err")"

# A shop that became an outline keeps its card; the map says no telephone any more.
{ second_map | sed -e '/node id="31"/,/<\/node>/d' -e '/"+32 65 11 11 11"/s/<tag k="phone".*\/>//' -e '/<\/osm>/d'
	way 60 "911 912 913 914 911" shop=toys name=JOUETS; end; } >"$T/map3.osm"
import "$T/map3.osm"
has "a node that became an outline is the same shop" jouets 'osm: way/60'
lacks "what the map took back goes" etude-dupont '^phone:'
before=$(print); import "$T/map3.osm"
[ "$(print)" = "$before" ] && ok "and nothing changes again" || not_ok "and nothing changes again"

# A list that a person wrote in a way that cannot be edited without losing something is left, and told each time.
printf -- '---\nname: JOUETS\ncategory:\n  - toys # jeux\n  # et\nosm: way/60\n---\n' >"$content/merchants/jouets.md"
sed 's/v="toys"/v="toys;books"/' "$T/map3.osm" >"$T/map4.osm"; before=$(print)
import "$T/map4.osm"
says "what cannot be written without changing more is told" 'jouets\.md: note: category: the map says "toys, books"; it cannot be written here' "$T/err"
[ "$(print)" = "$before" ] && ok "and left" || not_ok "and left" "$(card jouets)"

# A merge that was not finished.
sed -i '3s/^/<<<<<<< HEAD\n/' "$content/map/imported.tsv"
exits "marks of a merge are an error with its line" 1 "$QUARTIER" import osm "$T/map3.osm" -C "$content" --lang en
says "that says what to do" 'map/imported\.tsv:3:1: error: .*\[import-record\]$' "$T/err"
sed -i 3d "$content/map/imported.tsv"

# What cannot be written is the environment's failure, and no card is half.
mkdir "$T/closed" && cp "$content/quartier.yml" "$T/closed" && touch "$T/closed/merchants"
exits "no folder for the cards" 3 "$QUARTIER" import osm "$T/map3.osm" -C "$T/closed"
[ ! -e "$T/closed/map" ] && ok "and nothing is remembered of what was not written" || not_ok "and nothing is remembered of what was not written"

# Hours by days, and an object as the browser shows it, are the same hours and the same object.
mkdir -p "$T/days/merchants" && cp "$content/quartier.yml" "$T/days"
printf -- '---\nname: Chez Élise\ncategory: bakery\nhours: {mo-sa: 07:00-18:00}\nosm: https://www.openstreetmap.org/node/1\n---\n' >"$T/days/merchants/elise.md"
{ begin; node 1 50.4 3.8 shop=bakery "name=Élise" "opening_hours=Mo-Sa 07:00-18:00"; end; } >"$T/days.osm"
exits "hours by days" 0 "$QUARTIER" import osm "$T/days.osm" -C "$T/days" --lang en
[ "$(grep -c differs "$T/err")" = 1 ] && grep -q 'name differs' "$T/err" && ok "are the hours of the map" || not_ok "are the hours of the map" "$(cat "$T/err")"

# What the guide has among its places is no merchant, too.
mkdir -p "$T/places/places" && cp "$content/quartier.yml" "$T/places"
printf -- '---\nname: Le musée\nkind: museum\nosm: node/40\n---\n' >"$T/places/places/musee.md"
printf -- '---\nname: Galerie Z\nkind: attraction\nlocation: [50.4001, 3.8001]\n---\n' >"$T/places/places/galerie.md"
{ begin; node 40 50.4 3.8 tourism=museum "name=Musée"; node 41 50.4001 3.8001 tourism=gallery "name=Galerie Z"; end; } >"$T/museum.osm"
exits "what is a place stays one" 0 "$QUARTIER" import osm "$T/museum.osm" -C "$T/places" --lang en
[ ! -e "$T/places/merchants" ] && grep -q '^a place  *places/musee\.md' "$T/out" && grep -q '^a place  *places/galerie\.md' "$T/out" && ok "and is told" || not_ok "and is told" "$(cat "$T/out")"

# --- export ---------------------------------------------------------------------------------------
exits "an export without an extract is an error" 1 "$QUARTIER" export osm "$content" --lang en
cp "$T/map3.osm" "$content/map/quartier.osm"
exits "an export of an unknown format is wrong usage" 2 "$QUARTIER" export pdf "$content"
printf -- '---\nname: Étude Dupont\ncategory: notary\nosm: node/15\nstatus: closed\n---\n' >"$content/merchants/etude-dupont.md"
printf -- '---\nname: La Page\ncategory: books\nhours: "Tu-Sa 10:00-18:00"\nphone: 065 99 88 77\nwebsite: https://ailleurs.example/\nosm: way/51\npayment: [cash]\n---\n' >"$content/merchants/la-page.md"
exits "an export of what the cards know better" 0 "$QUARTIER" export osm "$content" -o "$T/changes.osc" --lang en
says "counts the objects" '^[0-9]+ objects of the map would change: look through' "$T/out"
says "telephone numbers" '<tag k="phone" v="\+32 65 77 77 77"/>' "$T/changes.osc"
says "websites, to the object that the card names" '<tag k="website" v="https://ailleurs.example/"/>' "$T/changes.osc"
says "what the map lacks" '<tag k="payment:cash" v="yes"/>' "$T/changes.osc"
says "and all else of the object" '<tag k="name" v="Chez Élise : pain &amp; « levain »"/>' "$T/changes.osc"
says "with version and place" '<node id="1" version="3" lat="50.4001100" lon="3.8001100">' "$T/changes.osc"
says "and its nodes" '<nd ref="914"/>' "$T/changes.osc"
says "shops that closed are named in a comment" '<!-- closed: node/15 Étude Dupont -->' "$T/changes.osc"
grep -qE '<delete|<create|id="7"' "$T/changes.osc" && not_ok "nothing is deleted or created; who opted out is not there" || ok "nothing is deleted or created; who opted out is not there"
grep -q 'v="Mo-Sa 06:30' "$T/changes.osc" && [ "$(grep -c 'k="opening_hours"' "$T/changes.osc")" -ge 1 ] && ok "hours as imported stay as they are" || not_ok "hours as imported stay as they are" "$(cat "$T/changes.osc")"
"$QUARTIER" export osm "$content" >"$T/again.osc" 2>/dev/null
cmp -s "$T/changes.osc" "$T/again.osc" && ok "standard output has the same bytes" || not_ok "standard output has the same bytes"
if command -v xmllint >/dev/null; then check "the file is well-formed" xmllint --noout "$T/changes.osc"; else skip "the file is well-formed" "xmllint is not installed"; fi
if command -v osmium >/dev/null; then
	# What a server does when they are uploaded.
	sed -E 's/(<(node|way|relation) id="[0-9]+" version=")[0-9]+/\19/' "$T/changes.osc" >"$T/uploaded.osc"
	check "osmium applies it" osmium apply-changes "$content/map/quartier.osm" "$T/uploaded.osc" -o "$T/applied.osm" --output-header=generator=x
	says "and has the new number" '\+32 65 77 77 77' "$T/applied.osm"
	cp "$T/applied.osm" "$content/map/quartier.osm"
	"$QUARTIER" export osm "$content" 2>/dev/null | grep -q '<modify>' && not_ok "then nothing is left to change" "$("$QUARTIER" export osm "$content")" || ok "then nothing is left to change"
else
	skip "osmium applies it" "osmium is not installed"
fi
sed 's/ version="3"//' "$T/map3.osm" >"$content/map/quartier.osm"
exits "objects without a version" 0 "$QUARTIER" export osm "$content" --lang en
says "are left out with a note" 'note: node/1 is left out: the extract does not tell its version' "$T/err"
grep -q 'node id="1"' "$T/out" && not_ok "and only they" || ok "and only they"

# --- real extracts --------------------------------------------------------------------------------
data=${QUARTIER_SHARED_DATA:-$ROOT/../shared/data}/osm
# What a merchant is, told to osmium independently of our tables.
shops=(nwr/shop!=no nwr/craft nwr/amenity=restaurant,cafe,bar,pub,fast_food,ice_cream,biergarten,food_court,pharmacy,bank,post_office
	nwr/amenity=doctors,dentist,veterinary,clinic,fuel,car_wash,car_rental,cinema,theatre,arts_centre,library,nightclub,casino
	nwr/amenity=childcare,driving_school,music_school,language_school,bureau_de_change,money_transfer,payment_centre,internet_cafe
	nwr/healthcare=pharmacy,doctor,dentist,clinic,laboratory,physiotherapist,podiatrist,optometrist,audiologist,alternative,psychotherapist
	nwr/office=accountant,architect,association,bank,employment_agency,estate_agent,financial,financial_advisor,insurance,lawyer,notary,physician
	nwr/tourism=hotel,hostel,guest_house,apartment,chalet,camp_site,museum,gallery nwr/information=office,visitor_centre
	nwr/leisure=fitness_centre,sports_centre,bowling_alley,escape_game,dance,sauna nwr/disused:shop nwr/abandoned:shop nwr/was:shop)
for extract in habay-be-pois.osm vaduz-li-centre.osm monaco-condamine.osm bondy-fr-api-export.osm liechtenstein-rhine-towns.osm.gz; do
	name=${extract%%.*}
	if [ ! -f "$data/$extract" ]; then skip "$name: import" "$data/$extract is not there"; continue; fi
	content=$T/$name; mkdir -p "$content/map"
	printf 'quartier: 1\nname: %s\nurl: https://petit.example/\nlanguages: [fr, de]\n' "$name" >"$content/quartier.yml"
	cp "$data/$extract" "$content/map/quartier.osm${extract##*.osm}"
	exits "$name: import" 0 "$QUARTIER" import osm "$data/$extract" -C "$content" --lang en
	check "$name: build --strict accepts all of it" "$QUARTIER" build --strict --now $NOW -q "$content" -o "$T/site-$name"
	found=$(sed -n 's/^On the map: .* in \([0-9]*\) objects.*/\1/p' "$T/out")
	cards=$(sed -n 's/^On the map: \([0-9]*\) shops.*/\1/p' "$T/out")
	[ "$(ls "$content/merchants" | wc -l)" = "$cards" ] && ok "$name: a card for each" || not_ok "$name: a card for each"
	if command -v osmium >/dev/null; then
		counted=$(osmium tags-filter -R "$data/$extract" "${shops[@]}" -f opl | grep -cE '^[nwr][0-9]')
		[ "$found" = "$counted" ] && ok "$name: osmium counts as many ($counted)" || not_ok "$name: osmium counts as many" "we found $found, osmium $counted"
	else
		skip "$name: osmium counts as many" "osmium is not installed"
	fi
	before=$(print)
	exits "$name: once more" 0 "$QUARTIER" import osm "$data/$extract" -C "$content" -q
	[ "$(print)" = "$before" ] && ok "$name: changes nothing" || not_ok "$name: changes nothing"
	[ ! -s "$T/out" ] && ok "$name: -q says nothing" || not_ok "$name: -q says nothing" "$(head -3 "$T/out")"
	"$QUARTIER" export osm "$content" 2>/dev/null | grep -q '<modify>' && not_ok "$name: nothing is known better" || ok "$name: nothing is known better"
done
finish
