# How every target of Mend is made: one set of flags, one include root (the top of the source tree).

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()

add_library(mend_flags INTERFACE)
target_compile_features(mend_flags INTERFACE cxx_std_20)
target_include_directories(mend_flags INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_definitions(mend_flags INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT MEND_VERSION="${PROJECT_VERSION}")
target_compile_options(mend_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
  -fstack-protector-strong)
if(NOT MEND_SANITIZE AND NOT MEND_COVERAGE)
  # Some distributions' compilers define it already, as another number.
  target_compile_options(mend_flags INTERFACE
    $<$<CONFIG:Release,RelWithDebInfo>:-U_FORTIFY_SOURCE>
    $<$<CONFIG:Release,RelWithDebInfo>:-D_FORTIFY_SOURCE=3>)
endif()
if(NOT APPLE) # of ELF alone
  target_compile_options(mend_flags INTERFACE -fno-plt)
  target_link_options(mend_flags INTERFACE -Wl,-z,relro,-z,now)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  target_compile_options(mend_flags INTERFACE -fpch-preprocess) # so that ccache sees through a precompiled header
endif()
if(MEND_WERROR)
  target_compile_options(mend_flags INTERFACE -Werror)
endif()
if(MEND_SANITIZE)
  target_compile_options(mend_flags INTERFACE -fsanitize=${MEND_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(mend_flags INTERFACE -fsanitize=${MEND_SANITIZE})
endif()
if(MEND_FUZZ)
  target_compile_options(mend_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(MEND_COVERAGE)
  target_compile_options(mend_flags INTERFACE --coverage -O0)
  target_link_options(mend_flags INTERFACE --coverage)
endif()

# One precompiled header a family of targets: Qt's and GoogleTest's headers are most of what a file costs to compile.
# Sources include all they use, so turning it off (MEND_PCH=OFF) changes nothing but the time.
option(MEND_PCH "Use precompiled headers" ON)
function(mend_precompile family)
  cmake_parse_arguments(arg "" "" "LINKS;HEADERS" ${ARGN})
  set(source ${CMAKE_BINARY_DIR}/pch_${family}.cpp)
  file(GENERATE OUTPUT ${source} CONTENT "// Carries a precompiled header.\n")
  add_library(mend_pch_${family} OBJECT ${source})
  target_link_libraries(mend_pch_${family} PRIVATE mend_flags ${arg_LINKS})
  target_precompile_headers(mend_pch_${family} PRIVATE ${arg_HEADERS})
endfunction()
function(mend_reuse_precompiled target family)
  if(MEND_PCH)
    target_precompile_headers(${target} REUSE_FROM mend_pch_${family})
  endif()
endfunction()

# mend_library(core_base SOURCES a.cpp … LINKS Qt6::Core … PRIVATE_LINKS … [QT]): one static library a folder.
# QT turns on moc for folders that hold QObjects.
function(mend_library name)
  cmake_parse_arguments(arg "QT" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(mend_${name} STATIC ${arg_SOURCES})
  target_link_libraries(mend_${name} PUBLIC mend_flags ${arg_LINKS} PRIVATE ${arg_PRIVATE_LINKS})
  if(arg_QT)
    set_target_properties(mend_${name} PROPERTIES AUTOMOC ON)
  endif()
  if(name MATCHES "^ui_" AND NOT name STREQUAL ui_models)
    mend_reuse_precompiled(mend_${name} ui)
  else()
    mend_reuse_precompiled(mend_${name} core)
  endif()
endfunction()

# Files that read from the source tree are told where it is. Only they: the others compile to the same wherever
# the tree lies, so that ccache knows them again.
function(mend_tell_source_dir)
  foreach(source ${ARGN})
    file(STRINGS ${source} uses REGEX "MEND_SOURCE_DIR|check_in_fixture|checklist_fixture|drafts_fixture|main_window_fixture|vectors\\.h|shipped\\.h|wired\\.h|wired_day")
    if(uses)
      set_property(SOURCE ${source} APPEND PROPERTY COMPILE_DEFINITIONS MEND_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    endif()
  endforeach()
endfunction()

# mend_test(core_base SOURCES … LINKS … [GUI]): one GoogleTest binary a folder. GUI runs under the offscreen platform
# with a QApplication.
function(mend_test name)
  cmake_parse_arguments(arg "GUI" "" "SOURCES;LINKS" ${ARGN})
  add_executable(test_${name} ${arg_SOURCES})
  set(support mend_test_main)
  if(arg_GUI)
    set(support mend_test_main_gui)
    mend_reuse_precompiled(test_${name} test_gui)
  else()
    mend_reuse_precompiled(test_${name} test)
  endif()
  target_link_libraries(test_${name} PRIVATE mend_flags ${arg_LINKS} ${support} GTest::gmock)
  set_target_properties(test_${name} PROPERTIES AUTOMOC ON)
  mend_tell_source_dir(${arg_SOURCES})
  gtest_discover_tests(test_${name} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60 TEST_PREFIX "${name}."
    PROPERTIES TIMEOUT 120 ENVIRONMENT "LANG=C.UTF-8;LC_ALL=C.UTF-8;TZ=UTC")
endfunction()
