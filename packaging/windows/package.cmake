# Windows, by NSIS. Written without such a machine; not yet tried. Mend itself does not build there yet: file_lock.cpp,
# durable_file.cpp and console.cpp are POSIX's, and MendTargets' flags GCC's.

set(CPACK_NSIS_DISPLAY_NAME Mend)
set(CPACK_NSIS_PACKAGE_NAME Mend)
set(CPACK_NSIS_MUI_ICON ${CMAKE_CURRENT_LIST_DIR}/mend.ico)
set(CPACK_NSIS_MUI_UNIICON ${CMAKE_CURRENT_LIST_DIR}/mend.ico)
set(CPACK_NSIS_INSTALLED_ICON_NAME bin\\\\mend.exe)
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_NSIS_MODIFY_PATH OFF)
set(CPACK_NSIS_EXECUTABLES_DIRECTORY bin)
set(CPACK_PACKAGE_EXECUTABLES mend Mend)
if(WIN32)
  enable_language(RC)
  target_sources(mend PRIVATE ${CMAKE_CURRENT_LIST_DIR}/mend.rc)
  set_target_properties(mend PROPERTIES WIN32_EXECUTABLE ON)
  # Qt's libraries and plugins beside the program.
  qt_generate_deploy_app_script(TARGET mend OUTPUT_SCRIPT deploy NO_UNSUPPORTED_PLATFORM_ERROR)
  install(SCRIPT ${deploy})
endif()
