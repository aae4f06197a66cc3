# quartier: a git repository of merchant cards becomes a fast static site.
# Two commands do everything on a fresh Debian or Ubuntu: make demo, make test.

VERSION = 0.1.0
PREFIX  = /usr/local
bindir  = $(PREFIX)/bin
datadir = $(PREFIX)/share
mandir  = $(datadir)/man
docdir  = $(datadir)/doc/quartier
zshdir  = $(datadir)/zsh/site-functions
DESTDIR =
# release, asan, tsan, fuzz: each has its own folder below build/.
VARIANT = release
B       = build/$(VARIANT)

# --- What we lean on: pkg-config names, and the packages that bring them ---------------------

LIBRARIES = libcmark-gfm libgit2 yaml-0.1 libutf8proc libxxhash libmicrohttpd libjpeg libpng libwebp libwebpdemux \
            lcms2 pangocairo expat zlib libbrotlienc
# Without it a HEIC photo is an error that says how to export it.
HEIF      := $(shell pkg-config --exists libheif 2>/dev/null && echo libheif)
# Without it a flyer's PDF is a link without a picture of its first page.
PDF       := $(shell pkg-config --exists poppler-glib 2>/dev/null && echo poppler-glib)
# Ubuntu's libheif leaves HEIC to a plugin; Debian 12 has it within, and no such package.
DEBIAN    = build-essential pkg-config gettext tzdata libcmark-gfm-dev libcmark-gfm-extensions-dev \
            libgit2-dev libyaml-dev libutf8proc-dev libxxhash-dev libmicrohttpd-dev libjpeg-dev libpng-dev \
            libwebp-dev libgif-dev liblcms2-dev libpango1.0-dev libexpat1-dev zlib1g-dev libbrotli-dev libheif-dev libpoppler-glib-dev \
            fonts-dejavu-core libjs-leaflet $$(apt-cache pkgnames libheif-plugin-libde265 2>/dev/null)
# For the tests: command or file = package. What cannot be had (Ubuntu has no package of Chromium) skips its tests.
TEST_NEEDS = git=git valgrind=valgrind mandoc=mandoc xmllint=libxml2-utils node=nodejs npm=npm \
            java=default-jre-headless chromium-headless-shell=chromium-headless-shell /usr/share/fonts/truetype/dejavu=fonts-dejavu-core \
            clang=clang /usr/lib/llvm*/lib/clang/*/lib/*/libclang_rt.fuzzer*=libclang-rt-dev \
            exiftool=libimage-exiftool-perl brotli=brotli /usr/sbin/apache2=apache2-bin
LINT_NEEDS = clang=clang clang-format=clang-format clang-tidy=clang-tidy
FEDORA    = gcc make pkgconf gettext tzdata cmark-gfm-devel libgit2-devel libyaml-devel utf8proc-devel \
            xxhash-devel libmicrohttpd-devel libjpeg-turbo-devel libpng-devel libwebp-devel giflib-devel lcms2-devel expat-devel zlib-devel \
            brotli-devel pango-devel libheif-devel poppler-glib-devel dejavu-sans-fonts
ARCH      = base-devel gettext tzdata cmark-gfm libgit2 libyaml libutf8proc xxhash libmicrohttpd libjpeg-turbo libpng \
            libwebp giflib lcms2 pango expat zlib brotli libheif poppler-glib ttf-dejavu
ALPINE    = build-base pkgconf gettext-dev tzdata cmark-gfm-dev libgit2-dev yaml-dev utf8proc-dev \
            xxhash-dev libmicrohttpd-dev libjpeg-turbo-dev libpng-dev libwebp-dev giflib-dev lcms2-dev pango-dev expat-dev zlib-dev \
            brotli-dev libheif-dev poppler-dev ttf-dejavu
HOMEBREW  = pkg-config gettext cmark-gfm libgit2 libyaml utf8proc xxhash libmicrohttpd jpeg-turbo libpng \
            webp giflib little-cms2 pango expat zlib brotli libheif poppler

# For maps that can be moved, put into the program: libjs-leaflet of Debian and Ubuntu; elsewhere the folder of leaflet.zip, from
# https://leafletjs.com/download.html: make LEAFLET=FOLDER.
LEAFLET   = /usr/share/javascript/leaflet

# --- How it is compiled ----------------------------------------------------------------------

CC       = gcc
WARNINGS = -Wall -Wextra -Wshadow -Wconversion
CFLAGS   = -O2 -g
FLAGS_release =
# Line numbers are all that a report needs: a third less to compile and link.
FLAGS_asan    = -O1 -g1 -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
FLAGS_fuzz    = -O1 -g1 -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined
FLAGS_tsan    = -O0 -g1 -fsanitize=thread -fno-omit-frame-pointer
# Tests are compiled once and run once, and a hundred programs with all of it in them are linked.
FLAGS_tests   = $(if $(filter asan,$(VARIANT)),-O0)
# But for those that calculate themselves what must come out.
$(B)/tests/unit/media/%.o $(B)/tests/unit/map/test_addresses_real.o: FLAGS_tests =
QUICK_LINK   := $(firstword $(foreach ld,lld gold,$(if $(shell command -v ld.$(ld)),-fuse-ld=$(ld))))
LINK_asan     = $(QUICK_LINK)
LINK_tsan     = $(QUICK_LINK)
CPPFLAGS = -D_GNU_SOURCE -DQUARTIER_VERSION='"$(VERSION)"' $(HEIF:%=-DQUARTIER_HEIF) $(PDF:%=-DQUARTIER_PDF) -Igenerator
# Asked once, not for each file, and only when something is compiled.
PKG_CFLAGS = $(eval PKG_CFLAGS := $(shell pkg-config --cflags $(LIBRARIES) $(HEIF) $(PDF)))$(PKG_CFLAGS)
PKG_LIBS   = $(eval PKG_LIBS := $(shell pkg-config --libs $(LIBRARIES) $(HEIF) $(PDF)))$(PKG_LIBS)
LIBS     = $(PKG_LIBS) -lcmark-gfm-extensions -lgif -lpthread -lm
# The folder in which it is compiled is no part of the program: the same source gives the same package.
COMPILE  = $(CC) -std=c17 $(WARNINGS) $(WERROR) $(CFLAGS) $(FLAGS_$(VARIANT)) $(CPPFLAGS) \
           $(PKG_CFLAGS) -ffile-prefix-map='$(CURDIR)'=. -MMD -MP
LINK     = $(CC) $(CFLAGS) $(FLAGS_$(VARIANT)) $(LINK_$(VARIANT)) $(LDFLAGS)

SOURCES  = $(sort $(wildcard generator/*/*.c))
OBJECTS  = $(SOURCES:%.c=$(B)/%.o)
CATALOGS = $(patsubst generator/po/%.po,build/locale/%/LC_MESSAGES/quartier.mo,$(sort $(wildcard generator/po/*.po)))
UNITS    = $(patsubst %.c,$(B)/%,$(sort $(wildcard tests/unit/*/test_*.c)))

# One short line for each file; make V=1 shows the commands.
SAY = $(if $(V),,@echo '  $(1) $@';)

all: $(B)/quartier $(CATALOGS)  ## the program, optimised: build/release/quartier

$(B)/quartier: $(B)/generator/main.o $(B)/libquartier.a
	$(call SAY,link)$(LINK) -o $@ $^ $(LIBS)

$(B)/libquartier.a: $(OBJECTS)
	$(call SAY,join)rm -f $@ && ar rcs $@ $^

$(B)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(call SAY,compile)$(COMPILE) -c -o $@ $<

$(B)/tests/%.o: tests/%.c Makefile
	@mkdir -p $(@D)
	$(call SAY,compile)$(COMPILE) $(FLAGS_tests) -c -o $@ $<

# The assembler reads them, which -MMD does not see.
$(B)/generator/card/holidays_school.o: generator/card/school-holidays.yml
$(B)/generator/emit/offline.o: generator/emit/offline.js
$(B)/generator/site/preview.o: generator/site/preview.js
$(B)/generator/command/init_files.o: $(wildcard generator/command/init/*.txt)
$(B)/generator/theme/leaflet.o: build/leaflet/leaflet.js build/leaflet/leaflet.css

# With its notice, which Debian's short form has not; without the names of what we do not serve.
LEAFLET_NOTICE = sed -n '1{/^\/\*/!q}; 1s,/\*[^!]*$$,/*!,; s,\*/.*,*/,; p; /\*\//q' $(LEAFLET)/leaflet.js
build/leaflet/leaflet.js: $(firstword $(wildcard $(LEAFLET)/leaflet.min.js $(LEAFLET)/leaflet.js))
	@test -n "$^" || { echo "Leaflet is not in $(LEAFLET): run make deps, or give its folder: make LEAFLET=FOLDER"; exit 1; }
	@mkdir -p $(@D)
	$(call SAY,copy){ $(LEAFLET_NOTICE); sed '/^\/\/# sourceMappingURL/d' $<; } >$@
build/leaflet/leaflet.css: build/leaflet/leaflet.js
	$(call SAY,copy){ $(LEAFLET_NOTICE); sed 's/url([^)]*)/none/g' $(LEAFLET)/leaflet.css; } >$@

build/locale/%/LC_MESSAGES/quartier.mo: generator/po/%.po
	@mkdir -p $(@D)
	$(call SAY,format)msgfmt --check -o $@ $<

messages:  ## bring the catalogues of generator/po up to date with the sources
	xgettext --from-code=UTF-8 --add-comments=translators -k_ -kN_ -kngettext:1,2 --no-location --sort-output \
		--package-name=quartier --package-version=$(VERSION) -o build/quartier.pot $(SOURCES) generator/main.c
	for po in generator/po/*.po; do msgmerge --quiet --update --backup=none --no-fuzzy-matching --no-location $$po build/quartier.pot; done

# --- Using it --------------------------------------------------------------------------------

demo:  ## install what is missing, build, and show the example at http://127.0.0.1:8000/
	@$(MAKE) --no-print-directory deps
	@$(MAKE) --no-print-directory -j"$$(nproc)" all
	build/release/quartier serve content-example --port 8000

deps:  ## install what the build needs (Debian, Ubuntu), or name it (elsewhere)
	@pkg-config --exists $(LIBRARIES) 2>/dev/null && command -v $(CC) >/dev/null && \
		$(CC) -E -include gif_lib.h -x c /dev/null >/dev/null 2>&1 && command -v msgfmt >/dev/null && \
		test -e /usr/share/zoneinfo/Europe/Brussels && test -e $(LEAFLET)/leaflet.js || $(call install,$(DEBIAN))

deps-test: deps  ## and what the tests need besides
	@pkg-config --exists cmocka || $(call install,libcmocka-dev)
	@$(call wish,$(TEST_NEEDS))
	@cd tests && { test node_modules/.package-lock.json -nt package-lock.json || \
		npm ci --ignore-scripts --no-audit --no-fund --loglevel=error || \
		echo "Not installed, its tests are skipped: what tests/package.json names"; }

deps-lint: deps
	@$(call wish,$(LINT_NEEDS))

SUDO = $(if $(filter 0,$(shell id -u)),,sudo)
APT  = $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get -y -qq
can-install = command -v apt-get >/dev/null && command -v $(or $(SUDO),true) >/dev/null
# What must be there.
define install
{ if $(can-install); then \
	echo "Installing: $(1)"; \
	$(APT) update && $(APT) install --no-install-recommends $(1) >/dev/null; \
  else \
	echo "Please install what is missing, then run make again:"; \
	echo "  Debian, Ubuntu  apt-get install $(1)"; \
	echo "  Fedora          dnf install $(FEDORA)"; \
	echo "  Arch            pacman -S $(ARCH)"; \
	echo "  Alpine          apk add $(ALPINE)"; \
	echo "  macOS           brew install $(HOMEBREW)"; \
	echo "  Leaflet, where no package has it: unpack leaflet.zip of https://leafletjs.com/download.html, and make LEAFLET=FOLDER"; \
	exit 1; \
  fi; }
endef
# What is good to have: all at once, else one by one. What could not be had is told, and not tried again.
define wish
lacking() { for need in $(patsubst %,'%',$(1)); do \
	command -v "$${need%=*}" >/dev/null || compgen -G "$${need%=*}" >/dev/null || echo "$${need#*=}"; \
done; }; \
missing=$$(echo $$(lacking)); mkdir -p build; \
if [ -n "$$missing" ] && [ "$$missing" != "$$(cat build/without.$@ 2>/dev/null)" ] && $(can-install); then \
	echo "Installing: $$missing"; $(APT) update; \
	$(APT) install --no-install-recommends $$missing >/dev/null || for package in $$missing; do \
		$(APT) install --no-install-recommends $$package >/dev/null; \
	done; \
fi; \
missing=$$(echo $$(lacking)); echo "$$missing" >build/without.$@; \
[ -z "$$missing" ] || echo "Not installed, its tests are skipped: $$missing"
endef

# What is put where; completions are named by their shells. The program finds themes and catalogues in ../share beside its folder.
I       = $(abspath $(DESTDIR))
STRIP   =
BASHDIR = $(datadir)/bash-completion/completions
FISHDIR = $(datadir)/fish/vendor_completions.d
install: all  ## into $(DESTDIR)$(PREFIX): program, themes, manual page, catalogues, completions, samples
	@test "$(abspath $(datadir))" = "$(abspath $(bindir)/../share)" || \
		{ echo "datadir must be share beside bindir, where the program looks for its themes"; exit 1; }
	install -D $(STRIP) -m 755 $(B)/quartier $I$(bindir)/quartier
	install -D -m 644 generator/quartier.1 $I$(mandir)/man1/quartier.1
	find themes -type f -exec install -D -m 644 {} $I$(datadir)/quartier/{} \;
	cd generator/samples && find . -type f -exec install -D -m 644 {} $I$(docdir)/examples/{} \;
	cd build/locale && find . -name '*.mo' -exec install -D -m 644 {} $I$(datadir)/locale/{} \;
	mkdir -p $I$(BASHDIR) $I$(zshdir) $I$(FISHDIR)
	$(B)/quartier completion bash >$I$(BASHDIR)/quartier
	$(B)/quartier completion zsh >$I$(zshdir)/_quartier
	$(B)/quartier completion fish >$I$(FISHDIR)/quartier.fish

install-strip:  ## the same, and the program without what a debugger needs
	@$(MAKE) --no-print-directory install STRIP=-s

uninstall:  ## take away what install put there
	rm -f $I$(bindir)/quartier $I$(mandir)/man1/quartier.1 $I$(BASHDIR)/quartier $I$(zshdir)/_quartier $I$(FISHDIR)/quartier.fish \
		$(patsubst build/%,$I$(datadir)/%,$(CATALOGS))
	rm -rf $I$(datadir)/quartier $I$(docdir)

# Whoever publishes packages says who answers for them: make deb MAINTAINER='Name <name@example.org>'.
MAINTAINER = quartier developers <quartier@example.org>
DEB =
deb: all  ## a Debian package: build/quartier_VERSION_ARCHITECTURE.deb, or DEB=FILE
	@MAINTAINER='$(MAINTAINER)' generator/packaging/deb $(VERSION) $(DEB)

# --- Proving it ------------------------------------------------------------------------------

test:  ## install what is missing and run everything; ends with a line of counts
	@$(MAKE) --no-print-directory deps-test
	@$(MAKE) --no-print-directory -j"$$(nproc)" all $(B)/reference $(B)/history $(B)/map-draw
	@$(MAKE) --no-print-directory -j"$$(nproc)" VARIANT=asan all units
	@$(MAKE) --no-print-directory -j"$$(nproc)" VARIANT=tsan all $(THREADED:%=build/tsan/tests/unit/%)
	@if command -v clang >/dev/null; then $(MAKE) --no-print-directory -j"$$(nproc)" fuzzers; fi
	@tests/run
# The unit tests that ThreadSanitizer sees too: it has the last word where threads meet.
THREADED = base/test_pool card/test_cards media/test_album source/test_source map/test_atlas theme/test_mustache site/test_transaction site/test_branch site/test_events site/test_watch emit/test_emit

# README's reference, from the schema table.
reference: $(B)/reference  ## write the fields of all cards into README
	sed -i -e '/^<!-- reference: begin/,/^<!-- reference: end/{//!d}' -e '/^<!-- reference: begin/r /dev/stdin' README.md <<<"$$($<)"
$(B)/reference: $(B)/tests/reference/reference.o $(B)/libquartier.a
	$(call SAY,link)$(LINK) -o $@ $^ $(LIBS)
# What history knows, beside git's own words.
$(B)/history: $(B)/tests/reference/history.o $(B)/libquartier.a
	$(call SAY,link)$(LINK) -o $@ $^ $(LIBS)
# A map whole and in tiles, for the test of their seams.
$(B)/map-draw: $(B)/tests/reference/map_draw.o $(B)/libquartier.a
	$(call SAY,link)$(LINK) -o $@ $^ $(LIBS)

units: $(UNITS)
$(B)/tests/unit/%: $(B)/tests/unit/%.o $(B)/libquartier.a
	$(call SAY,link)$(LINK) -o $@ $^ $(shell pkg-config --libs cmocka) $(LIBS)

FUZZERS = $(patsubst tests/fuzz/%.c,$(B)/%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
fuzzers:  ## the fuzz targets: build/fuzz/fuzz_NAME CORPUS
	@$(MAKE) --no-print-directory VARIANT=fuzz CC=clang fuzz-targets
fuzz-targets: $(FUZZERS)
# What is fuzzed reads: the rooms that write are not compiled once more for it.
READING = $(filter-out $(B)/generator/emit/% $(B)/generator/site/% $(B)/generator/command/%,$(OBJECTS))
$(B)/libreading.a: $(READING)
	$(call SAY,join)rm -f $@ && ar rcs $@ $^
$(B)/fuzz_%: $(B)/tests/fuzz/fuzz_%.o $(B)/libreading.a
	$(call SAY,link)$(LINK) -fsanitize=fuzzer -o $@ $^ $(LIBS)

asan:  ## the program and unit tests with AddressSanitizer and UndefinedBehaviorSanitizer
	@$(MAKE) --no-print-directory VARIANT=asan all units

lint: deps-lint  ## formatting, clang-tidy, a second compiler's warnings
	clang-format --dry-run --Werror $(sort $(wildcard generator/*/*.[ch] generator/*.c tests/*/*.[ch] tests/*/*/*.[ch]))
	printf '%s\n' $(SOURCES) generator/main.c | xargs -P "$$(nproc)" -I{} \
		clang-tidy --quiet {} -- -std=c17 $(CPPFLAGS) $(PKG_CFLAGS) 2>/dev/null
	$(MAKE) --no-print-directory VARIANT=clang CC=clang WERROR=-Werror all

screenshots: all  ## pictures of every page kind into build/screenshots, to be looked at
	@$(MAKE) --no-print-directory deps-test
	node tests/browser/screenshots.mjs

bench:  ## speed and memory on 100, 1,000 and 10,000 merchants, beside the floors measured in the same run
	@$(MAKE) --no-print-directory -j"$$(nproc)" all $(B)/bench-hours
	@$(B)/bench-hours
	@tests/bench/run
$(B)/bench-hours: $(B)/tests/bench/hours.o $(B)/libquartier.a
	$(call SAY,link)$(LINK) -o $@ $^ $(LIBS)

SHARP = sharp@0.35.5
bench-photos: all  ## photos: CPU time beside libwebp alone, sharp and vipsthumbnail; FOLDER=photos to be measured
	@cd tests && { test -d node_modules/sharp || ! command -v npm >/dev/null || \
		npm install --no-save --ignore-scripts --no-audit --no-fund --loglevel=error $(SHARP) || true; }
	@LIBS='$(LIBS)' tests/bench/photos $(or $(FOLDER),../shared/data/photos/shops)

bench-map: all $(B)/bench-map  ## maps: times, memory and bytes of an extract; FILE=extract.osm to be measured
	@$(B)/bench-map themes/marche/map.yml $(or $(FILE),$(sort $(wildcard ../shared/data/osm/*.osm ../shared/data/osm/*.osm.gz)))
$(B)/bench-map: $(B)/tests/bench/map.o $(B)/libquartier.a
	$(call SAY,link)$(LINK) -o $@ $^ $(LIBS)

clean:  ## take away all that make made
	rm -rf build tests/node_modules

help:  ## this list
	@awk -F ':.*##  *' '/^[a-z-]+:.*##/ { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

SHELL = /bin/bash
.PHONY: all bench-photos bench-map messages demo deps deps-test deps-lint install install-strip uninstall deb test reference units fuzzers fuzz-targets asan lint screenshots bench clean help
# Objects of tests are kept, so that a second run compiles nothing.
.SECONDARY:
-include $(OBJECTS:.o=.d) $(B)/generator/main.d $(UNITS:=.d) $(wildcard $(B)/tests/*/*.d)
