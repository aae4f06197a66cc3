# quartier new: a card of each kind that is sound as it stands, asked for on a terminal, never in place of another.
. "$(dirname "$0")/../lib.sh"

guide=$T/guide
small_content "$guide"
cat >>"$guide/quartier.yml" <<-'EOF2'
	place: {city: Valmoulin, postcode: "7376"}
EOF2
new() { "$QUARTIER" new --now $NOW -C "$guide" "$@"; }
sound() { "$QUARTIER" check --strict --now $NOW "$guide"; }
drafts() { "$QUARTIER" check --drafts --now $NOW "$guide"; }

# ---- on a pipe ----
for kind in merchant offer event news page place route; do
	exits "new $kind" 0 new $kind "L'Été à $kind"
	card=$(ls "$guide"/*/l-ete-a-$kind.md)
	says "  says where the card is" "/l-ete-a-$kind\.md: a new card" "$T/out"
	says "  has its name" "^(name|title): L'Été à $kind$" "$card"
	says "  waits as a draft" '^draft: yes ' "$card"
	exits "  passes check --strict" 0 sound
	exits "  and has no error when it is shown" 0 drafts
	says "  speaks the site's language" '^# Une ligne qui commence par #' "$card"
	sed -E '/^draft: /d; s/^# ([a-z-]+: .*)/\1/; s/^draft: no//' "$card" | sed '/^\(photos\|flyer\|osm\|place\|merchants\): /d; /^merchant: dumont/d' >"$guide/${card#"$guide/"}.all"
	mv "$guide/${card#"$guide/"}.all" "${card%.md}-all.md"
	exits "  and with every example taken in" 0 drafts
	rm "${card%.md}-all.md"
done
says "an offer has days and an end" '^until: 2026-12-21 ' "$guide/offers/l-ete-a-offer.md"
says "an event is on a Saturday to come" '^start: 2026-11-28 ' "$guide/events/l-ete-a-event.md"
says "news are of today" '^date: 2026-11-21 ' "$guide/news/l-ete-a-news.md"
says "a walk goes by what is there" '^stops: \[l-ete-a-merchant, livres\] ' "$guide/routes/l-ete-a-route.md"
says "addresses are of the guide's place" '^# address: \{street: .*, postcode: "7376", city: Valmoulin\}' "$guide/merchants/l-ete-a-merchant.md"
exits "the folder's name is the kind's, too" 0 new merchants 'Au pluriel'
for lang in nl de en fr; do exits "comments in $lang" 0 new page "Lang $lang" --lang $lang; done
says "as --lang says" '^# Een regel die met #' "$guide/pages/lang-nl.md"
exits "a hostile name" 0 new merchant $'": {x\n#y'
says "is YAML" "^name: '\": \\{x #y'\$" "$guide/merchants/x-y.md"
exits "and sound" 0 sound
exits "a long one" 0 new page "$(printf 'mot %.0s' $(seq 40))"
[ "$(find "$guide/pages" -name 'mot-*.md' -printf '%f\n' | wc -c)" -le 68 ] && ok "is cut to a file's name" || not_ok "is cut to a file's name"
exits "twice" 3 new page "$(printf 'mot %.0s' $(seq 40))"
says "has another one that is free" 'mot-mot-[a-z-]+-2 is free' "$T/err"
exits "quiet is quiet" 0 new -q page Silence
[ ! -s "$T/out" ] && [ ! -s "$T/err" ] && ok "and prints nothing" || not_ok "and prints nothing"
"$QUARTIER" build -q --now $NOW "$guide" && [ ! -e "$guide/site/pages/silence" ] && [ ! -e "$guide/site/silence" ] && ok "drafts are not on the site" || not_ok "drafts are not on the site"

# ---- what is there stays ----
before=$(fingerprint "$guide")
exits "a card is not written over another" 3 new merchant "Pain"
says "and the next name is told" 'pain-2 is free: quartier new merchant "Pain 2"' "$T/err"
touch "$guide/merchants/pain-2.yml" "$guide/places/pain-3.md" "$guide/merchants/pain-4.nl.md"
exits "cards without text, places and translations count" 3 new merchant "PAIN"
says "too" 'pain-5 is free' "$T/err"
exits "a place is not named like a shop" 3 new place "Pain"
rm "$guide/merchants/pain-2.yml" "$guide/places/pain-3.md" "$guide/merchants/pain-4.nl.md"
[ "$(fingerprint "$guide")" = "$before" ] && ok "nothing was written" || not_ok "nothing was written"
exits "an offer may be" 0 new offer "Pain"

# ---- wrong usage ----
exits "a kind that is none" 2 new marchant X
says "has a hint" 'did you mean "quartier new merchant"' "$T/err"
exits "quartier.yml is no card" 2 new config X
exits "a name is needed" 2 new merchant
exits "one with something in it" 2 new merchant ' '
exits "and with letters" 2 new merchant '···'
exits "in UTF-8" 2 new merchant $'\xff'
exits "a commit is not written to" 2 new merchant X --rev HEAD
exits "there must be a folder" 2 "$QUARTIER" new merchant X -C "$T/nowhere"
mkdir "$T/blank"
exits "with a guide in it" 1 "$QUARTIER" new merchant X -C "$T/blank"
[ -z "$(ls -A "$T/blank")" ] && ok "else nothing is made" || not_ok "else nothing is made"
printf -- '---\nname: [\n---\n' >"$guide/merchants/broken.md"
exits "a broken card is no hindrance for a new one" 0 new merchant "Après la casse"
rm "$guide/merchants/broken.md"
(cd "$guide" && exits "the current folder is the default" 0 "$QUARTIER" new page Ici) && [ -f "$guide/pages/ici.md" ] && ok "for its folder, too" || not_ok "for its folder, too"
ln -s "$T/blank" "$guide/news2"; mv "$guide/news" "$guide/_news"; ln -s "$T/blank" "$guide/news"
exits "a link out of the guide is not followed" 3 new news Dehors
[ -z "$(ls -A "$T/blank")" ] && ok "nothing is written behind it" || not_ok "nothing is written behind it"
rm "$guide/news" "$guide/news2"; mv "$guide/_news" "$guide/news"

# ---- on a terminal ----
# asked NAME CODE LINES COMMAND…: types the lines, one after each question.
asked() {
	local name=$1 want=$2 lines=$3; shift 3
	printf '%b' "$lines" | script -qec "$(printf '%q ' "$@")" /dev/null >"$T/out" 2>&1
	local code=$?
	[ $code -eq "$want" ] && ok "$name" || not_ok "$name" "$code, not $want" "$(tail -20 "$T/out")"
}
# What a card says, without comments and empty lines.
said() { grep -v '^#' "$1" | grep .; }
is_said() { [ "$(said "$2")" = "$3" ] && ok "$1" || not_ok "$1" "$(said "$2")" "instead of" "$3"; }
if script -qec true /dev/null </dev/null >/dev/null 2>&1; then
	asked "a merchant is asked for" 0 'bakery, pastry\nDu pain : du bon\nRue Haute 3\n7000\nAilleurs\n065 12 34 56\n\n\n"lun-ven 9h-18h30"\n[cash, visa]\n\n' "$QUARTIER" new merchant 'Chez Élise' -C "$guide" --lang en
	is_said "and is what was said" "$guide/merchants/chez-elise.md" "---
name: Chez Élise
category: [bakery, pastry]
summary: \"Du pain : du bon\"
address: {street: Rue Haute 3, postcode: \"7000\", city: Ailleurs}
phone: 065 12 34 56
hours: \"Mo-Fr 09:00-18:30\"
payment: [cash, visa]
---"
	says "the default of the guide was offered" 'address.postcode \[7376\]' "$T/out"
	asked "wrong answers are asked again" 0 '\nboulangerie\n\n\n065 / 3\n+32 65 12 34 56\nx\nx@y.example\nnot a site\n\nMo 25:00-26:00\nMo 09:00-12:00\nbare gold\ncash\n\n' "$QUARTIER" new merchant 'Deux fois' -C "$guide" --lang en
	says "with what is wrong" '"065 / 3" is not a phone number' "$T/out"
	says "at each" '"x" is not an e-mail address' "$T/out"
	says "required ones are needed" 'this one is needed' "$T/out"
	is_said "until they are right" "$guide/merchants/deux-fois.md" "---
name: Deux fois
category: boulangerie
phone: +32 65 12 34 56
email: x@y.example
hours: \"Mo 09:00-12:00\"
payment: [cash]
---"
	asked "a word that nobody knows passes when it is said twice" 0 'bakry\nbakry\n\n\n\n\n\n\n\n\n' "$QUARTIER" new merchant Têtu -C "$guide" --lang en
	says "but is told" 'did you mean "bakery"' "$T/out"
	says "and is kept" '^category: bakry$' "$guide/merchants/tetu.md"
	rm "$guide/merchants/tetu.md"
	asked "an offer takes names of cards that are there" 0 'nobody\npain, livres\n\n\n5\n4\n6\n\n' "$QUARTIER" new offer 'Deux pour un' -C "$guide" --now $NOW --lang en
	says "and says which is not" 'there is no card "nobody"' "$T/out"
	is_said "its days are proposed" "$guide/offers/deux-pour-un.md" "---
title: Deux pour un
merchant: [pain, livres]
from: 2026-11-21
until: 2026-12-21
price: 5
was: 6
---"
	asked "an end before the start is none" 0 'all\n2026-12-01\n2026-11-01\n2026-12-05\n\n\n\n' "$QUARTIER" new offer 'Avant' -C "$guide" --now $NOW --lang en
	says "and asked again" '^until: 2026-12-05$' "$guide/offers/avant.md"
	asked "an event" 0 'demain\n2026-12-12 14:00\n\nnulle-part\n\nGrand-Place\n0\n\n' "$QUARTIER" new event 'Fête' -C "$guide" --lang en
	says "begins when it was said" '^start: 2026-12-12 14:00$' "$guide/events/fete.md"
	asked "news" 0 '\n\n' "$QUARTIER" new news 'Du neuf' -C "$guide" --now $NOW --lang en
	says "have a date" '^date: 2026-11-21$' "$guide/news/du-neuf.md"
	asked "a page" 0 'x\n3\n' "$QUARTIER" new page 'À propos' -C "$guide" --lang fr
	says "has its place in the menu" '^menu: 3$' "$guide/pages/a-propos.md"
	asked "a place" 0 'parking\n\n50.39, 3.77\nGratuit\n' "$QUARTIER" new place 'Le parking' -C "$guide" --lang en
	says "has coordinates" '^location: \[50.39, 3.77\]$' "$guide/places/le-parking.md"
	asked "a walk" 0 'pain, le-parking\n' "$QUARTIER" new route 'Le tour' -C "$guide" --lang en
	says "has stops of both kinds" '^stops: \[pain, le-parking\]$' "$guide/routes/le-tour.md"
	asked "in French, as far as the program speaks it" 0 'bakery\n\n\n\n\n\n\n\n\n' "$QUARTIER" new merchant 'En français' -C "$guide" --lang fr
	says "the question is the schema's" "^Catégorie" "$T/out"
	exits "all of them are sound" 0 drafts
	asked "Ctrl-D writes nothing" 130 'bakery\n\004' "$QUARTIER" new merchant 'Abandon' -C "$guide" --lang en
	[ ! -e "$guide/merchants/abandon.md" ] && ok "and the card is not there" || not_ok "and the card is not there"
else
	skip "questions on a terminal" "script of util-linux is not installed"
fi

# ---- export json-schema ----
exits "export json-schema needs no content" 0 "$QUARTIER" export json-schema --lang nl -o "$T/schema.json"
check "it has all kinds, in the language asked for" node -e '
	const s = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
	const kinds = Object.keys(s.definitions).sort().join();
	if (kinds !== "config,event,merchant,news,offer,page,place,route") throw new Error(kinds);
	if (s.definitions.merchant.properties.hours.title !== "Openingsuren") throw new Error(s.definitions.merchant.properties.hours.title);
	const words = JSON.stringify(s.definitions.merchant.properties.category);
	if (!words.includes("\"bakery\"")) throw new Error(words);' "$T/schema.json"
if python3 -c 'import yaml, jsonschema' 2>/dev/null; then
	check "every card of the example is valid by it" python3 -W ignore - "$T/schema.json" <<-'EOF2'
		import glob, json, os, sys, jsonschema, yaml
		schema = json.load(open(sys.argv[1]))
		class Loader(yaml.SafeLoader): pass # as editors read YAML 1.2: dates are texts
		Loader.yaml_implicit_resolvers = {c: [r for r in rows if not r[0].endswith("timestamp")] for c, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()}
		kinds = dict(merchants="merchant", offers="offer", events="event", news="news", pages="page", places="place", routes="route")
		count = 0
		for path in ["content-example/quartier.yml"] + glob.glob("content-example/*/*.md") + glob.glob("content-example/*/*.yml"):
		    kind = "config" if path.endswith("quartier.yml") else kinds.get(path.split("/")[1])
		    if kind is None or os.path.basename(path).count(".") > 1: continue # translations need not be whole
		    text = open(path).read()
		    data = yaml.load(text.split("---\n")[1] if path.endswith(".md") else text, Loader)
		    for error in jsonschema.Draft7Validator(schema["definitions"][kind]).iter_errors(data):
		        sys.exit(f"{path}: {list(error.path)}: {error.message[:200]}")
		    count += 1
		assert count > 60, count
	EOF2
else
	skip "every card of the example is valid by it" "python3 with yaml and jsonschema is not installed"
fi
finish
