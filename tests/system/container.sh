# The container's recipe: what it copies is there, what it installs is what the Makefile asks for, and its steps hang together.
. "$(dirname "$0")/../lib.sh"

recipe=generator/packaging/Containerfile
ignore=$recipe.dockerignore
# One instruction a line, without comments.
sed -e '/^#/d' "$recipe" | sed -e ':a' -e '/\\$/N; s/\\\n *//; ta' | sed '/^$/d' >"$T/steps"
is() { [ "$2" = "$3" ] && ok "$1" || not_ok "$1" "\"$2\" is not \"$3\""; }

is "every line is an instruction" "$(grep -vE '^(FROM|ARG|RUN|COPY|USER|WORKDIR|CMD) ' "$T/steps")" ""
is "it is made in two stages, of the same Debian" "$(grep '^FROM' "$T/steps" | tr '\n' ' ')" "FROM debian:12 AS build FROM debian:12-slim "
is "who runs it is not root" "$(grep -E '^(USER|CMD)' "$T/steps")" $'USER quartier\nCMD ["quartier", "--help"]'

# ---- what is copied ----
grep '^COPY' "$T/steps" | grep -v -- --from= | while read -r _ line; do for path in ${line% *}; do echo "$path"; done; done >"$T/copied"
missing=$(while read -r path; do [ -e "$path" ] || echo "$path is not there"; grep -qxF "!$path" "$ignore" || echo "$path is ignored"; done <"$T/copied")
[ -s "$T/copied" ] && [ -z "$missing" ] && ok "what it copies is there, and not ignored" || not_ok "what it copies is there, and not ignored" "$missing"
is "and nothing else is sent" "$(sed -n 's/^!//p' "$ignore" | sort)" "$(sort "$T/copied")"
# What make all, deps and deb read, in a tree that has no more than that.
mkdir "$T/source" && tar -c -T "$T/copied" | tar -x -C "$T/source"
targets=$(grep -oE 'make -C /source [^&]*' "$T/steps" | grep -oE ' (deps|all|deb)( |$)' | tr -d ' ' | tr '\n' ' ')
is "it makes the package as anybody does" "$targets" "deps all deb "
check "all of which such a tree has" make -s -n -C "$T/source" deps all deb
says "the package goes from one stage to the other" '^COPY --from=build /quartier.deb /tmp/quartier.deb$' "$T/steps"

# ---- what is installed ----
grep -oE 'apt-get install [^&]*' "$T/steps" | sed -E 's/apt-get install//; s/ -[a-z-]+//g' | tr -s ' ' '\n' | sed '/^$/d' >"$T/packages"
known=$(sed -nE '/^(DEBIAN|TEST_NEEDS) /,/[^\\]$/p' Makefile | tr ' =' '\n\n')
while read -r package; do
	case $package in
	/tmp/quartier.deb) ok "its own package is installed" ;;
	ca-certificates | curl) grep -q "$package" generator/command/init/common.txt && ok "CI needs $package" || not_ok "CI needs $package" ;;
	*) grep -qxF "$package" <<<"$known" && ok "$package is one of the Makefile's" || not_ok "$package is one of the Makefile's" ;;
	esac
done <"$T/packages"
is "that is all" "$(wc -l <"$T/packages")" 5
is "lists of packages are not kept" "$(grep -c 'rm -rf .*/var/lib/apt/lists' "$T/steps")" 1

# ---- as a shell reads it ----
n=0
while read -r _ command; do
	n=$((n + 1))
	check "step $n is a sound command" sh -n -c "$command"
done < <(grep '^RUN' "$T/steps")
is "there are as many as there are" "$n" "$(grep -c '^RUN' "$recipe")"
finish
