# The module for clang-tidy, whose own symbols come from the process that loads it. That process has
# libLLVM.so, whose copy of isl would hide any other: the module brings isl along, and shows it to
# nobody. The archive is not meant for libraries, but for its use of `stderr` it fits into one.
find_library(LOOMP_STATIC_ISL libisl.a)
if(NOT LOOMP_STATIC_ISL)
  message(STATUS "The clang-tidy module is not built: there is no libisl.a")
elseif(CMAKE_CXX_FLAGS MATCHES "-fsanitize")
  message(STATUS "The clang-tidy module is not built: clang-tidy cannot load sanitized code")
else()
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.cpp)
  add_library(loomp-tidy MODULE ${sources})
  target_link_libraries(loomp-tidy PRIVATE loomp-tool)
  target_precompile_headers(loomp-tidy REUSE_FROM loomp-headers)
  target_link_options(loomp-tidy PRIVATE LINKER:--exclude-libs,ALL LINKER:--wrap=stderr)
  set_target_properties(loomp-tidy PROPERTIES LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib)
  install(TARGETS loomp-tidy LIBRARY DESTINATION lib)
endif()
