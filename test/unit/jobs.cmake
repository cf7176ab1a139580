# Unit tests of what workers send, and of the line that says how far they are.
add_executable(loomp-jobs-unit
  ${CMAKE_SOURCE_DIR}/test/unit/JobsTest.cpp
  ${CMAKE_SOURCE_DIR}/tool/Printable.cpp
  ${CMAKE_SOURCE_DIR}/tool/ProgressLine.cpp)
target_link_libraries(loomp-jobs-unit PRIVATE loomp-rewriters)
target_precompile_headers(loomp-jobs-unit REUSE_FROM loomp-headers)
