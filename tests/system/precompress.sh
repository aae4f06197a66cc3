# build --precompress, and the web servers' samples: what nginx, Caddy and Apache make of them.
. "$(dirname "$0")/../lib.sh"

is() { [ "$2" = "$3" ] && ok "$1" || not_ok "$1" "\"$2\" is not \"$3\""; }
content=$T/content site=$T/site
small_content "$content"
mkdir "$content/photos" "$content/pages"
cp "$(find content-example/photos -maxdepth 1 -name '*.jpg' -size +100k | sort | head -1)" "$content/photos/devanture.jpg"
sed -i 's/^hours:/location: [50.3957, 3.7783]\nphotos: [{file: devanture.jpg, alt: La devanture}]\nhours:/' "$content/merchants/"*.md
printf -- '---\ntitle: Merci\n---\nMerci.\n' >"$content/pages/merci.md"
# Identities: what was written again has others.
identities() { find "$1" -type f -printf '%p %i %T@\n' | sort; }

# --- The files ---
exits "a site is built with its compressed versions" 0 build "$content" -o "$site" --precompress --jobs 2
for file in index.html nl/index.html 404.html sw.js search.json merchants.geojson feed.xml sitemap.xml manifest.webmanifest \
	merchants/pain/pain.vcf $(cd "$site" && ls assets/style.*.css assets/icons.*.svg); do
	[ -s "$site/$file.gz" ] && [ -s "$site/$file.br" ] || not_ok "$file has both" "$(ls "$site/$file"*)"
done
(cd "$site" && find . -type f \( -name '*.gz' -o -name '*.br' \)) >"$T/versions"
check "there are as many as it takes" test "$(wc -l <"$T/versions")" -gt 60
# holds NAME: every version there is holds its file.
holds() {
	local encoding unpack wrong
	for encoding in gz br; do
		unpack=gzip; [ $encoding = br ] && unpack=brotli
		if ! command -v $unpack >/dev/null; then skip "$1, .$encoding" "$unpack is not installed"; continue; fi
		wrong=$(grep "\.$encoding\$" "$T/versions" | while read -r file; do
			$unpack -dc <"$site/$file" | cmp - "$site/${file%.*}" || echo "$file"
		done 2>&1)
		[ -z "$wrong" ] && ok "$1, .$encoding" || not_ok "$1, .$encoding" "$wrong"
	done
}
holds "each holds its file"
is "a gzip header has neither time nor name nor system" "$(head -c 10 "$site/index.html.gz" | od -An -tx1)" " 1f 8b 08 00 00 00 00 00 02 ff"
wrong=$(while read -r file; do
	[ $((64 + $(stat -c %s "$site/$file"))) -le "$(stat -c %s "$site/${file%.*}")" ] || echo "$file"
	case ${file%.*} in *.html | *.css | *.js | *.json | *.svg | *.xml | *.ics | *.vcf | *.txt | *.webmanifest | *.geojson) ;; *) echo "$file" ;; esac
done <"$T/versions")
[ -z "$wrong" ] && ok "there are none but of texts, and all are smaller" || not_ok "there are none but of texts, and all are smaller" "$wrong"
found=$(find "$site" -type f -size -256c \( -name '*.txt' -o -name '*.css' \))
[ -n "$found" ] && [ ! -e "$site/robots.txt.gz" ] && ok "what is small has none" || not_ok "what is small has none" "$found"
build "$content" -o "$T/plain"
mkdir "$T/without" && cp -R "$site/." "$T/without" && find "$T/without" \( -name '*.gz' -o -name '*.br' \) -delete
check "all else is as without" diff -r "$T/plain" "$T/without"
says "and a summary counts no more pages" ' 2 merchants, [0-9]+ pages$' <("$QUARTIER" build --now $NOW "$content" -o "$T/plain" --lang en)
"$QUARTIER" build --now $NOW "$content" -o "$site" --lang en --precompress >"$T/out"
is "with or without" "$(grep -oE '[0-9]+ pages' "$T/out")" "$("$QUARTIER" build --now $NOW "$content" -o "$T/plain" --lang en | grep -oE '[0-9]+ pages')"

# --- Again ---
print=$(fingerprint "$site") before=$(identities "$site")
exits "with one thread and no cache" 0 build "$content" -o "$T/one" --precompress --jobs 1 --cache "$T/cache"
is "they have the same bytes" "$(fingerprint "$T/one")" "$print"
build "$content" -o "$site" --precompress
is "a second build writes nothing" "$(identities "$site")" "$before"
# An entry holds both versions of a file.
check "both are kept in the cache" test "$(find "$T/cache" -type f -path '*/1/??/*' | wc -l)" -ge $(($(wc -l <"$T/versions") / 2))
find "$content/.quartier/cache" -type f -path '*/1/??/*' -exec sed -i '$s/$/x/' {} +
exits "a cache that was damaged" 0 build "$content" -o "$T/damaged" --precompress
is "is not believed" "$(fingerprint "$T/damaged")" "$print"
echo "Du nouveau." >>"$content/merchants/livres.md"
before=$(sha256sum <"$site/merchants/livres/index.html.br")
build "$content" -o "$site" --precompress
[ "$before" != "$(sha256sum <"$site/merchants/livres/index.html.br")" ] && ok "after an edit there is another version" || not_ok "after an edit there is another version"
holds "each holds its file again"
cp -R "$site" "$T/fresh"
build "$content" -o "$T/fresh"
is "a build without the option takes them away" "$(find "$T/fresh" -name '*.gz' -o -name '*.br' | wc -l)" 0
exits "what is published to a branch has no use for them" 2 "$QUARTIER" publish "$content" --precompress --lang en
says "and says who has" 'hint: it is one of quartier build' "$T/err"

# --- Web servers, by the samples ---
# What each says of headers is what _headers says.
sed -nE 's/^  [A-Za-z-]+: //p' "$site/_headers" | sort -u >"$T/values"
check "the headers' values are known" test "$(wc -l <"$T/values")" -ge 8
folders=$(sed -n '/^[/]/{N;s,^/\([^*]*\)/\*\n.*immutable.*,\1,p}' "$site/_headers" | sort | paste -sd' ')
is "what is kept for ever is in the folders of the samples" "$folders" "assets flyers photos social"
for file in nginx.conf Caddyfile apache.conf; do
	missing=$(while read -r value; do grep -qF -- "$value" generator/samples/$file || echo "$value"; done <"$T/values")
	[ -z "$missing" ] && grep -q '/(assets|photos|flyers|social|atlas)/' generator/samples/$file && ok "$file has them all" ||
		not_ok "$file has them all" "$missing"
done
PATH=$PATH:/usr/sbin:/sbin
servers=()
stop() { for pid in "${servers[@]}"; do kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null; done; servers=(); }
# shellcheck disable=SC2154 # of lib.sh
trap 'if [ "$BASHPID" = "$shell" ]; then stop; chmod -R u+w "$T" && rm -rf "$T"; fi' EXIT
# One on which nobody answers.
find_port() { port=$((20000 + RANDOM % 12000)); while (exec 3<>/dev/tcp/127.0.0.1/$port) 2>/dev/null; do port=$((port + 1)); done; }
# Until it answers, or has ended.
await() { for _ in $(seq 300); do curl -s -o "$T/answer" "$1" && return; kill -0 "$2" 2>/dev/null || return; sleep 0.1; done; }

# The sample $1, for the port and the site of the test: what an administrator would change, and no more.
sample() {
	sed -e "s,/var/www/guide,$served,; s,listen 80;,listen 127.0.0.1:$port;,; /listen \[::\]:80;/d" \
		-e "s,<VirtualHost \*:80>,<VirtualHost 127.0.0.1:$port>,; s,^example.org {,http://127.0.0.1:$port {," "generator/samples/$1"
}
# As its head says.
below_a_path() { sed -e '/^#/!s,/(assets,/guide/(assets,; /^#/!s,/404.html,/guide/404.html,; s,location / {,location /guide/ {,'; }

start_nginx() {
	local modules=/usr/lib/nginx/modules
	{ echo "daemon off; pid $T/nginx.pid; error_log $T/nginx.log; worker_processes 1; user $(id -un);"
	  [ "$2" = gzip ] || echo "load_module $modules/ngx_http_brotli_static_module.so;"
	  echo "events {} http { access_log off;"
	  for kind in client_body proxy fastcgi uwsgi scgi; do echo "${kind}_temp_path $T/nginx-$kind;"; done
	  sample nginx.conf | $1 | { if [ "$2" = gzip ]; then cat; else sed 's/#brotli_static/brotli_static/'; fi; }
	  echo "}"; } >"$T/nginx.conf"
	nginx -e "$T/nginx.log" -p "$T" -c "$T/nginx.conf" 2>"$T/nginx.err" &
}
start_caddy() {
	{ printf '{\n\tadmin off\n\tauto_https off\n}\n'; sample Caddyfile | $1; } >"$T/Caddyfile"
	HOME=$T XDG_DATA_HOME=$T XDG_CONFIG_HOME=$T caddy run --config "$T/Caddyfile" --adapter caddyfile 2>"$T/caddy.log" &
}
start_apache2() {
	local module
	{ printf 'ServerRoot %s\nPidFile apache.pid\nErrorLog apache.log\nDefaultRuntimeDir %s\nListen 127.0.0.1:%s\nTypesConfig /etc/mime.types\n' "$T" "$T" "$port"
	  [ "$(id -u)" -ne 0 ] || printf 'User www-data\nGroup www-data\n'
	  for module in mpm_event authz_core dir mime headers rewrite; do
		printf 'LoadModule %s_module /usr/lib/apache2/modules/mod_%s.so\n' $module $module
	  done
	  sample apache.conf | $1; } >"$T/apache.conf"
	apache2 -DFOREGROUND -f "$T/apache.conf" 2>"$T/apache2.err" &
}
# serves SERVER ENCODINGS BASE FILTER ASPECT…: the server with its sample, asked about each aspect.
serves() {
	local server=$1 encodings=$2 path=$3 filter=$4; shift 4
	find_port
	start_$server "$filter" "$encodings"
	servers+=($!)
	await "http://127.0.0.1:$port$path" $!
	node tests/system/served.mjs "$server ($encodings, $path)" "http://127.0.0.1:$port$path" "$served${path%/}" "$encodings" "$@" ||
		failures=$((failures + 1))
	stop
	grep -hE 'emerg|rror' "$T/nginx.err" "$T/apache2.err" 2>/dev/null | sed 's/^/# /' | head -3
	rm -f "$T"/*.err
}
# The server must be allowed to read it, whoever it runs as.
chmod 755 "$T"
mkdir "$T/below"
build "$content" -o "$T/below/guide" --precompress --base-url https://petit.example/guide/
for server in nginx caddy apache2; do
	if ! command -v $server >/dev/null || ! command -v curl >/dev/null || ! has_node; then
		skip "$server serves the versions" "$server, curl or Node.js is not installed"
		continue
	fi
	served=$site
	if [ $server != nginx ] || [ -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ]; then
		serves $server br,gzip / cat versions headers types missing
	else
		skip "nginx serves Brotli" "libnginx-mod-http-brotli-static is not installed"
	fi
	[ $server != nginx ] || serves nginx gzip / cat versions missing
	served=$T/below
	serves $server "$([ $server = nginx ] && echo gzip || echo br,gzip)" /guide/ below_a_path headers missing
done
finish
