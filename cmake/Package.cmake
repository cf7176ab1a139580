# `cpack` in the build folder makes loomp_VERSION_ARCHITECTURE.deb.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME loomp)
set(CPACK_PACKAGE_CONTACT "loomp maintainers <maintainers@loomp.example>")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY
    "find parallel loops of C and C++ programs and rewrite them to OpenMP")
set(CPACK_PACKAGE_DESCRIPTION
"loomp reads serial C and C++, proves which loops can run in parallel, rewrites
those to OpenMP, and verifies the result by building and running both.
For a loop that cannot run in parallel it names two iterations that collide.")

# Shared libraries are found by dpkg-shlibdeps; Clang's own headers, which are read when loomp
# runs, are not. With the recommended packages 'loomp verify' builds programs.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libclang-common-${LLVM_VERSION_MAJOR}-dev")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
  "clang-${LLVM_VERSION_MAJOR}, libomp-${LLVM_VERSION_MAJOR}-dev, g++")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "libclang-rt-${LLVM_VERSION_MAJOR}-dev, cmake")

set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/package/DebianTree.cmake)
set(CPACK_LOOMP_COPYRIGHT ${PROJECT_SOURCE_DIR}/cmake/package/copyright)
include(CPack)
