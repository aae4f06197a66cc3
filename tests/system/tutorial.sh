# The tutorial of themes/README.md works as it is written: its commands and templates, with only the folder changed.
. "$(dirname "$0")/../lib.sh"

# The indented block that begins with the line $1, without its indent, /tmp/ becoming our own folder.
block() {
	awk -v first="$1" '
		index($0, "    " first) == 1 { inside = 1 }
		inside && !/^    / && !/^$/ { exit }
		inside { sub(/^    /, ""); print }' themes/README.md | sed "s#/tmp/#$T/#g"
}
# A folder without git: a shallow clone of ours would warn, for its own sake.
cp -r content-example "$T/example" && rm -rf "$T/example/site"
site() { "$QUARTIER" build "$T/example" --strict -q --now $NOW --theme "$T/mine" -o "$T/site"; }
PATH=$(dirname "$QUARTIER"):$PATH

eval "$(block 'cp -r themes/marche' | grep -v '^quartier serve')"
check "a copy of marche builds" site
eval "$(block "sed -i 's/--paper")"
grep -q -- '--paper: #f2f6f7' "$T/mine/assets/style.css" && grep -q -- '--serif: system-ui' "$T/mine/assets/style.css" &&
	ok "colours and letters are where the tutorial says" || not_ok "colours and letters are where the tutorial says"
block '<li class="card"' >"$T/mine/templates/card.mustache"
check "its card builds" site
summary=$(sed -n 's/^summary: //p' content-example/merchants/encre-noire.md)
[ -n "$summary" ] && grep -qF "class=\"card-kind\">$summary" "$T/site/merchants/index.html" &&
	ok "and shows the summary" || not_ok "and shows the summary"
eval "$(block "echo 'motto:")"
sed -i '1i <p class="wrap">{{t.motto}}</p>' "$T/mine/templates/footer.mustache"
"$QUARTIER" build "$T/example" -q --now $NOW --theme "$T/mine" -o "$T/site" 2>"$T/err"
grep -q 'Bien servi, près de chez vous' "$T/site/index.html" && ok "a text of one's own is shown" || not_ok "a text of one's own is shown"
says "and what a language lacks is said" 'motto' "$T/err"
sed -i 's/{{>plate}}/{{>crad}}/' "$T/mine/templates/card.mustache"
exits "a mistake is an error" 1 site
says "with file, line and column" 'card\.mustache:[0-9]+:[0-9]+: error: .*crad' "$T/err"

# Another theme wants other widths: of small pictures they are made at once.
small=$(find "$T/site/photos" -name '*-320.*.webp' | sort | head -1)
for photo in "$T"/example/photos/*.*; do
	case $photo in *.pdf) ;; *) cp "$small" "$photo" ;; esac
done
bash -e -c "$(block 'mkdir -p /tmp/bare' | grep -v '^quartier build')" 2>"$T/err" || not_ok "a theme from nothing" "$(cat "$T/err")"
check "a theme from nothing builds" "$QUARTIER" build "$T/example" -q --now $NOW --theme "$T/bare" -o "$T/bare-site"
grep -q 'href="/merchants/boulangerie-du-bief/"' "$T/bare-site/merchants/index.html" && ok "and links every merchant" || not_ok "and links every merchant"

# Kept in the content repository, and single files over a theme.
cp -r content-example "$T/content" && rm -rf "$T/content/site" && mkdir -p "$T/content/themes" "$T/over/theme/templates"
sed -i 's/{{>crad}}/{{>plate}}/' "$T/mine/templates/card.mustache" && cp -r "$T/mine" "$T/content/themes/mine"
sed -i '/^theme:/d' "$T/content/quartier.yml" && echo 'theme: themes/mine' >>"$T/content/quartier.yml"
check "a theme in the content builds" "$QUARTIER" build "$T/content" -q --now $NOW -o "$T/kept"
small_content "$T/over" && echo '<footer>Pied à nous</footer>' >"$T/over/theme/templates/footer.mustache"
check "a single file over the theme builds" build "$T/over" -o "$T/over-site"
says "and replaces the theme's" 'Pied à nous' "$T/over-site/index.html"
finish
