# make deb: a package with what Debian expects of one, whose program works where it is unpacked, and the same bytes twice.
. "$(dirname "$0")/../lib.sh"

if ! command -v dpkg-deb >/dev/null || ! command -v dpkg-shlibdeps >/dev/null; then
	skip "a Debian package" "dpkg-dev is not installed"
	finish
fi
version=$(sed -n 's/^VERSION = //p' Makefile)
export SOURCE_DATE_EPOCH=1800000000
exits "make deb succeeds" 0 make -s deb DEB="$T/first.deb"
[ -s "$T/first.deb" ] || finish
field() { dpkg-deb -f "$T/first.deb" "$1"; }
is() { [ "$2" = "$3" ] && ok "$1" || not_ok "$1" "\"$2\" is not \"$3\""; }

# ---- what it says of itself ----
is "it is of this version" "$(field Package) $(field Version)" "quartier $version"
is "and for this machine" "$(field Architecture)" "$(dpkg --print-architecture)"
for library in libc6 libgit2- libyaml-0-2 libpango tzdata fonts-dejavu-core; do
	says "it depends on $library" "(^|, )$library" <(field Depends)
done
field Depends | grep -q 'libjs-leaflet\|-dev' && not_ok "but on nothing that only its making needs" "$(field Depends)" || ok "but on nothing that only its making needs"
missing=$(field Depends | tr ',' '\n' | sed 's/(.*//; s/ //g' | while read -r name; do dpkg -s "$name" >/dev/null 2>&1 || echo "$name"; done)
is "all of which are packages that are here" "$missing" ""
is "git is recommended" "$(field Recommends)" git
says "somebody answers for it" '^[^<]+ <[^@ ]+@[^@ ]+>$' <(field Maintainer)
[ "$(field Installed-Size)" -gt 500 ] && ok "its size is told" || not_ok "its size is told" "$(field Installed-Size)"
dpkg-deb -c "$T/first.deb" >"$T/list"
is "all is root's" "$(awk '$2 != "root/root"' "$T/list")" ""
is "and nobody else may write" "$(awk '$1 !~ /^(drwxr-xr-x|-rwxr-xr-x|-rw-r--r--)$/' "$T/list")" ""
is "of one moment" "$(awk '{ print $4, $5 }' "$T/list" | sort -u)" "2027-01-15 08:00"
is "below /usr" "$(awk '$6 !~ /^\.\/(usr\/.*)?$/' "$T/list")" ""

# ---- unpacked ----
root=$T/root
check "it unpacks" dpkg-deb -x "$T/first.deb" "$root"
dpkg-deb -e "$T/first.deb" "$T/control"
check "its checksums are right" env -C "$root" md5sum -c --quiet --strict "$T/control/md5sums"
is "and whole" "$(wc -l <"$T/control/md5sums")" "$(find "$root" -type f | wc -l)"
for file in usr/share/man/man1/quartier.1.gz usr/share/doc/quartier/changelog.gz; do
	check "$file is compressed" gzip -t "$root/$file"
done
zcat "$root/usr/share/doc/quartier/changelog.gz" >"$T/changelog"
is "the changelog is one" "$(dpkg-parsechangelog -l "$T/changelog" -S Version 2>"$T/err")$(cat "$T/err")" "$version"
says "the licence is there" '^License: Expat$' "$root/usr/share/doc/quartier/copyright"
says "and Leaflet's" '^License: BSD-2-clause$' "$root/usr/share/doc/quartier/copyright"
for file in bash-completion/completions/quartier zsh/vendor-completions/_quartier fish/vendor_completions.d/quartier.fish \
	locale/fr/LC_MESSAGES/quartier.mo doc/quartier/examples/post-receive quartier/themes/marche/theme.yml; do
	[ -s "$root/usr/share/$file" ] && ok "it has $file" || not_ok "it has $file"
done
readelf -S "$root/usr/bin/quartier" | grep -q '\.debug_info' && not_ok "the program is stripped" || ok "the program is stripped"
installed=$root/usr/bin/quartier
exits "it runs from there" 0 "$installed" --version
says "and knows its version" "^quartier $version" "$T/out"
unset SOURCE_DATE_EPOCH
exits "it makes a guide" 0 env -C / "$installed" init -q "$T/guide" --lang fr
exits "and its site, with its own theme" 0 env -C / -u QUARTIER_THEMES "$installed" build -q --strict "$T/guide"
[ -s "$T/guide/site/merchants/index.html" ] && ok "which is there" || not_ok "which is there"
mv "$root/usr/share/quartier" "$root/usr/share/elsewhere"
exits "that theme, and no other" 3 env -u QUARTIER_THEMES "$installed" build -q "$T/guide"

# ---- by Debian's own judge, and again ----
if command -v lintian >/dev/null; then
	lintian --fail-on error,warning "$T/first.deb" >"$T/lintian" 2>/dev/null && ok "lintian finds nothing" || not_ok "lintian finds nothing" "$(cat "$T/lintian")"
else
	skip "lintian finds nothing" "lintian is not installed"
fi
(umask 077; TZ=Asia/Tokyo LC_ALL=C make -s deb DEB="$T/second.deb" SOURCE_DATE_EPOCH=1800000000 >"$T/out" 2>&1)
cmp "$T/second.deb" "$T/first.deb" >"$T/out" && ok "made again, by another clock and umask, it is the same bytes" || not_ok "made again, by another clock and umask, it is the same bytes" "$(cat "$T/out")"
finish
