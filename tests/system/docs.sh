# The manual page, --help, README and themes/README agree with the program.
. "$(dirname "$0")/../lib.sh"

if command -v mandoc >/dev/null; then
	found=$(mandoc -T lint -W warning generator/quartier.1)
	[ -z "$found" ] && ok "the manual page is sound mdoc" || not_ok "the manual page is sound mdoc" "$found"
else
	skip "the manual page is sound mdoc" "mandoc is not installed"
fi

# Options: those of --help, those of the manual page.
"$QUARTIER" --help >"$T/usage"
commands=$(sed -n '/^Commands/,/^$/s/^  \([a-z]*\) .*/\1/p' "$T/usage")
for command in $commands; do "$QUARTIER" $command --help; done | grep -oE '^ +(-[a-zA-Z], )?--[a-z-]+' | grep -oE -- '--[a-z-]+' | sort -u >"$T/help"
grep -E '^(\.It|\.Nm|\.Fl|\.Op).*Fl' generator/quartier.1 | grep -oE 'Fl -[a-z-]+|, -[a-z-]+' | sed -E 's/^(Fl|,) -/--/' | sort -u >"$T/man"
[ -s "$T/help" ] && [ "$(cat "$T/help")" = "$(cat "$T/man")" ] && ok "the manual page has the options of --help" ||
	not_ok "the manual page has the options of --help" "$(diff "$T/help" "$T/man")"
missing=$(for command in $commands; do grep -qE "^\.(It )?Cm $command" generator/quartier.1 || echo "$command"; done)
[ -n "$commands" ] && [ -z "$missing" ] && ok "the manual page has every command" || not_ok "the manual page has every command" "$missing"
missing=$(for command in $commands; do grep -q "quartier $command" README.md || echo "$command"; done)
[ -z "$missing" ] && ok "README has every command" || not_ok "README has every command" "$missing"

# Codes of diagnostics: those in the source, those that README lists.
{ cat generator/*/*.c | tr '\n\t' '  ' | grep -oE '(diag|reader)_(error|warning|note)\([^;"]{0,120}"[a-z-]+", *_' | grep -oE '"[a-z-]+"' | tr -d '", '
  grep -hE ': (error|warning|note): ' tests/golden/messages/*.txt | grep -oE '\[[a-z-]+\]$' | tr -d '[]'; } | sort -u >"$T/codes"
sed -n '/^### The problems it reports/,/^##* [^#T]/p' README.md | grep -oE '^\| `[a-z-]+`' | tr -d '|` ' | sort -u >"$T/listed"
missing=$(comm -23 "$T/codes" "$T/listed")
[ -s "$T/codes" ] && [ -z "$missing" ] && ok "README lists every code of a diagnostic" || not_ok "README lists every code of a diagnostic" "$missing"

# The reference is made from the schema table.
if [ -x build/release/reference ]; then
	sed -n '/^<!-- reference: begin/,/^<!-- reference: end/p' README.md | sed '1d;$d' >"$T/readme-reference"
	build/release/reference >"$T/reference"
	cmp -s "$T/reference" "$T/readme-reference" && ok "README's reference is that of the schema table" ||
		not_ok "README's reference is that of the schema table (make reference)" "$(diff "$T/reference" "$T/readme-reference" | head)"
else
	not_ok "README's reference is that of the schema table" "build/release/reference was not built"
fi

# The icons that a category or a place may have: the README lists them, marche draws them.
icons=$(sed -n '/by_tag\[\]/,/^};/p;/by_schema\[\]/,/^};/p;/: "[a-z]*";$/p' generator/theme/icon.c | grep -oE '(\{|:) "[a-z-]+"' | grep -oE '[a-z-]+' | sort -u)
missing=$(for icon in $icons; do [ -f themes/marche/templates/drawings/$icon.mustache ] || echo "$icon is not drawn"
	sed -n '/^### Icons/,/^## /p' themes/README.md | grep -qwF -- "$icon" || echo "$icon is not in themes/README"; done)
[ "$(echo "$icons" | wc -l)" -gt 60 ] && [ -z "$missing" ] && ok "every icon is drawn and documented" || not_ok "every icon is drawn and documented" "$missing"

# Links between our own documents, and the files they name.
missing=$(grep -ohE '\]\([^)#:]+\)' README.md themes/README.md content-example/README.md | tr -d '])(' | sort -u |
	while read -r path; do [ -e "$path" ] || [ -e "themes/$path" ] || [ -e "content-example/$path" ] || echo "$path"; done)
[ -z "$missing" ] && ok "links in the documents lead somewhere" || not_ok "links in the documents lead somewhere" "$missing"
missing=$(grep -oE '^  make [a-z-]+' README.md | sort -u | while read -r _ target; do grep -qE "^$target:" Makefile || echo "$target"; done)
[ -z "$missing" ] && ok "README names only targets that are there" || not_ok "README names only targets that are there" "$missing"

# The example of quartier.yml and the tutorial in README build as they are written.
awk '/^```yaml title=/ { sub(/.*title=/, ""); file = $0; next } /^```/ { file = "" } file { print > (dir "/" file) }' dir="$T" README.md 2>/dev/null
mkdir -p "$T/tutorial/merchants"
if [ -f "$T/quartier.yml" ] && [ -f "$T/card.md" ]; then
	cp "$T/quartier.yml" "$T/tutorial/"; cp "$T/card.md" "$T/tutorial/merchants/boulangerie-dumont.md"
	check "README's ten minutes work as written" "$QUARTIER" build --strict --now $NOW "$T/tutorial"
else
	not_ok "README's ten minutes work as written" "no quartier.yml or card.md in README"
fi
finish
