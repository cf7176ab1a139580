# What `cmake --install` copies: the tool, the script for reviews, its manual page and completions,
# the set-ups of editors, the documentation, and the package that find_package(loomp) finds.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(TARGETS loomp EXPORT loompTargets RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

# loomp_print(FILE FOLDER OPTION): FILE, to install into FOLDER, is what the tool prints.
set(loomp_printed "")
function(loomp_print file folder option)
  set(output ${PROJECT_BINARY_DIR}/printed/${folder}/${file})
  get_filename_component(parent ${output} DIRECTORY)
  file(MAKE_DIRECTORY ${parent})
  add_custom_command(OUTPUT ${output} COMMAND loomp ${option} > ${output} DEPENDS loomp VERBATIM)
  set(loomp_printed ${loomp_printed} ${output} PARENT_SCOPE)
  install(FILES ${output} DESTINATION ${folder})
endfunction()
loomp_print(loomp.1 ${CMAKE_INSTALL_MANDIR}/man1 --print-man)
loomp_print(loomp ${CMAKE_INSTALL_DATADIR}/bash-completion/completions --print-completion=bash)
loomp_print(_loomp ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions --print-completion=zsh)
loomp_print(loomp.fish ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d --print-completion=fish)
add_custom_target(loomp-printed ALL DEPENDS ${loomp_printed})

install(PROGRAMS scripts/loomp-diff.py DESTINATION ${CMAKE_INSTALL_BINDIR} RENAME loomp-diff)
# Where Neovim and Emacs look themselves. An extension of Visual Studio Code is installed by that.
install(DIRECTORY editors/nvim/ DESTINATION ${CMAKE_INSTALL_DATADIR}/nvim/site)
install(FILES editors/emacs/loomp.el DESTINATION ${CMAKE_INSTALL_DATADIR}/emacs/site-lisp)
install(FILES README.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs examples DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(loomp_cmake ${CMAKE_INSTALL_LIBDIR}/cmake/loomp)
configure_package_config_file(cmake/package/loompConfig.cmake.in
  ${PROJECT_BINARY_DIR}/loompConfig.cmake INSTALL_DESTINATION ${loomp_cmake})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/loompConfigVersion.cmake
  COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT) # nothing is linked with loomp
install(EXPORT loompTargets NAMESPACE loomp:: DESTINATION ${loomp_cmake})
install(FILES ${PROJECT_BINARY_DIR}/loompConfig.cmake
              ${PROJECT_BINARY_DIR}/loompConfigVersion.cmake
              cmake/package/LoompFunctions.cmake
              cmake/package/RunLoomp.cmake
        DESTINATION ${loomp_cmake})
