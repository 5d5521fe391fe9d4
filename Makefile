# `make report` and `make test` are all a newcomer needs; `make help` lists the rest.

# Where linker and C library can, the places that depend on where the program lies take 22 KB and not 2.5 MB, which are read at each start.
PACKED := $(shell command -v ld.lld >/dev/null && getconf GNU_LIBC_VERSION 2>/dev/null | awk '{ split($$2, v, "."); \
    if (v[1] > 2 || v[2] >= 36) print "-Xswiftc -use-ld=lld -Xlinker -z -Xlinker pack-relative-relocs" }')
# What this very compiler takes from runs of the program, so that what is asked often is laid out for that; see `make profile`.
SWIFT_VERSION = $(shell swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9.]+).*/\1/p')
PROFILE = $(wildcard $(CURDIR)/Benchmarks/swift-$(SWIFT_VERSION).profdata)
PROFILED = $(addprefix -Xswiftc -Xfrontend -Xswiftc -ir-profile-use=,$(PROFILE))
RELEASE = swift build -c release --static-swift-stdlib $(PACKED)
SWIFT_BUILD = $(RELEASE) $(PROFILED) --product
GTM = .build/release/gtm
AS_OF = 2026-11-15
PREFIX = /usr/local

.PHONY: report reports test help build install deb test-deb needs needs-office needs-browser lint test-swift test-examples test-reference test-engines test-spark test-delivery test-hardened test-workbook test-page gallery fuzz pictures sample bench profile clean

report: build ## publish the sample company's weekly report under reports/
	@$(GTM) run pipelines/weekly.yml --as-of $(AS_OF) --quiet --replace
	@echo "Open reports/weekly/latest/report.xlsx and reports/weekly/latest/report.html"

reports: build ## publish all of the sample company's reports anew: week, month and quarter, in English and Chinese
	@for pipeline in weekly monthly quarterly; do \
	    $(GTM) run pipelines/$$pipeline.yml --as-of $(AS_OF) --quiet --replace || exit; done

test: needs lint build test-swift test-examples test-reference ## install what is missing and run every test

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 24

build: needs ## build the program in release: .build/release/gtm
	@$(SWIFT_BUILD) gtm

install: build ## install the program with its man page, completions and units under PREFIX (/usr/local); DESTDIR for packagers
	@scripts/install binutils:strip python3:python3
	@scripts/stage $(GTM) "$(DESTDIR)" "$(PREFIX)"

deb: build ## build the Debian package: .build/deb/gtm_VERSION_amd64.deb
	@scripts/install dpkg-dev:dpkg-shlibdeps binutils:strip python3:python3
	@scripts/deb $(GTM) .build/deb

test-deb: deb ## install the package in a fresh root made by debootstrap, and use it there; as root
	@scripts/install debootstrap
	@Tests/Package/test .build/deb/gtm_$$(cat VERSION)_$$(dpkg --print-architecture).deb

needs: ## install the system libraries that are missing
	@scripts/install libxlsxwriter-dev libssl-dev zlib1g-dev libdeflate-dev libuchardet-dev libsqlite3-dev libcurl4-openssl-dev pkg-config python3:python3

needs-office: needs ## install LibreOffice for the workbook's tests
	@scripts/install libreoffice-calc:soffice poppler-utils:pdftoppm fonts-noto-cjk

needs-browser: needs ## install Chromium for the page's pictures
	@scripts/install chromium fonts-noto-cjk

lint: ## check the format of the code
	@swift format lint --strict --recursive --parallel Sources Tests Benchmarks/TypedRead Package.swift Plugins Fuzzing/Package.swift Fuzzing/Sources

test-swift: build ## the Swift tests, those of commands with the program built in release
	GTM=$(abspath $(GTM)) swift test --disable-xctest

test-examples: build ## the worked examples of the standard catalogue, and those that others have published
	$(GTM) test
	$(GTM) test Tests/Published/pipeline.yml

test-reference: build ## random companies against an independent computation, planted causes (PLANTED=10 for more), one company in many disguises
	@printf '%s\n' "python3 -m unittest discover -s Tests/Reference -p 'test_*.py'" \
	    'python3 Tests/Reference/check.py --gtm $(GTM) --seeds 1-40' \
	    'python3 Tests/Reference/playbook.py --gtm $(GTM) --seeds 1-40' \
	    'python3 Tests/Reference/planted.py $(GTM) $(or $(PLANTED),3)' \
	    'python3 Tests/Disguises/disguises.py --gtm $(GTM)' \
	    'python3 Tests/Reference/rows.py --gtm $(GTM) --seeds 1-10' \
	    'python3 Tests/Reference/figures.py --gtm $(GTM) --seeds 1-20' \
	    'python3 Tests/Reference/projections.py --gtm $(GTM) --seeds 1-12' \
	    'python3 sample-data/generate.py --check' | xargs -t -d '\n' -P 2 -I {} sh -c '{}'

ENGINE_LEADS ?= 300,20000

test-engines: build ## leads counted by DuckDB: the same reports to the byte (ENGINE_LEADS=300,20000)
	@scripts/install python3-pip:pip3
	@[ -x .build/duckdb/python/duckdb_cli/duckdb ] \
	    || python3 -m pip install --quiet --root-user-action ignore --target .build/duckdb/python --upgrade duckdb-cli
	python3 Tests/Engines/engines.py --gtm $(GTM) --sample sample-data/inbox --leads $(ENGINE_LEADS) \
	    --launch '$(CURDIR)/.build/duckdb/python/duckdb_cli/duckdb -bail -f {sql}'

test-spark: build ## leads counted by a cluster of Spark on the loopback, disturbed (SPARK_LEADS=1000000 for more); 500 MB to install
	@scripts/install python3-pip:pip3 openjdk-17-jre-headless:java
	@[ -x .build/spark/python/pyspark/bin/spark-sql ] \
	    || python3 -m pip install --quiet --root-user-action ignore --target .build/spark/python --upgrade 'pyspark>=4,<5'
	@cd Tests/Engines && SPARK_HOME=$(CURDIR)/.build/spark/python/pyspark python3 cluster.py --gtm $(abspath $(GTM)) \
	    --sample $(CURDIR)/sample-data/inbox --leads $(or $(SPARK_LEADS),20000)

test-delivery: build ## mail, messages, copies and stores end to end, against servers on the loopback
	@scripts/install openssl strace python3-pip:pip3
	@PYTHONPATH=.build/delivery/python python3 -c 'import aiosmtpd, boto3, flask, moto' 2>/dev/null \
	    || python3 -m pip install --quiet --root-user-action ignore --target .build/delivery/python --upgrade \
	        aiosmtpd boto3 'moto[server]'
	@cd Tests/Delivery && export GTM=$(CURDIR)/$(GTM) PYTHONPATH=$(CURDIR)/.build/delivery/python && \
	    ls test_*.py | xargs -P 4 -I {} python3 -W ignore -m unittest -q {}

test-hardened: build ## disturbed runs end to end: killed, without rights, memory or room, on hostile files
	@scripts/install strace util-linux:prlimit gcc:cc
	@cd Tests/Hardened && GTM=$(CURDIR)/$(GTM) python3 -W ignore -m unittest -q

test-operations: build ## kill, damage, fill up and disturb runs from outside, and make old reports again (KILLS=200 for more)
	@scripts/install faketime strace python3:python3
	@cd Tests/Operations && export GTM=$(abspath $(GTM)) && \
	    ls test_*.py | xargs -P 2 -I {} python3 -W ignore -m unittest -q {}

test-workbook: build needs-office ## LibreOffice recomputes every formula of the sample workbook and prints it; cells are traced to rows
	$(GTM) run pipelines/weekly.yml --as-of $(AS_OF) --quiet --replace --reports .build/workbook --state .build/workbook-state
	python3 Tests/Workbook/recalculate.py .build/workbook/weekly/latest/report.xlsx
	python3 Tests/Workbook/whatif.py .build/workbook/weekly/latest/report.xlsx
	python3 Tests/Workbook/statuses.py .build/workbook/weekly/latest/report.xlsx
	$(GTM) run Tests/Workbook/editions.yml --as-of $(AS_OF) --quiet --replace
	for edition in .build/workbook/editions/latest/audiences/*; do python3 Tests/Workbook/withheld.py $$edition sample-data/inbox || exit 1; done
	python3 Tests/Workbook/pages.py .build/workbook/weekly/latest/report.xlsx
	swift test --disable-xctest --filter WorkbookRecalculationTests
	@scripts/install python3-pip:pip3
	@PYTHONPATH=.build/workbook/python python3 -c 'import openpyxl' 2>/dev/null \
	    || python3 -m pip install --quiet --root-user-action ignore --target .build/workbook/python openpyxl
	PYTHONPATH=.build/workbook/python python3 Tests/Reference/traces.py --gtm $(GTM) --pipeline pipelines/weekly.yml \
	    --workbook .build/workbook/weekly/latest/report.xlsx

test-page: build needs-browser ## the page in Chromium: axe, widths, light and dark, targets, labels, length, paper; odd companies
	@scripts/install python3-pip:pip3
	@PYTHONPATH=.build/page/python python3 -c 'import playwright, axe_playwright_python, pypdf' 2>/dev/null \
	    || python3 -m pip install --quiet --root-user-action ignore --target .build/page/python --upgrade \
	        playwright axe-playwright-python pypdf
	@cd Tests/Page && GTM=$(abspath $(GTM)) PYTHONPATH=$(CURDIR)/.build/page/python python3 -W ignore -m unittest

gallery: build needs-browser ## draw the pictures of docs/gallery.md anew; needs what test-page installs
	@cd Tests/Page && GTM=$(abspath $(GTM)) PYTHONPATH=$(CURDIR)/.build/page/python python3 gallery.py

fuzz: needs ## fuzz every reader of what people write, FUZZ_SECONDS (60) each
	Fuzzing/run

pictures: build needs-office needs-browser ## draw the sample report as pictures, under .build/pictures
	$(GTM) run pipelines/weekly.yml --as-of $(AS_OF) --quiet --replace --reports .build/pictures --state .build/workbook-state
	cd .build/pictures && soffice --headless --convert-to pdf weekly/latest/report.xlsx >/dev/null && pdftoppm -r 80 -png report.pdf workbook
	cd .build/pictures && for width in 500 1440; do chromium --headless --no-sandbox --hide-scrollbars \
	    --screenshot=page-$$width.png --window-size=$$width,6000 weekly/latest/report.html >/dev/null 2>&1; done
	@ls .build/pictures/*.png

sample: ## write the sample company's exports anew
	python3 sample-data/generate.py

bench: build ## measure beside DuckDB, in one run: typed reading, and the whole report (BENCH="read --runs 9" for a part)
	@scripts/install python3-pip:pip3 gcc:cc libxlsxwriter-dev
	@$(SWIFT_BUILD) TypedRead
	@python3 -c 'import duckdb, xlsxwriter' 2>/dev/null || [ -d .build/bench/python ] \
	    || python3 -m pip install --quiet --target .build/bench/python duckdb xlsxwriter
	@PYTHONPATH=.build/bench/python python3 Benchmarks/run.py $(BENCH)

profile: needs ## run a program that counts its branches, for the compiler of `make build` (Benchmarks/swift-VERSION.profdata); 15 minutes
	@scripts/install python3-pip:pip3
	@$(RELEASE) --scratch-path .build/profile --product gtm -Xswiftc -Xfrontend -Xswiftc -ir-profile-generate \
	    -Xswiftc -Xclang-linker -Xswiftc -fprofile-generate
	@python3 -c 'import duckdb' 2>/dev/null || [ -d .build/bench/python ] \
	    || python3 -m pip install --quiet --target .build/bench/python duckdb xlsxwriter
	@PYTHONPATH=.build/bench/python python3 Benchmarks/profile.py --gtm .build/profile/release/gtm \
	    --merge "$$(dirname "$$(readlink -f "$$(command -v swiftc)")")/llvm-profdata" --out Benchmarks/swift-$(SWIFT_VERSION).profdata
	@echo 'Changed functions are built without it until then. `make clean build` takes it up.'

clean: ## remove what was built
	rm -rf .build .build-*
