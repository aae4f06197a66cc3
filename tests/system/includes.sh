# Each room of the house includes only from rooms below it.
. "$(dirname "$0")/../lib.sh"

# From the bottom; media and map stand side by side.
declare -A floor=([base]=0 [source]=1 [card]=2 [media]=3 [map]=3 [guide]=4 [theme]=5 [emit]=6 [site]=7 [command]=8 [main.c]=9)

upward() {
	local file room target include
	while IFS=: read -r file include; do
		room=${file#generator/} room=${room%%/*}
		target=${include%%/*}
		if [ -z "${floor[$room]:-}" ] || [ -z "${floor[$target]:-}" ]; then
			echo "$file: unknown room in \"$include\""
		elif [ "$room" != "$target" ] && [ "${floor[$target]}" -ge "${floor[$room]}" ]; then
			echo "$file includes upward: \"$include\""
		fi
	done < <(grep -HoE '^#include "[^"]+"' "$@" | sed 's/#include "\(.*\)"/\1/')
}

found=$(upward $(find generator -name '*.[ch]' | sort))
if [ -z "$found" ]; then ok "every include points downward"; else not_ok "every include points downward" "$found"; fi

# The test must be able to fail.
mkdir -p "$T/generator/base" && printf '#include "guide/guide.h"\n' >"$T/generator/base/wrong.c"
found=$(cd "$T" && upward generator/base/wrong.c)
if [ -n "$found" ]; then ok "an upward include is found"; else not_ok "an upward include is found"; fi

# Each header stands alone: its .c includes it first.
wrong=$(for c in generator/*/*.c; do
	h=${c%.c}.h; h=${h#generator/}
	[ -e "generator/$h" ] || continue
	[ "$(grep -m1 -oE '^#include ["<][^">]+' "$c" | sed 's/#include .//')" = "$h" ] || echo "$c"
done)
if [ -z "$wrong" ]; then ok "each .c includes its own header first"; else not_ok "each .c includes its own header first" "$wrong"; fi
finish
