# What `cmake --install` puts under a prefix beside the two programs: menu entry, icons, metainfo, man pages, papers.

if(APPLE OR NOT UNIX)
  return()
endif()
set(linux ${CMAKE_SOURCE_DIR}/packaging/linux)
set(made ${CMAKE_BINARY_DIR}/packaging)
set(app_id local.mend.Mend)

install(FILES ${linux}/${app_id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${linux}/${app_id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${CMAKE_SOURCE_DIR}/resources/icons/mend.svg RENAME ${app_id}.svg
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${linux}/${app_id}-symbolic.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/symbolic/apps)

find_program(MEND_AWK awk REQUIRED)
find_program(MEND_GZIP gzip REQUIRED)
configure_file(${linux}/mend.1.in ${made}/mend.1 @ONLY)
# mend-cli(1) tells the commands as the program itself does.
add_custom_command(OUTPUT ${made}/mend-cli.1
  COMMAND mend-cli --help > ${made}/mend-cli.help
  COMMAND ${MEND_AWK} -v version=${PROJECT_VERSION} -f ${linux}/man_page.awk
          ${made}/mend-cli.help ${linux}/mend-cli.1.in > ${made}/mend-cli.1
  DEPENDS mend-cli ${linux}/man_page.awk ${linux}/mend-cli.1.in VERBATIM)
set(changelog ${CMAKE_SOURCE_DIR}/packaging/debian/changelog)
add_custom_command(OUTPUT ${made}/mend.1.gz ${made}/mend-cli.1.gz ${made}/changelog.Debian.gz
  COMMAND ${MEND_GZIP} -9nc ${made}/mend.1 > ${made}/mend.1.gz
  COMMAND ${MEND_GZIP} -9nc ${made}/mend-cli.1 > ${made}/mend-cli.1.gz
  COMMAND ${MEND_GZIP} -9nc ${changelog} > ${made}/changelog.Debian.gz
  DEPENDS ${made}/mend.1 ${made}/mend-cli.1 ${changelog} VERBATIM)
add_custom_target(mend_papers ALL DEPENDS ${made}/mend.1.gz)
install(FILES ${made}/mend.1.gz ${made}/mend-cli.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${CMAKE_SOURCE_DIR}/packaging/debian/copyright ${made}/changelog.Debian.gz
        DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/mend)
