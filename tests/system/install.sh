# make install: a program that finds its themes and catalogues wherever it was put, and completions that shells take.
. "$(dirname "$0")/../lib.sh"

check "make install succeeds" make -s install DESTDIR="$T/root" PREFIX=/opt/quartier
root=$T/root/opt/quartier
for file in bin/quartier share/man/man1/quartier.1 share/quartier/themes/marche/theme.yml share/locale/fr/LC_MESSAGES/quartier.mo \
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
finish
