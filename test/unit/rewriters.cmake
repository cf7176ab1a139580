# Unit tests of the rewriters and of the small tools beside them.
add_executable(loomp-unit
  ${CMAKE_SOURCE_DIR}/test/unit/RewriterTest.cpp
  ${CMAKE_SOURCE_DIR}/test/unit/PlanTest.cpp
  ${CMAKE_SOURCE_DIR}/tool/Diff.cpp
  ${CMAKE_SOURCE_DIR}/tool/Nolint.cpp)
target_link_libraries(loomp-unit PRIVATE loomp-rewriters)
target_precompile_headers(loomp-unit REUSE_FROM loomp-headers)
