# macOS, a disk image with Mend.app. Written without such a machine; not yet tried, and not signed.

set(CPACK_DMG_VOLUME_NAME Mend)
if(APPLE)
  target_sources(mend PRIVATE ${CMAKE_CURRENT_LIST_DIR}/mend.icns)
  set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/mend.icns TARGET_DIRECTORY mend
    PROPERTIES MACOSX_PACKAGE_LOCATION Resources)
  set_target_properties(mend PROPERTIES
    MACOSX_BUNDLE ON
    OUTPUT_NAME Mend
    MACOSX_BUNDLE_BUNDLE_NAME Mend
    MACOSX_BUNDLE_GUI_IDENTIFIER local.mend.Mend
    MACOSX_BUNDLE_ICON_FILE mend.icns
    MACOSX_BUNDLE_SHORT_VERSION_STRING ${PROJECT_VERSION}
    MACOSX_BUNDLE_BUNDLE_VERSION ${PROJECT_VERSION}
    MACOSX_BUNDLE_INFO_PLIST ${CMAKE_CURRENT_LIST_DIR}/Info.plist.in)
  qt_generate_deploy_app_script(TARGET mend OUTPUT_SCRIPT deploy NO_UNSUPPORTED_PLATFORM_ERROR)
  install(SCRIPT ${deploy})
endif()
