# Photos from card to site: what becomes of them, that nothing private comes along, the cache, the messages.
. "$(dirname "$0")/../lib.sh"

photos=content-example/photos
shared=${QUARTIER_SHARED_DATA:-../shared/data}/photos
C=$T/content S=$T/site
small_content "$C"; mkdir "$C/photos"

# card FILE…: one shop with these photos.
card() {
	{ printf -- '---\nname: Photos\ncategory: bakery\nhours: "Mo-Fr 08:00-18:00; PH off"\nphotos:\n'
	  printf -- '- {file: "%s", alt: Une photo}\n' "$@"; echo '---'; } >"$C/merchants/photos.md"
}
# segment NUMBER TEXT: a segment of a JPEG.
segment() {
	local size=$((${#2} + 2))
	printf "\\xff\\x$1\\x$(printf %02x $((size / 256)))\\x$(printf %02x $((size % 256)))%s" "$2"
}
# Names, inodes and times: what was written again has others.
identities() { find "$@" -type f -printf '%p %i %T@\n' | sort; }
entries() { find "$1" -type f -path '*/1/*' | wc -l; }

# --- nothing private is published ---

# Photos with EXIF and profiles; a few of them, and one with all else that a file can carry.
mapfile -t some < <(grep -laE 'Exif|ICC_PROFILE' $photos/*.jpg | head -4)
if [ ${#some[@]} -lt 2 ]; then not_ok "photos of the example carry EXIF" "${some[*]}"; fi
cp "${some[@]}" "$C/photos"
{ head -c 2 "${some[0]}"
  segment e1 'http://ns.adobe.com/xap/1.0/ <x:xmpmeta xmlns:x="adobe:ns:meta/">PRIVATE</x:xmpmeta>'
  segment ed 'Photoshop 3.0 PRIVATE'; segment fe 'a comment: PRIVATE'
  tail -c +3 "${some[0]}"; printf 'PRIVATE trailer'; } >"$C/photos/full.jpg"
mapfile -t names < <(cd "$C/photos" && ls)
if [ -d "$shared" ]; then
	mkdir "$C/photos/shared"
	cp "$shared"/orientation/Landscape_6.jpg "$shared"/shops/rue-gps-DSCN0025.jpg "$shared"/colour/{displayp3-12mp,ycck-noprofile-gps}.jpg \
		"$shared"/png/{icc-p3,greyalpha16-icc}.png "$shared"/webp-gif-heic/icc.webp "$C/photos/shared"
	mapfile -t names < <(cd "$C/photos" && find . -type f -printf '%P\n' | sort)
else
	skip "photos of many cameras" "$shared is not there"
fi
card "${names[@]}"
exits "photos are built" 0 build "$C" -o "$S" --jobs 2
check "and published, several of each" test "$(find "$S/photos" -name '*.webp' | wc -l)" -gt "$((2 * ${#names[@]}))"
check "with a social card for each shop" test "$(find "$S/social" -name '*.jpg' | wc -l)" -ge 3
found=$(grep -rlaE 'PRIVATE|Exif|EXIF|XMP |ICCP|ICC_PROFILE|ns\.adobe|Photoshop|GPSLat' "$S/photos" "$S/social")
[ -z "$found" ] && ok "no picture holds metadata, byte by byte" || not_ok "no picture holds metadata, byte by byte" "$found"
if command -v exiftool >/dev/null; then
	exiftool -r -G0 -s "$C/photos" >"$T/before" 2>/dev/null
	exiftool -r -G0 -s "$S/photos" "$S/social" >"$T/after" 2>/dev/null
	says "exiftool sees them before" '^\[(EXIF|XMP)\]' "$T/before"
	found=$(grep -E '^\[(EXIF|XMP|ICC_Profile|IPTC|Photoshop|MakerNotes|MPF)\]|GPS' "$T/after")
	[ -z "$found" ] && ok "and not after" || not_ok "and not after" "$found"
else
	skip "no picture holds metadata, by exiftool" "exiftool is not installed"
fi
found=$(find "$S" -type f \( -name '*.png' -o -name '*.jpeg' -o -name '*.gif' -o -name '*.heic' \) -path '*/photos/*')
[ -z "$found" ] && ok "no original is published" || not_ok "no original is published" "$found"
for name in "${names[@]}"; do
	[ -z "$(find "$S" -type f -size "$(stat -c %s "$C/photos/$name")c" -exec cmp -s "$C/photos/$name" {} \; -print)" ] || not_ok "$name is not there as it was"
done

# --- the cache ---

check "the cache is in the content's folder" test -d "$C/.quartier/cache/1"
(cd "$C" && git init -q && git add -A && git status --porcelain) >"$T/out"
if grep -q '\.quartier' "$T/out"; then not_ok "and git does not see it" "$(cat "$T/out")"; else ok "and git does not see it"; fi
right=$(fingerprint "$S")
before=$(identities "$S" "$C/.quartier")
exits "built again" 0 build "$C" -o "$S"
check "nothing is written, in the site or the cache" test "$(identities "$S" "$C/.quartier")" = "$before"
"$QUARTIER" build "$C" -o "$S" --now $NOW >"$T/out" 2>&1
says "and that is told" 'nothing changed, nothing written' "$T/out"
rm -rf "$S"
before=$(identities "$C/.quartier")
exits "a site that is gone comes back" 0 build "$C" -o "$S"
check "as it was" test "$(fingerprint "$S")" = "$right"
check "and no picture is made for it" test "$(identities "$C/.quartier")" = "$before"
for jobs in 1 8; do
	exits "with --jobs $jobs and a cache elsewhere" 0 build "$C" -o "$T/jobs$jobs" --jobs $jobs --cache "$T/cache$jobs"
	check "it is the same" test "$(fingerprint "$T/jobs$jobs")" = "$right"
	check "and its cache was filled" test "$(entries "$T/cache$jobs")" -gt 20
done
check "the other one was left alone" test "$(identities "$C/.quartier")" = "$before"
rm -rf "$C/.quartier"
exits "a cache that is deleted costs time alone" 0 build "$C" -o "$T/fresh" --cache "$T/cache8"
check "the site is the same" test "$(fingerprint "$T/fresh")" = "$right"
check "--cache writes none in the content" test ! -e "$C/.quartier"
find "$T/cache8" -path '*/1/*' -type f | awk 'NR % 2' | xargs truncate -s 20
find "$T/cache8" -path '*/1/*' -type f | awk 'NR % 5 == 2' | xargs rm
rm -rf "$T/fresh"
exits "nor does one that is damaged" 0 build "$C" -o "$T/fresh" --cache "$T/cache8"
check "change the site" test "$(fingerprint "$T/fresh")" = "$right"
chmod -R a-w "$T/cache1"; chmod 755 "$T"; mkdir "$T/open"; chmod 777 "$T/open"
unprivileged=(); [ "$(id -u)" -eq 0 ] && unprivileged=(setpriv --reuid=65534 --regid=65534 --clear-groups)
if "${unprivileged[@]}" test -x "$QUARTIER" -a -r "$ROOT/themes" 2>/dev/null; then
	before=$(identities "$T/cache1")
	exits "one that is read-only is read" 0 "${unprivileged[@]}" "$QUARTIER" build "$C" -o "$T/open/site" --now $NOW -q --cache "$T/cache1"
	check "it gives the same site" test "$(fingerprint "$T/open/site")" = "$right"
	check "and stays as it is" test "$(identities "$T/cache1")" = "$before"
else
	skip "a cache that is read-only" "no other user can be had"
fi
chmod -R u+w "$T/cache1"
build "$C" -o "$T/one" --cache "$T/both" & first=$!
build "$C" -o "$T/two" --cache "$T/both"
wait $first
check "two builds at once share one" test "$(fingerprint "$T/one")$(fingerprint "$T/two")" = "$right$right"
exits "--cache wants a folder" 2 "$QUARTIER" build "$C" --cache

before=$(identities "$C"); rm -rf "$T/cache-check"
exits "check looks at photos" 0 "$QUARTIER" check "$C" --now $NOW -q --cache "$T/cache-check"
check "and writes nothing" test "$(identities "$C")$(ls -A "$T/cache-check" 2>/dev/null)" = "$before"

(cd "$C" && git add -A && git commit -qm one)
git clone -q --bare "$C" "$T/bare.git" 2>/dev/null
exits "photos are read from a commit" 0 env XDG_CACHE_HOME="$T/xdg" "$QUARTIER" build "$T/bare.git" -o "$T/of-bare" --now $NOW -q
check "of a bare repository the cache is the user's" test -d "$T/xdg/quartier/1"
check "the pictures are the same" diff -r "$S/photos" "$T/of-bare/photos"

# --- what is wrong with a photo ---

# wrong NAME PATTERN: check reports it at the photo's place.
wrong() {
	local severity=${2%%:*} code=1
	[ "$severity" = error ] || code=0
	card "$1"
	exits "$1 is told" $code "$QUARTIER" check "$C" --now $NOW -q
	says "at its place, in words" "^merchants/photos\.md:6:10: $2.* \[photo\]" "$T/err"
	[ $code -eq 0 ] || { exits "and nothing is published" 1 build "$C" -o "$S"; check "the site is as before" test "$(fingerprint "$S")" = "$right"; }
}
rm -rf "$C/photos/shared"
cp "${some[1]}" "$C/photos/whole.jpg"
size=$(stat -c %s "${some[1]}")
printf 'GIF89a' >"$C/photos/torn.gif"
printf '<svg xmlns="http://www.w3.org/2000/svg"/>' >"$C/photos/drawing.png"
printf 'Bonjour' >"$C/photos/letter.jpg"
head -c 400 "${some[1]}" >"$C/photos/start.jpg"
head -c $((size / 2)) "${some[1]}" >"$C/photos/half.jpg"
head -c $((size * 98 / 100)) "${some[1]}" >"$C/photos/nearly.jpg"
printf '%%PDF-1.4\n' >"$C/photos/flyer.jpg"
wrong torn.gif 'error: torn\.gif is damaged'
wrong drawing.png 'error: drawing\.png is a file of type SVG'
wrong letter.jpg 'error: letter\.jpg is not a picture'
wrong start.jpg 'error: start\.jpg is damaged'
wrong half.jpg 'error: half\.jpg is damaged: only [0-9]+ %'
wrong nearly.jpg 'warning: nearly\.jpg is damaged: 9[0-9] % of the picture is there'
wrong flyer.jpg 'error: flyer\.jpg is a file of type PDF'
wrong whol.jpg 'error: photos\[1\]\.file: there is no file "whol.jpg"'
says "the nearest name is offered" 'did you mean "whole.jpg"' "$T/err"
cat >>"$C/quartier.yml" <<<'limits: {photo-pixels: 1000}'
wrong whole.jpg 'error: whole\.jpg has more than 0 megapixels'
sed -i '$s/.*/limits: {photo-bytes: 1000}/' "$C/quartier.yml"
wrong whole.jpg 'error: whole\.jpg is larger than 0 MiB'
sed -i '$d' "$C/quartier.yml"
card whole.jpg
exits "a photo that no card names is a note" 0 "$QUARTIER" check "$C" --now $NOW -q --strict
says "with its name" '^photos/half\.jpg: note: .* \[photo-unused\]' "$T/err"
if grep -q '^photos/whole\.jpg' "$T/err"; then not_ok "one that is named is none"; else ok "one that is named is none"; fi
sed -i 's/, alt: Une photo//' "$C/merchants/photos.md"
exits "a photo without alt is a warning" 1 "$QUARTIER" check "$C" --now $NOW -q --strict
says "with what to write" 'hint: .*\{file: whole.jpg, alt: ' "$T/err"

if [ -d "$shared" ]; then
	# What is left of each: nothing, too little, nearly all.
	for case in 'bad-exif.jpg|error: .* is damaged: only' 'broken-idat.png|error: .* is damaged: only' 'corrupt-header.jpg|error: .* is damaged and cannot' \
		'truncated-6mp.jpg|error: .* is damaged: only' 'truncated-small.jpg|warning: .* is damaged: 9' 'truncated.png|error: .* is damaged: only' \
		'truncated_image.png|error: .* is damaged: only' 'ultrahdr-truncated.jpg|error: .* is damaged: only'; do
		cp "$shared/broken/${case%%|*}" "$C/photos"
		wrong "${case%%|*}" "${case#*|}"
	done
	cp "$shared"/webp-gif-heic/animated.* "$C/photos"
	wrong animated.gif 'note: animated\.gif is animated'
	wrong animated.webp 'note: animated\.webp is animated'
	cp "$shared/webp-gif-heic/iphone7-displayp3.heic" "$C/photos"
	card iphone7-displayp3.heic
	if "$QUARTIER" check "$C" --now $NOW -q >/dev/null 2>"$T/err"; then
		ok "HEIC is read where libheif was there"
	else
		says "HEIC is an error that says how to export" 'JPEG' "$T/err"
	fi
else
	skip "damaged photos from elsewhere" "$shared is not there"
fi

# --- a picture in a text ---

cp "$C/merchants/livres.md" "$T/livres.md"
printf '\n![Une devanture](whole.jpg)\n' >>"$C/merchants/livres.md"; card full.jpg
exits "a text may show a picture" 0 build "$C" -o "$S" --base-url https://petit.example/guide/
says "in the sizes that were made, below the site's path" '<img src="?/guide/photos/whole-[0-9]+\.[0-9a-f]{10}\.webp"? srcset=' "$S/merchants/livres/index.html"
while read -r path; do [ -f "$S/${path#/guide/}" ] || not_ok "$path is there"; done \
	< <(grep -oE '/guide/photos/whole-[0-9]+\.[0-9a-f]+\.webp' "$S/merchants/livres/index.html")
cp "$T/livres.md" "$C/merchants/livres.md"

# --- a flyer that is a PDF ---

rm -rf "$C/photos"; mkdir "$C/photos"; rm "$C/merchants/photos.md"
{ printf '%%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n'
  printf '3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /Contents 4 0 R>> endobj\n'
  printf '4 0 obj <</Length 27>> stream\n1 0 0 rg 0 0 200 300 re f  \nendstream endobj\ntrailer <</Size 5 /Root 1 0 R>>\n%%%%EOF\n'; } >"$C/photos/Soldes d'été.pdf"
cat >"$C/offers/soldes.md" <<-'EOF'
	---
	title: Soldes
	merchant: pain
	from: 2026-11-01
	until: 2026-12-01
	flyer: Soldes d'été.pdf
	---
	EOF
exits "a flyer may be a PDF" 0 build "$C" -o "$S"
pdf=$(find "$S/flyers" -name 'soldes-d-ete.??????????.pdf')
check "it is published as it is" cmp "$pdf" "$C/photos/Soldes d'été.pdf"
check "and a page links to it" grep -rq "flyers/${pdf##*/}" "$S" --include=index.html
printf 'Bonjour' >"$C/photos/Soldes d'été.pdf"
exits "what is none is no flyer" 1 build "$C" -o "$S"
says "and is told" '^offers/soldes\.md:6:8: error: .* is not a PDF that can be read \[photo\]' "$T/err"
finish
