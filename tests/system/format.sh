# The content repository and the site as FORMAT promises them, tried from outside: a few cards, a build, a look.
. "$(dirname "$0")/../lib.sh"

C=$T/content S=$T/site
# fresh: a content repository of two shops, fr and nl.
fresh() { rm -rf "$C" "$S"; small_content "$C"; mkdir -p "$C"/{events,news,pages,places,routes,photos}; }
# card PATH: what follows on standard input becomes that file.
card() { mkdir -p "$C/$(dirname "$1")"; cat >"$C/$1"; }
# make_site [NOW]: builds; what was said is in $T/err.
make_site() { "$QUARTIER" build --now "${1:-$NOW}" -q --lang en "$C" -o "$S" 2>"$T/err"; }
built() { local name=$1; shift; if make_site "$@"; then ok "$name"; else not_ok "$name" "$(cat "$T/err")"; fi; }
refused() { local name=$1; shift; if make_site "$@"; then not_ok "$name" "it was built"; else ok "$name"; fi; }
is_there() { local name=$1 p; shift; for p; do [ -e "$S/$p" ] || { not_ok "$name" "$p is missing"; return; }; done; ok "$name"; }
is_not() { local name=$1 p; shift; for p; do [ ! -e "$S/$p" ] || { not_ok "$name" "$p is there"; return; }; done; ok "$name"; }
# nowhere NAME TEXT: no file of the site contains it.
nowhere() { local found; found=$(grep -rliF -- "$2" "$S"); [ -z "$found" ] && ok "$1" || not_ok "$1" "$found"; }
# page_says NAME PAGE TEXT / page_lacks
page_says() { if grep -qF -- "$3" "$S/$2"; then ok "$1"; else not_ok "$1" "$2 lacks: $3"; fi; }
page_lacks() { if grep -qF -- "$3" "$S/$2"; then not_ok "$1" "$2 has: $(grep -F -- "$3" "$S/$2" | cut -c1-200)"; else ok "$1"; fi; }

# --- files and names ---
fresh
card merchants/sans-texte.yml <<'X'
name: Sans texte
category: florist
X
card merchants/pain.nl.md <<'X'
---
name: Het Brood
---
Brood.
X
card README.md <<<'# not content'
card merchants/README.md <<<'# not content'
card merchants/_brouillon.md <<<'nonsense'
card merchants/.cache.md <<<'nonsense'
card elsewhere/notes.md <<<'nonsense'
built "a .yml card, a translation, files that are ignored"
is_there "a card without text has its page" merchants/sans-texte/index.html nl/merchants/sans-texte/index.html
[ ! -s "$T/err" ] && ok "what is ignored is ignored in silence" || not_ok "what is ignored is ignored in silence" "$(cat "$T/err")"
page_says "a translation has its own name" nl/merchants/pain/index.html '<h1>Het Brood</h1>'
page_says "and text" nl/merchants/pain/index.html '<p>Brood.</p>'
page_says "and inherits the rest" nl/merchants/pain/index.html 'Rue Haute 1'
page_says "the first language keeps its own" merchants/pain/index.html 'Du pain, du <strong>bon</strong>.'
page_says "what is not translated is shown in the first language and marked" nl/merchants/livres/index.html '<div class="prose" lang="fr">'
page_says "its name too" nl/merchants/livres/index.html '<h1 lang="fr">Livres &amp; Cie</h1>'

card merchants/personne.nl.md <<'X'
---
name: Niemand
---
X
card merchants/pain.de.md <<'X'
---
name: Das Brot
---
X
built "a translation of nothing, or into a language the site lacks, passes"
says "the first is a warning" '^merchants/personne\.nl\.md: warning: .*\[translation\]$' "$T/err"
says "the second too" '^merchants/pain\.de\.md: warning: .*\[translation\]$' "$T/err"
is_not "and makes no page" merchants/personne/index.html de/index.html
rm "$C"/merchants/{personne.nl,pain.de}.md

printf '\xef\xbb\xbf---\r\nname: Avec BOM\r\ncategory: bakery\r\n---\r\nLigne\r\n' >"$C/merchants/bom.md"
built "a BOM and CRLF are accepted"
page_says "and leave no trace" merchants/bom/index.html '<h1>Avec BOM</h1>'
rm "$C/merchants/bom.md"

for name in Pain_Noir pain--noir -pain "$(printf 'a%.0s' {1..65})"; do
	card "merchants/$name.md" <<<$'---\nname: X\ncategory: bakery\n---'
	refused "the file name ${name:0:20}.md is an error"
	says "with a name to use instead" '^  hint: .*[a-z0-9]' "$T/err"
	rm "$C/merchants/$name.md"
done
card "merchants/$(printf 'a%.0s' {1..64}).md" <<<$'---\nname: X\ncategory: bakery\n---'
built "64 bytes are not too many"

# --- yaml ---
fresh
card merchants/texte.md <<'X'
---
name: no
category: bakery
summary: 1e3
address: {street: 0x10, postcode: 01210, city: ~non}
keywords: [yes, 1.50, null, 2026-01-02]
brands: [off, 007]
---
X
built "what looks like something else is text in a text field"
page_says "no" merchants/texte/index.html '<h1>no</h1>'
page_says "1e3" merchants/texte/index.html '<p class="lede">1e3</p>'
page_says "01210" merchants/texte/index.html '"postalCode":"01210"'
page_says "0x10" merchants/texte/index.html '"streetAddress":"0x10"'
page_says "1.50" merchants/texte/index.html '1.50'
page_says "007" merchants/texte/index.html '{"@type":"Brand","name":"007"}'
for case in 'name: &a X|anchor' 'name: *a|alias' 'name: !!str X|tag' '<<: {name: X}|merge' $'name: X\nname: Y|duplicate'; do
	printf -- '---\n%s\ncategory: bakery\n---\n' "${case%|*}" >"$C/merchants/mal.md"
	refused "${case#*|} is an error"
	says "at its line" '^merchants/mal\.md:[23]:[0-9]+: error: ' "$T/err"
done
rm "$C/merchants/mal.md"

# --- words ---
fresh
i=0
for word in Boulangerie Bakkerij Bäckerei Bakery bakery; do
	i=$((i + 1))
	card "merchants/mot-$i.md" <<<$'---\nname: Mot '$i$'\ncategory: '"$word"$'\n---'
done
card merchants/deux.md <<<$'---\nname: Deux\ncategory: [florist, Boulangerie]\nservices: [Livraison, Herstelling, Abholung, Terrace]\n---'
built "categories are understood by their labels in four languages"
found=$(grep -l '"@type":"Bakery","@id":"https://petit.example/merchants/mot-[1-5]/' "$S"/merchants/mot-*/index.html | wc -l)
[ "$found" -eq 5 ] && ok "all five are bakeries" || not_ok "all five are bakeries" "$found; $(cat "$T/err")"
page_says "the main category decides the type" merchants/deux/index.html '{"@type":"Florist"'
page_says "and the merchant is in both" categories/bakery/index.html 'href="/merchants/deux/"'
page_says "in both" categories/florist/index.html 'href="/merchants/deux/"'
card merchants/inconnu.md <<'X'
---
name: Inconnu
category: bakry
payment: [cahs, visa]
services: [delivry, wifi]
languages: [frr, nl]
phoen: 1
---
X
built "unknown words and keys pass"
for hint in bakery cash delivery phone; do says "with $hint as the nearest" "^  hint: .*\"?$hint" "$T/err"; done
page_says "and the rest is used" merchants/inconnu/index.html 'Visa'
page_says "the rest is used" merchants/inconnu/index.html 'Wi-Fi'
exits "but --strict refuses them" 1 "$QUARTIER" check --strict "$C"
cat >>"$C/quartier.yml" <<'X'
categories:
  bakery: {label: {fr: Pains, nl: Broden}}
  outils: {label: {fr: Outilthèque, nl: Uitleen}, schema: HardwareStore, osm: shop=tool_hire}
X
card merchants/outils.md <<<$'---\nname: Outils\ncategory: outils\n---'
card merchants/outils-deux.md <<<$'---\nname: Outils deux\ncategory: Outilthèque\n---'
built "own categories extend and override"
page_says "an own label" categories/bakery/index.html '<h1>Pains</h1>'
page_says "in each language" nl/categories/bakery/index.html '<h1>Broden</h1>'
page_says "an own category" categories/outils/index.html '<h1>Outilthèque</h1>'
page_says "known by its label too" categories/outils/index.html 'href="/merchants/outils-deux/"'
page_says "with its type" merchants/outils/index.html '"@type":"HardwareStore"'
page_says "an overridden one keeps its type" merchants/pain/index.html '"@type":"Bakery"'

# --- who is hidden is named nowhere ---
hide() {
	fresh
	card merchants/secret.md <<X
---
name: Zorglub
category: zoo
summary: Zorglub vend
address: {street: Rue Zorglub 1, city: Valmoulin}
location: [50.3957, 3.7783]
keywords: [zorglubette]
$1
---
Zorglub.
X
	card merchants/voisin.md <<<$'---\nname: Voisin\ncategory: bakery\nlocation: [50.3958, 3.7784]\naddress: {street: Rue Haute 5}\n---'
	for kind in offers events news; do mkdir -p "$C/$kind"; done
	card offers/seul.md <<<$'---\ntitle: Offre seule\nmerchant: secret\nfrom: 2026-11-01\nuntil: 2026-12-01\n---'
	card offers/ensemble.md <<<$'---\ntitle: Offre ensemble\nmerchant: [secret, pain]\nfrom: 2026-11-01\nuntil: 2026-12-01\n---'
	card offers/tous.md <<<$'---\ntitle: Offre de tous\nmerchant: all\nfrom: 2026-11-01\nuntil: 2026-12-01\n---'
	card events/fete.md <<<$'---\ntitle: Fete\nstart: 2026-12-01\nmerchants: [secret, pain]\n---'
	card events/chez.md <<<$'---\ntitle: Porte ouverte\nstart: 2026-12-02\nmerchants: [secret]\n---'
	card news/arrivee.md <<<$'---\ntitle: Arrivee\ndate: 2026-11-01\nmerchants: [secret, pain]\n---'
	card routes/tour.md <<<$'---\ntitle: Tour\nstops: [secret, pain, voisin]\n---'
}
for how in 'listed: no' 'status: closed' 'draft: yes'; do
	hide "$how"
	built "a merchant with $how, referred to by everything"
	nowhere "$how: no file names it" zorglub
	found=$(grep -rlE '/secret/|"secret"|#secret' "$S"; find "$S" -path '*secret*' -o -path '*zoo*')
	[ -z "$found" ] && ok "$how: nor its slug, nor its category" || not_ok "$how: nor its slug, nor its category" "$found"
	page_says "$how: what it shared with others stays" offers/ensemble/index.html 'Offre ensemble'
	page_says "$how: the walk goes on" routes/tour/index.html 'href="/merchants/pain/"'
done
hide 'draft: yes'
"$QUARTIER" build -q --drafts --now $NOW "$C" -o "$S" 2>"$T/err"
is_there "--drafts shows drafts" merchants/secret/index.html

# --- the clock ---
fresh
card offers/promo.md <<<$'---\ntitle: Promo\nmerchant: pain\nfrom: 2026-11-16\nuntil: 2026-11-28\n---'
shows() { # shows NAME NOW PAGE… : all there at that moment; hides: none of them, nor named
	local name=$1 now=$2; shift 2
	make_site "$now" && is_there "$name" "$@" || not_ok "$name" "$(cat "$T/err")"
}
hides() {
	local name=$1 now=$2 word=$3; shift 3
	make_site "$now" && is_not "$name" "$@" || not_ok "$name" "$(cat "$T/err")"
	nowhere "$name: named nowhere" "$word"
}
hides "an offer has no page the minute before its first day" 2026-11-15T23:59 promo offers/promo
shows "it has one from the first minute" 2026-11-16T00:00 offers/promo/index.html
shows "to the last minute of its last day" 2026-11-28T23:59 offers/promo/index.html
hides "and none after" 2026-11-29T00:00 promo offers/promo
rm "$C/offers/promo.md"
card events/jour.md <<<$'---\ntitle: Kermesse\nstart: 2026-12-05\nend: 2026-12-06\n---'
shows "an event shows as soon as it is in the repository" 2026-01-01T00:00 events/jour/index.html
shows "a date-only end counts whole" 2026-12-06T23:59 events/jour/index.html nl/events/jour/index.html
hides "and no longer" 2026-12-07T00:00 kermesse events/jour
card events/jour.md <<<$'---\ntitle: Kermesse\nstart: 2026-12-05 14:00\nend: 2026-12-05 20:00\n---'
shows "an event with a time shows to the minute before its end" 2026-12-05T19:59 events/jour/index.html
hides "and is gone at its end" 2026-12-05T20:00 kermesse events/jour
card events/jour.md <<<$'---\ntitle: Kermesse\nstart: 2026-11-07 09:00\nend: 2026-11-07 13:00\nrepeats: FREQ=WEEKLY;BYDAY=SA;COUNT=3\n---'
shows "a repeated event shows its next time" 2026-11-14T12:59 events/jour/index.html
page_says "that of the day" events/jour/index.html '"startDate":"2026-11-14T09:00:00+01:00"'
make_site 2026-11-14T13:00
page_says "then the following one" events/jour/index.html '"startDate":"2026-11-21T09:00:00+01:00"'
hides "and is gone after the last" 2026-11-21T13:00 kermesse events/jour
rm "$C/events/jour.md"
card news/futur.md <<<$'---\ntitle: Bientot\ndate: 2026-12-01\n---'
hides "news of the future has no page" 2026-11-30T23:59 bientot news/futur
shows "it shows from its date on" 2026-12-01T00:00 news/futur/index.html
shows "and stays" 2036-12-01T00:00 news/futur/index.html

# `next`: a minute before it nothing differs, at it something does.
next_is() { # next_is NAME NOW WANT
	local next fingerprint
	make_site "$2"; fingerprint=$(cd "$S" && find . -type f ! -name .quartier-site -print0 | sort -z | xargs -0 sha256sum)
	next=$(sed -n 's/.*"next": *"\{0,1\}\([^",}]*\).*/\1/p' "$S/.quartier-site")
	[ "$next" = "$3" ] && ok "$1: next is $3" || not_ok "$1: next is $3" "it is $next"
	[ "$3" = null ] && return
	make_site "$(date -d "${3%:00[+-]*} 1 minute ago" +%Y-%m-%dT%H:%M)"
	[ "$fingerprint" = "$(cd "$S" && find . -type f ! -name .quartier-site -print0 | sort -z | xargs -0 sha256sum)" ] && ok "$1: until then nothing differs" ||
		not_ok "$1: until then nothing differs"
	make_site "${3%:00[+-]*}"
	[ "$fingerprint" != "$(cd "$S" && find . -type f ! -name .quartier-site -print0 | sort -z | xargs -0 sha256sum)" ] && ok "$1: and then something does" ||
		not_ok "$1: and then something does"
}
fresh
# Hours are evaluated week by week, and on the days after one that was shown as an exception.
next_is "hours of every week" 2026-11-21T10:00 2026-11-23T00:00:00+01:00
next_is "a holiday that is shown" 2026-12-24T10:00 2026-12-26T00:00:00+01:00
next_is "the clock changes in the window" 2027-01-20T10:00 2027-01-25T00:00:00+01:00
sed -i '/^hours:/d' "$C"/merchants/*.md
next_is "nothing dated" 2026-11-21T10:00 null
card news/a.md <<<$'---\ntitle: A\ndate: 2026-12-01\n---'
next_is "news to come" 2026-11-21T10:00 2026-12-01T00:00:00+01:00
rm "$C/news/a.md"
card offers/a.md <<<$'---\ntitle: A\nmerchant: all\nfrom: 2027-03-20\nuntil: 2027-03-28\n---'
next_is "an offer to come" 2026-11-21T10:00 2027-03-20T00:00:00+01:00
next_is "an offer that ends on the day the clock changes" 2027-03-21T10:00 2027-03-29T00:00:00+02:00
rm "$C/offers/a.md"
card events/a.md <<<$'---\ntitle: A\nstart: 2026-12-05 14:00\nend: 2026-12-05 20:00\n---'
next_is "an event" 2026-11-21T10:00 2026-12-05T20:00:00+01:00
card events/a.md <<<$'---\ntitle: A\nstart: 2026-11-07 09:00\nend: 2026-11-07 13:00\nrepeats: FREQ=WEEKLY;BYDAY=SA\n---'
next_is "a repeated event" 2026-11-21T10:00 2026-11-21T13:00:00+01:00
rm "$C/events/a.md"
sed -i 's/^name:.*/&\nclosures: [{from: 2026-12-24, until: 2027-01-03}]/' "$C/merchants/pain.md"
next_is "a closure to come" 2026-11-21T10:00 2026-12-24T00:00:00+01:00
next_is "a closure going on" 2026-12-25T10:00 2027-01-04T00:00:00+01:00
next_is "a closure that is over" 2027-01-05T10:00 null

# --- hours and closures ---
fresh
card merchants/heures.md <<'X'
---
name: Heures
category: bakery
hours: {mo-fr: 07:00-18:30, sa: "07:00-12:00, 13:00-17:00", su: closed}
closures: [{from: 2026-12-24, until: 2027-01-03, reason: Congés}]
---
X
card merchants/flou.md <<<$'---\nname: Flou\ncategory: bakery\nhours: quand on veut\n---'
built "hours as a map; hours that are not understood"
page_says "a span for the days that are alike" merchants/heures/index.html '"dayOfWeek":["Monday","Tuesday","Wednesday","Thursday","Friday"],"opens":"07:00","closes":"18:30"'
page_says "two on Saturday" merchants/heures/index.html '"dayOfWeek":["Saturday"],"opens":"13:00","closes":"17:00"'
page_lacks "none on Sunday" merchants/heures/index.html '"Sunday"'
page_says "the closure" merchants/heures/index.html '{"@type":"OpeningHoursSpecification","validFrom":"2026-12-24","validThrough":"2027-01-03","opens":"00:00","closes":"00:00","description":"Congés"}'
page_says "as written" merchants/flou/index.html '<p>quand on veut</p>'
page_lacks "and unknown to machines" merchants/flou/index.html 'openingHoursSpecification'
says "with a warning" '^merchants/flou\.md:4:8: warning: .*\[hours\]$' "$T/err"

# --- photos ---
fresh
card photos/facade.jpg </dev/null
for case in 'facad.jpg|facade\.jpg' 'logo.svg|' 'photo.heic|JPEG' '../../../etc/passwd|' '/etc/passwd|'; do
	[ "${case%|*}" = logo.svg ] || [ "${case%|*}" = photo.heic ] && card "photos/${case%|*}" </dev/null
	card merchants/photo.md <<<$'---\nname: P\ncategory: bakery\nphotos: [{file: '"${case%|*}"$'}]\n---'
	refused "the photo ${case%|*} is an error"
	says "at its place" '^merchants/photo\.md:4:17: error: ' "$T/err"
	[ -z "${case#*|}" ] || says "with a hint" "^  hint: .*${case#*|}" "$T/err"
done
rm "$C/merchants/photo.md"

# --- Markdown ---
card merchants/texte.md <<'X'
---
name: Texte
category: bakery
---
<script>alert(1)</script> et <b>gras</b>.

[piège](javascript:alert(1)) et [bien](https://bien.example/ "Bien"), [ici](#la), [tel](tel:+3265123456), [geo](geo:50.4,3.8).

[données](data:text/html,x)

# Titre
X
built "raw HTML and forbidden links pass"
page_says "raw HTML is text" merchants/texte/index.html '&lt;script&gt;alert(1)&lt;/script&gt;'
page_lacks "and no element" merchants/texte/index.html '<script>alert'
page_lacks "a forbidden link is dropped" merchants/texte/index.html 'javascript:'
page_says "its text stays" merchants/texte/index.html 'piège'
page_says "an allowed one stays" merchants/texte/index.html 'href="https://bien.example/"'
page_says "telephones and places too" merchants/texte/index.html 'href="geo:50.4,3.8"'
says "each with a warning at its line" '^merchants/texte\.md:7:[0-9]+: warning: .*\[link\]$' "$T/err"
says "at its line" '^merchants/texte\.md:9:[0-9]+: warning: .*\[link\]$' "$T/err"
page_says "headings stand below the page's own" merchants/texte/index.html '<h2>Titre</h2>'

# --- where the site lives ---
fresh
card offers/promo.md <<<$'---\ntitle: Promo\nmerchant: pain\nfrom: 2026-11-16\nuntil: 2026-11-28\n---\n[le pain](/merchants/pain/)'
"$QUARTIER" build -q --now $NOW --base-url https://x.example/guide "$C" -o "$S" 2>"$T/err"
check "with a path in the base URL every address begins with it" node tests/fields/links.mjs "$S" https://x.example/guide/
sed -i 's|^url:.*|url: https://y.example|' "$C/quartier.yml"
built "an address without a final slash"
check "is read as with one" node tests/fields/links.mjs "$S" https://y.example/

# --- odd names ---
fresh
card merchants/drole.md <<'X'
---
name: "L'\"Élan\" <b> & Cie 😀 </script> שלום"
category: bakery
summary: "« ]]> \\ \t --> <!-- \u202e fin"
address: {street: "Rue de l'\"Égl.\" <1>"}
email: "a+b@ex.example"
location: [50.3957, 3.7783]
products: [{name: "</script><script>alert(2)</script>", price: 1}]
---
X
long=$(printf 'Très long nom %.0s' {1..60})
card merchants/long.md <<<$'---\nname: '"$long"$'\ncategory: bakery\n---'
card offers/o.md <<<$'---\ntitle: "A & B <i> \\" \x27"\nmerchant: [drole, long]\nfrom: 2026-11-01\nuntil: 2026-12-01\n---'
card events/e.md <<<$'---\ntitle: "A, B; C \\\\ <i>"\nstart: 2026-12-01\nmerchants: [drole]\n---'
built "names with quotes, brackets, emoji, from right to left, very long"
check "pages, feeds, calendars and JSON are well-formed and link to what is there" node tests/fields/links.mjs "$S" https://petit.example/
check "the graph of every page is sound" node tests/fields/jsonld.mjs "$S" https://petit.example/
page_lacks "no script comes from a name" merchants/drole/index.html '<script>alert'

# --- small and other guides ---
only() { # only LANGUAGES: a guide without merchants
	rm -rf "$C" "$S"
	card quartier.yml <<<$'quartier: 1\nname: Vide\nurl: https://vide.example/\nlanguages: '"$1"
}
only '[nl]'
built "a guide without merchants, in Dutch alone"
is_there "has its pages" index.html merchants/index.html map/index.html offers/index.html events/index.html 404.html sitemap.xml feed.xml agenda.ics merchants.geojson search.json manifest.webmanifest robots.txt _headers
is_not "and no other language's" nl fr
page_says "in Dutch" index.html '<html lang="nl"'
page_lacks "with no choice of language" index.html 'hreflang'
check "and is whole" node tests/fields/links.mjs "$S" https://vide.example/
check "with sound graphs" node tests/fields/jsonld.mjs "$S" https://vide.example/
only '[nl, fr, de, en]'
card merchants/een.md <<<$'---\nname: Eén\ncategory: bakery\n---'
built "one merchant in four languages"
page_says "the first one listed lives at /" index.html '<html lang="nl"'
for lang in fr de en; do page_says "$lang has its folder" $lang/merchants/een/index.html "<html lang=\"$lang\""; done
order=$(grep -o 'hreflang="[a-z-]*" href' "$S/merchants/een/index.html" | cut -d'"' -f2 | tr '\n' ' ')
[ "$order" = "nl fr de en x-default " ] && ok "alternates in the site's order, then x-default" || not_ok "alternates in the site's order, then x-default" "$order"
page_says "x-default is the first" fr/merchants/een/index.html 'hreflang="x-default" href="https://vide.example/merchants/een/"'
is_there "files of each language" {.,fr,de,en}/{feed.xml,agenda.ics,search.json,manifest.webmanifest,merchants/een/een.vcf,merchants/een/feed.xml,categories/bakery/feed.xml}
is_not "one 404 page, in the first language" fr/404.html
page_says "in the first language" 404.html '<html lang="nl"'
check "all of it is whole" node tests/fields/links.mjs "$S" https://vide.example/
for country in FR LU NL DE; do
	only '[fr]'
	echo "country: $country" >>"$C/quartier.yml"
	case $country in FR) phone='01 42 34 56 78' e164=+33142345678 ;; LU) phone='26 12 34 56' e164=+35226123456 ;;
		NL) phone='020 123 4567' e164=+31201234567 ;; DE) phone='030 123456' e164=+4930123456 ;; esac
	card merchants/un.md <<<$'---\nname: Un\ncategory: bakery\nphone: '"$phone"$'\naddress: {street: Rue 1, postcode: 12345, city: V}\n---'
	built "a guide in $country"
	page_says "its telephone numbers" merchants/un/index.html "tel:$e164"
	page_says "its addresses" merchants/un/index.html "\"addressCountry\":\"$country\""
done
for accent in '"#fff"' '"#000000"' '"#ffff00"' '"#9A3412"'; do
	only '[fr]'
	echo "accent: $accent" >>"$C/quartier.yml"
	built "an accent of $accent"
	check "is readable on paper, at night and under text" node tests/fields/contrast.mjs "$S"
done
finish
