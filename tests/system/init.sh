# A new repository builds at once, in every language; the steps of its CI files do what they say; nothing is overwritten.
. "$(dirname "$0")/../lib.sh"

init() { "$QUARTIER" init -q "$@"; }
tree() { (cd "$1" && find . -type f | sort); }

# ---- in every language ----
for lang in fr nl de en; do
	exits "$lang: init makes a guide" 0 "$QUARTIER" init "$T/$lang" --lang $lang
	says "$lang: and tells how to go on" "quartier serve $T/$lang" "$T/out"
	exits "$lang: it passes check --strict as it is" 0 "$QUARTIER" check --strict "$T/$lang"
	exits "$lang: and build --strict" 0 "$QUARTIER" build --strict -q "$T/$lang"
	says "$lang: quartier.yml is of that language" "^languages: \\[$lang\\]" "$T/$lang/quartier.yml"
	[ "$(find "$T/$lang/site/merchants" "$T/$lang/site/offers" "$T/$lang/site/events" -mindepth 1 -maxdepth 1 -type d | wc -l)" -eq 3 ] &&
		ok "$lang: the three examples have a page" || not_ok "$lang: the three examples have a page" "$(find "$T/$lang/site" -type d)"
	rm -rf "$T/$lang/site" "$T/$lang/.quartier"
done
for word in 'À CHANGER' 'TE WIJZIGEN' 'ZU ÄNDERN' 'TO CHANGE'; do grep -rql "$word" "$T"/??/quartier.yml && grep -rql "$word" "$T"/??/README.md || not_ok "$word"; done
[ "$(tree "$T/fr" | grep -vE 'merchants|offers|events|ISSUE_TEMPLATE|issue_templates')" = "$(tree "$T/en" | grep -vE 'merchants|offers|events|ISSUE_TEMPLATE|issue_templates')" ] &&
	ok "all languages have the same files" || not_ok "all languages have the same files" "$(diff <(tree "$T/fr") <(tree "$T/en"))"
grep -rnE '@(NAME|TODAY|LATER|SATURDAY|LANG)@|==> ' "$T/fr" "$T/nl" "$T/de" "$T/en" >"$T/left" && not_ok "nothing is left to be filled in" "$(cat "$T/left")" || ok "nothing is left to be filled in"
(LC_ALL='' LANG=nl_BE.UTF-8 init "$T/of-lang"); says "LANG decides where --lang does not" '^languages: \[nl\]' "$T/of-lang/quartier.yml"
(LC_ALL=C init "$T/of-c"); says "else it is English" '^languages: \[en\]' "$T/of-c/quartier.yml"
SOURCE_DATE_EPOCH=1800000000 init "$T/a" --lang fr; SOURCE_DATE_EPOCH=1800000000 init "$T/b" --lang fr
[ "$(fingerprint "$T/a")" = "$(fingerprint "$T/b")" ] && ok "the same day gives the same bytes" || not_ok "the same day gives the same bytes"
says "and the offer begins on it" '^from: 2027-01-15' "$T/a/offers/croissant-exemple.md"
exits "the example of README for editors is a sound card" 0 bash -c 'awk "/^   ---/ { n++ } n { sub(/^   /, \"\"); print } n == 2 && /^\`\`\`/ { exit }" "$1/README.md" | grep -v "^\`\`\`" >"$1/merchants/x.md" && "$2" check --strict "$1"' - "$T/b" "$QUARTIER"
has_it=$(grep -c '^name:' "$T/b/merchants/x.md"); [ "$has_it" -eq 1 ] && ok "and was found" || not_ok "and was found" "$(cat "$T/b/merchants/x.md")"

# ---- hostile names ----
n=0
while IFS= read -r name; do
	n=$((n + 1))
	exits "the name $name" 0 init "$T/name$n" --name "$name"
	exits "  is YAML" 0 "$QUARTIER" check --strict "$T/name$n"
	check "  and read as it was given" node -e '
		const c = JSON.parse(require("child_process").execFileSync(process.argv[1], ["context", process.argv[2], "/"]));
		if (c.site.name !== process.argv[3]) throw new Error(JSON.stringify(c.site.name));' "$QUARTIER" "$T/name$n" "$name"
done <<-'EOF2'
	": [x, {y
	# nothing
	yes
	1e3
	- a: b
	'; rm -rf "$HOME" \
	@NAME@ @TODAY@
	{{name}} ${{ github.token }} `id`
	&a *b !c |
	L'Épicerie & Cie <script>
	---
	fr: Nom
EOF2
exits "line ends in a name are spaces" 0 init "$T/lines" --name $'One\nx: y\r\n\ttwo '
says "in one line" '^name: "One x: y two"$' "$T/lines/quartier.yml"
exits "an empty name is wrong usage" 2 init "$T/no" --name $' \n'
exits "so is one that is not UTF-8" 2 init "$T/no" --name $'caf\xe9'
exits "or without end" 2 init "$T/no" --name "$(printf 'x%.0s' $(seq 300))"
exits "an empty folder name, too" 2 init ""
exits "and none" 2 "$QUARTIER" init
[ ! -e "$T/no" ] && ok "nothing was made" || not_ok "nothing was made"

# ---- what is there stays ----
mkdir "$T/full" && echo mine >"$T/full/README.md" && before=$(fingerprint "$T/full")
exits "a folder with something in it is left alone" 3 init "$T/full"
says "that is said" 'not empty: "README.md"' "$T/err"
says "with a hint" '^  hint: nothing was written' "$T/err"
[ "$(fingerprint "$T/full")" = "$before" ] && ok "nothing in it changed" || not_ok "nothing in it changed"
mkdir "$T/hidden" && touch "$T/hidden/.x"
exits "a hidden file counts" 3 init "$T/hidden"
exits "a file is no folder" 3 init "$T/full/README.md"
exits "nor is what is below one" 3 init "$T/full/README.md/x"
mkdir "$T/empty"
exits "an empty folder will do" 0 init "$T/empty/"
exits "but once" 3 init "$T/empty"
git init -q "$T/clone"
exits "so will a clone of an empty repository" 0 init "$T/clone"
(cd "$T" && mkdir here && cd here && exits "and the folder one is in" 0 init .) && ok "as a dot"
exits "folders above are made" 0 init "$T/up/and/up"
if [ "$(id -u)" -ne 0 ]; then
	mkdir "$T/locked" && chmod 555 "$T/locked"
	exits "a folder that cannot be written" 3 init "$T/locked/new"
fi
full=$(mktemp -d "$T/disk.XXXX")
if mount -t tmpfs -o size=64k none "$full" 2>/dev/null; then
	exits "a full disk is the environment's failure" 3 init "$full/new"
	[ -z "$(ls -A "$full")" ] && ok "and leaves nothing behind" || not_ok "and leaves nothing behind" "$(find "$full")"
	umount "$full"
else
	skip "a full disk leaves nothing behind" "no permission to mount one"
fi

# ---- CI files ----
repo=$T/fr
check "settings and schemas are JSON, and lead to each other" node -e '
	const fs = require("fs"), root = process.argv[1] + "/";
	const read = name => JSON.parse(fs.readFileSync(root + name, "utf8"));
	const schemas = Object.keys(read(".vscode/settings.json")["yaml.schemas"]);
	if (schemas.length !== 8) throw new Error(schemas.length);
	for (const name of schemas) if (read(name).type !== "object") throw new Error(name);
	const merchant = read(".vscode/schemas/merchant.json");
	if (merchant.required.join() !== "name,category") throw new Error(merchant.required);
	if (!merchant.properties.hours.description.includes("ouverture")) throw new Error(merchant.properties.hours.description);
	read(".vscode/extensions.json");' "$repo"
check ".ci/quartier is a sound script" sh -n "$repo/.ci/quartier"

# The steps, as they stand in the files, in a clone with a remote; quartier is on the path, as in a container for CI.
mkdir "$T/bin" && ln -s "$QUARTIER" "$T/bin/quartier"
git init -q --bare "$T/remote.git"
(cd "$repo" && git init -q -b main && git add . && git commit -q -m "The guide" && git remote add origin "$T/remote.git" && git push -q origin main)
for lang in nl de en; do git -C "$T/$lang" init -q -b main && git -C "$T/$lang" remote add origin "$T/remote.git"; done
if [ -d "$ROOT/tests/node_modules/gitlab-ci-local" ]; then
	check "CI files are valid by the schemas of GitHub and GitLab, and have the parts that they need" node "$ROOT/tests/ci/files.mjs" "$T/fr" "$T/nl" "$T/de" "$T/en"
else
	skip "CI files are valid by the schemas of GitHub and GitLab" "what tests/package.json names is not installed"
fi
step() { (cd "$T/checkout" && PATH=$T/bin:$PATH BASE_URL=https://pages.example/guide CI_PAGES_URL=https://lab.example/guide \
	GITHUB_BASE_REF=main GITHUB_STEP_SUMMARY=$T/summary CI_MERGE_REQUEST_DIFF_BASE_SHA=HEAD sh -e -c "$1"); }
for file in .github/workflows/site.yml .forgejo/workflows/site.yml .gitlab-ci.yml; do
	rm -rf "$T/checkout" && git clone -q "$T/remote.git" "$T/checkout" -b main
	count=0
	while IFS= read -r run; do
		exits "$file: $run" 0 step "$run"
		count=$((count + 1))
	done < <(sed -nE 's/^ *(- )?(run: )?(sh \.ci\/.*)$/\3/p' "$repo/$file")
	[ $count -eq 3 ] && ok "$file: has its steps" || not_ok "$file: has its steps" "$count"
	case $file in
	.github*)
		says "the pages know where they live" 'https://pages.example/guide/' "$T/checkout/site/sitemap.xml"
		says "what changes is on the page of the run" '^### ' "$T/summary" ;;
	.gitlab*) says "the pages know where they live" 'https://lab.example/guide/' "$T/checkout/public/sitemap.xml" ;;
	esac
	[ -z "$(git -C "$T/checkout" status --porcelain)" ] && ok "$file: what they make is ignored by git" || not_ok "$file: what they make is ignored by git" "$(git -C "$T/checkout" status --porcelain)"
done
printf -- '---\nname: Faux\ncategory: bakery\nphone: "065 / 3"\n---\n' >"$T/checkout/merchants/faux.md"
exits "a mistake fails the check" 1 step "$(sed -nE 's/^ *run: (sh .* check .*)$/\1/p' "$repo/.github/workflows/site.yml")"
says "and annotates its line" '^::error file=merchants/faux.md,line=4,' "$T/err"
rm "$T/checkout/merchants/faux.md"

# Forgejo's step has published to the branch that its file names.
check "the site is on the branch pages" git -C "$T/remote.git" cat-file -e pages:index.html

# By the hour, as the schedules run the same steps: nothing is due just after it was published.
scheduled() { IF_DUE=$1 step "$2"; }
run_of() { sed -nE "s/^ *(- )?(run: )?($2.*)\$/\3/p" "$repo/$1"; }
git -C "$T/checkout" fetch -q
exits "Forgejo: by the hour" 0 scheduled --if-due "$(run_of .forgejo/workflows/site.yml 'sh .ci.quartier publish')"
says "nothing is due" '^nothing is due' "$T/out"
mkdir "$T/web" && build "$T/checkout" -o "$T/web" --base-url https://pages.example/guide --now "$(date +%F)"
# The first of the steps asks an address for what is published, here a folder; the others get one that a site can have.
at_web() {
	(cd "$T/checkout" && rm -rf site public && export PATH=$T/bin:$PATH BASE_URL=$1 CI_PAGES_URL=$1 IF_DUE=$2 && shift 2 &&
		for run; do sh -e -c "$run" || exit; BASE_URL=https://pages.example/guide CI_PAGES_URL=https://lab.example/guide; done)
}
for file in .github/workflows/site.yml .gitlab-ci.yml; do
	case $file in .github*) folder=site flag=--if-due ;; *) folder=public flag=yes ;; esac
	what=$(run_of $file '(mkdir|if .*IF_DUE)') built=$(run_of $file 'sh .ci.quartier build')
	exits "$file: by the hour, what is published is asked" 0 at_web "file://$T/web" $flag "$what" "$built"
	says "nothing is due" '^nothing is due' "$T/out"
	[ "$(ls -A "$T/checkout/$folder")" = .quartier-site ] && ok "$file: and nothing is built" || not_ok "$file: and nothing is built" "$(ls -A "$T/checkout/$folder")"
	exits "$file: where that cannot be had" 0 at_web "file://$T/nowhere" $flag "$what" "$built"
	[ -s "$T/checkout/$folder/index.html" ] && ok "$file: the site is built" || not_ok "$file: the site is built" "$(ls -A "$T/checkout/$folder")"
done
exits "GitLab: a job that has nothing to publish ends in a way of its own" 75 at_web "file://$T/web" yes "$(run_of .gitlab-ci.yml '(if .*IF_DUE)')" "$(run_of .gitlab-ci.yml 'test -e public')"

# The program from a source archive: a stand-in of which make builds something.
mkdir -p "$T/source/quartier-1" && cat >"$T/source/quartier-1/Makefile" <<-'EOF2'
	deps: ; @echo deps >>log
	all: ; @echo all >>log; mkdir -p build/release; printf '#!/bin/sh\necho "built: $$*"\n' >build/release/quartier; chmod +x build/release/quartier
EOF2
tar -czf "$T/source.tar.gz" -C "$T/source" quartier-1
if PATH=/usr/bin:/bin command -v quartier >/dev/null || ! command -v curl >/dev/null; then
	skip "the program is built from a source archive" "quartier is installed, or curl is not"
else
	plain() { (cd "$T/checkout" && PATH=/usr/bin:/bin sh .ci/quartier "$@"); }
	exits "without a program and an address nothing works" 3 plain check
	says "and the script says what is missing" 'source_address' "$T/err"

	# By a container, by a package: stand-ins that tell what they are asked for.
	mkdir "$T/docker" "$T/apt" && echo package >"$T/quartier.deb"
	printf '#!/bin/sh\necho "docker: $*"\n' >"$T/docker/docker"
	cat >"$T/apt/apt-get" <<-EOF2
		#!/bin/sh
		case \$1 in
		install) [ ! -e "$T/unfit" ] || exit 100
			for last; do :; done
			[ "\$(cat "\$last")" = package ] && printf '#!/bin/sh\necho "installed: \$*"\n' >"$T/apt/quartier" && chmod +x "$T/apt/quartier" ;;
		esac
	EOF2
	printf '#!/bin/sh\nexec "$@"\n' >"$T/apt/sudo"
	chmod +x "$T/docker/docker" "$T/apt/apt-get" "$T/apt/sudo"
	with() { (cd "$T/checkout" && PATH=$T/$1:/usr/bin:/bin && shift && env "$@" sh .ci/quartier check --format github); }
	exits "with an image it runs in that" 0 with docker QUARTIER_IMAGE=forge.example/quartier QUARTIER_PACKAGE="file://$T/quartier.deb"
	says "in the folder of the content, as who is there" "^docker: run --rm --user $(id -u):$(id -g) -v $T/checkout:$T/checkout -w $T/checkout .* forge.example/quartier quartier check --format github\$" "$T/out"
	exits "with a package that is installed" 0 with apt QUARTIER_PACKAGE="file://$T/quartier.deb"
	says "and run" '^installed: check --format github$' "$T/out"
	rm "$T/apt/quartier" && touch "$T/unfit"
	exits "one that does not fit is an error" 3 with apt QUARTIER_PACKAGE="file://$T/quartier.deb"
	exits "or the source is built" 0 with apt QUARTIER_PACKAGE="file://$T/quartier.deb" QUARTIER_SOURCE="file://$T/source.tar.gz"
	says "after saying why" 'does not fit this machine' "$T/err"
	says "and run" '^built: check --format github$' "$T/out"
	exits "a package that cannot be had fails" 7 with apt QUARTIER_PACKAGE="http://127.0.0.1:1/quartier.deb"
	rm -rf "$T/checkout/.quartier/program"
	sed -i "s#^source_address=.*#source_address=file://$T/source.tar.gz#" "$T/checkout/.ci/quartier"
	exits "with one it is built" 0 plain check --format github
	says "and run" '^built: check --format github$' "$T/out"
	touch "$T/checkout/.quartier/program/kept"
	exits "again" 0 plain build
	[ -e "$T/checkout/.quartier/program/kept" ] && ok "what was unpacked is kept" || not_ok "what was unpacked is kept"
	exits "a variable goes before the file" 0 env QUARTIER_SOURCE="file://$T/./source.tar.gz" sh -c 'cd "$1" && PATH=/usr/bin:/bin sh .ci/quartier' - "$T/checkout"
	[ -e "$T/checkout/.quartier/program/kept" ] && not_ok "another address, another program" || ok "another address, another program"
	exits "an archive that cannot be had fails" 22 env QUARTIER_SOURCE="http://127.0.0.1:1/x.tar.gz" sh -c 'cd "$1" && PATH=/usr/bin:/bin sh .ci/quartier; [ $? -ne 0 ] && exit 22' - "$T/checkout"
fi
finish
