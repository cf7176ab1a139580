# Run by cpack before it packs: what Debian's policy wants otherwise than an installation from
# source has it. Pages are compressed, the licence is in 'copyright', and there is a changelog.
set(share "${CPACK_TEMPORARY_INSTALL_DIRECTORY}${CPACK_PACKAGING_INSTALL_PREFIX}/share")
set(documents "${share}/doc/${CPACK_PACKAGE_NAME}")
file(REMOVE "${documents}/LICENSE")
file(COPY "${CPACK_LOOMP_COPYRIGHT}" DESTINATION "${documents}")
string(TIMESTAMP date "%a, %d %b %Y %H:%M:%S +0000" UTC) # SOURCE_DATE_EPOCH, where that is set
file(WRITE "${documents}/changelog"
"${CPACK_PACKAGE_NAME} (${CPACK_PACKAGE_VERSION}) stable; urgency=medium

  * Built from source; the changes are in the version control system.

 -- ${CPACK_PACKAGE_CONTACT}  ${date}
")
execute_process(COMMAND gzip -9nf "${documents}/changelog" "${share}/man/man1/loomp.1"
                COMMAND_ERROR_IS_FATAL ANY)
