# Killed at any moment, the old site or the new one is there, whole; the next build succeeds and leaves no litter.
. "$(dirname "$0")/../lib.sh"

# Some hundred files without pictures: what is made, not what is in it, takes the time.
content=$T/content site=$T/web/site
small_content "$content"
for i in $(seq 25); do
	printf -- '---\nname: Commerce %d\ncategory: bakery\naddress: {street: Rue Haute %d}\n---\nUn texte.\n' "$i" "$i" >"$content/merchants/commerce-$i.md"
done
mkdir -p "$T/web"
build "$content" -o "$site" && old=$(fingerprint "$site")
sed -i 's/^name: /name: Nouveau /' "$content"/merchants/*.md
build "$content" -o "$T/new" && new=$(fingerprint "$T/new")
[ "$old" != "$new" ] && ok "the two sites differ" || not_ok "the two sites differ"
cp -r "$T/web/site" "$T/old-site"

# How long a build takes decides where the kills fall: from its first to its last millisecond and beyond.
cp -r "$T/old-site" "$T/timed"; begin=$(date +%s%N); build "$content" -o "$T/timed"; took=$((($(date +%s%N) - begin) / 1000))
whole=0 olds=0 news=0 wrong=
for i in $(seq 50); do
	rm -rf "$site"; cp -r "$T/old-site" "$site"
	"$QUARTIER" build "$content" --now "$NOW" -q -o "$site" &
	pid=$!
	pause=$((took * (RANDOM % 1000) / 900))
	sleep "$(printf '%d.%06d' $((pause / 1000000)) $((pause % 1000000)))"
	kill -KILL $pid 2>/dev/null; wait $pid 2>/dev/null
	now=$(fingerprint "$site")
	case $now in
	"$old") olds=$((olds + 1)) whole=$((whole + 1)) ;;
	"$new") news=$((news + 1)) whole=$((whole + 1)) ;;
	*) wrong="$wrong $i" ;;
	esac
done 2>/dev/null
[ $whole -eq 50 ] && ok "50 kills: the old site or the new one, whole" || not_ok "50 kills: the old site or the new one, whole" "mixtures at:$wrong"
echo "# killed 50 times: $olds old, $news new"
check "the next build succeeds" build "$content" -o "$site"
[ "$(fingerprint "$site")" = "$new" ] && ok "and gives the new site" || not_ok "and gives the new site"
[ "$(ls -A "$T/web")" = site ] && ok "no litter is left beside the site" || not_ok "no litter is left beside the site" "$(ls -A "$T/web")"

# Waits until the program catches the signals of bits 2 and 15, before which it has nothing to clear away.
listens() { for _ in $(seq 400); do grep -qE "^SigCgt:.*[4567cdef]..[2367abef]$" "/proc/$1/status" 2>/dev/null && return; sleep 0.005; done; }

# Ctrl-C: a clean end, the site as before.
rm -rf "$site"; cp -r "$T/old-site" "$site"
codes= litter=
for i in $(seq 10); do
	"$QUARTIER" build "$content" --now "$NOW" -q -o "$site" 2>/dev/null &
	pid=$!
	listens $pid
	sleep "$(printf '%d.%06d' $((took * i / 12000000)) $((took * i / 12 % 1000000)))"
	kill -TERM $pid 2>/dev/null; wait $pid 2>/dev/null
	codes="$codes$? "
	[ "$(ls -A "$T/web")" = site ] || litter=$(ls -A "$T/web")
done 2>/dev/null
[ -z "$litter" ] && ok "an interrupted build leaves no litter" || not_ok "an interrupted build leaves no litter" "$litter"
case $(tr ' ' '\n' <<<"$codes" | sort -u | tr '\n' ' ') in
*[!0\ 13]* | *143* | "") not_ok "an interrupted build ends with 130 (or was done)" "$codes" ;;
*) ok "an interrupted build ends with 130 (or was done)" ;;
esac

# Commands that have nothing to clear away end at once.
mkdir -p "$T/many/merchants"; small_content "$T/many"
for i in $(seq 9000); do printf -- '---\nname: Commerce %d\ncategory: bakery\n---\nUn texte.\n' "$i" >"$T/many/merchants/m$i.md"; done
codes=
for signal in INT TERM HUP; do
	"$QUARTIER" check "$T/many" --jobs 1 -q 2>/dev/null &
	pid=$!
	listens $pid
	kill -$signal $pid 2>/dev/null; wait $pid 2>/dev/null
	codes="$codes$? "
done 2>/dev/null
[ "$codes" = "130 130 130 " ] && ok "an interrupted check ends with 130" || not_ok "an interrupted check ends with 130" "$codes"
mkdir "$T/scratch"
# timeout(1) sends the signal twice.
for after in 0.1 0.2 0.3; do TMPDIR=$T/scratch timeout -s INT $after "$QUARTIER" serve -q "$T/many" --port 0 >/dev/null 2>&1; done
[ -z "$(ls -A "$T/scratch")" ] && ok "an interrupted serve leaves nothing behind" || not_ok "an interrupted serve leaves nothing behind" "$(ls -A "$T/scratch")"
finish
