# Everything Mend stands on, all from the distribution (core/README.md says what each is for).

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Network DBus PrintSupport Svg LinguistTools)
find_package(tl-expected REQUIRED)
find_package(OpenSSL 3 REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium>=1.0.18)
# The number pkg-config knows is that of the SQLite inside; full-text search forgets withdrawn words from 3.42 on. That it
# is SQLCipher at all is proven when Mend is built and again at each start, by PRAGMA cipher_version.
pkg_check_modules(sqlcipher REQUIRED IMPORTED_TARGET sqlcipher>=3.42)
if(NOT MEND_SQLCIPHER_VERSION)
  try_run(MEND_SQLCIPHER_RUNS MEND_SQLCIPHER_COMPILES ${CMAKE_BINARY_DIR}/sqlcipher_check
    SOURCES ${CMAKE_CURRENT_LIST_DIR}/sqlcipher_check.cpp
    LINK_LIBRARIES PkgConfig::sqlcipher RUN_OUTPUT_VARIABLE MEND_SQLCIPHER_SAID)
  if(NOT MEND_SQLCIPHER_COMPILES OR NOT MEND_SQLCIPHER_RUNS EQUAL 0)
    message(FATAL_ERROR "The sqlcipher that was found is not SQLCipher 4.5 or newer: ${MEND_SQLCIPHER_SAID}")
  endif()
  string(STRIP "${MEND_SQLCIPHER_SAID}" said)
  message(STATUS "SQLCipher answers with its version: ${said}")
  set(MEND_SQLCIPHER_VERSION "${said}" CACHE INTERNAL "What PRAGMA cipher_version said")
endif()
find_path(ZXCVBN_INCLUDE_DIR zxcvbn.h PATH_SUFFIXES zxcvbn REQUIRED)
find_library(ZXCVBN_LIBRARY zxcvbn REQUIRED)
if(MEND_TESTS)
  find_package(GTest REQUIRED)
  include(GoogleTest)
endif()

if(MEND_PCH)
  set(core_headers <QByteArray> <QString> <QStringList> <QList> <QMap> <QDate> <QObject> <QTimer> <algorithm> <array>
      <functional> <map> <memory> <optional> <set> <span> <variant> <vector> <tl/expected.hpp>)
  set(ui_headers ${core_headers} <QWidget> <QLabel> <QPushButton> <QBoxLayout> <QPainter> <QFrame>)
  mend_precompile(core LINKS Qt6::Core tl::expected HEADERS ${core_headers})
  mend_precompile(ui LINKS Qt6::Widgets tl::expected HEADERS ${ui_headers})
  if(MEND_TESTS)
    mend_precompile(test LINKS Qt6::Core tl::expected GTest::gmock HEADERS ${core_headers} <gtest/gtest.h>)
    mend_precompile(test_gui LINKS Qt6::Widgets tl::expected GTest::gmock HEADERS ${ui_headers} <gtest/gtest.h>)
  endif()
endif()
