# Everything Mend stands on, all from the distribution (core/README.md says what each is for).

find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Network DBus Svg LinguistTools)
find_package(tl-expected REQUIRED)
find_package(OpenSSL 3 REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium>=1.0.18)
# The number pkg-config knows is that of the SQLite inside; SQLCipher 4.5 carries 3.39 or newer. That it
# is SQLCipher at all is proven when Mend is built and again at each start, by PRAGMA cipher_version.
pkg_check_modules(sqlcipher REQUIRED IMPORTED_TARGET sqlcipher>=3.39)
find_path(ZXCVBN_INCLUDE_DIR zxcvbn.h PATH_SUFFIXES zxcvbn REQUIRED)
find_library(ZXCVBN_LIBRARY zxcvbn REQUIRED)
if(MEND_TESTS)
  find_package(GTest REQUIRED)
  include(GoogleTest)
endif()
