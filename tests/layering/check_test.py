#!/usr/bin/python3
"""Plants each kind of violation in a tree of its own and sees that its rule, and no other, finds it."""

import contextlib
import io
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.dont_write_bytecode = True

import check  # noqa: E402
import check_format  # noqa: E402
import house  # noqa: E402
import rules  # noqa: E402
import source  # noqa: E402


class Tree(unittest.TestCase):
    """A small house that breaks no rule, to which each test adds one fault."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.top = Path(folder.name)
        for name in house.TOP_LEVEL:
            (self.top / name).write_text("") if "." in name or name == "LICENSE" else (self.top / name).mkdir()
        for room in house.CORE + ["ui/theme", "ui/models", "ui/widgets", "ui/window", "ui/pages/today",
                                  "ui/pages/unlock", "app/desktop", "app/cli", "tests/support"]:
            self.put(f"{room}/part.h", "#pragma once\n")
        self.put("core/vault/store.cpp", "#include <sqlite3.h>\n")
        self.put("core/crypto/seal.cpp", "#include <openssl/x509.h>\n#include <sodium.h>\n")

    def put(self, path, text):
        path = self.top / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def found(self, group="layering"):
        return [(f.rule, f.path) for rule in check.GROUPS[group] for f in rule(self.top)]

    def assert_only(self, rule, path, group="layering"):
        self.assertEqual(self.found(group), [(rule, path)])


class TheWholeHouse(Tree):
    def test_finds_nothing_in_a_house_that_keeps_the_rules(self):
        for group in check.GROUPS:
            self.assertEqual(self.found(group), [])

    def test_exit_code_says_whether_something_was_found(self):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            self.assertEqual(check.main(self.top, "layering"), 0)
            self.put("core/base/a.cpp", "#include <QSqlQuery>\n")
            self.assertEqual(check.main(self.top, "layering"), 1)
        self.assertIn("core/base/a.cpp:1: qtsql:", printed.getvalue())

    def test_stray_entry_at_the_top(self):
        self.put("notes.txt", "")
        self.assert_only("top-level", "notes.txt")

    def test_missing_entry_at_the_top(self):
        (self.top / "README.md").unlink()
        self.assert_only("top-level", "README.md")

    def test_dot_files_at_the_top_are_free(self):
        self.put(".build/test/part.h", "#include <QtSql>\n")
        self.put(".clang-format", "")
        self.assertEqual(self.found(), [])


class Arrows(Tree):
    ORDER = {
        "core/base": "core/crypto", "core/crypto": "core/domain", "core/domain": "core/guide",
        "core/guide": "core/record", "core/record": "core/vault", "core/vault": "core/sync",
        "core/sync": "core/sync/transport", "core/sync/transport": "core/workspace",
        "core/workspace": "ui/models", "ui/models": "ui/theme", "ui/theme": "ui/widgets",
        "ui/widgets": "ui/pages/today", "ui/pages/today": "ui/window", "ui/window": "app/desktop",
        "app/cli": "ui/widgets", "app/desktop": "tests/support",
    }

    def test_every_arrow_upward(self):
        for room, above in self.ORDER.items():
            with self.subTest(room=room):
                self.put(f"{room}/up.cpp", f'#include "{above}/part.h"\n')
                self.assert_only("arrow", f"{room}/up.cpp")
                (self.top / room / "up.cpp").unlink()

    def test_what_ui_must_not_see(self):
        for room in ("core/vault", "core/sync", "core/sync/transport", "core/crypto", "core/record"):
            for page in ("ui/models", "ui/widgets", "ui/pages/today", "ui/window"):
                with self.subTest(room=room, page=page):
                    self.put(f"{page}/peek.cpp", f"#include <{room}/part.h>\n")
                    self.assert_only("arrow", f"{page}/peek.cpp")
                    (self.top / page / "peek.cpp").unlink()

    def test_sync_reaches_no_vault(self):
        self.put("core/sync/a.cpp", '#include "core/vault/part.h"\n')
        self.assert_only("arrow", "core/sync/a.cpp")

    def test_page_that_uses_another_page(self):
        self.put("ui/pages/today/a.cpp", '#include "ui/pages/unlock/part.h"\n')
        self.assert_only("arrow", "ui/pages/today/a.cpp")

    def test_include_that_climbs(self):
        self.put("core/domain/a.cpp", '#include "../base/part.h"\n')
        self.assert_only("arrow", "core/domain/a.cpp")

    def test_room_that_nobody_has_drawn(self):
        self.put("core/extras/a.cpp", '#include "core/base/part.h"\n')
        self.assert_only("arrow", "core/extras/a.cpp")

    def test_arrows_downward_and_within_a_room(self):
        self.put("core/vault/a.cpp", '#include "core/record/part.h"\n#include "part.h"\n')
        self.put("core/workspace/a.cpp", '#include "core/sync/transport/part.h"\n')
        self.put("ui/window/a.cpp", '#include "ui/pages/today/part.h"\n#include "core/workspace/part.h"\n')
        self.put("app/desktop/a.cpp", '#include "core/vault/part.h"\n#include "ui/window/part.h"\n')
        self.put("tests/core/vault/a.cpp", '#include "core/vault/part.h"\n#include "tests/support/part.h"\n')
        self.assertEqual(self.found(), [])

    def test_include_in_a_comment_or_text_is_none(self):
        self.put("core/base/a.cpp", '// #include "core/vault/part.h"\nauto t = "#include <QtSql>";\n')
        self.assertEqual(self.found(), [])

    def test_circle_among_folders(self):
        self.put("app/desktop/a.cpp", '#include "app/demo/part.h"\n')
        self.put("app/demo/part.h", '#pragma once\n#include "app/desktop/part.h"\n')
        self.assertEqual([rule for rule, _ in self.found()], ["circle"])

    def test_circle_over_three_folders(self):
        for one, other in (("one", "two"), ("two", "three"), ("three", "one")):
            self.put(f"app/{one}/part.h", f'#pragma once\n#include "app/{other}/part.h"\n')
        self.assertEqual([rule for rule, _ in self.found()], ["circle"])


class Libraries(Tree):
    def plant(self, path, header, rule):
        with self.subTest(path=path, header=header):
            self.put(path, ("#pragma once\n" if path.endswith(".h") else "") + f"#include <{header}>\n")
            self.assert_only(rule, path)
            (self.top / path).unlink()

    def test_widgets_and_gui_in_core(self):
        for header in ("QWidget", "QtWidgets/QLabel", "QtWidgets", "QApplication", "QListView", "QPainter", "QIcon"):
            self.plant("core/workspace/a.cpp", header, "core-gui")

    def test_view_types_of_text_are_no_widgets(self):
        self.put("core/base/a.cpp", "#include <QStringView>\n#include <QByteArrayView>\n")
        self.assertEqual(self.found(), [])

    def test_widgets_in_models(self):
        self.plant("ui/models/a.cpp", "QStyledItemDelegate", "models-widgets")

    def test_objects_below_transport_and_workspace(self):
        for room in ("base", "crypto", "domain", "guide", "record", "vault", "sync"):
            self.plant(f"core/{room}/a.h", "QObject", "qobject")
        self.plant("core/sync/a.cpp", "QTcpSocket", "qobject")
        self.put("core/sync/transport/a.h", "#pragma once\n#include <QObject>\n#include <QSslSocket>\n")
        self.put("core/workspace/a.h", "#pragma once\n#include <QObject>\n")
        self.assertEqual(self.found(), [])

    def test_qtsql_anywhere(self):
        for path in ("core/vault/a.cpp", "ui/models/a.cpp", "app/desktop/a.cpp", "tests/ui/a.cpp"):
            self.plant(path, "QSqlDatabase", "qtsql")

    def test_sqlite_behind_the_vault(self):
        for header in ("sqlite3.h", "sqlcipher/sqlite3.h"):
            self.plant("core/vault/a.h", header, "sqlite")
            self.plant("core/workspace/a.cpp", header, "sqlite")
            self.plant("app/desktop/a.cpp", header, "sqlite")

    def test_crypto_libraries_behind_crypto(self):
        for header in ("sodium.h", "sodium/crypto_kdf.h", "openssl/evp.h"):
            self.plant("core/crypto/a.h", header, "crypto-library")
            self.plant("core/vault/a.cpp", header, "crypto-library")
            self.plant("tests/support/a.h", header, "crypto-library")


class Calls(Tree):
    def plant(self, path, code, rule):
        with self.subTest(code=code):
            self.put(path, f"auto a = 1;\n{code}\n")
            self.assertEqual([(f.rule, f.line) for f in rules.check_calls(self.top)], [(rule, 2)])
            (self.top / path).unlink()

    def test_translation_in_core(self):
        for code in ('auto s = tr("x");', 'QCoreApplication::translate("a", "b");', 'QT_TR_NOOP("x")'):
            self.plant("core/workspace/a.cpp", code, "translation")
        self.put("core/workspace/a.cpp", "auto s = str(1); // tr(1)\n")
        self.put("ui/window/a.cpp", 'auto s = tr("x");\n')
        self.assertEqual(self.found(), [])

    def test_environment_in_core(self):
        for code in ('std::getenv("X");', 'qgetenv("X");', 'qEnvironmentVariable("X");'):
            self.plant("core/vault/a.cpp", code, "environment")

    def test_time_that_is_not_passed_in(self):
        for code in ("QDate::currentDate();", "QDateTime::currentDateTimeUtc();",
                     "std::chrono::system_clock::now();", "time(nullptr);"):
            self.plant("core/domain/a.cpp", code, "now")
            self.plant("ui/widgets/a.cpp", code, "now")
        self.put("core/base/clock.cpp", "QDateTime::currentDateTimeUtc();\n")
        self.assertEqual(self.found(), [])

    def test_randomness_that_is_not_passed_in(self):
        for code in ("std::random_device d;", "QRandomGenerator::global();", "rand();"):
            self.plant("core/sync/a.cpp", code, "chance")

    def test_singleton(self):
        self.plant("core/vault/a.cpp", "static Vault& instance();", "singleton")
        self.plant("app/desktop/a.cpp", "Vault& Vault::instance() {", "singleton")


class Names(Tree):
    def test_vague_file(self):
        for name in ("utils.cpp", "vault_manager.cpp", "helper.cpp"):
            self.put(f"core/vault/{name}", "")
            self.assert_only("name", f"core/vault/{name}")
            (self.top / "core/vault" / name).unlink()

    def test_vague_class(self):
        self.put("ui/window/a.h", "#pragma once\nclass PageManager {\n};\n")
        self.assert_only("name", "ui/window/a.h")

    def test_forward_declaration_of_somebody_elses_class(self):
        self.put("core/sync/transport/a.h", "#pragma once\nclass QNetworkAccessManager;\n")
        self.assertEqual(self.found(), [])

    def test_file_over_the_longest(self):
        self.put("core/base/a.cpp", "\n" * rules.LONGEST_FILE)
        self.assertEqual(self.found(), [])
        self.put("core/base/a.cpp", "\n" * (rules.LONGEST_FILE + 1))
        self.assert_only("length", "core/base/a.cpp")

    def test_header_without_a_guard(self):
        self.put("core/base/a.h", "int a();\n")
        self.assert_only("pragma-once", "core/base/a.h")


class HostsAndDocuments(Tree):
    def test_package_host_in_any_file(self):
        # Put together here, so that this file names none either.
        for name in ("deb.debian", "registry.npmjs", "security.ubuntu", "pypi", "snapshot.debian"):
            for path in ("packaging/install.sh", "README.md", ".ci/run"):
                with self.subTest(name=name, path=path):
                    self.put(path, f"x\nhttp://{name}." + "org/x\n")
                    self.assert_only("package-host", path, "hosts")
                    self.put(path, "")

    def test_other_addresses_are_free(self):
        self.put("core/NOTES.md", "http://www.w3.org/2000/svg and findahelpline.com\n")
        self.assertEqual(self.found("hosts"), [])

    def test_document_that_names_a_missing_file(self):
        self.put("core/README.md", "See `core/base/part.h`.\n")
        self.assertEqual(self.found("documents"), [])
        self.put("core/README.md", "See `core/base/gone.h`.\n")
        self.assert_only("document", "core/README.md", "documents")


@unittest.skipUnless(check_format.formatter(), "clang-format 14 is not installed")
class Format(Tree):
    def test_names_the_file_that_is_not_formatted(self):
        self.put(".clang-format", "BasedOnStyle: LLVM\n")
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            self.assertEqual(check_format.main(self.top), 0)
            self.put("core/base/a.cpp", "int  a( ) ;\n")
            self.assertEqual(check_format.main(self.top), 1)
        self.assertIn("core/base/a.cpp", printed.getvalue())


class ReadingSources(unittest.TestCase):
    def test_comments_and_literals_keep_their_lines(self):
        text = 'a /* tr(\n tr( */ b\nR"x(tr(\n)x" c "tr(" d // tr(\n\'"\' e\n'
        self.assertEqual([line.split() for line in source.code_of(text).splitlines()],
                         [["a"], ["b"], ['""'], ["c", '""', "d"], ["'", "'", "e"]])


if __name__ == "__main__":
    unittest.main()
