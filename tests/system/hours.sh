# Opening hours end to end: tolerated spellings, check --fix, and what check says beside errors.
. "$(dirname "$0")/../lib.sh"

content=$T/content; small_content "$content"
shop() { printf -- '---\nname: Dumont\ncategory: bakery\n%s\n---\n' "$1" >"$content/merchants/dumont.md"; }
warned() { "$QUARTIER" check -q --lang en --now "$@" "$content" 2>"$T/err" >"$T/out"; }
none() { if grep -q . "$T/err"; then not_ok "$1" "$(cat "$T/err")"; else ok "$1"; fi; }

# --- check --fix --------------------------------------------------------------------------------
printf '\xef\xbb\xbf# Élise\r\nname: "Élise 🥖"   # à la une\r\ncategory: bakery\r\nhours: '"'Mon-Fri 9h-18h30; PH off'"'  # comme sur la porte\r\nfounded:   1962\r\n' >"$content/merchants/elise.yml"
cat >"$content/merchants/moulin.md" <<-'EOF'
	---
	name: Au moulin
	category: [ bakery,  cafe ]   # deux espaces
	hours:      # jour par jour
	  mo-fr:    9h-12h, 13h30-18h    # midi fermé
	  sa:       "9.00-12.00"
	  su:       [10h-12h, "14:00-16:00"]
	  ph:       closed
	---
	hours: 9h-18h30 dans le texte n'est pas un champ.
EOF
cat >"$content/merchants/bloc.md" <<-'EOF'
	---
	name: Le bloc
	category: cafe
	hours: |   # en bloc
	  lundi-vendredi 9h-18h30;
	  jours fériés fermé

	founded: 1970
	---
EOF
cat >"$content/merchants/carte.md" <<-'EOF'
	---
	{name: À la carte, category: restaurant, hours: {mo-fr: 11h30-14h, sa: 18h-23h, ph: closed}}
	---
EOF
cp -R "$content" "$T/before"
warned $NOW; cp "$T/err" "$T/first"
notes=$(grep -c 'note: hours: .*\[hours\]$' "$T/first")
[ "$notes" -ge 4 ] && ok "tolerated spellings are noted" || not_ok "tolerated spellings are noted" "$(cat "$T/first")"
says "with the canonical one" 'elise\.yml:4:.*note: .*Mo-Fr 09:00-18:30; PH off' "$T/first"
grep -qE 'warning|error' "$T/first" && not_ok "and nothing is wrong" "$(cat "$T/first")" || ok "and nothing is wrong"
[ -z "$(diff -r "$T/before" "$content")" ] && ok "check writes nothing" || not_ok "check writes nothing" "$(diff -r "$T/before" "$content")"

mkdir "$T/git" && cp -R "$content/." "$T/git" && git -C "$T/git" init -q && git -C "$T/git" add . && git -C "$T/git" commit -qm cards
exits "--fix with --rev is wrong usage" 2 "$QUARTIER" check --fix --rev HEAD "$T/git"
says "which is told" 'error: --fix writes into the cards: that needs a folder, not a commit' "$T/err"
git clone -q --bare "$T/git" "$T/bare.git"
exits "--fix of a bare repository, too" 2 "$QUARTIER" check --fix "$T/bare.git"
exits "and so is --fix for build" 2 "$QUARTIER" build --fix "$content"
exits "wrong usage beside --fix" 2 "$QUARTIER" check --fix --jobs 0 "$content"
[ -z "$(diff -r "$T/before" "$content")" ] && ok "writes nothing" || not_ok "writes nothing"

exits "--fix corrects" 0 "$QUARTIER" check --fix --lang en --now $NOW "$content"
[ ! -s "$T/err" ] && ok "what it corrected is not noted any more" || not_ok "what it corrected is not noted any more" "$(cat "$T/err")"
says "it tells what it wrote" '^merchants/elise\.yml:4: hours: "Mon-Fri 9h-18h30; PH off" is now "Mo-Fr 09:00-18:30; PH off"$' "$T/out"
says "in the map form, line by line" '^merchants/moulin\.md:5: hours\.mo-fr: "9h-12h, 13h30-18h" is now "09:00-12:00, ?13:30-18:00"$' "$T/out"
says "and how many" '^[0-9]+ corrections were written into the cards\.$' "$T/out"
warned $NOW; none "a second check is silent"
# Whatever is not the value is as it was, byte for byte.
printf '\xef\xbb\xbf# Élise\r\nname: "Élise 🥖"   # à la une\r\ncategory: bakery\r\nhours: '"'Mo-Fr 09:00-18:30; PH off'"'  # comme sur la porte\r\nfounded:   1962\r\n' >"$T/want"
cmp -s "$T/want" "$content/merchants/elise.yml" && ok "line ends, BOM, quotes and comments stay" || not_ok "line ends, BOM, quotes and comments stay" "$(diff "$T/want" "$content/merchants/elise.yml")"
cat >"$T/want" <<-'EOF'
	---
	name: Au moulin
	category: [ bakery,  cafe ]   # deux espaces
	hours:      # jour par jour
	  mo-fr:    09:00-12:00,13:30-18:00    # midi fermé
	  sa:       "09:00-12:00"
	  su:       [10:00-12:00, "14:00-16:00"]
	  ph:       closed
	---
	hours: 9h-18h30 dans le texte n'est pas un champ.
EOF
cmp -s "$T/want" "$content/merchants/moulin.md" && ok "the map form keeps its form" || not_ok "the map form keeps its form" "$(diff "$T/want" "$content/merchants/moulin.md")"
cat >"$T/want" <<-'EOF'
	---
	name: Le bloc
	category: cafe
	hours: "Mo-Fr 09:00-18:30; PH off" # en bloc

	founded: 1970
	---
EOF
cmp -s "$T/want" "$content/merchants/bloc.md" && ok "a block becomes one line" || not_ok "a block becomes one line" "$(diff "$T/want" "$content/merchants/bloc.md")"
says "in braces nothing spills" '^\{name: À la carte, category: restaurant, hours: \{mo-fr: 11:30-14:00, sa: 18:00-23:00, ph: closed\}\}$' "$content/merchants/carte.md"
[ "$(ls -A "$content/merchants" | sort | tr '\n' ' ')" = "$(ls -A "$T/before/merchants" | sort | tr '\n' ' ')" ] && ok "no other file is left behind" || not_ok "no other file is left behind" "$(ls -A "$content/merchants")"
fingerprint "$content" >"$T/was"; stat -c '%Y%i' "$content"/merchants/* >>"$T/was"
exits "--fix again finds nothing" 0 "$QUARTIER" check --fix --lang en --now $NOW "$content"
says "and says so" '^There was nothing to correct\.$' "$T/out"
{ fingerprint "$content"; stat -c '%Y%i' "$content"/merchants/*; } | cmp -s - "$T/was" && ok "and writes nothing" || not_ok "and writes nothing"
exits "--fix is quiet with -q" 0 "$QUARTIER" check -q --fix --now $NOW "$content"
[ ! -s "$T/out" ] && ok "entirely" || not_ok "entirely" "$(cat "$T/out")"

# One run, whatever the number of threads, and errors elsewhere do not stand in its way.
rm -r "$content" && cp -R "$T/before" "$content"
"$QUARTIER" check --fix --jobs 1 --lang en --now $NOW "$content" >"$T/one" 2>&1
fingerprint "$content" >"$T/was"
rm -r "$content" && cp -R "$T/before" "$content"
"$QUARTIER" check --fix --jobs 7 --lang en --now $NOW "$content" >"$T/seven" 2>&1
cmp -s "$T/one" "$T/seven" && [ "$(fingerprint "$content")" = "$(cat "$T/was")" ] && ok "threads change nothing" || not_ok "threads change nothing" "$(diff "$T/one" "$T/seven")"
rm -r "$content" && cp -R "$T/before" "$content"
sed -i 's/^founded:.*/founded: longtemps\r/' "$content/merchants/elise.yml"
exits "with an error elsewhere in the card, the exit code is that of check" 1 "$QUARTIER" check --fix --lang en --now $NOW "$content"
says "and the hours are corrected all the same" 'elise\.yml:4: hours: .* is now' "$T/out"
says "and the error is told" 'elise\.yml:5:.* error: founded' "$T/err"
rm -r "$content" && cp -R "$T/before" "$content"
# No byte can be written: the disk is full, so to speak.
{ (ulimit -f 0; exec "$QUARTIER" check --fix --lang en --now $NOW "$content" 2>&1); echo "ended with $?"; } | cat >"$T/out"
says "a full disk is the environment's failure" '^ended with 3$' "$T/out"
says "that is told" 'error: .*merchants/bloc\.md: cannot write: .*\[environment\]$' "$T/out"
[ -z "$(diff -r "$T/before" "$content")" ] && ok "and every card is as it was" || not_ok "and every card is as it was" "$(diff -r "$T/before" "$content")"
mv "$content/merchants/elise.yml" "$T/outside.yml" && ln -s ../../outside.yml "$content/merchants/elise.yml"
cp "$T/outside.yml" "$T/outside.was"
"$QUARTIER" check -q --fix --now $NOW "$content" 2>/dev/null
cmp -s "$T/outside.yml" "$T/outside.was" && [ -L "$content/merchants/elise.yml" ] && ok "a link is not followed" || not_ok "a link is not followed"
rm "$content/merchants/elise.yml"

# --- what check says beside errors ----------------------------------------------------------------
rm -r "$content" && small_content "$content"
warned $NOW; none "a card that thought of everything"
shop 'hours: "Mo-Fr 09:00-18:00,12:00-20:00; PH off"'
warned $NOW; says "hours that overlap" '^merchants/dumont\.md:4:8: warning: hours: 09:00-18:00 and 12:00-20:00 .*\[hours-overlap\]$' "$T/err"
shop 'hours: "Fr,Sa 17:30-01:00; Su 17:30-22:00; PH off"'
warned $NOW; says "a night that is cut at midnight" '^merchants/dumont\.md:4:8: warning: hours: because of "Su 17:30-22:00", .*\[hours-night\]$' "$T/err"
better=$(sed -n 's/^  hint: .*write: //p' "$T/err" | head -1)
shop "hours: \"$better\""
warned $NOW; none "and what the hint says is right"
exits "also on the page" 0 "$QUARTIER" build -q --now 2026-12-20 --base-url https://petit.example/ "$content" -o "$T/night"
says "where holidays are whole days" 'Fermé les jours fériés' "$T/night/merchants/dumont/index.html"
says "and nights are whole nights" 'data-open="56 1730-2500;7 1730-2200;20261225;20270101"' "$T/night/merchants/dumont/index.html"
shop "hours: 'Mo-Fr 09:00-18:00; Sa off \"sur demande\"; PH off'"
exits "a closed day with a remark" 0 "$QUARTIER" build -q --now $NOW --base-url https://petit.example/ "$content" -o "$T/night"
says "keeps its remark" 'samedi.*fermé \(sur demande\)' "$T/night/merchants/dumont/index.html"
shop 'hours: {fr-sa: 18:00-02:00, ph: closed}'
warned $NOW; says "in the map form, too" '\[hours-night\]$' "$T/err"
shop 'hours: "2025 Mo-Fr 09:00-18:00"'
warned $NOW; says "hours that never come" '^merchants/dumont\.md:4:8: warning: hours: .*\[hours-never\]$' "$T/err"
warned 2025-06-02; grep -q hours-never "$T/err" && not_ok "and did once" "$(cat "$T/err")" || ok "and did once"
shop 'phone: 065/12.34.56'
warned $NOW; says "no hours" '^merchants/dumont\.md:1:1: warning: hours: .*\[hours-missing\]$' "$T/err"
shop 'listed: no'
warned $NOW; none "who is not listed is not asked"
shop 'draft: yes'
warned $NOW; none "nor a draft"
warned $NOW --drafts; says "unless drafts are shown" '\[hours-missing\]$' "$T/err"
shop $'hours: "Mo-Fr 09:00-18:00; PH off"\nclosures:\n  - {from: 2026-11-02, until: 2026-11-20}'
warned $NOW; says "a closure that is over" '^merchants/dumont\.md:6:5: warning: closures: .*2026-11-20.*\[closure-past\]$' "$T/err"
warned 2026-11-20; none "but not on its last day"
shop 'hours: "Mo-Fr 09:00-18:00"'
warned 2026-12-04; none "holidays in three weeks are far"
warned 2026-12-05; says "in less they are told" '^merchants/dumont\.md:4:8: warning: hours: .*2026-12-25 \(.+\) \[hours-holiday\]$' "$T/err"
warned 2026-12-20; says "all in one message" '2026-12-25 \(.+\), 2027-01-01 \(.+\) \[hours-holiday\]$' "$T/err"
"$QUARTIER" check -q --lang fr --now 2026-12-20 "$content" 2>"$T/err"
says "in the language of the messages" '2026-12-25 \(Noël\)' "$T/err"
exits "they are no errors" 0 "$QUARTIER" check --now 2026-12-20 "$content"
exits "but warnings" 1 "$QUARTIER" check --strict --now 2026-12-20 "$content"
exits "of which build knows nothing" 0 "$QUARTIER" build --strict -q --now 2026-12-20 "$content" -o "$T/site"
[ ! -s "$T/err" ] && ok "at all" || not_ok "at all" "$(cat "$T/err")"

# --- unknown is never closed ----------------------------------------------------------------------
shop 'hours: quand le four est chaud, ou presque'
warned $NOW; says "hours that are not understood are a warning" '^merchants/dumont\.md:4:8: warning: hours: .*\[hours\]$' "$T/err"
exits "and shown" 0 "$QUARTIER" build -q --now $NOW --base-url https://petit.example/ "$content" -o "$T/site"
page=$T/site/merchants/dumont/index.html
says "word for word" 'quand le four est chaud, ou presque' "$page"
grep -qiE '>[^<]*\b(fermé|closed|gesloten)\b' "$page" && not_ok "and never as closed" "$(grep -oiE '>[^<]*\b(fermé|closed|gesloten)\b[^<]*' "$page")" || ok "and never as closed"
grep -qE 'openingHoursSpecification|data-open=' "$page" && not_ok "nor to machines" || ok "nor to machines"
exits "a strict build takes it for a warning" 1 "$QUARTIER" build -q --strict --now $NOW "$content" -o "$T/strict"
finish
