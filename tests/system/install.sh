# make install: a program that finds its themes and catalogues wherever it was put, and completions that shells take.
. "$(dirname "$0")/../lib.sh"

check "make install succeeds" make -s install DESTDIR="$T/root" PREFIX=/opt/quartier
root=$T/root/opt/quartier
for file in bin/quartier share/man/man1/quartier.1 share/quartier/themes/marche/theme.yml share/locale/fr/LC_MESSAGES/quartier.mo \
	share/doc/quartier/examples/{nginx.conf,Caddyfile,apache.conf,README.md} \
	share/bash-completion/completions/quartier share/zsh/site-functions/_quartier share/fish/vendor_completions.d/quartier.fish; do
	[ -s "$root/$file" ] && ok "$file is installed" || not_ok "$file is installed"
done
small_content "$T/content"
(cd / && check "the installed program builds" "$root/bin/quartier" build --now $NOW "$T/content" -o "$T/site")
[ -s "$T/site/index.html" ] && ok "with the installed theme" || not_ok "with the installed theme"
"$root/bin/quartier" --help --lang fr >"$T/help"
says "and speaks French" 'commande|Utilisation' "$T/help"
check "bash takes the completions" bash -n "$root/share/bash-completion/completions/quartier"
bash -c '. "$1"; COMP_WORDS=(quartier bu); COMP_CWORD=1; _quartier; [ "${COMPREPLY[*]}" = build ]' - "$root/share/bash-completion/completions/quartier" &&
	ok "and completes a command" || not_ok "and completes a command"
bash -c '. "$1"; COMP_WORDS=(quartier build --str); COMP_CWORD=2; _quartier; [ "${COMPREPLY[*]}" = --strict ]' - "$root/share/bash-completion/completions/quartier" &&
	ok "and an option" || not_ok "and an option"
for shell in zsh fish; do
	file=$root/share/zsh/site-functions/_quartier
	[ $shell = fish ] && file=$root/share/fish/vendor_completions.d/quartier.fish
	if command -v $shell >/dev/null; then check "$shell takes the completions" $shell -n "$file"; else skip "$shell takes the completions" "$shell is not installed"; fi
done
# Everything that was put there, by whom and how: nothing only its owner may read, nothing that is not to be run.
is() { [ "$2" = "$3" ] && ok "$1" || not_ok "$1" "\"$2\" is not \"$3\""; }
is "everybody may read it" "$(find "$T/root" ! -perm -444)" ""
is "only the program and the hook are to be run" "$(cd "$root" && find . -type f -perm /111 | sort | tr '\n' ' ')" "./bin/quartier "
for sample in generator/samples/*; do
	cmp -s "$sample" "$root/share/doc/quartier/examples/${sample##*/}" && ok "the sample ${sample##*/} is installed" || not_ok "the sample ${sample##*/} is installed"
done
is "all themes are" "$(cd themes && find . -type f | sort)" "$(cd "$root/share/quartier/themes" && find . -type f | sort)"

# Other folders, and without what a debugger needs.
check "folders can be named" make -s install-strip DESTDIR="$T/else" PREFIX=/srv bindir=/opt/q/bin datadir=/opt/q/share mandir=/opt/man zshdir=/opt/zsh
for file in opt/q/bin/quartier opt/q/share/quartier/themes/marche/theme.yml opt/man/man1/quartier.1 opt/zsh/_quartier; do
	[ -s "$T/else/$file" ] && ok "$file is there" || not_ok "$file is there" "$(find "$T/else" -type f | head)"
done
[ ! -e "$T/else/srv" ] && ok "and nothing elsewhere" || not_ok "and nothing elsewhere"
[ "$(stat -c %s "$T/else/opt/q/bin/quartier")" -lt "$(stat -c %s "$root/bin/quartier")" ] && ok "the program is stripped" || not_ok "the program is stripped"
exits "and finds its theme" 0 "$T/else/opt/q/bin/quartier" build -q --now $NOW "$T/content" -o "$T/site"
exits "where it would not, nothing is installed" 2 make -s install DESTDIR="$T/wrong" bindir=/opt/bin datadir=/srv/share
says "which is said" 'share beside bindir' "$T/out"
[ ! -e "$T/wrong" ] && ok "not a file" || not_ok "not a file"
if command -v unshare >/dev/null && unshare -rm true 2>/dev/null; then
	exits "without /proc it finds them as well" 0 unshare -rm sh -c 'mount -t tmpfs none /proc && exec "$@"' - "$T/else/opt/q/bin/quartier" build -q --now $NOW "$T/content" -o "$T/site"
else
	skip "without /proc it finds them as well" "no permission to take it away"
fi

touch "$root/share/locale/fr/LC_MESSAGES/another.mo"
check "make uninstall succeeds" make -s uninstall DESTDIR="$T/root" PREFIX=/opt/quartier
is "and leaves what is not its own" "$(find "$T/root" -type f)" "$root/share/locale/fr/LC_MESSAGES/another.mo"
finish
