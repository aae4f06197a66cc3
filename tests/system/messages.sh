# Every message of the program is in each catalogue, in a form that takes the same values.
. "$(dirname "$0")/../lib.sh"

if ! command -v xgettext >/dev/null; then
	skip "the catalogues are complete" "gettext is not installed"
	finish
fi

xgettext --from-code=UTF-8 -k_ -kN_ -kngettext:1,2 --no-location -o "$T/quartier.pot" $(find generator -name '*.c' | sort)
for lang in fr nl de; do
	check "$lang: the values in the messages are right" msgfmt --check -o /dev/null "generator/po/$lang.po"
	exits "$lang: no message is missing" 0 msgcmp "generator/po/$lang.po" "$T/quartier.pot"
done

# The test must be able to fail.
sed -e '/^msgid "the file is empty"$/,+1d' generator/po/fr.po >"$T/less.po"
exits "a missing message is found" 1 msgcmp "$T/less.po" "$T/quartier.pot"

# What a person meets first, in each language.
small_content "$T/content"
sed -i 's/^category: books/&\nphone: "065 \/ 3"/' "$T/content/merchants/livres.md"
declare -A usage=([fr]="^Usage.*: quartier build \[OPTIONS\] \[CONTENU" [nl]="^Gebruik: quartier build" [de]="^Aufruf: quartier build" [en]="^Usage: quartier build")
declare -A phone=([fr]="n'est pas un numéro de téléphone" [nl]="is geen telefoonnummer" [de]="ist keine Telefonnummer" [en]="is not a phone number")
for lang in fr nl de en; do
	exits "$lang: help is there" 0 "$QUARTIER" build --help --lang $lang
	says "$lang: and in that language" "${usage[$lang]}" "$T/out"
	exits "$lang: an error is an error" 1 "$QUARTIER" check "$T/content" --lang $lang
	says "$lang: and said in that language" "${phone[$lang]}" "$T/err"
done
finish
