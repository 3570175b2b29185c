# Packages: `cpack -G DEB`, `cpack -G NSIS` on Windows, `cpack -G DragNDrop` on macOS.

set(CPACK_PACKAGE_NAME mend)
set(CPACK_PACKAGE_VENDOR "The Mend developers")
set(CPACK_PACKAGE_CONTACT "The Mend developers <mend@mend.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "quiet place for two people who are rebuilding trust")
set(CPACK_PACKAGE_DESCRIPTION
"Mend is for two people after trust was broken between them. Each has it on
their own computer, writes a short check-in a day, makes commitments and says
how they went; the other says what they saw, and both look at one timeline.
What is written lies encrypted on one's own computer, and what is shared
travels encrypted over the local network. There is no account and no server.")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_INSTALL_DIRECTORY Mend)
set(CPACK_STRIP_FILES ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON) # the libraries, as dpkg-shlibdeps reads them from the programs
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS fonts-inter)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

include(${CMAKE_SOURCE_DIR}/packaging/windows/package.cmake)
include(${CMAKE_SOURCE_DIR}/packaging/macos/package.cmake)
include(CPack)
