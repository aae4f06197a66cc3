# What the shell tests share: TAP lines, a folder of their own, a small content repository.
# Each test file sources it and ends with `finish`.
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
ROOT=$PWD
QUARTIER=${QUARTIER:-$ROOT/build/release/quartier}
NOW=2026-11-21T10:00
export GIT_AUTHOR_NAME=Test GIT_AUTHOR_EMAIL=test@example.org GIT_COMMITTER_NAME=Test
export GIT_COMMITTER_EMAIL=test@example.org GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null
export GIT_AUTHOR_DATE=2026-11-01T12:00:00Z GIT_COMMITTER_DATE=2026-11-01T12:00:00Z
T=$(mktemp -d) || exit 1
# Not in a child that a test kills before it has become the program.
shell=$BASHPID
trap '[ "$BASHPID" = "$shell" ] && chmod -R u+w "$T" && rm -rf "$T"' EXIT
failures=0

ok() { echo "ok - $1"; }
not_ok() {
	echo "not ok - $1"
	failures=$((failures + 1))
	shift
	[ $# -gt 0 ] && printf '%s\n' "$@" | sed 's/^/    /'
}
skip() { echo "ok - $1 # SKIP $2"; }

has_node() { node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)' 2>/dev/null; }

# check NAME COMMAND…: one test, passed when the command succeeds; its output is shown when not.
check() {
	local name=$1 output; shift
	if [ "$1" = node ] && ! has_node; then
		skip "$name" "Node.js 18 or newer is not installed"
	elif output=$("$@" 2>&1); then ok "$name"; else not_ok "$name" "$* failed" "$output"; fi
}

# exits NAME CODE COMMAND…: one test, passed when the command ends with that code; leaves what it printed
# in $T/out and $T/err.
exits() {
	local name=$1 want=$2; shift 2
	"$@" >"$T/out" 2>"$T/err" </dev/null
	local code=$?
	if [ $code -eq "$want" ]; then
		ok "$name"
	else
		not_ok "$name" "$* ended with $code, not $want" "$(tail -n 5 "$T/out")" "$(tail -n 5 "$T/err")"
	fi
}

# says NAME PATTERN FILE: one test, passed when a line matches (extended regular expression).
says() {
	if grep -qE -- "$2" "$3"; then ok "$1"; else not_ok "$1" "nothing matches: $2" "$(head -20 "$3")"; fi
}

# A content repository of two shops in the folder $1.
small_content() {
	mkdir -p "$1/merchants" "$1/offers"
	cat >"$1/quartier.yml" <<-'EOF'
		quartier: 1
		name: Petit quartier
		url: https://petit.example/
		languages: [fr, nl]
	EOF
	cat >"$1/merchants/pain.md" <<-'EOF'
		---
		name: Le Pain d'Élise
		category: bakery
		address: {street: Rue Haute 1, postcode: "7376", city: Valmoulin}
		hours: "Mo-Fr 07:00-18:00; PH off"
		---
		Du pain, du **bon**.
	EOF
	cat >"$1/merchants/livres.md" <<-'EOF'
		---
		name: Livres & Cie
		category: books
		address: {street: Rue Haute 3, postcode: "7376", city: Valmoulin}
		hours: "Tu-Sa 10:00-18:00; PH off"
		---
		Des livres.
	EOF
}

# commit_on REPOSITORY DATE: all that lies in it, by a committer of that date.
commit_on() { git -C "$1" add -A && GIT_COMMITTER_DATE=$2 git -C "$1" commit -qm "The content of $2"; }

# repository_of FOLDER REPOSITORY: a copy of the folder, committed: our own repository's history is none of the guide's.
# Of the pictures that were made once there is no copy.
repository_of() {
	git init -q -b main "$2" && tar -c -C "$1" --exclude=./site --exclude=./.quartier . | tar -x -C "$2"
	[ -d "$1/.quartier" ] && echo .quartier >>"$2/.git/info/exclude" && ln -s "$ROOT/$1/.quartier" "$2/.quartier"
	commit_on "$2" 2026-10-01T08:00:00Z
}

build() { "$QUARTIER" build --now "$NOW" -q "$@"; }
# All bytes of a folder as one hash: names and contents.
fingerprint() { (cd "$1" && find . -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum); }

finish() { [ "$failures" -eq 0 ]; exit; }
