# What the pages tell of their past is what git tells of their cards: sitemap, JSON-LD, feeds, "updated on", "new".
. "$(dirname "$0")/../lib.sh"

R=$T/guide
same() { [ "$(fingerprint "$2")" = "$(fingerprint "$3")" ] && ok "$1" || not_ok "$1" "$(diff -rq "$2" "$3")"; }
is() { [ "$2" = "$3" ] && ok "$1" || not_ok "$1" "$2, not $3"; }
card() { printf -- '---\nname: %s\ncategory: %s\naddress: {street: Rue Haute %s, postcode: "7376", city: Valmoulin}\n---\n%s\n' "$2" "$3" "$4" "$5" >"$R/merchants/$1.md"; }
# git_says FILE [first]: the local time of its last or first commit
git_says() { TZ=Europe/Brussels git -C "$R" log --follow --date=iso-strict-local --format=%cd -- "$1" | if [ "${2:-}" ]; then tail -n 1; else head -n 1; fi; }
lastmod() { awk -v url="<loc>https://petit.example$2</loc>" '$0 == url { getline; print }' "$1/sitemap.xml" | sed -n 's/<lastmod>\(.*\)<\/lastmod>/\1/p'; }
jsonld() { grep -oE "\"$3\":\"[^\"]*T[^\"]*\"" "$1$2index.html" | head -n 1 | cut -d'"' -f4; }

small_content "$R" && git -C "$R" init -q -b main
for n in 1 2 3 4; do card "fondateur-$n" "Fondateur $n" bakery "1$n" "Depuis toujours."; done
card ancien "Le Vieux Nom" butcher 20 "Une boucherie, trois générations, et le même billot depuis 1931."
mkdir "$R/news" && printf -- '---\ntitle: Le guide\ndate: 2026-08-01\nmerchants: [pain]\n---\nIl est là.\n' >"$R/news/guide.md"
commit_on "$R" 2026-07-01T08:15:00Z
echo "Et des carnets." >>"$R/merchants/livres.md" && commit_on "$R" 2026-08-20T22:30:00Z
printf -- '---\nsummary: Goed brood\n---\nBrood.\n' >"$R/merchants/pain.nl.md" && commit_on "$R" 2026-09-05T09:00:00Z
git -C "$R" mv merchants/ancien.md merchants/nouveau-nom.md && sed -i 's/Le Vieux Nom/Le Nouveau Nom/' "$R/merchants/nouveau-nom.md" && commit_on "$R" 2026-10-10T10:00:00Z
card neuf "Le Tout Neuf" books 30 "Ouvert cet automne." && commit_on "$R" 2026-11-02T23:30:00Z
echo "Il a bien changé." >>"$R/news/guide.md" && commit_on "$R" 2026-11-05T06:00:00Z

check "a guide with a past builds" build "$R" --strict -o "$T/site"
for pair in pain:/merchants/pain/:merchants/pain.md livres:/merchants/livres/:merchants/livres.md neuf:/merchants/neuf/:merchants/neuf.md \
	nouveau-nom:/merchants/nouveau-nom/:merchants/nouveau-nom.md pain-nl:/nl/merchants/pain/:merchants/pain.nl.md news:/news/guide/:news/guide.md; do
	IFS=: read -r name url file <<<"$pair"
	is "$name: lastmod is git's last commit" "$(lastmod "$T/site" "$url")" "$(git_says "$file")"
	is "$name: so is dateModified" "$(jsonld "$T/site" "$url" dateModified)" "$(git_says "$file")"
	[ $name = pain-nl ] || is "$name: datePublished is its first" "$(jsonld "$T/site" "$url" datePublished)" "$(git_says "$file" first)"
done
is "a renamed card keeps its creation" "$(jsonld "$T/site" /merchants/nouveau-nom/ datePublished)" 2026-07-01T10:15:00+02:00
is "a page of its own has no date of a list's" "$(lastmod "$T/site" /merchants/)" ""
says "the feed tells when the news changed" '<updated>2026-11-05T07:00:00\+01:00</updated>' "$T/site/feed.xml"
says "and when it was published" '<published>2026-08-01T00:00:00\+02:00</published>' "$T/site/feed.xml"
says "the page says when it was updated, in local days" 'Mise à jour le 3 novembre 2026\.' "$T/site/merchants/neuf/index.html"
says "in its language, with its translation" 'Bijgewerkt op 5 september 2026\.' "$T/site/nl/merchants/pain/index.html"
says "which is not the other's" 'Mise à jour le 1er juillet 2026\.' "$T/site/merchants/pain/index.html"

# --- new in the neighbourhood ---------------------------------------------------------------------------------------

new_in() { sed -n '/id="new"/,/<\/section>/p' "$1" | grep -oE 'merchants/[a-z0-9-]+/' | sort -u | tr '\n' ' '; }
badges() { grep -lE 'class="new"' -r "$1" --include=index.html | sed "s#$1/##" | sort | tr '\n' ' '; }
is "the newcomer is on the home page, and nobody else" "$(new_in "$T/site/index.html")" "merchants/neuf/ "
says "under a heading" '<h2 id="new">Nieuw in de buurt</h2>' "$T/site/nl/index.html"
says "and says so on its page" '<b class="new">Nouveau</b>' "$T/site/merchants/neuf/index.html"
case "$(badges "$T/site")" in *merchants/index.html*) ok "and in lists" ;; *) not_ok "and in lists" "$(badges "$T/site")" ;; esac
next() { grep -oE '"next": *"[^"]*"' "$1/.quartier-site" | cut -d'"' -f4; }
NOW=2027-01-01T23:59 check "a minute before sixty days are over" build "$R" -o "$T/before"
is "it is new as ever" "$(new_in "$T/before/index.html")$(badges "$T/before")" "$(new_in "$T/site/index.html")$(badges "$T/site")"
is "and the marker says when that will end" "$(next "$T/before")" 2027-01-02T00:00:00+01:00
NOW=2027-01-02T00:00 check "at that moment" build "$R" -o "$T/after"
is "nobody is new" "$(new_in "$T/after/index.html")$(badges "$T/after")" ""
is "and the week is what changes next" "$(next "$T/after")" 2027-01-04T00:00:00+01:00
git -C "$R" tag now && NOW=2026-07-02 check "the young guide" build "$R" --rev HEAD~5 -o "$T/young"
is "has nobody new" "$(new_in "$T/young/index.html")$(badges "$T/young")" ""

# --- every way to the same commit -----------------------------------------------------------------------------------

rm -rf "$R/.quartier" && build "$R" -o "$T/walked" && build "$R" -o "$T/remembered"
same "a second build, which remembers, gives the same bytes" "$T/site" "$T/remembered"
same "as one that walks" "$T/walked" "$T/remembered"
git clone -q --bare "$R" "$T/bare.git" && check "a bare repository" build "$T/bare.git" --cache "$T/cache" -o "$T/bared"
same "gives the same bytes" "$T/site" "$T/bared"
git clone -q "$R" "$T/clone" && check "a clone" build "$T/clone" -o "$T/cloned"
same "gives the same bytes" "$T/site" "$T/cloned"
cp -R "$R" "$T/plain" && rm -rf "$T/plain/.git" "$T/plain/.quartier" && exits "a folder without git builds" 0 build "$T/plain" --strict -o "$T/undated"
grep -rlE 'lastmod|dateModified|datePublished":"[^"]*T|Mise à jour|Bijgewerkt|class="new"' "$T/undated" >"$T/found"
[ ! -s "$T/found" ] && ok "and has no dates" || not_ok "and has no dates" "$(cat "$T/found")"
git clone -q --depth 1 "file://$R" "$T/shallow" 2>/dev/null
exits "a shallow clone builds" 0 build "$T/shallow" -o "$T/shallowed"
says "with a warning that names the way out" 'warning: .*\[shallow\]' "$T/err"
same "and without dates" "$T/undated" "$T/shallowed"
exits "check does not ask for them" 0 "$QUARTIER" check "$T/shallow" --now $NOW
grep -q shallow "$T/err" && not_ok "and says nothing of it" "$(cat "$T/err")" || ok "and says nothing of it"
git clone -q --depth 3 "file://$R" "$T/deeper" 2>/dev/null && build "$T/deeper" -o "$T/deep" 2>/dev/null
is "three commits deep, what was seen is right" "$(lastmod "$T/deep" /news/guide/)" "$(git_says news/guide.md)"
is "and what was not is left out" "$(lastmod "$T/deep" /merchants/livres/)" ""
is "when it is not known whether the guide is new, nobody is" "$(badges "$T/deep")" ""

# --- what is not committed ------------------------------------------------------------------------------------------

echo "Pas encore publié." >>"$R/merchants/pain.md" && card brouillon-neuf "Pas Encore" books 40 "Bientôt." && mv "$R/merchants/livres.md" "$R/merchants/lectures.md"
check "what is not committed builds" build "$R" -o "$T/dirty"
is "an edit changes no date" "$(lastmod "$T/dirty" /merchants/pain/)" "$(git_says merchants/pain.md)"
is "a card that was never committed has none" "$(lastmod "$T/dirty" /merchants/brouillon-neuf/)" ""
is "nor has one under a name that was not" "$(lastmod "$T/dirty" /merchants/lectures/)" ""
git -C "$R" add -A merchants/livres.md merchants/lectures.md && GIT_COMMITTER_DATE=2026-11-10T10:00:00Z git -C "$R" commit -qm "a better name"
check "committed under its new name" build "$R" -o "$T/renamed"
is "it keeps its creation, which the last build was not asked for" "$(jsonld "$T/renamed" /merchants/lectures/ datePublished)" 2026-07-01T10:15:00+02:00
git -C "$R" stash -qu && git -C "$R" reset -q --hard now && build "$R" -o "$T/back"
same "back at the old commit, the old bytes" "$T/site" "$T/back"
TMPDIR=$T/nowhere exits "a repository that cannot be read keeps no folder from building" 0 build "$R" -o "$T/unread"
says "but is warned of" 'warning: .*\[no-history\]' "$T/err"
same "and its pages have no dates" "$T/undated" "$T/unread"
"$QUARTIER" context "$R" /merchants/neuf/ --now $NOW >"$T/out" && says "context shows it, too" '"is_new": *true' "$T/out"
finish
