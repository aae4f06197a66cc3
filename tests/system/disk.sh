# A full disk, a folder that is not ours, a second build: exit 3, and the old site stays.
. "$(dirname "$0")/../lib.sh"

content=$T/content site=$T/web/site
small_content "$content"; mkdir "$T/web"
build "$content" -o "$site"; old=$(fingerprint "$site")
sed -i 's/Livres/Bouquins/' "$content/merchants/livres.md"
unchanged() { [ "$(fingerprint "$site")" = "$old" ] && [ "$(ls -A "$T/web")" = site ]; }

small_files() { (ulimit -f 1; build "$content" -o "$site"); }
exits "a limit on file sizes ends with 3" 3 small_files
says "and says what cannot be written" 'error: .*: .*\[environment\]' "$T/err"
check "the old site stays, without litter" unchanged

mkdir "$T/small"
if mount -t tmpfs -o size=3m tmpfs "$T/small" 2>/dev/null; then
	small_content "$T/little"
	build "$T/little" -o "$T/small/site" >/dev/null 2>&1
	before=$(fingerprint "$T/small/site")
	for i in $(seq 300); do
		sed "s/Livres & Cie/Livres numéro $i/" "$T/little/merchants/livres.md" >"$T/little/merchants/livres-$i.md"
	done
	exits "a full disk ends with 3" 3 build "$T/little" -o "$T/small/site"
	says "and says so" '[Nn]o space left' "$T/err"
	[ "$(fingerprint "$T/small/site")" = "$before" ] && ok "the site on the full disk is the old one" || not_ok "the site on the full disk is the old one"
	umount "$T/small"
else
	skip "a full disk ends with 3" "mounting a tmpfs is not allowed here; the limit on file sizes stands in for it"
fi

mkdir "$T/foreign" && echo precious >"$T/foreign/thesis.txt"
exits "a folder that quartier did not write is never replaced" 3 build "$content" -o "$T/foreign"
[ "$(cat "$T/foreign/thesis.txt")" = precious ] && ok "and nothing in it is touched" || not_ok "and nothing in it is touched"
exits "the content itself is such a folder" 3 build "$content" -o "$content"
mkdir "$T/blank" && check "an empty folder may be used" build "$content" -o "$T/blank"
echo file >"$T/a-file" && exits "a file is no folder" 3 build "$content" -o "$T/a-file"

stamp() { find "$site" -printf '%p %i %T@ %C@\n' | sort; }
build "$content" -o "$site"; first=$(stamp)
build "$content" -o "$site"
[ "$(stamp)" = "$first" ] && ok "a rebuild of the same writes nothing at all" || not_ok "a rebuild of the same writes nothing at all"
inode=$(stat -c %i "$site/merchants/pain/index.html")
sed -i 's/Du pain/Du vrai pain/' "$content/merchants/pain.md"; inode_other=$(stat -c %i "$site/legal/index.html")
build "$content" -o "$site"
[ "$(stat -c %i "$site/legal/index.html")" = "$inode_other" ] && ok "what did not change is linked, not rewritten" || not_ok "what did not change is linked, not rewritten"
[ "$(stat -c %i "$site/merchants/pain/index.html")" != "$inode" ] && ok "what changed is written" || not_ok "what changed is written"

echo 'name: [' >"$content/merchants/bad.yml"; old=$(fingerprint "$site")
exits "content with an error ends with 1" 1 build "$content" -o "$site"
check "and the old site stays" unchanged
rm "$content/merchants/bad.yml"

exec 9<"$T"; mkdir "$T/web2"
(for i in 1 2 3 4 5 6; do "$QUARTIER" build "$content" -q --now "$NOW" -o "$T/web2/site" 2>>"$T/raced" & done; wait)
check "after six builds at once the site is whole" build "$content" -o "$T/web2/site"
[ "$(fingerprint "$T/web2/site")" = "$(fingerprint "$site")" ] && [ "$(ls -A "$T/web2")" = site ] &&
	ok "and no litter is left" || not_ok "and no litter is left" "$(ls -A "$T/web2")"
finish
